// In: the program's callbacks. Out: exactly one of success and fail, then complete with the same object (R2, R3).
// A callback that is there but no function is a bad parameter.

import { BadParameter, type Failure } from './failure.ts';

/** Methods, not properties: a callback may take a narrower parameter than it is given. */
export interface Callbacks<Result> {
  success?(result: Result): unknown;
  fail?(error: Failure): unknown;
  /** Gets what `success` or `fail` got. */
  complete?(outcome: Loose): unknown;
}

// Typed programs say themselves what a server sends, and untyped ones read `res.data.list`: only `any` lets both through.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loose = any;

/** @throws BadParameter that names the callback which is no function. */
export function requireFunctions(callbacks: unknown): void {
  const { success, fail, complete } = Object(callbacks);
  for (const [name, callback] of Object.entries({ success, fail, complete })) {
    if (callback != null && typeof callback !== 'function') throw new BadParameter(`${name} is missing or wrong`);
  }
}

/** Calls a function of the program; what it throws is shown and stops nothing. */
export function call(callback: unknown, argument: unknown): void {
  if (typeof callback !== 'function') return;
  try {
    callback(argument);
  } catch (error) {
    console.error(error);
  }
}
