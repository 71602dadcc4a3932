// In: the steps by which swan came to a call. Out: a line for each.
// Knows nothing of files.

import type { TraceStep } from '../../src/core.ts';
import { type Locale, wordsIn } from '../../src/locale/locale.ts';
import { debugWords, roadPlaceWords, valueWords } from './words.ts';

/** Characters of code that are shown of a step. */
const shownAtMost = 60;

export function traceLines(steps: readonly TraceStep[], locale: Locale): string[] {
  const say = wordsIn(debugWords, locale);
  if (steps.length === 0) return [say.noRoad];
  return steps.map(({ line, column, code, is, name = '', place, doubt }) => {
    const text = say.is(
      `${line}:${column}`,
      oneLine(code),
      valueWords[is][locale](name),
      roadPlaceWords[place][locale],
    );
    return doubt === undefined ? text : text + say.doubt(doubt);
  });
}

function oneLine(code: string): string {
  const line = [...code.slice(0, 4 * shownAtMost).replace(/\s+/g, ' ')];
  return line.length > shownAtMost ? `${line.slice(0, shownAtMost).join('')}…` : line.join('');
}
