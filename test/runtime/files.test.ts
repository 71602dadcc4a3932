// The rulings U1 to U4 and D1 and the traps and faults of web runtimes that concern files, each by name, for both web
// targets: the linked shim in Node, against a real server that reads multipart with busboy.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadShim, shimText, type FetchShim } from './linked-shim.ts';
import { partsOf } from './multipart.ts';
import { echo, findDeadUrl, reply, startServer, type Handler, type TestServer } from './server.ts';
import { settled, trace } from './trace.ts';

interface Progress {
  progress: number;
  done: number;
  total: number;
}

let server: TestServer;
const folder = mkdtempSync(path.join(tmpdir(), 'cygnet-files-'));
const textFile = path.join(folder, '天鹅 one.txt');
beforeAll(async () => {
  server = await startServer();
  writeFileSync(textFile, 'content');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

const unhandled: unknown[] = [];
const remember = (reason: unknown): void => void unhandled.push(reason);
beforeAll(() => void process.on('unhandledRejection', remember));
afterAll(() => void process.off('unhandledRejection', remember));
afterEach(async () => {
  vi.restoreAllMocks();
  await settled();
  expect(unhandled).toEqual([]);
});

/** Progress is told in whole percent, does not fall, and ends with the one 100. */
function expectProgress(events: readonly Progress[]): void {
  expect(events.length).toBeGreaterThan(0);
  let last = 0;
  for (const { progress, done, total } of events) {
    for (const value of [progress, done, total]) expect(Number.isInteger(value)).toBe(true);
    expect(progress).toBeGreaterThanOrEqual(last);
    expect(progress).toBeLessThanOrEqual(100);
    last = progress;
  }
  expect(events.filter(({ progress }) => progress === 100)).toHaveLength(1);
  expect(events.at(-1)?.progress).toBe(100);
}

describe.each(['fetch', 'axios'] as const)('%s', (target) => {
  let shim: FetchShim;
  let quick: FetchShim;
  beforeAll(async () => {
    shim = await loadShim<FetchShim>(shimText(target));
    quick = await loadShim<FetchShim>(shimText(target, { timeouts: { uploadFile: 60, downloadFile: 60 } }));
  });

  type Ending = { order: string[]; value: unknown; progress: Progress[] };

  async function upload(
    options: object,
    how: { dataType?: 'json'; listens?: boolean; with?: FetchShim } = {},
  ): Promise<Ending> {
    const seen = trace();
    const progress: Progress[] = [];
    const { with: way = shim, dataType } = how;
    const call = how.listens ? way.uploadFileWithProgress : way.uploadFile;
    const all = {
      filePath: textFile,
      name: 'file',
      ...options,
      success: seen.success,
      fail: seen.fail,
      complete: seen.complete,
    };
    const task = call(all as Parameters<typeof call>[0], dataType && { dataType });
    if (how.listens) {
      task.onProgressUpdate((event) =>
        progress.push({ progress: event.progress, done: event.totalBytesSent, total: event.totalBytesExpectedToSend }),
      );
    }
    expect(seen.order).toEqual([]);
    await seen.done;
    expect(seen.values[1]).toBe(seen.values[0]);
    return { order: seen.order, value: seen.values[0], progress };
  }

  async function uploadedParts(options: object, how?: Parameters<typeof upload>[1]) {
    const url = server.route(reply('ok'));
    const { order } = await upload({ url, ...options }, how);
    expect(order).toEqual(['success', 'complete']);
    return partsOf(server.received(url)[0]!);
  }

  async function download(options: object, with_ = shim): Promise<Ending> {
    const seen = trace();
    const progress: Progress[] = [];
    const task = with_.downloadFile({
      ...(options as { url: string }),
      success: seen.success,
      fail: seen.fail,
      complete: seen.complete,
    });
    task.onProgressUpdate((event) =>
      progress.push({
        progress: event.progress,
        done: event.totalBytesWritten,
        total: event.totalBytesExpectedToWrite,
      }),
    );
    expect(seen.order).toEqual([]);
    await seen.done;
    expect(seen.values[1]).toBe(seen.values[0]);
    return { order: seen.order, value: seen.values[0], progress };
  }

  async function downloaded(handler: Handler, options: object = {}) {
    const { order, value, progress } = await download({ url: server.route(handler), ...options });
    expect(order).toEqual(['success', 'complete']);
    return { ...(value as { tempFilePath: string; filePath?: string; statusCode: number }), progress };
  }

  const ways = [
    ['uploadFile', false],
    ['uploadFileWithProgress', true],
  ] as const;

  describe.each(ways)('U1 %s', (_name, listens) => {
    it('is a POST with the fields first and then the file', async () => {
      const url = server.route(reply('ok'));
      await upload({ url, name: 'myfile', formData: { b: 1, a: 'ä' } }, { listens });
      const got = server.received(url)[0]!;
      expect(got.method).toBe('POST');
      expect(got.headers['content-type']).toMatch(/^multipart\/form-data; ?boundary=/);
      expect(await partsOf(got)).toEqual([
        { name: 'b', value: '1' },
        { name: 'a', value: 'ä' },
        {
          name: 'myfile',
          value: 'content',
          filename: '天鹅 one.txt',
          type: 'application/octet-stream',
          bytes: Buffer.from('content'),
        },
      ]);
    });
    it('is sent with its length, not in chunks', async () => {
      const url = server.route(reply('ok'));
      await upload({ url, filePath: new Blob(['x'.repeat(200_000)]) }, { listens });
      const { headers, bytes } = server.received(url)[0]!;
      if (target === 'fetch' || !listens) expect(headers['transfer-encoding']).toBeUndefined();
      if (headers['content-length']) expect(Number(headers['content-length'])).toBe(bytes.length);
    });
    it('drops a content type of the program and keeps its other fields', async () => {
      const url = server.route(reply('ok'));
      await upload({ url, header: { 'Content-Type': 'application/json', 'X-Own': 1, Referer: 'x' } }, { listens });
      const got = server.received(url)[0]!;
      expect(got.headers['content-type']).toMatch(/^multipart\/form-data/);
      expect(got.headers).toMatchObject({ 'x-own': '1' });
      expect(got.headers).not.toHaveProperty('referer');
      expect((await partsOf(got)).map(({ name }) => name)).toEqual(['file']);
    });
    it('keeps name and MIME type of a File', async () => {
      const filePath = new File([new Uint8Array([0, 255])], '图 1.png', { type: 'image/png' });
      expect(await uploadedParts({ filePath }, { listens })).toEqual([
        expect.objectContaining({ filename: '图 1.png', type: 'image/png', bytes: Buffer.from([0, 255]) }),
      ]);
    });
    it('formData has the shape of JSON', async () => {
      const formData = { gone: undefined, nil: null, yes: true, list: [1], nested: { a: 1 }, date: new Date(0) };
      expect((await uploadedParts({ formData }, { listens })).slice(0, -1)).toEqual([
        { name: 'nil', value: 'null' },
        { name: 'yes', value: 'true' },
        { name: 'list', value: '[1]' },
        { name: 'nested', value: '{"a":1}' },
        { name: 'date', value: '1970-01-01T00:00:00.000Z' },
      ]);
    });
    it('25 MB arrive whole', async () => {
      const bytes = Buffer.alloc(25 * 1024 * 1024, 'swan');
      const [part] = await uploadedParts({ filePath: new File([bytes], 'big.bin') }, { listens });
      expect(part?.bytes?.equals(bytes)).toBe(true);
    });
    it('abort in the same tick sends nothing', async () => {
      const url = server.route(reply('ok'));
      const seen = trace();
      const task = (listens ? shim.uploadFileWithProgress : shim.uploadFile)({
        url,
        filePath: textFile,
        name: 'f',
        ...seen,
      });
      if (listens) task.onProgressUpdate(() => seen.order.push('progress'));
      task.abort();
      await seen.done;
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(seen.order).toEqual(['fail', 'complete']);
      expect(seen.values[0]).toEqual({ errCode: 1001, errMsg: 'uploadFile:fail abort' });
      expect(server.received(url)).toEqual([]);
    });
    it('abort while the server waits', async () => {
      const seen = trace();
      let closed!: () => void;
      const isClosed = new Promise<void>((resolve) => (closed = resolve));
      const url = server.route((response) => {
        response.on('close', closed);
        task.abort();
      });
      const task = (listens ? shim.uploadFileWithProgress : shim.uploadFile)({
        url,
        filePath: textFile,
        name: 'f',
        ...seen,
      });
      if (listens) task.onProgressUpdate(() => {});
      await seen.done;
      await isClosed;
      expect(seen.values[0]).toEqual({ errCode: 1001, errMsg: 'uploadFile:fail abort' });
    });
    it('R16 the timeout', async () => {
      const { value } = await upload({ url: server.route(() => {}) }, { listens, with: quick });
      expect(value).toEqual({ errCode: 1001, errMsg: 'uploadFile:fail timeout' });
    });
    it('fails when nobody answers', async () => {
      expect((await upload({ url: await findDeadUrl() }, { listens })).value).toMatchObject({ errCode: 1001 });
    });
    it.each([404, 500])('R1 %i is a success', async (status) => {
      const { order, value } = await upload({ url: server.route(reply('no', status)) }, { listens });
      expect(order).toEqual(['success', 'complete']);
      expect(value).toEqual({ data: 'no', statusCode: status });
    });
    it('R10 header values outside Latin-1', async () => {
      const url = server.route(reply('ok'));
      await upload({ url, header: { 'x-name': '天鹅' } }, { listens });
      expect(Buffer.from(String(server.received(url)[0]?.headers['x-name']), 'latin1').toString()).toBe('天鹅');
    });
  });

  describe('R15 bad parameters of uploadFile', () => {
    it.each([
      ['url', { url: undefined }],
      ['url', { url: 5 }],
      ['filePath', { filePath: undefined }],
      ['filePath', { filePath: '' }],
      ['filePath', { filePath: {} }],
      ['name', { name: undefined }],
      ['name', { name: 3 }],
    ])('%s: %j', async (parameter, options) => {
      const { order, value } = await upload({ url: server.origin, ...options });
      expect(order).toEqual(['fail', 'complete']);
      expect(value).toEqual({
        errCode: 202,
        errMsg: expect.stringMatching(new RegExp(`^uploadFile:fail ${parameter} `)) as string,
      });
    });
    it('a callback that is no function', async () => {
      const seen = trace();
      const options = {
        url: server.origin,
        filePath: textFile,
        name: 'f',
        success: 5,
        fail: seen.fail,
        complete: seen.complete,
      };
      shim.uploadFile(options as unknown as Parameters<FetchShim['uploadFile']>[0]);
      await seen.done;
      expect(seen.values[0]).toEqual({
        errCode: 202,
        errMsg: expect.stringMatching(/^uploadFile:fail success /) as string,
      });
    });
    it('formData that JSON refuses', async () => {
      const cycle: Record<string, unknown> = {};
      cycle.self = cycle;
      expect((await upload({ url: server.origin, formData: cycle })).value).toMatchObject({
        errCode: 202,
        errMsg: expect.stringContaining('formData') as string,
      });
    });
    it.each([undefined, null, 5, 'text'])('options %s', async (options) => {
      const task = shim.uploadFile(options as unknown as Parameters<FetchShim['uploadFile']>[0]);
      expect(Object.keys(task).sort()).toEqual(['abort', 'onProgressUpdate']);
      await settled();
    });
    it.each(['/no/such/file', 'blob:nodedata:none', 'data:nothing', 'no-scheme://x/y'])(
      'an unknown filePath: %s',
      async (filePath) => {
        const { order, value } = await upload({ url: server.origin, filePath });
        expect(order).toEqual(['fail', 'complete']);
        expect(value).toEqual({
          errCode: 1001,
          errMsg: expect.stringMatching(/^uploadFile:fail filePath: \S/) as string,
        });
      },
    );
    it('a filePath whose server says 404', async () => {
      const { value } = await upload({ url: server.origin, filePath: server.route(reply('', 404)) });
      expect(value).toMatchObject({ errCode: 1001, errMsg: expect.stringContaining('filePath') as string });
    });
  });

  describe('U2 the result', () => {
    it('is data and statusCode', async () => {
      expect((await upload({ url: server.route(reply('{"a":1}')) })).value).toEqual({
        data: '{"a":1}',
        statusCode: 200,
      });
    });
    it('parsed where asked for and JSON', async () => {
      expect((await upload({ url: server.route(reply('{"a":1}')) }, { dataType: 'json' })).value).toEqual({
        data: { a: 1 },
        statusCode: 200,
      });
    });
    it('text where asked for and no JSON', async () => {
      expect((await upload({ url: server.route(reply('{"a":')) }, { dataType: 'json' })).value).toEqual({
        data: '{"a":',
        statusCode: 200,
      });
    });
    it('dataType in the options has no effect', async () => {
      expect(
        (await upload({ url: server.route(reply('{}')), dataType: 'json', responseType: 'arraybuffer' })).value,
      ).toEqual({ data: '{}', statusCode: 200 });
    });
    it('R13 charset and BOM', async () => {
      const handler = reply(Buffer.from([0xcc, 0xec]), 200, { 'content-type': 'text/plain; charset=gbk' });
      expect((await upload({ url: server.route(handler) })).value).toMatchObject({ data: '天' });
      expect((await upload({ url: server.route(reply('\ufeff{"a":1}')) }, { dataType: 'json' })).value).toMatchObject({
        data: { a: 1 },
      });
    });
  });

  describe('U3 filePath', () => {
    it('a blob: url keeps its type', async () => {
      const filePath = URL.createObjectURL(new Blob(['x'], { type: 'image/png' }));
      expect(await uploadedParts({ filePath })).toEqual([
        expect.objectContaining({ value: 'x', filename: 'file.png', type: 'image/png' }),
      ]);
    });
    it('a data: url', async () => {
      expect(await uploadedParts({ filePath: 'data:text/plain;base64,YWJj' })).toEqual([
        expect.objectContaining({ value: 'abc', type: 'text/plain' }),
      ]);
    });
    it('an http: url', async () => {
      const filePath = server.route(reply('picture', 200, { 'content-type': 'image/jpeg' }), {
        path: `/${target}/photo.jpg`,
      });
      expect(await uploadedParts({ filePath: `${filePath}?size=1#x` })).toEqual([
        expect.objectContaining({ value: 'picture', filename: 'photo.jpg', type: 'image/jpeg' }),
      ]);
    });
    it('a Blob', async () => {
      expect(await uploadedParts({ filePath: new Blob(['x'], { type: 'image/gif' }) })).toEqual([
        expect.objectContaining({ value: 'x', filename: 'file.gif', type: 'image/gif' }),
      ]);
    });
    it('what downloads left is let go when the program says so, the oldest first', async () => {
      const own = await loadShim<FetchShim>(shimText(target), 'a map of its own');
      const paths: string[] = [];
      for (const text of ['one', 'two', 'three']) {
        const seen = trace();
        own.downloadFile({ url: server.route(reply(text)), ...seen });
        await seen.done;
        paths.push((seen.values[0] as { tempFilePath: string }).tempFilePath);
      }
      own.forgetDownloads(5);
      expect(await (await fetch(paths[0] ?? '')).text()).toBe('one');
      own.forgetDownloads(1);
      await expect(fetch(paths[0] ?? '')).rejects.toThrow();
      await expect(fetch(paths[1] ?? '')).rejects.toThrow();
      expect((await upload({ url: server.route(echo), filePath: paths[2] }, { with: own })).order).toEqual([
        'success',
        'complete',
      ]);
      own.forgetDownloads();
      const { value } = await upload({ url: server.route(echo), filePath: paths[2] }, { with: own });
      expect(value).toMatchObject({ errMsg: expect.stringMatching(/^uploadFile:fail filePath: /) as string });
    });
    it('what downloadFile returned, with name and type', async () => {
      const url = server.route(reply('picture', 200, { 'content-type': 'image/png' }), {
        path: `/${target}/a/swan.png`,
      });
      const { value } = await download({ url });
      const { tempFilePath } = value as { tempFilePath: string };
      const expected = [expect.objectContaining({ value: 'picture', filename: 'swan.png', type: 'image/png' })];
      expect(await uploadedParts({ filePath: tempFilePath })).toEqual(expected);
      expect(await uploadedParts({ filePath: tempFilePath })).toEqual(expected);
    });
  });

  describe('U4 upload progress', () => {
    it('integers that do not fall, and one 100 at the end', async () => {
      const url = server.route(
        (response, _received, request) => {
          // A reader that is slow to drain makes more than one event.
          request.pause();
          setTimeout(() => request.resume(), 30);
          request.on('end', () => response.end('ok'));
        },
        { isEarly: true },
      );
      const { order, progress } = await upload(
        { url, filePath: new Blob([Buffer.alloc(4_000_000)]) },
        { listens: true },
      );
      expect(order).toEqual(['success', 'complete']);
      expectProgress(progress);
      expect(progress.length).toBeGreaterThan(1);
      const last = progress.at(-1);
      expect(last?.done).toBe(last?.total);
      expect(last?.total).toBeGreaterThan(4_000_000);
    });
    it('an empty file', async () => {
      expectProgress(
        (await upload({ url: server.route(reply('ok')), filePath: new Blob([]) }, { listens: true })).progress,
      );
    });
    it('comes before success', async () => {
      const seen = trace();
      const task = shim.uploadFileWithProgress({
        url: server.route(reply('ok')),
        filePath: textFile,
        name: 'f',
        ...seen,
      });
      task.onProgressUpdate(({ progress }) => progress === 100 && seen.order.push('100'));
      await seen.done;
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(seen.order).toEqual(['100', 'success', 'complete']);
    });
    it('listeners add up, one that throws stops nothing, no function is passed over', async () => {
      const shown = vi.spyOn(console, 'error').mockImplementation(() => {});
      const heard: string[] = [];
      const seen = trace();
      const { onProgressUpdate } = shim.uploadFileWithProgress({
        url: server.route(reply('ok')),
        filePath: textFile,
        name: 'f',
        ...seen,
      });
      onProgressUpdate(() => {
        throw new Error('mine');
      });
      onProgressUpdate(undefined);
      onProgressUpdate(5 as unknown as undefined);
      onProgressUpdate(() => heard.push('second'));
      await seen.done;
      expect(seen.order).toEqual(['success', 'complete']);
      expect(heard.length).toBeGreaterThan(0);
      expect(shown).toHaveBeenCalled();
    });
    it('none after an abort', async () => {
      const seen = trace();
      let isAborted = false;
      const url = server.route((_response, _received, request) => void request.resume(), { isEarly: true });
      const task = shim.uploadFileWithProgress({
        url,
        filePath: new Blob([Buffer.alloc(8_000_000)]),
        name: 'f',
        ...seen,
      });
      task.onProgressUpdate(() => {
        if (isAborted) seen.order.push('late');
        isAborted = true;
        task.abort();
      });
      await seen.done;
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(seen.order).toEqual(['fail', 'complete']);
    });
    it('onProgressUpdate of plain uploadFile does no harm', async () => {
      const seen = trace();
      shim
        .uploadFile({ url: server.route(reply('ok')), filePath: textFile, name: 'f', ...seen })
        .onProgressUpdate(() => {});
      await seen.done;
      expect(seen.order).toEqual(['success', 'complete']);
    });
  });

  describe('D1 download', () => {
    it('is a GET whose file can be read again and again', async () => {
      const url = server.route(reply('content', 200, { 'content-type': 'text/plain' }));
      const { value } = await download({ url, header: { 'X-Own': 1, Referer: 'x' } });
      const { tempFilePath, ...rest } = value as { tempFilePath: string; statusCode: number };
      expect(rest).toEqual({ statusCode: 200 });
      expect(server.received(url)[0]).toMatchObject({ method: 'GET', text: '', headers: { 'x-own': '1' } });
      expect(server.received(url)[0]?.headers).not.toHaveProperty('referer');
      for (let times = 0; times < 2; times += 1) {
        const file = await fetch(tempFilePath);
        expect(await file.text()).toBe('content');
        expect(file.headers.get('content-type')).toBe('text/plain');
      }
    });
    it.each([404, 500])('R1 %i is a success', async (status) => {
      const { statusCode, tempFilePath } = await downloaded(reply('no', status));
      expect(statusCode).toBe(status);
      expect(await (await fetch(tempFilePath)).text()).toBe('no');
    });
    it('204 is an empty file', async () => {
      const { tempFilePath, progress } = await downloaded(reply('', 204));
      expect(await (await fetch(tempFilePath)).text()).toBe('');
      expectProgress(progress);
    });
    it('bytes are left alone', async () => {
      const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
      const { tempFilePath } = await downloaded(reply(bytes, 200, { 'content-type': 'text/plain; charset=gbk' }));
      expect(Buffer.from(await (await fetch(tempFilePath)).arrayBuffer()).equals(bytes)).toBe(true);
    });
    it('filePath of later documents: given back, and an upload finds the file there', async () => {
      const filePath = `bdfile://usr/${target}.txt`;
      const result = await downloaded(reply('kept', 200, { 'content-type': 'text/plain' }), { filePath });
      expect(result.filePath).toBe(filePath);
      expect(await uploadedParts({ filePath })).toEqual([expect.objectContaining({ value: 'kept' })]);
    });
    it.each([
      [undefined, 202],
      ['', 202],
      [7, 202],
    ])('R15 url %s', async (url, errCode) => {
      const { order, value } = await download({ url });
      expect(order).toEqual(['fail', 'complete']);
      expect(value).toEqual({ errCode, errMsg: expect.stringMatching(/^downloadFile:fail url /) as string });
    });
    it('fails when the connection is cut', async () => {
      const url = server.route((response) => {
        response.writeHead(200, { 'content-length': 1000 });
        response.write('half');
        setTimeout(() => response.destroy(), 20);
      });
      const { order, value, progress } = await download({ url });
      expect(order).toEqual(['fail', 'complete']);
      expect(value).toMatchObject({ errCode: 1001, errMsg: expect.stringMatching(/^downloadFile:fail \S/) as string });
      expect(progress.every((event) => event.progress < 100)).toBe(true);
    });
    it('R16 the timeout covers the body', async () => {
      const url = server.route((response) => {
        const drip = setInterval(() => response.write('b'), 10);
        response.on('close', () => clearInterval(drip));
      });
      expect((await download({ url }, quick)).value).toEqual({ errCode: 1001, errMsg: 'downloadFile:fail timeout' });
    });
    it('R17 abort at once sends nothing, abort in the body counts', async () => {
      const url = server.route(echo);
      const seen = trace();
      shim.downloadFile({ url, ...seen }).abort();
      await seen.done;
      await new Promise((resolve) => setTimeout(resolve, 40));
      expect(server.received(url)).toEqual([]);
      const second = trace();
      const task = shim.downloadFile({
        url: server.route((response) => {
          response.write('half');
          setTimeout(() => task.abort(), 30);
        }),
        ...second,
      });
      await second.done;
      expect(second.values[0]).toEqual({ errCode: 1001, errMsg: 'downloadFile:fail abort' });
    });
  });

  describe('U4 download progress', () => {
    it('a known length', async () => {
      const { progress } = await downloaded((response) => {
        response.writeHead(200, { 'content-length': 3000 });
        response.write(Buffer.alloc(1000));
        setTimeout(() => response.write(Buffer.alloc(1000)), 40);
        setTimeout(() => response.end(Buffer.alloc(1000)), 800);
      });
      expectProgress(progress);
      expect(progress.at(-1)).toEqual({ progress: 100, done: 3000, total: 3000 });
      expect(progress.some((event) => event.progress < 100 && event.total === 3000)).toBe(true);
    });
    it('an unknown length: 0, and one 100 at the end', async () => {
      const { progress } = await downloaded((response) => {
        response.write(Buffer.alloc(1000));
        setTimeout(() => response.end(Buffer.alloc(1000)), 500);
      });
      expectProgress(progress);
      expect(progress.slice(0, -1).every((event) => event.progress === 0 && event.total === 0)).toBe(true);
      expect(progress.at(-1)).toEqual({ progress: 100, done: 2000, total: 2000 });
    });
    it('gzip: never Infinity, never over 100', async () => {
      const packed = zlib.gzipSync(Buffer.alloc(200_000));
      const { progress, tempFilePath } = await downloaded(
        reply(packed, 200, { 'content-encoding': 'gzip', 'content-length': packed.length }),
      );
      expectProgress(progress);
      expect((await (await fetch(tempFilePath)).arrayBuffer()).byteLength).toBe(200_000);
    });
    it('nothing is downloaded', async () => {
      expectProgress((await downloaded(reply(''))).progress);
    });
  });
});
