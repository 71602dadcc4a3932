// Where the shim goes, what kind of module it is, and what happens to a file that is there. On the real binary where it writes, refuses or
// takes back, and else on the workspace that it runs over, which costs no process. Each case makes a small project of its own.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { diskMachine } from '../../src/workspace/disk/disk-machine.ts';
import type { WorkspaceOptions } from '../../src/workspace/known.ts';
import { openWorkspace } from '../../src/workspace/workspace.ts';
import { addFiles, commitAll, cygnet, makeProject, plainCall, read, snapshot } from './command-line.ts';

const moduleCall = `import './other.js';\n\n${plainCall}`;
const opaqueCall = 'export const send = (options: any) => swan.request(options);\n';

async function migrate(cwd: string, ...more: string[]) {
  return cygnet(['migrate', '--to', 'fetch', '--write', ...more], { cwd });
}

/** Puts what a run comes to where it belongs, and says how many files that changes, and what is said of it. */
async function moved(cwd: string, wish: Partial<WorkspaceOptions> = {}) {
  const detail = { hasText: true, hasHunks: false };
  const workspace = await openWorkspace({ cwd, target: 'fetch', detail, ...wish }, diskMachine);
  const { shims, warnings } = await workspace.shims();
  const written = [...(await workspace.settle()).files, ...shims].filter(
    (file) => file.after !== undefined && !(existsSync(file.path) && readFileSync(file.path, 'utf8') === file.after),
  );
  for (const { path: file, after = '' } of written) writeFileSync(file, after);
  return { changed: written.length, warnings: warnings.map(({ en }) => en) };
}

/** The libraries of the compiler are the same for all projects, and most of its work. */
const libraries = new Map<string, ts.SourceFile | undefined>();

/** What the compiler has against the project in a folder. */
function typeErrors(folder: string): string[] {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const config = ts.getParsedCommandLineOfConfigFile(path.join(folder, 'tsconfig.json'), {}, host);
  if (!config) throw new Error('there is no tsconfig');
  const compiler = ts.createCompilerHost(config.options);
  const { getSourceFile } = compiler;
  compiler.getSourceFile = (file, options) => {
    if (!/\/lib\.[\w.]+\.d\.ts$/.test(file)) return getSourceFile(file, options);
    if (!libraries.has(file)) libraries.set(file, getSourceFile(file, options));
    return libraries.get(file);
  };
  const program = ts.createProgram(config.fileNames, config.options, compiler);
  const faults = [...config.errors, ...ts.getPreEmitDiagnostics(program)];
  return faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

describe('where the shim goes', { concurrent: true }, () => {
  it('beside the nearest app.json upwards', async () => {
    const top = makeProject({ 'package.json': '{}', 'mini/app.json': '{}', 'mini/pages/list/a.js': plainCall });
    await moved(path.join(top, 'mini/pages'));
    expect(existsSync(path.join(top, 'mini/swan-net.js'))).toBe(true);
    expect(read(top, 'mini/pages/list/a.js')).toContain("require('../../swan-net.js')");
  });

  it('else beside the nearest package.json, else in the current folder', async () => {
    const withPackage = makeProject({ 'package.json': '{}', 'src/a.js': plainCall });
    await moved(path.join(withPackage, 'src'));
    expect(existsSync(path.join(withPackage, 'swan-net.js'))).toBe(true);
    const bare = makeProject({ 'src/deep/a.js': plainCall });
    await moved(bare);
    expect(existsSync(path.join(bare, 'swan-net.js'))).toBe(true);
    const below = makeProject({ 'src/deep/a.js': plainCall });
    await moved(below, { paths: ['src/deep/a.js'] });
    expect(existsSync(path.join(below, 'swan-net.js'))).toBe(true);
  });

  it('where --shim says, in folders that are made for it and go with the undo', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'pages/a.js': plainCall });
    const before = snapshot(cwd);
    expect((await migrate(cwd, '--shim', 'lib/net/shim.js')).code).toBe(0);
    expect(read(cwd, 'pages/a.js')).toContain("require('../lib/net/shim.js')");
    expect(existsSync(path.join(cwd, 'lib/net/shim.js'))).toBe(true);
    await cygnet(['undo'], { cwd });
    expect(snapshot(cwd)).toEqual(before);
    expect(existsSync(path.join(cwd, 'lib'))).toBe(false);
  });

  it.skipIf(process.platform === 'win32')(
    'in the folder that a link leads to, but not outside of the root',
    async () => {
      const elsewhere = makeProject();
      const cwd = makeProject({ 'app.json': '{}', 'a.js': 'f(swan.request);\n', 'src/lib/b.txt': '' });
      symlinkSync('src/lib', path.join(cwd, 'lib'));
      symlinkSync(elsewhere, path.join(cwd, 'out'));
      const args = ['migrate', '--to', 'fetch', '--write', '--shim'];
      expect((await cygnet([...args, 'out/swan-net.js'], { cwd })).code).toBe(2);
      expect(snapshot(cwd)).toMatchObject({ 'a.js': 'f(swan.request);\n' });
      expect(snapshot(elsewhere)).toEqual({});
      expect((await cygnet([...args, 'lib/new/swan-net.js'], { cwd })).code).toBe(0);
      expect(read(cwd, 'a.js')).toContain('./src/lib/new/swan-net.js');
      expect(read(cwd, 'src/lib/new/swan-net.js')).toContain('export');
      expect((await cygnet(['undo'], { cwd })).code).toBe(0);
      expect(Object.keys(snapshot(cwd))).toEqual(['a.js', 'app.json', 'src/lib/b.txt']);
    },
  );

  it('never over a file of the program', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': plainCall, 'swan-net.js': '// mine\n' });
    const before = snapshot(cwd);
    const { code, stderr } = await migrate(cwd);
    expect(code).toBe(2);
    expect(stderr).toContain('swan-net.js is where the shim should go, and something else is there');
    expect(stderr).toContain('--shim');
    expect(snapshot(cwd)).toEqual(before);
    const preview = await cygnet(['migrate', '--to', 'fetch'], { cwd });
    expect(preview.code).toBe(2);
  });

  it('is not written when no site needs it', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': plainCall });
    const { stderr } = await cygnet(['migrate', '--to', 'wx', '--write'], { cwd });
    expect(Object.keys(snapshot(cwd))).toEqual(['a.js', 'app.json']);
    expect(stderr).not.toContain('swan-net');
  });
});

describe('what kind of module it is', { concurrent: true }, () => {
  const kindOf = (text: string) => (/^exports\./m.test(text) ? 'cjs' : /^export /m.test(text) ? 'esm' : 'none');

  it.each([
    ['scripts only', {}, { 'a.js': plainCall }, 'swan-net.js', 'cjs'],
    ['modules only', {}, { 'a.js': moduleCall }, 'swan-net.js', 'esm'],
    ['both', {}, { 'a.js': moduleCall, 'b.js': plainCall }, 'swan-net.js', 'cjs'],
    ['modules in a module package', { type: 'module' }, { 'a.js': moduleCall }, 'swan-net.js', 'esm'],
    [
      'a script in a module package',
      { type: 'module' },
      { 'a.js': moduleCall, 'b.cjs': plainCall },
      'swan-net.cjs',
      'cjs',
    ],
    ['.mjs in a plain package', {}, { 'a.mjs': moduleCall }, 'swan-net.js', 'cjs'],
  ])('%s', async (_, description, files, name, kind) => {
    const cwd = makeProject({ 'package.json': JSON.stringify(description), ...files });
    expect((await moved(cwd)).changed).toBe(Object.keys(files).length + 1);
    expect(kindOf(read(cwd, name))).toBe(kind);
    for (const file of Object.keys(files)) expect(read(cwd, file)).toContain(`./${name}`);
    expect((await moved(cwd)).changed).toBe(0);
  });

  it('one that all importers can load in Node', async () => {
    const call = "swan.request({ url: 'http://127.0.0.1:1/', fail: () => console.log('called') });\n";
    const cwd = makeProject({
      'package.json': '{ "type": "module" }',
      'a.mjs': `import 'node:fs';\n${call}`,
      'b.cjs': call,
      'c.js': `import 'node:fs';\n${call}`,
    });
    await moved(cwd);
    for (const file of ['a.mjs', 'b.cjs', 'c.js']) {
      const { stdout, stderr } = spawnSync(process.execPath, [file], { cwd, encoding: 'utf8' });
      expect({ file, stdout, stderr }).toEqual({ file, stdout: 'called\n', stderr: '' });
    }
  });

  it('imported without its extension where the importer does without, and only where it can be loaded so', async () => {
    const call = "swan.request({ url: 'http://127.0.0.1:1/', fail: () => console.log('called') });\n";
    const cwd = makeProject({
      'package.json': '{}',
      'other.js': '',
      'without.js': `require('./other');\nrequire('./data.json');\n${call}`,
      'data.json': '{}',
      'with.js': `require('./other.js');\n${call}`,
      'both.js': `require('./other');\nrequire('./with.js');\n${call}`,
      'neither.js': call,
      'module.mjs': `import './other';\n${call}`,
      'typed.ts': `import './other';\n${call}`,
      'esm/package.json': '{ "type": "module" }',
      'esm/module.js': `import './other';\n${call}`,
    });
    await moved(cwd, { shim: 'swan-net.js' });
    expect(read(cwd, 'without.js')).toContain("require('./swan-net');");
    for (const file of ['with.js', 'both.js', 'neither.js']) expect(read(cwd, file)).toContain("('./swan-net.js');");
    for (const file of ['module.mjs', 'typed.ts']) expect(read(cwd, file)).toContain("from './swan-net.js';");
    expect(read(cwd, 'esm/module.js')).toContain("from '../swan-net.js';");
    const { stdout, stderr } = spawnSync(process.execPath, ['without.js'], { cwd, encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: 'called\n', stderr: '' });
    expect((await moved(cwd, { shim: 'swan-net.js' })).changed).toBe(0);
  });

  it('refuses a name that the importers could not load', async () => {
    const cwd = makeProject({ 'package.json': '{}', 'a.js': plainCall });
    const { code, stderr } = await migrate(cwd, '--shim', 'net.mjs');
    expect(stderr).toContain('Name it net.cjs');
    expect(code).toBe(2);
  });
});

describe('in a TypeScript project', { concurrent: true }, () => {
  it.each([
    ['bundler', { module: 'esnext', moduleResolution: 'bundler' }, "from '../swan-net'"],
    ['nodenext', { module: 'nodenext', moduleResolution: 'nodenext' }, "from '../swan-net.js'"],
  ])(
    'it is swan-net.ts, imported so that the compiler is content: %s',
    async (_, compilerOptions, specifier) => {
      const options = {
        strict: true,
        noEmit: true,
        lib: ['es2022', 'dom', 'dom.iterable'],
        types: [],
        skipLibCheck: true,
      };
      const cwd = makeProject({
        'package.json': '{ "type": "module" }',
        'app.json': '{}',
        'base.json': JSON.stringify({ compilerOptions }),
        'tsconfig.json': `{ // with a comment\n"extends": "./base.json", "compilerOptions": ${JSON.stringify(options)} }`,
        'swan.d.ts': 'declare const swan: { request(options: object): { abort(): void } };\n',
        'utils/a.ts': opaqueCall,
      });
      await moved(cwd);
      expect(read(cwd, 'utils/a.ts').replaceAll('"', "'")).toContain(specifier);
      expect(read(cwd, 'swan-net.ts')).toContain('export {');
      expect(typeErrors(cwd)).toEqual([]);
      expect((await moved(cwd)).changed).toBe(0);
    },
    60_000,
  );

  it.each(['fetch', 'axios'] as const)(
    'it compiles with the networkTimeout of the program in it: %s',
    async (target) => {
      const compilerOptions = { strict: true, noEmit: true, module: 'esnext', moduleResolution: 'bundler' };
      const lib = ['es2022', 'dom', 'dom.iterable'];
      const cwd = makeProject({
        'app.json': '{ "networkTimeout": { "request": 1500, "connectSocket": 2500 } }',
        'tsconfig.json': JSON.stringify({ compilerOptions: { ...compilerOptions, lib, types: [] } }),
        'swan.d.ts': 'declare const swan: { request(options: object): void; connectSocket(options: object): void };\n',
        'a.ts': `${opaqueCall}export const open = () => swan.connectSocket({ url: 'wss://example.com' });\n`,
      });
      symlinkSync(path.resolve(import.meta.dirname, '../../node_modules'), path.join(cwd, 'node_modules'));
      await moved(cwd, { target });
      expect(read(cwd, 'swan-net.ts')).toContain('= { request: 1500, connectSocket: 2500, other: 60000 };');
      expect(typeErrors(cwd)).toEqual([]);
    },
    60_000,
  );

  it('it stays JavaScript when only scripts that nobody compiles import it', async () => {
    const cwd = makeProject({ 'tsconfig.json': '{}', 'package.json': '{}', 'a.js': plainCall });
    await moved(cwd);
    expect(existsSync(path.join(cwd, 'swan-net.js'))).toBe(true);
  });

  it('a tsconfig that is not one is an error', async () => {
    const cwd = makeProject({
      'tsconfig.json': '{ "extends": "./nothing.json" }',
      'package.json': '{}',
      'a.ts': opaqueCall,
    });
    const { code, stderr } = await migrate(cwd);
    expect(stderr).toContain('cannot be read as a tsconfig');
    expect(code).toBe(2);
  });
});

describe('a shim that is there', { concurrent: true }, () => {
  it('grows by what the new files need, and keeps what others import', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': plainCall, 'b.js': 'swan.closeSocket();\n' });
    await migrate(cwd, 'a.js');
    const first = read(cwd, 'swan-net.js');
    const { code } = await migrate(cwd, 'b.js');
    expect(code).toBe(0);
    const second = read(cwd, 'swan-net.js');
    const names = (text: string) => [...text.matchAll(/^exports\.(\w+)/gm)].map(([, name]) => name);
    expect(names(second)).toEqual(expect.arrayContaining(names(first)));
    expect(names(second)).toContain('closeSocket');
    await cygnet(['undo'], { cwd });
    expect(read(cwd, 'swan-net.js')).toBe(first);
    await cygnet(['undo'], { cwd });
    expect(existsSync(path.join(cwd, 'swan-net.js'))).toBe(false);
  });

  it('stays CommonJS for those who require it', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': plainCall, 'b.js': moduleCall });
    await moved(cwd, { paths: ['a.js'] });
    await moved(cwd, { paths: ['b.js'] });
    expect(read(cwd, 'swan-net.js')).toMatch(/^exports\./m);
  });

  it('holds what a program may hand its own client or socket in with, and only where it sends with one', async () => {
    const cwd = makeProject({
      'app.json': '{}',
      'a.js': plainCall,
      'b/app.json': '{}',
      'b/a.js': 'swan.closeSocket();\n',
    });
    await moved(cwd, { target: 'axios' });
    expect(read(cwd, 'swan-net.js')).toContain('exports.useAxios = useAxios;');
    expect(read(cwd, 'swan-net.js')).not.toContain('useWebSocket');
    expect(read(cwd, 'b/swan-net.js')).not.toContain('useAxios');
    addFiles(cwd, { 'b/b.js': "swan.connectSocket({ url: 'wss://example.com' });\n" });
    await moved(cwd, { target: 'axios' });
    expect(read(cwd, 'b/swan-net.js')).toContain('exports.useWebSocket = useWebSocket;');
  });

  it('of another target is refused', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': plainCall, 'b.js': plainCall });
    await moved(cwd, { paths: ['a.js'] });
    const before = snapshot(cwd);
    const { code, stderr } = await cygnet(['migrate', 'b.js', '--to', 'axios', '--write'], { cwd });
    expect(stderr).toContain('is the shim for fetch, and this run is for axios');
    expect(code).toBe(2);
    expect(snapshot(cwd)).toEqual(before);
  });

  it('takes the timeouts of app.json', async () => {
    const cwd = makeProject({
      'app.json': '{ "networkTimeout": { "request": 1234, "uploadFile": "no" } }',
      'a.js': plainCall,
    });
    await moved(cwd);
    expect(read(cwd, 'swan-net.js')).toContain('request: 1234');
    const broken = makeProject({ 'app.json': '{ nonsense', 'a.js': plainCall });
    expect((await moved(broken)).warnings).toEqual([expect.stringContaining('app.json was not understood')]);
    expect(read(broken, 'swan-net.js')).toContain('const timeouts = { other: 60000 };');
  });

  it('is shown as a change of a file, and not as a new one', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': plainCall, 'b.js': 'swan.closeSocket();\n' });
    await moved(cwd, { paths: ['a.js'] });
    commitAll(cwd);
    const { stdout } = await cygnet(['migrate', '--to', 'fetch'], { cwd });
    expect(stdout).toContain('--- a/swan-net.js\n+++ b/swan-net.js\n');
    const { status, stderr } = spawnSync('git', ['apply', '--check'], { cwd, input: stdout, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('in a circle of imports', { concurrent: true }, () => {
  const caller = "import { get } from './a.js';\nget('early');\n";
  const call =
    "swan.request({ url: 'https://example.com/' + id, success(result) { console.log(result.statusCode); } });";
  const own = `export function get(id) { ${call} }\n`;
  const answers = 'globalThis.fetch = async url => (console.log(String(url)), new Response("{}"));';

  async function migrated(files: Record<string, string>): Promise<{ a: string; trace: string }> {
    const cwd = makeProject({ 'package.json': '{ "type": "module" }', 'app.json': '{}', ...files });
    await moved(cwd);
    const load = `${answers} await import('./a.js');`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', load], { cwd, encoding: 'utf8' });
    return { a: read(cwd, 'a.js'), trace: stdout + stderr };
  }

  it.each([
    ['of two files', { 'a.js': `import './b.js';\n\n${own}`, 'b.js': caller }],
    [
      'of three files',
      { 'a.js': `import './c';\n${own}`.replace('/c', '/c.js'), 'b.js': caller, 'c.js': "export * from './b.js';\n" },
    ],
    ['below a licence', { 'a.js': `/*! MIT */\nimport './b.js';\n\n${own}`, 'b.js': caller }],
    ['below a directive', { 'a.js': `'use strict';\nimport './b.js';\n\n${own}`, 'b.js': caller }],
  ])('%s the shim is there before a function is called', async (_name, files) => {
    const { a, trace } = await migrated(files);
    expect(trace).toBe('https://example.com/early\n200\n');
    expect(a.indexOf('swan-net.js')).toBeLessThan(a.search(/\.\/[bc]\.js/));
  });

  it('alone it stands where its neighbours do', async () => {
    const { a } = await migrated({ 'a.js': `import './b.js';\n\n${own}`, 'b.js': "export const b = './a.js';\n" });
    expect(a.indexOf('swan-net.js')).toBeGreaterThan(a.indexOf('./b.js'));
  });
});
