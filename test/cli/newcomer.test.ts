// A program as a newcomer ships it: ten pages, a wrapper, a chat, uploads, a package of its own, TypeScript and Vue.
// In: the program. Out: for each target the diff that lies beside it, which git applies, and everything back after undo.
// On the real binary. With UPDATE=1 the diffs are written, to be read as a reviewer reads them.

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { cygnet, makeProject, snapshot } from './command-line.ts';

const programs = path.resolve(import.meta.dirname, '../fixtures/programs');

const moves = ['newcomer', 'newcomer-typed'].flatMap((program) =>
  ['fetch', 'axios', 'wx'].map((target) => ({ program, target })),
);

function copy(program: string): string {
  const cwd = makeProject();
  cpSync(path.join(programs, program, 'before'), cwd, { recursive: true });
  return cwd;
}

/** The diff of the program's own files: what a shim holds is tested elsewhere. */
function withoutShims(diff: string): string {
  return diff
    .split(/^(?=--- )/m)
    .filter((part) => !part.startsWith('--- /dev/null'))
    .join('');
}

describe.each(moves)('$program moves to $target', { timeout: 120_000 }, ({ program, target }) => {
  it('and reads this diff', async () => {
    const { code, stdout, stderr } = await cygnet(['migrate', '--to', target], { cwd: copy(program) });
    expect(stderr).toContain('No network call is left.');
    expect(code).toBe(0);
    const file = path.join(programs, program, `${target}.diff`);
    if (process.env['UPDATE'] === '1') writeFileSync(file, withoutShims(stdout));
    expect(withoutShims(stdout)).toBe(readFileSync(file, 'utf8'));
  });

  it('writes it, finds nothing left, and takes it back', async () => {
    const cwd = copy(program);
    const before = snapshot(cwd);
    expect((await cygnet(['migrate', '--to', target, '--write'], { cwd })).code).toBe(0);
    expect(snapshot(cwd)).not.toEqual(before);
    expect((await cygnet(['check'], { cwd })).code).toBe(0);
    expect((await cygnet(['undo'], { cwd })).code).toBe(0);
    expect(snapshot(cwd)).toEqual(before);
  });
});
