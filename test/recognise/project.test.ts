// swan handed from module to module: real files, a real tsconfig, and what each importer is told.
// Each case writes a small project to a temporary folder and reads it back.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadProject, type Project } from '../../src/project/project.ts';
import { sitesIn } from './find.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Loaded {
  readonly project: Project;
  sites(file: string): string[];
}

async function load(files: Readonly<Record<string, string>>, tsconfig?: string): Promise<Loaded> {
  const root = mkdtempSync(path.join(tmpdir(), 'project-'));
  folders.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  const code = Object.keys(files).filter((name) => /\.[cm]?[jt]sx?$/.test(name));
  const project = await loadProject({
    root,
    files: code.map((name) => path.join(root, name)),
    ...(tsconfig === undefined ? {} : { tsconfig: path.join(root, tsconfig) }),
    read: (file) => readFileSync(file, 'utf8'),
  });
  return {
    project,
    sites: (name) => sitesIn(files[name] ?? '', name, project.factsFor(path.join(root, name))),
  };
}

const host = `
  export const s = swan;
  export const { request, uploadFile: up } = swan;
  export const down = swan.downloadFile;
  export default { close: swan.closeSocket };
  export const other = 1;
`;

describe('modules', () => {
  it.each([
    ["import { s } from './host'; s.request({}); s.login();", ['request import']],
    ["import { request } from './host.js'; request({});", ['request import']],
    ["import { request as r, up } from './host'; r({}); wrap(up);", ['request import', 'value uploadFile import']],
    ["import { down } from './host'; down({});", ['downloadFile import']],
    [
      "import * as host from './host'; host.request({}); host.s.uploadFile({}); host.other({});",
      ['request import', 'uploadFile import'],
    ],
    ["import api from './host'; api.close({}); api.open({});", ['closeSocket import']],
    ["import * as host from './host'; host.default.close({});", ['closeSocket import']],
    [
      "import * as host from './host'; const { request, s: { closeSocket } } = host; request({}); closeSocket({});",
      ['request import', 'closeSocket import'],
    ],
    [
      "const host = require('./host'); host.request({}); host.default.close();",
      ['request import', 'closeSocket import'],
    ],
    ["const { request } = require('./host'); request({});", ['request import']],
    // The module hands over the new function, and has to be loaded all the same.
    ["require('./host').request({});", []],
    ["import { other } from './host'; other({}); request({});", []],
    ["import { request } from './elsewhere'; request({});", []],
    ["import { request } from './host'; function f(request) { request({}); }", []],
    ["import type { request } from './host'; request({});", []],
    ["import { s } from './host'; s[name]({});", ['kept * dynamic-name']],
  ])('%s', async (code, sites) => {
    const loaded = await load({ 'host.js': host, 'page.ts': code, 'elsewhere.js': 'export const request = 1;' });
    expect(loaded.sites('page.ts')).toEqual(sites);
  });

  it.each([
    ['module.exports = swan;', "const s = require('./host'); s.request({});", ['request import']],
    ['module.exports = swan;', "import s from './host'; s.request({});", ['request import']],
    [
      'module.exports = { send: swan.request, swan };',
      "const { send, swan } = require('./host'); send({}); swan.closeSocket();",
      ['request import', 'closeSocket import'],
    ],
    ['module.exports = { send: swan.request };', "import api from './host'; api.send({});", ['request import']],
    ['exports.send = swan.request;', "const host = require('./host'); host.send({});", ['request import']],
    ['module.exports = swan.request;', "const send = require('./host'); send({});", ['request import']],
    ['module.exports = { send: mine };', "const { send } = require('./host'); send({});", []],
  ])('CommonJS: %s and %s', async (exporter, importer, sites) => {
    const loaded = await load({ 'host.js': exporter, 'page.js': importer });
    expect(loaded.sites('page.js')).toEqual(sites);
  });
});

describe('what is handed on', () => {
  it.each([
    ["export { request as send } from './host';", "import { send } from './between'; send({});"],
    ["export * from './host';", "import { request } from './between'; request({});"],
    ["export * as host from './host';", "import { host } from './between'; host.request({});"],
    ["import { request } from './host'; export { request };", "import { request } from './between'; request({});"],
    ["import { s } from './host'; export default s;", "import s from './between'; s.request({});"],
    ["import { s } from './host'; export const { request } = s;", "import { request } from './between'; request({});"],
    ["module.exports = require('./host');", "const { request } = require('./between'); request({});"],
    ["exports.host = require('./host');", "const { host } = require('./between'); host.request({});"],
    ["import * as host from './host'; export { host };", "import { host } from './between'; host.request({});"],
  ])('%s', async (between, importer) => {
    const loaded = await load({ 'host.js': host, 'between.js': between, 'page.js': importer });
    expect(loaded.sites('page.js')).toEqual(['request import']);
  });

  it('through a chain of five', async () => {
    const files: Record<string, string> = {
      'm0.js': 'export const s = swan;',
      'page.js': "import { s } from './m5'; s.request({});",
    };
    for (let n = 1; n <= 5; n++) files[`m${n}.js`] = `export * from './m${n - 1}';`;
    expect((await load(files)).sites('page.js')).toEqual(['request import']);
  });

  it('in a circle', async () => {
    const loaded = await load({
      'a.js': "export * from './b'; export const s = swan;",
      'b.js': "export * from './a'; import { s } from './a'; s.request({});",
    });
    // Either may be loaded first, and then read before the other has run.
    expect(loaded.sites('b.js')).toEqual(['kept request mixed-host']);
  });
});

describe('where a specifier leads', () => {
  const page = "import { request } from '@net/api'; request({});";

  it('paths of the tsconfig', async () => {
    const loaded = await load(
      {
        'tsconfig.json':
          '{ // with a comment\n "compilerOptions": { "baseUrl": ".", "paths": { "@net/*": ["src/network/*"] } } }',
        'src/network/api.ts': 'export const { request } = swan;',
        'pages/page.ts': page,
      },
      'tsconfig.json',
    );
    expect(loaded.sites('pages/page.ts')).toEqual(['request import']);
  });

  it('without a tsconfig the same specifier leads nowhere', async () => {
    const loaded = await load({ 'src/network/api.ts': 'export const { request } = swan;', 'pages/page.ts': page });
    expect(loaded.sites('pages/page.ts')).toEqual([]);
  });

  it.each([
    ["import { request } from '../net';", 'net/index.js'],
    ["import { request } from '..';", 'index.js'],
    ["import { request } from '/net/api';", 'net/api.js'],
    ["import { request } from '../net/api.js';", 'net/api.ts'],
    ["import { request } from '../net/接口';", 'net/接口.js'],
  ])('%s', async (line, file) => {
    const loaded = await load({ [file]: 'export const { request } = swan;', 'pages/page.js': `${line} request({});` });
    expect(loaded.sites('pages/page.js')).toEqual(['request import']);
  });

  it('a tsconfig that is not there is an error', async () => {
    await expect(load({ 'a.js': 'export const s = swan;' }, 'none.json')).rejects.toThrow(/none\.json/);
  });
});

describe('the whole project', () => {
  it('an interceptor in one file counts in all of them', async () => {
    const loaded = await load({ 'mock.js': 'swan.request = f;', 'page.js': 'swan.request({}); swan.closeSocket();' });
    expect(loaded.sites('page.js')).toEqual(['kept request api-assigned', 'closeSocket global']);
  });

  it('a file that does not parse hands over nothing', async () => {
    const loaded = await load({
      'host.js': 'export const s = swan; }',
      'page.js': "import { s } from './host'; s.request({});",
    });
    expect(loaded.sites('page.js')).toEqual([]);
  });

  it('names the files that are handed something', async () => {
    const { project } = await load({
      'host.js': 'export const s = swan;',
      'page.js': "import { s } from './host';",
      'other.js': "import { t } from './page';",
    });
    expect([...project.importers].map((file) => path.basename(file))).toEqual(['page.js']);
  });

  it('two thousand files are no burden', async () => {
    const files: Record<string, string> = { 'host.js': 'export const { request } = swan;' };
    for (let n = 0; n < 2000; n++) {
      files[`pages/p${n}.js`] =
        `import { request } from '../host';\nimport { f } from './p${(n * 7) % 2000}';\nexport function g() { request({}); }\n`;
    }
    const { project } = await load(files);
    expect(project.importers.size).toBe(2000);
  }, 60_000);
});

describe('how the project is written', () => {
  it.each([
    ['with parentheses', { 'a.js': 'f((a) => a, (b) => b); g(c => c);', 'b.js': 'h();' }, true],
    ['without', { 'a.js': 'f(a => a); const g = async b => b;', 'b.js': 'f((c) => c);' }, false],
    ['said by no file', { 'a.js': 'f(function (a) {}); f(() => 1); f((a, b) => a);' }, false],
  ])('arrows %s', async (_, files, expected) => {
    const { project } = await load(files);
    expect(project.styleFor('a.js').arrowParentheses).toBe(expected);
  });

  it.each([
    ['with spaces', { 'a.js': 'f({ a: 1 }); const { b } = c;', 'b.js': 'g({a: 1});' }, true],
    [
      'without',
      { 'a.js': 'f({a: 1}, {a: 2}); const {b} = c; if (d) {e();}', 'b.js': 'import { f } from "f"; if (d) { e(); }' },
      false,
    ],
    ['said by no file', { 'a.js': 'f({\n  a: 1,\n}); () => { b(); };' }, true],
  ])('braces %s', async (_, files, expected) => {
    const { project } = await load(files);
    expect(project.styleFor('a.js').spacedBraces).toBe(expected);
  });

  it.each([
    ['double', { 'a.js': 'f("a"); const b = "b";', 'b.js': "import c from 'c';" }, false],
    ['single', { 'a.js': "import b from 'b';\n// it's \"so\"", 'b.js': 'f(`"`);' }, true],
    ['said by no file', { 'a.js': 'f(1);' }, true],
  ])('%s quotes', async (_, files, expected) => {
    const { project } = await load(files);
    expect(project.styleFor('a.js').singleQuotes).toBe(expected);
  });

  it.each([
    ['with', { 'a.js': 'const a = 1;\nexport default {\n};\n', 'b.js': "import c from 'c'\n" }, true],
    ['without', { 'a.js': 'const a = f(\n)\nconst b = 2\nlet c\n', 'b.js': 'return c;' }, false],
    ['said by no file', { 'a.js': 'const a = {\n' }, true],
  ])('semicolons: %s', async (_, files, expected) => {
    const { project } = await load(files);
    expect(project.styleFor('a.js').semicolons).toBe(expected);
  });

  it('the program of a file comes before the others', async () => {
    const files = { 'one/a.js': 'f((a) => a);', 'two/a.js': 'f(a => a); f(b => b);', 'three/a.js': 'f({ a: 1 });' };
    const project = await loadProject({
      root: '/x',
      files: Object.keys(files).map((name) => `/x/${name}`),
      programOf: (file) => path.dirname(file),
      read: (file) => new Map(Object.entries(files)).get(path.relative('/x', file)),
    });
    const styles = ['one', 'two', 'three'].map((name) => project.styleFor(`/x/${name}/b.js`).arrowParentheses);
    expect(styles).toEqual([true, false, false]);
  });
});
