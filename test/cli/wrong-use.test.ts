// Wrong use: each is an error with words that help, before anything is read. In the process of the tests, where that makes no difference: the way
// from the process to there is for the other tests, which run the real binary.
// Each case makes a small project of its own.

import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { cygnet, makeProject, plainCall, program, snapshot } from './command-line.ts';
import { cygnetHere } from './in-process.ts';

describe('wrong use ends with 2, says what to do, and touches nothing', { concurrent: true }, () => {
  it.each([
    [['migrate', '--too', 'fetch'], "unknown option '--too'", '--to'],
    [['migrate', '--to', 'fetc'], 'there is no target fetc', 'Did you mean fetch?'],
    [['migrate'], '--to is missing', '--to axios'],
    [['migrate', '--to'], 'argument missing', '--help'],
    [['migrate', '--to', 'fetch', '--only', 'requset'], 'there is no API requset', 'Did you mean request?'],
    [['migrate', '--to', 'fetch', '--style', 'dropn'], 'there is no style dropn', 'Did you mean dropin?'],
    [['migrate', '--to', 'fetch', '--sockets', 'two'], 'there is no sockets two', 'one, many'],
    [['migrate', '--to', 'fetch', '--report', 'jsn'], 'there is no report format jsn', 'Did you mean json?'],
    [['migrate', '--to', 'fetch', '--report', 'json='], 'file name is missing', 'json='],
    [['migrate', '--to', 'fetch', '--report', 'json', '--report', 'html'], 'want standard output', '--report html='],
    [['migrate', '--to', 'fetch', '--jobs', 'many'], 'whole number', '--jobs'],
    [['migrate', 'page', '--to', 'fetch'], 'there is no file or folder page', 'Did you mean pages?'],
    [['migrate', 'nothing/*.js', '--to', 'fetch'], 'no file matches nothing/*.js', 'paths that exist'],
    [['migrate', '--to', 'fetch', '--shim', '../x.js'], 'outside of the root', '--shim'],
    [['migrate', '--to', 'fetch', '--shim', 'x.txt'], 'not the name of a JavaScript', '.cjs'],
    [['migrate', '--to', 'fetch', '--since', 'main'], '--since main needs git', 'Leave --since out'],
    [['migrate', '--to', 'fetch', '--project', 'no.json'], 'there is no tsconfig no.json', 'no.json'],
    [['migrate', '--to', 'fetch', '--config', 'no.json'], 'there is no config file no.json', 'no.json'],
    [['migrate', '--to', 'fetch', '--stdin'], '--stdin needs --stdin-filename', 'pages/index.js'],
    [['migrate', '--to', 'fetch', '--stdin-filename', 'a.js'], 'goes with --stdin', '--stdin'],
    [['migrate', 'pages', '--to', 'fetch', '--stdin', '--stdin-filename', 'a.js'], 'paths were named as well', 'pages'],
    [['migrate', '--to', 'fetch', '--stdin', '--stdin-filename', 'a.txt'], 'not the name of a JavaScript', '.tsx'],
    [['migrate', '--to', 'fetch', '--stdin', '--write'], 'do not go together', '--write'],
    [['migrate', '--to', 'fetch', '--interactive'], '--interactive got no answer', 'preview'],
    [['migrat'], "unknown command 'migrat'", 'migrate'],
    [['scan', '--write'], "unknown option '--write'", '--help'],
    [['check', '--update-baseline'], 'which file to write', '--baseline'],
    [['check', '--baseline', 'no.json'], 'cannot be read', '--update-baseline'],
    [['undo'], 'there is nothing to undo', 'cygnet undo PATH'],
    [['undo', 'nowhere'], 'there is no folder nowhere', 'nowhere'],
    [['explain', 'relativ-url'], 'there is no diagnostic relativ-url', 'Did you mean relative-url?'],
    [['explain', 'zzzzzzzzzzzz'], 'there is no diagnostic', 'lists them all'],
    [['lsp'], 'talks to editors', 'cygnet lsp --stdio'],
    [[], 'Usage: cygnet', 'migrate'],
  ])('%j', async (args, what, help) => {
    const cwd = makeProject({ 'app.json': '{}', 'pages/a.js': plainCall });
    const before = snapshot(cwd);
    // What is asked of standard input needs one.
    const run = args.includes('--interactive') || args.length === 0 ? cygnet : cygnetHere;
    const { code, stdout, stderr } = await run(args, { cwd });
    expect(stderr).toContain(what);
    expect(stderr).toContain(help);
    expect(stderr).not.toMatch(/^ +at /m);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(snapshot(cwd)).toEqual(before);
  });

  it('says so before anything is read', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': plainCall });
    const { code, stdout } = await cygnetHere(['migrate', 'a.js', 'missing.js', '--to', 'fetch'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('tells a report or patch that cannot be written', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': plainCall, folder: 'a file' });
    for (const option of ['--report=json=folder/x.json', '--patch=folder/x.patch']) {
      const { code, stderr } = await cygnetHere(['migrate', '--to', 'fetch', option], { cwd });
      expect(stderr).toContain('could not be written');
      expect(code).toBe(2);
    }
  });
});

describe('the config file', { concurrent: true }, () => {
  it.each([
    ['cygnet.config.json', '{ "$schema": "x", "to": "wx", "only": ["request"] }'],
    ['cygnet.config.js', "module.exports = { to: 'wx', only: ['request'] };"],
    [
      'cygnet.config.js',
      "import { defineConfig } from 'cygnet';\nexport default defineConfig({ to: 'wx', only: ['request'] });",
    ],
    [
      'cygnet.config.ts',
      "import { defineConfig } from 'cygnet';\nconst to: string = 'wx';\nexport default defineConfig({ to, only: ['request'] } as object);",
    ],
    ['package.json', '{ "cygnet": { "to": "wx", "only": ["request"] } }'],
  ])('is found as %s: %s', async (name, content) => {
    const cwd = makeProject({ [name]: content, 'pages/a.js': `${plainCall}swan.closeSocket();\n` });
    const run = /\.[jt]s$/.test(name) ? cygnet : cygnetHere;
    const { code, stdout, stderr } = await run(['migrate', '--report', 'json'], { cwd: path.join(cwd, 'pages') });
    expect(stderr).not.toContain('error');
    expect(JSON.parse(stdout)).toMatchObject({ target: 'wx', summary: { sites: 1 } });
    expect(code).toBe(0);
  });

  it('is named with --config, and the command line goes first', async () => {
    const cwd = makeProject({
      'conf/my.json': '{ "to": "wx", "exclude": ["b.js"] }',
      'a.js': plainCall,
      'b.js': plainCall,
    });
    const args = ['migrate', '--config', 'conf/my.json', '--to', 'axios', '--report', 'json'];
    const { stdout } = await cygnetHere(args, { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ target: 'axios', files: [{ file: 'a.js' }] });
  });

  it.each([
    ['{ "too": "wx" }', 'a key that cygnet does not know: too', 'Did you mean to?'],
    ['{ "to": "vx" }', 'to is "vx"', 'one of fetch, axios, wx'],
    ['{ "only": "request" }', 'only is "request"', 'a list'],
    ['{ "jobs": 0 }', 'jobs is 0', 'whole number'],
    ['[]', 'is not an object', '{ "to": "fetch" }'],
    ['{ to', 'not valid JSON', 'JSON'],
  ])('%s is refused', async (content, what, help) => {
    const cwd = makeProject({ 'cygnet.config.json': content, 'a.js': plainCall });
    const { code, stdout, stderr } = await cygnetHere(['migrate', '--to', 'fetch'], { cwd });
    expect(stderr).toContain(what);
    expect(stderr).toContain(help);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('that throws is an error with its reason', async () => {
    const cwd = makeProject({ 'cygnet.config.js': "throw new Error('my own fault');", 'a.js': plainCall });
    const { code, stderr } = await cygnet(['scan'], { cwd });
    expect(stderr).toContain('cygnet.config.js could not be run');
    expect(stderr).toContain('my own fault');
    expect(code).toBe(2);
  });
});

describe('help and version', { concurrent: true }, () => {
  it.each([
    [['--help'], 'Move:'],
    [['help', 'migrate'], '--stdin-filename'],
    [['migrate', '--help'], 'Examples:'],
    [['scan', '--help'], 'Examples:'],
    [['check', '--help'], 'Examples:'],
    [['undo', '--help'], 'Examples:'],
    [['explain', '--help'], 'Examples:'],
    [['lsp', '--help'], '--stdio'],
    [['--version'], '.'],
  ])('%j', async (args, what) => {
    const { code, stdout, stderr } = await (args[0] === '--version' ? cygnet : cygnetHere)(args, {
      cwd: makeProject(),
    });
    expect(stdout).toContain(what);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('names every target, API and report format', async () => {
    const { stdout } = await cygnetHere(['migrate', '--help'], { cwd: makeProject() });
    for (const word of [
      'fetch',
      'axios',
      'wx',
      'sendSocketMessage',
      'sarif',
      '--allow-dirty',
      '--interactive',
      '--watch',
    ]) {
      expect(stdout).toContain(word);
    }
  });
});

describe('cygnet explain', { concurrent: true }, () => {
  it('lists all codes, and says what one means', async () => {
    const cwd = makeProject();
    const all = await cygnetHere(['explain'], { cwd });
    expect(all.code).toBe(0);
    expect(all.stdout).toMatch(/^relative-url +\w+ +\S/m);
    const one = await cygnetHere(['explain', 'parse-error'], { cwd });
    expect(one.code).toBe(0);
    expect(one.stdout).toContain('Example');
    expect(one.stdout).toContain('--exclude');
  });

  it.each([
    ['swan-escapes', 'the exit code is 1'],
    ['swan-guard', 'A warning does not change the exit code.'],
    ['relative-url', 'A note does not change the exit code.'],
    ['relative-url', 'are rules: docs/rules.md'],
  ])('%s: %s', async (code, sentence) => {
    expect((await cygnetHere(['explain', code], { cwd: makeProject() })).stdout).toContain(sentence);
  });
});

describe('what is loaded', { concurrent: true }, () => {
  it.each([
    [['--help'], false],
    [['migrate', '--help'], false],
    [['migrate', '--to', 'vx'], false],
    [['migrate', 'without', '--to', 'fetch'], false],
    [['migrate', 'with', '--to', 'fetch'], true],
  ])('%j loads the parser: %j', async (args, isLoaded) => {
    const cwd = makeProject({ 'app.json': '{}', 'without/a.js': 'let a;\n', 'with/a.js': plainCall });
    const loaded = makeProject();
    await cygnet(args, { cwd, env: { NODE_V8_COVERAGE: loaded } });
    const files = Object.values(snapshot(loaded)).flatMap(filesIn);
    expect(files).toContain(realpathSync(program));
    // The parser is a part of the file that it was built into.
    expect(files.some((file) => readFileSync(file, 'utf8').includes('node_modules/@babel/parser/lib'))).toBe(isLoaded);
  });

  it.each([
    ['that names swan', plainCall, []],
    [
      'that binds a name for it',
      "const host = swan;\nhost.request({ url: 'https://a.example' });\n",
      ['babel-traverse.cjs'],
    ],
  ])('a small file %s is read from few parts', async (_, input, packages) => {
    const loaded = makeProject();
    const args = ['migrate', '--to', 'wx', '--stdin', '--stdin-filename', 'a.js'];
    const { stdout } = await cygnet(args, { cwd: makeProject(), input, env: { NODE_V8_COVERAGE: loaded } });
    expect(stdout).not.toBe(input);
    const files = Object.values(snapshot(loaded)).flatMap(filesIn);
    expect(files.filter((file) => file.endsWith('.cjs')).map((file) => path.basename(file))).toEqual(packages);
    expect(files.length).toBeLessThan(20);
  });
});

/** The files that a coverage of V8 speaks of. */
function filesIn(coverage: string): string[] {
  const { result } = JSON.parse(coverage) as { result: { url: string }[] };
  return result.flatMap(({ url }) => (url.startsWith('file:') ? [fileURLToPath(url)] : []));
}

describe('a fault of cygnet itself', { concurrent: true }, () => {
  it('is called so, with the file; the others go on, and the exit code is 2', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'a.js': plainCall, 'b.js': plainCall });
    const env = { CYGNET_TEST_FAULT: 'fail@rewrite:a.js=a planted one' };
    const { code, stderr } = await cygnet(['migrate', '--to', 'wx', '--write'], { cwd, env });
    expect(code).toBe(2);
    expect(stderr).toContain('a.js:1:1');
    expect(stderr).toMatch(/This is a fault in cygnet, not in your program: a planted one/);
    expect(stderr).toContain('1 changed, 1 failed');
    expect(snapshot(cwd)).toMatchObject({ 'a.js': plainCall });
    expect(snapshot(cwd)['b.js']).toContain('wx.request');
  });
});
