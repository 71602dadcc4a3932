// In: the callbacks of one call. Out: its one end: success or fail, then complete, with the same object (R2, R3).
// Knows nothing of what the call does.

import { BadParameter } from './encode.ts';

export type Callback = (argument: unknown) => unknown;

export interface Callbacks {
  readonly success?: Callback | undefined;
  readonly fail?: Callback | undefined;
  readonly complete?: Callback | undefined;
}

export interface End {
  /** Only the first end counts. It is told later, never within the call. */
  succeed(result: object): void;
  fail(error: object): void;
  isSettled(): boolean;
}

export type Report = (error: unknown) => void;

export function createEnd(callbacks: Callbacks, report: Report): End {
  let isSettled = false;
  const settle = (first: Callback | undefined, argument: object): void => {
    if (isSettled) return;
    isSettled = true;
    setImmediate(() => {
      runIsolated(first, argument, report);
      runIsolated(callbacks.complete, argument, report);
    });
  };
  return {
    succeed: (result) => settle(callbacks.success, result),
    fail: (error) => settle(callbacks.fail, error),
    isSettled: () => isSettled,
  };
}

/** Calls as a plain function; what it throws is reported and goes no further. */
export function runIsolated(callback: Callback | undefined, argument: unknown, report: Report): void {
  if (!callback) return;
  try {
    callback(argument);
  } catch (error) {
    report(error);
  }
}

/** The callbacks among the options; `fault` names the first that is given and no function. */
export function readCallbacks(
  options: Readonly<Record<string, unknown>>,
): Callbacks & { readonly fault?: BadParameter } {
  const read: Record<string, Callback> = {};
  let fault: BadParameter | undefined;
  for (const name of ['success', 'fail', 'complete']) {
    const given = options[name];
    if (typeof given === 'function') read[name] = given as Callback;
    else if (given !== undefined && given !== null) fault ??= new BadParameter(`${name} must be a function`);
  }
  return fault ? { ...read, fault } : read;
}
