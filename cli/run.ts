// In: the process. Out: the exit code: the only place that sets it.
// Knows nothing of what the commands do.

import { isMainThread, workerData } from 'node:worker_threads';

import { runToEnd } from './run-to-end.ts';

/** The command. It is not awaited here: what it loads later may lie in one part with this module, and would wait for it. */
export const ended: Promise<void> = isDeepThread()
  ? import('./plan/serve-files.ts').then(({ serveFiles }) => serveFiles())
  : run();

async function run(): Promise<void> {
  process.exitCode = await runToEnd(process.argv.slice(2), () => process.once('exit', () => (process.exitCode = 2)));
}

/** True in the thread that `startDeepThread` started: it serves files and is not a command. */
function isDeepThread(): boolean {
  return !isMainThread && typeof workerData === 'object' && workerData !== null && 'cygnet' in workerData;
}
