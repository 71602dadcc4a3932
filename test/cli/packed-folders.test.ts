// Where a shim goes when part of what lies below the root is packed or published alone, and which kind of module the
// files around it are. On the command line; each case makes a small project of its own.

import { spawnSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { type Files, cygnet, makeProject, plainCall, read, snapshot } from './command-line.ts';
import { cygnetHere } from './in-process.ts';

const migrate = (cwd: string, target: string, ...more: string[]) =>
  cygnetHere(['migrate', '--to', target, '--write', ...more], { cwd });
const shims = (cwd: string) => Object.keys(snapshot(cwd)).filter((file) => /swan-net\.\w+$/.test(file));
const opaqueCall = 'exports.ask = options => swan.request(options);\n';

describe('an independent subpackage', { concurrent: true }, () => {
  it.each(['wx', 'fetch', 'axios'])('has the shim inside of itself, beside that of the program: %s', async (target) => {
    const cwd = makeProject({
      'app.json': JSON.stringify({
        networkTimeout: { request: 1234 },
        subPackages: [
          { root: 'activity', pages: ['pages/a/a'], independent: true },
          { root: 'usual', pages: ['b'] },
        ],
        subpackages: [{ root: '/other/deep/', pages: ['c'], independent: true }],
      }),
      'main.js': opaqueCall,
      'activity/pages/a/a.js': opaqueCall,
      'usual/b.js': opaqueCall,
      'other/deep/c.js': opaqueCall,
      'other/d.js': opaqueCall,
    });
    expect((await migrate(cwd, target)).code).toBe(0);
    expect(shims(cwd)).toEqual(['activity/swan-net.js', 'other/deep/swan-net.js', 'swan-net.js']);
    expect(read(cwd, 'activity/pages/a/a.js')).toContain("'../../swan-net.js'");
    expect(read(cwd, 'usual/b.js')).toContain("'../swan-net.js'");
    expect(read(cwd, 'other/d.js')).toContain("'../swan-net.js'");
    if (target !== 'wx') expect(read(cwd, 'activity/swan-net.js')).toContain('request: 1234');
    expect((await migrate(cwd, target)).stderr).toContain('no file changes');
  });

  it('with --shim is told that it does not hold it', async () => {
    const app = { subPackages: [{ root: 'activity', pages: ['a'], independent: true }] };
    const cwd = makeProject({ 'app.json': JSON.stringify(app), 'activity/a.js': opaqueCall });
    const { stderr } = await migrate(cwd, 'fetch', '--shim', 'net.js');
    expect(stderr).toContain('net.js lies outside of activity, packed alone without it');
  });

  it('that is none, or lies elsewhere, changes nothing', async () => {
    const subPackages = [{ root: 'a' }, { root: '../out', independent: true }, { independent: true }, null];
    const cwd = makeProject({ 'app.json': JSON.stringify({ subPackages }), 'a/a.js': opaqueCall });
    expect((await migrate(cwd, 'fetch')).code).toBe(0);
    expect(shims(cwd)).toEqual(['swan-net.js']);
  });
});

describe('a package of a monorepo', { concurrent: true }, () => {
  it('has a shim of its own, and is the one that needs axios', async () => {
    const cwd = makeProject({
      'package.json': '{ "name": "all", "workspaces": ["packages/*"], "dependencies": { "axios": "1.0.0" } }',
      'packages/one/package.json': '{ "name": "one" }',
      'packages/one/src/a.js': plainCall,
      'packages/two/package.json': '{ "name": "two", "dependencies": { "axios": "1.0.0" } }',
      'packages/two/a.js': plainCall,
      'packages/two/lib/package.json': '{ "type": "commonjs" }',
      'packages/two/lib/a.js': plainCall,
      'tool.js': plainCall,
    });
    const { stderr } = await migrate(cwd, 'axios');
    expect(shims(cwd)).toEqual(['packages/one/swan-net.js', 'packages/two/swan-net.js', 'swan-net.js']);
    expect(read(cwd, 'packages/one/src/a.js')).toContain("'../swan-net.js'");
    expect(stderr).toContain('axios (for packages/one/swan-net.js), which packages/one/package.json does not list');
    expect(stderr).not.toContain('packages/two/package.json');
  });
});

describe('a file without import and export in a package of modules', { concurrent: true }, () => {
  const call = "swan.request({ url: 'http://127.0.0.1:1/', fail: () => console.log('called') });\n";

  it.each(['fetch', 'axios'])('imports what it needs, and runs in Node: %s', async (target) => {
    const cwd = makeProject({ 'package.json': '{ "type": "module" }', 'a.js': call, 'deep/b.js': call });
    expect((await migrate(cwd, target)).code).toBe(0);
    expect(shims(cwd)).toEqual(['swan-net.js']);
    expect(read(cwd, 'a.js')).toMatch(/^import \{/);
    if (target === 'axios') return;
    for (const file of ['a.js', 'deep/b.js']) {
      const { stdout, stderr } = spawnSync(process.execPath, [file], { cwd, encoding: 'utf8' });
      expect({ stdout, stderr }).toEqual({ stdout: 'called\n', stderr: '' });
    }
  });

  it('imports on wx, too', async () => {
    const cwd = makeProject({
      'package.json': '{ "type": "module" }',
      'app.json': '{}',
      'a.js': 'ask(o => swan.request(o));\n',
    });
    await migrate(cwd, 'wx');
    expect(read(cwd, 'a.js')).toMatch(/^import \{ \w+ \} from '\.\/swan-net\.js';/);
    expect(read(cwd, 'swan-net.js')).toContain('export {');
  });

  it('with a .cjs file beside it they share a shim that both can load', async () => {
    const cwd = makeProject({ 'package.json': '{ "type": "module" }', 'a.js': call, 'b.cjs': call });
    expect((await migrate(cwd, 'fetch')).code).toBe(0);
    expect(shims(cwd)).toEqual(['swan-net.cjs']);
    for (const file of ['a.js', 'b.cjs']) {
      const { stdout, stderr } = spawnSync(process.execPath, [file], { cwd, encoding: 'utf8' });
      expect({ stdout, stderr }).toEqual({ stdout: 'called\n', stderr: '' });
    }
  });

  it('that uses require is for a loader that reads no package.json: it requires a .js file', async () => {
    const cwd = makeProject({
      'package.json': '{ "type": "module" }',
      'app.json': '{}',
      'a.js': `const b = require('./b.js');\n${call}`,
      'b.js': `module.exports = 1;\n${call}`,
    });
    expect((await migrate(cwd, 'fetch')).code).toBe(0);
    expect(shims(cwd)).toEqual(['swan-net.js']);
    expect(read(cwd, 'swan-net.js')).toContain('exports.send = send;');
    for (const file of ['a.js', 'b.js']) expect(read(cwd, file)).toContain("require('./swan-net.js')");
    expect((await migrate(cwd, 'fetch')).stderr).toContain('no file changes');
  });

  it('comes on standard input as well', async () => {
    const cwd = makeProject({ 'package.json': '{ "type": "module" }' });
    const args = ['migrate', '--to', 'fetch', '--stdin', '--stdin-filename', 'a.js'];
    expect((await cygnet(args, { cwd, input: call })).stdout).toMatch(/^import \{ send \}/);
  });
});

describe('files of every kind in one package', { concurrent: true }, () => {
  const ask = (name: string) =>
    `swan.request({ url: 'http://127.0.0.1:1/', fail: () => console.log('called ${name}') });\n`;
  const required = (name: string) => `const path = require('node:path');\nmodule.exports = path;\n${ask(name)}`;
  const imported = (name: string) => `import 'node:path';\n${ask(name)}`;
  const named = { 'b.js': ask('b.js'), 'c.cjs': required('c.cjs'), 'd.cjs': ask('d.cjs'), 'e.mjs': imported('e.mjs') };

  it.each<[string, Files]>([
    ['{}', { 'a.js': required('a.js'), ...named, 'f.mjs': ask('f.mjs') }],
    ['{ "type": "commonjs" }', { 'a.js': required('a.js'), ...named }],
    ['{ "type": "module" }', { 'a.js': imported('a.js'), ...named, 'f.mjs': `${ask('f.mjs')}export {};\n` }],
  ])('load and run in Node, where package.json says %s', async (manifest, files) => {
    const cwd = makeProject({ 'package.json': manifest, ...files });
    expect((await migrate(cwd, 'fetch')).code).toBe(0);
    const names = Object.keys(files);
    const load = names.map((name) => `await import('./${name}');`).join(' ');
    const node = ['--input-type=module', '--eval', load];
    const { stdout, stderr } = spawnSync(process.execPath, node, { cwd, encoding: 'utf8' });
    expect({ said: stdout.trim().split('\n').sort(), stderr }).toEqual({
      said: names.map((name) => `called ${name}`),
      stderr: '',
    });
  });
});

describe('scripts in TypeScript', { concurrent: true }, () => {
  it.each(['fetch', 'axios'])('may all need the same of the shim: they compile as they did: %s', async (target) => {
    const page = (name: string) =>
      `Page({ ${name}() { swan.request({ url: 'https://example.com/${name}', fail() {} }); } });\n`;
    const cwd = makeProject({
      'globals.d.ts':
        'declare const swan: any;\ndeclare function Page(page: object): void;\ndeclare function require(name: string): any;\n',
      'tsconfig.json':
        '{ "compilerOptions": { "target": "ES2020", "module": "CommonJS", "strict": true, "noEmit": true, "types": [], "lib": ["ES2020", "DOM", "DOM.Iterable"] } }',
      'package.json': '{}',
      'main.ts': page('onLoad'),
      'other.ts': page('onShow'),
      'deep/third.ts': `const path = require('./path');\n${page('onHide')}`,
      'fourth.ts': `const own = 1;\ninterface Own { a: typeof own }\n${page('onReady')}`,
    });
    symlinkSync(path.resolve(import.meta.dirname, '../../node_modules'), path.join(cwd, 'node_modules'));
    expect((await migrate(cwd, target)).code).toBe(0);
    expect(existsSync(path.join(cwd, 'swan-net.ts'))).toBe(true);
    const tsc = path.resolve(import.meta.dirname, '../../node_modules/typescript/bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', cwd], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});

describe('the types of wx', { concurrent: true }, () => {
  const typed = 'declare const swan: any;\nexport const get = (url: string) => swan.request({ url });\n';
  const run = (cwd: string, target = 'wx') => cygnetHere(['migrate', '--to', target, '--report', 'json'], { cwd });

  it('are named where files in TypeScript change and no package.json lists them', async () => {
    const cwd = makeProject({ 'package.json': '{}', 'a.ts': typed, 'b.ts': typed, 'c.js': plainCall });
    const { stderr, stdout } = await run(cwd);
    const install = 'npm install --save-dev miniprogram-api-typings';
    expect(stderr).toContain(`miniprogram-api-typings (for a.ts, b.ts), which package.json does not list: ${install}`);
    expect((JSON.parse(stdout) as { needs: { packages: unknown } }).needs.packages).toEqual([
      { name: 'miniprogram-api-typings', shims: [], files: ['a.ts', 'b.ts'], packageJson: 'package.json', install },
    ]);
  });

  it.each(['miniprogram-api-typings', '@types/wechat-miniprogram'])('are not when %s is listed', async (name) => {
    const cwd = makeProject({ 'package.json': JSON.stringify({ devDependencies: { [name]: '*' } }), 'a.ts': typed });
    expect((await run(cwd)).stderr).not.toContain('needs');
  });

  it('are not for JavaScript, or another target', async () => {
    expect((await run(makeProject({ 'package.json': '{}', 'c.js': plainCall }))).stderr).not.toContain('typings');
    expect((await run(makeProject({ 'package.json': '{}', 'a.ts': typed }), 'fetch')).stderr).not.toContain('typings');
  });
});
