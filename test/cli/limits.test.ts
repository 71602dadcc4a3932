// What a hostile or an unusual program could hang or exhaust: pipes and devices in the place of files, sizes, depths,
// signals. Each is read, or refused with its reason, and the rest of the run goes on.

import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, ftruncateSync, openSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { type Files, cygnet, ended, makeProject, plainCall, read, snapshot, start } from './command-line.ts';

const app = { 'app.json': '{}' };

function makePipe(file: string): void {
  expect(spawnSync('mkfifo', [file]).status).toBe(0);
}

/** A file of that size that takes no room on the disk. */
function makeSparse(file: string, size: number): void {
  const handle = openSync(file, 'w');
  ftruncateSync(handle, size);
  closeSync(handle);
}

describe('what is no regular file', { concurrent: true }, () => {
  const names = [
    'app.json',
    'package.json',
    '.gitignore',
    'cygnet.config.json',
    'cygnet.config.js',
    'tsconfig.json',
    'x.js',
  ];
  it.each(names)('a pipe in the place of %s keeps nobody waiting', async (name) => {
    const cwd = makeProject({ 'a.js': plainCall, 'sub/app.json': '{}', 'sub/b.js': plainCall });
    makePipe(path.join(cwd, name));
    for (const args of [['check'], ['migrate', '--to', 'fetch', '--write']]) {
      const { code, stderr, stdout } = await cygnet(args, { cwd });
      expect(stdout + stderr).not.toContain('fault in cygnet');
      expect([0, 1, 2]).toContain(code);
      if (name.startsWith('cygnet.config')) expect(stderr).toContain('it is a pipe');
    }
  });

  it.skipIf(!existsSync('/dev/zero')).each(names)('a device behind a link %s is read by nobody', async (name) => {
    const cwd = makeProject({ 'a.js': plainCall });
    symlinkSync('/dev/zero', path.join(cwd, name));
    const { stdout, stderr } = await cygnet(['migrate', '--to', 'fetch'], { cwd });
    expect(stdout + stderr).not.toContain('fault in cygnet');
    if (name.startsWith('cygnet.config')) expect(stderr).toContain('it is a device');
  });

  it('a report that goes into a pipe without a reader is refused', async () => {
    const cwd = makeProject({ ...app, 'a.js': plainCall });
    makePipe(path.join(cwd, 'r.json'));
    const { code, stderr } = await cygnet(['scan', '--report', 'json=r.json'], { cwd });
    expect(stderr).toContain('it is a pipe that nobody reads from');
    expect(code).toBe(2);
  });

  it('a baseline that is a pipe is refused', async () => {
    const cwd = makeProject({ ...app, 'a.js': plainCall });
    makePipe(path.join(cwd, 'known.json'));
    const { code, stderr } = await cygnet(['check', '--baseline', 'known.json'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('it is a pipe')]);
  });
});

describe('sizes', { concurrent: true }, () => {
  const big = ' '.repeat(1024 * 1024);
  it.each(['cygnet.config.json', 'package.json', '.gitignore'])('%s of more than 1 MB is refused', async (name) => {
    const isIgnore = name === '.gitignore';
    const text = isIgnore ? `${'# a line\n'.repeat(120_000)}x.js\n` : `{ ${big} }`;
    const cwd = makeProject({ ...app, 'a.js': plainCall, [name]: text });
    if (isIgnore) spawnSync('git', ['init', '-q'], { cwd });
    const { code, stderr } = await cygnet(['scan'], { cwd });
    if (name === 'package.json') expect(code).toBe(0);
    else expect([code, stderr]).toEqual([2, expect.stringContaining('larger than 1 MB')]);
    if (isIgnore) expect((await cygnet(['scan', '--no-gitignore'], { cwd })).code).toBe(0);
  });

  // It says that it is empty, and has 256 GB.
  const endless = '/proc/self/pagemap';
  it.skipIf(!existsSync(endless)).each(['app.json', 'package.json', '.gitignore', 'tsconfig.json'])(
    '%s that is a link to a file without end is read no further than 1 MB',
    async (name) => {
      const cwd = makeProject({ 'sub/app.json': '{}', 'a.js': plainCall });
      symlinkSync(endless, path.join(cwd, name));
      const { code, stderr } = await cygnet(['migrate', '--to', 'fetch'], { cwd });
      expect([0, 2]).toContain(code);
      if (name !== 'package.json') expect(stderr).toContain('larger than 1 MB');
    },
  );

  it('an app.json of more than 1 MB sets no timeouts, and that is said', async () => {
    const cwd = makeProject({
      'app.json': `{ "networkTimeout": { "request": 5 } ${big} }`,
      'a.js': 'f(swan.request);\n',
    });
    const { stderr } = await cygnet(['migrate', '--to', 'fetch'], { cwd });
    expect(stderr).toContain('app.json was not understood (it is larger than 1 MB)');
  });

  it('a networkTimeout beyond what a timer can hold is the longest that one can', async () => {
    const app = '{ "networkTimeout": { "request": 3000000000, "uploadFile": 1e999, "connectSocket": 2147483648 } }';
    const cwd = makeProject({ 'app.json': app, 'a.js': 'f(swan.request, swan.uploadFile, swan.connectSocket);\n' });
    await cygnet(['migrate', '--to', 'fetch', '--write'], { cwd });
    const shim = read(cwd, 'swan-net.js');
    for (const api of ['request', 'uploadFile', 'connectSocket']) expect(shim).toContain(`${api}: 2147483647`);
  });

  const dense = `module.exports = [\n${`${'1,'.repeat(38)}\n`.repeat(30_000)}];\nswan.request(o);`;
  it.each([
    ['a dense file', dense],
    ['a sparse file of a terabyte', 2 ** 40],
  ] as const)('%s that is too large is reported, and the others go on', async (_, large) => {
    const files: Record<string, string> = { ...app, 'ok.js': plainCall, 'b.js': plainCall, 'c.js': plainCall };
    if (typeof large === 'string') files['data.js'] = large;
    const cwd = makeProject(files);
    if (typeof large === 'number') makeSparse(path.join(cwd, 'data.js'), large);
    const env = { NODE_OPTIONS: '--max-old-space-size=512' };
    const args = ['migrate', '--to', 'fetch', '--report', 'json'];
    const { code, stdout } = await cygnet(args, { cwd, env });
    expect(code).toBe(1);
    const report = JSON.parse(stdout) as { files: object[]; diagnostics: object[] };
    expect(report.files).toContainEqual({ file: 'ok.js', status: 'changed' });
    expect(report.files).toContainEqual({ file: 'data.js', status: 'failed' });
    expect(report.diagnostics).toContainEqual(expect.objectContaining({ code: 'file-too-large', file: 'data.js' }));
    expect((await cygnet(['check'], { cwd, env })).stdout).toContain('file-too-large');
  });

  it('standard input without end is read no further than the largest file', async () => {
    const input = Buffer.alloc(65 * 1024 * 1024, 'a');
    const args = ['migrate', '--to', 'fetch', '--stdin', '--stdin-filename', 'a.js'];
    const { code, stderr } = await cygnet(args, { cwd: makeProject(app), input });
    expect([code, stderr]).toEqual([2, expect.stringContaining('standard input is larger than 64 MB')]);
  });

  it('a large file without a call of swan is none of ours', async () => {
    const cwd = makeProject({ ...app, 'ok.js': plainCall, 'data.js': dense.replace('swan.request(o);', '') });
    const { code } = await cygnet(['migrate', '--to', 'wx'], {
      cwd,
      env: { NODE_OPTIONS: '--max-old-space-size=512' },
    });
    expect(code).toBe(0);
  });
});

describe('depths', { concurrent: true }, () => {
  const nested = (n: number) => {
    let code = 'done();';
    for (let i = 0; i < n; i++) code = `swan.request({ url: u, success() { ${code}\n } });`;
    return code;
  };
  const call = '\nswan.request({ url: u });\n';
  const deep: Files = {
    'parentheses.js': `swan.request({ url: ${'(\n'.repeat(10_000)}u${')\n'.repeat(10_000)} });\n`,
    'sum.js': `x = a${' +\n a'.repeat(50_000)};${call}`,
    'members.js': `x = a${'\n.b'.repeat(10_000)};${call}`,
    'else-if.js': `if (a) b();${' else if (a) b();\n'.repeat(10_000)}${call}`,
    'callbacks.js': nested(200),
    'functions.js': `${'function f() {\n'.repeat(2000)}${call}${'}'.repeat(2000)}`,
    'promises.js': `p${'\n.then(a => a)'.repeat(5000)};${call}`,
    'conditions.js': `x = ${'a ? b :\n'.repeat(10_000)} c;${call}`,
    'arrows.js': `x = ${'a =>\n'.repeat(2000)} a;${call}`,
    'types.ts': `type A = ${'[\n'.repeat(3000)}1${']'.repeat(3000)};${call}`,
  };
  it.each(Object.keys(deep))('%s is read like any other file', async (name) => {
    const cwd = makeProject({ ...app, [name]: deep[name] ?? '', 'ok.js': plainCall });
    const { code, stdout, stderr } = await cygnet(['migrate', '--to', 'fetch', '--report', 'json'], { cwd });
    expect(stderr).not.toMatch(/fault|parse-error/);
    const report = JSON.parse(stdout) as { files: object[] };
    expect(report.files).toEqual([
      { file: name < 'ok.js' ? name : 'ok.js', status: 'changed' },
      { file: name < 'ok.js' ? 'ok.js' : name, status: 'changed' },
    ]);
    expect(code).toBe(0);
  });

  it('so it is on standard input, and for several files', async () => {
    const code = deep['sum.js'] ?? '';
    const args = ['migrate', '--to', 'wx', '--stdin', '--stdin-filename', 'a.js'];
    const { stdout } = await cygnet(args, { cwd: makeProject(app), input: code });
    expect(stdout).toContain('wx.request(');
    const cwd = makeProject({ ...app, 'a.js': code, 'b.js': code, 'c.js': plainCall, 'd.js': plainCall });
    const threads = await cygnet(['migrate', '--to', 'wx', '--report', 'json'], { cwd });
    expect(JSON.parse(threads.stdout)).toMatchObject({ summary: { changed: 4, failed: 0 } });
  });

  it('where even the large stack ends, a true sentence says so', async () => {
    const endless = `swan.request(${'(\n'.repeat(150_000)}o${')'.repeat(150_000)});`;
    const cwd = makeProject({ ...app, 'a.js': endless, 'ok.js': plainCall });
    const { code, stderr } = await cygnet(['migrate', '--to', 'wx'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('nested too deep to be read');
    expect(stderr).toContain('1 changed, 1 failed');
  });
});

describe('a second signal', { concurrent: true }, () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends a write at once and leaves a journal', async (second) => {
    const cwd = makeProject({ ...app, 'a.js': plainCall, 'b.js': plainCall, 'c.js': plainCall });
    const before = snapshot(cwd);
    const gate = path.join(makeProject(), 'gate');
    const env = { CYGNET_TEST_FAULT: `wait@write:3=${gate}` };
    const child = start(['migrate', '--to', 'fetch', '--write'], { cwd, env });
    const end = ended(child);
    while (!existsSync(gate)) await delay(5);
    child.kill('SIGINT');
    await delay(50);
    expect(child.exitCode ?? child.signalCode).toBeNull();
    child.kill(second);
    expect((await end).signal).toBe(second);
    expect(existsSync(gate)).toBe(true);
    expect(snapshot(cwd)).not.toEqual(before);
    const undone = await cygnet(['undo'], { cwd });
    expect(undone.code).toBe(0);
    expect(read(cwd, 'a.js')).toBe(plainCall);
    expect(snapshot(cwd)).toEqual(before);
  });
});
