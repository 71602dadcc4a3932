// In: how many threads are wanted, and the rules of the run. Out: threads that each take one file at a time.
// Starting a thread costs as much as some hundred files, so small runs stay in one.
// Knows nothing of what a file comes to.

import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

import { Failure } from '../failure.ts';
import {
  type FileJob,
  type FileOutcome,
  type FileTask,
  diagnosticAtStart,
  failedResult,
  rewriteFile,
} from './rewrite-file.ts';

export interface Workers {
  readonly count: number;
  run(task: FileTask): Promise<FileOutcome>;
  stop(): Promise<void>;
}

/** Nothing when the run is not worth a thread. */
export function startWorkers(jobs: number | undefined, files: number, job: FileJob): Workers | undefined {
  const count = Math.min(jobs ?? 1, Math.ceil(files / 2));
  if (count < 2 || process.argv[1] === undefined) return undefined;
  const script = process.argv[1];
  const threads = Array.from({ length: count }, () => startThread(script, job));
  const idle = [...threads];
  const waiting: ((thread: Thread) => void)[] = [];
  return {
    count,
    async run(task) {
      const thread = idle.pop() ?? (await new Promise<Thread>((resolve) => waiting.push(resolve)));
      try {
        return await thread.run(task);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return failedResult(task.found, [diagnosticAtStart('internal-error', reason)]);
      } finally {
        const next = waiting.shift();
        if (next) next(thread);
        else idle.push(thread);
      }
    },
    async stop() {
      await Promise.all(threads.map((thread) => thread.stop()));
    },
  };
}

interface Thread {
  run(task: FileTask): Promise<FileOutcome>;
  stop(): Promise<unknown>;
}

function startThread(script: string, job: FileJob): Thread {
  let worker = open();
  return {
    run(task) {
      return new Promise((resolve, reject) => {
        const done = (outcome: FileOutcome) => {
          worker.off('error', failed);
          worker.off('exit', left);
          resolve(outcome);
        };
        const failed = (error: Error) => {
          worker.off('message', done);
          worker.off('exit', left);
          worker = open();
          reject(error);
        };
        const left = () => {
          failed(new Error('its thread ended'));
        };
        worker.once('message', done);
        worker.once('error', failed);
        worker.once('exit', left);
        worker.postMessage(task);
      });
    },
    stop: () => worker.terminate(),
  };

  function open(): Worker {
    return new Worker(script, { workerData: { cygnet: job } });
  }
}

/** True in a thread that `startWorkers` started: it serves files and is not a command. */
export function isWorker(): boolean {
  return !isMainThread && typeof workerData === 'object' && workerData !== null && 'cygnet' in workerData;
}

export function serveFiles(): void {
  const port = parentPort;
  if (!port) throw new Failure({ what: 'this thread has nobody to answer to' });
  const { cygnet: job } = workerData as { cygnet: FileJob };
  port.on('message', (task: FileTask) => {
    void rewriteFile(task, job).then((outcome) => {
      port.postMessage(outcome);
    });
  });
}
