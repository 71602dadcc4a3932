// In: random programs of several modules that hand swan to each other, from a seed. Out: whether each does after
// the rewrite what it did before, on wx, and on fetch or axios in turn, as far as the report says that it will.
// FOLLOW_RUNS and FOLLOW_SEED try others; `node scripts/follow.mjs` tries many on every target, and shows each fault once.

import { afterAll, describe, expect, it } from 'vitest';
import { writeModules } from './random/program.ts';
import { explain, judgeAll, numbersOf, smaller, twoTargets } from './trial.ts';

const runs = Number(process.env['FOLLOW_RUNS'] ?? 10_000);
const seed = Number(process.env['FOLLOW_SEED'] ?? 20_261_125);

describe('random programs of several modules', () => {
  let told = '';

  it('do after the rewrite what they did before', { timeout: 600_000 }, async () => {
    const { programs, sites, kept, found } = await judgeAll(numbersOf(seed, runs), {
      write: writeModules,
      targetsOf: twoTargets,
      most: 1,
    });
    told = `${programs} programs of several modules, ${sites} sites on all targets, ${kept} of them kept`;
    const [first] = found;
    if (first) expect.fail(explain(await smaller(first)));
    expect(programs).toBe(runs);
    // Refusing is not the way out.
    expect(kept / sites).toBeLessThan(0.75);
  });

  afterAll(() => console.log(told));
});
