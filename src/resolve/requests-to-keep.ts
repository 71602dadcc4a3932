// In: the comments of a file. Out: the lines whose calls a person wants to keep, with the reason that they gave.
// `// cygnet-ignore-next-line` is about the next line that holds code. Knows nothing of calls.

import type { SourceUnit } from '../syntax/parse.ts';
import type { Span } from '../text/text.ts';

const request = /^\/[/*]+\s*cygnet-ignore-next-line(?![\w-])([^]*?)(?:\*\/)?$/;

/** The reason for a place that begins on such a line, empty where none was given; undefined for all others. */
export function requestsToKeep({ text, comments }: SourceUnit): (at: Span) => string | undefined {
  const lines: { readonly start: number; readonly end: number; readonly reason: string }[] = [];
  for (const [i, comment] of comments.entries()) {
    const match = request.exec(text.slice(comment.start, comment.end));
    if (!match) continue;
    const start = codeBehind(text, comment.end, comments.slice(i + 1));
    lines.push({
      start,
      end: lineEnd(text, start),
      reason: (match[1] ?? '')
        .replace(/^[\s:–—-]+/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    });
  }
  return (at) => lines.find(({ start, end }) => start <= at.start && at.start < end)?.reason;
}

/** Where the code of the next line begins that holds some. */
function codeBehind(text: string, from: number, comments: readonly Span[]): number {
  let at = lineEnd(text, from);
  for (;;) {
    const white = /\s*/y;
    white.lastIndex = at;
    at += white.exec(text)?.[0].length ?? 0;
    const comment = comments.find(({ start }) => start === at);
    if (!comment) return at;
    at = comment.end;
  }
}

function lineEnd(text: string, from: number): number {
  const end = /\r?\n|$/g;
  end.lastIndex = from;
  return end.exec(text)?.index ?? text.length;
}
