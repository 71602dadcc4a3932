// In: an editor and a linter of somebody who reads Chinese. Out: whether what they are told is Chinese, from the diagnostic to the title of
// an action and the page behind a code, and English where nobody said so. (A build is in reports.test.ts.)

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Hover } from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { able, startClient } from './language-client.ts';
import { builtPlugin, linterOf } from './linted.ts';
import { projectOf } from './projects.ts';

const project = projectOf({
  'package.json': '{}',
  'cygnet.config.json': '{ "to": "fetch" }',
  'a.js': "swan.request({ url: '/x' });\nmonitor(swan);\n",
});
const file = path.join(project, 'a.js');
const page = 'docs/zh-CN/diagnostics.md#swan-handed';

describe('the language server', () => {
  it('speaks as its editor does', async () => {
    const client = await startClient(able, [project], {}, 'zh-cn');
    client.open(file);
    const found = await client.diagnostics(file, (list) => list.length > 1);
    expect(found.find(({ code }) => code === 'swan-handed')).toMatchObject({
      message: '此处保持不变：swan 被传给“monitor”（第 2 行），之后对它做了什么无从得知。',
      codeDescription: { href: expect.stringContaining(page) as unknown },
    });
    const [why] = await client.actions(file, 0, 3);
    expect(why).toMatchObject({ title: 'swan.request 为何保持不变：swan-handed' });
    expect(why?.command?.arguments?.[1]).toContain('此处保持不变');
    const at = { textDocument: { uri: pathToFileURL(file).href }, position: { line: 0, character: 3 } };
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', at);
    expect(JSON.stringify(hover.contents)).toContain('保持不变。');
  });

  it('says nothing else than Chinese to a person: names, numbers and code apart', async () => {
    const folder = projectOf({ 'app.json': '{}', 'a.js': "swan.request({ url: '/x', success: show });\n" });
    const client = await startClient(able, [folder], { to: 'fetch' }, 'zh-cn');
    const uri = pathToFileURL(path.join(folder, 'a.js')).href;
    const untitled = 'untitled:a';
    client.open(path.join(folder, 'a.js'));
    client.open(path.join(folder, 'b.js'), `swan.request({});\n// ${'x'.repeat(1_000_000)}\n`);
    const shown = await client.diagnostics(path.join(folder, 'a.js'), (list) => list.length > 0);
    const tooLarge = await client.diagnostics(path.join(folder, 'b.js'));
    const actions = await client.actions(path.join(folder, 'a.js'), 0, 3);
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 3 },
    });
    const text = "swan.request({ url: '/x', success: show });\n";
    const textDocument = { uri: untitled, languageId: 'javascript', version: 1, text };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument });
    const refused = [
      { uri, version: 9, target: 'fetch' },
      { uri, version: 1, target: 'fetch', site: 9 },
      { uri: untitled, version: 1, target: 'fetch', site: 0 },
    ].map((data) => client.connection.sendRequest('codeAction/resolve', { title: '', data }));
    const reasons = (await Promise.allSettled(refused)).map((one) =>
      one.status === 'rejected' ? (one.reason as Error).message : '',
    );
    const said = [
      ...[...shown, ...tooLarge].map(({ message }) => message),
      ...actions.map(({ title }) => title),
      ...(hover.contents as { value: string }).value.split('\n\n').filter((part) => !part.startsWith('```')),
      ...reasons,
    ];
    expect([tooLarge, actions, reasons].map(({ length }) => length)).toEqual([1, 4, 3]);
    for (const one of said) {
      expect(one).toMatch(/\p{Script=Han}/u);
      // Three words of English in a row are a sentence.
      expect(one).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/);
    }
  });
});

describe('the rule of ESLint', () => {
  it.each([
    ['by an option', project, { locale: 'zh' }],
    ['by the config', projectOf({ 'package.json': '{}', 'cygnet.config.json': '{ "locale": "zh-CN" }' }), { to: 'wx' }],
  ])('speaks Chinese %s', async (_by, cwd, settings) => {
    const { verify } = linterOf(10, await builtPlugin());
    const [found] = verify("swan.onSocketOpen(f);\nswan.request({ url: '/x' });\n", 'b.js', { cwd, settings });
    expect(found?.messageId).toBe('site-zh-CN');
    expect(found?.message).toMatch(/^swan\.onSocketOpen 可以迁移：.*（swan-network-call）$/);
  });

  it('says in that language what is wrong with its settings', async () => {
    const { verify } = linterOf(10, await builtPlugin());
    const cwd = projectOf({ 'package.json': '{}', 'cygnet.config.json': '{ "too": "wx" }' });
    const [found] = verify('swan.request({});', 'b.js', { cwd, settings: { locale: 'zh-CN' } });
    expect(found?.message).toContain('cygnet 无法检查此文件：');
    expect(found?.message).toContain('中有 cygnet 不认识的键：too');
    expect(found?.message).toContain('是不是想写 to？');
  });
});
