// The rulings R1 to R19 and the traps and faults of web runtimes that concern requests, each by name, for both web targets:
// the linked shim in Node, against a real server.

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AxiosResponse } from 'axios';
import zlib from 'node:zlib';
import { loadShim, shimText, type AxiosShim, type FetchShim } from './linked-shim.ts';
import { echo, findDeadUrl, reply, startServer, type TestServer } from './server.ts';
import { settled, trace } from './trace.ts';

interface Result {
  data: unknown;
  statusCode: number;
  header: Record<string, string>;
}

interface Echo {
  method: string;
  url: string;
  headers: Record<string, string>;
  text: string;
}

type Options = Record<string, unknown>;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
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

describe.each(['fetch', 'axios'] as const)('%s', (target) => {
  let shim: FetchShim;
  let quick: FetchShim;
  let http: AxiosShim['http'];
  beforeAll(async () => {
    // Both have the same names but for `http`; the tests of `send` and the like call through `start` below.
    shim = await loadShim<FetchShim>(shimText(target));
    quick = await loadShim<FetchShim>(shimText(target, { timeouts: { request: 60 } }));
    http = (shim as unknown as AxiosShim).http;
  });

  /** What a native call site would pass to `send`. */
  function start(url: string, init: { method?: string; header?: object; data?: unknown } = {}) {
    const { method = 'GET', header, data } = init;
    return ((signal: AbortSignal) =>
      target === 'fetch'
        ? fetch(url, { method, ...shim.payload(data, header), signal })
        : http.request({ url, method, ...shim.payload(data, header), signal })) as (
      signal: AbortSignal,
    ) => Promise<Response>;
  }

  async function run(options: unknown, way: FetchShim = shim): Promise<ReturnType<typeof trace>> {
    const seen = trace();
    way.request({ ...(options as { url: string }), success: seen.success, fail: seen.fail, complete: seen.complete });
    await seen.done;
    return seen;
  }

  async function succeed(options: Options): Promise<Result> {
    const seen = await run(options);
    expect(seen.order).toEqual(['success', 'complete']);
    expect(seen.values[1]).toBe(seen.values[0]);
    return seen.values[0] as Result;
  }

  async function fail(options: unknown, way: FetchShim = shim): Promise<{ errCode: number; errMsg: string }> {
    const seen = await run(options, way);
    expect(seen.order).toEqual(['fail', 'complete']);
    expect(seen.values[1]).toBe(seen.values[0]);
    expect(Object.keys(seen.values[0] as object).sort()).toEqual(['errCode', 'errMsg']);
    return seen.values[0] as { errCode: number; errMsg: string };
  }

  async function sent(options: Options): Promise<Echo> {
    const { data } = await succeed({ url: server.route(echo), ...options });
    return data as Echo;
  }

  describe('R1 every status is a success', () => {
    it.each([200, 201, 204, 304, 400, 401, 404, 500, 503])('%i', async (status) => {
      const result = await succeed({
        url: server.route(reply(status === 204 || status === 304 ? '' : 'text', status)),
      });
      expect(result.statusCode).toBe(status);
    });
    it('a redirect is followed', async () => {
      const end = server.route(reply('there'));
      const result = await succeed({ url: server.route(reply('', 302, { location: end })) });
      expect(result).toMatchObject({ data: 'there', statusCode: 200 });
    });
    it('fails when nobody answers', async () => {
      expect(await fail({ url: await findDeadUrl() })).toMatchObject({
        errCode: 1001,
        errMsg: expect.stringMatching(/^request:fail \S/) as string,
      });
    });
    it('and says why', async () => {
      const url = await findDeadUrl();
      expect((await fail({ url })).errMsg).toMatch(/^request:fail connect ECONNREFUSED /);
      // A name with two addresses: what was tried first and last is in a list, and only a code is left.
      const named = await fail({ url: url.replace('127.0.0.1', 'localhost') });
      expect(named.errMsg).toMatch(/^request:fail .*ECONNREFUSED/);
    });
    it('fails when the connection is cut before the headers', async () => {
      const url = server.route((response) => void response.destroy());
      expect(await fail({ url })).toMatchObject({ errCode: 1001 });
    });
    it('fails when the connection is cut during the body', async () => {
      const url = server.route((response) => {
        response.writeHead(200, { 'content-length': 1000 });
        response.write('half');
        setTimeout(() => response.destroy(), 20);
      });
      expect(await fail({ url })).toMatchObject({ errCode: 1001 });
    });
  });

  describe('R2 callbacks', () => {
    it('never run inside the call', async () => {
      const seen = trace();
      shim.request({ url: server.route(echo), ...seen });
      expect(seen.order).toEqual([]);
      await seen.done;
    });
    it('never run inside a call with bad parameters', async () => {
      const seen = trace();
      shim.request({ url: '', ...seen });
      expect(seen.order).toEqual([]);
      await seen.done;
      expect(seen.order).toEqual(['fail', 'complete']);
    });
    it('never run inside abort', async () => {
      const seen = trace();
      const task = shim.request({ url: server.route(() => {}), ...seen });
      await settled();
      task.abort();
      expect(seen.order).toEqual([]);
      await seen.done;
      expect(seen.order).toEqual(['fail', 'complete']);
    });
    it('are called as plain functions', async () => {
      const receivers: unknown[] = [];
      await new Promise<void>((resolve) => {
        shim.request({
          url: server.route(echo),
          success: function (this: unknown) {
            receivers.push(this);
          },
          complete: function (this: unknown) {
            receivers.push(this);
            resolve();
          },
        });
      });
      expect(receivers).toEqual([undefined, undefined]);
    });
    it('are read at the call', async () => {
      const seen = trace();
      const options: Options = { url: server.route(echo), success: seen.success, complete: seen.complete };
      shim.request(options as { url: string });
      options.success = () => seen.order.push('late');
      await seen.done;
      expect(seen.order).toEqual(['success', 'complete']);
    });
    it.each([undefined, null])('that are %s are passed over', async (value) => {
      const url = server.route(echo);
      const seen = trace();
      shim.request({ url, success: value, fail: value, complete: seen.complete } as unknown as { url: string });
      await seen.done;
      expect(seen.values).toEqual([expect.objectContaining({ statusCode: 200 })]);
    });
    it.each(['success', 'fail', 'complete'])(
      'a %s that is no function is a bad parameter, and nothing is sent',
      async (name) => {
        const url = server.route(echo);
        for (const value of [5, 'text', {}, true]) {
          const seen = trace();
          const callbacks = { success: seen.success, fail: seen.fail, complete: seen.complete, [name]: value };
          shim.request({ url, ...callbacks });
          await (name === 'complete' ? settled() : seen.done);
          await settled();
          expect(seen.order).toEqual(['fail', 'complete'].filter((own) => own !== name));
          expect(seen.values[0]).toEqual({
            errCode: 202,
            errMsg: expect.stringMatching(`^request:fail ${name} `) as string,
          });
        }
        expect(server.received(url)).toEqual([]);
      },
    );
    it('only complete', async () => {
      const seen = trace();
      shim.request({ url: server.route(reply('', 500)), complete: seen.complete });
      await seen.done;
      expect(seen.values).toEqual([expect.objectContaining({ statusCode: 500 })]);
    });
  });

  describe('R3 exceptions in callbacks', () => {
    it('in success: reported, complete runs, fail does not', async () => {
      const shown = vi.spyOn(console, 'error').mockImplementation(() => {});
      const fault = new Error('mine');
      const seen = trace({
        success() {
          throw fault;
        },
      });
      shim.request({ url: server.route(echo), ...seen });
      await seen.done;
      await settled();
      expect(seen.order).toEqual(['success', 'complete']);
      expect(shown.mock.calls).toEqual([[fault]]);
    });
    it('an exception that cannot be shown stops nothing either', async () => {
      const unshowable = Object.defineProperty(new Error('mine'), 'stack', {
        get: () => {
          throw new Error('no stack');
        },
      });
      const ways: (() => void)[] = [
        () => void vi.spyOn(console, 'error').mockImplementation((value: Error) => void value.stack),
        () =>
          void vi.spyOn(console, 'error').mockImplementation(() => {
            throw new Error('no console');
          }),
      ];
      for (const way of ways) {
        way();
        const seen = trace({
          success() {
            throw unshowable;
          },
        });
        shim.request({ url: server.route(echo), ...seen });
        await seen.done;
        expect(seen.order).toEqual(['success', 'complete']);
        vi.restoreAllMocks();
      }
    });
    it('in fail and in complete', async () => {
      const shown = vi.spyOn(console, 'error').mockImplementation(() => {});
      const throwing = (): never => {
        throw new Error('mine');
      };
      const seen = trace({ fail: throwing, complete: throwing });
      shim.request({ url: '', ...seen });
      await seen.done;
      await settled();
      expect(seen.order).toEqual(['fail', 'complete']);
      expect(shown).toHaveBeenCalledTimes(2);
    });
    it('nothing is unhandled when there are no callbacks', async () => {
      shim.request({ url: '' });
      shim.request({ url: await findDeadUrl() });
      const task = shim.request({ url: server.route(() => {}) });
      await settled();
      task.abort();
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(unhandled).toEqual([]);
    });
  });

  describe('R4 the objects of the program stay as they are', () => {
    it('frozen options work, twice, with the same wire', async () => {
      const freeze = <Value extends object>(value: Value): Value => Object.freeze(value);
      const url = server.route(echo);
      const options = freeze({
        url,
        method: 'get',
        data: freeze({ a: 1, b: freeze({ c: [1] }) }),
        header: freeze({ 'Content-Type': 'application/json', Referer: 'x' }),
      });
      await succeed(options);
      await succeed(options);
      const [first, second] = server.received(url);
      expect(first?.url).toBe(second?.url);
      expect(first?.url).toContain('?a=1&b=%7B%22c%22%3A%5B1%5D%7D');
    });
  });

  describe('R5 method', () => {
    it.each([
      ['post', 'POST'],
      ['Put', 'PUT'],
      ['delete', 'DELETE'],
      ['options', 'OPTIONS'],
      ['patch', 'PATCH'],
      [undefined, 'GET'],
      [null, 'GET'],
      ['', 'GET'],
      [5, 'GET'],
    ])('%s is %s', async (method, wire) => {
      expect((await sent({ method })).method).toBe(wire);
    });
    it('HEAD gives an empty text', async () => {
      const url = server.route(reply('', 200, { 'x-seen': 'yes' }));
      expect(await succeed({ url, method: 'head' })).toMatchObject({ data: '', header: { 'x-seen': 'yes' } });
      expect(server.received(url)[0]?.method).toBe('HEAD');
    });
    it.each(['TRACE', 'CONNECT'])(
      'R18 %s fails where the platform refuses it, and nothing is thrown',
      async (method) => {
        const seen = await run({ url: server.route(echo), method });
        expect(seen.order.at(-1)).toBe('complete');
      },
    );
  });

  describe('R6 query', () => {
    it.each([
      ['', { a: 1 }, '?a=1'],
      ['?', { a: 1 }, '?a=1'],
      ['?x=1', { a: 1 }, '?x=1&a=1'],
      ['?x=1&', { a: 1 }, '?x=1&a=1'],
      ['?a=0', { a: 1 }, '?a=0&a=1'],
      ['#hash', { a: 1 }, '?a=1'],
      ['?x=1#hash?y', { a: 1 }, '?x=1&a=1'],
      ['#a?b', { a: 1 }, '?a=1'],
      ['?x=%20+%2f', { a: 1 }, '?x=%20+%2f&a=1'],
      ['', 'a=1&b=2', '?a=1&b=2'],
      ['', 'a b', '?a%20b'],
      ['', { 'a b': 'c d' }, '?a%20b=c%20d'],
      ['', { q: "it's (a) *test*!~" }, "?q=it's%20(a)%20*test*!~"],
      ['', { q: 'a+b&c=d' }, '?q=a%2Bb%26c%3Dd'],
      ['', { 名: '天鹅' }, '?%E5%90%8D=%E5%A4%A9%E9%B9%85'],
      ['', {}, ''],
      ['', '', ''],
      ['?x', undefined, '?x'],
      ['', null, ''],
      ['', 5, ''],
      ['', [7, 8], '?0=7&1=8'],
    ])('GET %j with %j', async (tail, data, query) => {
      const base = server.route(echo);
      await succeed({ url: base + tail, data });
      const [got] = server.received(base);
      expect(got?.url.replace(/%27/g, "'")).toBe(base.slice(server.origin.length) + query);
      expect(got?.text).toBe('');
    });
    it('HEAD as well', async () => {
      const url = server.route(reply(''));
      await succeed({ url, method: 'HEAD', data: { a: 1 } });
      expect(server.received(url)[0]?.url).toMatch(/\?a=1$/);
    });
    it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s has a body', async (method) => {
      expect(await sent({ method, data: { a: 1 } })).toMatchObject({ method, text: '{"a":1}' });
    });
  });

  describe('R7 the shape of JSON', () => {
    const date = new Date(0);
    const data = {
      gone: undefined,
      also: () => 1,
      date,
      nan: NaN,
      nil: null,
      yes: true,
      list: [1, 'b', undefined],
      nested: { a: { b: 1 } },
      own: { toJSON: () => 'short' },
    };
    const encoded =
      'date=1970-01-01T00%3A00%3A00.000Z&nan=null&nil=null&yes=true&list=%5B1%2C%22b%22%2Cnull%5D&nested=%7B%22a%22%3A%7B%22b%22%3A1%7D%7D&own=short';
    it('query', async () => {
      expect((await sent({ data })).url).toMatch(new RegExp(`\\?${encoded}$`));
    });
    it('form', async () => {
      const header = { 'content-type': 'application/x-www-form-urlencoded' };
      expect((await sent({ method: 'POST', data, header })).text).toBe(encoded);
    });
    it('body', async () => {
      expect((await sent({ method: 'POST', data })).text).toBe(JSON.stringify(data));
    });
  });

  describe('R8 the encoding of a body', () => {
    it.each([
      ['application/x-www-form-urlencoded', 'a=1&b=x%20y'],
      ['Application/X-WWW-Form-URLEncoded; charset=UTF-8', 'a=1&b=x%20y'],
      ['application/json', '{"a":1,"b":"x y"}'],
      ['application/json; charset=utf-8', '{"a":1,"b":"x y"}'],
      ['json', '{"a":1,"b":"x y"}'],
      ['text/plain', '{"a":1,"b":"x y"}'],
    ])('%s', async (type, text) => {
      const got = await sent({ method: 'POST', data: { a: 1, b: 'x y' }, header: { 'Content-Type': type } });
      expect(got).toMatchObject({ text, headers: { 'content-type': type } });
    });
    it.each(['application/json', 'application/x-www-form-urlencoded', 'text/plain'])(
      'a string is sent as it is: %s',
      async (type) => {
        const got = await sent({ method: 'POST', data: 'a b=1', header: { 'content-type': type } });
        expect(got.text).toBe('a b=1');
      },
    );
    it('a string body is not quoted', async () => {
      expect((await sent({ method: 'POST', data: 'hello' })).text).toBe('hello');
    });
    it('null in an object stays null', async () => {
      expect((await sent({ method: 'POST', data: { a: null } })).text).toBe('{"a":null}');
    });
  });

  describe('R9 content type', () => {
    it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('application/json with a body: %s', async (method) => {
      const got = await sent({ method, data: { a: 1 }, header: { 'x-own': '1' } });
      expect(got.headers).toMatchObject({ 'content-type': 'application/json', 'x-own': '1' });
    });
    it('application/json with a string', async () => {
      expect((await sent({ method: 'POST', data: 'a' })).headers['content-type']).toBe('application/json');
    });
    it.each(['GET', 'POST', 'PUT', 'DELETE'])('none without a body: %s', async (method) => {
      expect((await sent({ method })).headers).not.toHaveProperty('content-type');
    });
    it.each(['GET', 'POST'])('without a body the program may set one: %s', async (method) => {
      const got = await sent({ method, header: { 'content-type': 'application/json' } });
      expect(got).toMatchObject({ text: '', headers: { 'content-type': 'application/json' } });
    });
    it.each([undefined, null])('%s is no body', async (data) => {
      const got = await sent({ method: 'POST', data });
      expect(got.text).toBe('');
      expect(got.headers).not.toHaveProperty('content-type');
    });
    it('an ArrayBuffer is sent as bytes', async () => {
      const url = server.route(echo);
      await succeed({ url, method: 'POST', data: new Uint8Array([0, 255, 128]).buffer });
      expect([...(server.received(url)[0]?.bytes ?? [])]).toEqual([0, 255, 128]);
      expect(server.received(url)[0]?.headers['content-type']).toBe('application/json');
    });
  });

  describe('R10 header fields', () => {
    it('values become strings, undefined and null vanish, Referer is dropped', async () => {
      const { headers } = await sent({
        header: { 'X-Number': 5, 'X-Bool': false, 'x-none': undefined, 'x-nil': null, ReFeReR: 'http://a/' },
      });
      expect(headers).toMatchObject({ 'x-number': '5', 'x-bool': 'false' });
      for (const name of ['x-none', 'x-nil', 'referer']) expect(headers).not.toHaveProperty(name);
    });
    it('one field for two spellings, the last one', async () => {
      const { headers } = await sent({ header: { 'X-Own': 'a', 'x-own': 'b' } });
      expect(headers['x-own']).toBe('b');
    });
    it('outside Latin-1 the bytes of UTF-8 are sent', async () => {
      const { headers } = await sent({ header: { 'x-name': 'a上海b', 'x-latin': 'é' } });
      expect(Buffer.from(headers['x-name'] ?? '', 'latin1').toString('utf8')).toBe('a上海b');
      expect(headers['x-latin']).toBe('é');
    });
    it.each([null, 5, 'text', undefined])('a header that is no object is passed over: %s', async (header) => {
      expect((await sent({ header })).method).toBe('GET');
    });
    const unfit: readonly (readonly [string, unknown])[] = [
      ['a line break', 'b\r\nx-c: d'],
      ['a line feed at its end', 'b\n'],
      ['a NUL', 'b\0'],
      ['another control character', 'b\x01c'],
      ['DEL', 'b\x7f'],
      ['a line break among Chinese', '中\n'],
      ['half a character', '中\ud800'],
      ['no text', Object.create(null)],
      ['a toString that throws', { toString: () => JSON.parse('') as string }],
    ];
    it.each(unfit)('a value that no header can hold fails: %s', async (_, value) => {
      for (const name of ['x-a', 'content-type']) {
        const url = server.route(echo);
        const options = { url, method: 'POST', data: { a: 1 }, header: { [name]: value } };
        expect(await fail(options)).toMatchObject({ errMsg: expect.stringMatching(/^request:fail \S/) as string });
        expect(server.received(url)).toEqual([]);
      }
    });
    it.each(unfit)('and so it does where the call is written out: %s', async (_, value) => {
      for (const name of ['x-a', 'content-type']) {
        const url = server.route(echo);
        const seen = trace();
        shim.send(start(url, { method: 'POST', data: 'x', header: { [name]: value } }), seen);
        shim.requestTask(start(url, { method: 'POST', data: { a: 1 }, header: { [name]: value } }));
        await seen.done;
        expect(seen.order).toEqual(['fail', 'complete']);
        expect(server.received(url)).toEqual([]);
        const headers = shim.headerFields({ [name]: value });
        await expect(target === 'fetch' ? fetch(url, { headers }) : http.get(url, { headers })).rejects.toThrow();
      }
    });
    it('a value of any length is sent', async () => {
      const long = '中'.repeat(60_000);
      const sentTo = { url: await findDeadUrl(), header: { 'x-long': long } };
      expect((await fail(sentTo)).errMsg).toMatch(/ECONNREFUSED/);
      expect(shim.headerFields({ 'x-long': long })['x-long']).toHaveLength(180_000);
    });
  });

  it('R11 keys that swan ignores have no effect', async () => {
    const ignored = {
      headers: { 'x-own': '1' },
      timeout: 1,
      mode: 'no-cors',
      body: 'no',
      params: { a: 1 },
      credentials: 'include',
      signal: 5,
      baseURL: 'x',
      error() {},
    };
    const url = server.route(
      (response, received) => void setTimeout(() => echo(response, received, undefined as never), 30),
    );
    const { data } = await succeed({ url, ...ignored });
    expect((data as Echo).url).not.toContain('?');
    expect((data as Echo).headers).not.toHaveProperty('x-own');
  });

  describe('R12 the result', () => {
    it('has data, statusCode and header', async () => {
      const result = await succeed({ url: server.route(reply('x', 201)) });
      expect(Object.keys(result).sort()).toEqual(['data', 'header', 'statusCode']);
    });
    it('header answers in any case and lists lower-case names', async () => {
      const { header } = await succeed({
        url: server.route(reply('{}', 200, { 'X-Seen': 'yes', 'Content-Type': 'application/json' })),
      });
      expect([header['x-seen'], header['X-Seen'], header['X-SEEN'], header['Content-Type']]).toEqual([
        'yes',
        'yes',
        'yes',
        'application/json',
      ]);
      expect(header['X-Other']).toBeUndefined();
      expect(Object.keys(header)).toContain('x-seen');
      expect(Object.keys(header)).not.toContain('X-Seen');
      expect(JSON.parse(JSON.stringify(header))).toMatchObject({ 'x-seen': 'yes' });
      expect({ ...header }).toMatchObject({ 'x-seen': 'yes' });
      expect(`${String(Object.prototype.hasOwnProperty.call(header, 'x-seen'))} ${String(header)}`).toBe(
        'true [object Object]',
      );
      header['x-new'] = 'mine';
      expect(header['X-New']).toBe('mine');
    });
    it('several set-cookie are one string', async () => {
      const cookies = ['a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT', 'b=2'];
      const { header } = await succeed({ url: server.route(reply('', 200, { 'set-cookie': cookies })) });
      expect(header['Set-Cookie']).toBe(cookies.join(', '));
    });
    it('one set-cookie is a string', async () => {
      const { header } = await succeed({ url: server.route(reply('', 200, { 'set-cookie': ['a=1'] })) });
      expect(header['set-cookie']).toBe('a=1');
    });
    it('data may be written to', async () => {
      const result = await succeed({ url: server.route(reply('{"a":1}')) });
      result.data = 5;
      expect(result.data).toBe(5);
    });
  });

  describe('R13 dataType', () => {
    const body = '{"a":[1]}';
    it.each([
      [undefined, { a: [1] }],
      ['json', { a: [1] }],
      ['JSON', { a: [1] }],
      ['string', body],
      ['text', body],
      ['no-response', body],
      ['', body],
      [1, body],
      [null, body],
    ])('%s', async (dataType, data) => {
      expect((await succeed({ url: server.route(reply(body)), dataType })).data).toEqual(data);
    });
    it.each([
      ['', ''],
      ['hello', 'hello'],
      ['{"a":', '{"a":'],
      ['123', 123],
      ['"hi"', 'hi'],
      ['null', null],
      ['[1]', [1]],
      [' {"a":1}\n', { a: 1 }],
      ['<html>', '<html>'],
    ])('the text when it is no JSON: %j', async (text, data) => {
      expect((await succeed({ url: server.route(reply(text, 200, { 'content-type': 'text/html' })) })).data).toEqual(
        data,
      );
    });
    it('204 gives an empty text', async () => {
      expect((await succeed({ url: server.route(reply('', 204)) })).data).toBe('');
    });
    it('one BOM is removed', async () => {
      const url = server.route(reply('\ufeff\ufeff{"a":1}'));
      expect((await succeed({ url, dataType: 'string' })).data).toBe('\ufeff{"a":1}');
      expect((await succeed({ url: server.route(reply('\ufeff{"a":1}')) })).data).toEqual({ a: 1 });
    });
    it.each(['text/plain; charset=GBK', 'text/plain;charset="gbk"', 'text/plain; Charset=gb2312'])(
      'charset %s',
      async (type) => {
        const url = server.route(reply(Buffer.from([0xcc, 0xec, 0xb6, 0xec]), 200, { 'content-type': type }));
        expect((await succeed({ url })).data).toBe('天鹅');
      },
    );
    it.each([
      'text/plain; charset=none-such',
      'text/plain; charset=',
      'text/plain; xcharset=gbk',
      'text/plain; x-charset="gbk"',
      'charset=gbk',
    ])('UTF-8 for %s', async (type) => {
      expect((await succeed({ url: server.route(reply('天鹅', 200, { 'content-type': type })) })).data).toBe('天鹅');
    });
    it('a character that is split between two chunks', async () => {
      const bytes = Buffer.from('天鹅');
      const url = server.route((response) => {
        response.write(bytes.subarray(0, 2));
        setTimeout(() => response.end(bytes.subarray(2)), 20);
      });
      expect((await succeed({ url })).data).toBe('天鹅');
    });
    it.each(['gzip', 'deflate', 'br'] as const)('%s is unpacked', async (encoding) => {
      const pack = { gzip: zlib.gzipSync, deflate: zlib.deflateSync, br: zlib.brotliCompressSync }[encoding];
      const url = server.route(reply(pack('{"a":1}'), 200, { 'content-encoding': encoding }));
      expect((await succeed({ url })).data).toEqual({ a: 1 });
    });
  });

  describe('R14 responseType', () => {
    it.each(['arraybuffer', 'ArrayBuffer'])('%s wins over dataType', async (responseType) => {
      const url = server.route(reply('{"a":1}'));
      const { data } = await succeed({ url, responseType, dataType: 'json' });
      expect(data).toBeInstanceOf(ArrayBuffer);
      expect(Buffer.from(data as ArrayBuffer).toString()).toBe('{"a":1}');
    });
    it.each(['text', undefined, 5])('%s does not', async (responseType) => {
      expect((await succeed({ url: server.route(reply('{"a":1}')), responseType })).data).toEqual({ a: 1 });
    });
    it('an empty body is an ArrayBuffer of no length', async () => {
      const { data } = await succeed({ url: server.route(reply('')), responseType: 'arraybuffer' });
      expect((data as ArrayBuffer).byteLength).toBe(0);
    });
  });

  describe('R15 failures', () => {
    const cycle: Options = {};
    cycle.self = cycle;
    it.each([undefined, null, '', 5, {}, []])('url %s', async (url) => {
      expect(await fail({ url })).toEqual({
        errCode: 202,
        errMsg: expect.stringMatching(/^request:fail url /) as string,
      });
    });
    it.each([
      ['a cycle', { data: cycle, method: 'POST' }],
      ['a cycle in a query', { data: cycle }],
      ['a BigInt', { data: { a: BigInt(1) }, method: 'POST' }],
      ['half a character in a query', { data: { a: '\ud800' } }],
      ['a toJSON that throws', { data: { toJSON: () => JSON.parse('{') as unknown }, method: 'POST' }],
    ])('data: %s', async (_name, options) => {
      expect(await fail({ url: server.route(echo), ...options })).toEqual({
        errCode: 202,
        errMsg: expect.stringMatching(/^request:fail data/) as string,
      });
    });
    it.each([[undefined], [null], ['text'], [5], [true]])('options %s', async (options) => {
      const task = shim.request(options as unknown as { url: string });
      expect(task.abort).toBeTypeOf('function');
      await settled();
    });
    it('a getter that throws is a failure, not an exception', async () => {
      const seen = trace();
      const options = {
        get url(): string {
          throw new Error('mine');
        },
        complete: seen.complete,
      };
      shim.request(options);
      await seen.done;
      expect(seen.values).toEqual([{ errCode: 1001, errMsg: 'request:fail mine' }]);
    });
    it('a url that cannot be parsed', async () => {
      expect(await fail({ url: 'http://' })).toMatchObject({
        errCode: 1001,
        errMsg: expect.stringMatching(/^request:fail /) as string,
      });
    });
    it('R18 a relative url is left to the platform', async () => {
      expect(await fail({ url: '/relative' })).toMatchObject({ errCode: 1001 });
    });
  });

  describe('R16 the timeout', () => {
    it('covers the wait for the headers', async () => {
      expect(await fail({ url: server.route(() => {}) }, quick)).toEqual({
        errCode: 1001,
        errMsg: 'request:fail timeout',
      });
    });
    it('covers the body', async () => {
      const url = server.route((response) => {
        response.write('a');
        const drip = setInterval(() => response.write('b'), 10);
        response.on('close', () => clearInterval(drip));
      });
      expect(await fail({ url }, quick)).toEqual({ errCode: 1001, errMsg: 'request:fail timeout' });
    });
    it('closes the connection', async () => {
      let isClosed!: () => void;
      const closed = new Promise<void>((resolve) => (isClosed = resolve));
      const url = server.route((response) => void response.on('close', isClosed));
      await fail({ url }, quick);
      await closed;
    });
    it('does not fire after the end', async () => {
      const seen = trace();
      quick.request({ url: server.route(reply('x')), ...seen });
      await seen.done;
      await new Promise((resolve) => setTimeout(resolve, 90));
      expect(seen.order).toEqual(['success', 'complete']);
    });
    it.each(['success', 'failure', 'bad parameter', 'exception'])('its timer is cleared after a %s', async (end) => {
      const set = vi.spyOn(globalThis, 'setTimeout');
      const clear = vi.spyOn(globalThis, 'clearTimeout');
      if (end === 'success') await run({ url: server.route(reply('x')) });
      if (end === 'failure') await run({ url: await findDeadUrl() });
      if (end === 'bad parameter') await run({ url: '' });
      if (end === 'exception') {
        const throwing = (): never => {
          throw new Error('mine');
        };
        expect(() => shim.send(throwing)).toThrow('mine');
      }
      await Promise.resolve();
      const timers = set.mock.calls
        .map(([, wait], index) => ({ wait, timer: set.mock.results[index]?.value as unknown }))
        .filter(({ wait }) => wait === 60000);
      expect(timers).toHaveLength(end === 'exception' ? 0 : 1);
      for (const { timer } of timers) expect(clear.mock.calls.map(([cleared]) => cleared)).toContain(timer);
    });
  });

  describe('R17 the task', () => {
    it('has no then, and its methods need no this', async () => {
      const seen = trace();
      const task = shim.request({ url: server.route(() => {}), ...seen });
      expect(Object.keys(task)).toEqual(['abort']);
      expect('then' in task).toBe(false);
      expect(await Promise.resolve(task)).toBe(task);
      const { abort } = task;
      expect(abort()).toBeUndefined();
      await seen.done;
      expect(seen.values[0]).toEqual({ errCode: 1001, errMsg: 'request:fail abort' });
    });
    it('abort in the same tick sends nothing', async () => {
      const url = server.route(echo);
      const seen = trace();
      shim.request({ url, ...seen }).abort();
      await seen.done;
      await new Promise((resolve) => setTimeout(resolve, 40));
      expect(seen.order).toEqual(['fail', 'complete']);
      expect(server.received(url)).toEqual([]);
    });
    it('abort in the same tick of requestTask sends nothing', async () => {
      const url = server.route(echo);
      const seen = trace();
      shim.requestTask(start(url), seen).abort();
      await seen.done;
      await new Promise((resolve) => setTimeout(resolve, 40));
      expect(seen.order).toEqual(['fail', 'complete']);
      expect(server.received(url)).toEqual([]);
    });
    it('abort during the body counts', async () => {
      const seen = trace();
      let closed!: () => void;
      const isClosed = new Promise<void>((resolve) => (closed = resolve));
      const url = server.route((response) => {
        response.write('half');
        response.on('close', closed);
        setTimeout(() => task.abort(), 30);
      });
      const task = shim.request({ url, ...seen });
      await seen.done;
      await isClosed;
      expect(seen.order).toEqual(['fail', 'complete']);
      expect(seen.values[0]).toEqual({ errCode: 1001, errMsg: 'request:fail abort' });
    });
    it('abort after the end, in success, twice: nothing', async () => {
      const seen = trace({ success: () => task.abort() });
      const task = shim.request({ url: server.route(reply('x')), ...seen });
      await seen.done;
      task.abort();
      task.abort();
      await settled();
      expect(seen.order).toEqual(['success', 'complete']);
    });
    it('abort twice fails once', async () => {
      const seen = trace();
      const task = shim.request({ url: server.route(() => {}), ...seen });
      await settled();
      task.abort();
      task.abort();
      await seen.done;
      await settled();
      expect(seen.order).toEqual(['fail', 'complete']);
    });
    it('abort after a bad parameter: one failure, that of the parameter', async () => {
      const seen = trace();
      shim.request({ url: '', ...seen }).abort();
      await seen.done;
      await settled();
      expect(seen.order).toEqual(['fail', 'complete']);
    });
  });

  describe('R19 what is sent is what the options held at the call', () => {
    it('data, header, url, ArrayBuffer, dataType', async () => {
      const bytes = new Uint8Array([1, 2, 3]);
      const first = {
        url: server.route(echo),
        method: 'POST',
        data: { a: 1 },
        header: { 'x-own': 'a' },
        dataType: 'json',
      };
      const second = { url: server.route(echo), method: 'POST', data: bytes.buffer };
      const seen = [trace(), trace()] as const;
      shim.request({ ...first, ...seen[0], data: first.data, header: first.header });
      shim.request({ ...second, ...seen[1] });
      const { url } = first;
      Object.assign(first.data, { a: 2 });
      Object.assign(first.header, { 'x-own': 'b' });
      bytes.fill(9);
      await Promise.all(seen.map((one) => one.done));
      expect(server.received(url)[0]).toMatchObject({ text: '{"a":1}', headers: { 'x-own': 'a' } });
      expect([...(server.received(second.url)[0]?.bytes ?? [])]).toEqual([1, 2, 3]);
    });
    it('the options object itself', async () => {
      const seen = trace();
      const options = { url: server.route(reply('{"a":1}')), dataType: 'string', ...seen };
      shim.request(options);
      options.url = 'changed';
      options.dataType = 'json';
      await seen.done;
      expect((seen.values[0] as Result).data).toBe('{"a":1}');
    });
    it('ArrayBuffer in send', async () => {
      const bytes = new Uint8Array([1, 2, 3]);
      const url = server.route(echo);
      const seen = trace();
      shim.send(start(url, { method: 'POST', data: bytes.buffer }), seen);
      bytes.fill(9);
      await seen.done;
      expect([...(server.received(url)[0]?.bytes ?? [])]).toEqual([1, 2, 3]);
    });
    it('send calls start at once', () => {
      const calls: string[] = [];
      shim.send((signal) => {
        calls.push(signal.constructor.name);
        return Promise.reject(new Error('no matter'));
      });
      expect(calls).toEqual(['AbortSignal']);
    });
  });

  describe('send', () => {
    it('returns nothing and gives the result of request', async () => {
      const seen = trace();
      expect(shim.send(start(server.route(reply('{"a":1}', 500))), seen)).toBeUndefined();
      await seen.done;
      expect(seen.order).toEqual(['success', 'complete']);
      expect(seen.values[0]).toMatchObject({ data: { a: 1 }, statusCode: 500 });
    });
    it('obeys dataType and responseType, and no other key', async () => {
      const seen = trace();
      shim.send(start(server.route(reply('{"a":1}'))), {
        ...seen,
        dataType: 'string',
        timeout: 1,
        method: 'POST',
      } as object);
      await seen.done;
      expect(seen.values[0]).toMatchObject({ data: '{"a":1}' });
    });
    it.each([undefined, null, 5])('handlers %s', async (handlers) => {
      shim.send(start(server.route(reply('x'))), handlers as unknown as undefined);
      await settled();
    });
    it.each(['requireUrl', 'query'] as const)('an error of %s is a failure', async (name) => {
      const seen = trace();
      shim.send((signal) => fetch(shim[name](undefined as unknown as string), { signal }), seen);
      expect(seen.order).toEqual([]);
      await seen.done;
      expect(seen.order).toEqual(['fail', 'complete']);
      expect(seen.values[0]).toMatchObject({ errCode: 202, errMsg: expect.stringContaining('url') as string });
    });
    it.each(['json', 'form'] as const)('an error of %s is a failure', async (name) => {
      const cycle: Options = {};
      cycle.self = cycle;
      const seen = trace();
      shim.send(() => fetch(server.origin, { method: 'POST', body: shim[name](cycle) }), seen);
      await seen.done;
      expect(seen.values[0]).toMatchObject({ errCode: 202 });
    });
    it('R19 options behind one that cannot be sent are read, too, and nothing is sent', async () => {
      const cycle: Options = {};
      cycle.self = cycle;
      const wrong: ((url: string) => [string, unknown])[] = [
        () => [shim.requireUrl(undefined), null],
        () => [shim.query('', { a: 1 }), null],
        (url) => [shim.query(url, cycle), null],
        (url) => [url, shim.json(cycle)],
        (url) => [url, shim.form(cycle)],
      ];
      for (const parts of wrong) {
        const path = server.route(reply(''));
        const seen = trace();
        let isRead = false;
        const start = (signal: AbortSignal) => {
          const [url, body] = parts(path);
          const headers = { read: String((isRead = true)) };
          return target === 'fetch'
            ? fetch(url, { method: 'POST', headers, body: body as string, signal })
            : (http.post(url, body, { headers, signal }) as never);
        };
        shim.send(start, seen);
        expect(isRead).toBe(true);
        await seen.done;
        expect(seen.order).toEqual(['fail', 'complete']);
        expect(seen.values[0]).toMatchObject({ errCode: 202 });
        expect(server.received(path)).toEqual([]);
      }
    });
    it('R19 a callback that is no function: the options are read, and nothing is sent', async () => {
      const path = server.route(reply(''));
      const seen = trace();
      let calls = 0;
      const start = (signal: AbortSignal) => {
        calls += 1;
        return target === 'fetch' ? fetch(path, { signal }) : (http.get(path, { signal }) as never);
      };
      shim.send(start, { ...seen, success: 'none' as never });
      expect(calls).toBe(1);
      await seen.done;
      expect(seen.values[0]).toEqual({ errCode: 202, errMsg: 'request:fail success is not valid' });
      expect(server.received(path)).toEqual([]);
    });
    it('every other exception of start is thrown on', () => {
      const fault = new TypeError('the program did this');
      const throwing = (): never => {
        throw fault;
      };
      const seen = trace();
      expect(() => shim.send(throwing, seen)).toThrow(fault);
      expect(seen.order).toEqual([]);
    });
    it('the timeout holds even when start forgets the signal', async () => {
      const seen = trace();
      quick.send(() => new Promise(() => {}), seen);
      await seen.done;
      expect(seen.values[0]).toEqual({ errCode: 1001, errMsg: 'request:fail timeout' });
    });
    it('a rejection that is no Error', async () => {
      const seen = trace();
      shim.send(() => Promise.reject(undefined as unknown as Error), seen);
      await seen.done;
      expect(seen.values[0]).toMatchObject({
        errCode: 1001,
        errMsg: expect.stringMatching(/^request:fail \S/) as string,
      });
    });
  });

  describe('requestTask', () => {
    it('calls start a moment later', async () => {
      let calls = 0;
      shim.requestTask(() => {
        calls += 1;
        return Promise.reject(new Error('no matter'));
      });
      expect(calls).toBe(0);
      await settled();
      expect(calls).toBe(1);
    });
    it('an exception of start is a failure', async () => {
      const seen = trace();
      shim.requestTask((): never => {
        throw new Error('mine');
      }, seen);
      await seen.done;
      expect(seen.order).toEqual(['fail', 'complete']);
      expect(seen.values[0]).toEqual({ errCode: 1001, errMsg: 'request:fail mine' });
    });
    it('gives the result of request', async () => {
      const seen = trace();
      shim.requestTask(start(server.route(echo), { method: 'POST', data: { a: 1 } }), seen);
      await seen.done;
      expect(seen.values[0]).toMatchObject({ data: { text: '{"a":1}' }, statusCode: 200 });
    });
  });

  describe('exchange', () => {
    it('resolves with the result, whatever the status', async () => {
      const promise = shim.exchange(start(server.route(reply('{"a":1}', 404))));
      expect(promise).toBeInstanceOf(Promise);
      expect(await promise).toMatchObject({ data: { a: 1 }, statusCode: 404 });
    });
    it('obeys dataType', async () => {
      expect((await shim.exchange(start(server.route(reply('{"a":1}'))), { dataType: 'string' })).data).toBe('{"a":1}');
    });
    it('rejects with errCode and errMsg', async () => {
      await expect(shim.exchange(start(await findDeadUrl()))).rejects.toMatchObject({ errCode: 1001 });
      await expect(quick.exchange(start(server.route(() => {})))).rejects.toEqual({
        errCode: 1001,
        errMsg: 'request:fail timeout',
      });
      await expect(shim.exchange(() => fetch(shim.requireUrl('')))).rejects.toMatchObject({ errCode: 202 });
    });
    it('calls start at once, and rejects with what else start throws, as an executor would', async () => {
      const fault = new Error('mine');
      let calls = 0;
      const promise = shim.exchange((): never => {
        calls += 1;
        throw fault;
      });
      expect(calls).toBe(1);
      await expect(promise).rejects.toBe(fault);
    });
  });

  describe('helpers', () => {
    it('requireUrl gives the url', () => {
      expect(shim.requireUrl('https://a/')).toBe('https://a/');
      expect(() => String(shim.requireUrl(undefined))).toThrow('url is not valid');
    });
    it('json and form', () => {
      expect([
        shim.json({ a: 1 }),
        shim.json('a'),
        shim.json(null),
        shim.json(undefined),
        shim.json(() => 1),
        shim.json(''),
      ]).toEqual(['{"a":1}', 'a', null, null, null, '']);
      expect([
        shim.form({ a: 1, b: ' ' }),
        shim.form('a'),
        shim.form(null),
        shim.form(undefined),
        shim.form({}),
      ]).toEqual(['a=1&b=%20', 'a', null, null, '']);
    });
    it('headerFields changes nothing that it is given', () => {
      const header = Object.freeze({ 'Content-Type': 'a' });
      expect(shim.headerFields(header)).toEqual({ 'content-type': 'a' });
    });
    it('payload', () => {
      const key = target === 'fetch' ? 'body' : 'data';
      expect(shim.payload({ a: 1 }, { 'X-Own': 1 })).toEqual({
        headers: { 'x-own': '1', 'content-type': 'application/json' },
        [key]: '{"a":1}',
      });
      expect(shim.payload()).toEqual({ headers: {}, [key]: null });
    });
  });

  it('every function works without this and on its own', async () => {
    const { request } = shim;
    const seen = trace();
    const { abort } = request({ url: server.route(() => {}), ...seen });
    abort();
    await seen.done;
    expect(seen.order).toEqual(['fail', 'complete']);
  });
});

describe('axios at the call site', () => {
  let shim: AxiosShim;
  beforeAll(async () => {
    shim = await loadShim<AxiosShim>(shimText('axios'), 'own instance');
  });

  async function wire(call: (url: string, signal: AbortSignal) => Promise<AxiosResponse>): Promise<Echo> {
    const url = server.route(echo);
    return (await shim.exchange((signal) => call(url, signal))).data as Echo;
  }

  it('http.get, post, put and delete send what they are given', async () => {
    const { http } = shim;
    const headers = { 'content-type': 'application/json' };
    expect(await wire((url, signal) => http.get(url, { headers: { 'x-own': 'a' }, signal }))).toMatchObject({
      method: 'GET',
      text: '',
      headers: { 'x-own': 'a' },
    });
    expect(await wire((url, signal) => http.post(url, JSON.stringify({ a: 1 }), { headers, signal }))).toMatchObject({
      method: 'POST',
      text: '{"a":1}',
      headers,
    });
    expect(await wire((url, signal) => http.post(url, 'hello', { headers, signal }))).toMatchObject({ text: 'hello' });
    expect(await wire((url, signal) => http.put(url, '', { headers, signal }))).toMatchObject({ text: '' });
    expect(await wire((url, signal) => http.delete(url, { data: '{"a":1}', headers, signal }))).toMatchObject({
      method: 'DELETE',
      text: '{"a":1}',
      headers,
    });
    expect((await wire((url, signal) => http.post(url, null, { signal }))).headers).not.toHaveProperty('content-type');
    expect((await wire((url, signal) => http.post(url, undefined, { signal }))).headers).not.toHaveProperty(
      'content-type',
    );
  });

  it("a program's own instance can send, with its interceptors, and keeps nothing of its own view of status and data", async () => {
    const { default: axios } = await import('axios');
    const own = axios.create({ headers: { common: { 'x-instance': 'own' } } });
    own.interceptors.request.use((config) => {
      config.headers.set('x-intercepted', 'yes');
      return config;
    });
    shim.useAxios(own);
    const url = server.route((response, received, request) => {
      response.statusCode = 404;
      echo(response, received, request);
    });
    const result = await shim.exchange<Echo>((signal) =>
      shim.http.post(url, 'hello', { headers: { 'content-type': 'text/plain' }, signal }),
    );
    expect(result.data).toMatchObject({
      text: 'hello',
      headers: { 'x-instance': 'own', 'x-intercepted': 'yes', 'content-type': 'text/plain' },
    });
    const seen = trace();
    shim.request({ url: server.route(() => {}), ...seen }).abort();
    await seen.done;
    expect(seen.values[0]).toEqual({ errCode: 1001, errMsg: 'request:fail abort' });
  });
});
