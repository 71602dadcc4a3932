// In: the program's callbacks and what they are to be told. Out: calls that stop nothing when they throw (R3).
// Knows nothing of when which of them is called.

import type { Failure } from './failure.ts';

/** Methods, not properties: a callback may take a narrower parameter than it is given. */
export interface Callbacks<Result> {
  success?(result: Told<Result>): unknown;
  fail?(error: Failure): unknown;
  /** Gets what `success` or `fail` got. */
  complete?(outcome: Loose): unknown;
}

// Typed programs say themselves what a server sends, and untyped ones read `res.data.list`: only `any` lets both through.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loose = any;

/** A result, as the program is told it: it hands it on as what its own types of swan call it, and they promise more or less. */
export type Told<Result> = Result extends unknown ? Loose : never;

/** Calls a function of the program; what it throws is shown and stops nothing. */
export const call = (callback: unknown, argument: unknown): void => {
  if (typeof callback !== 'function') return;
  try {
    callback(argument);
  } catch (error) {
    try {
      console.error(error);
    } catch {
      // What cannot be shown stops nothing either.
    }
  }
};
