// In: nothing. Out: a thread with a larger stack than the main one, which takes one file after the other: code
// nested thousands deep is read there. It is for depth and not for speed: several threads cost more than they gain.
// Knows nothing of what a file comes to.

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import { codeOf } from '../../src/workspace/failure.ts';
import type { FileDiagnostic } from '../../src/workspace/file-result.ts';
import type { FileOrder } from './serve-files.ts';
import { diagnosticAtStart, failedResult } from '../../src/workspace/plain-results.ts';
import type { FileJob, FileOutcome, FileTask } from '../../src/workspace/rewrite-file.ts';

export interface DeepThread {
  run(task: FileTask, job: FileJob): Promise<FileOutcome>;
  stop(): Promise<void>;
}

/** Only what is used of it takes memory. */
const stackSizeMb = 256;

/** Nothing where the program is not run as a script. */
export function startDeepThread(): DeepThread | undefined {
  const script = process.argv[1];
  if (script === undefined) return undefined;
  const open = (): Worker => new Worker(script, { workerData: { cygnet: 'deep' }, resourceLimits: { stackSizeMb } });
  let worker = open();
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(task, job) {
      const outcome = last.then(async () => {
        try {
          return await answerOf(worker, { task, job });
        } catch (error) {
          worker = open();
          return failedResult(task.found, [diagnosticOf(error)]);
        }
      });
      last = outcome;
      return outcome;
    },
    async stop() {
      await worker.terminate();
    },
  };
}

async function answerOf(worker: Worker, order: FileOrder): Promise<FileOutcome> {
  const over = new AbortController();
  const { signal } = over;
  const left = once(worker, 'exit', { signal }).then(() => {
    throw new Error('its thread ended');
  });
  // Both fail with what the thread fails with.
  const answer = once(worker, 'message', { signal }) as Promise<[FileOutcome]>;
  worker.postMessage(order);
  try {
    return (await Promise.race([answer, left]))[0];
  } finally {
    over.abort();
    await Promise.allSettled([answer, left]);
  }
}

/** A thread that runs out of memory ends alone, and what it was at is too large. */
function diagnosticOf(error: unknown): FileDiagnostic {
  if (codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY') {
    const reason = { en: 'its thread ran out of memory', 'zh-CN': '读取它的线程内存不足' };
    return diagnosticAtStart({ code: 'file-too-large', details: { reason } });
  }
  const reason = error instanceof Error ? error.message : String(error);
  return diagnosticAtStart({ code: 'internal-error', details: { reason } });
}
