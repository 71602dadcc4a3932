// In: nothing. Out: how vitest finds and runs the tests.
// Fixtures are data: a file below test/fixtures is never collected as a test.

import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { localeOfEnvironment } from './src/locale/locale.ts';

/** A search of minutes that begins last keeps one worker while the other has nothing left to do. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => /[\\/]follow[\\/]random-/.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  cacheDir: 'node_modules/.cache/vite',
  test: {
    // What programs print is compared in English, whatever whoever runs the tests speaks.
    env: localeOfEnvironment(process.env) === 'en' ? {} : { LC_ALL: 'C' },
    include: ['test/**/*.test.ts'],
    exclude: ['test/fixtures/**', '**/node_modules/**'],
    // A test that hangs ends at some time; one that only has to wait for a busy machine passes.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // Most tests wait for servers, browsers and child processes: two at a time also on a machine with two cores.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
});
