// In: a list of numbers. Out: choices, one number each; when the list is used up, always the first, plainest choice.
// A shorter list or smaller numbers make a smaller program, which is what shrinking needs.

export interface Tape {
  /** A number from 0 up to but without `count`. */
  readonly pick: (count: number) => number;
  /** True about once in `rarity` times. */
  readonly isRare: (rarity: number) => boolean;
  /** One of the values; the first is the plainest. */
  readonly of: <T>(values: readonly [T, ...T[]]) => T;
}

export function tapeOf(numbers: readonly number[]): Tape {
  let at = 0;
  const pick = (count: number): number => (numbers[at++] ?? 0) % count;
  return {
    pick,
    isRare: (rarity) => pick(rarity) === rarity - 1,
    of: (values) => values[pick(values.length)] ?? values[0],
  };
}
