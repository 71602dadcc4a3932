// The rulings S1 to S7 and the traps and faults of web runtimes that concern sockets, each by name: the linked shim in Node,
// with the package ws handed in, against a real socket server.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { loadShim, shimText, type FetchShim } from './linked-shim.ts';
import { findDeadUrl } from './server.ts';
import { startSocketServer, type ServedSocket, type SocketServer } from './socket-server.ts';
import { settled, trace } from './trace.ts';

type Event = { data?: unknown; code?: number; reason?: string; errCode?: number; errMsg?: string; header?: object };

let server: SocketServer;
beforeAll(async () => {
  server = await startSocketServer();
});
afterAll(() => server.close());

const unhandled: unknown[] = [];
const remember = (reason: unknown): void => void unhandled.push(reason);
beforeAll(() => void process.on('unhandledRejection', remember));
afterAll(() => void process.off('unhandledRejection', remember));
afterEach(async () => {
  vi.restoreAllMocks();
  await settled();
  expect(unhandled).toEqual([]);
});

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const kinds = ['Open', 'Message', 'Error', 'Close'] as const;
let instances = 0;
let paths = 0;
const freshPath = (): string => `/p${(paths += 1)}`;

/** A module of its own for each test, as sockets and global listeners are kept in it. */
async function load(options: Parameters<typeof shimText>[1] = {}, target: 'fetch' | 'axios' = 'fetch') {
  const shim = await loadShim<FetchShim>(shimText(target, options), `socket ${(instances += 1)}`);
  shim.useWebSocket(WebSocket);
  return shim;
}

/** Writes down what listeners hear, under a name. */
function recorder() {
  const events: [string, Event][] = [];
  const waiting: { name: string; resolve: (event: Event) => void }[] = [];
  return {
    events,
    names: () => events.map(([name]) => name),
    on: (name: string) => (event: Event) => {
      events.push([name, event]);
      for (const one of waiting.filter((candidate) => candidate.name === name)) one.resolve(event);
    },
    until: (name: string) =>
      new Promise<Event>((resolve) => {
        const found = events.find(([own]) => own === name);
        if (found) resolve(found[1]);
        else waiting.push({ name, resolve });
      }),
  };
}

function listen(task: ReturnType<FetchShim['connectSocket']>, seen: ReturnType<typeof recorder>, name = 'task'): void {
  for (const kind of kinds) task[`on${kind}`](seen.on(`${name}.${kind}`));
}

function listenGlobally(shim: FetchShim, seen: ReturnType<typeof recorder>): void {
  for (const kind of kinds) shim[`onSocket${kind}`](seen.on(`global.${kind}`));
}

describe.each(['fetch', 'axios'] as const)('sockets of %s', (target) => {
  let shim: FetchShim;
  let seen: ReturnType<typeof recorder>;
  beforeEach(async () => {
    shim = await load({}, target);
    seen = recorder();
  });

  async function open(
    options: object = {},
    name = 'task',
  ): Promise<{ task: ReturnType<FetchShim['connectSocket']>; served: ServedSocket }> {
    const path = freshPath();
    const arrived = server.next(path);
    const task = shim.connectSocket({ url: server.url + path, ...options });
    listen(task, seen, name);
    const [served] = await Promise.all([arrived, seen.until(`${name}.Open`)]);
    return { task, served };
  }

  async function outcome(call: (callbacks: object) => unknown) {
    const seenCallbacks = trace();
    call({ success: seenCallbacks.success, fail: seenCallbacks.fail, complete: seenCallbacks.complete });
    expect(seenCallbacks.order).toEqual([]);
    await seenCallbacks.done;
    expect(seenCallbacks.values[1]).toBe(seenCallbacks.values[0]);
    return { order: seenCallbacks.order, value: seenCallbacks.values[0] as Event };
  }

  describe('S1 one socket at a time', () => {
    it('a new one takes the place of the old one: its own onClose runs, the global one does not', async () => {
      listenGlobally(shim, seen);
      const first = await open({}, 'first');
      await open({}, 'second');
      expect(await first.served.closed).toEqual({ code: 1000, reason: '' });
      await seen.until('first.Close');
      await wait(30);
      expect(seen.names().filter((name) => name.endsWith('Close'))).toEqual(['first.Close']);
    });
    it('sends go to the new one from the call on', async () => {
      const first = await open({}, 'first');
      const second = await open({}, 'second');
      await outcome((callbacks) => shim.sendSocketMessage({ data: 'hello', ...callbacks }));
      await expect.poll(() => second.served.messages).toEqual(['hello']);
      expect(first.served.messages).toEqual([]);
    });
    it('reconnecting in onSocketClose ends', async () => {
      let connections = 0;
      const path = freshPath();
      const connect = (): void => {
        connections += 1;
        shim.connectSocket({ url: server.url + path });
      };
      shim.onSocketClose(() => {
        if (connections < 10) connect();
      });
      connect();
      await server.next(path);
      connect();
      await wait(100);
      expect(connections).toBe(2);
    });
    it('reconnecting in the own onClose of a socket keeps the new one current', async () => {
      listenGlobally(shim, seen);
      const { task, served } = await open();
      const path = freshPath();
      task.onClose(() => void shim.connectSocket({ url: server.url + path }));
      served.socket.close(4000, 'again');
      await seen.until('global.Close');
      const next = await server.next(path).catch(() => undefined);
      await outcome((callbacks) => shim.sendSocketMessage({ data: 'x', ...callbacks }));
      expect(next).toBeDefined();
    });
    it('many: both live, the global functions mean the newest', async () => {
      shim = await load({ sockets: 'many' }, target);
      const first = await open({}, 'first');
      const second = await open({}, 'second');
      shim.sendSocketMessage({ data: 'newest' });
      first.task.send({ data: 'own' });
      await expect.poll(() => [first.served.messages, second.served.messages]).toEqual([['own'], ['newest']]);
      expect(seen.names()).toEqual(['first.Open', 'second.Open']);
    });
  });

  describe('S2 connectSocket', () => {
    it('returns its task at once; success does not wait for the connection', async () => {
      const callbacks = trace();
      const task = shim.connectSocket({ url: `${server.url}/silent`, ...callbacks });
      expect(Object.keys(task).sort()).toEqual(['close', 'onClose', 'onError', 'onMessage', 'onOpen', 'send']);
      expect('then' in task).toBe(false);
      expect(callbacks.order).toEqual([]);
      await callbacks.done;
      expect(callbacks.order).toEqual(['success', 'complete']);
      expect(callbacks.values[0]).toEqual({});
      task.close();
    });
    it.each([undefined, null, '', 5, 'no url', 'ftp://x/', 'ws://127.0.0.1:1/#hash'])(
      'a bad url fails and gives a task: %s',
      async (url) => {
        let task: ReturnType<FetchShim['connectSocket']> | undefined;
        const { order, value } = await outcome((callbacks) => {
          task = shim.connectSocket({ url: url as string, ...callbacks });
          listen(task, seen);
        });
        expect(order).toEqual(['fail', 'complete']);
        expect(value).toEqual({ errCode: 202, errMsg: expect.stringMatching(/^connectSocket:fail url/) as string });
        expect((await outcome((callbacks) => task?.send({ data: 'x', ...callbacks }))).order).toEqual([
          'fail',
          'complete',
        ]);
        expect((await outcome((callbacks) => task?.close(callbacks))).order).toEqual(['fail', 'complete']);
        expect(seen.events).toEqual([]);
      },
    );
    it('a bad url leaves the old socket as it is', async () => {
      const { served } = await open();
      shim.connectSocket({ url: '' });
      shim.sendSocketMessage({ data: 'still here' });
      await expect.poll(() => served.messages).toEqual(['still here']);
    });
    it.each([undefined, null, 5])('options %s', async (options) => {
      expect(shim.connectSocket(options as unknown as { url: string }).send).toBeTypeOf('function');
      await settled();
    });
    it('header fields where the platform takes them', async () => {
      const { served } = await open({ header: { 'X-Own': 1, Referer: 'x' } });
      expect(served.request.headers).toMatchObject({ 'x-own': '1' });
      expect(served.request.headers).not.toHaveProperty('referer');
    });
    it('R3 an exception in success is shown, complete runs, fail does not', async () => {
      const shown = vi.spyOn(console, 'error').mockImplementation(() => {});
      const callbacks = trace({
        success() {
          throw new Error('mine');
        },
      });
      shim.connectSocket({ url: server.url + freshPath(), ...callbacks });
      await callbacks.done;
      expect(callbacks.order).toEqual(['success', 'complete']);
      expect(shown).toHaveBeenCalledOnce();
    });
    it('without any WebSocket it fails and says so', async () => {
      const bare = await loadShim<FetchShim>(shimText(target), `bare ${(instances += 1)}`);
      if ('WebSocket' in globalThis) return;
      expect((await outcome((callbacks) => bare.connectSocket({ url: server.url, ...callbacks }))).value).toEqual({
        errCode: 1001,
        errMsg: expect.stringContaining('WebSocket') as string,
      });
    });
  });

  describe('S3 listeners', () => {
    it('global ones may come first and survive reconnections', async () => {
      listenGlobally(shim, seen);
      const first = await open({}, 'first');
      first.served.socket.close(1000, 'bye');
      await seen.until('global.Close');
      await open({}, 'second');
      expect(seen.names().filter((name) => name.startsWith('global'))).toEqual([
        'global.Open',
        'global.Close',
        'global.Open',
      ]);
    });
    it('one slot for each kind, the last one wins', async () => {
      shim.onSocketOpen(seen.on('a'));
      shim.onSocketOpen(seen.on('b'));
      await open();
      expect(seen.names()).toEqual(['task.Open', 'b']);
    });
    it('those of a task add up, in order, one that throws stops nothing', async () => {
      const shown = vi.spyOn(console, 'error').mockImplementation(() => {});
      const { task, served } = await open();
      task.onMessage(() => {
        throw new Error('mine');
      });
      task.onMessage(seen.on('second'));
      shim.onSocketMessage(seen.on('global'));
      served.socket.send('x');
      await seen.until('global');
      expect(seen.names().slice(1)).toEqual(['task.Message', 'second', 'global']);
      expect(shown).toHaveBeenCalledOnce();
    });
    it('what is no function is passed over', async () => {
      shim.onSocketOpen(undefined as never);
      const path = freshPath();
      const task = shim.connectSocket({ url: server.url + path });
      task.onOpen(5 as never);
      listen(task, seen);
      await seen.until('task.Open');
    });
  });

  describe('S4 events', () => {
    it('onOpen has a header, messages are { data }: a string or an ArrayBuffer', async () => {
      const { served } = await open();
      expect(seen.events[0]).toEqual(['task.Open', { header: {} }]);
      served.socket.send('天鹅');
      served.socket.send(Buffer.from([0, 255]));
      await vi.waitFor(() => expect(seen.events).toHaveLength(3));
      expect(seen.events[1]).toEqual(['task.Message', { data: '天鹅' }]);
      const data = seen.events[2]?.[1].data;
      expect(data).toBeInstanceOf(ArrayBuffer);
      expect([...new Uint8Array(data as ArrayBuffer)]).toEqual([0, 255]);
    });
    it('onClose has the code and the reason of the server', async () => {
      listenGlobally(shim, seen);
      const { served } = await open();
      served.socket.close(4321, '再见');
      expect(await seen.until('global.Close')).toEqual({ code: 4321, reason: '再见' });
      expect(await seen.until('task.Close')).toEqual({ code: 4321, reason: '再见' });
    });
    it('a connection that is cut closes with 1006', async () => {
      const { served } = await open();
      served.socket.terminate();
      expect(await seen.until('task.Close')).toEqual({ code: 1006, reason: '' });
    });
    it.each(['nobody', 'a server that says 403'])(
      'refused by %s: one error, one close 1006, also globally',
      async (who) => {
        listenGlobally(shim, seen);
        const url = who === 'nobody' ? (await findDeadUrl()).replace('http', 'ws') : `${server.url}/refuse`;
        listen(shim.connectSocket({ url }), seen);
        expect(await seen.until('global.Close')).toEqual({ code: 1006, reason: '' });
        await wait(100);
        expect(seen.names()).toEqual(['task.Error', 'global.Error', 'task.Close', 'global.Close']);
        expect(seen.events[0]?.[1]).toEqual({
          errCode: 1001,
          errMsg: expect.stringMatching(/^connectSocket:fail \S/) as string,
        });
      },
    );
    it('a platform that reports an error and no close', async () => {
      class Mute {
        onerror: ((event: object) => void) | undefined;
        readyState = 0;
        constructor() {
          setTimeout(() => {
            this.onerror?.({});
            this.onerror?.({});
          }, 0);
        }
        close(): void {}
      }
      shim.useWebSocket(Mute);
      listenGlobally(shim, seen);
      const task = shim.connectSocket({ url: 'ws://a/' });
      listen(task, seen);
      expect(await seen.until('task.Close')).toEqual({ code: 1006, reason: '' });
      expect(seen.names()).toEqual(['task.Error', 'global.Error', 'task.Close', 'global.Close']);
      expect((await outcome((callbacks) => task.close(callbacks))).order).toEqual(['fail', 'complete']);
    });
    it('R16 the timeout of connectSocket: error, then close', async () => {
      shim = await load({ timeouts: { connectSocket: 60 } }, target);
      listen(shim.connectSocket({ url: `${server.url}/silent` }), seen);
      expect(await seen.until('task.Close')).toEqual({ code: 1006, reason: '' });
      await wait(100);
      expect(seen.events[0]).toEqual(['task.Error', { errCode: 1001, errMsg: 'connectSocket:fail timeout' }]);
      expect(seen.names()).toEqual(['task.Error', 'task.Close']);
    });
    it('an open socket outlives the timeout of connectSocket', async () => {
      shim = await load({ timeouts: { connectSocket: 60 } }, target);
      await open();
      await wait(150);
      expect(seen.names()).toEqual(['task.Open']);
    });
  });

  describe('S5 sending and closing', () => {
    it('send and sendSocketMessage: text and bytes, success, complete', async () => {
      const { task, served } = await open();
      const first = await outcome((callbacks) => task.send({ data: 'a', ...callbacks }));
      const second = await outcome((callbacks) =>
        shim.sendSocketMessage({ data: new Uint8Array([1, 2]).buffer, ...callbacks }),
      );
      expect([first.order, second.order]).toEqual([
        ['success', 'complete'],
        ['success', 'complete'],
      ]);
      await vi.waitFor(() => expect(served.messages).toHaveLength(2));
      expect(served.messages).toEqual(['a', Buffer.from([1, 2])]);
    });
    it('sent in order', async () => {
      const { served } = await open();
      for (const data of ['1', '2', '3']) shim.sendSocketMessage({ data });
      await vi.waitFor(() => expect(served.messages).toEqual(['1', '2', '3']));
    });
    it('before any connection: fail, then complete', async () => {
      for (const call of [
        (callbacks: object) => shim.sendSocketMessage({ data: 'a', ...callbacks }),
        (callbacks: object) => shim.closeSocket(callbacks),
      ]) {
        const { order, value } = await outcome(call);
        expect(order).toEqual(['fail', 'complete']);
        expect(value).toEqual({
          errCode: 1001,
          errMsg: expect.stringMatching(/^(sendSocketMessage|closeSocket):fail .*open/) as string,
        });
      }
    });
    it('without callbacks nothing happens', async () => {
      shim.sendSocketMessage({ data: 'a' });
      shim.closeSocket();
      shim.closeSocket(null as never);
      shim.sendSocketMessage(undefined as never);
      await settled();
    });
    it('while it connects: send and closeSocket fail, close of the task closes', async () => {
      const task = shim.connectSocket({ url: `${server.url}/silent` });
      listen(task, seen);
      expect((await outcome((callbacks) => task.send({ data: 'a', ...callbacks }))).order).toEqual([
        'fail',
        'complete',
      ]);
      expect((await outcome((callbacks) => shim.closeSocket(callbacks))).order).toEqual(['fail', 'complete']);
      expect((await outcome((callbacks) => task.close(callbacks))).order).toEqual(['success', 'complete']);
      expect(await seen.until('task.Close')).toEqual({ code: 1006, reason: '' });
    });
    it('after it closed: everything fails', async () => {
      const { task, served } = await open();
      served.socket.close();
      await seen.until('task.Close');
      for (const call of [
        (callbacks: object) => task.send({ data: 'a', ...callbacks }),
        (callbacks: object) => task.close(callbacks),
        (callbacks: object) => shim.sendSocketMessage({ data: 'a', ...callbacks }),
        (callbacks: object) => shim.closeSocket(callbacks),
      ]) {
        expect((await outcome(call)).order).toEqual(['fail', 'complete']);
      }
    });
    it.each([undefined, null, {}, 5, [1]])('data %j fails and names it', async (data) => {
      await open();
      expect(
        (await outcome((callbacks) => shim.sendSocketMessage({ data: data as string, ...callbacks }))).value,
      ).toEqual({
        errCode: 202,
        errMsg: expect.stringMatching(/^sendSocketMessage:fail data /) as string,
      });
    });
    it('callbacks that are no functions fail, and nothing is sent or closed', async () => {
      const { task, served } = await open();
      for (const call of [
        (callbacks: object) => shim.sendSocketMessage({ data: 'no', ...callbacks }),
        (callbacks: object) => shim.closeSocket(callbacks),
        (callbacks: object) => task.send({ data: 'no', ...callbacks }),
      ]) {
        const { order, value } = await outcome((callbacks) => call({ ...callbacks, success: 5 }));
        expect(order).toEqual(['fail', 'complete']);
        expect(value).toEqual({ errCode: 202, errMsg: expect.stringMatching(/:fail success /) as string });
      }
      task.send({ data: 'yes' });
      await vi.waitFor(() => expect(served.messages).toEqual(['yes']));
    });
    it('methods need no this', async () => {
      const { task, served } = await open();
      const { send, close } = task;
      send({ data: 'x' });
      close();
      expect(await served.closed).toEqual({ code: 1000, reason: '' });
      expect(served.messages).toEqual(['x']);
    });
  });

  describe('S6 closing', () => {
    it.each([
      [undefined, 1000],
      [null, 1000],
      [1000, 1000],
      ['3001', 3001],
      [4999, 4999],
      ['1001', 1001],
    ])('code %j is %i', async (code, wire) => {
      const { task, served } = await open();
      expect(
        (await outcome((callbacks) => task.close({ code: code as number, reason: '网线被切了', ...callbacks }))).order,
      ).toEqual(['success', 'complete']);
      expect(await served.closed).toEqual({ code: wire, reason: '网线被切了' });
      expect(await seen.until('task.Close')).toEqual({ code: wire, reason: '网线被切了' });
    });
    it('a code that the platform refuses closes with 1000, and onClose reports it', async () => {
      listenGlobally(shim, seen);
      const { served } = await open();
      expect((await outcome((callbacks) => shim.closeSocket({ code: 5, reason: 'why', ...callbacks }))).order).toEqual([
        'success',
        'complete',
      ]);
      expect(await served.closed).toEqual({ code: 1000, reason: 'why' });
      expect(await seen.until('global.Close')).toEqual({ code: 5, reason: 'why' });
    });
    it("code 'abc' fails and leaves the socket open", async () => {
      const { served } = await open();
      expect((await outcome((callbacks) => shim.closeSocket({ code: 'abc', ...callbacks }))).value).toEqual({
        errCode: 202,
        errMsg: expect.stringMatching(/^closeSocket:fail code /) as string,
      });
      shim.sendSocketMessage({ data: 'open' });
      await vi.waitFor(() => expect(served.messages).toEqual(['open']));
    });
    it('a reason of 123 bytes is fine, one of 124 fails', async () => {
      const { task, served } = await open();
      expect((await outcome((callbacks) => task.close({ reason: `${'天'.repeat(41)}x`, ...callbacks }))).value).toEqual(
        {
          errCode: 202,
          errMsg: expect.stringMatching(/^closeSocket:fail reason /) as string,
        },
      );
      task.close({ reason: '天'.repeat(41) });
      expect(await served.closed).toEqual({ code: 1000, reason: '天'.repeat(41) });
    });
    it('close without arguments', async () => {
      const { task, served } = await open();
      task.close();
      expect(await served.closed).toEqual({ code: 1000, reason: '' });
    });
  });

  describe('S7 protocols', () => {
    it.each([
      [{ protocolsArray: ['a', 'b'] }, 'a,b'],
      [{ protocols: ['a'] }, 'a'],
      [{ protocols: ['', 'a'] }, 'a'],
      [{ protocols: [''] }, undefined],
      [{ protocolsArray: [] }, undefined],
      [{ protocolsArray: null, protocols: ['b'] }, 'b'],
      [{ protocols: null }, undefined],
      [{}, undefined],
    ])('%j', async (options, wire) => {
      const { served } = await open(options);
      expect(served.request.headers['sec-websocket-protocol']).toBe(wire);
    });
  });
});
