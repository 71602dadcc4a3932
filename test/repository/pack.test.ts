// In: dist, built when it is older than its sources. Out: whether the package that npm would publish holds what its
// manifest promises and nothing of the workshop, and whether a program can import and start it.
// What the library and the program do is tested elsewhere.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isThere, read, root } from './files.ts';

interface Manifest {
  version: string;
  bin: Record<string, string>;
  exports: Record<string, string | Record<string, string>>;
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const promised = [
  ...Object.values(manifest.bin),
  ...Object.values(manifest.exports).flatMap((entry) => (typeof entry === 'string' ? entry : Object.values(entry))),
].map((file) => path.posix.normalize(file));

beforeAll(() => {
  const { status, stdout, stderr } = node(path.join(root, 'scripts/build.mjs'), '--if-needed');
  if (status !== 0) throw new Error(`the build failed:\n${stdout}${stderr}`);
});

describe('the package', () => {
  let packed: string[];

  beforeAll(() => {
    const { status, stdout, stderr } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`npm pack failed:\n${stderr}`);
    packed = filesOf(JSON.parse(stdout));
  });

  it('holds everything that its manifest names', () => {
    expect(promised.filter((file) => !packed.includes(file))).toEqual([]);
    expect(packed).toContain('LICENSE');
    if (isThere('README.md')) expect(packed).toContain('README.md');
  });

  it('holds nothing of the workshop', () => {
    const ours = /^(src|cli|transforms|test|scripts|examples|node_modules|\.)|\.tsbuildinfo$|\/\./;
    expect(packed.filter((file) => ours.test(file))).toEqual([]);
  });

  it('can be imported by its name', () => {
    const code = "import { rewrite } from 'cygnet'; console.log(typeof rewrite);";
    expect(node('--input-type=module', '--eval', code)).toMatchObject({ status: 0, stdout: 'function\n', stderr: '' });
  });

  it('can be started', () => {
    const main = path.join(root, manifest.bin['cygnet'] ?? '');
    expect(node(main, '--version')).toMatchObject({ status: 0, stdout: `${manifest.version}\n` });
  });
});

function node(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
}

/** npm answers with a list of packages, or since version 12 with an object that holds them by name. */
function filesOf(answer: unknown): string[] {
  const packages = Object.values(answer as Record<string, { files: { path: string }[] }>);
  return packages.flatMap((one) => one.files.map((file) => file.path));
}
