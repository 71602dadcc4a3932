// In: one number. Out: a tape of choices without end, always the same for the same number, so that a program has a name
// by which it can be written again.

import type { Tape } from '../../laws/random/tape.ts';

export function tapeFrom(number: number): Tape {
  let state = number >>> 0;
  const pick = (count: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  };
  return {
    pick,
    isRare: (rarity) => pick(rarity) === rarity - 1,
    of: (values) => values[pick(values.length)] ?? values[0],
  };
}
