// The reference swan itself, ruling by ruling: what a program sees and what the server sees.
// It is measured against the contract alone; no other runtime is looked at here.

import { describe, expect, test } from 'vitest';
import { runProgram, type ProgramOptions, type Run } from '../reference/run.ts';
import type { WireRequest, WireSocket } from '../reference/wire.ts';

/** Runs a program on the reference swan. */
async function onSwan(code: string, options: Partial<ProgramOptions> = {}): Promise<Run> {
  const run = await runProgram({ code, target: 'swan', ...options });
  expect(run.trace.filter(({ name }) => ['uncaught', 'unhandled', 'limit'].includes(name))).toEqual([]);
  return run;
}

/** `name=value` for each event, JSON for what is no string. */
function told(run: Run): string[] {
  return run.trace.map(({ name, value }) => {
    if (value === undefined) return name;
    return `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`;
  });
}

function request(run: Run, at = 0): WireRequest {
  const entry = run.wire.filter((item) => item.kind === 'request')[at];
  if (!entry) throw new Error(`the server saw no request ${at}`);
  return entry;
}

function socket(run: Run, at = 0): WireSocket {
  const entry = run.wire.filter((item) => item.kind === 'socket')[at];
  if (!entry) throw new Error(`the server saw no socket ${at}`);
  return entry;
}

function sent(run: Run, at = 0): string {
  return request(run, at).body.toString('utf8');
}

function query(run: Run, at = 0): string | undefined {
  return request(run, at).query;
}

/** Sends one request with these options and ends. */
function asking(options: string): Promise<Run> {
  return onSwan(`swan.request({ url: 'https://example.com/echo', ${options} });`);
}

describe.concurrent('requests on the reference swan', () => {
  test('R1 every status is a success', async () => {
    const run = await onSwan(`
      var left = [200, 204, 304, 401, 404, 500];
      (function next() {
        if (left.length === 0) return;
        swan.request({
          url: 'https://example.com/status/' + left.shift(),
          success: function (res) { trace('success', res.statusCode); },
          fail: function () { trace('fail'); },
          complete: next
        });
      })();`);
    expect(told(run)).toEqual([200, 204, 304, 401, 404, 500].map((status) => `success=${status}`));
  });

  test('R2 callbacks run later, one of two and then complete, with the same object and no this', async () => {
    const run = await onSwan(`
      var seen;
      swan.request({
        url: 'https://example.com/json',
        success: function (res) { 'use strict'; seen = res; trace('success', this === undefined); },
        fail: function () { trace('fail'); },
        complete: function (res) { trace('complete', res === seen); }
      });
      trace('behind the call');`);
    expect(told(run)).toEqual(['behind the call', 'success=true', 'complete=true']);
  });

  test('R3 an exception in a callback is reported and changes nothing', async () => {
    const run = await onSwan(`
      swan.request({
        url: 'https://example.com/json',
        success: function () { throw new Error('from success'); },
        fail: function () { trace('fail'); },
        complete: function () { trace('complete'); throw new Error('from complete'); }
      });`);
    expect(run.trace.map(({ name }) => name)).toEqual(['console.error', 'complete', 'console.error']);
  });

  test('R4 the program keeps its objects, and can use them twice', async () => {
    const run = await onSwan(`
      var options = Object.freeze({
        url: 'https://example.com/echo',
        data: Object.freeze({ a: 1 }),
        header: Object.freeze({ Referer: 'x', 'X-One': 1 }),
        method: 'post'
      });
      swan.request(options);
      swan.request(options);
      trace('options', options);`);
    expect(run.wire).toHaveLength(2);
    expect([sent(run, 0), sent(run, 1)]).toEqual(['{"a":1}', '{"a":1}']);
    expect(told(run)[0]).toContain('"method":"post"');
  });

  test('R5 the method is upper-cased, GET when it is no string', async () => {
    expect(request(await asking(`method: 'put'`)).method).toBe('PUT');
    expect(request(await asking(`method: 7`)).method).toBe('GET');
    expect(request(await asking('')).method).toBe('GET');
  });

  test('R6 GET and HEAD put data into the query, the others into the body', async () => {
    expect(query(await asking(`data: { a: 1 }`))).toBe('a=1');
    expect(query(await asking(`method: 'HEAD', data: { a: 1 }`))).toBe('a=1');
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const run = await asking(`method: '${method}', data: { a: 1 }`);
      expect([sent(run), query(run)]).toEqual(['{"a":1}', undefined]);
    }
  });

  test.each([
    ['https://example.com/echo', 'a=1'],
    ['https://example.com/echo?', 'a=1'],
    ['https://example.com/echo?x=1', 'x=1&a=1'],
    ['https://example.com/echo?x=1&', 'x=1&a=1'],
    ['https://example.com/echo?x=1#part', 'x=1&a=1'],
    ['https://example.com/echo?b=%7e&a=+', 'b=%7e&a=+&a=1'],
  ])('R6 the query of %s', async (url, expected) => {
    expect(query(await onSwan(`swan.request({ url: '${url}', data: { a: 1 } });`))).toBe(expected);
  });

  test('R6 string data is used as it is', async () => {
    expect(query(await asking(`data: 'a=1&b=x+y'`))).toBe('a=1&b=x+y');
    expect(sent(await asking(`method: 'POST', data: 'plain "text"'`))).toBe('plain "text"');
  });

  test('R7 query values', async () => {
    const run = await asking(
      `data: { a: 'x y', b: undefined, c: function () {}, d: new Date(0), e: NaN, f: { g: [1] }, h: null, i: true, 键: '&=' }`,
    );
    expect(query(run)).toBe(
      'a=x%20y&d=1970-01-01T00%3A00%3A00.000Z&e=null&f=%7B%22g%22%3A%5B1%5D%7D&h=null&i=true&%E9%94%AE=%26%3D',
    );
  });

  test('R8 form and JSON bodies', async () => {
    const form = await asking(
      `method: 'POST', header: { 'Content-Type': 'Application/X-WWW-Form-Urlencoded; charset=utf-8' }, data: { a: 'x y', l: [1] }`,
    );
    expect(sent(form)).toBe('a=x%20y&l=%5B1%5D');
    const other = await asking(`method: 'POST', header: { 'content-type': 'json' }, data: { a: 'x y' }`);
    expect([sent(other), request(other).header['content-type']]).toEqual(['{"a":"x y"}', 'json']);
  });

  test('R9 the default content type comes with a body only', async () => {
    expect(request(await asking(`method: 'POST', data: { a: 1 }`)).header['content-type']).toBe('application/json');
    expect(request(await asking(`method: 'POST', data: 'text'`)).header['content-type']).toBe('application/json');
    expect(request(await asking(`method: 'POST'`)).header['content-type']).toBeUndefined();
    expect(request(await asking(`data: { a: 1 }`)).header['content-type']).toBeUndefined();
    const bytes = await asking(`method: 'POST', data: new Uint8Array([0, 255, 10]).buffer`);
    expect([...request(bytes).body]).toEqual([0, 255, 10]);
  });

  test('R10 header names and values', async () => {
    const { header } = request(
      await asking(
        `header: { REFERER: 'x', 'X-Number': 5, 'X-Nothing': undefined, 'X-Null': null, 'X-Name': '天é', 'X-Latin': 'é' }`,
      ),
    );
    expect(header['referer']).toBeUndefined();
    expect(header['x-number']).toBe('5');
    expect(Object.keys(header)).not.toContain('x-nothing');
    expect(Object.keys(header)).not.toContain('x-null');
    expect(Buffer.from(header['x-name'] ?? '', 'latin1').toString('utf8')).toBe('天é');
    expect(header['x-latin']).toBe('é');
  });

  test('R11 ignored keys have no effect', async () => {
    const run = await onSwan(`
      swan.request({
        url: 'https://example.com/drip/6', timeout: 1, headers: { 'x-typo': '1' }, error: function () { trace('error'); },
        success: function () { trace('success'); }
      });`);
    expect(request(run).header['x-typo']).toBeUndefined();
    expect(told(run)).toEqual(['success']);
  });

  test('R12 data, statusCode and a header that answers in any case', async () => {
    const run = await onSwan(`
      swan.request({ url: 'https://example.com/json', success: function (res) {
        trace('keys', Object.keys(res).sort());
        trace('header', [res.header['x-kind'], res.header['X-Kind'], res.header['X-KIND'], res.header['x-none'] === undefined]);
        trace('in', 'x-kIND' in res.header && Object.keys(res.header).length > 1 && JSON.stringify(res.header).length > 10);
      } });
      swan.request({ url: 'https://example.com/cookies', success: function (res) { trace('cookie', res.header['set-cookie']); } });`);
    expect(told(run).sort()).toEqual([
      'cookie=a=1; Expires=Wed, 09 Jun 2032 10:18:14 GMT, b=2; Path=/',
      'header=["Json","Json","Json",true]',
      'in=true',
      'keys=["data","header","statusCode"]',
    ]);
  });

  test.each([
    ['json', '', { list: [1, 2, 3], name: '天鹅' }],
    ['json', `dataType: 'JSON',`, { list: [1, 2, 3], name: '天鹅' }],
    ['json', `dataType: 'string',`, '{"list":[1,2,3],"name":"天鹅"}'],
    ['json', `dataType: 5,`, '{"list":[1,2,3],"name":"天鹅"}'],
    ['bad-json', '', '{"list":[1,2'],
    ['empty', '', ''],
    ['text', '', 'plain text'],
    ['bom', '', { bom: true }],
    ['bom-text', '', '\ufeffafter'],
    ['gbk', '', { name: '中文' }],
    ['gbk', `dataType: 'text',`, '{"name":"中文"}'],
    ['gzip', '', { text: 'z'.repeat(20_000) }],
    ['drip/3', '', 'drop 0;drop 1;drop 2;'],
  ])('R13 /%s with %s', async (path, options, expected) => {
    const run = await onSwan(
      `swan.request({ url: 'https://example.com/${path}', ${options} success: function (res) { trace('data', res.data); } });`,
    );
    expect(run.trace).toEqual([{ name: 'data', value: expected }]);
  });

  test('R14 arraybuffer wins over dataType', async () => {
    const run = await onSwan(`
      swan.request({ url: 'https://example.com/bytes/4', dataType: 'json', responseType: 'ArrayBuffer',
        success: function (res) { trace('data', res.data); } });`);
    expect(run.trace[0]?.value).toEqual({ $: 'ArrayBuffer', base64: Buffer.from([0, 1, 2, 3]).toString('base64') });
  });

  test.each([
    ['swan.request({ FAIL });', 202, /^request:fail .*url/],
    ['swan.request({ url: 5, FAIL });', 202, /^request:fail .*url/],
    [`swan.request({ url: 'https://refused.example.com/', FAIL });`, 1001, /^request:fail ./],
    [`swan.request({ url: 'https://example.com/cut', FAIL });`, 1001, /^request:fail ./],
    [`swan.request({ url: 'https://example.com/drop', FAIL });`, 1001, /^request:fail ./],
    [`swan.request({ url: 'https://example.com/loop', FAIL });`, 1001, /^request:fail ./],
    [`swan.request({ url: '/echo', FAIL });`, 1001, /^request:fail ./],
    [
      `var o = {}; o.o = o; swan.request({ url: 'https://example.com/', method: 'POST', data: o, FAIL });`,
      202,
      /^request:fail .*data/,
    ],
    [`swan.request({ url: 'https://example.com/', data: { n: 1n }, FAIL });`, 202, /^request:fail .*data/],
    [`swan.request({ url: 'https://example.com/', success: 5, FAIL });`, 202, /^request:fail .*success/],
    [`swan.uploadFile({ url: 'https://example.com/', name: 'f', FAIL });`, 202, /^uploadFile:fail .*filePath/],
    [`swan.uploadFile({ url: 'https://example.com/', filePath: files.report, FAIL });`, 202, /^uploadFile:fail .*name/],
    [
      `swan.uploadFile({ url: 'https://example.com/', filePath: files.missing, name: 'f', FAIL });`,
      1001,
      /^uploadFile:fail .*filePath/,
    ],
    [`swan.downloadFile({ FAIL });`, 202, /^downloadFile:fail .*url/],
    [`swan.connectSocket({ FAIL });`, 202, /^connectSocket:fail .*url/],
    [`swan.sendSocketMessage({ data: 'x', FAIL });`, 1001, /^sendSocketMessage:fail ./],
    [`swan.closeSocket({ FAIL });`, 1001, /^closeSocket:fail ./],
  ])('R15 %s', async (code, errCode, errMsg) => {
    const callbacks = `fail: function (err) { trace('fail', err); }, complete: function (err) { trace('complete', err); }`;
    const run = await onSwan(code.replace('FAIL', callbacks));
    const shape = { errCode, errMsg: expect.stringMatching(errMsg) as string };
    expect(run.trace).toEqual([
      { name: 'fail', value: shape },
      { name: 'complete', value: shape },
    ]);
  });

  test.each(['hang', 'hang-body'])('R16 networkTimeout covers /%s', async (path) => {
    const run = await onSwan(
      `swan.request({ url: 'https://example.com/${path}', fail: function (err) { trace('fail', err.errMsg); } });`,
      { networkTimeout: { request: 60 } },
    );
    expect(told(run)).toEqual(['fail=request:fail timeout']);
  });

  test('R17 abort at once sends nothing, and its callbacks run later', async () => {
    const run = await onSwan(`
      var task = swan.request({ url: 'https://example.com/echo',
        success: function () { trace('success'); }, fail: function (err) { trace('fail', err.errMsg); }, complete: function () { trace('complete'); } });
      var abort = task.abort;
      abort();
      trace('aborted', typeof task.then);`);
    expect(run.wire).toEqual([]);
    expect(told(run)).toEqual(['aborted=undefined', 'fail=request:fail abort', 'complete']);
  });

  test('R17 abort within the body counts, abort after the end does not', async () => {
    const run = await onSwan(`
      var task = swan.request({ url: 'https://example.com/hang-body', fail: function (err) { trace('fail', err.errMsg); again(); } });
      setTimeout(function () { task.abort(); task.abort(); }, 60);
      function again() {
        task = swan.request({ url: 'https://example.com/text', success: function () { trace('success'); },
          complete: function () { trace('complete'); task.abort(); setTimeout(task.abort, 10); } });
      }`);
    expect(told(run)).toEqual(['fail=request:fail abort', 'success', 'complete']);
  });

  test('R17 a task comes back from a call that is going to fail, and await gives it', async () => {
    const run = await onSwan(`
      trace('task', typeof swan.request().abort);
      (async function () { var task = await swan.request({ url: 'https://example.com/text' }); trace('awaited', typeof task.abort); })();`);
    expect(told(run)).toEqual(['task=function', 'awaited=function']);
  });

  test('R18 with a page, a relative url belongs to it', async () => {
    const run = await onSwan(
      `swan.request({ url: '/echo', success: function (res) { trace('success', res.statusCode); } });`,
      { page: 'https://app.example.com/home' },
    );
    expect([request(run).host, request(run).path]).toEqual(['app.example.com', '/echo']);
    expect(told(run)).toEqual(['success=200']);
  });

  test('R19 what is sent is what the options held at the call', async () => {
    const run = await onSwan(`
      var data = { a: 1 }, header = { 'x-a': '1' }, options = { url: 'https://example.com/echo', method: 'POST', data: data, header: header };
      swan.request(options);
      data.a = 2; header['x-a'] = '2'; options.method = 'PUT'; options.url = 'https://example.com/other';`);
    expect([request(run).method, request(run).path, sent(run), request(run).header['x-a']]).toEqual([
      'POST',
      '/echo',
      '{"a":1}',
      '1',
    ]);
  });

  test('redirects: 301 and 302 turn POST into GET, 307 keeps all', async () => {
    for (const [status, method, body] of [
      [301, 'GET', ''],
      [302, 'GET', ''],
      [303, 'GET', ''],
      [307, 'POST', '{"a":1}'],
    ] as const) {
      const run = await onSwan(
        `swan.request({ url: 'https://example.com/redirect/${status}/echo', method: 'POST', data: { a: 1 } });`,
      );
      expect([request(run, 1).method, request(run, 1).path, sent(run, 1)]).toEqual([method, '/echo', body]);
    }
  });
});

describe.concurrent('files on the reference swan', () => {
  test('U1 fields first, then the file with name and type; the content type is the multipart one', async () => {
    const run = await onSwan(`
      swan.uploadFile({ url: 'https://example.com/upload', filePath: files.photo, name: 'my file',
        header: { 'Content-Type': 'application/json', 'X-One': '1' }, formData: { 键: '值', n: 5 } });`);
    const { method, header, parts } = request(run);
    expect([method, header['x-one']]).toEqual(['POST', '1']);
    expect(header['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(parts?.map(({ name, filename, type }) => [name, filename, type])).toEqual([
      ['键', undefined, undefined],
      ['n', undefined, undefined],
      ['my file', 'photo.png', 'image/png'],
    ]);
    expect(parts?.[0]?.value).toBe('值');
  });

  test('U2 the result is text, or parsed where a device parses', async () => {
    const code = `
      swan.uploadFile({ url: 'https://example.com/upload', filePath: files.report, name: 'f',
        success: function (res) { trace('keys', Object.keys(res).sort()); trace('type', typeof res.data); } });`;
    expect(told(await onSwan(code))).toEqual(['keys=["data","statusCode"]', 'type=string']);
    expect(told(await onSwan(code, { uploadData: 'parsed' }))[1]).toBe('type=object');
  });

  test('U4 upload progress', async () => {
    const run = await onSwan(`
      var task = swan.uploadFile({ url: 'https://example.com/upload', filePath: files.big, name: 'f' });
      task.onProgressUpdate(function (event) { trace('progress', event); });`);
    const events = run.trace.map(({ value }) => value as Record<string, number>);
    const steps = events.map((event) => event['progress'] ?? NaN);
    expect(events.length).toBeGreaterThan(3);
    expect(steps.every(Number.isInteger)).toBe(true);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(100);
    const total = Number(request(run).header['content-length']);
    expect(events.at(-1)).toEqual({ progress: 100, totalBytesSent: total, totalBytesExpectedToSend: total });
  });

  test('U4 abort within an upload', async () => {
    const run = await onSwan(`
      var task = swan.uploadFile({ url: 'https://example.com/hang', filePath: files.big, name: 'f',
        fail: function (err) { trace('fail', err.errMsg); }, complete: function () { trace('complete'); } });
      task.onProgressUpdate(function (event) { if (event.progress > 20) task.abort(); });`);
    expect(told(run)).toEqual(['fail=uploadFile:fail abort', 'complete']);
  });

  test('D1 a download can be read, and uploaded again', async () => {
    const run = await onSwan(`
      swan.downloadFile({ url: 'https://example.com/text', success: function (res) {
        trace('status', res.statusCode);
        files.read(res.tempFilePath).then(function (text) { trace('text', text); });
        swan.uploadFile({ url: 'https://example.com/upload', filePath: res.tempFilePath, name: 'again' });
      } });
      swan.downloadFile({ url: 'https://example.com/status/404', success: function (res) { trace('other status', res.statusCode); } });`);
    expect(told(run).sort()).toEqual(['other status=404', 'status=200', 'text=plain text']);
    const upload = run.wire.find((entry) => entry.kind === 'request' && entry.method === 'POST');
    expect(upload?.kind === 'request' && upload.parts?.[0]?.value).toBe(Buffer.from('plain text').toString('base64'));
  });

  test.each([
    ['bytes/9000', [100]],
    ['bytes/9000/chunked', [0, 100]],
    ['gzip', [0, 100]],
    ['empty', [100]],
  ])('U4 download progress of /%s ends with one 100', async (path, expected) => {
    const run = await onSwan(`
      var seen = [];
      swan.downloadFile({ url: 'https://example.com/${path}', complete: function () {
        trace('seen', seen.filter(function (p, at) { return at === 0 || p !== seen[at - 1]; }));
        trace('hundreds', seen.filter(function (p) { return p === 100; }).length);
      } }).onProgressUpdate(function (event) { seen.push(event.progress); });`);
    expect(run.trace).toEqual([
      { name: 'seen', value: expected },
      { name: 'hundreds', value: 1 },
    ]);
  });
});

describe.concurrent('sockets on the reference swan', () => {
  test('S1 a new socket is current before the old one closes; the old one tells its task only', async () => {
    const run = await onSwan(`
      swan.onSocketClose(function (e) { trace('global close', e.code); });
      swan.onSocketOpen(function () { trace('global open'); });
      var first = swan.connectSocket({ url: 'wss://example.com/first' });
      first.onOpen(function () {
        setTimeout(function () {
          swan.connectSocket({ url: 'wss://example.com/second' }).onOpen(function () { trace('second open'); });
        });
      });
      first.onClose(function () { trace('first closed'); setTimeout(function () { swan.closeSocket({}); }, 30); });`);
    expect(told(run).filter((line) => line !== 'first closed')).toEqual([
      'global open',
      'second open',
      'global open',
      'global close=1000',
    ]);
    expect(told(run)).toContain('first closed');
  });

  test('S1 with many, the first one lives on', async () => {
    const run = await onSwan(
      `
      var first = swan.connectSocket({ url: 'wss://example.com/first' });
      first.onClose(function (e) { trace('first closed', e.code); });
      first.onOpen(function () {
        var second = swan.connectSocket({ url: 'wss://example.com/second' });
        second.onOpen(function () { first.send({ data: 'still here' }); });
        first.onMessage(function (m) { trace('first', m.data); second.close({ code: 4000 }); first.close({ code: 4001 }); });
      });`,
      { sockets: 'many' },
    );
    expect(told(run)).toEqual(['first=still here', 'first closed=4001']);
  });

  test('S2 success says that the task was made', async () => {
    const run = await onSwan(`
      var task = swan.connectSocket({ url: 'wss://example.com/', success: function () { trace('success'); }, complete: function () { trace('complete'); } });
      task.onOpen(function () { trace('open'); task.close({}); });
      trace('task', Object.keys(task).sort());`);
    expect(told(run)).toEqual([
      'task=["close","onClose","onError","onMessage","onOpen","send"]',
      'success',
      'complete',
      'open',
    ]);
  });

  test('S3 one slot for each global kind, lists on the task, registered before and kept', async () => {
    const run = await onSwan(`
      var rounds = 0;
      swan.onSocketOpen(function () { trace('lost'); });
      swan.onSocketOpen(function () { trace('global open'); swan.closeSocket({}); });
      swan.onSocketClose(function () { trace('global close'); if (++rounds < 2) connect(); });
      function connect() {
        var task = swan.connectSocket({ url: 'wss://example.com/' });
        task.onOpen(function () { trace('one'); });
        task.onOpen(function () { trace('two'); });
      }
      connect();`);
    const round = ['one', 'two', 'global open', 'global close'];
    expect(told(run)).toEqual([...round, ...round]);
  });

  test('S4 messages are strings or buffers', async () => {
    const run = await onSwan(`
      swan.connectSocket({ url: 'wss://example.com/push-binary' });
      swan.onSocketMessage(function (m) {
        trace('message', m);
        if (m.data === '文') swan.closeSocket({});
        else if (m.data.byteLength === 1) swan.sendSocketMessage({ data: '文' });
        else swan.sendSocketMessage({ data: new Uint8Array([7]).buffer });
      });`);
    expect(run.trace.map(({ value }) => value)).toEqual([
      { data: { $: 'ArrayBuffer', base64: Buffer.from([1, 2, 3, 250]).toString('base64') } },
      { data: { $: 'ArrayBuffer', base64: Buffer.from([7]).toString('base64') } },
      { data: '文' },
    ]);
    expect(socket(run).frames.map(({ type }) => type)).toEqual(['binary', 'text']);
  });

  test.each([
    ['wss://example.com/close/4002/bye', ['open', 'close={"code":4002,"reason":"bye"}']],
    ['wss://example.com/refuse', ['error', 'close={"code":1006,"reason":""}']],
    ['wss://refused.example.com/', ['error', 'close={"code":1006,"reason":""}']],
  ])('S4 %s closes once', async (url, expected) => {
    const run = await onSwan(`
      var task = swan.connectSocket({ url: '${url}' });
      task.onOpen(function () { trace('open'); });
      task.onError(function () { trace('error'); });
      task.onClose(function (e) { trace('close', e); });`);
    expect(told(run)).toEqual(expected);
  });

  test('S5 sending and closing with nothing open fails later; with a socket it succeeds', async () => {
    const run = await onSwan(`
      function log(name) {
        return { data: 'x', success: function () { trace(name, 'success'); }, fail: function () { trace(name, 'fail'); }, complete: function () { trace(name, 'complete'); } };
      }
      swan.sendSocketMessage(log('send'));
      trace('later');
      var task = swan.connectSocket({ url: 'wss://example.com/' });
      task.onOpen(function () { task.send(log('open send')); task.close(log('open close')); });
      task.onClose(function () { task.send(log('late send')); swan.closeSocket(log('late close')); });`);
    expect(told(run)).toEqual([
      'later',
      'send=fail',
      'send=complete',
      ...['open send', 'open close'].flatMap((name) => [`${name}=success`, `${name}=complete`]),
      ...['late send', 'late close'].flatMap((name) => [`${name}=fail`, `${name}=complete`]),
    ]);
  });

  test.each([
    [`{}`, 1000, ''],
    [`{ code: '4001', reason: '网线被切了' }`, 4001, '网线被切了'],
    [`{ code: 1001 }`, 1001, ''],
  ])('S6 closing with %s', async (how, code, reason) => {
    const run = await onSwan(`
      var task = swan.connectSocket({ url: 'wss://example.com/' });
      task.onOpen(function () { swan.closeSocket(${how}); });
      task.onClose(function (e) { trace('close', e); });`);
    expect(run.trace).toEqual([{ name: 'close', value: { code, reason } }]);
    expect(socket(run).close).toEqual({ code, reason });
  });

  test('S6 a code that cannot be sent, a code that is none, a reason that is too long', async () => {
    const run = await onSwan(`
      var task = swan.connectSocket({ url: 'wss://example.com/' });
      var fail = function (err) { trace('fail', err.errMsg); };
      task.onOpen(function () {
        swan.closeSocket({ code: 'abc', fail: fail });
        swan.closeSocket({ reason: '天'.repeat(42), fail: fail });
        swan.closeSocket({ code: 5000, reason: '天'.repeat(41) });
      });
      task.onClose(function (e) { trace('close', e.code); });`);
    expect(run.trace).toEqual([
      { name: 'fail', value: expect.stringMatching(/code/) as string },
      { name: 'fail', value: expect.stringMatching(/reason/) as string },
      { name: 'close', value: 5000 },
    ]);
    expect(socket(run).close?.code).toBe(1000);
  });

  test.each([
    [`protocolsArray: ['', 'chat']`, ['chat']],
    [`protocols: ['a', 'b']`, ['a', 'b']],
    [`protocolsArray: ['']`, []],
  ])('S7 %s', async (option, expected) => {
    const run = await onSwan(`
      swan.connectSocket({ url: 'wss://example.com/', ${option} }).onOpen(function () { swan.closeSocket({}); });`);
    expect(socket(run).protocols).toEqual(expected);
  });

  test('R16 networkTimeout gives a socket up that does not open', async () => {
    const run = await onSwan(
      `swan.connectSocket({ url: 'wss://example.com/hang' }).onClose(function (e) { trace('close', e.code); });`,
      { networkTimeout: { connectSocket: 60 } },
    );
    expect(told(run)).toEqual(['close=1006']);
  });
});
