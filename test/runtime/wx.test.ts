// What the shim for wx does, on a double of the wx host that takes five sockets and returns promises where wx does.
// No request leaves the process here.

import { beforeEach, describe, expect, it } from 'vitest';
import { loadShim, shimText } from './linked-shim.ts';

/** The types of the host are those of another environment: what the tests need of them stands here. */
interface Shim {
  connectSocket(options: object): { close(closing?: object): void; send(message: object): void };
  onSocketClose(listener: (event: object) => void): void;
  withErrCode(callback: ((result: never) => unknown) | null | undefined): (result: object) => void;
  withParsedData(callback: (result: { data: unknown }) => unknown): (result: { data: unknown }) => void;
  hostOptions(options: object): object;
  anyOptions(options: unknown): object;
  request(options: object): unknown;
  uploadFile(options: object): unknown;
  downloadFile(options: object): unknown;
  closeSocket(options?: object): unknown;
  connectAnySocket(options: object): unknown;
}

interface HostTask {
  readonly options: Record<string, unknown>;
  readonly closed: object[];
  readonly sent: object[];
  end(event: object): void;
}

let shim: Shim;
let tasks: HostTask[];
let instances = 0;

/** @param isOld gives no task where it refuses the options */
function makeHost(isOld = false) {
  return {
    connectSocket(options: Record<string, unknown>) {
      const listeners: ((event: object) => void)[] = [];
      const closed: object[] = [];
      const sent: object[] = [];
      if (isOld && !options.url) return undefined;
      tasks.push({ options, closed, sent, end: (event) => listeners.forEach((listener) => listener(event)) });
      return {
        onClose: (listener: (event: object) => void) => void listeners.push(listener),
        close: (closing: object) => void closed.push(closing),
        send: (message: object) => void sent.push(message),
      };
    },
  };
}

beforeEach(async () => {
  tasks = [];
  (globalThis as { wx?: unknown }).wx = makeHost();
  shim = await loadShim<Shim>(shimText('wx'), `wx ${(instances += 1)}`);
});

describe('connectSocket on wx', () => {
  it('S1 the one before is closed, and onSocketClose does not hear of it', () => {
    const heard: object[] = [];
    shim.onSocketClose((event) => heard.push(event));
    shim.connectSocket({ url: 'wss://a' });
    shim.connectSocket({ url: 'wss://b' });
    expect(tasks[0]?.closed).toHaveLength(1);
    // Without a callback wx would return a promise that may end as an unhandled rejection.
    expect(tasks[0]?.closed[0]).toHaveProperty('fail');
    tasks[0]?.end({ code: 1000 });
    expect(heard).toEqual([]);
    tasks[1]?.end({ code: 1001, reason: 'x' });
    expect(heard).toEqual([{ code: 1001, reason: 'x' }]);
  });
  it('S3 the last onSocketClose wins and survives reconnections', () => {
    const heard: string[] = [];
    shim.connectSocket({ url: 'wss://a' });
    shim.onSocketClose(() => heard.push('a'));
    shim.onSocketClose(() => heard.push('b'));
    tasks[0]?.end({});
    shim.connectSocket({ url: 'wss://b' });
    tasks[1]?.end({});
    expect(heard).toEqual(['b', 'b']);
  });
  it.each([
    [{ protocolsArray: ['a', ''] }, ['a']],
    [{ protocols: ['b'] }, ['b']],
    [{ protocols: 'b' }, ['b']],
    [{ protocols: '' }, undefined],
    [{ protocolsArray: ['a'], protocols: ['b'] }, ['a']],
    [{ protocolsArray: null, protocols: ['b'] }, ['b']],
    [{}, undefined],
  ])('S7 %j', (options, protocols) => {
    shim.connectSocket(Object.freeze({ url: 'wss://a', ...options }));
    expect(tasks[0]?.options.protocols).toEqual(protocols);
    expect(tasks[0]?.options).not.toHaveProperty('protocolsArray');
  });
  it('a call that wx refuses throws nothing and leaves the socket before alone', () => {
    (globalThis as { wx?: unknown }).wx = makeHost(true);
    const heard: object[] = [];
    shim.onSocketClose((event) => heard.push(event));
    shim.connectSocket({ url: 'wss://a' });
    expect(() => shim.connectSocket({ header: {} })).not.toThrow();
    expect(tasks[0]?.closed).toEqual([]);
    tasks[0]?.end({ code: 1000 });
    expect(heard).toEqual([{ code: 1000 }]);
  });
  it('gives the task of wx and hands every other option on', () => {
    const success = (): void => {};
    const task = shim.connectSocket({ url: 'wss://a', header: { a: 1 }, success });
    expect(task.close).toBeTypeOf('function');
    expect(tasks[0]?.options).toMatchObject({ url: 'wss://a', header: { a: 1 }, success });
  });
  it('S6 the task takes a code that is a string, and callbacks that read errCode', () => {
    const heard: unknown[] = [];
    const task = shim.connectSocket({ url: 'wss://a' });
    task.close({ code: '3001', reason: 'x', fail: (error: object) => heard.push(error) });
    task.close();
    task.send({ data: 'ping', fail: (error: object) => heard.push(error) });
    expect(tasks[0]?.closed).toMatchObject([{ code: 3001, reason: 'x' }, {}]);
    // Without a callback wx would return a promise that may end as an unhandled rejection.
    expect(tasks[0]?.closed[1]).toHaveProperty('fail');
    for (const { fail } of [...(tasks[0]?.closed ?? []), ...(tasks[0]?.sent ?? [])] as {
      fail(error: object): void;
    }[]) {
      fail({ errno: 5 });
    }
    expect(heard).toEqual([
      { errno: 5, errCode: 5 },
      { errno: 5, errCode: 5 },
    ]);
  });
});

describe('withErrCode', () => {
  const run = (result: object): unknown => {
    let got: unknown;
    shim.withErrCode((value) => (got = value))(result);
    return got;
  };
  it('fills errCode from errno, on the object of the host', () => {
    const error = { errMsg: 'request:fail', errno: 600001 };
    expect(run(error)).toBe(error);
    expect(error).toEqual({ errMsg: 'request:fail', errno: 600001, errCode: 600001 });
  });
  it('keeps an errCode and invents none', () => {
    expect(run({ errno: 1, errCode: 2 })).toEqual({ errno: 1, errCode: 2 });
    expect(run({ errMsg: 'x' })).toEqual({ errMsg: 'x' });
    expect(run({ statusCode: 200 })).toEqual({ statusCode: 200 });
  });
  it.each([undefined, null])('%s is no callback', (callback) => {
    expect(() => shim.withErrCode(callback)({ errno: 1 })).not.toThrow();
  });
});

describe('U2 withParsedData', () => {
  it.each([
    ['{"a":1}', { a: 1 }],
    ['no json', 'no json'],
    ['', ''],
  ])('%s', (data, expected) => {
    let got: unknown;
    shim.withParsedData((result: { data: unknown }) => (got = result.data))({ data });
    expect(got).toEqual(expected);
  });
});

describe('hostOptions', () => {
  it('R11 takes the timeout away, R4 leaves the options as they are', () => {
    const options = Object.freeze({ url: 'https://a', timeout: 1, data: { a: 1 }, method: 'POST' });
    const host = shim.hostOptions(options);
    expect(host).toMatchObject({ url: 'https://a', data: { a: 1 }, method: 'POST' });
    expect(host).not.toHaveProperty('timeout');
    expect(host).not.toHaveProperty('code');
    expect(host).not.toHaveProperty('protocols');
  });
  it('fail and complete get an errCode, and are there when the program has none', () => {
    const heard: unknown[] = [];
    const host = shim.hostOptions({ fail: (error: unknown) => heard.push(error) }) as unknown as Record<
      string,
      (error: object) => void
    >;
    host.fail?.({ errno: 5 });
    host.complete?.({ errno: 6 });
    expect(heard).toEqual([{ errno: 5, errCode: 5 }]);
  });
  it('S6 a code that is a string becomes a number, S7 protocolsArray becomes protocols', () => {
    expect(shim.hostOptions({ code: '1001', reason: 'x' })).toMatchObject({ code: 1001, reason: 'x' });
    expect(shim.hostOptions({ protocolsArray: ['', 'a'] })).toMatchObject({ protocols: ['a'] });
  });
  it.each([undefined, null])('%s', (options) => {
    expect(shim.hostOptions(options as unknown as object)).toHaveProperty('fail');
  });
});

describe('anyOptions', () => {
  it('carries over what the options inherit, also what cannot be enumerated', () => {
    class Load {
      readonly path = '/a';
      get url(): string {
        return `https://a${this.path}`;
      }
      success(): void {
        // Only that it is there counts.
      }
    }
    const host = shim.anyOptions(new Load());
    expect(Object.keys(host).sort()).toEqual(['complete', 'fail', 'success', 'url']);
    expect(host).toMatchObject({ url: 'https://a/a', success: Load.prototype.success });
    expect(shim.anyOptions(Object.create({ url: 'https://b', code: '3001' }))).toMatchObject({
      url: 'https://b',
      code: 3001,
    });
  });
  it('R5, R11 letter case is what wx knows, and what swan ignores is left out', () => {
    const options = {
      url: 'https://a',
      method: 'post',
      dataType: 'JSON',
      responseType: 'ArrayBuffer',
      enableCache: true,
    };
    const host = shim.anyOptions(Object.freeze(options));
    expect(host).toMatchObject({ method: 'POST', dataType: 'json', responseType: 'arraybuffer' });
    expect(host).not.toHaveProperty('enableCache');
    expect(shim.anyOptions({ dataType: 'XML', method: 1 })).toMatchObject({ dataType: 'XML', method: 'GET' });
  });
  it.each([undefined, null])('%s', (options) => {
    expect(Object.keys(shim.anyOptions(options))).toEqual(['fail', 'complete']);
  });
});

describe('APIs as values', () => {
  it('do what a rewritten call does, with or without a this', () => {
    const given: Record<string, unknown>[] = [];
    const record = (options: Record<string, unknown>): string => {
      given.push(options);
      return 'task';
    };
    const host = { ...makeHost(), request: record, uploadFile: record, downloadFile: record, closeSocket: record };
    (globalThis as { wx?: unknown }).wx = host;
    const { request, uploadFile, downloadFile, closeSocket } = shim;
    const options = Object.freeze({ url: 'https://a', method: 'put', timeout: 1 });
    expect(request(options)).toBe('task');
    expect(uploadFile.call(undefined, { url: 'https://b', timeout: 1 })).toBe('task');
    expect(downloadFile.apply(null, [{ url: 'https://c', timeout: 1 }])).toBe('task');
    // swan gives nothing back; a promise of wx could end as an unhandled rejection.
    expect(closeSocket()).toBeUndefined();
    expect(given).toMatchObject([{ url: 'https://a', method: 'PUT' }, { url: 'https://b' }, { url: 'https://c' }, {}]);
    for (const one of given) {
      expect(one).not.toHaveProperty('timeout');
      expect(one).toHaveProperty('fail');
    }
  });
  it('S1 connectSocket among them', () => {
    shim.connectAnySocket(Object.create({ url: 'wss://a', protocolsArray: ['a', ''] }));
    shim.connectAnySocket({ url: 'wss://b', timeout: 1 });
    expect(tasks[0]?.options).toMatchObject({ url: 'wss://a', protocols: ['a'] });
    expect(tasks[0]?.closed).toHaveLength(1);
    expect(tasks[1]?.options).not.toHaveProperty('timeout');
  });
});
