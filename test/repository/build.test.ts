// In: a small library with a command line, built again and again by scripts/build.mjs as its sources change.
// Out: whether dist holds what it should and nothing else, and whether faults are told. The tests go on from one
// another, in the order in which they stand. Our own program is tested elsewhere.

import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantProject, type PlantedProject, type Ran } from './planted-project.ts';

const sources = {
  'src/index.ts': "export { one } from './one.ts';\n",
  'src/one.ts': 'export const one: number = 1;\n',
  'cli/main.ts': [
    "import { one } from '../src/index.ts';",
    'const args = process.argv.slice(2);',
    "if (args.includes('--lazy')) console.log((await import('./lazy.ts')).lazy);",
    'console.log(JSON.stringify({ one, args }));',
    '',
  ].join('\n'),
  'cli/lazy.ts': "import { version } from 'typescript';\nexport const lazy = `lazy ${typeof version}`;\n",
};

const outputs = ['cli/main.js', 'index.cjs', 'index.d.cts', 'index.d.ts', 'index.js'];

let project: PlantedProject;

beforeAll(() => {
  project = plantProject(sources);
  makeSourcesOld();
  first = build();
});

afterAll(() => project.remove());

let first: Ran;

describe('the build', () => {
  it('makes a library with its declarations, and a program', () => {
    expect(first).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(built()).toEqual(outputs);
    expect(read('dist/index.d.cts')).toBe('declare const one: number;\nexport {\n  one,\n};\n');
    expect(read('dist/index.d.ts')).toBe("export * from './index.cjs';\n");
  });

  it('makes a program that the system can start', () => {
    expect(read('dist/cli/main.js')).toMatch(/^#!\/usr\/bin\/env node\n/);
    if (process.platform !== 'win32') {
      expect(statSync(path.join(project.folder, 'dist/cli/main.js')).mode & 0o777).toBe(0o755);
    }
    expect(JSON.parse(project.run('dist/cli/main.js', ['a', 'b']).stdout)).toMatchObject({ one: 1, args: ['a', 'b'] });
  });

  it('leaves what is loaded later in parts of its own', () => {
    expect(lazyParts()).toHaveLength(1);
    expect(read('dist/cli/main.js')).not.toContain('typescript');
    expect(read(`dist/parts/${lazyParts()[0]}`)).toContain('typescript');
    expect(project.run('dist/cli/main.js', ['--lazy']).stdout).toMatch(/^lazy string\n/);
  });

  it('does nothing when nothing changed, where that is asked for', () => {
    const main = path.join(project.folder, 'dist/cli/main.js');
    const before = statSync(main).ino;
    expect(build('--if-needed')).toMatchObject({ status: 0 });
    expect(statSync(main).ino).toBe(before);
  });

  it('takes away what has no source any more', () => {
    project.write('src/two.ts', 'export const two = 2;\n');
    project.write('cli/lazy.ts', "export const lazy = 'lazy string';\n");
    expect(build('--if-needed')).toMatchObject({ status: 0 });
    expect(built()).toEqual(outputs);
    expect(lazyParts()).toHaveLength(1);
    expect(read(`dist/parts/${lazyParts()[0]}`)).not.toContain('typescript');
    expect(existsSync(path.join(project.folder, 'dist/.types/src/two.d.ts'))).toBe(true);
    rmSync(path.join(project.folder, 'src/two.ts'));
    expect(build('--if-needed')).toMatchObject({ status: 0 });
    expect(built()).toEqual(outputs);
    expect(existsSync(path.join(project.folder, 'dist/.types/src/two.d.ts'))).toBe(false);
  });

  it('makes everything again after dist is gone', () => {
    rmSync(path.join(project.folder, 'dist'), { recursive: true });
    expect(build('--if-needed')).toMatchObject({ status: 0 });
    expect(built()).toEqual(outputs);
  });

  it('tells of every fault at once, and where they are', () => {
    project.write('src/one.ts', "export const one: number = 'one';\n");
    project.write('cli/lazy.ts', "export { lazy } from './lost.ts';\n");
    project.write('scripts/store-runtime.mjs', "console.log('stored shim', process.argv[2]);\nprocess.exit(1);\n");
    const { status, stdout, stderr } = build();
    expect(status).toBe(1);
    expect(stdout).toContain('src/one.ts(1,14)');
    expect(stdout).toContain('stored shim --check');
    expect(stderr).toContain('cli/lazy.ts:1:21');
    expect(build('--if-needed').status).toBe(1);
  });

  it('fails when nothing but the stored shim is wrong', () => {
    for (const [file, text] of Object.entries(sources)) project.write(file, text);
    expect(build()).toMatchObject({ status: 1, stdout: 'stored shim --check\n', stderr: '' });
    rmSync(path.join(project.folder, 'scripts/store-runtime.mjs'));
    expect(build()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });
});

function build(...args: string[]): Ran {
  return project.run('scripts/build.mjs', args);
}

function read(file: string): string {
  return readFileSync(path.join(project.folder, file), 'utf8');
}

function lazyParts(): string[] {
  return readdirSync(path.join(project.folder, 'dist/parts')).filter((part) => part.startsWith('lazy-'));
}

/** Everything in dist but the parts, whose names say what they hold. */
function built(): string[] {
  const dist = path.join(project.folder, 'dist');
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !/^(parts|\.types)\//.test(file))
    .sort();
}

/** File systems do not all tell times apart that lie close together. */
function makeSourcesOld(): void {
  for (const entry of readdirSync(project.folder, { recursive: true, encoding: 'utf8' })) {
    if (entry.startsWith('node_modules')) continue;
    utimesSync(path.join(project.folder, entry), 1_000_000, 1_000_000);
  }
}
