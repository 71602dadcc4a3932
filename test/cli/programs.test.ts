// Several mini-programs in one root: each is packed without what lies around it, so each has a shim of its own.
// On the real binary. Each case makes a small tree of its own.

import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { type Files, addFiles, commitAll, cygnet, makeProject, plainCall, read, snapshot } from './command-line.ts';

const moduleCall = `import './other.js';\n\n${plainCall}`;
const typedCall = 'export const send = (options: any) => swan.request(options);\n';
const app = (networkTimeout?: object) =>
  JSON.stringify({ pages: ['pages/a'], ...(networkTimeout && { networkTimeout }) });

async function migrate(cwd: string, ...more: string[]) {
  return cygnet(['migrate', '--to', 'fetch', '--write', ...more], { cwd });
}

/** The shims that are there, by path. */
function shimsIn(folder: string): string[] {
  return Object.keys(snapshot(folder)).filter((name) => /(^|\/)swan-net\.\w+$/.test(name));
}

const sideBySide: Files = {
  'draw/app.json': app({ request: 5000 }),
  'draw/pages/a.js': plainCall,
  'cook/app.json': app({ request: 30_000, uploadFile: 9000 }),
  'cook/app.js': moduleCall,
  'quiet/app.json': app({ request: 7 }),
  'quiet/app.js': "const url = 'request';\nswan.showToast({ title: url });\n",
};

describe('programs below the root', { concurrent: true }, () => {
  it('one of them: its shim lies in it, with its timeouts', async () => {
    const top = makeProject({
      'package.json': '{}',
      'miniprogram/app.json': app({ request: 1234 }),
      'miniprogram/pages/list/a.js': plainCall,
    });
    const { code, stderr } = await migrate(top);
    expect(code).toBe(0);
    expect(stderr).toContain('shim   miniprogram/swan-net.js\n');
    expect(stderr).not.toContain('warning');
    expect(shimsIn(top)).toEqual(['miniprogram/swan-net.js']);
    expect(read(top, 'miniprogram/pages/list/a.js')).toContain("require('../../swan-net.js')");
    expect(read(top, 'miniprogram/swan-net.js')).toContain('request: 1234');
  });

  it('each that needs a shim gets its own: its timeouts, its kind of module', async () => {
    const cwd = makeProject(sideBySide);
    const before = snapshot(cwd);
    const { code, stderr } = await migrate(cwd);
    expect(code).toBe(0);
    expect(stderr).toContain('shim   cook/swan-net.js\n         draw/swan-net.js\n');
    expect(shimsIn(cwd)).toEqual(['cook/swan-net.js', 'draw/swan-net.js']);
    expect(read(cwd, 'draw/pages/a.js')).toContain("require('../swan-net.js')");
    expect(read(cwd, 'cook/app.js')).toContain("from './swan-net.js'");
    expect(read(cwd, 'draw/swan-net.js')).toMatch(/^exports\./m);
    expect(read(cwd, 'draw/swan-net.js')).toContain('request: 5000');
    expect(read(cwd, 'cook/swan-net.js')).toMatch(/^export /m);
    expect(read(cwd, 'cook/swan-net.js')).toContain('request: 30000');
    const written = snapshot(cwd);
    const second = await migrate(cwd);
    expect(second.stderr).toContain('no file changes');
    expect(snapshot(cwd)).toEqual(written);
    expect((await cygnet(['check'], { cwd })).code).toBe(0);
    expect((await cygnet(['undo'], { cwd })).code).toBe(0);
    expect(snapshot(cwd)).toEqual(before);
  });

  it('a program inside another one is a program of its own', async () => {
    const cwd = makeProject({
      'app.json': app({ request: 1000 }),
      'a.js': plainCall,
      'demo/app.json': app({ request: 2000 }),
      'demo/pages/a.js': plainCall,
    });
    await migrate(cwd);
    expect(read(cwd, 'a.js')).toContain("require('./swan-net.js')");
    expect(read(cwd, 'swan-net.js')).toContain('request: 1000');
    expect(read(cwd, 'demo/pages/a.js')).toContain("require('../swan-net.js')");
    expect(read(cwd, 'demo/swan-net.js')).toContain('request: 2000');
  });

  it('what belongs to none of them uses the shim of the root, with the timeouts that the programs agree on', async () => {
    const cwd = makeProject({
      'package.json': '{}',
      'shared/net.js': plainCall,
      'mini/app.json': app({ request: 4000 }),
      'mini/a.js': plainCall,
    });
    const { stderr } = await migrate(cwd);
    expect(shimsIn(cwd)).toEqual(['mini/swan-net.js', 'swan-net.js']);
    expect(read(cwd, 'shared/net.js')).toContain("require('../swan-net.js')");
    expect(read(cwd, 'swan-net.js')).toContain('request: 4000');
    expect(stderr).not.toContain('warning');
  });

  it('a preview shows all shims, in a diff that git apply takes and that is what --write does', async () => {
    const written = makeProject(sideBySide);
    const patched = makeProject(sideBySide);
    const { stdout } = await cygnet(['migrate', '--to', 'fetch'], { cwd: patched });
    expect(snapshot(patched)).toEqual(sideBySideText());
    commitAll(patched);
    const { status, stderr } = spawnSync('git', ['apply'], { cwd: patched, input: stdout, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    await migrate(written);
    expect(snapshot(patched)).toEqual(snapshot(written));
  });

  it('shims that are there grow, each by what its own files need', async () => {
    const cwd = makeProject({ ...sideBySide, 'draw/b.js': 'swan.closeSocket();\n' });
    await migrate(cwd, 'draw/pages', 'cook');
    const cook = read(cwd, 'cook/swan-net.js');
    const names = (text: string) => [...text.matchAll(/^exports\.(\w+)/gm)].map(([, name]) => name);
    const first = names(read(cwd, 'draw/swan-net.js'));
    const { code } = await migrate(cwd);
    expect(code).toBe(0);
    expect(names(read(cwd, 'draw/swan-net.js'))).toEqual(expect.arrayContaining([...first, 'closeSocket']));
    expect(read(cwd, 'cook/swan-net.js')).toBe(cook);
  });

  it('only the importers of a program decide about its language, and its own tsconfig about the import', async () => {
    const cwd = makeProject({
      'typed/app.json': '{}',
      'typed/tsconfig.json': '{ "compilerOptions": { "module": "nodenext", "moduleResolution": "nodenext" } }',
      'typed/utils/a.ts': typedCall,
      'plain/app.json': '{}',
      'plain/a.js': plainCall,
    });
    expect((await migrate(cwd)).code).toBe(0);
    expect(shimsIn(cwd)).toEqual(['plain/swan-net.js', 'typed/swan-net.ts']);
    expect(read(cwd, 'typed/utils/a.ts').replaceAll('"', "'")).toContain("from '../swan-net.js'");
    expect((await migrate(cwd)).stderr).toContain('no file changes');
  });

  it('a tsconfig of the root that is about other folders makes no TypeScript of a shim', async () => {
    const cwd = makeProject({
      'tsconfig.json': '{ "compilerOptions": { "allowJs": true }, "include": ["compiled"] }',
      'compiled/app.json': '{}',
      'compiled/a.js': moduleCall,
      'plain/app.json': '{}',
      'plain/a.js': plainCall,
    });
    await migrate(cwd);
    expect(shimsIn(cwd)).toEqual(['compiled/swan-net.ts', 'plain/swan-net.js']);
  });

  it('a tsconfig that cannot be read matters only where a shim goes', async () => {
    const files = {
      'template/app.json': '{}',
      'template/tsconfig.json': '{ "extends": "./nothing.json" }',
      'template/a.js': "swan.showToast({ title: 'ok' });\n",
      'mini/app.json': '{}',
      'mini/a.js': plainCall,
    };
    expect((await migrate(makeProject(files))).code).toBe(0);
    const { code, stderr } = await migrate(makeProject({ ...files, 'template/b.js': plainCall }));
    expect(stderr).toContain('cannot be read as a tsconfig');
    expect(code).toBe(2);
  });

  it('an app.json that is not understood is named, and the others keep their timeouts', async () => {
    const cwd = makeProject({ ...sideBySide, 'draw/app.json': '{ nonsense' });
    const { code, stderr } = await migrate(cwd);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /warning draw\/app\.json was not understood \(.+\): for it draw\/swan-net\.js has the default/,
    );
    expect(read(cwd, 'draw/swan-net.js')).toContain('const timeouts = { other: 60000 };');
    expect(read(cwd, 'cook/swan-net.js')).toContain('request: 30000');
  });

  it('a file of a program where its shim should go stops the run, and the way out is a run over that program', async () => {
    const cwd = makeProject({ ...sideBySide, 'draw/swan-net.js': '// mine\n' });
    const before = snapshot(cwd);
    const { code, stderr } = await migrate(cwd);
    expect(code).toBe(2);
    expect(stderr).toContain('draw/swan-net.js is where the shim should go');
    expect(snapshot(cwd)).toEqual(before);
    const [, folder = '', name = ''] = /cygnet migrate (\S+) --shim (\S+?)\.?\n/.exec(stderr) ?? [];
    expect((await migrate(cwd, folder, '--shim', name)).code).toBe(0);
    expect(read(cwd, 'draw/pages/a.js')).toContain(`require('../${name}')`);
    expect(read(cwd, `draw/${name}`)).toContain('request: 5000');
  });

  it('one that is a repository of its own is guarded by it', async () => {
    const cwd = makeProject(sideBySide);
    commitAll(path.join(cwd, 'draw'));
    addFiles(cwd, { 'draw/pages/a.js': `${plainCall}// not committed\n` });
    const before = snapshot(cwd);
    const { code, stderr } = await migrate(cwd);
    expect(code).toBe(2);
    expect(stderr).toContain('1 of the files to be written has uncommitted changes');
    expect(stderr).toContain('draw/pages/a.js');
    expect(snapshot(cwd)).toEqual(before);
    commitAll(path.join(cwd, 'draw'));
    expect((await migrate(cwd)).code).toBe(0);
  });

  it('standard input is code of the program that its name lies in', async () => {
    const cwd = makeProject(sideBySide);
    const args = ['migrate', '--to', 'fetch', '--stdin', '--stdin-filename', 'draw/pages/new.js'];
    const { stdout, stderr } = await cygnet(args, { cwd, input: plainCall });
    expect(stdout).toContain("require('../swan-net.js')");
    expect(stderr).toContain('from draw/swan-net.js');
  });

  it('the JSON report names the programs that have network code, with their timeouts, and the shims', async () => {
    const cwd = makeProject(sideBySide);
    const { stdout } = await cygnet(['migrate', '--to', 'fetch', '--report', 'json'], { cwd });
    expect((JSON.parse(stdout) as { needs: object }).needs).toMatchObject({
      networkTimeout: { request: 30_000, uploadFile: 60_000 },
      programs: [
        { app: 'cook/app.json', networkTimeout: { request: 30_000, uploadFile: 9000 } },
        { app: 'draw/app.json', networkTimeout: { request: 5000 } },
      ],
      shims: ['cook/swan-net.js', 'draw/swan-net.js'],
    });
    const markdown = await cygnet(['migrate', '--to', 'fetch', '--report', 'markdown'], { cwd });
    expect(markdown.stdout).toContain('`networkTimeout` of `draw/app.json`: `request` 5000 ms.');
  });
});

describe('--shim for several programs', { concurrent: true }, () => {
  const files = (first: object | undefined, second: object | undefined): Files => ({
    'one/app.json': app(first),
    'one/a.js': plainCall,
    'two/app.json': app(second),
    'two/a.js': plainCall,
  });

  it('is one file in the root for all, and says that it is not in their packages', async () => {
    const cwd = makeProject(files({ request: 5000 }, { request: 5000 }));
    const { code, stderr } = await migrate(cwd, '--shim', 'lib/net.js');
    expect(code).toBe(0);
    expect(read(cwd, 'one/a.js')).toContain("require('../lib/net.js')");
    expect(read(cwd, 'two/a.js')).toContain("require('../lib/net.js')");
    expect(read(cwd, 'lib/net.js')).toContain('request: 5000');
    expect(stderr).toContain('warning lib/net.js lies outside of one, two');
    expect(stderr).not.toContain('differs');
    expect(shimsIn(cwd)).toEqual([]);
    expect((await migrate(cwd, '--shim', 'lib/net.js')).stderr).toContain('no file changes');
  });

  it.each([
    ['two values', { request: 5000 }, { request: 8000 }, 8000],
    ['a value and none', { request: 5000 }, undefined, 60_000],
  ])('has the longest timeout where they differ, and says so: %s', async (_, first, second, longest) => {
    const cwd = makeProject(files(first, second));
    const { code, stderr } = await migrate(cwd, '--shim', 'net.js');
    expect(code).toBe(0);
    expect(read(cwd, 'net.js')).toContain(`request: ${longest}`);
    expect(stderr).toContain(
      `net.js serves programs whose networkTimeout differs (one/app.json, two/app.json): it has the longest of each API, request ${longest} ms`,
    );
  });

  it('of the config file means the same', async () => {
    const cwd = makeProject({ ...files(undefined, undefined), 'cygnet.config.json': '{ "shim": "net.js" }' });
    await migrate(cwd);
    expect(read(cwd, path.join('two', 'a.js'))).toContain("require('../net.js')");
  });
});

function sideBySideText(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sideBySide)
      .map(([name, content]) => [name, content.toString()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
