// In: the text of a file. Out: what of it other files may see, so that a change of the rest need not be told to them.
// Looks at words only: it takes too much for news and never too little.

import { mayConcernOthers, mayReplace } from '../resolve/scan.ts';
import { namedModules } from './circles.ts';

/** Nothing where all of the text may matter to others. */
export function outlineOf(text: string | undefined): string | undefined {
  if (text === undefined || mayConcernOthers(text) || mayReplace(text)) return undefined;
  return namedModules(text).join('\n');
}
