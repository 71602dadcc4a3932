// In: a file without network calls. Out: the other APIs of swan that it uses, by count.
// A file that does not parse has none: what is not to be rewritten need not be understood.

import { isParseFailure, parse } from '../syntax/parse.ts';
import { resolve } from './resolve.ts';

/** For a file that is no candidate (`isCandidate`); of the others `rewrite` tells. Never throws on a program. */
export function countOthers(code: string, filename: string): Readonly<Record<string, number>> {
  const unit = parse(code, filename);
  return isParseFailure(unit) ? {} : Object.fromEntries(resolve(unit).others);
}
