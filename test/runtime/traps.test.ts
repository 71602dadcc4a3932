// The faults that were seen in other runtimes, and the traps that were collected from what their users reported, by name.
// Where a trap needs a browser, the same name stands in the tests that run in one.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { loadShim, shimText, type FetchShim } from './linked-shim.ts';
import { partsOf } from './multipart.ts';
import { echo, findDeadUrl, reply, startServer, type TestServer } from './server.ts';
import { startSocketServer, type ServedSocket, type SocketServer } from './socket-server.ts';
import { settled, trace } from './trace.ts';

let server: TestServer;
let sockets: SocketServer;
const folder = mkdtempSync(path.join(tmpdir(), 'cygnet-traps-'));
const filePath = path.join(folder, 'photo.png');
beforeAll(async () => {
  [server, sockets] = await Promise.all([startServer(), startSocketServer()]);
  writeFileSync(filePath, 'picture');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await Promise.all([server.close(), sockets.close()]);
});

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
let copies = 0;

describe.each(['fetch', 'axios'] as const)('%s', (target) => {
  let shim: FetchShim;
  beforeEach(async () => {
    // A copy for each test: sockets and temporary files are kept in the module.
    shim = await loadShim<FetchShim>(
      shimText(target, { timeouts: { request: 300, downloadFile: 300 } }),
      `traps ${(copies += 1)}`,
    );
    shim.useWebSocket(WebSocket);
  });

  interface Outcome {
    order: string[];
    value: {
      data?: unknown;
      statusCode?: number;
      errMsg?: string;
      errCode?: number;
      header?: Record<string, string>;
      tempFilePath?: string;
    };
  }
  async function run(call: (callbacks: object) => unknown): Promise<Outcome> {
    const seen = trace();
    call({ success: seen.success, fail: seen.fail, complete: seen.complete });
    expect(seen.order).toEqual([]);
    await seen.done;
    await settled();
    return { order: seen.order, value: seen.values[0] as Outcome['value'] };
  }
  const ask = (options: object): Promise<Outcome> =>
    run((callbacks) => shim.request({ ...options, ...callbacks } as { url: string }));
  const sent = async (options: object) =>
    (await ask({ url: server.route(echo), ...options })).value.data as {
      url: string;
      text: string;
      headers: Record<string, string>;
    };
  const upload = (url: string, more: object = {}): Promise<Outcome> =>
    run((callbacks) => shim.uploadFile({ url, filePath, name: 'f', ...more, ...callbacks }));

  describe('faults of other runtimes', () => {
    it('a throw in success runs fail and complete as well', async () => {
      vi.spyOn(console, 'error').mockImplementation(() => {});
      const seen = trace({
        success() {
          throw new Error('mine');
        },
      });
      shim.request({ url: server.route(echo), ...seen });
      await seen.done;
      await settled();
      expect(seen.order).toEqual(['success', 'complete']);
    });
    it('a plain text answer becomes null', async () => {
      expect((await ask({ url: server.route(reply('plain')) })).value.data).toBe('plain');
      expect((await ask({ url: server.route(reply('plain')), dataType: 'string' })).value.data).toBe('plain');
    });
    it('404 fails, or nothing is called', async () => {
      expect((await ask({ url: server.route(reply('no', 404)) })).order).toEqual(['success', 'complete']);
    });
    it('abort while the body arrives does nothing', async () => {
      let isCut!: () => void;
      const cut = new Promise<void>((resolve) => (isCut = resolve));
      const { value } = await run((callbacks) => {
        const url = server.route((response) => {
          response.on('close', isCut);
          response.write('half');
          setTimeout(() => task.abort(), 30);
        });
        const task = shim.request({ url, ...callbacks });
      });
      await cut;
      expect(value.errMsg).toBe('request:fail abort');
    });
    it('the timeout does not cover the body', async () => {
      const { value } = await ask({ url: server.route((response) => void response.write('half')) });
      expect(value.errMsg).toBe('request:fail timeout');
    });
    it('errMsg is not set when fail runs', async () => {
      const url = await findDeadUrl();
      const errMsg = await new Promise<string>((resolve) => {
        shim.request({ url, fail: (error) => resolve(error.errMsg) });
      });
      expect(errMsg).toMatch(/^request:fail \S/);
    });
    it('a download succeeds, and fails when its old timer fires', async () => {
      const seen = trace();
      shim.downloadFile({ url: server.route(reply('x')), ...seen });
      await seen.done;
      await wait(350);
      expect(seen.order).toEqual(['success', 'complete']);
    });
    it('an upload with a content type is sent without a boundary', async () => {
      const url = server.route(reply('ok'));
      await upload(url, { header: { 'content-type': 'application/json' } });
      expect(await partsOf(server.received(url)[0]!)).toHaveLength(1);
    });
    it('abort straight after uploadFile is ignored', async () => {
      const url = server.route(reply('ok'));
      const { value } = await run((callbacks) => shim.uploadFile({ url, filePath, name: 'f', ...callbacks }).abort());
      await wait(50);
      expect([value.errMsg, server.received(url)]).toEqual(['uploadFile:fail abort', []]);
    });
    it('a bad blob: path calls nothing', async () => {
      expect((await upload(server.origin, { filePath: 'blob:nodedata:none' })).order).toEqual(['fail', 'complete']);
    });
    it('abort calls fail inside abort', async () => {
      const seen = trace();
      const task = shim.request({ url: server.route(() => {}), ...seen });
      await wait(20);
      task.abort();
      expect(seen.order).toEqual([]);
      await seen.done;
    });
    it('a refused socket: the global onSocketClose never runs', async () => {
      const closed = new Promise((resolve) => shim.onSocketClose(resolve));
      shim.connectSocket({ url: (await findDeadUrl()).replace('http', 'ws') });
      expect(await closed).toEqual({ code: 1006, reason: '' });
    });
    it('of two sockets the global functions mean the first', async () => {
      shim = await loadShim<FetchShim>(shimText(target, { sockets: 'many' }), `traps ${(copies += 1)}`);
      shim.useWebSocket(WebSocket);
      const served: ServedSocket[] = [];
      for (const one of ['first', 'second']) {
        const address = `/${target}-${one}`;
        const arrived = sockets.next(address);
        const task = shim.connectSocket({ url: sockets.url + address });
        await new Promise<void>((resolve) => task.onOpen(() => resolve()));
        served.push(await arrived);
      }
      shim.sendSocketMessage({ data: 'x' });
      await vi.waitFor(() => expect(served.map(({ messages }) => messages)).toEqual([[], ['x']]));
    });
    it('close with code 1001 fails and the socket stays open; onClose gets an empty object', async () => {
      const address = `/${target}-1001`;
      const arrived = sockets.next(address);
      const task = shim.connectSocket({ url: sockets.url + address });
      const closed = new Promise((resolve) => task.onClose(resolve));
      await new Promise<void>((resolve) => task.onOpen(() => resolve()));
      expect((await run((callbacks) => task.close({ code: 1001, reason: 'x', ...callbacks }))).order).toEqual([
        'success',
        'complete',
      ]);
      await (
        await arrived
      ).closed;
      expect(await closed).toEqual({ code: 1001, reason: 'x' });
    });
    it('the options of the program are rewritten: the second use sends something else', async () => {
      const options = { url: server.route(echo), data: { a: 1 }, header: { 'X-Own': 'a' } };
      const before = structuredClone(options);
      await ask(options);
      await ask(options);
      const [first, second] = server.received(options.url);
      expect(first?.url).toBe(second?.url);
      expect(options).toEqual(before);
    });
    it('POST with headers but no content type throws', async () => {
      expect((await sent({ method: 'POST', data: { a: 1 }, header: { 'x-own': '1' } })).headers['content-type']).toBe(
        'application/json',
      );
    });
    it('GET and HEAD with data throw', async () => {
      expect((await sent({ data: { a: 1 } })).url).toContain('?a=1');
      expect((await ask({ url: server.route(reply('')), method: 'HEAD', data: { a: 1 } })).order).toEqual([
        'success',
        'complete',
      ]);
    });
    it('a default content type is lost as soon as header is given, an object body becomes [object Object]', async () => {
      expect((await sent({ method: 'POST', data: { a: { b: 1 } }, header: {} })).text).toBe('{"a":{"b":1}}');
    });
    it('204 is parsed as JSON', async () => {
      expect((await ask({ url: server.route(reply('', 204)) })).value.data).toBe('');
    });
    it('null becomes the word in a body', async () => {
      expect((await sent({ method: 'POST', data: null })).text).toBe('');
    });
    it('Set-Cookie is split at the comma in Expires', async () => {
      const cookies = ['a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT', 'b=2'];
      const { value } = await ask({ url: server.route(reply('', 200, { 'set-cookie': cookies })) });
      expect(value.header?.['set-cookie']).toBe(cookies.join(', '));
    });
    it('a string body is quoted, or encoded twice', async () => {
      expect((await sent({ method: 'POST', data: '{"a":1}' })).text).toBe('{"a":1}');
      const header = { 'content-type': 'application/x-www-form-urlencoded' };
      expect((await sent({ method: 'POST', data: 'a=%20', header })).text).toBe('a=%20');
    });
    it('the name of a file is lost', async () => {
      const url = server.route(reply('ok'));
      await upload(url);
      expect((await partsOf(server.received(url)[0]!))[0]?.filename).toBe('photo.png');
    });
  });

  describe('traps', () => {
    it('4 no callbacks: nothing ends as an unhandled rejection', async () => {
      const unhandled: unknown[] = [];
      const note = (reason: unknown): void => void unhandled.push(reason);
      process.on('unhandledRejection', note);
      shim.request({ url: await findDeadUrl() });
      shim.uploadFile({ url: '', filePath: '', name: '' });
      shim.downloadFile({ url: '' });
      shim.connectSocket({ url: '' });
      shim.closeSocket();
      await wait(60);
      process.off('unhandledRejection', note);
      expect(unhandled).toEqual([]);
    });
    it('8 abort after the end does nothing', async () => {
      const seen = trace();
      const { abort } = shim.request({ url: server.route(reply('')), ...seen });
      await seen.done;
      abort();
      await settled();
      expect(seen.order).toEqual(['success', 'complete']);
    });
    it('15 header fields: case, Referer, undefined, numbers', async () => {
      const { headers } = await sent({ header: { 'X-A': 1, 'x-b': undefined, REFERER: 'x' } });
      expect([headers['x-a'], headers['x-b'], headers.referer]).toEqual(['1', undefined, undefined]);
    });
    it.each([
      ['?', '?a=1'],
      ['?b', '?b&a=1'],
      ['?b&', '?b&a=1'],
      ['#c', '?a=1'],
    ])('17 a url that ends in %s', async (tail, query) => {
      const base = server.route(echo);
      await ask({ url: base + tail, data: { a: 1 } });
      expect(server.received(base)[0]?.url).toBe(base.slice(server.origin.length) + query);
    });
    it('18 a space is %20 everywhere', async () => {
      expect((await sent({ data: { a: ' ' } })).url).toMatch(/a=%20$/);
      const header = { 'content-type': 'application/x-www-form-urlencoded' };
      expect((await sent({ method: 'POST', data: { a: ' ' }, header })).text).toBe('a=%20');
    });
    it('23 the answer of an upload is not parsed', async () => {
      expect((await upload(server.route(reply('{"a":1}')))).value.data).toBe('{"a":1}');
    });
    it('25 a listener on the next line gets the first event', async () => {
      const heard: number[] = [];
      await run((callbacks) => {
        const task = shim.uploadFileWithProgress({ url: server.route(reply('ok')), filePath, name: 'f', ...callbacks });
        task.onProgressUpdate(({ totalBytesSent }) => heard.push(totalBytesSent));
      });
      expect(heard.length).toBeGreaterThan(0);
    });
    it('28 a temporary path is valid all the time and can be uploaded', async () => {
      const { value } = await run((callbacks) => shim.downloadFile({ url: server.route(reply('kept')), ...callbacks }));
      for (let times = 0; times < 2; times += 1) {
        const url = server.route(reply('ok'));
        await upload(url, { filePath: value.tempFilePath });
        expect((await partsOf(server.received(url)[0]!))[0]?.value).toBe('kept');
      }
    });
    it('39 methods of a task that was taken apart need no this', async () => {
      const { value } = await run((callbacks) => {
        const { abort } = shim.downloadFile({ url: server.route(() => {}), ...callbacks });
        abort();
      });
      expect(value.errMsg).toBe('downloadFile:fail abort');
    });
    it('40 what is returned stays a task when it is awaited', async () => {
      const task = shim.request({ url: server.route(echo) });
      expect(await Promise.resolve(task)).toBe(task);
    });
  });
});
