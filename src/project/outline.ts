// In: the text of a file. Out: what of it other files may see, or what it comes to among them, so that a change of the rest need not be
// told to anybody.
// Looks at words only: it takes too much for news and never too little.

import { isCandidate, mayConcernOthers, mayReplace } from '../resolve/scan.ts';
import { mayHoist, namedModules } from './circles.ts';

/** Nothing where all of the text may matter to others. */
export function outlineOf(text: string | undefined): string | undefined {
  if (text === undefined || mayConcernOthers(text) || mayReplace(text)) return undefined;
  const isEarly = mayHoist(text) && isCandidate(text);
  return [isEarly ? 'early' : 'late', ...namedModules(text)].join('\n');
}
