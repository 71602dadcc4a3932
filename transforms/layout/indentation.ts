// In: kept text that goes to another indentation. Out: the same text, its lines moved.
// White space that belongs to a value or a comment stays as it is. Knows nothing of what the text means.

import type { Tools } from '../../src/target.ts';
import type { Span, Template } from '../../src/text/text.ts';

/** The white space that an offset has before it on its line; nothing when more than that stands there. */
export function leadAt(offset: number, tools: Tools): string | undefined {
  const from = Math.max(0, offset - 400);
  const before = tools.text({ start: from, end: offset });
  let start = before.length;
  while (start > 0 && ' \t'.includes(before.charAt(start - 1))) start -= 1;
  const isLineStart =
    start > 0
      ? '\n\u2028\u2029'.includes(before.charAt(start - 1)) ||
        (from === 0 && start === 1 && before.startsWith('\uFEFF'))
      : from === 0;
  return isLineStart ? before.slice(start) : undefined;
}

/**
 * `span` with its lines moved from one indentation to another. It stays as it is when a line of it does not have the
 * indentation that is to go, or when a site stands inside, whose own edit needs the text in one piece.
 */
export function reindent(span: Span, from: string, to: string, tools: Tools): Template {
  const text = tools.text(span);
  if (from === to || !text.includes('\n') || tools.holdsSite(span)) return [span];
  const verbatim = tools.verbatim(span);
  const parts: (string | Span)[] = [];
  let start = span.start;
  // Lines without anything on them have nothing to move.
  for (const match of text.matchAll(/\n([ \t]*)(?![ \t\r\n])/g)) {
    const lineBreak = span.start + match.index;
    if (verbatim.some((fixed) => fixed.start <= lineBreak && lineBreak < fixed.end)) continue;
    if (!match[1]?.startsWith(from)) return [span];
    parts.push({ start, end: lineBreak + 1 }, to);
    start = lineBreak + 1 + from.length;
  }
  parts.push({ start, end: span.end });
  return parts;
}
