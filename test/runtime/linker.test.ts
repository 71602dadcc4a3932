// What the linker makes: one readable file that holds what was asked for and loads as what it says it is.
// What the functions in it do is tested elsewhere.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from '@babel/parser';
import prettier from 'prettier';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { linkShim, readShimHeader, shimExports, shimTypes, type ShimRequest } from '../../src/shim/shim.ts';
import { loadShim, requireShim, shimText, type FetchShim } from './linked-shim.ts';
import { sharingTypes } from './shared-types.ts';

const root = path.join(import.meta.dirname, '../..');
const targets = ['fetch', 'axios', 'wx'] as const;
const link = (request: Partial<ShimRequest>): string =>
  linkShim({ target: 'fetch', names: ['request'], module: 'esm', typescript: false, ...request });

/** Declared at the top level. */
function declaredIn(text: string): string[] {
  const { statements } = ts.createSourceFile('shim.js', text, ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => (name as ts.Identifier).text);
    return ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) ? [statement.name?.text ?? ''] : [];
  });
}

describe.each(targets)('%s', (target) => {
  it('exports exactly the names that were asked for', async () => {
    for (const name of shimExports(target)) {
      expect(Object.keys(await loadShim<object>(link({ target, names: [name] })))).toEqual([name]);
    }
  });
  it('as CommonJS too, seen by the lexer that Node uses for imports', async () => {
    const text = shimText(target, { module: 'cjs' });
    expect(text).toContain("'use strict';");
    expect(text).not.toMatch(/^(import|export) /m);
    expect(Object.keys(requireShim<object>(text)).sort()).toEqual(shimExports(target));
    for (const name of shimExports(target)) expect(text).toContain(`\nexports.${name} = ${name};`);
  });
  it('parses as ES2020, and is formatted', async () => {
    for (const typescript of [false, true]) {
      const text = shimText(target, { typescript });
      const style = {
        ...(await prettier.resolveConfig(import.meta.filename)),
        parser: typescript ? 'typescript' : 'babel',
      };
      expect(await prettier.format(text, style)).toBe(text);
    }
    const text = shimText(target);
    parse(text, { sourceType: 'module' });
    expect(text).not.toMatch(/\?\?=|\|\|=|&&=|\.at\(|replaceAll|structuredClone/);
  });
  it('declares nothing twice and nothing that nobody needs', () => {
    for (const name of shimExports(target)) {
      const text = link({ target, names: [name] });
      const declared = declaredIn(text);
      expect(new Set(declared).size).toBe(declared.length);
      for (const own of declared) {
        const uses = [...text.matchAll(new RegExp(`(?<![\\w$]|[^.][.])${own}(?![\\w$])`, 'g'))].length;
        expect(`${name}: ${own} ${uses > 1 ? 'is used' : 'is not used'}`).toBe(`${name}: ${own} is used`);
      }
    }
  });
  it('needs nothing but axios, and that only on axios', () => {
    const imports = [...shimText(target).matchAll(/from '([^']+)'|require\('([^']+)'\)/g)].map(([, from]) => from);
    expect(imports).toEqual(target === 'axios' ? ['axios'] : []);
  });
  it('its header can be read back', () => {
    const request: ShimRequest = {
      target,
      names: shimExports(target).slice(0, 2),
      module: 'cjs',
      typescript: false,
      timeouts: { request: 5000 },
      sockets: 'many',
    };
    expect(readShimHeader(linkShim(request))).toEqual(request);
    expect(readShimHeader(linkShim(request).replaceAll('\n', '\r\n'))).toEqual(request);
  });
});

describe('settings', () => {
  it('timeouts, the given ones where they are times', () => {
    expect(link({})).toContain('const timeouts = { other: 60000 };');
    expect(link({ timeouts: { request: 5000, uploadFile: 1 } })).toContain(
      'const timeouts = { request: 5000, uploadFile: 1, other: 60000 };',
    );
    expect(link({ timeouts: { request: -1 } })).toContain('{ other: 60000 }');
    expect(link({ timeouts: { request: NaN } })).toContain('{ other: 60000 }');
    expect(link({ timeouts: { nothing: 5 } as object })).toContain('{ other: 60000 }');
  });
  it('timeouts in TypeScript: the value, and the type as it is', () => {
    const text = link({ timeouts: { request: 5000 }, typescript: true });
    expect(text).toContain('const timeouts: Timeouts = { request: 5000, other: 60000 };');
    expect(text).toContain('readonly [api: string]: number | undefined;');
  });
  it('timeouts that need more than a line have a line each', async () => {
    const many = { request: 1234567890, uploadFile: 1234567890, downloadFile: 1234567890, connectSocket: 1234567890 };
    for (const typescript of [false, true]) {
      const text = link({ timeouts: many, typescript });
      const style = { ...(await prettier.resolveConfig(import.meta.filename)), parser: 'typescript' };
      expect(await prettier.format(text, style)).toBe(text);
      expect(text).toContain('request: 1234567890');
    }
  });
  it.each([false, true])('sockets (typescript: %s)', (typescript) => {
    const one = link({ names: ['connectSocket'], typescript });
    const many = link({ names: ['connectSocket'], sockets: 'many', typescript });
    expect(one).toContain("previous?.close(1000, '');");
    expect(many).not.toContain('previous');
    expect(many).toContain(' => {\n  current = connection;\n};');
  });
  it('the same request gives the same text, in any order of names', () => {
    expect(link({ names: ['send', 'request', 'send'] })).toBe(link({ names: ['request', 'send'] }));
  });
  it('an unknown name or target is an error', () => {
    expect(() => link({ names: ['none'] })).toThrow('none');
    expect(() => link({ target: 'none' as 'fetch' })).toThrow('none');
  });
  it('no names give an empty module', async () => {
    expect(Object.keys(await loadShim<object>(link({ names: [] })))).toEqual([]);
  });
  it('sockets and files alone do not bring requests', () => {
    expect(declaredIn(link({ names: ['connectSocket'] }))).not.toContain('fetchResult');
    expect(link({ names: ['connectSocket'] })).not.toMatch(/\bfetch\(/);
    expect(link({ names: ['request'] })).not.toMatch(/WebSocket|FormData|XMLHttpRequest/);
    expect(link({ names: ['uploadFile'] })).not.toMatch(/XMLHttpRequest/);
  });
});

describe('the header', () => {
  it.each([
    '',
    'const a = 1;',
    '// @cygnet-shim',
    '// @cygnet-shim {',
    '// @cygnet-shim {"target":"none"}',
    '// @cygnet-shim []',
    '// @cygnet-shim null',
  ])('of a foreign file is none: %j', (text) => {
    expect(readShimHeader(text)).toBeUndefined();
  });
});

describe('TypeScript', () => {
  /** Compiles programs next to the linked shim, strictly, and gives what the compiler says. */
  function compile(target: ShimRequest['target'], program: string, options: ts.CompilerOptions = {}): string[] {
    const folder = mkdtempSync(path.join(root, 'node_modules/.cache/shim-types-'));
    try {
      writeFileSync(
        path.join(folder, 'shim.ts'),
        shimText(target, { typescript: true, names: [...shimExports(target), ...shimTypes(target)] }),
      );
      writeFileSync(path.join(folder, 'program.ts'), program);
      const all: ts.CompilerOptions = {
        strict: true,
        noEmit: true,
        target: ts.ScriptTarget.ES2020,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        lib: ['lib.es2020.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
        types: target === 'wx' ? ['miniprogram-api-typings'] : [],
        skipLibCheck: true,
        isolatedModules: true,
        verbatimModuleSyntax: true,
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: true,
        noUnusedLocals: true,
        noUnusedParameters: true,
        typeRoots: [path.join(root, 'node_modules/@types'), path.join(root, 'node_modules')],
        ...options,
      };
      const made = ts.createProgram([path.join(folder, 'program.ts')], all, sharingTypes(all));
      return ts.getPreEmitDiagnostics(made).map((fault) => {
        const { line = 0 } =
          fault.file && fault.start !== undefined ? fault.file.getLineAndCharacterOfPosition(fault.start) : {};
        return `${path.basename(fault.file?.fileName ?? '')}:${line + 1} ${ts.flattenDiagnosticMessageText(fault.messageText, ' ')}`;
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  const program = (send: string): string => `
    import { request, send, requestTask, exchange, uploadFile, uploadFileWithProgress, downloadFile, connectSocket,
      onSocketOpen, onSocketMessage, onSocketError, onSocketClose, sendSocketMessage, closeSocket, requireUrl, query, payload,
      type RequestTask, type UploadTask, type DownloadTask, type SocketTask, type RequestOptions } from './shim';
    interface User { name: string }
    interface DataResponse { data: string | ArrayBuffer; header: any; statusCode: number }
    // untyped callbacks
    request({ url: 'a', success: res => { console.log(res.data.list[0].id, res.statusCode, res.header['set-cookie'].length) } });
    request({ url: 'a', success(res) { res.data.x() }, fail(err) { console.log(err.errCode + 1, err.errMsg.length) }, complete(res) { res.any.thing() } });
    // typed ones
    request({ url: 'a', success: (res: DataResponse) => { console.log(res.data) }, fail: (err: { errCode: number; errMsg: string }) => console.log(err) });
    request({ url: 'a', success: ({ data }: { data: User; statusCode: number }) => data.name, header: { a: 'b' } as { [key: string]: string } });
    request<User>({ url: 'a', method: 'POST', data: { a: 1 }, success: res => { const name: string = res.data.name; console.log(name) } });
    const bare: DataResponse[] = [];
    request({ url: 'a', success: res => { bare.push(res) } });
    // shared options, optional ones that may be undefined
    const shared: RequestOptions = { url: 'a' };
    function ask(url: string, data?: object, header?: Record<string, string>, method?: 'GET' | 'POST'): RequestTask {
      return request({ ...shared, url, data, header, method, dataType: undefined });
    }
    ask('a').abort();
    // @ts-expect-error url is required
    request({});
    // @ts-expect-error errMsg is a string
    request({ url: 'a', fail: err => { const n: number = err.errMsg; console.log(n) } });
    ${send}
    const up: UploadTask = uploadFile({ url: 'a', filePath: 'b', name: 'c', formData: { a: 1 }, success: res => { res.data.x; res.statusCode.toFixed() } });
    up.onProgressUpdate(res => console.log(res.progress + res.totalBytesSent + res.totalBytesExpectedToSend));
    uploadFileWithProgress({ url: 'a', filePath: new Blob([]), name: 'c', success: (res: { data: string; statusCode: number }) => console.log(res) }, { dataType: 'json' }).abort();
    const down: DownloadTask = downloadFile({ url: 'a', success: res => res.tempFilePath.length });
    down.onProgressUpdate(res => console.log(res.progress + res.totalBytesWritten + res.totalBytesExpectedToWrite));
    const socket: SocketTask = connectSocket({ url: 'a', protocolsArray: ['b'], success() {} });
    socket.onMessage(res => { if (typeof res.data === 'string') res.data.trim() });
    socket.onClose(res => console.log(res.code + 1, res.reason));
    socket.onOpen(() => socket.send({ data: 'x', success() {}, fail: err => console.log(err.errMsg) }));
    socket.onError(err => console.log(err.errMsg));
    socket.close(); socket.close({ code: 1000, reason: 'x' });
    onSocketOpen(res => console.log(res.header)); onSocketMessage(res => console.log(res.data)); onSocketError(err => console.log(err.errCode));
    onSocketClose(function () { console.log('closed') });
    sendSocketMessage({ data: new ArrayBuffer(1) }); closeSocket(); closeSocket({ code: '1001', complete() {} });
    export { requireUrl, query, payload, exchange, send, requestTask };
  `;

  it('fetch: programs with and without types compile', () => {
    expect(
      compile(
        'fetch',
        program(`
          send(signal => fetch(requireUrl('a'), { signal }), { success: res => res.data.list, fail: err => err.errMsg });
          requestTask<User>(signal => fetch(query('a', { b: 1 }), { method: 'POST', ...payload({ a: 1 }, { b: 'c' }), signal }), { dataType: 'json', success: res => res.data.name }).abort();
          exchange<User>(signal => fetch('a', { signal })).then(res => res.data.name, (err: { errMsg: string }) => err.errMsg);
          exchange(signal => fetch('a', { signal }), { dataType: 'string' }).then(res => res.data.list);
        `),
      ),
    ).toEqual([]);
  });
  it('axios: programs with and without types compile', () => {
    expect(
      compile(
        'axios',
        `import { http, useAxios } from './shim'; import axios from 'axios'; useAxios(axios.create());` +
          program(`
          send(signal => http.get(requireUrl('a'), { signal }), { success: res => res.data.list, fail: err => err.errMsg });
          requestTask<User>(signal => http.request({ url: query('a', { b: 1 }), method: 'POST', ...payload({ a: 1 }, { b: 'c' }), signal }), { success: res => res.data.name }).abort();
          exchange<User>(signal => http.post('a', JSON.stringify({ a: 1 }), { headers: { 'content-type': 'application/json' }, signal })).then(res => res.data.name);
        `),
      ),
    ).toEqual([]);
  });
  it('wx: programs compile', () => {
    expect(
      compile(
        'wx',
        `
        import { connectSocket, onSocketClose, withErrCode, withParsedData, hostOptions, type SocketTask } from './shim';
        const given: WechatMiniprogram.SocketTask = connectSocket({ url: 'a', protocolsArray: ['b'], success() {} });
        const task: SocketTask = connectSocket({ url: 'a', success: res => console.log(res.socketTaskId, res.errMsg) });
        task.onOpen(() => given.close({}));
        task.onMessage(message => console.log(message.data, message.dataType));
        if (task.readyState === 1) task.close();
        const many: SocketTask = wx.connectSocket({ url: 'a' });
        many.close();
        onSocketClose(res => console.log(res.code));
        wx.request({ url: 'a', fail: withErrCode(err => console.log(err.errCode, err.errMsg)), complete: withErrCode((res: { errCode: number }) => console.log(res)) });
        wx.uploadFile({ url: 'a', filePath: 'b', name: 'c', success: withParsedData(res => console.log(res.data.list)), fail: withErrCode((err: { errCode: number; errMsg: string }) => console.log(err)) });
        const options = { url: 'a', timeout: 5 };
        wx.request(hostOptions(options)).abort();
        `,
      ),
    ).toEqual([]);
  });
});

describe('the store', () => {
  it('is what the modules say', () => {
    execFileSync(process.execPath, [path.join(root, 'scripts/store-runtime.mjs'), '--check'], { stdio: 'pipe' });
    expect(readFileSync(path.join(root, 'src/shim/store.generated.ts'), 'utf8')).toContain(
      'Generated from src/runtime',
    );
  });
});

describe('loaded twice', () => {
  it('two copies do not know of each other', async () => {
    const text = shimText('fetch');
    const [one, two] = [await loadShim<FetchShim>(text, 'one'), await loadShim<FetchShim>(text, 'two')];
    expect(one.request).not.toBe(two.request);
  });
});
