// In: the orders of the main thread, in the thread that it started. Out: what each file comes to, sent back.
// Knows nothing of why a file was sent here.

import { parentPort } from 'node:worker_threads';

import { type FileJob, type FileTask, rewriteFile } from '../../src/workspace/rewrite-file.ts';
import { plainMachine } from './machine.ts';

/** Plain, so that it can go to another thread. */
export interface FileOrder {
  readonly task: FileTask;
  readonly job: FileJob;
}

export function serveFiles(): void {
  const port = parentPort;
  if (!port) throw new Error('this thread has nobody to answer to');
  port.on('message', ({ task, job }: FileOrder) => {
    void rewriteFile(plainMachine, task, job).then((outcome) => {
      port.postMessage(outcome);
    });
  });
}
