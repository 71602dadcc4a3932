// In: rewrites with a fault planted in them. Out: whether the judge notices each. Also whether it lets good ones pass, and
// whether the writer of random programs writes all that it can.

import { beforeAll, describe, expect, it } from 'vitest';
import { judge, open, type Case, type FaultKind } from './judge.ts';
import { move, type MovedFile } from './move.ts';
import { reduce } from './reduce.ts';
import { writeFile, writeModules } from './random/program.ts';
import { numbersOf } from './trial.ts';

const native = { target: 'fetch', style: 'native', isRunTwice: true } as const;
const call = (path: string): string => `swan.request({ url: 'https://a.b/${path}', complete: () => log('end') });\n`;
const sent = (path: string): string =>
  `send(signal => fetch('https://a.b/${path}', { signal }), { complete: () => log('end') });\n`;
const shim = `const { send } = require('./swan-net.js');\n`;

/** What a rewrite says of a file when it has nothing to say. */
const nothingSaid: Omit<MovedFile, 'file' | 'code'> = {
  sites: [],
  codes: [],
  messages: [],
  others: {},
  isEdited: false,
};
const siteKept: MovedFile['sites'] = [
  {
    id: 0,
    api: 'request',
    verdict: 'kept',
    codes: ['mixed-host'],
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 5,
    start: 0,
    end: 4,
  },
];

interface Planted {
  readonly what: string;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  /** What the report says, by file; nothing where absent. */
  readonly said?: Readonly<Record<string, Partial<MovedFile>>>;
  readonly fault: FaultKind | undefined;
}

const planted: readonly Planted[] = [
  { what: 'nothing', before: { 'main.js': call('1') }, after: { 'main.js': shim + sent('1') }, fault: undefined },
  {
    what: 'a request is swallowed',
    before: { 'main.js': call('1') + call('2') },
    after: { 'main.js': shim + sent('1') },
    fault: 'trace',
  },
  {
    what: 'a request is sent twice',
    before: { 'main.js': call('1') },
    after: { 'main.js': shim + sent('1') + sent('1') },
    fault: 'trace',
  },
  {
    what: 'a request goes elsewhere',
    before: { 'main.js': call('1') },
    after: { 'main.js': shim + sent('2') },
    fault: 'trace',
  },
  {
    what: 'a request comes a turn later',
    before: { 'main.js': `${call('1')}later(() => log('then'));\n` },
    after: { 'main.js': `${shim}later(() => log('then'));\nlater(() => { ${sent('1')} });\n` },
    fault: 'trace',
  },
  {
    what: 'a callback is lost',
    before: { 'main.js': call('1') },
    after: { 'main.js': `${shim}send(signal => fetch('https://a.b/1', { signal }));\n` },
    fault: 'trace',
  },
  {
    what: 'a request that was switched off is sent',
    before: { 'main.js': `const s = off && swan;\nif (s) s.request({ url: 'https://a.b/1' });\n` },
    after: { 'main.js': `${shim}if (true) ${sent('1')}` },
    fault: 'trace',
  },
  {
    what: 'an effect is lost',
    before: { 'main.js': `(log('first'), swan).request({ url: 'https://a.b/1' });\n` },
    after: { 'main.js': `${shim}send(signal => fetch('https://a.b/1', { signal }));\n` },
    fault: 'trace',
  },
  {
    what: 'an error has another class',
    before: { 'main.js': `null.request();\n` },
    after: { 'main.js': `nothing.request();\n` },
    fault: 'trace',
  },
  {
    what: 'an error is no longer thrown',
    before: { 'main.js': `${call('1')}null.x;\n` },
    after: { 'main.js': shim + sent('1') },
    fault: 'trace',
  },
  {
    what: 'a promise ends unhandled',
    before: { 'main.js': `log('a');\n` },
    after: { 'main.js': `log('a');\nPromise.reject(new TypeError('b'));\n` },
    fault: 'trace',
  },
  {
    what: 'an alias that a kept site needs is deleted',
    before: { 'main.js': `const s = swan;\nuse(s);\n${call('1')}` },
    after: { 'main.js': `${shim}use(s);\n${sent('1')}` },
    said: { 'main.js': { sites: siteKept } },
    fault: 'trace',
  },
  {
    what: 'an alias that login needs is deleted',
    before: { 'main.js': `const s = swan;\ns.login();\n${call('1')}` },
    after: { 'main.js': `${shim}s.login();\n${sent('1')}` },
    said: { 'main.js': { others: { login: 1 } } },
    fault: 'trace',
  },
  {
    what: 'an interceptor is by-passed',
    before: { 'main.js': `patch(swan);\n${call('1')}` },
    after: { 'main.js': `${shim}patch(swan);\n${sent('1')}` },
    said: { 'main.js': { sites: siteKept } },
    fault: 'trace',
  },
  {
    what: 'an interceptor in another file is by-passed',
    before: { 'main.js': `require('./patch');\n${call('1')}`, 'patch.js': `patch(swan);\n` },
    after: { 'main.js': `require('./patch');\n${shim}${sent('1')}`, 'patch.js': `patch(swan);\n` },
    said: { 'patch.js': { sites: siteKept } },
    fault: 'trace',
  },
  {
    what: 'a mock is by-passed',
    before: {
      'main.js': `require('./net').request({ url: 'https://a.b/1' });\n`,
      'net.js': `exports.request = mock.request;\n`,
    },
    after: {
      'main.js': `${shim}require('./net');\nsend(signal => fetch('https://a.b/1', { signal }));\n`,
      'net.js': `exports.request = mock.request;\n`,
    },
    fault: 'trace',
  },
  {
    what: 'a module is not loaded any more',
    before: { 'main.js': `require('./net').go();\n`, 'net.js': `log('loaded');\nexports.go = () => {};\n` },
    after: { 'main.js': `(() => {})();\n`, 'net.js': `log('loaded');\nexports.go = () => {};\n` },
    fault: 'trace',
  },
  {
    what: 'a call stays, and no word of it',
    before: { 'main.js': call('1') },
    after: { 'main.js': call('1') },
    fault: 'silent',
  },
  {
    what: 'a call stays where only login is told of',
    before: { 'main.js': `swan.login();\n${call('1')}` },
    after: { 'main.js': `swan.login();\n${call('1')}` },
    said: { 'main.js': { others: { login: 1 } } },
    fault: 'silent',
  },
  {
    what: 'a call stays where only a test is told of',
    before: { 'main.js': `if (swan) ${call('1')}` },
    after: { 'main.js': `if (swan) ${call('1')}` },
    said: { 'main.js': { codes: ['swan-guard'] } },
    fault: 'silent',
  },
  {
    what: 'a call stays in the file that says nothing',
    before: { 'main.js': `require('./net');\n${call('1')}`, 'net.js': call('2') },
    after: { 'main.js': `require('./net');\n${call('1')}`, 'net.js': call('2') },
    said: { 'main.js': { sites: siteKept } },
    fault: 'trace',
  },
  {
    what: 'nothing: a call stays, and it is told',
    before: { 'main.js': call('1') },
    after: { 'main.js': call('1') },
    said: { 'main.js': { sites: siteKept } },
    fault: undefined,
  },
  {
    what: 'nothing: a test stays, and it is told',
    before: { 'main.js': `log(typeof swan);\n` },
    after: { 'main.js': `log(typeof swan);\n` },
    said: { 'main.js': { codes: ['swan-guard'] } },
    fault: undefined,
  },
  {
    what: 'the output is none',
    before: { 'main.js': call('1') },
    after: { 'main.js': `${shim}const = 1;\n` },
    fault: 'syntax',
  },
  {
    what: 'the shim has no such name',
    before: { 'main.js': call('1') },
    after: { 'main.js': `const { sent } = require('./swan-net.js');\nsent();\n` },
    fault: 'trace',
  },
  {
    what: 'the compiler says that it failed',
    before: { 'main.js': call('1') },
    after: { 'main.js': call('1') },
    said: { 'main.js': { failure: 'edits cross' } },
    fault: 'internal-error',
  },
];

describe('a planted fault', () => {
  it.each(planted.map((one) => [one.what, one] as const))('%s', async (_what, { before, after, said = {}, fault }) => {
    const opened = await open({ files: Object.entries(before).map(([file, code]) => ({ file, code })) });
    const rewritten = Object.entries(after).map(([file, code]) => ({ file, code, ...nothingSaid, ...said[file] }));
    expect((await judge(opened, native, () => rewritten)).fault?.kind).toBe(fault);
  });

  it.each(['fetch', 'axios', 'wx'] as const)('nothing: what the compiler makes of it for %s', async (target) => {
    const code = `const s = swan;\n${call('1')}const task = s.request({ url: 'https://a.b/2', fail: (e) => log(e.errCode) });\n
      s.request({ url: 'https://a.b/fail', fail: (e) => log(e.errCode) });\ntask.abort();\nuse(s.uploadFile);\n`;
    const opened = await open({ files: [{ file: 'main.js', code }] });
    const trace = ['use function', 'log 1001', 'request /1', 'request /fail', 'log end', 'log 1001'];
    expect(opened.before.trace.split('\n')).toEqual(trace);
    for (const style of ['native', 'dropin'] as const) {
      expect((await judge(opened, { target, style, isRunTwice: true })).fault).toBeUndefined();
    }
  });

  it('a second run has something to do', async () => {
    const opened = await open({ files: [{ file: 'main.js', code: call('1') }] });
    const again: typeof move = (files, ...rest) =>
      move(files, ...rest).map(({ again: _own, ...file }) => ({ ...file, isEdited: true }));
    expect((await judge(opened, native, again)).fault?.kind).toBe('second-run');
    expect((await judge(opened, { ...native, isRunTwice: false }, again)).fault).toBeUndefined();
  });
});

describe('faults planted in the rewrite of random programs', () => {
  const opened: { readonly one: Case; readonly isRight: boolean }[] = [];

  beforeAll(async () => {
    for (const number of numbersOf(1, 120)) {
      const one = await open(writeFile(number));
      const { fault } = await judge(one, { ...native, isRunTwice: false });
      opened.push({ one, isRight: fault === undefined });
    }
  });

  it.each([
    ['the first word of the shim is lost', /\b(?:send|request|requestTask)\(/, '(() => {})('],
    ['every test is true', /\bif \((?!on\))/, 'if (true || '],
    ['urls are changed', /a\.b\/1\b/, 'a.b/one'],
    ['a log is lost', /\blog\(/, '(() => {})('],
  ])('%s', async (_what, from, to) => {
    const faulty: typeof move = (...given) =>
      move(...given).map((file) => ({ ...file, code: file.code.replace(from, to) }));
    let noticed = 0;
    for (const { one, isRight } of opened) {
      if (isRight && (await judge(one, { ...native, isRunTwice: false }, faulty)).fault) noticed++;
    }
    expect(noticed).toBeGreaterThan(3);
  });

  it('are planted in programs that mostly run to their end', () => {
    expect(opened.filter(({ one }) => !one.before.trace.includes('thrown')).length).toBeGreaterThan(80);
  });
});

describe('random programs', () => {
  const texts = [writeFile, writeModules].flatMap((write) =>
    numbersOf(2, 3_000).map((number) =>
      write(number)
        .files.map(({ code }) => code)
        .join('\n'),
    ),
  );

  it.each([
    /const \{ request: \w+ \} = /,
    /\.\.\.rest/,
    /= none \}/,
    /as any/,
    /<any>/,
    /swan!/,
    /window\.swan \|\| /,
    /off && /,
    /off \? /,
    /\?\? /,
    /root\d+ = globalThis/,
    /if \(off\) s\d+ = /,
    /\|\|= /,
    /function go\d+\(s = swan\)/,
    /s = s \|\| swan/,
    /\(function \(s\)/,
    /this\.host = /,
    /static host/,
    /class Client/,
    /early\d+\(\)/,
    /for \(const s of /,
    /switch \(/,
    /catch/,
    /async function/,
    /'use strict'/,
    /new Proxy/,
    /patch\(/,
    /spyOn/,
    /stub\(/,
    /defineProperty/,
    /Object\.assign\(/,
    /\.after\(/,
    /globalThis\.swan = /,
    /canIUse/,
    /'request' in /,
    /typeof swan === 'undefined'/,
    /return log\('no'\)/,
    /export \* from/,
    /export default/,
    /export let/,
    /import \* as/,
    /module\.exports = /,
    /this\.request = /,
    /require\('\.\/\w+(?:\.js)?'\)\.request/,
    /export function install/,
    /import '\.\/main/,
    /get host\(\)/,
    /\.bind\(/,
    /Reflect\.apply/,
    /new Promise/,
    /\.login\(\)/,
    /use\(swan\)/,
  ])('hold %s', (form) => {
    expect(texts.filter((text) => form.test(text)).length).toBeGreaterThan(2);
  });
});

describe('making a program small', () => {
  it('leaves what shows the fault', async () => {
    const code = `const a = 1;\nfunction f(x) {\n  if (a) { log(x, 2); }\n  return swan.request({ url: 'u', data: a });\n}\nf(a);\n`;
    const program = {
      files: [
        { file: 'main.js', code },
        { file: 'net.js', code: 'log(1);\n' },
      ],
    };
    const small = await reduce(program, (one) => Promise.resolve(/swan\.request/.test(one.files[0]?.code ?? '')));
    expect(small.files).toEqual([{ file: 'main.js', code: expect.stringMatching(/^.{0,60}$/s) as string }]);
  });
});
