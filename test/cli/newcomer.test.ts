// A program as a newcomer ships it: ten pages, a wrapper, a chat, uploads, a package of its own, TypeScript and Vue.
// In: the program. Out: for each target the diff that lies beside it; what is written does what the program did, as played by
// the run.* beside it on a real server; and everything is back after undo.
// On the real binary. With UPDATE=1 the diffs are written, to be read as a reviewer reads them.

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { compareRuns } from '../reference/compare.ts';
import { runProgram, type Run } from '../reference/run.ts';
import type { WorldName } from '../reference/world.ts';
import { cygnet, makeProject, snapshot } from './command-line.ts';

const programs = path.resolve(import.meta.dirname, '../fixtures/programs');

const entries = { newcomer: 'run.js', 'newcomer-typed': 'run.ts' } as const;
type Program = keyof typeof entries;

const moves = (['newcomer', 'newcomer-typed'] as const).flatMap((program) =>
  (['fetch', 'axios', 'wx'] as const).map((target) => ({ program, target })),
);

function copy(program: Program): string {
  const cwd = makeProject();
  cpSync(path.join(programs, program, 'before'), cwd, { recursive: true });
  return cwd;
}

/** Plays the program that lies in the folder. Of components there is the script. */
function play(cwd: string, program: Program, target: WorldName): Promise<Run> {
  const files: Record<string, string> = {};
  for (const [name, bytes] of Object.entries(snapshot(cwd))) {
    const text = Buffer.from(bytes, 'latin1').toString();
    const [, lang, script] = /<script(?: setup)?(?: lang="(ts)")?>([^]*)<\/script>/.exec(text) ?? [];
    if (name.endsWith('.vue')) files[`${name}.${lang ?? 'js'}`] = (script ?? '').replace("'vue'", "'./vue'");
    else if (/\.[jt]s$/.test(name)) files[name] = text;
  }
  const entry = entries[program];
  files[entry] = readFileSync(path.join(programs, program, entry), 'utf8');
  files['views/vue.js'] = 'export const ref = (value) => ({ value });';
  return runProgram({ files, entry, target });
}

/** How often progress is told is the platform's own business, and a page cannot set the fields of a socket. */
function comparable({ wire, trace }: Run): Run {
  return {
    wire: wire.map((entry) => (entry.kind === 'socket' ? { ...entry, header: {} } : entry)),
    trace: trace.filter(({ value }) => !/"percent":(?!100\b)/.test(JSON.stringify(value) ?? '')),
  };
}

const plays = new Map<Program, Promise<Run>>();

/** The program as it is, on the reference swan; once for all targets. */
function playBefore(program: Program): Promise<Run> {
  const played = plays.get(program) ?? play(copy(program), program, 'swan');
  plays.set(program, played);
  return played;
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

  it('writes it, finds nothing left, does what it did, and takes it back', async () => {
    const cwd = copy(program);
    const before = snapshot(cwd);
    expect((await cygnet(['migrate', '--to', target, '--write'], { cwd })).code).toBe(0);
    expect(snapshot(cwd)).not.toEqual(before);
    expect((await cygnet(['check'], { cwd })).code).toBe(0);
    const [was, is] = [await playBefore(program), await play(cwd, program, target)].map(comparable);
    expect(is?.wire.length).toBeGreaterThan(4);
    expect(was && is && compareRuns(was, is, { target, order: 'channel', fileNames: 'any' })).toEqual([]);
    expect((await cygnet(['undo'], { cwd })).code).toBe(0);
    expect(snapshot(cwd)).toEqual(before);
  });
});
