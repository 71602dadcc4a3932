// In: an excerpt of a file. Out: its rows: what stayed, and what changed beside what it became, with the words in which they differ.
// Knows nothing of sites and of elements.

import { diffWordsWithSpace } from 'diff';

import type { Excerpt } from '../../../../src/workspace/excerpts.ts';

export interface RowSide {
  /** Its line in the file. */
  readonly number: number;
  /** Its place among the old, or the new, lines of the excerpt. */
  readonly index: number;
  readonly text: string;
  /** Where it differs from the other side. */
  readonly marks: readonly MarkedRange[];
}

export type MarkedRange = readonly [start: number, end: number];

export interface Row {
  readonly isChanged: boolean;
  readonly old?: RowSide;
  readonly fresh?: RowSide;
}

export function rowsOf({ oldStart, newStart, lines }: Excerpt): Row[] {
  const rows: Row[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  let [oldIndex, newIndex] = [0, 0];
  const side = (isOld: boolean, text: string, marks: readonly MarkedRange[] = []): RowSide => {
    const index = isOld ? oldIndex++ : newIndex++;
    return { number: (isOld ? oldStart : newStart) + index, index, text, marks };
  };
  const flush = (): void => {
    for (const [old, fresh] of paired(removed, added)) {
      const marks = old !== undefined && fresh !== undefined ? differencesOf(old, fresh) : undefined;
      rows.push({
        isChanged: true,
        ...(old !== undefined && { old: side(true, old, marks?.old) }),
        ...(fresh !== undefined && { fresh: side(false, fresh, marks?.fresh) }),
      });
    }
    [removed, added] = [[], []];
  };
  for (const line of lines) {
    const text = line.slice(1);
    if (line.startsWith('-')) removed.push(text);
    else if (line.startsWith('+')) added.push(text);
    else {
      flush();
      rows.push({ isChanged: false, old: side(true, text), fresh: side(false, text) });
    }
  }
  flush();
  return rows;
}

/** Two lines with less in common than this are two lines, and not one that changed. */
const alikeAtLeast = 0.4;
/** Beyond so many pairs the lines are taken as they come. */
const comparedAtMost = 4000;

type Pair = readonly [old: string | undefined, fresh: string | undefined];

/** Which old line became which new one: the pairs, in order, that have the most in common. */
function paired(removed: readonly string[], added: readonly string[]): Pair[] {
  if (removed.length * added.length > comparedAtMost) {
    return Array.from({ length: Math.max(removed.length, added.length) }, (_, i) => [removed[i], added[i]] as const);
  }
  const [olds, news] = [removed.map(wordsIn), added.map(wordsIn)];
  const likeness = olds.map((old) => news.map((fresh) => likenessOf(old, fresh)));
  // best[i][j]: the most that the lines from i and j on can have in common.
  const best = Array.from({ length: removed.length + 1 }, () => new Array<number>(added.length + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const gain = (i: number, j: number): number => {
    const alike = likeness[i]?.[j] ?? 0;
    return alike < alikeAtLeast ? -1 : alike + at(i + 1, j + 1);
  };
  for (let i = removed.length - 1; i >= 0; i--) {
    const row = best[i];
    for (let j = added.length - 1; row && j >= 0; j--) row[j] = Math.max(at(i + 1, j), at(i, j + 1), gain(i, j));
  }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < removed.length || j < added.length) {
    if (i < removed.length && j < added.length && gain(i, j) > 0 && gain(i, j) === at(i, j)) {
      pairs.push([removed[i++], added[j++]]);
    } else if (j >= added.length || (i < removed.length && at(i + 1, j) >= at(i, j + 1))) {
      pairs.push([removed[i++], undefined]);
    } else pairs.push([undefined, added[j++]]);
  }
  return pairs;
}

function wordsIn(line: string): ReadonlySet<string> {
  return new Set(line.match(/[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}_$]/gu));
}

function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return a.size + b.size === 0 ? 1 : (2 * shared) / (a.size + b.size);
}

/** Nothing where marks would cover the lines as a whole. */
function differencesOf(old: string, fresh: string): { old: MarkedRange[]; fresh: MarkedRange[] } | undefined {
  const marks = { old: [] as MarkedRange[], fresh: [] as MarkedRange[] };
  let [oldAt, newAt, shared] = [0, 0, 0];
  for (const { value, added, removed } of diffWordsWithSpace(old, fresh)) {
    const end = value.length;
    const indent = end - value.trimStart().length;
    if (removed) marks.old.push([oldAt + indent, (oldAt += end)]);
    else if (added) marks.fresh.push([newAt + indent, (newAt += end)]);
    else {
      oldAt += end;
      newAt += end;
      shared += value.trim().length;
    }
  }
  return shared * 3 < Math.min(old.trim().length, fresh.trim().length) ? undefined : marks;
}
