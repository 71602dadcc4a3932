// In: a file without network calls. Out: the other APIs of swan that it uses, by count.
// A file that does not parse has none: what is not to be rewritten need not be understood.

import { isParseFailure, parse } from '../syntax/parse.ts';
import { contains, type Span } from '../text/text.ts';
import { resolve, type Resolution } from './resolve.ts';

/** For a file that is no candidate (`isCandidate`); of the others `rewrite` tells. Never throws on a program. */
export function countOthers(code: string, filename: string): Readonly<Record<string, number>> {
  const unit = parse(code, filename);
  return isParseFailure(unit) ? {} : countsOf(resolve(unit));
}

/** @param dropped code that goes without a trace */
export function countsOf(
  { others }: Pick<Resolution, 'others'>,
  dropped: readonly Span[] = [],
): Readonly<Record<string, number>> {
  const isLeft = (at: Span): boolean => !dropped.some((span) => contains(span, at));
  const counts = [...others].map(([member, places]) => [member, places.filter(isLeft).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
