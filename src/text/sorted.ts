// In: offsets in ascending order. Out: where a place lies among them, found by halves.
// Knows nothing of what stands there.

/** The index of the first offset that is not before `from`; how many there are, when all of them are. */
export function firstFrom(offsets: readonly number[], from: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One of the offsets lies in the stretch; its end is no part of it. */
export function holdsAny(offsets: readonly number[], start: number, end: number): boolean {
  const next = offsets[firstFrom(offsets, start)];
  return next !== undefined && next < end;
}
