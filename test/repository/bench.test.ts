// In: a part of `npm run bench` on a few files, without the network. Out: whether its code runs, its corpora are the same everywhere, and
// its peers are pinned. Looks at no time: that is what the bench itself is for.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, root } from './files.ts';

interface Manifest {
  readonly devDependencies: Readonly<Record<string, string>>;
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cygnet-bench-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function bench(...args: string[]): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  const env = { ...process.env, TMPDIR: folder, TEMP: folder };
  return spawnSync(process.execPath, [path.join(root, 'bench/bench.mjs'), ...args], { encoding: 'utf8', env });
}

describe('the bench', () => {
  it('measures, and writes what it measured in place of what stood there', () => {
    const out = path.join(folder, 'results.md');
    const args = ['--size', '0.002', '--tables', 'rewrites', '--only', 'B', '--peers', 'babel', '--runs', '1'];
    const { status, stdout, stderr } = bench(...args, '--no-build', '--out', out);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stdout).toContain('### B: calls in every file (2 files, 2 with swan, 0.1 MB, 20 calls)');
    expect(stdout).toMatch(/^\| cygnet `migrate --to wx` \| .* \| 20 calls \|/m);
    expect(stdout).toMatch(/^\| bare Babel parse .* \|$/m);
    expect(existsSync(out)).toBe(true);
  });

  it.each([
    ['--tables', 'rewrite'],
    ['--only', 'D'],
    ['--runs', 'many'],
  ])('refuses %s %s', (...args) => {
    expect(bench(...args)).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('its peers', () => {
  const { devDependencies: peers } = JSON.parse(read('bench/package.json')) as Manifest;

  it('have one version each, and the parser is ours', () => {
    expect(Object.values(peers).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    const { devDependencies: ours } = JSON.parse(read('package.json')) as Manifest;
    expect(peers['@babel/parser']).toBe(ours['@babel/parser']);
  });

  it('are locked without a host', () => {
    expect(read('bench/package-lock.json')).not.toContain('"resolved"');
  });
});
