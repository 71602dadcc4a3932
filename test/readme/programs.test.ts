// In: the blocks of docs/ that are files. Out: whether they do what the page says of them: each stands in a folder with what it
// imports, moved to the target of the page where it calls swan, and all of them are run in one process. The dev proxy is Vite's own.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from 'vite';
import { type TargetName, linkShim, rewrite } from '../../src/index.ts';
import { root } from '../repository/files.ts';
import { blocksOf } from './pages.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cygnet-pages-'));

beforeAll(() => {
  execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs'), '--if-needed']);
  mkdirSync(path.join(folder, 'node_modules'));
  for (const [name, where] of Object.entries({
    axios: 'node_modules/axios',
    eslint: 'node_modules/eslint',
    cygnet: '',
  })) {
    symlinkSync(path.join(root, where), path.join(folder, 'node_modules', name), 'junction');
  }
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The block of a page that is this file. */
function fileOn(page: string, file: string): string {
  const found = blocksOf(page).find(({ title }) => title === file || title.startsWith(`${file}:`));
  if (!found) throw new Error(`no block of ${page} is ${file}`);
  return found.code;
}

/** Writes files into a folder of their own; those that call swan are moved, and the shim lies beside them. */
function place(name: string, target: TargetName, files: Readonly<Record<string, string>>): void {
  const names = new Set<string>();
  mkdirSync(path.join(folder, name));
  for (const [file, text] of Object.entries(files)) {
    const { code, shim } = rewrite(text, { filename: file, target, shim: './swan-net.js' });
    for (const one of shim) names.add(one);
    writeFileSync(path.join(folder, name, file), code);
  }
  const own = [...names, ...(target === 'axios' ? ['useAxios'] : [])];
  writeFileSync(
    path.join(folder, name, 'swan-net.js'),
    linkShim({ target, names: own, module: 'esm', typescript: false }),
  );
}

const call = `export const load = () => new Promise((resolve, reject) => {
  swan.request({ url: 'https://api.example.com/me', success: resolve, fail: reject });
});
`;

describe('the files on the pages', () => {
  it('do what is said of them', () => {
    const testing = (file: string): string => fileOn('docs/testing.md', file);
    place('fetch', 'fetch', { 'list.js': testing('list.js'), 'list.test.mjs': testing('list.test.mjs') });
    place('axios', 'axios', { 'list.js': testing('list.js'), 'list.test.mjs': testing('list-axios.test.mjs') });
    place('cookies', 'fetch', { 'call.js': call, 'credentials.js': fileOn('docs/to-fetch.md', 'credentials.js') });
    place('interceptors', 'axios', { 'call.js': call, 'net.js': fileOn('docs/to-axios.md', 'net.js') });
    place('expired', 'axios', { 'call.js': call, 'login-expired.js': fileOn('docs/to-axios.md', 'login-expired.js') });
    place('by-hand', 'fetch', {
      'shim.js': blocksOf('docs/without-shim.md').find(({ title }) => title === 'before')?.code ?? '',
      'by-hand.js': fileOn('docs/without-shim.md', 'by-hand.js'),
    });
    writeFileSync(path.join(folder, 'eslint.config.js'), fileOn('docs/editors.md', 'eslint.config.js'));
    writeFileSync(path.join(folder, 'all.mjs'), all);
    const said = execFileSync(process.execPath, ['all.mjs'], { cwd: folder, encoding: 'utf8' });
    expect(said).toMatch(/^(?:#|ℹ) pass 7$/m);
  });

  it('let the dev server hand on what begins with /api', async () => {
    const api = createHttpServer((request, response) => response.end(JSON.stringify({ url: request.url })));
    await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
    const own = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
    const file = path.join(folder, 'vite.config.mjs');
    writeFileSync(file, fileOn('docs/to-fetch.md', 'vite.config.js').replace('https://api.example.com', own));
    const { default: config } = (await import(file)) as { default: object };
    const server = await createServer({
      ...config,
      configFile: false,
      root: folder,
      logLevel: 'silent',
      appType: 'custom',
      optimizeDeps: { noDiscovery: true },
    });
    try {
      await server.listen(0);
      const { port } = server.httpServer?.address() as AddressInfo;
      expect(await (await fetch(`http://localhost:${port}/api/list`)).json()).toEqual({ url: '/api/list' });
    } finally {
      await server.close();
      api.close();
    }
  });
});

/** The tests of the page on testing, and those of the other pages. */
const all = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import axios from 'axios';

const answer = (config, status, body) => ({
  config, status, statusText: '', data: new TextEncoder().encode(JSON.stringify(body)).buffer,
  headers: new axios.AxiosHeaders({ 'content-type': 'application/json' }),
});

await import('./fetch/list.test.mjs');
await import('./axios/list.test.mjs');

await test('credentials.js', async () => {
  const asked = [];
  globalThis.fetch = async (url, init) => (asked.push(init.credentials), Response.json({}));
  await import('./cookies/credentials.js');
  const { load } = await import('./cookies/call.js');
  await load();
  assert.deepEqual(asked, ['include']);
});

await test('net.js', async () => {
  const seen = [];
  globalThis.localStorage = { getItem: () => 'secret' };
  globalThis.location = { assign: (to) => seen.push(to) };
  axios.defaults.adapter = async (config) => {
    seen.push(config.withCredentials, config.headers.get('x-app'), config.headers.get('authorization'));
    return answer(config, 401, { code: 1 });
  };
  await import('./interceptors/net.js');
  const { load } = await import('./interceptors/call.js');
  const { statusCode, data } = await load();
  assert.deepEqual(seen, [true, 'shop', 'secret', '/login']);
  assert.deepEqual([statusCode, data], [401, { code: 1 }]);
});

await test('login-expired.js', async () => {
  const { own } = await import('./expired/login-expired.js');
  const { useAxios } = await import('./expired/swan-net.js');
  const { load } = await import('./expired/call.js');
  useAxios(own);
  own.defaults.adapter = async (config) => answer(config, 200, { code: 10001 });
  await assert.rejects(load(), { errMsg: 'request:fail login expired' });
  own.defaults.adapter = async (config) => answer(config, 200, { code: 0 });
  assert.deepEqual((await load()).data, { code: 0 });
});

await test('eslint.config.js', async () => {
  const { Linter } = await import('eslint');
  const { default: config } = await import('./eslint.config.js');
  const code = "swan.request({ url: 'https://api.example.com/me' });\\n";
  const [told] = new Linter({ cwd: import.meta.dirname }).verify(code, config, 'call.js');
  assert.equal(told.ruleId, 'cygnet/no-swan-network');
  assert.match(told.fix.text, /send/);
});

await test('by-hand.js', async () => {
  const shim = await import('./by-hand/shim.js');
  const byHand = await import('./by-hand/by-hand.js');
  const asked = [];
  globalThis.fetch = async (url) => (asked.push(String(url)), Response.json({ id: 7 }));
  assert.deepEqual(await byHand.load(7), await shim.load(7));
  assert.equal(asked[0], asked[1]);
  globalThis.fetch = async () => new Response('{}', { status: 404 });
  assert.deepEqual(await shim.load(7), {});
  await assert.rejects(byHand.load(7), { message: 'status 404' });
});
`;
