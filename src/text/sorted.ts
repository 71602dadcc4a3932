// In: offsets, or stretches beside each other, in ascending order. Out: where a place lies among them, found by halves.
// Knows nothing of what stands there.

import type { Span } from './text.ts';

/** The index of the first offset that is not before `from`; how many there are, when all of them are. */
export function firstFrom(offsets: readonly number[], from: number): number {
  return firstWith(offsets, itself, from);
}

/** The index of the first that does not begin before `from`; how many there are, when all of them do. */
export function firstSpanFrom(spans: readonly Span[], from: number): number {
  return firstWith(spans, startOf, from);
}

/** One of the offsets lies in the stretch; its end is no part of it. */
export function holdsAny(offsets: readonly number[], start: number, end: number): boolean {
  const next = offsets[firstFrom(offsets, start)];
  return next !== undefined && next < end;
}

/** Those that lie within a stretch. */
export function within(spans: readonly Span[], { start, end }: Span): Span[] {
  const found: Span[] = [];
  for (let at = firstSpanFrom(spans, start); at < spans.length; at++) {
    const span = spans[at];
    if (!span || span.start >= end) break;
    if (span.end <= end) found.push(span);
  }
  return found;
}

function firstWith<Item>(items: readonly Item[], placeOf: (item: Item) => number, from: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && placeOf(item) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function itself(offset: number): number {
  return offset;
}

function startOf({ start }: Span): number {
  return start;
}
