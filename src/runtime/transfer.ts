// In: a function that starts an exchange. Out: its outcome, limited in time, and the way to stop it (R15 to R17).
// Knows nothing of what is sent.

import { call, requireFunctions } from './callbacks.ts';
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
  callbacks: unknown,
  start: (signal: AbortSignal) => Promise<Result>,
): Transfer<Result> {
  const controller = new AbortController();
  let started: Promise<Result>;
  try {
    requireFunctions(callbacks);
    started = start(controller.signal);
  } catch (error) {
    if (!(error instanceof BadParameter)) throw error;
    started = Promise.reject(error);
  }
  let stop!: (reason: string) => void;
  const outcome = new Promise<Result>((resolve, reject) => {
    const fail = (error: unknown) => reject(failureOf(api, error));
    started.then(resolve, fail);
    // The reason is given here: what fetch and axios reject with after an abort differs from engine to engine.
    stop = (reason) => {
      fail(new Error(reason));
      controller.abort();
    };
  });
  const timer = setTimeout(() => stop('timeout'), timeouts[api]);
  return { outcome: outcome.finally(() => clearTimeout(timer)), abort: () => stop('abort') };
}

/** Reads the callbacks now, runs them once the outcome is there, and gives what else came with it: the task. */
export function report<Task>({ outcome, ...task }: Task & { outcome: Promise<unknown> }, callbacks: unknown) {
  const { success, fail, complete } = Object(callbacks);
  const end = (callback: unknown) => (argument: unknown) => {
    call(callback, argument);
    call(complete, argument);
  };
  outcome.then(end(success), end(fail));
  return task;
}
