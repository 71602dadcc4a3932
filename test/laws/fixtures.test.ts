// In: the cases of test/fixtures/cases. Out: whether each comes out as the files beside it say, on every target, and
// whether all laws hold for it in both styles. With UPDATE=1 the files are written first, to be read and committed.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCases } from './cases.ts';
import { differences, expectedFiles, missedIntentions, outcomesOf, update, type Outcome } from './expectations.ts';
import { inSteps, lawsBySite } from './laws-by-site.ts';
import { laws, violationsOf } from './laws.ts';
import { once, type Law, type Violations } from './subject.ts';

const isUpdate = process.env['UPDATE'] === '1';
const cases = readCases();

describe('fixtures', () => {
  it('are there', () => {
    expect(cases.length).toBeGreaterThan(100);
  });

  describe.each(cases.map((fixture) => [fixture.name, fixture] as const))('%s', (_name, fixture) => {
    // Not before its tests run: whoever asks for one case does not wait for the others.
    const outcomes = once(() => outcomesOf(fixture));

    beforeAll(() => {
      if (isUpdate) update(fixture, outcomes());
    });

    it('does what it is meant to show', () => {
      expect(missedIntentions(fixture, outcomes())).toEqual([]);
    });

    it('comes out as expected', () => {
      const wanted = expectedFiles(fixture, outcomes());
      for (const [file, text] of wanted) {
        const found = readExpected(path.join(fixture.folder, file));
        if (found !== undefined) expect(text, file).toBe(found);
      }
      expect(differences(fixture, wanted)).toEqual([]);
    });

    it('obeys the laws', () => {
      expect(violationsIn(outcomes(), laws)).toEqual([]);
    });

    it('obeys the laws site by site', () => {
      const found = violationsIn(outcomes(), lawsBySite);
      // What ends in another text says why, and is no longer to say so when it does not.
      const isStated = (violation: string): boolean =>
        fixture.inSteps !== undefined && violation.includes(inSteps.name);
      expect(found.filter((violation) => !isStated(violation))).toEqual([]);
      expect(found.some(isStated)).toBe(fixture.inSteps !== undefined);
    });

    it('is the same on wx in both styles', () => {
      const [native, dropin] = outcomes()
        .filter(({ target }) => target === 'wx')
        .map(({ subject }) => subject.result.code);
      expect(native).toBe(dropin);
    });
  });
});

function violationsIn(outcomes: readonly Outcome[], wanted: readonly Law[]): Violations {
  return outcomes.flatMap(({ target, style, subject }) =>
    violationsOf(subject, wanted).map((violation) => `${target}, ${style}: ${violation}`),
  );
}

function readExpected(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
