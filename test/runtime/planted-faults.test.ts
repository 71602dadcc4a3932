// Faults that are planted into the text of the linked shim, one at a time: each must be caught by the walk through it,
// and without a fault the walk must pass. So the tests are tested.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { walk } from './core-scenario.ts';
import { loadShim, shimText, type AxiosShim, type FetchShim } from './linked-shim.ts';
import { startServer, type TestServer } from './server.ts';
import { startSocketServer, type SocketServer } from './socket-server.ts';

const times = { request: 3000, uploadFile: 9000, downloadFile: 9000, connectSocket: 3000 };

interface Fault {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly target?: 'fetch' | 'axios';
}

const faults: readonly Fault[] = [
  { name: 'complete is forgotten', from: 'call(complete, argument);', to: '' },
  {
    name: 'complete runs twice',
    from: 'call(complete, argument);',
    to: 'call(complete, argument); call(complete, argument);',
  },
  {
    name: 'complete runs first',
    from: 'call(callback, argument);\n    call(complete, argument);',
    to: 'call(complete, argument);\n    call(callback, argument);',
  },
  { name: 'an exception in a callback goes on', from: 'console.error(error);', to: 'throw error;' },
  { name: 'an exception in a callback is swallowed', from: 'console.error(error);', to: '' },
  {
    name: 'a throw in success runs fail',
    from: 'outcome.then(end(success), end(fail));',
    to: 'outcome.then(success).then(() => call(complete), end(fail));',
  },
  {
    name: 'a status is a failure',
    from: 'statusCode: response.status,',
    to: 'statusCode: response.status > 299 ? fail() : response.status,',
  },
  {
    name: 'callbacks that are no functions go unnoticed',
    from: "typeof (callback ?? call) !== 'function'",
    to: 'false',
  },
  { name: 'the method stays as it is', from: 'method?.toUpperCase?.()', to: 'method' },
  { name: 'HEAD has a body', from: "verb === 'GET' || verb === 'HEAD'", to: "verb === 'GET'" },
  { name: 'a query after an ampersand', from: "/[?&]$/.test(base) ? '' : '&'", to: "'&'" },
  { name: 'a query behind the hash', from: 'replace(/^[^#]*/,', to: 'replace(/^.*/s,' },
  { name: 'a second question mark', from: "!base.includes('?')", to: 'true' },
  { name: 'a space becomes a plus', from: ".join('&')", to: ".join('&').replace(/%20/g, '+')" },
  {
    name: 'nested values are [object Object]',
    from: "typeof value === 'string' ? value : JSON.stringify(value)",
    to: 'String(value)',
  },
  { name: 'form data is sent as JSON', from: 'isForm ? formText : JSON.stringify', to: 'JSON.stringify' },
  { name: 'no content type of its own', from: "headers['content-type'] = 'application/json';", to: ';' },
  { name: 'a content type without a body', from: 'body !== null && type === undefined', to: 'type === undefined' },
  { name: 'the bytes are not copied', from: 'data.slice(0)', to: 'data' },
  { name: 'Referer is sent', from: "|| name === 'referer'", to: '' },
  {
    name: 'the header of the program is written to',
    from: 'const fields = {};\n  for',
    to: 'const fields = header;\n  for',
  },
  { name: 'characters outside Latin-1 as they are', from: '/[^\\0-\\xff]/.test(text)', to: 'false' },
  { name: 'header names in one case only', from: 'String(name).toLowerCase()', to: 'name' },
  { name: 'only the last set-cookie', from: "name === 'set-cookie' && fields[name]", to: 'false' },
  { name: 'null for what is no JSON', from: 'It stays the text that it is.', to: '\n    return null;' },
  { name: 'the charset is ignored', from: 'new TextDecoder(charset)', to: 'new TextDecoder()' },
  { name: 'responseType is ignored', from: 'return bytes;', to: ';' },
  { name: 'dataType in lower case only', from: '/^json$/i', to: '/^json$/' },
  { name: 'dataType is ignored', from: 'if (/^json$/i.test(dataType)) return', to: 'return' },
  { name: 'one errCode for all', from: 'error instanceof BadParameter ? 202 : 1001', to: '1001' },
  {
    name: 'bad parameters are thrown',
    from: 'return {\n      toString() {',
    to: 'throw error;\n    return {\n      toString() {',
  },
  {
    name: 'exceptions of the program are swallowed',
    from: 'const started = start(controller.signal);',
    to: 'const started = (async () => start(controller.signal))();',
  },
  { name: 'a wrong callback sends', from: 'if (problem) controller.abort();', to: '' },
  {
    name: 'a wrong callback leaves options unread',
    from: 'const started = start(controller.signal);',
    to: 'const started = problem ? Promise.reject(problem) : start(controller.signal);',
  },
  { name: 'the timer is left', from: '.finally(() => clearTimeout(timer))', to: '' },
  { name: 'no timeout', from: 'setTimeout(stop,', to: 'setTimeout(() => {},' },
  { name: 'abort reports and sends', from: 'controller.abort();', to: '' },
  { name: 'abort does nothing', from: "abort: () => stop('abort')", to: 'abort: () => {}' },
  { name: 'requestTask starts at once', from: 'await null;\n    return start(signal);', to: 'return start(signal);' },
  {
    name: 'the options are read late',
    from: 'const { url, ...init } = messageOf(options);',
    to: 'await null; const { url, ...init } = messageOf(options);',
  },
  {
    name: 'dataType is read late',
    from: 'const { dataType, responseType } = Object(how);',
    to: 'await null; const { dataType, responseType } = Object(how);',
  },
  { name: 'exchange throws', from: 'exchange = async (', to: 'exchange = (' },
  { name: 'the content type of an upload is kept', from: "delete headers['content-type'];", to: '' },
  {
    name: 'the file before the fields',
    from: 'for (const field of fields) body.append(...field);\n      body.append(name, file);',
    to: 'body.append(name, file);\n      for (const field of fields) body.append(...field);',
  },
  { name: 'the name of a file is lost', from: 'if (blob instanceof File) return blob;', to: '' },
  { name: 'an upload is always parsed', from: "how = { dataType: 'text' }", to: 'how = {}' },
  { name: 'a 404 is uploaded', from: 'if (!response.ok)', to: 'if (false)' },
  { name: 'downloads are forgotten', from: 'temporaryFiles.set(temporary, file);', to: '' },
  { name: 'progress with fractions', from: 'Math.floor(', to: '(' },
  { name: 'progress is Infinity', from: 'if (done > total || !total)', to: 'if (false)' },
  { name: 'no 100 at the end', from: 'if (percent < 100) tell(100, counted);', to: '' },
  { name: 'two times 100', from: 'if (percent < 100) tell(100, counted);', to: 'tell(100, counted);' },
  { name: 'an upload in chunks', from: ", 'content-length': blob.size", to: '' },
  { name: 'the global listeners hear all sockets', from: 'if (isCurrent) call(', to: 'call(' },
  { name: 'the old socket stays', from: "previous?.close(1000, '');", to: '' },
  { name: 'the old socket stays current', from: 'current = connection;', to: 'current = current || connection;' },
  { name: 'bytes arrive as they like', from: "socket.binaryType = 'arraybuffer';", to: '' },
  { name: 'the refused code is forgotten', from: 'refused = { code, reason };', to: '' },
  { name: 'a refused code is an exception', from: 'socket.close(1000, reason);', to: 'throw new Error("refused");' },
  { name: 'two closes', from: 'if (isOver) return;', to: '' },
  { name: 'an error and no close', from: "if (!isOpened) setTimeout(end, 50, { code: 1006, reason: '' });", to: '' },
  { name: 'a socket connects for ever', from: "fail({ message: 'timeout' });", to: '' },
  {
    name: 'sending on a closed socket succeeds',
    from: 'states.includes(connection.state())',
    to: 'true',
  },
  {
    name: 'any data is sent',
    from: "if (typeof data !== 'string' && !(data instanceof ArrayBuffer))",
    to: 'if (false)',
  },
  { name: 'a reason is measured in characters', from: 'unescape(encodeURIComponent(text)).length', to: 'text.length' },
  { name: 'a code that is no number closes', from: 'if (isNaN(number))', to: 'if (false)' },
  { name: 'no default code', from: 'code ?? 1000', to: 'code' },
  { name: 'empty protocols are sent', from: '.filter(Boolean)', to: '' },
  { name: 'protocolsArray is ignored', from: 'protocolsArray ?? protocols', to: 'protocols' },
  {
    name: 'the first global listener wins',
    from: 'globalListeners[kind] = listener;',
    to: 'globalListeners[kind] = globalListeners[kind] || listener;',
  },
  {
    name: 'the last own listener runs first',
    from: 'listeners.push([kind, listener])',
    to: 'listeners.unshift([kind, listener])',
  },
  {
    name: 'a status is a rejection',
    from: "  responseType: 'arraybuffer',\n",
    to: "  responseType: 'arraybuffer',\n  validateStatus: (status) => status < 300,\n",
    target: 'axios',
  },
  { name: 'axios parses', from: "  responseType: 'arraybuffer',\n", to: '', target: 'axios' },
  {
    name: 'axios chooses a content type',
    from: 'if (data == null) headers.setContentType(false, false);',
    to: '',
    target: 'axios',
  },
  { name: 'cookies as a list', from: '.toJSON(true)', to: '.toJSON()', target: 'axios' },
];

let server: TestServer;
let sockets: SocketServer;
beforeAll(async () => {
  [server, sockets] = await Promise.all([startServer(), startSocketServer()]);
});
afterAll(() => Promise.all([server.close(), sockets.close()]));

let loads = 0;
const surroundings: Record<string, object> = {};
Object.assign(globalThis, { surroundings });

/** A copy of the shim with a console and timers of its own, so that many can be walked through at once. */
async function walkThrough(target: 'fetch' | 'axios', text: string): Promise<void> {
  const shown: unknown[] = [];
  const timers = new Set<unknown>();
  const name = `planted ${(loads += 1)}`;
  surroundings[name] = {
    console: { error: (value: unknown) => shown.push(value) },
    setTimeout(work: (...values: unknown[]) => void, time: number, ...values: unknown[]) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        work(...values);
      }, time);
      timers.add(timer);
      return timer;
    },
    clearTimeout(timer: NodeJS.Timeout) {
      timers.delete(timer);
      clearTimeout(timer);
    },
  };
  const lead = `const { console, setTimeout, clearTimeout } = globalThis.surroundings['${name}'];\n`;
  const shim = await loadShim<FetchShim>(lead + text);
  const { http } = shim as unknown as AxiosShim;
  const start = (url: string) => async (signal: AbortSignal) =>
    (await (target === 'fetch' ? fetch(url, { signal }) : http.get(url, { signal }))) as never;
  await walk(shim, { start, server, sockets, shown, timers });
}

describe('without a fault the walk passes', () => {
  it.each(['fetch', 'axios'] as const)('%s', (target) => walkThrough(target, shimText(target, { timeouts: times })));
});

describe('caught', () => {
  // What a fault leaves behind is not the test's to report.
  const ignore = (): void => {};
  beforeAll(() => void process.on('unhandledRejection', ignore));
  afterAll(() => void process.off('unhandledRejection', ignore));
  // In the same crowd a shim without a fault must pass: what is caught is the fault and not the load.
  it.concurrent.each([1, 2, 3, 4])('but not what has none (%i)', () =>
    walkThrough('fetch', shimText('fetch', { timeouts: times })),
  );
  it.concurrent.each(faults)('$name', async ({ from, to, target = 'fetch' }: Fault) => {
    const whole = shimText(target, { timeouts: times });
    expect(whole).toContain(from);
    await expect(walkThrough(target, whole.split(from).join(to))).rejects.toThrow();
  });
});
