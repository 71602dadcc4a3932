// Origins that constants of other modules show: real files, and what the project makes of each url.
// What may be anything else at run time is held against it: then no origin is named.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadProject, rewrite } from '../../src/index.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

type Files = Readonly<Record<string, string>>;

/** The origins of the calls of `page.*` that the file alone does not show; `-` stands for a url without any. */
async function originsOf(files: Files): Promise<string[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'origins-'));
  folders.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  const code = Object.keys(files).filter((name) => !name.endsWith('.json'));
  const project = await loadProject({
    root,
    files: code.map((name) => path.join(root, name)),
    read: (file) => readFileSync(file, 'utf8'),
  });
  const [name = ''] = code.filter((one) => path.basename(one).startsWith('page.'));
  const file = path.join(root, name);
  const { openUrls } = rewrite(files[name] ?? '', { filename: file, target: 'wx' });
  expect(openUrls.length).toBeGreaterThan(0);
  const found = await project.originsFor([{ path: file, openUrls }]);
  return (found.get(file) ?? []).map(({ origin }) => origin ?? '-');
}

const common = `const host = 'https://a.example';
module.exports = { host, uploadUrl: 'https://up.example/file', api: { base: host + '/v1', port: \`\${host}:80/\` }, path: '/x' };
`;
const es = `export const host = 'https://a.example';
export const uploadUrl = \`https://up.example/file\`;
const api = { base: host + '/v1' };
export { api, api as backend };
export default { host, api: { base: 'https://d.example/v1' } };
`;

const asks = (url: string): string => `swan.request({ url: ${url} });`;

describe('an origin is found', () => {
  it.each([
    [`const { uploadUrl } = require('./config'); ${asks('uploadUrl')}`, 'https://up.example'],
    [`var config = require('./config'); ${asks("config.host + '/x'")}`, 'https://a.example'],
    [`const config = require('./config.js'); ${asks('`${config.host}/x/${id}`')}`, 'https://a.example'],
    [`const { api } = require('./config'); ${asks('api.base + path')}`, 'https://a.example'],
    [`const { api: { base: b } } = require('./config'); ${asks("b + '/x'")}`, 'https://a.example'],
    [`const host = require('./config').host; ${asks("host + '/x'")}`, 'https://a.example'],
    [`${asks("require('./config').api['base']")}`, 'https://a.example'],
    [`const c = require('./config'); const url = c.host + c.path; ${asks('url')}`, 'https://a.example'],
    [`const c = require('./config'); const { api } = c; ${asks('api.port')}`, 'https://a.example:80'],
    [`import config from './config'; ${asks("config.host + '/x'")}`, 'https://a.example'],
    [`import { host } from './config'; ${asks("host + '/x'")}`, 'https://a.example'],
    [`const c = require('./config'); ${asks('c.path')}`, '-'],
  ])('in CommonJS: %s', async (page, origin) => {
    expect(await originsOf({ 'config.js': common, 'page.js': page })).toEqual([origin]);
  });

  it.each([
    [`import { host } from './config'; ${asks("host + '/x'")}`, 'https://a.example'],
    [`import { uploadUrl as to } from './config'; ${asks('to')}`, 'https://up.example'],
    [`import config from './config'; ${asks('config.api.base + path')}`, 'https://d.example'],
    [`import * as config from './config'; ${asks("config.host + '/x'")}`, 'https://a.example'],
    [`import { backend } from './config'; ${asks("backend.base + '/x'")}`, 'https://a.example'],
    [`const { default: config } = require('./config'); ${asks("config.host + '/x'")}`, 'https://a.example'],
  ])('in ES modules: %s', async (page, origin) => {
    expect(await originsOf({ 'config.js': es, 'page.js': page })).toEqual([origin]);
  });

  it.each<[string, Files]>([
    ['exports one by one', { 'config.js': "exports.host = 'https://a.example/'; exports.other = 1;" }],
    [
      'an object that is exported by its name',
      { 'config.js': "const c = { host: 'https://a.example/' }; module.exports = c;" },
    ],
    ['a frozen object', { 'config.js': "module.exports = Object.freeze({ host: 'https://a.example/' });" }],
    [
      'a module that hands on another',
      { 'config.js': "module.exports = require('./real');", 'real.js': "exports.host = 'https://a.example/';" },
    ],
    [
      'a constant that is built from those of another module',
      {
        'config.js': "const env = require('./env'); module.exports = { host: `https://${env.name}/` };",
        'env.js': "module.exports = { name: 'a.example' };",
      },
    ],
    [
      'other files that read it',
      {
        'config.js': "module.exports = { host: 'https://a.example/', debug: {} };",
        'other.js':
          "const config = require('./config'); if (config.host) start(config.host); config.debug.on = true; const { host } = config;",
      },
    ],
    ['JSON', { 'config.json': '{ "host": "https://a.example/" }' }],
    [
      'the member of a table that is exported',
      {
        'config.js':
          "const hosts = { on: { host: 'https://a.example/' }, off: { host: 'b' } }; const now = 'on'; module.exports = hosts[now];",
      },
    ],
    [
      'the side of a choice that constants decide',
      {
        'config.js':
          "const env = 'on'; exports.host = env === 'on' ? 'https://a.example/' : 'https://b.example/'; exports.other = env !== 'on' ? 1 : 2;",
      },
    ],
  ])('in %s', async (_name, files) => {
    const ending = Object.keys(files)[0] === 'config.json' ? '.json' : '';
    const page = `const config = require('./config${ending}'); ${asks('config.host + path')}`;
    expect(await originsOf({ ...files, 'page.js': page })).toEqual(['https://a.example']);
  });

  it.each<[string, Files]>([
    ['export … from', { 'index.ts': "export { config } from './config';" }],
    ['export * from', { 'index.ts': "export * from './config';" }],
    ['import and export', { 'index.ts': "import { config } from './config'; export { config };" }],
  ])('behind %s', async (_name, files) => {
    const config = "export const config = { host: 'https://a.example/' } as const;";
    const page = `import { config } from '.'; ${asks('config.host + path')}`;
    expect(await originsOf({ ...files, 'config.ts': config, 'page.ts': page })).toEqual(['https://a.example']);
    const writer = "import { config } from './index'; (config as any).host = 'https://b.example/';";
    expect(await originsOf({ ...files, 'config.ts': config, 'page.ts': page, 'writer.ts': writer })).toEqual([]);
  });

  it('behind the objects of the file itself, in a component as in a script', async () => {
    const page = `<template><a/></template>\n<script>\nconst c = { host: 'https://a.example/' };\n${asks('c.host + id')}\n</script>\n`;
    expect(await originsOf({ 'page.vue': page })).toEqual(['https://a.example']);
  });
});

const plain = "module.exports = { host: 'https://a.example', api: { base: 'https://v.example/v1' } };\n";
const [a, v] = ['https://a.example', 'https://v.example'];

describe('no origin is named', () => {
  it.each<[string, string, Files, string[]]>([
    ['nothing of the kind', plain, {}, [a, v]],
    ['written by another file', plain, { 'b.js': "require('./config').host = 'https://b.example';" }, [v]],
    ['written under another name', plain, { 'b.js': "const { api } = require('./config'); api.base = '';" }, [a]],
    ['replaced with what holds it', plain, { 'b.js': "require('./config').api = { base: '' };" }, [a]],
    ['deleted', plain, { 'b.js': "delete require('./config').host;" }, [v]],
    ['handed to a function elsewhere', plain, { 'b.js': "setUp(require('./config'));" }, []],
    ['in a part that is handed to a function', plain, { 'b.js': "setUp(require('./config').api);" }, [a]],
    ['the target of Object.assign', plain, { 'b.js': "Object.assign(require('./config'), env);" }, []],
    ['stored elsewhere', plain, { 'b.js': "const c = require('./config'); app.config = c;" }, []],
    ['written by a key that nobody knows', plain, { 'b.js': "require('./config')[key] = value;" }, []],
    ['written by a default import', plain, { 'b.js': "import c from './config'; c.host = '';" }, [v]],
    [
      'written where it is imported whole',
      plain,
      { 'b.js': "import * as c from './config'; c.default.host = '';" },
      [v],
    ],
    ['loaded on demand and handed on', plain, { 'b.js': "import('./config').then(setUp);" }, []],
    ['in a file that cannot be read', plain, { 'b.js': "require('./config') = (" }, []],
    [
      'written behind a module that hands it on',
      plain,
      { 'b.js': "exports.config = require('./config');", 'c.js': "require('./b').config.host = '';" },
      [v],
    ],
    [
      'called with what may write it',
      "module.exports = { host: 'https://a.example', use(h) { this.host = h; }, api: { base: 'https://v.example/' } };",
      { 'b.js': "require('./config').use('');" },
      [],
    ],
    ['written twice', `${plain}module.exports.host = 'https://b.example';`, {}, [v]],
    ['exported twice', `${plain}module.exports = { host: 'https://b.example' };`, {}, []],
    [
      'a choice',
      "module.exports = { host: dev ? 'https://a.example' : '', api: { base: 'https://v.example/' } };",
      {},
      [v],
    ],
    [
      'a choice that something decides later',
      "let env = 'on'; env = now; module.exports = { host: env === 'on' ? 'https://a.example' : '', api: { base: 'https://v.example/' } };",
      {},
      [v],
    ],
    [
      'written by another file, as the member of a table',
      "const t = { on: { host: 'https://a.example', api: { base: 'https://v.example/' } } }; module.exports = t.on;",
      { 'b.js': "require('./config').host = '';" },
      [v],
    ],
    ['a variable', "let host = 'https://a.example'; host = env; module.exports = { host, api: {} };", {}, []],
    ['spread over', "module.exports = { host: 'https://a.example', api: {}, ...env };", {}, []],
    ['a getter', "module.exports = { get host() { return 'https://a.example'; }, api: {} };", {}, []],
    ['the outcome of a call', "module.exports = make({ host: 'https://a.example', api: {} });", {}, []],
    [
      'changed in its own file',
      "const c = { host: 'https://a.example', api: {} }; c.host = x; module.exports = c;",
      {},
      [],
    ],
    ['a part of the host only', "module.exports = { host: 'https://a' + x, api: { base: 'https://a' } };", {}, []],
  ])('for a constant that is %s', async (_name, config, files, found) => {
    const page = `const c = require('./config'); ${asks("c.host + '/x'")} ${asks('c.api.base + path')}`;
    expect(await originsOf({ 'config.js': config, 'page.js': page, ...files })).toEqual(found);
  });

  it.each([
    [
      'a parameter hides it',
      "import { host } from './config'; function get(host) { swan.request({ url: host + '/' }); }",
    ],
    ['nothing is exported so', `import { none } from './config'; ${asks("none + '/'")}`],
    ['the module is not there', `import { host } from './gone'; ${asks("host + '/'")}`],
    ['the import is of a package', `import { host } from 'config'; ${asks("host + '/'")}`],
    ['require is another', `function f(require) { const c = require('./config'); ${asks("c.host + '/'")} }`],
  ])('where %s', async (_name, page) => {
    expect(await originsOf({ 'config.js': es, 'page.js': page })).toEqual([]);
  });

  it('where constants double from name to name', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => `const c${i + 1} = { v: c${i}.v + c${i}.v };`);
    const page = `const c0 = { v: 'https://a.example/' };\n${lines.join('\n')}\n${asks('c60.v')}`;
    expect(await originsOf({ 'page.js': page })).toEqual(['https://a.example']);
  });
});
