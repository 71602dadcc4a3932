// In: a text and the edits of a rewrite. Out: the same as replacements of the least stretches, in their order, as editors take
// them: what the edits keep is touched by none of them.
// Knows nothing of what the edits are for.

import type { Edit } from '../core.ts';
import { splice } from '../text/text.ts';

/** `text` takes the place of what stands from `start` to `end`: offsets in the text before. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function textEditsOf(before: string, edits: readonly Edit[]): TextEdit[] {
  const found: TextEdit[] = [];
  let at = 0;
  let written = '';
  const close = (end: number): void => {
    if (end > at || written !== '') found.push({ start: at, end, text: written });
    written = '';
  };
  for (const { text, from } of splice(before, edits).pieces) {
    // What is kept of an earlier place stands behind a later one now: it is written there anew.
    if (from === undefined || from < at) written += text;
    else {
      close(from);
      at = from + text.length;
    }
  }
  close(before.length);
  return found;
}

/** The text with the replacements made. */
export function withTextEdits(before: string, edits: readonly TextEdit[]): string {
  let after = '';
  let at = 0;
  for (const { start, end, text } of edits) {
    after += before.slice(at, start) + text;
    at = end;
  }
  return after + before.slice(at);
}
