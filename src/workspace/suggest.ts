// In: a word that is not known and the words that are. Out: the known word it is probably a slip for.
// Knows nothing of what the words mean.

import leven from 'leven';

import type { InEach } from '../locale/locale.ts';

/** The nearest of `known`, when it is near enough that a person would call it a typing error. */
export function findNearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length * 0.4)) + 1;
  for (const candidate of known) {
    const distance = distanceBetween(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** `Did you mean X?`, or nothing. */
export function askIfMeant(word: string, known: readonly string[]): InEach<string> | undefined {
  const nearest = findNearest(word, known);
  return nearest === undefined ? undefined : { en: `Did you mean ${nearest}?`, 'zh-CN': `是不是想写 ${nearest}？` };
}

/** Two neighbours that changed places are one slip of the hand. */
function distanceBetween(a: string, b: string): number {
  const distance = leven(a, b);
  return distance === 2 && sorted(a) === sorted(b) ? 1 : distance;
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
