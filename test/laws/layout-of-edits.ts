// In: a text and edits over it. Out: the text that they ask for, and for every byte where it went or came from.
// Made without the splicing that it is compared with: each edit's parent is looked for on its own, and faults are counted
// instead of thrown. Knows nothing of JavaScript.

import type { Edit, Span } from '../../src/index.ts';

export interface Layout {
  readonly output: string;
  /** By offset in the input: where that unit stands in the output, -1 when it is gone. */
  readonly outOf: Int32Array;
  /** By offset in the output: where that unit came from, -1 when it is new. */
  readonly fromOf: Int32Array;
  /** The replaced stretches of the input that are not empty, and what stands there now. */
  readonly regions: readonly Region[];
  /** Edits that no kept span shows, bytes shown twice, edits that cross. */
  readonly faults: readonly string[];
}

export interface Region {
  readonly from: Span;
  readonly to: Span;
}

export function layOut(input: string, edits: readonly Edit[]): Layout {
  const faults: string[] = [];
  const inner = new Map<Edit | undefined, Edit[]>();
  edits.forEach((edit, index) => {
    for (const other of edits.slice(index + 1)) {
      if (crosses(edit.at, other.at)) faults.push(`edits ${show(edit.at)} and ${show(other.at)} cross`);
    }
    const parent = parentOf(edit, edits);
    inner.set(parent, [...(inner.get(parent) ?? []), edit]);
  });
  const shown = new Set<Edit>();
  const outOf = new Int32Array(input.length).fill(-1);
  const fromOf: number[] = [];
  const regions: Region[] = [];
  let output = '';
  keep({ start: 0, end: input.length }, undefined);
  for (const edit of edits) if (!shown.has(edit)) faults.push(`edit ${show(edit.at)} is lost`);
  return { output, outOf, fromOf: Int32Array.from(fromOf), regions, faults };

  function render(edit: Edit): void {
    shown.add(edit);
    const start = output.length;
    for (const part of edit.text) {
      if (typeof part === 'string') {
        output += part;
        for (let count = part.length; count > 0; count--) fromOf.push(-1);
      } else keep(part, edit);
    }
    if (edit.at.start < edit.at.end) regions.push({ from: edit.at, to: { start, end: output.length } });
  }

  function keep(span: Span, parent: Edit | undefined): void {
    const waiting = (inner.get(parent) ?? []).filter(
      (edit) => !shown.has(edit) && span.start <= edit.at.start && edit.at.end <= span.end,
    );
    const starts = new Set(waiting.map((edit) => edit.at.start));
    let at = span.start;
    while (at <= span.end) {
      const here = starts.has(at) ? waiting.filter((edit) => edit.at.start === at && !shown.has(edit)) : [];
      for (const edit of here) if (edit.at.end === at) render(edit);
      const wide = here.find((edit) => edit.at.end > at);
      if (wide) {
        render(wide);
        // An insertion where a replacement ends comes behind it.
        at = wide.at.end;
        continue;
      }
      if (at < span.end) copy(at);
      at++;
    }
  }

  function copy(from: number): void {
    if (outOf[from] !== -1) faults.push(`the unit at ${from} is shown twice`);
    outOf[from] = output.length;
    fromOf.push(from);
    output += input.charAt(from);
  }
}

/** The narrowest edit around this one; of two over the same span, the first is the outer. */
function parentOf(edit: Edit, edits: readonly Edit[]): Edit | undefined {
  let best: Edit | undefined;
  for (const other of edits) {
    if (other === edit || !isInside(edit, other, edits)) continue;
    if (!best || isInside(other, best, edits)) best = other;
  }
  return best;
}

function isInside(edit: Edit, outer: Edit, edits: readonly Edit[]): boolean {
  const [a, b] = [edit.at, outer.at];
  if (b.start === b.end) return false;
  if (a.start === a.end) return b.start < a.start && a.start < b.end;
  if (a.start === b.start && a.end === b.end) return edits.indexOf(outer) < edits.indexOf(edit);
  return b.start <= a.start && a.end <= b.end;
}

function crosses(a: Span, b: Span): boolean {
  return (
    (a.start < b.start && b.start < a.end && a.end < b.end) || (b.start < a.start && a.start < b.end && b.end < a.end)
  );
}

function show(span: Span): string {
  return `${span.start}..${span.end}`;
}
