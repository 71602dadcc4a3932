// In: where the edits of a file lie. Out: which of them lie in a stretch, and where what stands around them lies once they are made.
// Of edits within another one only the outer counts. Knows nothing of syntax.

import { firstFrom } from '../text/sorted.ts';
import type { Edit, Span } from '../text/text.ts';

/** Numbers of edits, which stand in source order; the end excluded. */
export interface EditRange {
  readonly from: number;
  readonly to: number;
}

export class EditPlaces {
  readonly all: EditRange;
  readonly #at: readonly Span[];
  readonly #starts: readonly number[];
  readonly #ends: readonly number[];

  constructor(edits: readonly Edit[]) {
    this.#at = outermost(edits.map(({ at }) => at));
    this.#starts = this.#at.map(({ start }) => start);
    this.#ends = this.#at.map(({ end }) => end);
    this.all = { from: 0, to: this.#at.length };
  }

  at(number: number): Span {
    return this.#at[number] ?? { start: 0, end: 0 };
  }

  /** Those that lie within the stretch whole. What is inserted at its start or at its end lies outside of it. */
  within({ start, end }: Span): EditRange {
    let from = firstFrom(this.#starts, start);
    while (this.#at[from]?.start === start && this.#at[from]?.end === start) from++;
    let to = firstFrom(this.#ends, end + 1);
    while (to > from && this.#at[to - 1]?.start === end) to--;
    return { from, to: Math.max(from, to) };
  }
}

/** The way of what no edit reaches, and of what holds edits whole: where its start and its end come to lie. */
export class Shifts {
  readonly #edits: readonly { readonly at: Span; readonly growth: number }[];
  readonly #ends: readonly number[];
  /** By how much the text has grown behind so many edits. */
  readonly #growth: readonly number[];

  constructor(placed: ReadonlyMap<Edit, Span>) {
    const sizes = new Map([...placed].map(([{ at }, now]) => [at, now.end - now.start - (at.end - at.start)]));
    this.#edits = outermost([...sizes.keys()]).map((at) => ({ at, growth: sizes.get(at) ?? 0 }));
    this.#ends = this.#edits.map(({ at }) => at.end);
    let sum = 0;
    this.#growth = [0, ...this.#edits.map(({ growth }) => (sum += growth))];
  }

  /** What is inserted where the stretch begins or ends lies outside of it. */
  of({ start, end }: Span): Span {
    return { start: start + this.#before(start, true), end: end + this.#before(end, start === end) };
  }

  #before(offset: number, withInserted: boolean): number {
    let count = firstFrom(this.#ends, offset + 1);
    const isInserted = (number: number): boolean => this.#edits[number]?.at.start === offset;
    while (!withInserted && count > 0 && isInserted(count - 1)) count--;
    return this.#growth[count] ?? 0;
  }
}

/** In source order; an insertion before what starts where it stands. */
function outermost(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort(byPlace);
  let reached = 0;
  return sorted.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}

function byPlace(a: Span, b: Span): number {
  if (a.start !== b.start) return a.start - b.start;
  const [widthA, widthB] = [a.end - a.start, b.end - b.start];
  return widthA === 0 || widthB === 0 ? widthA - widthB : widthB - widthA;
}
