// In: the process. Out: the exit code: the only place that sets it.
// Knows nothing of what the commands do.

import { isMainThread, workerData } from 'node:worker_threads';

import { runToEnd } from './run-to-end.ts';

// Nothing is awaited here: what a command loads later may lie in one part with this, and would wait for it.
if (isDeepThread()) void import('./plan/serve-files.ts').then(({ serveFiles }) => serveFiles());
else void run();

async function run(): Promise<void> {
  process.exitCode = await runToEnd(process.argv.slice(2), () => process.once('exit', () => (process.exitCode = 2)));
}

/** True in the thread that `startDeepThread` started: it serves files and is not a command. */
function isDeepThread(): boolean {
  return !isMainThread && typeof workerData === 'object' && workerData !== null && 'cygnet' in workerData;
}
