// What a run did not read is named, and no sentence claims more than what was read. On the command line.
// Each case makes a small project of its own.

import { describe, expect, it } from 'vitest';

import { addFiles, cygnet, makeProject, plainCall, read } from './command-line.ts';
import { cygnetHere } from './in-process.ts';

interface Report {
  readonly unread?: readonly { readonly file: string; readonly code: string; readonly message: string }[];
  readonly leftOut?: Readonly<Record<string, readonly string[]>>;
  readonly files: readonly { readonly file: string }[];
  readonly sites: readonly { readonly file: string }[];
}

async function reportOf(cwd: string, ...args: string[]) {
  const { stdout, stderr, code } = await cygnetHere(['migrate', '--to', 'wx', ...args, '--report', 'json'], { cwd });
  return { report: JSON.parse(stdout) as Report, stderr, code };
}

const packaged = {
  'package.json':
    '{ "dependencies": { "p": "1", "q": "1", "cygnet": "1", "missing": "1" }, "devDependencies": { "tool": "1" } }',
  'main.js': "const { load } = require('p');\nload('a');\nswan.showToast({ title: 'x' });\n",
  'node_modules/p/index.js': "exports.load = url => swan.request({ url: 'https://example.com/' + url });\n",
  'node_modules/p/index.d.ts': 'declare const swan: { request(): void };\n',
  'node_modules/q/index.js': '// a swan\nexports.a = 1;\n',
  'node_modules/cygnet/dist/index.js': "swan.request({ url: 'https://example.com/own' });\n",
  'node_modules/tool/index.js': 'swan.request({});\n',
};

describe('installed packages', { concurrent: true }, () => {
  it('are named where they name the network of swan, and only those of the program', async () => {
    const { report, stderr, code } = await reportOf(makeProject(packaged));
    expect(report.unread).toMatchObject([{ file: 'node_modules/p', code: 'unread-package' }]);
    expect(report.unread?.[0]?.message).toContain('One file of this package');
    expect(report.leftOut).toEqual({ dependencies: ['node_modules'] });
    expect(stderr).toContain('left out: 1 folder of installed packages (node_modules)');
    expect(stderr).toContain('node_modules/p: 1 file');
    expect(stderr).toContain('in the files looked at: nothing to do here');
    expect(code).toBe(0);
  });

  it('do not fail a check, which names them', async () => {
    const { code, stderr, stdout } = await cygnetHere(['check'], { cwd: makeProject(packaged) });
    expect(code).toBe(0);
    expect(stderr).toContain('No swan network call is left in the files looked at.');
    expect(stderr).toContain('Left out: 1 folder of installed packages (node_modules).');
    expect(stdout).toContain('node_modules/p');
  });

  it('are not left out when they were taken in', async () => {
    const { report, stderr } = await reportOf(makeProject(packaged), '--include', 'node_modules/p/**');
    expect(report.sites.map(({ file }) => file)).toEqual(['node_modules/p/index.js']);
    expect(report.leftOut).toBeUndefined();
    expect(stderr).not.toContain('left out');
    expect(stderr).toContain('No network call is left.');
  });

  it('that were made for the program are all looked into', async () => {
    const cwd = makeProject({ 'app.json': '{}', 'miniprogram_npm/p/lib/a.js': plainCall, 'a.js': plainCall });
    expect((await reportOf(cwd)).report.unread).toMatchObject([{ file: 'miniprogram_npm/p' }]);
  });
});

describe('files of the program that are not read', { concurrent: true }, () => {
  const program = {
    'app.json': '{}',
    'a.js': 'fetch("https://example.com");\n',
    'about.html': `<script>${plainCall}</script>\n`,
    'plain.html': '<p>The swan made a request.</p>\n',
    'old/x.coffee': "swan.uploadFile url: 'https://example.com'\n",
    'readme.md': plainCall,
    'lib.min.js': `!function(e){${plainCall.replace(/\n */g, '')}}();\n`,
    'other.min.js': '!function(e){}();\n',
  };

  it('are named, and check does not pass over them', async () => {
    const cwd = makeProject(program);
    const { report, stderr, code } = await reportOf(cwd);
    expect(code).toBe(0);
    expect(report.unread?.map(({ file, code: why }) => `${file} ${why}`)).toEqual([
      'about.html unread-file',
      'old/x.coffee unread-file',
      'plain.html unread-file',
      'lib.min.js generated-file',
    ]);
    expect(stderr).toContain('3 files of kinds that are not read (about.html, old/x.coffee, plain.html)');
    const check = await cygnetHere(['check'], { cwd });
    expect(check.code).toBe(1);
    expect(check.stdout).toMatch(/^about\.html {2}.*unread-file$/m);
    expect(check.stdout).toMatch(/^lib\.min\.js {2}.*generated-file$/m);
    expect(check.stderr).toContain('in the files looked at');
    const github = await cygnetHere(['check', '--report', 'github'], { cwd });
    expect(github.stdout).toContain('::warning file=about.html');
  });

  it('can be left out by a person, or listed in a baseline', async () => {
    const cwd = makeProject(program);
    const without = ['--exclude', '*.html', '--exclude', 'old', '--exclude', 'lib.min.js'];
    expect((await cygnetHere(['check', ...without], { cwd })).code).toBe(0);
    await cygnetHere(['check', '--baseline', 'known.json', '--update-baseline'], { cwd });
    expect((await cygnetHere(['check', '--baseline', 'known.json'], { cwd })).code).toBe(0);
    addFiles(cwd, { 'new.htm': `<script>${plainCall}</script>\n` });
    expect((await cygnetHere(['check', '--baseline', 'known.json'], { cwd })).code).toBe(1);
  });

  it('that cannot be understood are no reason to say that nothing is left', async () => {
    const cwd = makeProject({ 'a.vue': '<script lang="coffee">\nswan.request url: 1\n</script>\n' });
    const { code, stderr } = await cygnetHere(['check'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toBe('No swan network call was found, but 1 place could not be looked into.\n');
  });
});

describe('bundles that were not minified', { concurrent: true }, () => {
  it.each([
    [
      'webpack, development',
      'module.exports =\n/******/ (function(modules) { // webpackBootstrap\n/******/ function __webpack_require__(id) {}\n/******/ })([\n/***/ (function(module, exports) {\nCALL\n/***/ })\n/******/ ]);\n',
    ],
    [
      'webpack 5',
      '/******/ (() => { // webpackBootstrap\nvar __webpack_modules__ = ({ 1: () => {\nCALL\n} });\n/******/ })();\n',
    ],
    [
      'webpack, with eval',
      '(() => {\nvar __webpack_modules__ = ({\n1: (m) => {\neval("__webpack_require__.r(m); swan.request({})");\n}});\n})();\n',
    ],
    [
      'a chunk',
      '(global["webpackJsonp"] = global["webpackJsonp"] || []).push([["common/main"],{\n1: function () {\nCALL\n} }]);\n',
    ],
    [
      'a chunk of webpack 5',
      '(swan["webpackChunk"] = swan["webpackChunk"] || []).push([[1],{\n1: function () {\nCALL\n} }]);\n',
    ],
    [
      'esbuild',
      'var __getOwnPropNames = Object.getOwnPropertyNames;\nvar __commonJS = (cb, mod) => function __require() {};\nCALL\n',
    ],
    ['rollup with CommonJS inside', 'function getDefaultExportFromCjs (x) {\n\treturn x;\n}\nCALL\n'],
    ['Parcel', 'parcelRequire = (function (modules) {\nCALL\n})();\n'],
    [
      'Browserify',
      "(function(){function r(e,n,t){var c='MODULE_NOT_FOUND'}return r})()({1:[function(require){\nCALL\n},{}]},{},[1]);\n",
    ],
  ])('%s: named and left alone', async (_, text) => {
    const cwd = makeProject({ 'app.json': '{}', 'lib.js': text.replace('CALL', plainCall) });
    const { report } = await reportOf(cwd, '--write');
    expect(report.unread).toMatchObject([{ file: 'lib.js', code: 'generated-file' }]);
    expect(read(cwd, 'lib.js')).toBe(text.replace('CALL', plainCall));
    expect((await reportOf(cwd, '--include', 'lib.js')).report.unread).toBeUndefined();
  });

  it('a program that only speaks of them is none', async () => {
    const text = `// runs in __webpack_require__, see "webpackJsonp"\nconst isBundled = typeof __webpack_require__ === 'function';\n/******/\n${plainCall}`;
    const { report } = await reportOf(makeProject({ 'app.json': '{}', 'a.js': text }));
    expect(report.sites).toMatchObject([{ file: 'a.js' }]);
  });
});

describe('what a run for a part may say', { concurrent: true }, () => {
  const program = { 'app.json': '{}', 'a.js': plainCall, 'pages/b.js': plainCall };

  it.each([
    ['everything', [], 'No network call is left.'],
    ['the root by name', ['.'], 'No network call is left.'],
    ['one file', ['a.js'], 'No network call is left in the files looked at.'],
    ['one folder', ['pages'], 'No network call is left in the files looked at.'],
    ['all but a file', ['--exclude', 'a.js'], 'No network call is left in the files looked at.'],
    ['one API', ['--only', 'request'], 'No call of swan.request is left.'],
  ])('%s', async (_, args, sentence) => {
    const { stderr } = await cygnetHere(['migrate', '--to', 'wx', ...args], { cwd: makeProject(program) });
    expect(stderr).toContain(`\n${sentence}\n`);
  });

  it('of standard input: that the input was rewritten, and no file was written', async () => {
    const args = ['migrate', '--to', 'wx', '--stdin', '--stdin-filename', 'a.js'];
    const { stderr } = await cygnet(args, { cwd: makeProject(), input: plainCall });
    expect(stderr).toContain('swan → wx: the input was rewritten');
    expect(stderr).not.toMatch(/wrote|1 file\b/);
  });
});

describe('patterns are of one kind for paths, --include and --exclude', { concurrent: true }, () => {
  const program = {
    'app.json': '{}',
    'a.js': plainCall,
    'pages/a.js': plainCall,
    'pages/b.js': plainCall,
    'pages/deep/c.js': plainCall,
    'dist/pages/b.js': plainCall,
  };
  const all = ['a.js', 'pages/a.js', 'pages/b.js', 'pages/deep/c.js'];

  it.each([
    ['*.js', ['a.js']],
    ['./*.js', ['a.js']],
    ['**/a.js', ['a.js', 'pages/a.js']],
    ['pages', ['pages/a.js', 'pages/b.js', 'pages/deep/c.js']],
    ['pages/', ['pages/a.js', 'pages/b.js', 'pages/deep/c.js']],
    ['pages/*', ['pages/a.js', 'pages/b.js', 'pages/deep/c.js']],
    ['pages/*.js', ['pages/a.js', 'pages/b.js']],
    ['pages/{a,b}.js', ['pages/a.js', 'pages/b.js']],
    ['pages/[!a].js', ['pages/b.js']],
    ['pages/**/c.js', ['pages/deep/c.js']],
    ['{pages,none}/deep', ['pages/deep/c.js']],
  ])('%s', async (pattern, files) => {
    const cwd = makeProject(program);
    const named = await reportOf(cwd, pattern);
    expect(named.report.sites.map(({ file }) => file)).toEqual(files);
    const without = await reportOf(cwd, '--exclude', pattern);
    expect(without.report.sites.map(({ file }) => file)).toEqual(all.filter((file) => !files.includes(file)));
    const within = await reportOf(cwd, '--include', `dist/${pattern.replace('./', '')}`);
    const taken = within.report.sites.map(({ file }) => file);
    expect(taken.includes('dist/pages/b.js')).toBe(files.includes('pages/b.js'));
  });

  it('a path that is a pattern takes what a run over its folder would, and nothing that was left out', async () => {
    const cwd = makeProject({ ...program, '.gitignore': 'pages/b.js\n', 'node_modules/p/a.js': plainCall });
    const { report } = await reportOf(cwd, '**/*.js', 'pages/deep/*');
    expect(report.sites.map(({ file }) => file)).toEqual(['a.js', 'pages/a.js', 'pages/deep/c.js']);
    const { stderr, code } = await cygnetHere(['migrate', '--to', 'wx', 'pages/*.mjs'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('no file matches pages/*.mjs');
  });

  it('one that means nothing is told', async () => {
    const { stderr, code } = await reportOf(makeProject(program), '--exclude', '*.test.js', '--include', 'lib');
    expect(stderr).toContain('--exclude *.test.js means no file here; patterns count from the current folder');
    expect(stderr).toContain('--include lib means no file here');
    expect(code).toBe(0);
  });

  it('none can mean the contrary of what it names', async () => {
    const { stderr, code } = await cygnetHere(['migrate', '--to', 'wx', '--exclude', '!a.js'], {
      cwd: makeProject(program),
    });
    expect(code).toBe(2);
    expect(stderr).toContain('--exclude !a.js begins with !');
  });
});

describe('a comment that keeps a call', { concurrent: true }, () => {
  it('stands in every report with its reason', async () => {
    const text = `// cygnet-ignore-next-line the login page stays\n${plainCall}${plainCall}`;
    const cwd = makeProject({ 'app.json': '{}', 'a.js': text });
    const { report, stderr, code } = await reportOf(cwd, '--write', '--mark');
    expect(report.sites).toMatchObject([
      { line: 2, verdict: 'kept', codes: ['kept-on-request'] },
      { line: 6, verdict: 'renamed' },
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('as the comment above it asks: the login page stays');
    expect(stderr).not.toContain('by hand');
    expect(read(cwd, 'a.js')).toBe(text.replace(/(?<=;\n)swan/, 'wx'));
  });
});
