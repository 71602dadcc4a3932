// In: an edit or a place in one. Out: whether it is about another name of swan (`const s = swan`) or a test for swan,
// rather than about a site.
// Goes by the text, as the names that a program has for swan are not known to the laws.

import type { Edit } from '../../src/index.ts';

/** The place belongs to an edit that gives swan another name, takes the name out, or settles a test for it. */
export function isNaming(at: number, code: string, edits: readonly Edit[]): boolean {
  const around = edits.filter((edit) => edit.at.start <= at && at < edit.at.end);
  const inner = around.sort((a, b) => a.at.end - a.at.start - (b.at.end - b.at.start))[0];
  return inner !== undefined && isNamingEdit(inner, code);
}

export function isNamingEdit({ at, text }: Edit, code: string): boolean {
  if (text.some((part) => typeof part !== 'string')) return false;
  return /\bswan\b|^\s*(?:(?:const|let|var) )?[\w$]+(?: = [\w$]+)?;?\s*$/.test(code.slice(at.start, at.end));
}
