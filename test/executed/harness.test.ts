// The harness itself: programs rewritten by hand pass, and every planted fault is seen by the comparison.
// Without this a green run of the other programs would say nothing.

import { describe, expect, test } from 'vitest';
import { compareRuns, type CompareOptions } from '../reference/compare.ts';
import { runProgram, type ProgramOptions } from '../reference/run.ts';

const before = `
swan.request({
  url: 'https://example.com/echo?x=1',
  method: 'POST',
  header: { 'X-Token': 'T' },
  data: { name: 'a b' },
  success: function (res) { trace('success', [res.statusCode, res.data.body]); },
  fail: function (err) { trace('fail', err); },
  complete: function () { trace('complete'); last(); }
});
trace('called');
function last() {
  swan.request({ url: 'https://example.com/status/404', data: { q: 'a b' }, success: function (res) { trace('success', [res.statusCode, res.data]); }, complete: function () { trace('complete'); } });
}`;

/** What a person would write; the parts that a fault replaces have names. */
const byHand = {
  fetch: {
    call: `
function call(url, init, options) {
  DELAY(function () {
    return fetch(url, init).then(function (response) {
      return response.text().then(function (text) {
        let data = text;
        try { data = JSON.parse(text); } catch {}
        STATUS
        const result = { statusCode: response.status, data: data };
        SUCCESS
        COMPLETE
      });
    }, function (error) {
      const result = { errCode: 1001, errMsg: 'request:fail ' + error.message };
      options.fail(result);
      options.complete(result);
    });
  });
}`,
  },
  axios: {
    call: `
const axios = require('axios');
function call(url, init, options) {
  DELAY(function () {
    return axios.request({ url, method: init.method, headers: init.headers, data: init.body, validateStatus: null, transformRequest: [x => x] }).then(function (response) {
      const data = response.data;
      STATUS
      const result = { statusCode: response.status, data };
      SUCCESS
      COMPLETE
    }, function (error) {
      const result = { errCode: 1001, errMsg: 'request:fail ' + error.message };
      options.fail(result);
      options.complete(result);
    });
  });
}`,
  },
};

interface Parts {
  readonly DELAY: string;
  readonly STATUS: string;
  readonly SUCCESS: string;
  readonly COMPLETE: string;
  readonly QUERY: string;
  readonly BODY: string;
  readonly TYPE: string;
  readonly TOKEN: string;
}

const right: Parts = {
  DELAY: 'queueMicrotask',
  STATUS: '',
  SUCCESS: 'options.success(result);',
  COMPLETE: 'options.complete(result);',
  QUERY: 'q=a%20b',
  BODY: `JSON.stringify({ name: 'a b' })`,
  TYPE: 'application/json',
  TOKEN: `'X-Token': 'T'`,
};

function program(target: 'fetch' | 'axios', parts: Partial<Parts> = {}): string {
  const text = `${byHand[target].call}
call('https://example.com/echo?x=1', { method: 'POST', headers: { 'content-type': 'TYPE', TOKEN }, body: BODY }, {
  success: function (res) { trace('success', [res.statusCode, res.data.body]); },
  fail: function (err) { trace('fail', err); },
  complete: function () { trace('complete'); last(); }
});
trace('called');
function last() {
  call('https://example.com/status/404?QUERY', { method: 'GET' }, { success: function (res) { trace('success', [res.statusCode, res.data]); }, fail: function (err) { trace('fail', err); }, complete: function () { trace('complete'); } });
}`;
  return Object.entries({ ...right, ...parts }).reduce((code, [name, part]) => code.replaceAll(name, part), text);
}

async function differences(
  code: string,
  target: 'fetch' | 'axios' | 'wx',
  options: Partial<ProgramOptions> & { readonly from?: string; readonly compare?: Partial<CompareOptions> } = {},
): Promise<string[]> {
  const { from = before, compare = {}, ...run } = options;
  const first = await runProgram({ code: from, target: 'swan', ...run });
  const second = await runProgram({ code, target, ...run });
  return compareRuns(first, second, { target, ...compare });
}

describe.concurrent('rewritten by hand', () => {
  test('for fetch', async () => expect(await differences(program('fetch'), 'fetch')).toEqual([]));
  test('for axios', async () => expect(await differences(program('axios'), 'axios')).toEqual([]));
  test('for wx', async () => expect(await differences(before.replaceAll('swan.', 'wx.'), 'wx')).toEqual([]));

  test('sockets for fetch', async () => {
    const from = `
      swan.connectSocket({ url: 'wss://example.com/push', protocolsArray: ['chat'] });
      swan.onSocketMessage(function (m) { trace('message', m.data); swan.closeSocket({ code: 1001, reason: 'gone' }); });
      swan.onSocketClose(function (e) { trace('close', e.code); });`;
    const to = `
      const socket = new WebSocket('wss://example.com/push', ['chat']);
      socket.onmessage = function (m) { trace('message', m.data); socket.close(1000, 'gone'); };
      socket.onclose = function () { trace('close', 1001); };`;
    expect(await differences(to, 'fetch', { from })).toEqual([]);
    expect(await differences(to.replace('chat', 'other'), 'fetch', { from })).toHaveLength(1);
    expect(await differences(to.replace('gone', 'bye'), 'fetch', { from })).toHaveLength(1);
    expect(await differences(to.replace('close(1000', 'close(3000'), 'fetch', { from })).toHaveLength(1);
    expect(
      await differences(to.replace('= function () {', '= function () { trace("close", 1001);'), 'fetch', { from }),
    ).toHaveLength(1);
  });

  test('uploads for fetch', async () => {
    const from = `swan.uploadFile({ url: 'https://example.com/upload', filePath: files.report, name: 'f', formData: { a: '天' }, success: function (res) { trace('status', res.statusCode); } });`;
    const to = `
      const form = new FormData();
      form.append('a', '天');
      require('node:fs').openAsBlob(files.report).then(blob => {
        form.append('f', blob, 'report.bin');
        return fetch('https://example.com/upload', { method: 'POST', body: form });
      }).then(response => trace('status', response.status));`;
    const asModule = `import { openAsBlob } from 'node:fs';\n${to.replace(`require('node:fs').`, '')}`;
    const run = async (text: string): Promise<string[]> => {
      const first = await runProgram({ code: from, target: 'swan' });
      return compareRuns(first, await runProgram({ code: text, target: 'fetch' }), { target: 'fetch' });
    };
    expect(await run(asModule)).toEqual([]);
    expect(await run(asModule.replace('report.bin', 'blob'))).toHaveLength(1);
    expect(await run(asModule.replace(`'天'`, `'地'`))).toHaveLength(1);
    expect(await run(asModule.replace(`append('f', blob`, `append('g', blob`))).toHaveLength(1);
  });
});

describe.concurrent.each(['fetch', 'axios'] as const)('planted faults for %s are seen', (target) => {
  const faults: readonly (readonly [string, Partial<Parts>])[] = [
    ['success runs twice', { SUCCESS: 'options.success(result); options.success(result);' }],
    ['complete runs twice', { COMPLETE: 'options.complete(result); options.complete(result);' }],
    ['complete is missing', { COMPLETE: '' }],
    ['complete runs first', { SUCCESS: 'options.complete(result);', COMPLETE: 'options.success(result);' }],
    ['fail runs as well', { COMPLETE: 'options.fail(result); options.complete(result);' }],
    [
      'a status is a failure',
      { STATUS: `if (response.status >= 400) return options.fail({ errCode: 1001, errMsg: 'request:fail' });` },
    ],
    ['a space is +', { QUERY: 'q=a+b' }],
    ['a space is left out of the query', { QUERY: 'q=ab' }],
    [
      'the callbacks run within the call',
      { DELAY: '(function (go) { options.success({ statusCode: 200, data: {} }); go(); })' },
    ],
    ['the body is a form', { BODY: `'name=a%20b'` }],
    ['the body has other spaces', { BODY: `'{ "name": "a b" }'` }],
    ['the content type differs', { TYPE: 'text/plain' }],
    ['a header field is lost', { TOKEN: '' }],
    ['a header field is added', { TOKEN: `'X-Token': 'T', 'X-Other': '1'` }],
    ['a header value differs', { TOKEN: `'X-Token': 't'` }],
    ['an exception is lost', { SUCCESS: 'options.success(result); Promise.reject(new Error("unhandled"));' }],
    ['something is logged', { SUCCESS: 'console.log("debug"); options.success(result);' }],
    [
      'the request is sent twice',
      { DELAY: '(function (go) { fetch(url, init).then(r => r.text()); queueMicrotask(go); })' },
    ],
  ];
  test.each(faults)('%s', async (_, parts) => {
    expect((await differences(program(target, parts), target)).length).toBeGreaterThan(0);
  });
});

describe.concurrent('planted faults on wx are seen', () => {
  const faults: readonly (readonly [string, string])[] = [
    [
      'a timeout became live',
      `swan.request({ url: 'https://example.com/drip/9', timeout: 1, success: function () { trace('success'); }, fail: function () { trace('fail'); } });`,
    ],
    [
      'protocolsArray has no effect',
      `var task = swan.connectSocket({ url: 'wss://example.com/', protocolsArray: ['chat'] }); task.onOpen(function () { task.close({}); });`,
    ],
    [
      'a string code is refused',
      `var task = swan.connectSocket({ url: 'wss://example.com/' }); task.onOpen(function () { task.close({ code: '4001', fail: function () { trace('fail'); task.close({}); } }); });`,
    ],
    [
      'the first socket lives on',
      `var first = swan.connectSocket({ url: 'wss://example.com/1' });
       first.onClose(function () { trace('first'); });
       first.onOpen(function () { var second = swan.connectSocket({ url: 'wss://example.com/2' }); second.onOpen(function () { setTimeout(function () { trace('after'); second.close({}); first.close({}); }, 50); }); });`,
    ],
    ['a promise is left behind', `swan.closeSocket(); setTimeout(function () { trace('end'); }, 30);`],
    [
      'errCode is missing',
      `swan.request({ url: 'https://refused.example.com/', fail: function (err) { trace('fail', err.errCode); } });`,
    ],
    [
      'letter case counts',
      `swan.request({ url: 'https://example.com/json', dataType: 'JSON', success: function (res) { trace('type', typeof res.data); } });`,
    ],
    [
      'the upload answer is text',
      `swan.uploadFile({ url: 'https://example.com/upload', filePath: files.report, name: 'f', success: function (res) { trace('key', res.data.data && res.data.data.key); } });`,
    ],
  ];
  test.each(faults)('%s', async (_, from) => {
    const code = from.replaceAll('swan.', 'wx.');
    const found = await differences(code, 'wx', { from, uploadData: 'parsed' });
    expect(found.length).toBeGreaterThan(0);
  });
});

describe.concurrent('what runs and how it ends', () => {
  test('several files, with require and with import', async () => {
    const scripts = await runProgram({
      files: {
        'pages/a.js': `const { log } = require('../utils/log'); log(1);`,
        'utils/log.js': `exports.log = v => trace('log', v);`,
      },
      entry: 'pages/a.js',
      target: 'swan',
    });
    const modules = await runProgram({
      files: {
        'pages/a.ts': `import { log } from '../utils/log'; await null; log(1 as number);`,
        'utils/log.ts': `export const log = (v: number): void => trace('log', v); declare function trace(...v: unknown[]): void;`,
      },
      entry: 'pages/a.ts',
      target: 'swan',
    });
    expect([scripts.trace, modules.trace]).toEqual([[{ name: 'log', value: 1 }], [{ name: 'log', value: 1 }]]);
  });

  test('exceptions and rejections are events', async () => {
    const { trace } = await runProgram({
      code: `setTimeout(function () { throw new Error('late'); }); Promise.reject(new Error('left')); throw new Error('at once');`,
      target: 'fetch',
    });
    expect(trace.map(({ name, value }) => [name, (value as { message: string }).message])).toEqual([
      ['uncaught', 'at once'],
      ['unhandled', 'left'],
      ['uncaught', 'late'],
    ]);
  });

  test('a program without an end is cut, and the next one starts clean', async () => {
    const endless = await runProgram({
      code: `globalThis.left = 1; setInterval(function () {}, 5);`,
      target: 'swan',
      limit: 300,
    });
    expect(endless.trace).toEqual([{ name: 'limit' }]);
    const first = await runProgram({
      code: `globalThis.left = 1; trace('swan', typeof swan.request);`,
      target: 'swan',
    });
    expect(first.trace).toEqual([{ name: 'swan', value: 'function' }]);
    for (const target of ['swan', 'fetch', 'axios', 'wx', 'fetch'] as const) {
      const isWeb = target === 'fetch' || target === 'axios';
      const { trace } = await runProgram({
        code: `trace('globals', [typeof left, typeof fetch, typeof WebSocket, typeof wx, typeof swan.request]);`,
        target,
      });
      const web = isWeb ? 'function' : 'undefined';
      expect(trace[0]?.value).toEqual([
        'undefined',
        web,
        web,
        target === 'wx' ? 'object' : 'undefined',
        target === 'swan' ? 'function' : 'undefined',
      ]);
    }
  });

  test('only the axios world has axios', async () => {
    const code = `try { trace('create', typeof require('axios').create); } catch (error) { trace('missing', error.message); }`;
    expect((await runProgram({ code, target: 'axios' })).trace[0]?.name).toBe('create');
    expect((await runProgram({ code, target: 'fetch' })).trace[0]?.name).toBe('missing');
  });

  test('values are written down as they were, whatever they are', async () => {
    const { trace } = await runProgram({
      code: `const o = { a: 1, u: undefined, f() {}, n: NaN, b: new Uint8Array([1, 2]).buffer, d: new Error('e') }; o.o = o; trace('o', o); o.a = 2; trace('none');`,
      target: 'swan',
    });
    expect(trace).toEqual([
      {
        name: 'o',
        value: {
          a: 1,
          u: { $: 'undefined' },
          f: { $: 'function' },
          n: { $: 'number', text: 'NaN' },
          b: { $: 'ArrayBuffer', base64: 'AQI=' },
          d: { $: 'Error', message: 'e' },
          o: { $: 'cycle' },
        },
      },
      { name: 'none' },
    ]);
  });

  test('a page with handlers, an app and setData', async () => {
    const { trace } = await runProgram({
      code: `
        App({ globalData: { name: 'swan' }, onLaunch() { trace('launch'); } });
        Page({ data: { n: 1 }, onLoad() { trace('load', getApp().globalData.name); this.setData({ n: 2 }); }, tap(e) { trace(e.type, this.data.n); } });`,
      target: 'swan',
      taps: ['tap'],
    });
    expect(trace.map(({ name, value }) => [name, value])).toEqual([
      ['launch', undefined],
      ['load', 'swan'],
      ['setData', { n: 2 }],
      ['tap', 2],
    ]);
  });
});
