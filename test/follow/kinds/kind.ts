// In: nothing. Out: how a kind of program is written down: the programs of it, what each does on swan, and what should
// become of it.

import type { Style, TargetName } from '../../../src/index.ts';

/**
 * `moved`: runs where there is no swan, and no word of swan is said.
 * `kept`: some site of it stays.
 * `either`: one of the two; a warning at a test is not enough.
 * `told`: right as far as the report says, which may be no more than a warning at a test.
 * `untouched`: not a byte of it changes.
 */
export type Outcome = 'moved' | 'kept' | 'either' | 'told' | 'untouched';

export interface Played {
  /** By name, the entry first; one text is `main.js`. */
  readonly code: string | Readonly<Record<string, string>>;
  /** What it does on swan, a line each, with ` | ` between them. */
  readonly trace: string;
  readonly outcome: Outcome;
  /** Where it differs from the others. */
  readonly on?: Readonly<Partial<Record<TargetName, Outcome>>>;
  readonly targets?: readonly TargetName[];
  readonly style?: Style;
  /** Nothing like this is in the output. */
  readonly without?: RegExp;
  /** Some message is like this. */
  readonly says?: RegExp;
}

export interface Kind {
  readonly kind: string;
  readonly programs: readonly Played[];
}

/** Options of a call that shows. */
export const to = (path: string | number): string => `{ url: 'https://a.b/${path}', complete: () => log('end') }`;
