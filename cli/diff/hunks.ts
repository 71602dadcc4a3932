// In: a text before and after, and the edits that lead from one to the other. Out: the hunks of a unified diff.
// The edits say where the texts differ, so the work grows with the changes and not with the file.
// Knows nothing of paths and colours.

import { diffArrays } from 'diff';

import type { Rewritten } from '../../src/index.ts';

type Edit = Rewritten['edits'][number];

export interface Hunk {
  /** Counted from 1, as diffs do; an empty range counts the line before it. */
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  /** Each with ` `, `-` or `+` in front; a line that ends the text without a line break is followed by a `\` line. */
  readonly lines: readonly string[];
}

/** Lines `[oldStart, oldEnd)` of the old text, from 0, became `[newStart, newEnd)` of the new one. */
interface Block {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

const context = 3;

export function hunksOf(before: string, after: string, edits?: readonly Edit[]): Hunk[] {
  if (before === after) return [];
  const oldLines = linesOf(before);
  const newLines = linesOf(after);
  const regions = (edits && regionsOf(before, after, edits)) ?? [wholeOf(oldLines, newLines)];
  const blocks = regions.flatMap((region) => blocksWithin(region, oldLines, newLines));
  return groupBlocks(blocks, oldLines, newLines);
}

/** Lines with their line feeds; only a line feed ends a line, as in git. */
function linesOf(text: string): string[] {
  const lines = text.split(/(?<=\n)/);
  return lines.length === 1 && lines[0] === '' ? [] : lines;
}

function wholeOf(oldLines: readonly string[], newLines: readonly string[]): Block {
  return { oldStart: 0, oldEnd: oldLines.length, newStart: 0, newEnd: newLines.length };
}

/** The runs of lines that the edits touch; nothing when the edits do not explain the new text. */
function regionsOf(before: string, after: string, edits: readonly Edit[]): Block[] | undefined {
  const starts = [0];
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) starts.push(at + 1);
  if (starts.at(-1) === before.length && before.length > 0) starts.pop();
  const sorted = [...edits].sort((a, b) => a.at.start - b.at.start);
  const touched: { first: number; last: number }[] = [];
  for (const edit of sorted) {
    const first = lineAt(starts, edit.at.start);
    const last = lineAt(starts, edit.at.end);
    const open = touched.at(-1);
    if (open && first <= open.last + 1) open.last = Math.max(open.last, last);
    else touched.push({ first, last });
  }
  let grown = 0;
  let next = 0;
  let oldAt = 0;
  let newAt = 0;
  let newLine = 0;
  let oldLine = 0;
  const blocks: Block[] = [];
  for (const { first, last } of touched) {
    const start = starts[first] ?? before.length;
    const end = starts[last + 1] ?? before.length;
    if (!isSame(before, oldAt, start, after, newAt)) return undefined;
    newAt += start - oldAt;
    newLine += first - oldLine;
    for (let edit = sorted[next]; edit && (edit.at.start < end || end === before.length); edit = sorted[++next]) {
      grown += growthOf(edit);
    }
    const newEnd = end + grown;
    const lines = linesOf(after.slice(newAt, newEnd)).length;
    blocks.push({
      oldStart: first,
      oldEnd: end === before.length ? starts.length : last + 1,
      newStart: newLine,
      newEnd: newLine + lines,
    });
    [oldAt, newAt, oldLine, newLine] = [end, newEnd, last + 1, newLine + lines];
  }
  const isExplained =
    after.length - newAt === before.length - oldAt && isSame(before, oldAt, before.length, after, newAt);
  return isExplained ? blocks : undefined;
}

/** How much longer an edit makes the text, the edits inside of it not counted. */
export function growthOf(edit: Edit): number {
  let length = 0;
  for (const part of edit.text) length += typeof part === 'string' ? part.length : part.end - part.start;
  return length - (edit.at.end - edit.at.start);
}

function isSame(before: string, start: number, end: number, after: string, at: number): boolean {
  return before.slice(start, end) === after.slice(at, at + end - start);
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The least change that explains a region, when finding it is not too dear. */
function blocksWithin(region: Block, oldLines: readonly string[], newLines: readonly string[]): Block[] {
  const from = oldLines.slice(region.oldStart, region.oldEnd);
  const to = newLines.slice(region.newStart, region.newEnd);
  const changes = diffArrays(from, to, { maxEditLength: 2000 });
  if (!changes) return [region];
  const blocks: Block[] = [];
  let [oldAt, newAt] = [region.oldStart, region.newStart];
  let open: Block | undefined;
  for (const change of changes) {
    if (!change.added && !change.removed) {
      if (open) blocks.push(open);
      open = undefined;
      oldAt += change.count;
      newAt += change.count;
      continue;
    }
    const { oldStart, newStart }: Block = open ?? { oldStart: oldAt, oldEnd: oldAt, newStart: newAt, newEnd: newAt };
    if (change.removed) oldAt += change.count;
    else newAt += change.count;
    open = { oldStart, oldEnd: oldAt, newStart, newEnd: newAt };
  }
  if (open) blocks.push(open);
  return blocks;
}

function groupBlocks(blocks: readonly Block[], oldLines: readonly string[], newLines: readonly string[]): Hunk[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && block.oldStart - last.oldEnd <= 2 * context) group.push(block);
    else groups.push([block]);
  }
  return groups.map((group) => hunkOf(group, oldLines, newLines));
}

function hunkOf(group: readonly Block[], oldLines: readonly string[], newLines: readonly string[]): Hunk {
  const first = group[0];
  const last = group.at(-1);
  if (!first || !last) throw new Error('a hunk without changes');
  const lead = Math.min(context, first.oldStart);
  const trail = Math.min(context, oldLines.length - last.oldEnd);
  const oldStart = first.oldStart - lead;
  const newStart = first.newStart - lead;
  const lines: string[] = [];
  let at = oldStart;
  for (const block of group) {
    push(' ', oldLines, at, block.oldStart);
    push('-', oldLines, block.oldStart, block.oldEnd);
    push('+', newLines, block.newStart, block.newEnd);
    at = block.oldEnd;
  }
  push(' ', oldLines, at, last.oldEnd + trail);
  const oldCount = last.oldEnd + trail - oldStart;
  const newCount = last.newEnd + trail - newStart;
  return {
    oldStart: oldCount === 0 ? oldStart : oldStart + 1,
    oldLines: oldCount,
    newStart: newCount === 0 ? newStart : newStart + 1,
    newLines: newCount,
    lines,
  };

  function push(mark: string, source: readonly string[], start: number, end: number): void {
    for (const line of source.slice(start, end)) {
      if (line.endsWith('\n')) lines.push(mark + line.slice(0, -1));
      else lines.push(mark + line, '\\ No newline at end of file');
    }
  }
}
