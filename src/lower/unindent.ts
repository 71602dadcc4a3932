// In: a text, edits over it, and the blocks that lose the `if` around them. Out: the same edits, in which the lines of each
// such block stand one step further to the left: what is new is written so, and what is kept loses white space at its
// line starts. Every edit stays the edit of what it was made for.
// Lines within a text or a comment keep their place. Knows nothing of what the edits are for.

import { contains, splice, type Edit, type Span, type Spliced } from '../text/text.ts';

/** A statement that is left with what stood in its block. */
export interface Unwrapped {
  readonly at: Span;
  readonly inner: Span;
}

export interface Unindented {
  /** Those that were given, in their order. */
  readonly edits: readonly Edit[];
  /** White space that goes from kept lines. */
  readonly removed: readonly Edit[];
}

/** What goes with its whole lines goes as far as the block around it does, where that has lost its test. */
export function fitInside<Hole extends object = never>(edit: Edit<Hole>, blocks: readonly Unwrapped[]): Edit<Hole> {
  if (edit.text.length > 0) return edit;
  const around = blocks.find(({ at, inner }) => {
    const isPart = edit.at.start < inner.end && inner.start < edit.at.end && !contains(inner, edit.at);
    return isPart && contains(at, edit.at) && !contains(edit.at, at);
  });
  if (!around) return edit;
  const { start, end } = around.inner;
  return { at: { start: Math.max(start, edit.at.start), end: Math.min(end, edit.at.end) }, text: [] };
}

/**
 * The last lines of such a block go with the line break before them, and what stands behind the first ones takes their
 * place.
 */
export function closeUp<Hole extends object = never>(
  edits: readonly Edit<Hole>[],
  text: string,
  blocks: readonly Unwrapped[],
): Edit<Hole>[] {
  /** No other edit has a part in it, but for those around the block. */
  const isFree = (start: number, end: number, own: Edit<Hole>): boolean =>
    !edits.some(({ at }) => at.start < end && start < at.end && !contains(at, own.at));
  const removals = edits.filter(({ at, text: own }) => own.length === 0 && at.start < at.end);
  const isFirst = (offset: number): boolean =>
    blocks.some(({ inner }) => inner.start === offset) ||
    removals.some(({ at }) => at.end === offset && isFirst(at.start));
  const isLast = (offset: number): boolean =>
    // A comment in front may end with its line only.
    blocks.some(({ at, inner }) => inner.end === offset && /^[ \t]*(?:\r?\n|$)/.test(text.slice(at.end))) ||
    removals.some(({ at }) => at.start === offset && isLast(at.end));
  return edits.map((edit) => {
    if (!removals.includes(edit)) return edit;
    let { start, end } = edit.at;
    if (isFirst(start)) while (/[ \t]/.test(text.charAt(end)) && text.charAt(edit.at.end - 1) === '\n') end++;
    else if (isLast(end)) while (/\s/.test(text.charAt(start - 1))) start--;
    return isFree(start, edit.at.start, edit) && isFree(edit.at.end, end, edit)
      ? { at: { start, end }, text: [] }
      : edit;
  });
}

/** The stretches of a text in which a line break is part of a value or of a comment; nothing where it does not parse. */
export type Verbatim = (text: string) => readonly Span[] | undefined;

export function unindent(
  text: string,
  verbatimOf: Verbatim,
  edits: readonly Edit[],
  blocks: readonly Unwrapped[],
): Unindented {
  if (blocks.length === 0) return { edits, removed: [] };
  const spliced = splice(text, edits);
  const shifts = blocks.flatMap((block) => shiftOf(text, edits, spliced, block));
  const verbatim = shifts.length > 0 ? verbatimOf(spliced.text) : undefined;
  if (!verbatim) return { edits, removed: [] };
  return take(edits, spliced, spacesOf(spliced.text, shifts, verbatim));
}

/** What the lines of a stretch of the output lose. */
interface Shift {
  readonly at: Span;
  /** How far the indentation of the block's surroundings goes, which stays. */
  readonly from: number;
  readonly width: number;
}

function shiftOf(text: string, edits: readonly Edit[], { placed }: Spliced, { at, inner }: Unwrapped): Shift[] {
  const edit = edits.find((one) => one.at.start === at.start && one.at.end === at.end);
  const place = edit && placed.get(edit);
  const outer = indentAt(text, at.start);
  const own = indentAt(text, inner.start);
  if (!place || own === outer || !own.startsWith(outer)) return [];
  return [{ at: place, from: outer.length, width: own.length - outer.length }];
}

/** Offsets in the output of the white space that goes. */
function spacesOf(output: string, shifts: readonly Shift[], verbatim: readonly Span[]): Set<number> {
  const spaces = new Set<number>();
  // A block within another one is moved first, and then moves along.
  const sorted = [...shifts].sort((a, b) => a.at.end - a.at.start - (b.at.end - b.at.start));
  const starts = new Set(sorted.flatMap(({ at }) => lineStartsIn(output, at)));
  for (const start of starts) {
    if (verbatim.some((span) => span.start < start && start <= span.end)) continue;
    let left = Array.from(/^[ \t]*/.exec(output.slice(start, lineEnd(output, start)))?.[0] ?? '', (_, i) => start + i);
    for (const { at, from, width } of sorted) {
      if (start < at.start || start >= at.end) continue;
      for (const space of left.slice(from, from + width)) spaces.add(space);
      left = [...left.slice(0, from), ...left.slice(from + width)];
    }
  }
  return spaces;
}

function lineStartsIn(output: string, { start, end }: Span): number[] {
  const starts: number[] = [];
  for (let at = output.indexOf('\n', start); at >= 0 && at < end; at = output.indexOf('\n', at + 1))
    starts.push(at + 1);
  return starts;
}

function lineEnd(output: string, start: number): number {
  const end = output.indexOf('\n', start);
  return end < 0 ? output.length : end;
}

/** New text is written without the spaces; kept ones get an edit of their own. */
function take(edits: readonly Edit[], { pieces }: Spliced, spaces: ReadonlySet<number>): Unindented {
  const removed: Edit[] = [];
  const rewritten = new Map<Edit, Map<number, string>>();
  let offset = 0;
  for (const { text, from, by } of pieces) {
    if (by) {
      const left = Array.from({ length: text.length }, (_, i) => (spaces.has(offset + i) ? '' : text.charAt(i))).join(
        '',
      );
      if (left !== text)
        rewritten.set(by.edit, (rewritten.get(by.edit) ?? new Map<number, string>()).set(by.part, left));
    } else if (from !== undefined) {
      for (let i = 0; i < text.length; i++) {
        let end = i;
        while (end < text.length && spaces.has(offset + end)) end++;
        if (end > i) removed.push({ at: { start: from + i, end: from + end }, text: [] });
        i = Math.max(i, end);
      }
    }
    offset += text.length;
  }
  return {
    edits: edits.map((edit) => {
      const parts = rewritten.get(edit);
      return parts ? { at: edit.at, text: edit.text.map((part, i) => parts.get(i) ?? part) } : edit;
    }),
    removed,
  };
}

function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}
