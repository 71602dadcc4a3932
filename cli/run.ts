// In: the process. Out: the exit code: the only place that sets it. Errors become words here.
// Knows nothing of what the commands do.

import { Failure, codeOf, describeFailure, reasonOf } from '../src/workspace/failure.ts';
import { inert } from './inert.ts';
import { isDeepThread, serveFiles } from './plan/deep-thread.ts';
import { runProgram } from './program.ts';

if (isDeepThread()) serveFiles((await import('./plan/machine.ts')).plainMachine);
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
    process.stderr.write(inert(describe(error)));
  }
}

function describe(error: unknown): string {
  if (error instanceof Failure) return describeFailure(error.parts);
  return isRefusal(error)
    ? describeFailure({ what: `the system refused: ${reasonOf(error)}`, why: error.message })
    : describeOwnFault(error);
}

/** What Node says when a call to the system failed: nothing of ours is wrong. */
function isRefusal(error: unknown): error is Error {
  return codeOf(error) !== undefined && error instanceof Error && 'syscall' in error;
}

function describeOwnFault(error: unknown): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return describeFailure({
    what: 'this is a fault in cygnet, not in your program or in what you typed',
    why: trace,
    help: 'Please report it with these lines and the command.',
  });
}
