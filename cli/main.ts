// In: the process. Out: the exit code: the only place that sets it. Errors become words here.
// Knows nothing of what the commands do.

import { Failure, describeFailure } from './failure.ts';
import { inert } from './inert.ts';
import { isWorker, serveFiles } from './plan/workers.ts';
import { runProgram } from './program.ts';

if (isWorker()) serveFiles();
else await main();

async function main(): Promise<void> {
  // Whoever reads may leave before the end (`| head`); that is no fault.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  try {
    process.exitCode = await runProgram(process.argv.slice(2));
  } catch (error) {
    process.exitCode = 2;
    process.stderr.write(inert(error instanceof Failure ? describeFailure(error.parts) : describeOwnFault(error)));
  }
}

function describeOwnFault(error: unknown): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return describeFailure({
    what: 'this is a fault in cygnet, not in your program or in what you typed',
    why: trace,
    help: 'Please report it with these lines and the command.',
  });
}
