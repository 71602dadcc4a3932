// In: the text of a file and a comment of it. Out: what the comment needs around it where it is shown again.
// Knows the three forms that end with their line, those of HTML among them; nothing of where comments belong.

import type { Span, Template } from './text.ts';

/** It goes to the end of its line: also what looks like HTML does. */
export function isLineComment(text: string, { start }: Span): boolean {
  return !text.startsWith('/*', start);
}

/** `-->` is a comment only where nothing but white space and comments stands before it. */
export function needsOwnLine(text: string, { start }: Span): boolean {
  return text.startsWith('-->', start);
}

/** The comment behind something else, so that neither becomes part of the other. */
export function commentBehind(text: string, comment: Span, eol: string): Template {
  const before = needsOwnLine(text, comment) ? eol : ' ';
  return [before, comment, ...(isLineComment(text, comment) ? [eol] : [])];
}
