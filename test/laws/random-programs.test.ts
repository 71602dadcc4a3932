// In: random programs from a seed. Out: whether all laws hold for each of them on every target, and whether exactly the
// places that the writer of the program knows to be swan's were moved, and none of the decoys.
// A failure shows the smallest program that was found, and the seed and path that lead to it.

import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { checkProgram } from './random/oracle.ts';
import { writeProgram } from './random/program.ts';
import { shrink, type Numbers } from './random/shrink.ts';
import { makeSubjects, targetNames, type TargetName } from './subject.ts';

const runs = Number(process.env['LAWS_RUNS'] ?? 260);
const seed = Number(process.env['LAWS_SEED'] ?? 20_260_101);
const leastSites = process.env['LAWS_RUNS'] === undefined ? 20_000 : 1;

const number = fc.nat({ max: 0xffff });
const head = fc.array(number, { minLength: 30, maxLength: 60, size: 'max' });
const statement = fc.array(number, { minLength: 60, maxLength: 400, size: 'max' });
const statements = fc.array(statement, { minLength: 6, maxLength: 16, size: 'max' });
const turn = fc.nat({ max: 11 });

describe('random programs', () => {
  let sites = 0;
  let programs = 0;
  const verdicts = new Map<string, number>();

  it('obey the laws', { timeout: 600_000 }, () => {
    const property = fc.property(head, statements, turn, (...[first, rest, way]) => {
      const numbers = { head: first, statements: rest };
      const program = writeProgram(first, rest);
      const subjects = makeSubjects(program);
      programs++;
      for (const target of targetNames) {
        const { violations, result } = checkProgram(program, target, way, subjects);
        sites += program.sites.length;
        for (const { verdict } of result.sites) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
        if (violations[0] !== undefined) throw new Error(explain(numbers, target, way, violations[0]));
      }
    });
    // Programs are made small here, not by fast-check, which would try for minutes.
    fc.assert(property, { seed, numRuns: runs, endOnFailure: true });
  });

  it(`hold at least ${leastSites} sites`, () => {
    expect(sites).toBeGreaterThanOrEqual(leastSites);
  });

  afterAll(() => {
    const shown = [...verdicts].sort().map(([verdict, count]) => `${count} ${verdict}`);
    console.log(`${programs} random programs, ${sites} sites on ${targetNames.length} targets: ${shown.join(', ')}`);
  });
});

/** The law that was broken, and the smallest program that still breaks it. */
function explain(numbers: Numbers, target: TargetName, way: number, violation: string): string {
  const law = violation.slice(0, violation.indexOf(':'));
  const breaks = (smaller: Numbers): readonly string[] =>
    checkProgram(writeProgram(smaller.head, smaller.statements), target, way).violations.filter((one) =>
      one.startsWith(law),
    );
  const small = shrink(numbers, (smaller) => breaks(smaller).length > 0);
  const program = writeProgram(small.head, small.statements);
  return `${target}, ${program.filename}, way ${way}\n${breaks(small).join('\n')}\n\n${program.code}`;
}
