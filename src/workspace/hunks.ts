// In: a text before and after, and the edits that lead from one to the other. Out: the hunks of a unified diff.
// The edits say where the texts differ, so the work grows with the changes and not with the file: only the lines that
// they touch are compared.
// Knows nothing of paths and colours.

import { structuredPatch } from 'diff';

import type { Edit } from '../core.ts';
import { occurrencesOf } from '../text/lines.ts';
import { growthOf } from '../text/moved.ts';

export interface Hunk {
  oldStart: number;
  oldLines: number;
  newStart: number;
  newLines: number;
  /** Each has ` `, `-`, `+` or `\` in front. */
  lines: string[];
}

/** Whole lines `[start, end)` of the old text, `growth` longer in the new one. */
interface Region {
  readonly start: number;
  end: number;
  growth: number;
}

/** So many unchanged lines stand before and after each change. */
const context = 3;

/** Beyond this, finding the least change costs more than it tells. */
const maxEditLength = 2000;

export function hunksOf(before: string, after: string, edits: readonly Edit[] = []): Hunk[] {
  const hunks = withContext(bareHunksOf(before, after, edits), linesOf(before));
  return hunks.map((hunk) => ({ ...hunk, lines: detached(hunk.lines) }));
}

/** Each with what ends it. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length;) {
    const lineFeed = text.indexOf('\n', start);
    const end = lineFeed < 0 ? text.length : lineFeed + 1;
    lines.push(text.slice(start, end));
    start = end;
  }
  return lines;
}

/** The same lines, as texts of their own: as parts of both whole texts they would keep these alive for as long as they are held. */
function detached(lines: readonly string[]): string[] {
  return lines.join('\n').split('\n');
}

/** The same without lines around the changes. */
export function bareHunksOf(before: string, after: string, edits: readonly Edit[]): Hunk[] {
  return changesIn(regionsOf(edits, before), before, after) ?? changesBetween(before, after);
}

function regionsOf(edits: readonly Edit[], before: string): Region[] {
  const regions: Region[] = [];
  for (const edit of [...edits].sort((a, b) => a.at.start - b.at.start)) {
    const start = before.slice(0, edit.at.start).lastIndexOf('\n') + 1;
    const lineFeed = before.indexOf('\n', edit.at.end);
    const end = lineFeed < 0 ? before.length : lineFeed + 1;
    const open = regions.at(-1);
    if (open && start <= open.end) {
      open.end = Math.max(open.end, end);
      open.growth += growthOf(edit);
    } else regions.push({ start, end, growth: growthOf(edit) });
  }
  return regions;
}

/** The changes without lines around them; nothing when the edits do not explain the new text. */
function changesIn(regions: readonly Region[], before: string, after: string): Hunk[] | undefined {
  const changes: Hunk[] = [];
  let [oldAt, newAt, oldLine, newLine] = [0, 0, 0, 0];
  for (const { start, end, growth } of regions) {
    const unchanged = before.slice(oldAt, start);
    if (!after.startsWith(unchanged, newAt)) return undefined;
    const skipped = occurrencesOf('\n', unchanged);
    newAt += unchanged.length;
    oldLine += skipped;
    newLine += skipped;
    const newEnd = newAt + end - start + growth;
    const [from, to] = [before.slice(start, end), after.slice(newAt, newEnd)];
    for (const change of changesBetween(from, to)) {
      changes.push({ ...change, oldStart: change.oldStart + oldLine, newStart: change.newStart + newLine });
    }
    oldLine += occurrencesOf('\n', from);
    newLine += occurrencesOf('\n', to);
    [oldAt, newAt] = [end, newEnd];
  }
  return before.slice(oldAt) === after.slice(newAt) ? changes : undefined;
}

/** The least changes that lead from one text to the other, or one of everything when finding them is too dear. */
function changesBetween(before: string, after: string): Hunk[] {
  // Nearly every change: `swan.request({` becomes `wx.request({`.
  if (before !== after && isOneLine(before) && isOneLine(after)) {
    const lines = [`-${before.slice(0, -1)}`, `+${after.slice(0, -1)}`];
    return [{ oldStart: 1, oldLines: 1, newStart: 1, newLines: 1, lines }];
  }
  const least = structuredPatch('', '', before, after, '', '', { context: 0, maxEditLength });
  if (least) return least.hunks;
  const removed = structuredPatch('', '', before, '', '', '', { context: 0 }).hunks;
  const added = structuredPatch('', '', '', after, '', '', { context: 0 }).hunks;
  const all: Hunk = { oldStart: 1, oldLines: 0, newStart: 1, newLines: 0, lines: [] };
  for (const hunk of [...removed, ...added]) addChange(all, hunk);
  return [all];
}

function isOneLine(text: string): boolean {
  return text !== '' && text.indexOf('\n') === text.length - 1;
}

/** The changes with the unchanged lines around them; those that share such lines become one. */
function withContext(changes: readonly Hunk[], oldLines: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  for (const change of changes) {
    const open = hunks.at(-1);
    const between = open ? change.oldStart - open.oldStart - open.oldLines : Infinity;
    if (open && between <= 2 * context) {
      addUnchanged(open, between, oldLines);
      addChange(open, change);
    } else {
      if (open) addUnchanged(open, context, oldLines);
      const lead = Math.min(context, change.oldStart - 1);
      const start = { oldStart: change.oldStart - lead, newStart: change.newStart - lead };
      const hunk = { ...start, oldLines: 0, newLines: 0, lines: [] };
      addUnchanged(hunk, lead, oldLines);
      addChange(hunk, change);
      hunks.push(hunk);
    }
  }
  const last = hunks.at(-1);
  if (last) addUnchanged(last, context, oldLines);
  return hunks;
}

function addChange(hunk: Hunk, { oldLines, newLines, lines }: Hunk): void {
  hunk.oldLines += oldLines;
  hunk.newLines += newLines;
  for (const line of lines) hunk.lines.push(line);
}

function addUnchanged(hunk: Hunk, count: number, oldLines: readonly string[]): void {
  const at = hunk.oldStart - 1 + hunk.oldLines;
  for (const line of oldLines.slice(at, at + count)) {
    hunk.oldLines++;
    hunk.newLines++;
    if (line.endsWith('\n')) hunk.lines.push(` ${line.slice(0, -1)}`);
    else hunk.lines.push(` ${line}`, '\\ No newline at end of file');
  }
}
