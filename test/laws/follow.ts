// In: the way of each byte through the edits. Out: where the start or the end of a node stands afterwards.
// An end that an edit shares may be where the kept byte went or where the replacement begins or stops, white space and
// comments at its edges left out.

import type { Span } from '../../src/index.ts';
import type { Layout, Region } from './layout-of-edits.ts';

export interface Follow {
  /** Where something that started here may start now; empty when it was taken out. */
  readonly starts: (offset: number) => number[];
  readonly ends: (offset: number) => number[];
  /** The replacement of exactly this stretch. */
  readonly replaced: (start: number, end: number) => Region | undefined;
}

/** @param comments those of the output */
export function followThrough({ output, outOf, regions: whole }: Layout, comments: readonly Span[]): Follow {
  const regions = whole.map(({ from, to }) => ({ from, to: trim(to, output, comments) }));
  const startsAt = group(regions, (region) => region.from.start);
  const endsAt = group(regions, (region) => region.from.end);
  return {
    starts(offset) {
      const kept = outOf[offset] ?? -1;
      return [...(kept < 0 ? [] : [kept]), ...(startsAt.get(offset) ?? []).map((region) => region.to.start)];
    },
    ends(offset) {
      const kept = outOf[offset - 1] ?? -1;
      return [...(kept < 0 ? [] : [kept + 1]), ...(endsAt.get(offset) ?? []).map((region) => region.to.end)];
    },
    replaced: (start, end) => (startsAt.get(start) ?? []).find((region) => region.from.end === end),
  };
}

/** What is left of a stretch without the white space and the comments at its edges. */
function trim({ start, end }: Span, text: string, comments: readonly Span[]): Span {
  const inside = comments.filter((comment) => start <= comment.start && comment.end <= end);
  const starts = new Map(inside.map((comment) => [comment.start, comment.end]));
  const ends = new Map(inside.map((comment) => [comment.end, comment.start]));
  let [from, to] = [start, end];
  while (from < to && (starts.has(from) || /\s/.test(text.charAt(from)))) from = starts.get(from) ?? from + 1;
  while (from < to && (ends.has(to) || /\s/.test(text.charAt(to - 1)))) to = ends.get(to) ?? to - 1;
  return { start: from, end: to };
}

function group(regions: readonly Region[], keyOf: (region: Region) => number): Map<number, Region[]> {
  const groups = new Map<number, Region[]>();
  for (const region of regions) {
    const key = keyOf(region);
    groups.set(key, [...(groups.get(key) ?? []), region]);
  }
  return groups;
}
