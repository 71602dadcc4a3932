// In: mini-programs in memory. Out: what a workspace says of their files: one at a time, and together.
// What it says after changes is in changes.test.ts.

import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileResult } from '../../src/workspace/file-result.ts';
import { openAlone } from '../../src/workspace/open-alone.ts';
import { textEditsOf, withTextEdits } from '../../src/workspace/text-edits.ts';
import { memoryFiles } from '../../src/workspace/memory.ts';
import { type Workspace, openWorkspace } from '../../src/workspace/workspace.ts';
import { app, detail, open, page, programOf } from './in-memory.ts';

async function rewrite(workspace: Workspace, name: string): Promise<FileResult> {
  const found = workspace.find(`/app/${name}`);
  if (!found) throw new Error(`there is no ${name}`);
  const outcome = await workspace.rewrite(found);
  if (typeof outcome === 'string') throw new Error(`${name} is ${outcome}`);
  return outcome;
}

const verdicts = ({ sites }: FileResult): string[] => sites.map(({ api, verdict }) => `${api} ${verdict}`);

describe('one file at a time', () => {
  it('is rewritten with what the folder says', async () => {
    const texts = programOf({ ...app, 'pages/a.js': page, '.gitignore': 'old\n', 'old/b.js': page, 'dist/c.js': page });
    const workspace = await open(texts);
    expect(workspace.root).toBe('/app');
    expect(workspace.searched.found.map(({ file }) => file)).toEqual(['app.js', 'pages/a.js']);
    const { after, sites } = await rewrite(workspace, 'pages/a.js');
    expect(sites).toHaveLength(1);
    expect(after).toContain("wx.request({ url: 'https://a.example/x'");
  });

  it('has the import and the shim of its program', async () => {
    const upload = 'exports.send = (options) => swan.request(options);\n';
    const workspace = await open(programOf({ ...app, 'lib/send.js': upload }), { target: 'fetch' });
    expect((await rewrite(workspace, 'lib/send.js')).after).toContain("require('../swan-net.js')");
    const { shims } = await workspace.shims();
    expect(shims.map(({ path, names }) => ({ path, names }))).toEqual([
      { path: '/app/swan-net.js', names: ['request'] },
    ]);
    expect(shims[0]?.after).toContain('"request":5000');
  });

  it('takes the shim that is there for none that replaces an API, wherever swan goes', async () => {
    const send = 'exports.send = options => swan.request(options);\n';
    const texts = programOf({ ...app, 'host.js': 'exports.net = swan;\n', 'lib/send.js': send });
    const [shim] = (await (await open(texts, { target: 'fetch' })).shims()).shims;
    texts.set('/app/swan-net.js', shim?.after ?? '');
    const workspace = await open(texts, { target: 'fetch' });
    expect(verdicts(await rewrite(workspace, 'lib/send.js'))).toEqual(['request shim']);
    expect((await workspace.shimFor('/app/lib/send.js'))?.names).toEqual(['request']);
  });

  it('takes the shim from elsewhere where it is told to', async () => {
    const workspace = await open(programOf({ 'a.mjs': 'export const send = (o) => swan.request(o);\n' }), {
      target: 'fetch',
      specifier: 'cygnet/runtime/fetch',
    });
    expect((await rewrite(workspace, 'a.mjs')).after).toContain("from 'cygnet/runtime/fetch'");
    expect((await workspace.shims()).shims).toEqual([]);
  });

  it('knows what another file keeps: the sockets of one program are one', async () => {
    const texts = programOf({
      ...app,
      'open.js': "swan.connectSocket({ url: 'wss://a.example/s' });\n",
      'hear.js':
        'swan.onSocketMessage.foo = 1;\nexports.hear = (f) => with_(swan.onSocketMessage, f);\nswan.onSocketMessage = null;\n',
    });
    expect(verdicts(await rewrite(await open(texts), 'open.js'))).toEqual(['connectSocket kept']);
    texts.delete('/app/hear.js');
    expect(verdicts(await rewrite(await open(texts), 'open.js'))).not.toEqual(['connectSocket kept']);
  });

  it('is opened with its sites, each of which is applied alone', async () => {
    const two = `${page}${page}`;
    const workspace = await open(programOf({ ...app, 'a.js': two }));
    const found = workspace.find('/app/a.js');
    if (!found) throw new Error('there is no a.js');
    const opened = await workspace.open(found);
    const alone = opened?.rewritten?.apply([1]).code ?? '';
    expect(alone.split('wx.request')).toHaveLength(2);
    expect(alone.indexOf('swan.request')).toBeLessThan(alone.indexOf('wx.request'));
    const unsaved = await workspace.open(found, `// new\n${page}`);
    expect(unsaved?.program.sites.map(({ line }) => line)).toEqual([2]);
    expect((await rewrite(workspace, 'a.js')).sites).toHaveLength(2);
  });

  it('only looks without a target', async () => {
    const workspace = await open(programOf({ ...app, 'a.js': page }), { target: undefined });
    const { after, sites } = await rewrite(workspace, 'a.js');
    expect([after, sites.length]).toEqual([undefined, 1]);
  });

  it('hides what lies behind it, and shows the rest', async () => {
    const behind = memoryFiles(programOf({ ...app, 'a.js': 'old();\n', 'b.js': page }));
    const files = memoryFiles(programOf({ 'a.js': page, 'c.js': page }), behind);
    const workspace = await openWorkspace({ cwd: '/app', target: 'wx', detail }, { files });
    expect(workspace.searched.found.map(({ file }) => file)).toEqual(['a.js', 'app.js', 'b.js', 'c.js']);
    expect((await rewrite(workspace, 'a.js')).sites).toHaveLength(1);
  });
});

describe('a run for some of the files', () => {
  it.each([
    ['assigned', 'const old = swan.request;\nswan.request = (o) => old(sign(o));\n', 'api-assigned'],
    ['replaced', 'Object.assign(swan, { request: fake });\n', 'api-assigned'],
    ['intercepted', "swan.after({ success() {} }, 'request');\n", 'swan-after'],
  ])('keeps what a file that it is not for has %s, as a run for all does', async (_, text, code) => {
    const texts = programOf({ ...app, 'app.js': text, 'pages/a.js': page });
    const [alone, whole] = [await open(texts, { paths: ['pages/a.js'] }), await open(texts)];
    const [site] = (await rewrite(alone, 'pages/a.js')).sites;
    expect(site?.codes).toEqual((await rewrite(whole, 'pages/a.js')).sites[0]?.codes);
    if (site?.verdict === 'kept') expect(site.codes).toEqual([code]);
    expect(alone.searched.found.map(({ file }) => file)).toEqual(['pages/a.js']);
  });
});

describe('a shim that somebody took away', () => {
  const upload = "swan.uploadFile({ url: 'https://a.example/x', filePath, name: 'f' });\n";
  const shimOf = async (files: Record<string, string>, more: object = {}) => {
    const workspace = await open(programOf({ ...app, 'pages/b.js': upload, ...files }), { target: 'fetch', ...more });
    const { shims, warnings } = await workspace.shims();
    return { names: shims[0]?.names, after: shims[0]?.after ?? '', warnings: warnings.map(({ en }) => en) };
  };

  it.each([
    ["const { send, json: toJson } = require('../swan-net');\n", {}],
    ["const net = require('../swan-net.js').json;\nconst { send } = require('../swan-net.js');\n", {}],
    ["import { json, send } from '../swan-net';\n", {}],
    ["export { json as asJson, send } from '../swan-net.js';\n", {}],
    ["const { send, json } = require('../swan-net');\n", { paths: ['pages/b.js'] }],
    ["const { send, json } = require('../lib/net.js');\n", { shim: 'lib/net.js' }],
  ])('is made anew with what %s takes of it', async (text, more) => {
    const { names, after, warnings } = await shimOf({ 'pages/a.js': text }, more);
    expect(names).toEqual(['json', 'send', 'uploadFile']);
    expect(warnings).toEqual([]);
    // Who uses require has to load it.
    if (text.includes('require')) expect(after).toContain('exports.json = json;');
  });

  it('has all where a file takes it whole, and nothing for a module of another folder', async () => {
    expect((await shimOf({ 'pages/a.js': "import * as net from '../swan-net';\n" })).names?.length).toBeGreaterThan(9);
    expect((await shimOf({ 'pages/a.js': "import { send } from './swan-net';\n" })).names).toEqual(['uploadFile']);
  });

  it('is said to lack what was taken of that for another target', async () => {
    const files = { 'pages/a.js': "const { send, withErrCode } = require('../swan-net');\n" };
    const { names, warnings } = await shimOf(files);
    expect(names).toEqual(['send', 'uploadFile']);
    expect(warnings).toEqual([
      expect.stringMatching(
        /pages\/a\.js imports withErrCode from swan-net\.js, which the shim for fetch does not have$/,
      ),
    ]);
  });
});

describe('a text', () => {
  const machine = (texts: ReadonlyMap<string, string>) => ({ files: memoryFiles(texts) });

  it('that lies in no file stands for itself', async () => {
    const texts = programOf({ ...app, 'mock.js': 'swan.request = fake;\n' });
    const options = { cwd: '/app', target: 'wx' } as const;
    for (const name of ['/app/new.js', '/app/<input>']) {
      const opened = await openAlone(options, machine(texts), name, 'swan.request({ url });\n');
      expect(opened?.rewritten?.sites.map(({ verdict }) => verdict)).toEqual(['renamed']);
    }
    const typed = await openAlone(
      options,
      machine(texts),
      '/app/<input>',
      'let a: string; swan.request({ url: a });\n',
    );
    expect(typed?.program.sites).toHaveLength(1);
  });

  it('that lies in no file is looked at without a look at what lies around it, be that the whole disk', async () => {
    const files = memoryFiles(programOf({ ...app, 'a.js': page }));
    const listed: string[] = [];
    const list = (folder: string) => {
      listed.push(folder);
      return files.list(folder);
    };
    for (const cwd of ['/', '/app', '/c:/app']) {
      const own = { files: { ...files, list } };
      const opened = await openAlone(
        { cwd, target: 'fetch' },
        own,
        path.join(cwd, 'new.js'),
        'swan.request({ url });\n',
      );
      expect(opened?.rewritten?.apply().status).toBe('changed');
    }
    expect(listed).toEqual([]);
  });

  it('that a machine wrote is not opened', async () => {
    const workspace = await open(programOf({ ...app, 'a.js': page }));
    const found = workspace.find('/app/a.js');
    expect(found && (await workspace.open(found, `// @generated\n${page}`))).toBeUndefined();
  });

  it('is heard of others when it was only opened', async () => {
    const texts = programOf({ ...app, 'a.js': page, 'mock.js': 'exports.x = 1;\n' });
    const workspace = await open(texts);
    const found = workspace.find('/app/a.js');
    if (found) await workspace.open(found, page);
    texts.set('/app/mock.js', 'swan.request = fake;\n');
    expect([...(await workspace.changed(['/app/mock.js']))]).toContain('/app/a.js');
  });

  it('is heard of others each time, also when they are as they were before', async () => {
    const texts = programOf({ ...app, 'a.js': page, 'mock.js': 'exports.x = 1;\n' });
    const workspace = await open(texts);
    const found = workspace.find('/app/a.js');
    for (const text of ['swan.request = fake;\n', 'exports.x = 1;\n', 'swan.request = fake;\n']) {
      if (found) await workspace.open(found, page);
      texts.set('/app/mock.js', text);
      expect([...(await workspace.changed(['/app/mock.js']))]).toContain('/app/a.js');
    }
  });

  it('and its edits are those of the least stretches, whatever moves where', () => {
    const text = 'one two three';
    const edits = [{ at: { start: 0, end: 13 }, text: [{ start: 8, end: 13 }, '-', { start: 4, end: 7 }] }];
    expect(withTextEdits(text, textEditsOf(text, edits))).toBe('three-two');
    const kept = [{ at: { start: 0, end: 7 }, text: ['(', { start: 0, end: 3 }, ')', { start: 3, end: 7 }] }];
    expect(textEditsOf(text, kept)).toEqual([
      { start: 0, end: 0, text: '(' },
      { start: 3, end: 3, text: ')' },
    ]);
  });
});
