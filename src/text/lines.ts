// In: a text. Out: line and column of an offset, a code frame around a place, and how often something stands in it.
// Knows nothing of what stands in the text.

import widthOf from 'fast-string-width';

import { printable } from './printable.ts';
import { firstFrom } from './sorted.ts';
import type { Span } from './text.ts';

/** Counted from 1; columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Lines {
  /** The place of an offset. A byte order mark does not count as a column. */
  place(offset: number): Position;
  /** The lines around a span with a mark under it, as plain text that is printable; the mark counts columns of a terminal. */
  frame(span: Span): string;
}

/** The text is looked through when a place is first asked for. */
export function indexLines(text: string): Lines {
  let found: readonly number[] | undefined;
  const startsOf = (): readonly number[] => (found ??= lineStarts(text));

  /** What stands before the first line, as a byte order mark does, belongs to it. */
  function lineOf(offset: number): number {
    return Math.max(0, firstFrom(startsOf(), offset + 1) - 1);
  }

  function place(offset: number): Position {
    const line = lineOf(offset);
    return { line: line + 1, column: Math.max(1, offset - (startsOf()[line] ?? 0) + 1) };
  }

  function lineText(line: number): string {
    const starts = startsOf();
    const start = starts[line] ?? 0;
    const end = starts[line + 1] ?? text.length;
    const own = text.slice(start, end);
    return own.slice(0, own.length - (/(?:\r\n|[\r\n\u2028\u2029])$/.exec(own)?.[0].length ?? 0));
  }

  function frame(span: Span): string {
    const from = place(span.start);
    const to = place(Math.max(span.start, span.end));
    const first = Math.max(0, from.line - 3);
    const last = Math.min(startsOf().length - 1, from.line + 1);
    const width = String(last + 1).length;
    const rows: string[] = [];
    for (let line = first; line <= last; line++) {
      const here = line + 1 === from.line;
      const whole = lineText(line);
      const own = clip(whole);
      rows.push(`${here ? '>' : ' '} ${String(line + 1).padStart(width)} | ${printable(own)}`.trimEnd());
      if (here && from.column <= own.length + 1) {
        const marked = to.line === from.line ? whole.slice(from.column - 1, to.column - 1) : '';
        const mark = '^'.repeat(Math.max(1, Math.min(columnsOf(marked.slice(0, 80)), 80)));
        rows.push(`  ${' '.repeat(width)} | ${blank(own.slice(0, from.column - 1))}${mark}`);
      }
    }
    return rows.join('\n');
  }

  return { place, frame };
}

/** How many columns of a terminal show the text: a Chinese character has two. A tab counts as one. */
function columnsOf(text: string): number {
  return widthOf(printable(text), { tabWidth: 1 });
}

/** White space as wide as the text is shown; tabs stay, whatever their width. */
function blank(text: string): string {
  return text
    .split('\t')
    .map((part) => ' '.repeat(columnsOf(part)))
    .join('\t');
}

function lineStarts(text: string): number[] {
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 13 && text.charCodeAt(at + 1) === 10) continue;
    if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029) starts.push(at + 1);
  }
  return starts;
}

/** A minified line would fill the screen. */
function clip(line: string): string {
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

export function occurrencesOf(part: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++;
  return count;
}
