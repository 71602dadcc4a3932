// In: a text. Out: line and column of an offset, and a code frame around a place.
// Knows nothing of what stands in the text.

import { printable } from './printable.ts';
import type { Span } from './text.ts';

/** Counted from 1; columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Lines {
  /** The place of an offset. A byte order mark does not count as a column. */
  place(offset: number): Position;
  /** The lines around a span with a mark under it, as plain text that is printable. */
  frame(span: Span): string;
}

export function indexLines(text: string): Lines {
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 13 && text.charCodeAt(at + 1) === 10) continue;
    if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029) starts.push(at + 1);
  }

  function lineOf(offset: number): number {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function place(offset: number): Position {
    const line = lineOf(offset);
    return { line: line + 1, column: Math.max(1, offset - (starts[line] ?? 0) + 1) };
  }

  function lineText(line: number): string {
    const start = starts[line] ?? 0;
    const end = starts[line + 1] ?? text.length;
    const own = text.slice(start, end);
    return own.slice(0, own.length - (/(?:\r\n|[\r\n\u2028\u2029])$/.exec(own)?.[0].length ?? 0));
  }

  function frame(span: Span): string {
    const from = place(span.start);
    const to = place(Math.max(span.start, span.end));
    const first = Math.max(0, from.line - 3);
    const last = Math.min(starts.length - 1, from.line + 1);
    const width = String(last + 1).length;
    const rows: string[] = [];
    for (let line = first; line <= last; line++) {
      const here = line + 1 === from.line;
      const own = clip(lineText(line));
      const content = printable(own);
      rows.push(`${here ? '>' : ' '} ${String(line + 1).padStart(width)} | ${content}`.trimEnd());
      if (here && from.column <= own.length + 1) {
        const lead = printable(own.slice(0, from.column - 1)).replace(/[^\t]/g, ' ');
        const marked = to.line === from.line ? own.slice(from.column - 1, to.column - 1) : '';
        const length = Math.max(1, printable(marked).length, to.line === from.line ? to.column - from.column : 1);
        rows.push(`  ${' '.repeat(width)} | ${lead}${'^'.repeat(Math.min(length, 80))}`);
      }
    }
    return rows.join('\n');
  }

  return { place, frame };
}

/** A minified line would fill the screen. */
function clip(line: string): string {
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
