// In: programs on the disk and in buffers, and clients of two kinds. Out: whether the language server shows, offers and writes what the
// command line would, while somebody types, and lives through whatever a client sends.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic, Hover } from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { able, plain, startClient, startServer } from './language-client.ts';
import { projectOf } from './projects.ts';

const ask = "swan.request({ url: 'https://a.example/x', success: show });\n";
const asked = "send(signal => fetch('https://a.example/x', { signal }), { success: show });\n";
const broken = "swan.request({ url: 'https://a.example/x', success: show\n";
const app = { 'app.json': '{ "networkTimeout": { "request": 5000 } }' };

const codes = (found: readonly Diagnostic[]) => found.map(({ code }) => code);

const one = projectOf({
  ...app,
  'cygnet.config.json': '{ "to": "fetch" }',
  'emoji.js': `/* 你好 🦢 */ ${ask}`,
  'two.js': ask + ask,
  'typing.js': `${ask}swan[name]();\n`,
  'host.js': 'exports.net = swan;\n',
  'user.js': "const { net } = require('./host');\nnet.onSocketOpen(f);\n",
  'wrapper.js': 'exports.load = options => swan.request(options);\n',
  'big.js': `${ask}// ${'x'.repeat(2_000_000)}\n`,
});
const other = projectOf({ 'package.json': '{}', 'a.js': ask });
const client = await startClient(able, [one, other]);
client.settings.set(pathToFileURL(other).href, { to: 'wx' });
const at = (name: string): string => path.join(one, name);

describe('diagnostics', () => {
  it('stand at UTF-16 columns, with code, severity and the page behind the code', async () => {
    client.open(at('emoji.js'));
    const [found] = await client.diagnostics(at('emoji.js'), (list) => list.length > 0);
    expect(found).toMatchObject({
      range: { start: { line: 0, character: 12 }, end: { line: 0, character: 71 } },
      severity: 3,
      source: 'cygnet',
      code: 'swan-network-call',
      codeDescription: { href: expect.stringContaining('editors.md') as unknown },
    });
  });

  it('come as somebody types, and stay calm over a text that does not parse', async () => {
    client.open(at('typing.js'));
    await client.diagnostics(at('typing.js'), (list) => list.length === 2);
    const start = { line: 2, character: 0 };
    client.change(at('typing.js'), [{ range: { start, end: start }, text: broken }]);
    const heard: number[] = [];
    const end = { line: 3, character: 0 };
    await new Promise((resolve) => setTimeout(resolve, 400));
    heard.push((await client.diagnostics(at('typing.js'))).length);
    client.change(at('typing.js'), [{ range: { start: end, end }, text: '});\n' }]);
    heard.push((await client.diagnostics(at('typing.js'), (list) => list.length === 3)).length);
    expect(heard).toEqual([2, 3]);
    expect(codes(await client.diagnostics(at('typing.js')))).toContain('dynamic-name');
  });

  it('of importers change with the module that they import', async () => {
    client.open(at('user.js'));
    client.open(at('host.js'));
    await client.diagnostics(at('user.js'), (list) => list.length > 0);
    client.change(at('host.js'), [{ text: 'exports.net = other;\n' }]);
    await client.diagnostics(at('user.js'), (list) => list.length === 0);
    client.change(at('host.js'), [{ text: 'exports.net = ;\n' }]);
    client.change(at('host.js'), [{ text: 'exports.net = swan;\n' }]);
    expect(await client.diagnostics(at('user.js'), (list) => list.length > 0)).not.toEqual([]);
    client.close(at('host.js'));
  });

  it('go by the settings of each folder', async () => {
    client.open(path.join(other, 'a.js'));
    const [found] = await client.diagnostics(path.join(other, 'a.js'), (list) => list.length > 0);
    expect(found?.message).toContain('WeChat');
  });

  it('say of a bundle that was opened by mistake that it is too large', async () => {
    client.open(at('big.js'));
    expect(await client.diagnostics(at('big.js'))).toMatchObject([
      {
        code: 'file-too-large',
        range: { start: { line: 0 } },
        message: expect.stringContaining('2.0 million') as unknown,
      },
    ]);
    expect(await client.actions(at('big.js'), 0, 3)).toEqual([]);
  });
});

describe('actions', () => {
  it('rewrite the call at the cursor, with its import and the shim, in one edit', async () => {
    client.open(at('two.js'));
    const [first, ...rest] = await client.actions(at('two.js'), 1, 5);
    expect([first, ...rest].map((action) => [action?.title, action?.isPreferred])).toEqual([
      ['Rewrite swan.request for fetch', true],
      ['Rewrite swan.request for axios', false],
      ['Rewrite swan.request for wx', false],
      ['Rewrite all network calls of this file for fetch', undefined],
    ]);
    if (!first) throw new Error('there is no action');
    expect(first.edit).toBeUndefined();
    const { edit } = await client.resolve(first);
    expect(
      edit?.documentChanges?.map((change) => ('kind' in change ? change.kind : change.textDocument.version)),
    ).toEqual([1, 'create', null]);
    const texts = client.applied(edit);
    expect(texts['two.js']).toBe(`const { send } = require('./swan-net.js');\n\n${ask}${asked}`);
    expect(texts['swan-net.js']).toContain('"request":5000');
  });

  it('rewrite all of the file under the kind that was asked for', async () => {
    for (const kind of ['source.fixAll', 'source.fixAll.cygnet']) {
      const actions = await client.actions(at('two.js'), 0, 0, [kind]);
      expect(actions.map((action) => action.kind)).toEqual([kind]);
      const { edit } = await client.resolve(actions[0] ?? { title: '' });
      expect(client.applied(edit)['two.js']).toBe(`const { send } = require('./swan-net.js');\n\n${asked}${asked}`);
    }
    expect((await client.actions(at('two.js'), 0, 0, ['source'])).map(({ kind }) => kind)).toEqual(['source.fixAll']);
    expect(await client.actions(at('two.js'), 0, 0, ['refactor'])).toEqual([]);
  });

  it('say why a call stays', async () => {
    const [why] = await client.actions(at('typing.js'), 1, 3);
    expect(why?.title).toBe('Why swan stays: dynamic-name');
    await client.connection.sendRequest('workspace/executeCommand', {
      command: 'cygnet.why',
      arguments: why?.command?.arguments,
    });
    await expect.poll(() => client.messages.at(-1)).toMatch(/known only at run time/);
  });

  it('are not made for a text that changed meanwhile', async () => {
    const [first] = await client.actions(at('two.js'), 0, 5);
    client.change(at('two.js'), [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '// new\n' },
    ]);
    await expect(client.resolve(first ?? { title: '' })).rejects.toThrow('changed meanwhile');
  });

  it('extend a shim that is there', async () => {
    const [action] = await client.actions(at('two.js'), 1, 5);
    const made = client.applied((await client.resolve(action ?? { title: '' })).edit)['swan-net.js'] ?? '';
    expect(made).not.toContain('uploadFile');
    writeFileSync(at('swan-net.js'), made);
    const text = "swan.uploadFile({ url: 'https://a.example/u', filePath: p, name: 'f' });\n";
    writeFileSync(at('late.js'), text);
    client.open(at('late.js'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: ['late.js', 'swan-net.js'].map((name) => ({ uri: pathToFileURL(at(name)).href, type: 1 })),
    });
    const [first] = await client.actions(at('late.js'), 0, 3);
    const { edit } = await client.resolve(first ?? { title: '' });
    expect(edit?.documentChanges).toHaveLength(2);
    expect(client.applied(edit)['swan-net.js']).toContain('uploadFile');
  });
});

describe('a shim that an edit makes', () => {
  it('may be open and empty before it is written', async () => {
    const folder = projectOf({ ...app, 'a.js': ask });
    const own = await startClient(plain, [folder], { to: 'fetch' });
    const [file, shim] = [path.join(folder, 'a.js'), path.join(folder, 'swan-net.js')];
    own.open(file);
    await own.diagnostics(file, (list) => list.length > 0);
    own.open(shim, '');
    const [first] = await own.actions(file, 0, 3);
    expect(own.applied(first?.edit)['swan-net.js']).toContain('@cygnet-shim');
    expect(own.messages).toEqual([]);
  });
});

describe('hover', () => {
  it('says what becomes of a call, and what would be written', async () => {
    const textDocument = { uri: pathToFileURL(at('emoji.js')).href };
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument,
      position: { line: 0, character: 14 },
    });
    const { value } = hover.contents as { value: string };
    expect(value).toContain('**cygnet: native**');
    expect(value).toContain(`\`\`\`js\n${asked.trim().replace(/;$/, '')}`);
    expect(hover.range?.start.character).toBe(12);
  });
});

describe('a client without much', () => {
  it('gets edits at once, in the form that it knows, and its settings are taken from what it sends', async () => {
    const folder = projectOf({ ...app, 'a.js': ask });
    const small = await startClient(plain, [folder], { to: 'fetch' });
    const file = path.join(folder, 'a.js');
    small.open(file);
    await small.diagnostics(file, (list) => list.length > 0);
    const [first, all] = await small.actions(file, 0, 3);
    expect(Object.keys(first?.edit?.changes ?? {})).toHaveLength(2);
    expect(small.applied(first?.edit)['a.js']).toBe(`const { send } = require('./swan-net.js');\n\n${asked}`);
    expect(all?.title).toMatch(/^Rewrite all/);
    // It tells of no file that changes: what lies there is looked at.
    await new Promise((resolve) => setTimeout(resolve, 20));
    writeFileSync(path.join(folder, 'mock.js'), 'swan.request = fake;\n');
    small.change(file, [{ text: `\n${readFileSync(file, 'utf8')}` }]);
    expect(codes(await small.diagnostics(file, (list) => list.some(({ code }) => code === 'api-assigned')))).toEqual([
      'api-assigned',
    ]);
    await small.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { cygnet: { to: 'jquery' } },
    });
    await expect.poll(() => small.messages.join()).toContain('to is "jquery"');
  });
});

describe('a text without a file', () => {
  const untitled = 'untitled:Untitled-1';
  const open = (uri: string): void => {
    const textDocument = { uri, languageId: 'typescript', version: 1, text: ask };
    void client.connection.sendNotification('textDocument/didOpen', { textDocument });
  };

  it('is shown its calls, and is rewritten where it needs no shim', async () => {
    open(untitled);
    const range = { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } };
    const params = { textDocument: { uri: untitled }, range, context: { diagnostics: [] } };
    const [toFetch, , toWx] = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
    const { edit } = await client.resolve(toWx ?? { title: '' });
    expect(edit?.documentChanges).toMatchObject([{ textDocument: { uri: untitled }, edits: [{ newText: 'wx' }] }]);
    await expect(client.resolve(toFetch ?? { title: '' })).rejects.toThrow('no saved file');
  });

  it('is left alone where it will never be one', async () => {
    for (const uri of ['git:/a.js?x', 'vscode-notebook-cell:/x.ipynb#a']) {
      open(uri);
      const hover = { textDocument: { uri }, position: { line: 0, character: 3 } };
      expect(await client.connection.sendRequest('textDocument/hover', hover)).toBeNull();
    }
  });
});

describe('bad input', () => {
  it('of a client that takes back what it said it can ends nothing', async () => {
    const folder = projectOf({ ...app, 'a.js': ask });
    const can = { ...able.workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
    const fickle = await startClient({ ...able, workspace: can }, [folder], { to: 'fetch' }, 'en', {
      answersNothing: true,
    });
    fickle.open(path.join(folder, 'a.js'));
    expect(await fickle.diagnostics(path.join(folder, 'a.js'), (list) => list.length > 0)).toHaveLength(1);
    const event = { added: [], removed: [{ uri: pathToFileURL(folder).href, name: 'a' }] };
    await fickle.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    await fickle.connection.sendNotification('textDocument/didOpen', {});
    expect(await fickle.actions(path.join(folder, 'a.js'), 0, 3)).toHaveLength(4);
    await fickle.connection.sendRequest('shutdown');
    await expect(fickle.actions(path.join(folder, 'a.js'), 0, 3)).rejects.toThrow('shut down');
  });

  it('before initialize is answered by an error', async () => {
    const connection = startServer();
    connection.listen();
    const early = connection.sendRequest('textDocument/hover', {});
    await expect(early).rejects.toThrow('the first request has to be initialize');
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: plain });
    await expect(connection.sendRequest('textDocument/hover', {})).rejects.toThrow('is not open');
    await expect(connection.sendRequest('textDocument/nothing', {})).rejects.toThrow();
  });

  it.each([
    [{ line: 99_999, character: 0 }, 'is no place in the document'],
    [{ line: -1, character: 0 }, 'is no place in the document'],
    [{ line: 0, character: 'x' }, 'is no place in the document'],
    [undefined, 'is no place in the document'],
  ])('of a place %j is answered by an error, and the server lives', async (position, says) => {
    const textDocument = { uri: pathToFileURL(at('emoji.js')).href };
    await expect(client.connection.sendRequest('textDocument/hover', { textDocument, position })).rejects.toThrow(says);
  });

  it('of a file that vanished, and of one that is nowhere, ends nothing', async () => {
    client.open(path.join(one, 'gone/nowhere.js'), ask);
    expect(await client.diagnostics(path.join(one, 'gone/nowhere.js'), (list) => list.length > 0)).toHaveLength(1);
    await expect(
      client.connection.sendRequest('codeAction/resolve', {
        title: '',
        data: { uri: 'file:///no', version: 1, target: 'fetch' },
      }),
    ).rejects.toThrow('changed');
  });

  it('of a config that throws is told once, and it may be mended', async () => {
    const config = "throw new Error('no luck');";
    const folder = projectOf({ 'package.json': '{}', 'cygnet.config.js': config, 'a.js': ask });
    const own = await startClient(plain, [folder]);
    const file = path.join(folder, 'a.js');
    own.open(file);
    await expect.poll(() => own.messages.join(), { timeout: 10_000 }).toContain('no luck');
    own.change(file, [{ text: ask + ask }]);
    await expect(own.actions(file, 0, 3)).rejects.toThrow('no luck');
    writeFileSync(path.join(folder, 'cygnet.config.json'), '{ "to": "wx" }');
    rmSync(path.join(folder, 'cygnet.config.js'));
    own.change(file, [{ text: ask }]);
    expect((await own.diagnostics(file, (list) => list.length === 1))[0]?.message).toContain('WeChat');
    expect(own.messages).toHaveLength(1);
  });

  it('of a folder that is deleted is told once, and another time it is there again', async () => {
    const [folder, stays] = [projectOf({ ...app, 'a.js': ask }), projectOf({ ...app, 'b.js': ask })];
    const can = { ...able.workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
    const own = await startClient({ ...able, workspace: can }, [folder, stays], { to: 'fetch' }, 'zh-cn');
    const [file, other] = [path.join(folder, 'a.js'), path.join(stays, 'b.js')];
    for (const one of [file, other]) {
      own.open(one);
      await own.diagnostics(one, (list) => list.length > 0);
    }
    rmSync(folder, { recursive: true });
    writeFileSync(path.join(stays, 'mock.js'), 'swan.request = fake;\n');
    for (const name of [file, path.join(folder, 'app.json'), path.join(stays, 'mock.js')]) {
      const changes = [{ uri: pathToFileURL(name).href, type: 3 }];
      await own.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    }
    await own.diagnostics(other, (list) => list.some(({ code }) => code === 'api-assigned'));
    expect(own.messages).toEqual([expect.stringContaining(`文件夹 ${folder} 已不存在`)]);
    await expect(own.actions(file, 0, 3)).rejects.toThrow('已不存在');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'app.json'), '{}');
    expect(await own.actions(file, 0, 3)).toHaveLength(4);
  });

  it('that leaves out or mistakes what it has to send is served as far as it can be', async () => {
    const uri = pathToFileURL(at('emoji.js')).href;
    const [start, end] = [14, 2].map((character) => ({ line: 0, character }));
    const ask = (wish: object) => client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', wish);
    const wish = { textDocument: { uri }, range: { start, end } };
    for (const context of [undefined, {}, { diagnostics: null, only: 'quickfix' }])
      expect(await ask({ ...wish, ...(context && { context }) })).toHaveLength(4);
    for (const [method, params] of [
      ['workspace/didChangeWorkspaceFolders', { event: { added: [null, { uri: 'c:\\x' }], removed: null } }],
      ['workspace/didChangeWorkspaceFolders', {}],
      ['workspace/didChangeWatchedFiles', { changes: [null, {}, { uri: 4 }] }],
      [
        'textDocument/didChange',
        { textDocument: { uri: 'file:///never/opened.js', version: -1 }, contentChanges: [{}] },
      ],
      ['textDocument/didOpen', { textDocument: null }],
    ] as const)
      await client.connection.sendNotification(method, params);
    const again = { processId: null, rootUri: null, capabilities: plain };
    await expect(client.connection.sendRequest('initialize', again)).rejects.toThrow('before');
    expect(await ask({ ...wish, context: { diagnostics: [] } })).toHaveLength(4);
  });
});
