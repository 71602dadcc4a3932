// In: an edit or a place in one. Out: whether it is about another name of swan (`const s = swan`) or a test for swan,
// rather than about a site.
// Goes by the text, as the names that a program has for swan are not known to the laws.

import type { Edit } from '../../src/index.ts';

/** The place belongs to an edit that gives swan another name, takes the name out, or settles a test for it. */
export function isNaming(at: number, code: string, edits: readonly Edit[]): boolean {
  const around = edits.filter((edit) => edit.at.start <= at && at < edit.at.end);
  const inner = around.sort((a, b) => a.at.end - a.at.start - (b.at.end - b.at.start))[0];
  return inner !== undefined && (isNamingEdit(inner, code) || isTestOf(inner, at, code));
}

/** The place is part of the test of an `if`, or of a condition, of which only what it decided is left. */
function isTestOf({ at: { start }, text }: Edit, at: number, code: string): boolean {
  const first = text.find((part) => typeof part !== 'string');
  if (first === undefined || at >= first.start) return false;
  const gone = code.slice(start, first.start);
  return /\bswan\b/.test(gone) && (text.indexOf(first) === 0 || gone.startsWith('if'));
}

export function isNamingEdit({ at, text }: Edit, code: string): boolean {
  if (text.some((part) => typeof part !== 'string')) return false;
  return /\bswan\b|^\s*(?:(?:const|let|var) )?[\w$]+(?: = [\w$]+)?;?\s*$/.test(code.slice(at.start, at.end));
}
