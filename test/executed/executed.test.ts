// Proof by execution: each program runs on the reference swan as it is, and rewritten in the world of each target, both
// against a real server. Wire and trace must be equal, but for what a ruling of the contract excepts (see the
// directives in the programs).

import { describe, expect, test } from 'vitest';
import { rewrite, targetNames } from '../../src/index.ts';
import { targets } from '../../src/targets.ts';
import { compareRuns } from '../reference/compare.ts';
import { runProgram, type Run } from '../reference/run.ts';
import { readPrograms, type ProgramFile, type TargetName } from './program-file.ts';
import { rewriteProgram, type Style } from './rewritten.ts';

const programs = readPrograms();
/** Where swan's object becomes another one the style makes no difference. */
const ways: readonly (readonly [TargetName, Style])[] = targetNames.flatMap((target) =>
  'global' in targets[target].host
    ? [[target, 'native']]
    : [
        [target, 'native'],
        [target, 'dropin'],
      ],
);

const before = new Map<string, Promise<Run>>();

/** The program as it is, on the reference swan; once for all targets. */
function runBefore({ name, files, entry, run }: ProgramFile): Promise<Run> {
  const known = before.get(name);
  if (known) return known;
  const made = runProgram({ files, entry, target: 'swan', ...run });
  before.set(name, made);
  return made;
}

describe.concurrent.each(ways)('executed on %s, style %s', (target, style) => {
  const wanted = programs.filter((program) => !program.isBroken && program.targets.includes(target));
  test.each(wanted.map((program) => [program.name, program] as const))('%s', async (_, program) => {
    const { files, left, kept } = await rewriteProgram(program, target, style);
    expect(left).toEqual([]);
    expect(kept).toEqual(program.kept);
    const after = await runProgram({ files, entry: program.entry, target, ...program.run });
    const differences = compareRuns(await runBefore(program), after, { target, ...program.compare });
    if (differences.length > 0)
      expect.fail(`${differences.join('\n')}\n\nthe program was rewritten to:\n${files[program.entry]}`);
  });
});

describe.each(targetNames)('programs that do not parse, for %s', (target) => {
  test.each(programs.filter((program) => program.isBroken).map((program) => [program.name, program] as const))(
    '%s stays as it is',
    (name, { code }) => {
      const result = rewrite(code, { filename: name, target });
      expect([result.status, result.code]).toEqual(['failed', code]);
      expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['parse-error']);
    },
  );
});
