// The same rulings where the platform differs: the linked shim in real browsers, on a page of another origin than the
// server's: XMLHttpRequest and its progress, object urls, preflights, forbidden fields, close codes of the browser's WebSocket.

import { mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import zlib from 'node:zlib';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsers } from './browsers.ts';
import { shimText, type FetchShim } from './linked-shim.ts';
import { partsOf } from './multipart.ts';
import { echo, findDeadUrl, reply, startServer, type TestServer } from './server.ts';
import { startSocketServer, type SocketServer } from './socket-server.ts';

interface Ending {
  order: string[];
  value: {
    data?: unknown;
    statusCode?: number;
    header?: Record<string, string>;
    errCode?: number;
    errMsg?: string;
    tempFilePath?: string;
  };
}

interface PageTools {
  shim: FetchShim & { http: { get(url: string, config: object): Promise<Response> } };
  quick: FetchShim;
  run(call: (callbacks: object) => unknown): Promise<Ending>;
  wait(milliseconds: number): Promise<void>;
  faults: string[];
}
declare const tools: PageTools;

let server: TestServer;
let sockets: SocketServer;
const cache = path.join(import.meta.dirname, '../../node_modules/.cache/cygnet-shims');

/** What stands on the page beside the shim. */
const pageScript = `
  import * as shim from './SHIM';
  import * as quick from './QUICK';
  const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const run = async (call) => {
    const order = [];
    const values = [];
    await new Promise((resolve) => {
      const note = (name) => (value) => { order.push(name); values.push(value); if (name === 'complete') resolve(); };
      call({ success: note('success'), fail: note('fail'), complete: note('complete') });
      if (order.length > 0) order.push('inside the call');
    });
    await wait(30);
    if (values[0] !== values[1]) order.push('another object');
    const { header, ...value } = values[0];
    return { order, value: { ...value, ...(header && { header: { ...header } }) } };
  };
  // Not the driver's page errors: those of Firefox hold every refused connection, too.
  const faults = [];
  addEventListener('error', ({ message }) => faults.push(message));
  addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));
  globalThis.tools = { shim, quick, run, wait, faults };
`;

beforeAll(async () => {
  [server, sockets] = await Promise.all([startServer(), startSocketServer()]);
});
afterAll(() => Promise.all([server.close(), sockets.close()]));

const rows = browsers.flatMap(({ name, launch }) => [
  { target: 'fetch' as const, name, launch },
  { target: 'axios' as const, name, launch },
]);

describe.each(rows)('$target in $name', ({ target, launch }) => {
  let browser: Browser;
  let page: Page;
  let host: http.Server;

  beforeAll(async () => {
    mkdirSync(cache, { recursive: true });
    const [shim, quick] = [`browser-${target}.js`, `browser-${target}-quick.js`];
    writeFileSync(path.join(cache, shim), shimText(target));
    writeFileSync(
      path.join(cache, quick),
      shimText(target, { timeouts: { request: 150, uploadFile: 150, connectSocket: 150 } }),
    );
    const { outputFiles } = await build({
      stdin: { contents: pageScript.replace('SHIM', shim).replace('QUICK', quick), resolveDir: cache },
      bundle: true,
      format: 'iife',
      target: 'es2020',
      write: false,
    });
    const script = outputFiles[0]?.text ?? '';
    host = http.createServer((request, response) => {
      const isScript = request.url === '/page.js';
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
      response.end(isScript ? script : '<!doctype html><title>page</title><script src="/page.js"></script>');
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    browser = await launch();
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
    await page.waitForFunction('globalThis.tools');
  });
  afterAll(async () => {
    const faults = await page.evaluate(() => tools.faults);
    await browser.close();
    host.closeAllConnections();
    await new Promise((resolve) => host.close(resolve));
    // R3: no exception and no unhandled rejection reached the page.
    expect(faults).toEqual([]);
  });

  const ask = (options: object): Promise<Ending> =>
    page.evaluate(
      (given) => tools.run((callbacks) => tools.shim.request({ ...given, ...callbacks } as never)),
      options,
    );

  describe('requests', () => {
    it('R1 R7 R9 R12 R13 a POST and its answer', async () => {
      const url = server.route((response, received, request) => {
        response.setHeader('x-seen', 'yes');
        echo(response, received, request);
      });
      const { order, value } = await ask({ url, method: 'post', data: { a: [1], b: '天' } });
      expect(order).toEqual(['success', 'complete']);
      expect(value).toMatchObject({
        statusCode: 200,
        data: { method: 'POST', text: '{"a":[1],"b":"天"}' },
        header: { 'x-seen': 'yes' },
      });
      expect(server.received(url)[0]?.headers['content-type']).toBe('application/json');
    });
    it.each([204, 404, 500])('R1 %i is a success', async (status) => {
      expect((await ask({ url: server.route(reply('', status)) })).value).toMatchObject({
        statusCode: status,
        data: '',
      });
    });
    it('R9 a GET without a content type causes no preflight; one that the program set is sent', async () => {
      const simple = server.route(echo);
      await ask({ url: simple, data: { a: 1 } });
      expect(server.preflights(simple)).toHaveLength(0);
      const own = server.route(echo);
      await ask({ url: own, header: { 'content-type': 'application/json' } });
      expect(server.preflights(own)).toHaveLength(1);
      expect(server.received(own)[0]?.headers['content-type']).toBe('application/json');
    });
    it('a form POST causes no preflight', async () => {
      const url = server.route(echo);
      await ask({
        url,
        method: 'POST',
        data: { a: ' ' },
        header: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect(server.preflights(url)).toHaveLength(0);
      expect(server.received(url)[0]?.text).toBe('a=%20');
    });
    it('POST without a body has no content type of ours', async () => {
      const url = server.route(echo);
      await ask({ url, method: 'POST' });
      expect(server.received(url)[0]?.headers).not.toHaveProperty('content-type');
      expect(server.preflights(url)).toHaveLength(0);
    });
    it('R6 the query', async () => {
      const url = server.route(echo);
      await ask({ url: `${url}?x=1#hash`, data: { a: 'b c', d: { e: 1 } } });
      expect(server.received(url)[0]?.url).toMatch(/\?x=1&a=b%20c&d=%7B%22e%22%3A1%7D$/);
    });
    it('R10 UTF-8 in a field; fields that browsers forbid do no harm', async () => {
      const url = server.route(echo);
      const { order } = await ask({
        url,
        header: { 'X-Name': '天鹅', Cookie: 'a=1', Host: 'x', Referer: 'y', 'Content-Length': 5 },
      });
      expect(order).toEqual(['success', 'complete']);
      const { headers } = server.received(url)[0]!;
      expect(Buffer.from(String(headers['x-name']), 'latin1').toString()).toBe('天鹅');
      expect(headers).not.toHaveProperty('cookie');
    });
    it('credentials are not forced: an answer for any origin can be read', async () => {
      expect((await ask({ url: server.route(reply('ok')) })).value.data).toBe('ok');
    });
    it('R13 GBK and BOM', async () => {
      const gbk = reply(Buffer.from([0xcc, 0xec, 0xb6, 0xec]), 200, { 'content-type': 'text/plain; charset=gbk' });
      expect((await ask({ url: server.route(gbk) })).value.data).toBe('天鹅');
      expect((await ask({ url: server.route(reply('\ufeff{"a":1}')) })).value.data).toEqual({ a: 1 });
    });
    it('R14 an ArrayBuffer', async () => {
      const url = server.route(reply(Buffer.from([0, 255])));
      const bytes = await page.evaluate(async (from) => {
        const { data } = await new Promise<{ data: ArrayBuffer }>((success) =>
          tools.shim.request({ url: from, responseType: 'ArrayBuffer', success }),
        );
        return data instanceof ArrayBuffer && [...new Uint8Array(data)];
      }, url);
      expect(bytes).toEqual([0, 255]);
    });
    it('R15 nobody answers; a cut connection', async () => {
      expect(await ask({ url: await findDeadUrl() })).toEqual({
        order: ['fail', 'complete'],
        value: { errCode: 1001, errMsg: expect.stringMatching(/^request:fail \S/) as string },
      });
      const cut = server.route((response) => {
        response.writeHead(200, { 'content-length': 1000 });
        response.write('half');
        setTimeout(() => response.destroy(), 30);
      });
      expect((await ask({ url: cut })).order).toEqual(['fail', 'complete']);
    });
    it('R16 the timeout over the body', async () => {
      const url = server.route((response) => void response.write('half'));
      const ending = await page.evaluate(
        (from) => tools.run((callbacks) => tools.quick.request({ url: from, ...callbacks })),
        url,
      );
      expect(ending).toEqual({ order: ['fail', 'complete'], value: { errCode: 1001, errMsg: 'request:fail timeout' } });
    });
    it('R17 abort in the same tick sends nothing, abort in the body counts', async () => {
      const url = server.route(echo);
      const at = await page.evaluate(
        (from) => tools.run((callbacks) => tools.shim.request({ url: from, ...callbacks }).abort()),
        url,
      );
      expect(at.value).toEqual({ errCode: 1001, errMsg: 'request:fail abort' });
      const silent = server.route((response) => void response.write('half'));
      const late = await page.evaluate(
        (from) =>
          tools.run((callbacks) => {
            const task = tools.shim.request({ url: from, ...callbacks });
            setTimeout(task.abort, 60);
          }),
        silent,
      );
      expect(late.value).toEqual({ errCode: 1001, errMsg: 'request:fail abort' });
      expect(server.received(url)).toEqual([]);
    });
    it('R5 TRACE and CONNECT fail, nothing is thrown', async () => {
      for (const method of ['TRACE', 'CONNECT'])
        expect((await ask({ url: server.origin, method })).order).toEqual(['fail', 'complete']);
    });
    it('R18 a relative url works', async () => {
      expect((await ask({ url: '/page.js', dataType: 'string' })).value.statusCode).toBe(200);
    });
    it('send with a native call', async () => {
      const url = server.route(reply('{"a":1}', 404));
      const ending = await page.evaluate(
        ([from, which]) =>
          tools.run((callbacks) =>
            tools.shim.send(
              (signal) => (which === 'axios' ? tools.shim.http.get(from!, { signal }) : fetch(from!, { signal })),
              callbacks,
            ),
          ),
        [url, target],
      );
      expect(ending).toMatchObject({ order: ['success', 'complete'], value: { data: { a: 1 }, statusCode: 404 } });
    });
  });

  describe('files', () => {
    it('U1 a File keeps name and type; fields first; a content type of the program is dropped', async () => {
      const url = server.route(reply('ok'));
      const ending = await page.evaluate(
        (to) =>
          tools.run((callbacks) =>
            tools.shim.uploadFile({
              url: to,
              filePath: new File(['x'], '图.png', { type: 'image/png' }),
              name: 'f',
              header: { 'Content-Type': 'application/json' },
              formData: { a: 1 },
              ...callbacks,
            }),
          ),
        url,
      );
      expect(ending).toEqual({ order: ['success', 'complete'], value: { data: 'ok', statusCode: 200 } });
      expect(await partsOf(server.received(url)[0]!)).toEqual([
        { name: 'a', value: '1' },
        expect.objectContaining({ name: 'f', value: 'x', filename: '图.png', type: 'image/png' }),
      ]);
    });
    it('an upload causes a preflight only where progress is listened to', async () => {
      const urls = [server.route(reply('ok')), server.route(reply('ok')), server.route(reply('ok'))];
      await page.evaluate(async ([plain, silent, heard]) => {
        const filePath = new Blob(['x']);
        await tools.run((callbacks) => tools.shim.uploadFile({ url: plain!, filePath, name: 'f', ...callbacks }));
        await tools.run((callbacks) =>
          tools.shim.uploadFileWithProgress({ url: silent!, filePath, name: 'f', ...callbacks }),
        );
        await tools.run((callbacks) => {
          tools.shim
            .uploadFileWithProgress({ url: heard!, filePath, name: 'f', ...callbacks })
            .onProgressUpdate(() => {});
        });
      }, urls);
      expect(urls.map((url) => server.preflights(url).length)).toEqual([0, 0, 1]);
    });
    it('U4 upload progress', async () => {
      const url = server.route(
        (response, _received, request) => {
          request.pause();
          setTimeout(() => request.resume(), 150);
          request.on('end', () => response.end('{"a":1}'));
        },
        { isEarly: true },
      );
      const { ending, events } = await page.evaluate(async (to) => {
        const heard: number[][] = [];
        const result = await tools.run((callbacks) => {
          const filePath = new Blob([new Uint8Array(20_000_000)]);
          const task = tools.shim.uploadFileWithProgress(
            { url: to, filePath, name: 'f', ...callbacks },
            { dataType: 'json' },
          );
          task.onProgressUpdate((event) =>
            heard.push([event.progress, event.totalBytesSent, event.totalBytesExpectedToSend]),
          );
        });
        return { ending: result, events: heard };
      }, url);
      expect(ending).toEqual({ order: ['success', 'complete'], value: { data: { a: 1 }, statusCode: 200 } });
      expectProgress(events);
      expect(events.length).toBeGreaterThan(1);
    });
    it('an upload that is heard: abort, timeout, a refused server, 500', async () => {
      const [silent, unsent, failing] = [
        server.route(() => {}),
        server.route(reply('')),
        server.route(reply('no', 500)),
      ];
      const endings = await page.evaluate(
        async ([slow, never, wrong, dead]) => {
          const upload = (shim: FetchShim, url: string, then: (task: { abort(): void }) => void = () => {}) =>
            tools.run((callbacks) => {
              const task = shim.uploadFileWithProgress({ url, filePath: new Blob(['x']), name: 'f', ...callbacks });
              task.onProgressUpdate(() => {});
              then(task);
            });
          return [
            await upload(tools.shim, never!, (task) => task.abort()),
            await upload(tools.shim, slow!, (task) => setTimeout(task.abort, 60)),
            await upload(tools.quick, slow!),
            await upload(tools.shim, dead!),
            await upload(tools.shim, wrong!),
          ];
        },
        [silent, unsent, failing, await findDeadUrl()],
      );
      expect(endings.map(({ value }) => value.errMsg ?? value.statusCode)).toEqual([
        'uploadFile:fail abort',
        'uploadFile:fail abort',
        'uploadFile:fail timeout',
        expect.stringMatching(/^uploadFile:fail \S/),
        500,
      ]);
      expect([server.received(unsent), server.preflights(unsent)]).toEqual([[], []]);
    });
    it('D1 a download can be shown in an <img> and uploaded again under its name', async () => {
      const image = '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>';
      const source = server.route(reply(image, 200, { 'content-type': 'image/svg+xml' }), {
        path: `/${target}/swan.svg`,
      });
      const url = server.route(reply('ok'));
      const width = await page.evaluate(
        async ([from, to]) => {
          const { value } = await tools.run((callbacks) => tools.shim.downloadFile({ url: from!, ...callbacks }));
          const shown = new Image();
          shown.src = value.tempFilePath!;
          await shown.decode();
          await tools.run((callbacks) =>
            tools.shim.uploadFile({ url: to!, filePath: value.tempFilePath!, name: 'f', ...callbacks }),
          );
          return shown.naturalWidth;
        },
        [source, url],
      );
      expect(width).toBe(3);
      expect(await partsOf(server.received(url)[0]!)).toEqual([
        expect.objectContaining({ value: image, filename: 'swan.svg', type: 'image/svg+xml' }),
      ]);
    });
    it('U3 blob: and data: urls; a bad one fails', async () => {
      const url = server.route(reply('ok'));
      const endings = await page.evaluate(async (to) => {
        const good = URL.createObjectURL(new Blob(['x'], { type: 'image/png' }));
        const paths = [good, 'data:text/plain,abc', 'blob:http://127.0.0.1/none'];
        const all: Ending[] = [];
        for (const filePath of paths) {
          all.push(
            await tools.run((callbacks) => tools.shim.uploadFile({ url: to, filePath, name: 'f', ...callbacks })),
          );
        }
        return all;
      }, url);
      expect(endings.map(({ order }) => order[0])).toEqual(['success', 'success', 'fail']);
      expect(endings[2]?.value.errMsg).toMatch(/^uploadFile:fail filePath: \S/);
      expect(await partsOf(server.received(url)[0]!)).toEqual([
        expect.objectContaining({ filename: 'file.png', type: 'image/png' }),
      ]);
    });
    it.each(['known', 'unknown', 'gzip'])('U4 download progress, length %s', async (length) => {
      const packed = zlib.gzipSync(Buffer.alloc(500_000));
      const url = server.route((response) => {
        if (length === 'gzip')
          return void response
            .writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length })
            .end(packed);
        response.writeHead(200, length === 'known' ? { 'content-length': 200_000 } : {});
        response.write(Buffer.alloc(100_000));
        setTimeout(() => response.end(Buffer.alloc(100_000)), 200);
      });
      const events = await page.evaluate(async (from) => {
        const heard: number[][] = [];
        await tools.run((callbacks) => {
          const task = tools.shim.downloadFile({ url: from, ...callbacks });
          task.onProgressUpdate((event) =>
            heard.push([event.progress, event.totalBytesWritten, event.totalBytesExpectedToWrite]),
          );
        });
        return heard;
      }, url);
      expectProgress(events);
      if (length === 'unknown') expect(events.slice(0, -1).every(([progress]) => progress === 0)).toBe(true);
      if (length === 'known') expect(events.at(-1)).toEqual([100, 200_000, 200_000]);
    });
  });

  describe('sockets', () => {
    let paths = 0;
    const freshPath = (): string => `/${target}${(paths += 1)}`;

    it('S2 S4 S5 a conversation', async () => {
      const address = sockets.onConnection(freshPath(), ({ socket }) => {
        socket.on('message', (data: Buffer, isBinary) => socket.send(data, { binary: isBinary }));
      });
      const heard = await page.evaluate(async (url) => {
        const events: unknown[] = [];
        const { shim } = tools;
        shim.onSocketOpen(({ header }) => events.push(['open', header]));
        shim.onSocketMessage(({ data }) =>
          events.push(typeof data === 'string' ? data : data instanceof ArrayBuffer && [...new Uint8Array(data)]),
        );
        const connected = await tools.run((callbacks) => shim.connectSocket({ url, ...callbacks }));
        while (events.length < 1) await tools.wait(5);
        const sent = await tools.run((callbacks) => shim.sendSocketMessage({ data: '天', ...callbacks }));
        shim.sendSocketMessage({ data: new Uint8Array([1, 2]).buffer });
        while (events.length < 3) await tools.wait(5);
        return { events, orders: [connected.order, sent.order] };
      }, address);
      expect(heard).toEqual({
        events: [['open', {}], '天', [1, 2]],
        orders: [
          ['success', 'complete'],
          ['success', 'complete'],
        ],
      });
    });
    it.each([
      [1000, 1000],
      [3001, 3001],
      [1001, 1000],
      ['1001', 1000],
      [1006, 1000],
      [5000, 1000],
    ])('S6 code %j goes out as %i, and onClose reports what was asked for', async (code, wire) => {
      const path_ = freshPath();
      const arrived = sockets.next(path_);
      const heard = await page.evaluate(
        async ([url, asked]) => {
          const events: { code: number; reason: string }[] = [];
          const { shim } = tools;
          const task = shim.connectSocket({ url: url });
          task.onClose((event) => events.push({ code: event.code, reason: event.reason }));
          await new Promise((resolve) => task.onOpen(resolve));
          const closed = await tools.run((callbacks) =>
            shim.closeSocket({ code: asked as number, reason: '网线被切了', ...callbacks }),
          );
          while (events.length < 1) await tools.wait(5);
          await tools.wait(80);
          return { events, order: closed.order };
        },
        [sockets.url + path_, code] as const,
      );
      expect(heard).toEqual({ events: [{ code: Number(code), reason: '网线被切了' }], order: ['success', 'complete'] });
      expect(await (await arrived).closed).toEqual({ code: wire, reason: '网线被切了' });
    });
    it('S4 refused: one error, one close 1006, also globally', async () => {
      const url = (await findDeadUrl()).replace('http', 'ws');
      const heard = await page.evaluate(async (dead) => {
        const events: string[] = [];
        const { shim } = tools;
        shim.onSocketError(({ errCode }) => events.push(`global error ${errCode}`));
        shim.onSocketClose(({ code }) => events.push(`global close ${code}`));
        const task = shim.connectSocket({ url: dead });
        task.onError(({ errMsg }) => events.push(errMsg.slice(0, 19)));
        task.onClose(({ code }) => events.push(`close ${code}`));
        while (events.length < 4) await tools.wait(5);
        await tools.wait(100);
        return events;
      }, url);
      expect(heard).toEqual(['connectSocket:fail ', 'global error 1001', 'close 1006', 'global close 1006']);
    });
    it('R16 the timeout of connectSocket', async () => {
      const heard = await page.evaluate(async (url) => {
        const events: string[] = [];
        const task = tools.quick.connectSocket({ url });
        task.onError(({ errMsg }) => events.push(errMsg));
        task.onClose(({ code }) => events.push(`close ${code}`));
        while (events.length < 2) await tools.wait(5);
        await tools.wait(100);
        return events;
      }, `${sockets.url}/silent`);
      expect(heard).toEqual(['connectSocket:fail timeout', 'close 1006']);
    });
    it('S1 a new socket takes the place of the old one, also while that one connects', async () => {
      const heard = await page.evaluate(
        async ([silent, first, second]) => {
          const events: string[] = [];
          const { shim } = tools;
          shim.onSocketError(() => events.push('global error'));
          shim.onSocketClose(() => events.push('global close'));
          for (const [name, url] of [
            ['silent', silent],
            ['first', first],
            ['second', second],
          ] as const) {
            const task = shim.connectSocket({ url: url! });
            task.onClose(({ code }) => events.push(`${name} ${code}`));
            if (name === 'silent') continue;
            await new Promise((resolve) => task.onOpen(resolve));
          }
          await tools.wait(150);
          return events;
        },
        [`${sockets.url}/silent`, sockets.url + freshPath(), sockets.url + freshPath()],
      );
      expect(heard).toEqual(['silent 1006', 'first 1000']);
    });
    it('S7 empty protocols, bad urls', async () => {
      const path_ = freshPath();
      const arrived = sockets.next(path_);
      const endings = await page.evaluate(async (url) => {
        const connect = (options: object) =>
          tools.run((callbacks) => tools.shim.connectSocket({ ...options, ...callbacks } as never));
        return [
          await connect({ url, protocols: [''] }),
          await connect({ url: 'ftp://x/' }),
          await connect({ url: `${url}#hash` }),
        ];
      }, sockets.url + path_);
      expect(endings.map(({ order }) => order[0])).toEqual(['success', 'fail', 'fail']);
      expect(endings[1]?.value).toMatchObject({
        errCode: 202,
        errMsg: expect.stringMatching(/^connectSocket:fail url/) as string,
      });
      expect((await arrived).request.headers['sec-websocket-protocol']).toBeUndefined();
    });
    it('S5 closed: sending fails instead of being dropped', async () => {
      const address = sockets.onConnection(freshPath(), ({ socket }) => socket.close(4001, 'bye'));
      const heard = await page.evaluate(async (url) => {
        const task = tools.shim.connectSocket({ url });
        const event = await new Promise<{ code: number; reason: string }>((resolve) => task.onClose(resolve));
        const sent = await tools.run((callbacks) => task.send({ data: 'x', ...callbacks }));
        return { code: event.code, reason: event.reason, order: sent.order };
      }, address);
      expect(heard).toEqual({ code: 4001, reason: 'bye', order: ['fail', 'complete'] });
    });
  });
});

function expectProgress(events: readonly number[][]): void {
  let last = 0;
  for (const [progress = NaN, done, total] of events) {
    for (const value of [progress, done, total]) expect(Number.isInteger(value)).toBe(true);
    expect(progress).toBeGreaterThanOrEqual(last);
    last = progress;
  }
  expect(events.filter(([progress]) => progress === 100)).toHaveLength(1);
  expect(last).toBe(100);
}
