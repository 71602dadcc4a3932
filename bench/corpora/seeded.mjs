// In: a number. Out: random numbers that are the same for the same number, on every machine (mulberry32), and choices made by them.
// Knows neither the clock nor Math.random.

export function seeded(seed) {
  let state = seed >>> 0;
  const f = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    f,
    int: (least, most) => least + Math.floor(f() * (most - least + 1)),
    pick: (choices) => choices[Math.floor(f() * choices.length)],
    chance: (share) => f() < share,
    normal: () => Math.sqrt(-2 * Math.log(1 - f())) * Math.cos(2 * Math.PI * f()),
  };
}

/** Most files of a project are short, some are long. */
export function fileSize(random, mean = 8.6, spread = 0.75) {
  return Math.max(900, Math.min(29000, Math.round(Math.exp(mean + spread * random.normal()))));
}
