// In: mini-programs in memory, and changes of their files. Out: what a workspace that stays open says after each: every answer is held
// against that of a workspace which is opened anew.

import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../../src/workspace/memory.ts';
import { type Workspace, openWorkspace } from '../../src/workspace/workspace.ts';
import { app, detail, open, page, programOf } from './in-memory.ts';

describe('after a change', () => {
  const start = {
    ...app,
    'host.js': 'exports.host = swan;\n',
    'user.js': "const { host } = require('./host');\nhost.request({ url: 'https://a.example/u' });\n",
    'a.js': page,
    'b.js': page,
    'open.js': "swan.connectSocket({ url: 'wss://a.example/s' });\n",
    'hear.js': 'exports.hear = (f) => swan.onSocketMessage(f);\n',
    'late.js': 'exports.late = 1;\n',
  };

  const mocked = 'swan.onSocketMessage = () => {};\nexports.hear = (f) => swan.onSocketMessage(f);\n';
  const changes: readonly (readonly [
    what: string,
    edit: Record<string, string | undefined>,
    affected: readonly string[],
  ])[] = [
    ['a page alone', { 'a.js': `// new\n${page}` }, ['a.js']],
    [
      'a page that now replaces an API',
      { 'a.js': 'swan.request = mock;\n' },
      ['a.js', 'b.js', 'open.js', 'hear.js', 'user.js', 'host.js'],
    ],
    ['a module that no longer hands swan on', { 'host.js': 'exports.host = other;\n' }, ['host.js', 'user.js']],
    ['a socket that stays', { 'hear.js': mocked }, ['hear.js', 'open.js']],
    [
      'a file that now takes of a shim which is not there',
      { 'late.js': "exports.send = require('./swan-net').uploadFile;\n" },
      ['late.js'],
    ],
    ['a file that is new', { 'c.js': page }, ['c.js']],
    ['a file that is gone', { 'host.js': undefined }, ['user.js']],
    ['a time-out', { 'app.json': '{}' }, []],
    ['what git ignores', { '.gitignore': 'a.js\n' }, []],
  ];

  it.each(changes)('every answer is that of a new workspace: %s', async (_, edit, affected) => {
    const texts = programOf(start);
    const workspace = await open(texts, { target: 'fetch' });
    const before = await answersOf(workspace);
    for (const [name, text] of Object.entries(edit)) {
      if (text === undefined) texts.delete(`/app/${name}`);
      else texts.set(`/app/${name}`, text);
    }
    const told = await workspace.changed(Object.keys(edit).map((name) => `/app/${name}`));
    const anew = await open(texts, { target: 'fetch' });
    const now = await answersOf(workspace);
    expect(now).toEqual(await answersOf(anew));
    const isOther = (name: string): boolean => now.files.get(name) !== before.files.get(name);
    const others = [...now.files.keys()].filter(isOther);
    expect([...told].map((path) => path.slice(5))).toEqual(expect.arrayContaining(others));
    expect([...told].map((path) => path.slice(5)).sort()).toEqual(expect.arrayContaining([...affected].sort()));
  });

  it('a file that names swan after several changes is heard', async () => {
    const texts = programOf({ ...start, 'calm.js': 'let a;\n' });
    const workspace = await open(texts, { target: 'fetch' });
    await answersOf(workspace);
    for (const text of ['let b;\n', 'let c;\n', page, 'let d;\n', page]) {
      texts.set('/app/calm.js', text);
      expect([...(await workspace.changed(['/app/calm.js']))]).toContain('/app/calm.js');
      expect(await answersOf(workspace)).toEqual(await answersOf(await open(texts, { target: 'fetch' })));
    }
  });

  it('a page alone has nothing else worked out again', async () => {
    const texts = programOf(start);
    const asked: string[] = [];
    const workspace = await openWorkspace(
      { cwd: '/app', target: 'wx', detail },
      { files: memoryFiles(texts), onRewrite: (file) => Promise.resolve(void asked.push(file)) },
    );
    await answersOf(workspace);
    // Of the first change it is not known yet what others saw of the page before.
    for (const told of [expect.arrayContaining(['/app/a.js']), ['/app/a.js']]) {
      asked.length = 0;
      texts.set('/app/a.js', `// new\n${texts.get('/app/a.js')}`);
      expect([...(await workspace.changed(['/app/a.js']))]).toEqual(told);
      await answersOf(workspace);
      expect(asked).toEqual(['a.js']);
    }
  });

  const sends = (how: string): string => `import './b.js';\n${how} { swan.request({ url: 'https://a.example/e' }); }\n`;
  const arrow = sends('export const send = () =>');

  it.each([
    ['a function', sends('export function send()')],
    ['a call in a function', arrow, sends('export function send()')],
    ['a call where a function was', "import './b.js';\nexport function send() {}\n", sends('export function send()')],
    ['no function any more', sends('export function send()'), arrow],
  ])('a file in a circle of imports has %s', async (_, ...after) => {
    const texts = programOf({ ...app, 'a.js': arrow, 'b.js': "import { send } from './a.js';\nsend();\n" });
    const workspace = await open(texts, { target: 'axios' });
    await answersOf(workspace);
    // Of the first change it is not known yet what was seen of the file before.
    for (const text of [`// new\n${arrow}`, ...after]) {
      texts.set('/app/a.js', text);
      await workspace.changed(['/app/a.js']);
      expect(await answersOf(workspace)).toEqual(await answersOf(await open(texts, { target: 'axios' })));
    }
  });

  it.each([
    ['a package.json that says all are modules', 'package.json', '{ "type": "module" }', 'a.js'],
    ['a package.json of a folder', 'lib/package.json', '{ "type": "module" }', 'lib/b.js'],
  ])('files that did not change are read by %s', async (_, name, text, reader) => {
    const texts = programOf({ ...app, 'a.js': page, 'lib/b.js': page });
    const workspace = await open(texts, { target: 'fetch' });
    const openedText = async (one: Workspace): Promise<string> => {
      const found = one.find(`/app/${reader}`);
      return (found && (await one.open(found, texts.get(found.path))))?.rewritten?.apply().code ?? '';
    };
    for (const now of [text, undefined, text]) {
      const [before, openedBefore] = [await answersOf(workspace), await openedText(workspace)];
      if (now === undefined) texts.delete(`/app/${name}`);
      else texts.set(`/app/${name}`, now);
      expect([...(await workspace.changed([`/app/${name}`]))]).toContain(`/app/${reader}`);
      const anew = await open(texts, { target: 'fetch' });
      expect(await answersOf(workspace)).toEqual(await answersOf(anew));
      expect(await openedText(workspace)).toBe(await openedText(anew));
      expect(await openedText(workspace)).not.toBe(openedBefore);
      expect((await answersOf(workspace)).files.get(reader)).not.toBe(before.files.get(reader));
    }
  });

  it('a file names swan, and others beside those that were asked for replace it', async () => {
    const texts = programOf({ ...app, 'a/a.js': 'let calm;\n', 'mock.js': 'swan.request = fake;\n' });
    const wish = { paths: ['a'], target: 'fetch' };
    const workspace = await open(texts, wish);
    await answersOf(workspace);
    texts.set('/app/a/a.js', page);
    await workspace.changed(['/app/a/a.js']);
    const now = await answersOf(workspace);
    expect(now).toEqual(await answersOf(await open(texts, wish)));
    expect(now.files.get('a/a.js')).toContain('api-assigned');
  });
});

async function answersOf(workspace: Workspace) {
  const files = new Map<string, string>();
  for (const found of workspace.searched.found) files.set(found.file, JSON.stringify(await workspace.rewrite(found)));
  return { files, shims: JSON.stringify(await workspace.shims()) };
}
