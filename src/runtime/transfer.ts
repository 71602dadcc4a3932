// In: a function that starts an exchange. Out: its outcome, limited in time, and the way to stop it (R15 to R17).
// Knows nothing of what is sent.

import { call } from './callbacks.ts';
import { failureOf, invalid, type BadParameter, type Fault } from './failure.ts';
import { timeouts } from './settings.ts';

export interface Transfer<Result> {
  /** Rejects with a Failure. */
  outcome: Promise<Result>;
  abort(): void;
}

/** Has no `then`: awaiting a task gives the task. Its methods work without `this`. */
export interface RequestTask {
  abort(): void;
}

/**
 * Calls `start` at once, and throws what it throws: an error in the program's own options is the program's (R19).
 * `api` names the time limit and the errors. With a `problem` nothing is sent, but the options are still read.
 */
export const begin = <Result>(
  api: string,
  start: (signal: AbortSignal) => Promise<Result>,
  problem?: BadParameter,
): Transfer<Result> => {
  const controller = new AbortController();
  if (problem) controller.abort();
  const started = start(controller.signal);
  let fail!: (error?: Fault) => void;
  const outcome = new Promise<Result>((resolve, reject) => {
    fail = (error) => reject(failureOf(api, (problem as Fault | undefined) ?? error));
    started.then(resolve, fail);
  });
  const stop = (reason: string) => {
    // The reason is given here: what fetch and axios reject with after an abort differs from engine to engine.
    fail({ message: reason });
    controller.abort();
  };
  const timer = setTimeout(stop, timeouts[api] ?? timeouts.other, 'timeout');
  return { outcome: outcome.finally(() => clearTimeout(timer)), abort: () => stop('abort') };
};

/** The same, reported to the callbacks (R2); they are read now. */
export const perform = <Result>(
  api: string,
  callbacks: unknown,
  start: (signal: AbortSignal) => Promise<Result>,
): RequestTask => {
  const { success, fail, complete } = Object(callbacks);
  const wrong = Object.entries({ success, fail, complete }).find(
    ([, callback]) => typeof (callback ?? call) !== 'function',
  );
  const { outcome, abort } = begin(api, start, wrong && invalid(wrong[0]));
  const end = (callback: unknown) => (argument: unknown) => {
    call(callback, argument);
    call(complete, argument);
  };
  outcome.then(end(success), end(fail));
  return { abort };
};
