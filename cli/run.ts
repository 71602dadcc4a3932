// In: the process. Out: the exit code: the only place that sets it.
// Knows nothing of what the commands do.

import { isMainThread, workerData } from 'node:worker_threads';

import { runToEnd } from './run-to-end.ts';

if (isDeepThread()) (await import('./plan/serve-files.ts')).serveFiles();
else process.exitCode = await runToEnd(process.argv.slice(2), () => process.once('exit', () => (process.exitCode = 2)));

/** True in the thread that `startDeepThread` started: it serves files and is not a command. */
function isDeepThread(): boolean {
  return !isMainThread && typeof workerData === 'object' && workerData !== null && 'cygnet' in workerData;
}
