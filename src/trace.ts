// In: the text of a file, what other files hand to it, and places in it. Out: for each place how swan came to it, step by step, as
// plain data for people who ask why a call was kept.
// Reads the file anew: nobody asks who is in a hurry. Knows no target.

import type { Facts } from './resolve/resolve.ts';
import { findRoads } from './resolve/roads.ts';
import { isParseFailure, parse } from './syntax/parse.ts';
import { indexLines } from './text/lines.ts';
import type { Span } from './text/text.ts';

/** A step, with the code that it stands at. The words are those of the follower, said again: it has types of its own, of trees. */
export interface TraceStep {
  readonly line: number;
  readonly column: number;
  readonly code: string;
  /** What the code stands for. */
  readonly is: 'swan' | 'api' | 'global' | 'module' | 'perhaps';
  /** Of an API its name, of a module its specifier. */
  readonly name?: string;
  /** What surrounds it. */
  readonly place: TracedPlace;
  /** What becomes of such a value in such a place, in English. */
  readonly says: string;
  /** The code of what speaks against it being that and nothing else. */
  readonly doubt?: string;
}

export type TracedPlace =
  | 'callee'
  | 'member'
  | 'argument'
  | 'bound'
  | 'tested'
  | 'side'
  | 'written'
  | 'exported'
  | 'stored'
  | 'returned'
  | 'spread'
  | 'walked'
  | 'constructed'
  | 'unused'
  | 'elsewhere';

export interface TraceOptions {
  readonly filename: string;
  readonly facts?: Facts;
}

/** Empty for a place to which no road leads, and where the text cannot be followed. */
export function traceSites(
  code: string,
  { filename, facts }: TraceOptions,
  places: readonly Span[],
): readonly (readonly TraceStep[])[] {
  try {
    const unit = parse(code, filename);
    if (isParseFailure(unit)) return places.map(() => []);
    const lines = indexLines(code);
    const roads = findRoads(unit, facts);
    return places.map((place) =>
      roads.roadTo(place).map(({ at, ...step }) => ({
        ...step,
        ...lines.place(at.start),
        code: code.slice(at.start, at.end),
      })),
    );
  } catch {
    return places.map(() => []); // what went wrong is told by the run itself
  }
}
