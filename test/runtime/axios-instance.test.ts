// The instance of axios that the shim sends with, in a program that has settings of its own for axios: it stands for
// itself, unless the program hands in an instance. The linked shim in Node, against a real server.

import { createRequire } from 'node:module';
import axios, { type AxiosStatic } from 'axios';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadShim, requireShim, shimText, type AxiosShim } from './linked-shim.ts';
import { echo, reply, startServer, type TestServer } from './server.ts';
import { trace } from './trace.ts';

interface Echo {
  url: string;
  headers: Record<string, string>;
  text: string;
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const before = { ...axios.defaults, headers: structuredClone(axios.defaults.headers) };
afterEach(() => {
  for (const key of Object.keys(axios.defaults)) delete (axios.defaults as Record<string, unknown>)[key];
  Object.assign(axios.defaults, before, { headers: structuredClone(before.headers) });
  axios.interceptors.request.clear();
});

const refuse = (): Promise<never> => Promise.reject(new Error('the settings of the program'));

/** What a program does to axios for calls of its own. */
function spoilDefaults(client: AxiosStatic = axios): void {
  Object.assign(client.defaults, {
    adapter: refuse,
    baseURL: 'http://127.0.0.1:1/base/',
    params: { from: 'defaults' },
    timeout: 1,
    data: { from: 'defaults' },
    auth: { username: 'a', password: 'b' },
    transformRequest: [() => 'from defaults'],
    transformResponse: [() => 'from defaults'],
    validateStatus: () => false,
    responseType: 'text',
    maxBodyLength: 1,
    maxContentLength: 1,
    maxRedirects: 0,
    method: 'put',
  });
  client.defaults.headers.common['x-from'] = 'defaults';
  client.defaults.headers.post['content-type'] = 'text/from-defaults';
  client.interceptors.request.use(refuse);
}

async function everything(shim: AxiosShim): Promise<void> {
  const url = server.route((response, received, request) => {
    setTimeout(() => {
      echo(response, received, request);
    }, 30);
  });
  const missing = server.route(reply('', 404));
  const got = await shim.exchange<Echo>((signal) => shim.http.get(url, { signal }));
  expect(got).toMatchObject({ statusCode: 200, data: { url: url.slice(server.origin.length), text: '' } });
  expect(got.data.headers).not.toHaveProperty('x-from');
  expect(got.data.headers).not.toHaveProperty('authorization');
  const seen = trace();
  shim.request<Echo>({ url, method: 'POST', data: { a: 1 }, ...seen });
  await seen.done;
  expect(seen.order).toEqual(['success', 'complete']);
  expect(seen.values[0]).toMatchObject({
    data: { text: '{"a":1}', headers: { 'content-type': 'application/json' } },
  });
  const moved = server.route(reply('', 302, { location: missing }));
  expect((await shim.exchange((signal) => shim.http.get(moved, { signal }))).statusCode).toBe(404);
  const up = trace();
  shim.uploadFile({ url, filePath: new Blob(['abc']), name: 'f', ...up });
  await up.done;
  expect(up.order).toEqual(['success', 'complete']);
  const down = trace();
  shim.downloadFile({ url, ...down });
  await down.done;
  expect(down.order).toEqual(['success', 'complete']);
}

describe("the shim's instance of axios", () => {
  it('takes nothing from defaults that were set before it was made', async () => {
    spoilDefaults();
    await everything(await loadShim<AxiosShim>(shimText('axios'), 'defaults before'));
  });

  it('takes nothing from defaults that are set later', async () => {
    const shim = await loadShim<AxiosShim>(shimText('axios'), 'defaults later');
    spoilDefaults();
    await everything(shim);
  });

  it('nor with require, where axios is another copy', async () => {
    const { default: copy } = createRequire(import.meta.url)('axios') as { default: AxiosStatic };
    expect(copy).not.toBe(axios);
    spoilDefaults(copy);
    await everything(requireShim<AxiosShim>(shimText('axios', { module: 'cjs' })));
  });

  it('leaves the defaults as they are', async () => {
    const at = JSON.stringify(axios.defaults);
    const shim = await loadShim<AxiosShim>(shimText('axios'), 'defaults untouched');
    shim.useAxios(axios.create());
    expect(JSON.stringify(axios.defaults)).toBe(at);
  });
});

describe('useAxios', () => {
  it('sends through the instance: its adapter, base url, headers, parameters and interceptors', async () => {
    const shim = await loadShim<AxiosShim>(shimText('axios'), 'use');
    const own = axios.create({ baseURL: `${server.origin}/api/`, params: { key: '1' }, headers: { 'x-own': 'yes' } });
    own.interceptors.request.use((config) => {
      config.headers.set('x-intercepted', 'yes');
      return config;
    });
    shim.useAxios(own);
    server.route(echo, { path: '/api/list' });
    const { data } = await shim.exchange<Echo>((signal) => shim.http.get('list', { signal }));
    expect(data).toMatchObject({ url: '/api/list?key=1', headers: { 'x-own': 'yes', 'x-intercepted': 'yes' } });
  });

  it('hears of an adapter that the instance is given later', async () => {
    const shim = await loadShim<AxiosShim>(shimText('axios'), 'adapter later');
    const own = axios.create();
    shim.useAxios(own);
    own.defaults.adapter = async (config) => ({
      data: new TextEncoder().encode('{"from":"adapter"}').buffer,
      status: 500,
      statusText: '',
      headers: { 'content-type': 'application/json' },
      config,
    });
    const { data, statusCode } = await shim.exchange((signal) => shim.http.get('https://example.com/', { signal }));
    expect({ data, statusCode }).toEqual({ data: { from: 'adapter' }, statusCode: 500 });
  });

  it("keeps swan's rules where the instance has others: every status succeeds, and data is read by the shim", async () => {
    const shim = await loadShim<AxiosShim>(shimText('axios'), 'rules');
    shim.useAxios(
      axios.create({ validateStatus: () => false, transformResponse: [() => 'own'], responseType: 'text' }),
    );
    const url = server.route(reply('{"a":1}', 500, { 'content-type': 'application/json' }));
    expect(await shim.exchange((signal) => shim.http.get(url, { signal }))).toMatchObject({
      data: { a: 1 },
      statusCode: 500,
    });
  });

  it('takes axios itself, with all of its defaults', async () => {
    const shim = await loadShim<AxiosShim>(shimText('axios'), 'itself');
    axios.defaults.headers.common['x-from'] = 'defaults';
    shim.useAxios(axios);
    const url = server.route(echo);
    const { data } = await shim.exchange<Echo>((signal) => shim.http.get(url, { signal }));
    expect(data.headers).toMatchObject({ 'x-from': 'defaults' });
  });
});
