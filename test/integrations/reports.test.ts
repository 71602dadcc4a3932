// In: a program that asks two servers, and one whose call is kept. Out: what each of the six bundlers leaves behind with the plugin
// besides a bundle: the JSON report that the command line would write, also of a build that fails, and what the new home needs, once.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';
import { cygnet } from '../cli/command-line.ts';
import { type BundlerName, bundle, bundlerNames, projectOf } from './bundlers.ts';

const files = {
  'package.json': '{ "name": "shop" }',
  'app.json': '{ "networkTimeout": { "request": 4321 } }',
  'main.js': `import { list } from './list.js';
export const run = (url) => [list(), swan.request({ url, header: { 'X-Token': 't' } })];
`,
  'list.js': "export const list = () => swan.request({ url: 'https://a.example/list', method: 'POST', data: {} });\n",
  'kept.js': 'export const call = (name) => swan[name]({});\n',
};

interface Report {
  readonly sites: readonly { readonly file: string; readonly verdict: string }[];
  readonly needs: { shims: readonly string[] };
}

let folder: string;
let wanted: Report;

const read = (file: string): Report => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Report;

beforeAll(async () => {
  folder = projectOf(files);
  await cygnet(['migrate', '--to', 'fetch', '--report', 'json=wanted.json', '--quiet'], { cwd: folder });
  wanted = read('wanted.json');
  // It is a file of the package.
  wanted.needs.shims = [];
});

describe.each(bundlerNames)('%s', (name) => {
  const options = { to: 'fetch', report: `reports/${name}.json` };

  it('leaves the report of the command line, and says once what the new home needs', async () => {
    const { told } = await bundle(name, folder, { options, isLoud: true });
    expect(read(options.report)).toEqual(wanted);
    expect(told.match(/https:\/\/a\.example {2}POST {2}content-type/g)).toHaveLength(1);
    expect(told).toContain('(CORS)');
    expect(told).toContain('1 call of request go');
  });

  it('leaves it behind a build that fails as well', async () => {
    const failing = { ...options, failOn: 'kept', report: `reports/${name}-kept.json` };
    await expect(bundle(name, folder, { entry: 'kept.js', options: failing })).rejects.toThrow();
    expect(read(failing.report).sites.map(({ file, verdict }) => `${file} ${verdict}`)).toContain('kept.js kept');
  });

  it('overwrites no file that is no report', async () => {
    writeFileSync(path.join(folder, 'mine.json'), '{ "mine": true }');
    const told = await bundle(name, folder, { options: { to: 'fetch', report: 'mine.json' } }).then(
      () => 'nothing',
      (error: Error) => error.message,
    );
    expect(told).toContain('mine.json is there already, and is no json report of cygnet');
    expect(told).not.toContain('--force');
    expect(readFileSync(path.join(folder, 'mine.json'), 'utf8')).toBe('{ "mine": true }');
  });
});

describe('the needs', () => {
  const needsOf = async (name: BundlerName, text: string, to: string): Promise<string> =>
    (await bundle(name, projectOf({ 'package.json': '{}', 'main.js': text }), { options: { to } })).told;

  const call = "swan.request({ url: 'https://a.example/' });\n";

  it('are lists of domains for a mini-program', async () => {
    const told = await needsOf('rolldown', call, 'wx');
    expect(told).toContain('request 合法域名: https://a.example');
    expect(told).not.toContain('CORS');
  });

  it('are told in the language of whoever builds', async () => {
    const own = projectOf({ 'package.json': '{}', 'main.js': `${call}swan[name]({});\n` });
    const { told, warnings } = await bundle('rolldown', own, { options: { to: 'wx', locale: 'zh-CN' } });
    expect(told).toContain('迁移后需要准备：');
    expect(warnings.join('\n')).toMatch(/\p{Script=Han}.*\n.*dynamic-name：运行 npx cygnet explain dynamic-name，/u);
    await expect(bundle('rolldown', own, { options: { locale: 'zh-CN' } })).rejects.toThrow('要迁移到哪个目标？');
  });

  it('are none where nothing is called', async () => {
    expect(await needsOf('rolldown', 'export const one = 1;\n', 'fetch')).toBe('');
  });
});
