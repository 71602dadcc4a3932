// In: the process. Out: the exit code: the only place that sets it.
// Knows nothing of what the commands do.

import { isDeepThread, serveFiles } from './plan/deep-thread.ts';
import { runToEnd } from './run-to-end.ts';

if (isDeepThread()) serveFiles((await import('./plan/machine.ts')).plainMachine);
else process.exitCode = await runToEnd(process.argv.slice(2), () => process.once('exit', () => (process.exitCode = 2)));
