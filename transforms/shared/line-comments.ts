// In: what is taken out of a stretch. Out: the same, but for the line breaks that end a line comment which stays in front of code.
// Knows nothing of what is taken out.

import { isLineComment } from '../../src/text/comments.ts';
import type { Tools } from '../../src/target.ts';
import type { Edit, Span } from '../../src/text/text.ts';

/** @param removals none of them within another one */
export function withLineEnds(removals: readonly Edit[], inside: Span, tools: Tools): Edit[] {
  const { source } = tools;
  const kept = tools
    .comments(inside)
    .filter((comment) => isLineComment(source, comment))
    .filter(({ start, end }) => !removals.some(({ at }) => at.start < end && start < at.end));
  const sorted = [...removals].sort((a, b) => a.at.start - b.at.start);
  for (const { end } of kept) {
    const next = behind(end, sorted, source);
    if (isLineEnd(source, next)) continue;
    // `// a⏎  gone: 1 }` → `// a⏎  }`
    const [first, last] = [
      sorted.findIndex(({ at }) => at.start >= end),
      sorted.findLastIndex(({ at }) => at.end <= next),
    ];
    move(first, (at) => ({ ...at, start: behindLineEnd(at, source) }));
    move(last, (at) => ({ ...at, end: next }));
  }
  return sorted;

  function move(index: number, to: (at: Span) => Span): void {
    const removal = sorted[index];
    if (removal) sorted[index] = { ...removal, at: to(removal.at) };
  }
}

/** What comes next, once the removals are made. */
function behind(from: number, removals: readonly Edit[], source: string): number {
  let offset = from;
  for (;;) {
    const removal = removals.find(({ at }) => at.start <= offset && offset < at.end);
    if (removal) offset = removal.at.end;
    else if (/[ \t]/.test(source.charAt(offset))) offset++;
    else return offset;
  }
}

/** A comment up to the end of the line is one with that before it. */
function isLineEnd(source: string, offset: number): boolean {
  return /^(?:$|[\n\r\u2028\u2029]|\/\/)/.test(source.slice(offset, offset + 2));
}

function behindLineEnd({ start, end }: Span, source: string): number {
  const [breaks = ''] = /^[ \t]*(?:\r\n|[\n\r\u2028\u2029])[ \t]*/.exec(source.slice(start, end)) ?? [];
  return start + breaks.length;
}
