// In: the comments of a file and its rewritten sites. Out: a note at each comment that tells TypeScript to expect an
// error in a line of such a site. Whether the new line has one is for the checker to say.

import type { DraftSite } from './lower.ts';
import type { LiftedFile } from '../lift/file.ts';
import type { Note } from '../target.ts';

export function expectedErrors({ text, comments }: LiftedFile, sites: readonly DraftSite[]): Note[] {
  const rewritten = sites.filter(({ verdict }) => verdict !== 'kept');
  return comments.flatMap((comment): Note[] => {
    if (!/^\/[/*]\s*@ts-expect-error\b/.test(text.slice(comment.start, comment.end))) return [];
    // The line that it is about is the next one with code in it.
    let line = { start: endOfLine(comment.end), end: endOfLine(comment.end) };
    do {
      const start = line.end + 1;
      line = { start, end: endOfLine(start) };
    } while (line.end < text.length && /^\s*(?:\/\/.*)?$/.test(text.slice(line.start, line.end)));
    const isAbout = rewritten.some(({ at }) => at.start <= line.end && line.start <= at.end);
    return isAbout ? [{ code: 'error-expected', at: comment, details: {} }] : [];
  });

  function endOfLine(from: number): number {
    const at = text.indexOf('\n', from);
    return at < 0 ? text.length : at;
  }
}
