// In: how many threads are wanted, and the rules of the run. Out: threads that each take one file at a time. They have a
// larger stack than the main thread, so that code nested thousands deep is read there.
// Starting a thread costs as much as some hundred files, so small runs stay in one.
// Knows nothing of what a file comes to.

import { availableParallelism } from 'node:os';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

import { Failure, codeOf } from '../failure.ts';
import type { FileDiagnostic } from './file-result.ts';
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
  const count = Math.min(jobs ?? 1, Math.ceil(files / 2), availableParallelism());
  return count < 2 ? undefined : startThreads(count, job);
}

/** One thread for what is nested too deep for the main thread. Nothing where the program is not run as a script. */
export function startDeepWorker(job: FileJob): Workers | undefined {
  return startThreads(1, job);
}

function startThreads(count: number, job: FileJob): Workers | undefined {
  const script = process.argv[1];
  if (script === undefined) return undefined;
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
        return failedResult(task.found, [await diagnosticOf(error)]);
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

/** A thread that runs out of memory ends alone, and what it was at is too large. */
async function diagnosticOf(error: unknown): Promise<FileDiagnostic> {
  const { catalogue } = await import('../../src/index.ts');
  const isMemory = codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY';
  const code = isMemory ? 'file-too-large' : 'internal-error';
  const reason = isMemory ? 'its thread ran out of memory' : error instanceof Error ? error.message : String(error);
  return diagnosticAtStart(code, catalogue[code].message({ reason }));
}

/** Only what is used of it takes memory. */
const stackSizeMb = 256;

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
    return new Worker(script, { workerData: { cygnet: job }, resourceLimits: { stackSizeMb } });
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
