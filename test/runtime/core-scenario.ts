// In: a loaded shim, servers. Out: nothing, or an error that says what the shim gets wrong.
// A quick walk through everything that must hold: it decides whether a planted fault is caught.

import assert from 'node:assert/strict';
import zlib from 'node:zlib';
import { WebSocket } from 'ws';
import type { FetchShim } from './linked-shim.ts';
import { partsOf } from './multipart.ts';
import { echo, reply, type TestServer } from './server.ts';
import type { SocketServer } from './socket-server.ts';
import { trace } from './trace.ts';

interface World {
  /** `start` is what a native call site passes to `send`. */
  readonly start: (url: string) => (signal: AbortSignal) => Promise<never>;
  readonly server: TestServer;
  readonly sockets: SocketServer;
  /** What the shim gave to console.error. */
  readonly shown: readonly unknown[];
  /** The timers of the shim that are neither over nor cleared. */
  readonly timers: ReadonlySet<unknown>;
}

type Check = (shim: FetchShim, world: World) => Promise<void> | void;

interface Answer {
  data: { method: string; url: string; text: string; headers: Record<string, string> };
  statusCode: number;
  header: Record<string, string>;
}

const patience = 4000;
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function run(call: (callbacks: object) => unknown): Promise<{ order: string[]; value: never }> {
  const seen = trace();
  call({ success: seen.success, fail: seen.fail, complete: seen.complete });
  assert.deepEqual(seen.order, [], 'a callback ran inside the call');
  await seen.done;
  await wait(20);
  assert.equal(seen.values.length, 2);
  assert.equal(seen.values[0], seen.values[1], 'complete got another object');
  assert.deepEqual(seen.order[1], 'complete');
  return { order: seen.order, value: seen.values[0] as never };
}

async function ask(shim: FetchShim, options: object): Promise<Answer> {
  const { order, value } = await run((callbacks) => shim.request({ ...options, ...callbacks } as { url: string }));
  assert.deepEqual(order, ['success', 'complete']);
  return value;
}

async function failing(call: (callbacks: object) => unknown): Promise<{ errCode: number; errMsg: string }> {
  const { order, value } = await run(call);
  assert.deepEqual(order, ['fail', 'complete']);
  return value;
}

const requests: Record<string, Check> = {
  async statuses(shim, { server }) {
    assert.equal((await ask(shim, { url: server.route(reply('no', 500)) })).statusCode, 500);
  },
  async encoding(shim, { server }) {
    const header = Object.freeze({ Referer: 'x', 'X-Own': '天', 'Content-Type': 'application/x-www-form-urlencoded' });
    const { data } = await ask(shim, {
      url: server.route(echo),
      method: 'patch',
      header,
      data: { a: { b: 1 }, c: ' ', d: null },
    });
    assert.equal(data.method, 'PATCH');
    assert.equal(data.text, 'a=%7B%22b%22%3A1%7D&c=%20&d=null');
    assert.equal(data.headers.referer, undefined);
    assert.equal(Buffer.from(data.headers['x-own'] ?? '', 'latin1').toString(), '天');
    const bare = await ask(shim, { url: server.route(echo), method: 'POST', data: { a: 1 } });
    assert.equal(bare.data.headers['content-type'], 'application/json');
    assert.equal(bare.data.text, '{"a":1}');
    const none = await ask(shim, { url: server.route(echo), method: 'POST' });
    assert.equal(none.data.headers['content-type'], undefined);
  },
  async query(shim, { server }) {
    for (const [tail, query] of [
      ['?x=1&#y', '?x=1&a=1'],
      ['?x', '?x&a=1'],
      ['', '?a=1'],
    ] as const) {
      const base = server.route(echo);
      const { data } = await ask(shim, { url: base + tail, data: { a: 1 } });
      assert.equal(data.url, base.slice(server.origin.length) + query);
    }
    const head = server.route(reply(''));
    await ask(shim, { url: head, method: 'HEAD', data: { a: 1 } });
    assert.match(server.received(head)[0]?.url ?? '', /\?a=1$/);
  },
  async results(shim, { server }) {
    const cookies = { 'Set-Cookie': ['a=1', 'b=2'], 'X-Seen': 'yes' };
    const { data, header } = await ask(shim, { url: server.route(reply('{"a":', 200, cookies)) });
    assert.equal(data, '{"a":');
    assert.equal(header['X-SEEN'], 'yes');
    assert.equal(header['Set-Cookie'], 'a=1, b=2');
    const gbk = reply(Buffer.from([0xcc, 0xec]), 200, { 'content-type': 'text/plain; charset=gbk' });
    assert.equal((await ask(shim, { url: server.route(gbk) })).data, '天');
    const json = server.route(reply('{"a":1}'));
    assert.deepEqual((await ask(shim, { url: json, dataType: 'JSON' })).data, { a: 1 });
    assert.equal((await ask(shim, { url: json, dataType: 'string' })).data, '{"a":1}');
    assert.ok(((await ask(shim, { url: json, responseType: 'ArrayBuffer' })).data as unknown) instanceof ArrayBuffer);
  },
  async parameters(shim, world) {
    assert.equal((await failing((callbacks) => shim.request({ url: '', ...callbacks }))).errCode, 202);
    const wrong = trace();
    shim.request({ url: world.server.origin, success: 5, fail: wrong.fail, complete: wrong.complete } as never);
    await wrong.done;
    assert.equal((wrong.values[0] as { errCode: number }).errCode, 202);
    const unsent = world.server.route(echo);
    const native = trace();
    let starts = 0;
    let canSend = true;
    const counted = (signal: AbortSignal): Promise<never> => {
      starts += 1;
      canSend = !signal.aborted;
      return world.start(unsent)(signal);
    };
    shim.send(counted, { success: 5, fail: native.fail, complete: native.complete } as never);
    assert.equal(starts, 1);
    assert.equal(canSend, false);
    await native.done;
    assert.equal(world.server.received(unsent).length, 0);
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    const failure = await failing((callbacks) =>
      shim.request({ url: world.server.origin, method: 'POST', data: cycle, ...callbacks }),
    );
    assert.equal(failure.errCode, 202);
    assert.equal((await failing((callbacks) => shim.send(() => fetch(shim.requireUrl('')), callbacks))).errCode, 202);
    const fault = new Error('mine');
    const throwing = (): never => {
      throw fault;
    };
    assert.throws(() => shim.send(throwing), fault);
  },
  async readAtTheCall(shim, { server }) {
    const url = server.route(echo);
    const bytes = new Uint8Array([1]);
    const header = { 'x-own': 'a' };
    const done = ask(shim, { url, method: 'POST', header, data: bytes.buffer });
    bytes[0] = 2;
    header['x-own'] = 'b';
    await done;
    assert.equal(server.received(url)[0]?.headers['x-own'], 'a');
    assert.equal(server.received(url)[0]?.bytes[0], 1);
    const seen = trace();
    const options = { url: server.route(reply('{"a":1}')), dataType: 'string', ...seen };
    shim.request(options);
    options.dataType = 'json';
    options.url = '';
    await seen.done;
    assert.equal((seen.values[0] as Answer).data, '{"a":1}');
  },
  async exceptions(shim, { server, shown }) {
    const fault = new Error('mine');
    const seen = trace({
      success() {
        throw fault;
      },
    });
    shim.request({ url: server.route(reply('')), ...seen });
    await seen.done;
    assert.deepEqual(seen.order, ['success', 'complete'], JSON.stringify(seen.values));
    assert.deepEqual(shown, [fault]);
  },
  async tasks(shim, { server, start }) {
    const url = server.route(echo);
    const task = shim.requestTask(start(url));
    task.abort();
    shim.request({ url }).abort();
    assert.deepEqual(Object.keys(task), ['abort']);
    let calls = 0;
    shim.requestTask(() => {
      calls += 1;
      return Promise.reject(new Error('no matter'));
    });
    assert.equal(calls, 0);
    await wait(60);
    assert.deepEqual(server.received(url), []);
    const silent = server.route((response) => {
      response.write('half');
      setTimeout(() => late.abort(), 20);
    });
    let late = { abort() {} };
    const failure = await failing((callbacks) => (late = shim.request({ url: silent, ...callbacks })));
    assert.equal(failure.errMsg, 'request:fail abort');
  },
  async timeout(shim, { server }) {
    const failure = await failing((callbacks) =>
      shim.request({ url: server.route((response) => void response.write('a')), ...callbacks }),
    );
    assert.deepEqual(failure, { errCode: 1001, errMsg: 'request:fail timeout' });
  },
  async timer(shim, { server, timers }) {
    const seen = trace();
    const before = new Set(timers);
    shim.request({ url: server.route(reply('')), ...seen });
    const own = [...timers].filter((timer) => !before.has(timer));
    assert.equal(own.length, 1);
    await seen.done;
    assert.ok(!own.some((timer) => timers.has(timer)), 'a timer is left');
  },
  async exchange(shim, { server, start }) {
    assert.equal((await shim.exchange(start(server.route(reply('', 404))))).statusCode, 404);
    await assert.rejects(
      shim.exchange(() => fetch(shim.requireUrl(''))),
      { errCode: 202 },
    );
    const fault = new Error('mine');
    const promise = shim.exchange((): never => {
      throw fault;
    });
    await assert.rejects(promise, fault);
  },
};

const files: Record<string, Check> = {
  async upload(shim, { server }) {
    const url = server.route(reply('{"a":1}'));
    const filePath = new File(['x'], '图.png', { type: 'image/png' });
    const header = { 'Content-Type': 'application/json' };
    const result = await run((callbacks) =>
      shim.uploadFile({ url, filePath, name: 'f', header, formData: { a: [1] }, ...callbacks }),
    );
    assert.deepEqual(result.value, { data: '{"a":1}', statusCode: 200 });
    const parts = await partsOf(server.received(url)[0]!);
    assert.deepEqual(
      parts.map(({ name, value, filename, type }) => [name, value, filename, type]),
      [
        ['a', '[1]', undefined, undefined],
        ['f', 'x', '图.png', 'image/png'],
      ],
    );
    const parsed = await run((callbacks) =>
      shim.uploadFile({ url, filePath, name: 'f', ...callbacks }, { dataType: 'json' }),
    );
    assert.deepEqual(parsed.value, { data: { a: 1 }, statusCode: 200 });
    const failure = await failing((callbacks) => shim.uploadFile({ url, filePath: '', name: 'f', ...callbacks }));
    assert.equal(failure.errCode, 202);
    const missing = await failing((callbacks) =>
      shim.uploadFile({ url, filePath: server.route(reply('', 404)), name: 'f', ...callbacks }),
    );
    assert.match(missing.errMsg, /filePath/);
  },
  async uploadProgress(shim, { server }) {
    const url = server.route(reply('ok'));
    const events: number[][] = [];
    const { order } = await run((callbacks) => {
      const task = shim.uploadFileWithProgress({
        url,
        filePath: new Blob([new Uint8Array(400_000)]),
        name: 'f',
        ...callbacks,
      });
      task.onProgressUpdate((event) =>
        events.push([event.progress, event.totalBytesSent, event.totalBytesExpectedToSend]),
      );
    });
    assert.deepEqual(order, ['success', 'complete']);
    checkProgress(events);
    assert.equal(server.received(url)[0]?.headers['transfer-encoding'], undefined);
  },
  async download(shim, { server }) {
    const packed = zlib.gzipSync(Buffer.alloc(50_000));
    for (const handler of [
      reply('content', 200, { 'content-type': 'image/png' }),
      reply(packed, 200, { 'content-encoding': 'gzip', 'content-length': packed.length }),
    ]) {
      const events: number[][] = [];
      const { value } = await run((callbacks) => {
        const task = shim.downloadFile({ url: server.route(handler), ...callbacks });
        task.onProgressUpdate((event) =>
          events.push([event.progress, event.totalBytesWritten, event.totalBytesExpectedToWrite]),
        );
      });
      checkProgress(events);
      assert.ok((value as { tempFilePath: string }).tempFilePath.startsWith('blob:'));
    }
    const dripped: number[][] = [];
    await run((callbacks) => {
      const url = server.route((response) => {
        response.write('abc');
        setTimeout(() => response.end('def'), 30);
      });
      const task = shim.downloadFile({ url, ...callbacks });
      task.onProgressUpdate((event) =>
        dripped.push([event.progress, event.totalBytesWritten, event.totalBytesExpectedToWrite]),
      );
    });
    checkProgress(dripped);
  },
  async downloadThenUpload(shim, { server }) {
    const source = server.route(reply('x', 200, { 'content-type': 'image/png' }), {
      path: `/d${server.route(echo).slice(server.origin.length + 1)}/swan.png`,
    });
    const { value } = await run((callbacks) => shim.downloadFile({ url: source, ...callbacks }));
    const url = server.route(reply('ok'));
    await run((callbacks) =>
      shim.uploadFile({ url, filePath: (value as { tempFilePath: string }).tempFilePath, name: 'f', ...callbacks }),
    );
    assert.equal((await partsOf(server.received(url)[0]!))[0]?.filename, 'swan.png');
  },
};

function checkProgress(events: readonly number[][]): void {
  let last = 0;
  for (const event of events) {
    assert.ok(
      event.every((value) => Number.isInteger(value)),
      `no integers: ${String(event)}`,
    );
    assert.ok((event[0] ?? -1) >= last && (event[0] ?? 101) <= 100, `progress ${String(event)}`);
    last = event[0] ?? 0;
  }
  assert.equal(events.filter(([progress]) => progress === 100).length, 1);
  assert.equal(last, 100);
}

const sockets: Record<string, Check> = {
  /** One after the other, as there is one current socket. */
  async life(shim, { sockets: server }) {
    shim.useWebSocket(WebSocket);
    const heard: [string, unknown][] = [];
    const on = (name: string) => (event: unknown) => heard.push([name, event]);
    assert.deepEqual((await run((callbacks) => shim.closeSocket(callbacks))).order, ['fail', 'complete']);
    shim.onSocketClose(on('slot'));
    shim.onSocketClose(on('close'));
    shim.onSocketMessage(on('message'));
    const open = async (options: object = {}) => {
      const path = `/core${Math.random()}`;
      const arrived = server.next(path);
      const task = shim.connectSocket({ url: server.url + path, ...options });
      const isOpen = new Promise((resolve) => task.onOpen(resolve));
      task.onClose(on('own close'));
      const served = await arrived;
      await isOpen;
      return { task, served };
    };
    const first = await open({ protocolsArray: ['', 'a'] });
    assert.equal(first.served.request.headers['sec-websocket-protocol'], 'a');
    first.task.onMessage(on('own 1'));
    first.task.onMessage(on('own 2'));
    first.served.socket.send(Buffer.from([7]));
    await until(() => heard.length === 3);
    assert.deepEqual(
      heard.map(([name]) => name),
      ['own 1', 'own 2', 'message'],
    );
    assert.ok((heard[0]?.[1] as { data: unknown }).data instanceof ArrayBuffer);
    heard.length = 0;
    const second = await open();
    assert.deepEqual(await first.served.closed, { code: 1000, reason: '' });
    await until(() => heard.length > 0);
    await wait(20);
    assert.deepEqual(
      heard.map(([name]) => name),
      ['own close'],
    );
    heard.length = 0;
    shim.sendSocketMessage({ data: 'newest' });
    await until(() => second.served.messages.length === 1);
    assert.equal(
      (await failing((callbacks) => shim.closeSocket({ reason: `${'天'.repeat(41)}x`, ...callbacks }))).errCode,
      202,
    );
    assert.equal((await failing((callbacks) => shim.closeSocket({ code: 'abc', ...callbacks }))).errCode, 202);
    assert.equal(
      (await failing((callbacks) => shim.sendSocketMessage({ data: {} as string, ...callbacks }))).errCode,
      202,
    );
    assert.deepEqual((await run((callbacks) => shim.closeSocket({ code: 5, reason: 'why', ...callbacks }))).order, [
      'success',
      'complete',
    ]);
    await until(() => heard.length === 2);
    assert.deepEqual(heard, [
      ['own close', { code: 5, reason: 'why' }],
      ['close', { code: 5, reason: 'why' }],
    ]);
    assert.deepEqual((await run((callbacks) => second.task.send({ data: 'x', ...callbacks }))).order, [
      'fail',
      'complete',
    ]);
    heard.length = 0;
    const third = await open();
    third.task.close();
    assert.deepEqual(await third.served.closed, { code: 1000, reason: '' });
    await until(() => heard.length === 2);
    heard.length = 0;
    const refused = shim.connectSocket({ url: `${server.url}/refuse` });
    refused.onError(on('error'));
    refused.onClose(on('own close'));
    await until(() => heard.length >= 3);
    await wait(20);
    assert.deepEqual(
      heard.map(([name]) => name),
      ['error', 'own close', 'close'],
    );
    heard.length = 0;
    shim.useWebSocket(MuteSocket);
    shim.connectSocket({ url: 'ws://mute/' }).onClose(on('own close'));
    await until(() => heard.length === 2);
    assert.deepEqual(heard[0], ['own close', { code: 1006, reason: '' }]);
    heard.length = 0;
    shim.useWebSocket(WebSocket);
    const late = shim.connectSocket({ url: `${server.url}/silent` });
    late.onError(on('error'));
    await until(() => heard.length > 0);
    assert.deepEqual(heard[0]?.[1], { errCode: 1001, errMsg: 'connectSocket:fail timeout' });
  },
};

/** Reports an error and no close, as the WebSocket of some Node versions does. */
class MuteSocket {
  onerror: ((event: object) => void) | undefined;
  readyState = 0;
  constructor() {
    setTimeout(() => this.onerror?.({}), 0);
  }
  close(): void {}
}

async function until(isDone: () => boolean): Promise<void> {
  const end = Date.now() + patience;
  while (!isDone()) {
    if (Date.now() > end) throw new Error('nothing came');
    await wait(5);
  }
}

/** Rejects with the first thing that is wrong. The shim is linked with short timeouts. */
export async function walk(shim: FetchShim, world: World): Promise<void> {
  const within = async (name: string, work: Promise<void> | void): Promise<void> => {
    const late = new Promise<void>((_resolve, reject) => {
      setTimeout(() => reject(new Error('no answer')), 2 * patience).unref();
    });
    try {
      await Promise.race([work, late]);
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  };
  const checks = Object.entries({ ...requests, ...files, ...sockets });
  await Promise.all(checks.map(([name, check]) => within(name, check(shim, world))));
}
