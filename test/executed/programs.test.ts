// Every program on the reference swan alone: it ends by itself, sends or tells something, throws nothing, and does the
// same when it runs again. What is not the same twice there could not prove anything later.

import { describe, expect, test } from 'vitest';
import { compareRuns } from '../reference/compare.ts';
import { runProgram } from '../reference/run.ts';
import { readPrograms } from './program-file.ts';

const programs = readPrograms().filter((program) => !program.isBroken);

describe.concurrent('programs on the reference swan', () => {
  test.each(programs.map((program) => [program.name, program] as const))(
    '%s',
    async (name, { files, entry, run, compare }) => {
      const options = { files, entry, target: 'swan', ...run } as const;
      const [first, second] = [await runProgram(options), await runProgram(options)];
      expect(first.trace.filter((event) => ['uncaught', 'unhandled', 'limit'].includes(event.name))).toEqual([]);
      // Two samples of the document do nothing that could be seen.
      if (!name.startsWith('net-')) expect(first.trace.length).toBeGreaterThan(0);
      expect(compareRuns(first, second, { target: 'swan', ...compare })).toEqual([]);
    },
  );
});
