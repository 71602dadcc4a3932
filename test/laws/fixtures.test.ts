// In: the cases of test/fixtures/cases. Out: whether each comes out as the files beside it say, on every target, and
// whether all laws hold for it in both styles. With UPDATE=1 the files are written first, to be read and committed.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCases } from './cases.ts';
import { differences, expectedFiles, missedIntentions, outcomesOf, update } from './expectations.ts';
import { violationsOf } from './laws.ts';
import { once } from './subject.ts';

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
      const found = outcomes().flatMap(({ target, style, subject }) =>
        violationsOf(subject).map((violation) => `${target}, ${style}: ${violation}`),
      );
      expect(found).toEqual([]);
    });

    it('is the same on wx in both styles', () => {
      const [native, dropin] = outcomes()
        .filter(({ target }) => target === 'wx')
        .map(({ subject }) => subject.result.code);
      expect(native).toBe(dropin);
    });
  });
});

function readExpected(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
