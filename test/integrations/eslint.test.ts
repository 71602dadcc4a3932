// In: programs, and ESLint 9 and 10. Out: whether the rule reports and fixes what the command line would, in one run of `--fix`,
// whatever parser the project has.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Rule, RuleTester } from 'eslint';
import { RuleTester as RuleTester9 } from 'eslint9';

import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import * as vueParser from 'vue-eslint-parser';
import { rewrite } from '../../src/index.ts';
import { builtPlugin, linterOf } from './linted.ts';
import { projectOf } from './projects.ts';

const plugin = await builtPlugin();
const rule = plugin.rules['no-swan-network'] as unknown as Rule.RuleModule;
const shim = { specifier: './swan-net.js' };
const empty = projectOf({ 'package.json': '{}' });
const linter = linterOf(10, plugin);

const ask = "swan.request({ url: 'https://a.example/x', success: show });\n";
const asked = "send(signal => fetch('https://a.example/x', { signal }), { success: show });\n";

describe.each([
  ['10', RuleTester, undefined],
  ['10, with the TypeScript parser', RuleTester, tseslint.parser],
  ['9', RuleTester9 as unknown as typeof RuleTester, undefined],
  ['9, with the TypeScript parser', RuleTester9 as unknown as typeof RuleTester, tseslint.parser],
])('the rule in ESLint %s', (_, Tester, parser) => {
  Tester.describe = describe;
  Tester.it = it;
  const tester = new Tester(parser ? { languageOptions: { parser: parser } } : {});
  tester.run('no-swan-network', rule, {
    valid: [
      { code: 'fetch(url);', options: [{ to: 'fetch' }] },
      { code: 'function f(swan) { swan.request({}); }', options: [{ to: 'wx' }] },
      { code: "swan.showToast({ title: '你好' });", options: [{ to: 'wx' }] },
    ],
    invalid: [
      {
        code: '/* 请求 🦢 */ swan.onSocketOpen(f);',
        options: [{ to: 'wx' }],
        errors: [{ message: /^swan\.onSocketOpen can move: .*swan-network-call/u, line: 1, column: 13, endColumn: 33 }],
        output: '/* 请求 🦢 */ wx.onSocketOpen(f);',
      },
      {
        code: ask,
        options: [{ to: 'fetch', ...shim }],
        errors: [{ message: /^swan\.request can move: fetch /u, suggestions: [] }],
        output: `import { send } from './swan-net.js';\n\n${asked}`,
      },
      {
        code: 'swan.request(options);\n',
        options: [{ to: 'fetch', ...shim }],
        errors: [
          {
            message: /shim/u,
            suggestions: [
              { messageId: 'rewrite', output: `import { request } from './swan-net.js';\n\nrequest(options);\n` },
            ],
          },
        ],
        output: null,
      },
      {
        code: 'swan[name]({});\n',
        options: [{ to: 'fetch' }],
        errors: [{ message: /dynamic-name: file:.*diagnostics\.md#dynamic-name/u, suggestions: [] }],
        output: null,
      },
      {
        code: ask,
        errors: [{ message: /no target is set/u, suggestions: [] }],
        output: null,
      },
    ],
  });
});

describe('--fix', () => {
  const site = (i: number): string => `function f${i}(cb) {
  // 第 ${i} 个 🦢
  swan.request({
    url: 'https://a.example/${i}',
    data: { i },
    success: (res) => cb(res.data),
  });
}
`;

  it.each([30, 300])('gets through %i sites of a file in one run, with one import', (count) => {
    const text = Array.from({ length: count }, (_, i) => site(i)).join('\n');
    const { output, messages } = linter.fix(text, 'a.js', { cwd: empty, settings: { to: 'fetch', ...shim } });
    expect(messages).toEqual([]);
    expect(output.split('swan-net.js')).toHaveLength(2);
    expect(output).toBe(rewrite(text, { filename: 'a.js', target: 'fetch' }).code);
  });

  it('leaves alone what a comment turns off, and gets the import all the same', () => {
    const text = `// eslint-disable-next-line cygnet/no-swan-network -- it stays\n${ask}${ask}/* eslint-disable */\n${ask}`;
    const { output, messages } = linter.fix(text, 'a.js', { cwd: empty, settings: { to: 'fetch', ...shim } });
    expect(messages).toEqual([]);
    expect(output.split('swan.request')).toHaveLength(3);
    expect(output.split('\n').slice(0, 5)).toEqual([
      "const { send } = require('./swan-net.js');",
      '',
      '// eslint-disable-next-line cygnet/no-swan-network -- it stays',
      ask.trim(),
      asked.trim(),
    ]);
  });

  it('keeps the byte order mark, and the line breaks', () => {
    const text = `\ufeff// 一\r\nswan.onSocketOpen(f);\r\n`;
    expect(linter.fix(text, 'a.js', { cwd: empty, settings: { to: 'wx' } }).output).toBe(text.replace('swan', 'wx'));
  });

  it('takes names apart with all that goes with them, as one fix', () => {
    const text = 'const { request: r } = swan;\nr({ url: u }); r({ url: v });\n';
    const found = linter.verify(text, 'a.js', { cwd: empty, settings: { to: 'wx' } });
    expect(found.map(({ fix, suggestions = [] }) => [fix !== undefined, suggestions.length])).toEqual([
      [true, 1],
      [false, 1],
    ]);
  });

  it('works on a component, whatever stands around its script', () => {
    const text = `<template>\n  <p>你好 🦢</p>\n</template>\n\n<script>\n${ask}</script>\n`;
    const lint = { cwd: empty, settings: { to: 'fetch', ...shim }, parser: vueParser };
    expect(linter.fix(text, 'a.vue', lint).output).toBe(
      text.replace(ask, `import { send } from './swan-net.js';\n\n${asked}`),
    );
  });
});

describe('a file among others', () => {
  it('is rewritten as the whole program wants it, with the shim where the command line puts it', () => {
    const cwd = projectOf({
      'app.json': '{}',
      'cygnet.config.json': '{ "to": "fetch" }',
      'pages/a.js': `${ask}export {};\n`,
      'host.js': 'exports.net = swan;\n',
      'user.js': "const { net } = require('./host');\nnet.onSocketOpen(f);\n",
    });
    const { output } = linter.fix(`${ask}export {};\n`, 'pages/a.js', { cwd });
    expect(output).toContain("from '../swan-net.js'");
    const [first] = linter.verify("const { net } = require('./host');\nnet.onSocketOpen(f);\n", 'user.js', { cwd });
    expect(first?.message).toMatch(/^swan\.onSocketOpen/);
  });

  it('keeps the calls of an API that another file replaces, and hears when it does no longer', async () => {
    const cwd = projectOf({ 'package.json': '{}', 'a.js': ask, 'mock.js': 'swan.request = fake;\n' });
    const look = () => linter.verify(ask, 'a.js', { cwd, settings: { to: 'wx' } });
    expect(look()).toMatchObject([{ message: expect.stringContaining('api-assigned') as unknown }]);
    writeFileSync(path.join(cwd, 'mock.js'), 'exports.nothing = true;\n');
    await expect.poll(() => look()[0]?.fix, { timeout: 20_000, interval: 400 }).toBeDefined();
  });
});

describe('wrong settings', () => {
  it('are told by ESLint itself, before anything is read', () => {
    expect(() => linter.verify(ask, 'a.js', { cwd: empty, settings: { to: 'jquery' } })).toThrow(/one of|allowed/);
    expect(() => linter.verify(ask, 'a.js', { cwd: empty, settings: { target: 'wx' } })).toThrow(/target/);
  });

  it('of a config are told as one report', () => {
    const cwd = projectOf({ 'cygnet.config.json': '{ "to": "jquery" }' });
    expect(linter.verify(ask, 'a.js', { cwd })).toMatchObject([
      { line: 1, message: expect.stringMatching(/^cygnet cannot look at this file: .*to is "jquery"/s) as unknown },
    ]);
  });
});

describe('the plugin', () => {
  it('has recommended settings that name it', () => {
    const { plugins, rules } = plugin.configs.recommended;
    expect([plugins.cygnet, rules]).toEqual([plugin, { 'cygnet/no-swan-network': 'error' }]);
  });
});
