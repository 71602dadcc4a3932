// In: small programs. Out: whether `npm run show` says where swan enters, which road led to each site, what is known of its options,
// and which question kept it from the rung above; and whether every question that a target asks is raised by a program here.

import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showFile } from '../../scripts/show/show-file.ts';
import { rewrite, type RewriteOptions } from '../../src/index.ts';
import { files, read, root } from './files.ts';

describe('what is shown of a file', () => {
  it('is the way of each site through the compiler', () => {
    const code = `const s = swan;
function load(host, method) {
    host.request({ url: 'https://example.com/a', method, success: res => show(res.data) });
}
load(s, m);
s.showToast({ title: 'ok' });
`;
    expect(showFile(code, { filename: 'a.js', target: 'fetch' })).toBe(`a.js, to fetch, style native

scan     may concern the network
parse    JavaScript; cjs; sloppy; 0 comments
resolve   enters   1:11 swan is swan; bound: the name has it, or the pattern takes it apart
          found    1 calls, 0 values, 0 kept, 0 tests
          names    s (swan), host (swan)
          others   showToast ×1

site 1   3:5 request: host.request({ url: 'https://example.com/a', method, succes…
  road    1:11 swan is swan; bound: the name has it, or the pattern takes it apart
          5:6 s is swan; argument: the parameter of a function of the file has it; \`.call\`, \`.apply\` and \`.bind\` of an API need it; elsewhere swan is handed over
          3:5 host is swan; member: a network API, or one of swan's others; \`swan[name]\` is kept
          3:5 host.request is request; callee: is a call: a site
  options a literal
            url: constant "https://example.com/a"; string; does nothing; stays the same until the next tick
            method (shorthand): the name method; unknown; reads
            success: arrow that reads data; does nothing; stays the same until the next tick
  facts   reached through: alias
          what it returns: unused; a statement of its own
          parameters of load decide what it does
  rung    shim
          no to: is it known whether the method has a body? 3:50 method

output   changed; 3 edits; from the shim: request
`);
  });

  it('says what speaks against a road, and what is said at the site', () => {
    const code = 'let s = swan;\nif (x) s = other;\ns.request({ url: u });\n';
    const shown = showFile(code, { filename: 'a.js', target: 'wx' });
    expect(shown).toContain('3:1 s is swan (in doubt: alias-reassigned)');
    expect(shown).toMatch(/rung {4}kept\n {10}alias-reassigned: /);
  });

  it('ends where the file ends: one that does not parse, one without swan', () => {
    expect(showFile('swan.request({', { filename: 'a.js', target: 'wx' })).toMatch(/^parse {4}fails: /m);
    expect(showFile('f();\n', { filename: 'a.js', target: 'wx' })).toContain('output   unchanged; 0 edits');
  });
});

describe('the script', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cygnet-show-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('counts what the other files hand to the one that it shows', () => {
    writeFileSync(path.join(folder, 'net.js'), 'exports.send = swan.request;\n');
    writeFileSync(path.join(folder, 'page.js'), "const { send } = require('./net');\nsend({ url: u });\n");
    const { status, stdout } = show('page.js', 'net.js', '--to', 'axios');
    expect(status).toBe(0);
    expect(stdout).toContain("1:18 require('./net') is the module './net'; bound:");
    expect(stdout).toMatch(/^page\.js, to axios/);
  });

  it.each([[[]], [['page.js', '--to', 'swan']], [['page.js', '--style', 'odd']]])(
    'asks for a file and a target: %j',
    (args) => {
      const { status, stderr } = show(...args);
      expect([status, stderr]).toEqual([2, expect.stringContaining('--to fetch|axios|wx')]);
    },
  );

  function show(...args: string[]): SpawnSyncReturns<string> {
    const command = [path.join(root, 'scripts/show.mjs'), ...args];
    return spawnSync(process.execPath, command, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: folder },
    });
  }
});

const url = "url: 'https://example.com/a'";

/** For each question, a program that it is answered with no in, and the text that it is asked about. */
const denials: readonly (readonly [question: string, code: string, at: string, options?: Partial<RewriteOptions>])[] = [
  [
    'is the style native, so that calls of the platform are wanted',
    `swan.request({ ${url} });`,
    'swan.request',
    { style: 'dropin' },
  ],
  ['are the options written out at the call', 'swan.request(options);', 'swan.request(options)'],
  ['are the options all that is passed', `swan.request({ ${url} }, 1);`, 'swan.request'],
  ['has every option a plain key of its own', `swan.request({ ${url}, ...more });`, '{ url'],
  ['is there a url', 'swan.request({ data: 1 });', '{ data'],
  ['is it known whether the method has a body', `swan.request({ ${url}, method: m });`, 'method: m'],
  [
    'is there no await and no yield in what moves into a function',
    `async () => { swan.request({ ${url}, data: await d }); }`,
    'data: await d',
  ],
  ['are url, method, header and data no methods', `swan.request({ ${url}, header() {} });`, 'header() {}'],
  [
    'can … be reached where the call stands',
    `function f(fetch, globalThis) { swan.request({ ${url} }); }`,
    'swan.request',
  ],
  [
    'will it be the same when the call starts, a tick later, as the task is held',
    'const t = swan.request({ url: u });',
    'u }',
  ],
  ['can the options be evaluated in the order of the own call', 'swan.request({ url: g(), success: f() });', '{ url'],
  ['is it the same once the options behind it have run', `swan.request({ ${url}, data: d, header: f() });`, 'd,'],
  ['has the platform a call of its own for this API', `swan.downloadFile({ ${url} });`, 'swan.downloadFile'],
  ['is it called where it stands', 'promisify(swan.request);', 'swan.request'],
  [
    'has wx the same sockets as swan (S1, S6)',
    `swan.connectSocket({ ${url} });`,
    'swan.connectSocket',
    { target: 'wx' },
  ],
  [
    'does wx take what this is called with as swan takes it',
    'promisify(swan.request);',
    'swan.request',
    { target: 'wx' },
  ],
];

describe('a question of the ladder', () => {
  const cases = denials.map(([question, code, at, options]) => ({ question, code, at, options }));

  it.each(cases)('$question', ({ question, code, at, options }) => {
    const [site] = rewrite(code, { target: 'fetch', ...options }).sites;
    expect(site?.denial?.question.replace(/^can \w+ be/, 'can … be')).toBe(question);
    expect(code.slice(site?.denial?.at.start).startsWith(at)).toBe(true);
  });

  it('has a program here, whatever target asks it', () => {
    const asked = files.filter((file) => file.startsWith('transforms/')).flatMap(questionsIn);
    expect([...new Set(asked)].sort()).toEqual(denials.map(([question]) => question).sort());
  });

  it('is not there on the highest rung, and not where a site is kept', () => {
    const native = rewrite(`swan.request({ ${url} });`, { target: 'fetch' });
    const kept = rewrite('swan[name]({ url: u });', { target: 'fetch' });
    expect([...native.sites, ...kept.sites].map(({ verdict, denial }) => [verdict, denial])).toEqual([
      ['native', undefined],
      ['kept', undefined],
    ]);
  });
});

/** The values of `question:` in a file. */
function questionsIn(file: string): string[] {
  const questions: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText(tree) === 'question') {
      const value = node.initializer.getText(tree);
      questions.push(value.slice(1, -1).replace(/\$\{\w+\}/g, '…'));
    }
    ts.forEachChild(node, visit);
  };
  const tree = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  visit(tree);
  return questions;
}
