// In: a function that starts an exchange. Out: its outcome, limited in time, and the way to stop it (R15 to R17).
// Knows nothing of what is sent.

import { settle } from './callbacks.ts';
import { BadParameter, failureOf } from './failure.ts';
import { timeouts } from './timeouts.ts';

export interface Transfer<Result> {
  /** Rejects with a Failure. */
  outcome: Promise<Result>;
  abort(): void;
}

/** Has no `then`: awaiting a task gives the task. Its methods work without `this`. */
export interface RequestTask {
  abort(): void;
}

/** Calls `start` at once. What it throws is thrown on, but for bad parameters. */
export function begin<Result>(
  api: keyof typeof timeouts,
  start: (signal: AbortSignal) => Promise<Result>,
): Transfer<Result> {
  const controller = new AbortController();
  let stop!: (reason: string) => void;
  // The reason is kept here: what fetch or axios rejects with after an abort differs from engine to engine.
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = (reason) => {
      reject(new Error(reason));
      controller.abort();
    };
  });
  const timer = setTimeout(() => stop('timeout'), timeouts[api]);
  let started: Promise<Result>;
  try {
    started = start(controller.signal);
  } catch (error) {
    if (!(error instanceof BadParameter)) {
      clearTimeout(timer);
      throw error;
    }
    started = Promise.reject(error);
  }
  const outcome = Promise.race([started, stopped])
    .catch((error) => Promise.reject(failureOf(api, error)))
    .finally(() => clearTimeout(timer));
  return { outcome, abort: () => stop('abort') };
}

/** Reports the outcome to the program's callbacks. */
export function taskOf(transfer: Transfer<unknown>, callbacks: unknown): RequestTask {
  settle(transfer.outcome, callbacks);
  return { abort: transfer.abort };
}
