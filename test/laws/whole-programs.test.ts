// In: programs that stand in the repository for other reasons: the samples of the network document, the example
// mini-program, and the programs that are executed. Out: whether all laws hold for them, on every target, in both styles.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { violationsOf } from './laws.ts';
import { makeSubjects, targetNames } from './subject.ts';

const root = path.join(import.meta.dirname, '../..');
const places = ['test/fixtures/samples', 'examples/mini-program', 'test/executed/programs'];

/** The document's own sample with a stray brace. */
const broken = new Set(['s07-onSocketOpen.js', 'net-07-on-open.js']);

const files = places.flatMap((place) =>
  readdirSync(path.join(root, place), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file))
    .sort()
    .map((file) => ({ file: path.posix.join(place, file.split(path.sep).join('/')) })),
);

describe('whole programs', () => {
  it('are there', () => {
    for (const place of places.slice(0, 2))
      expect(files.filter(({ file }) => file.startsWith(place)).length).toBeGreaterThan(8);
  });

  it.each(files)('$file obeys the laws', ({ file }) => {
    const filename = path.basename(file);
    const subjects = makeSubjects({ name: file, filename, code: readFileSync(path.join(root, file), 'utf8') });
    for (const target of targetNames) {
      for (const style of ['native', 'dropin'] as const) {
        const subject = subjects({ target, style });
        expect(violationsOf(subject), `${target}, ${style}`).toEqual([]);
        expect(subject.result.status === 'failed', target).toBe(broken.has(filename));
      }
    }
  });
});
