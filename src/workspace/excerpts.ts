// In: a text before and after, what changed in between, and stretches that a person should see as well. Out: excerpts: the lines that
// changed and the stretches, with a few lines around them, each line once.
// Knows nothing of what the stretches are.

import type { Span } from '../core.ts';
import type { Hunk } from './hunks.ts';

/** Its lines have ` `, `-` or `+` in front. */
export interface Excerpt {
  /** Lines from 1, where it begins. */
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly string[];
}

/** Lines of the old text, `[from, to)`, counted from 0. */
interface Stretch {
  readonly from: number;
  to: number;
}

/** So many lines stand before and after. */
const around = 2;

/** @param changes in order, without lines around them */
export function excerptsOf(before: string, changes: readonly Hunk[], spans: readonly Span[]): Excerpt[] {
  const lines = before.split(/\r?\n/);
  // Behind the last line break stands no line.
  if (lines.at(-1) === '') lines.pop();
  const lineAt = lineFinder(before);
  const seen = [
    ...changes.map(({ oldStart, oldLines }) => ({ from: oldStart - 1, to: oldStart - 1 + oldLines })),
    ...spans.map(({ start, end }) => ({ from: lineAt(start), to: lineAt(end) + 1 })),
  ];
  let grown = 0;
  let next = 0;
  return merged(seen, lines.length).map(({ from, to }): Excerpt => {
    const shown: string[] = [];
    const newStart = from + grown + 1;
    let at = from;
    for (let change = changes[next]; change && change.oldStart - 1 <= to; change = changes[++next]) {
      const start = change.oldStart - 1;
      for (; at < start; at++) shown.push(` ${lines[at] ?? ''}`);
      for (const line of change.lines) if (!line.startsWith('\\')) shown.push(line.replace(/\r$/, ''));
      at = start + change.oldLines;
      grown += change.newLines - change.oldLines;
    }
    for (; at < to; at++) shown.push(` ${lines[at] ?? ''}`);
    return { oldStart: from + 1, newStart, lines: shown };
  });
}

/** With the lines around them, and one where they meet. */
function merged(stretches: readonly Stretch[], count: number): Stretch[] {
  const all: Stretch[] = [];
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const wide = { from: Math.max(0, from - around), to: Math.min(count, to + around) };
    const open = all.at(-1);
    if (open && wide.from <= open.to + 1) open.to = Math.max(open.to, wide.to);
    else all.push(wide);
  }
  return all;
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}
