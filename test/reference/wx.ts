// In: the way to the loopback server and what the program's app.json says. Out: `wx` with the network APIs that stand
// for swan's, as WeChat documents them: errno for errCode, `<api>:ok`, a live `timeout`, upload answers as text,
// literal letter case, header names as the server spells them.
// Written over node:http and ws; knows nothing of swan, of the shipped shim and of rewriting.

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { collectHeader, decodeBody, decodeText } from './decode.ts';
import { BadParameter, encodeHeader, encodeRequest, requireText, type Outgoing } from './encode.ts';
import { startExchange } from './exchange.ts';
import { startHttpCall, type HttpHost, type HttpTask } from './http-call.ts';
import type { Loopback } from './loopback.ts';
import type { Report } from './settle.ts';
import type { NetworkTimeout } from './swan.ts';
import { prepareUpload, readUpload, type Upload } from './upload.ts';
import { createWxSockets, type WxSockets } from './wx-sockets.ts';

export interface WxOptions {
  readonly loopback: Loopback;
  /** Where downloaded files go. */
  readonly folder: string;
  /** Hears what the program's callbacks throw. */
  readonly report: Report;
  readonly networkTimeout?: NetworkTimeout;
}

export interface WxNetwork extends WxSockets {
  request(options?: unknown): { abort(): void };
  uploadFile(options?: unknown): HttpTask;
  downloadFile(options?: unknown): HttpTask;
}

const methods = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'];
const defaultTimeout = 60_000;

export function createWx(options: WxOptions): WxNetwork {
  const host: HttpHost = {
    loopback: options.loopback,
    report: options.report,
    failure,
    timeout: (api, { timeout }) =>
      typeof timeout === 'number' ? timeout : (options.networkTimeout?.[api as keyof NetworkTimeout] ?? defaultTimeout),
  };
  let downloads = 0;

  return {
    request(given) {
      const task = startHttpCall(host, 'request', given, {
        prepare: ({ url, data, header, method, dataType, responseType }) => ({
          outgoing: encodeRequest({ url, data, header, method: requireMethod(method) }),
          // Letter case counts here: what is not exactly the word means something else.
          decoding: {
            dataType: dataType === undefined || dataType === 'json' ? 'json' : 'text',
            responseType: responseType === 'arraybuffer' ? 'arraybuffer' : 'text',
          },
        }),
        start: ({ outgoing }, watch) => startExchange(requireAbsolute(outgoing), options.loopback, watch),
        finish: (incoming, { decoding }) => {
          const header = collectHeader(incoming.rawHeaders);
          return {
            data: decodeBody(incoming.body, incoming.contentType, decoding),
            statusCode: incoming.status,
            header,
            cookies: Object.entries(header).flatMap(([name, value]) => (/^set-cookie$/i.test(name) ? [value] : [])),
            errMsg: 'request:ok',
          };
        },
      });
      return { abort: task.abort };
    },

    uploadFile: (given) =>
      startHttpCall<Upload>(host, 'uploadFile', given, {
        prepare: prepareUpload,
        start: async (upload, watch) =>
          startExchange(requireAbsolute(await readUpload(upload)), options.loopback, watch),
        finish: (incoming) => ({
          data: decodeText(incoming.body, incoming.contentType),
          statusCode: incoming.status,
          errMsg: 'uploadFile:ok',
        }),
        progress: { of: 'sent', done: 'totalBytesSent', total: 'totalBytesExpectedToSend' },
      }),

    downloadFile: (given) =>
      startHttpCall<Outgoing & { filePath?: string }>(host, 'downloadFile', given, {
        prepare: ({ url, header, filePath }) => {
          const outgoing = { method: 'GET', url: requireText('url', url), header: encodeHeader(header) };
          return typeof filePath === 'string' ? { ...outgoing, filePath } : outgoing;
        },
        start: (outgoing, watch) => startExchange(requireAbsolute(outgoing), options.loopback, watch),
        finish: async (incoming, { url, filePath }) => {
          const file =
            filePath ?? path.join(options.folder, `${(downloads += 1)}${path.extname(new URL(url).pathname)}`);
          await writeFile(file, incoming.body);
          // With a filePath of its own the result has no tempFilePath.
          const place = filePath === undefined ? { tempFilePath: file } : { filePath };
          return { ...place, statusCode: incoming.status, errMsg: 'downloadFile:ok' };
        },
        progress: { of: 'received', done: 'totalBytesWritten', total: 'totalBytesExpectedToWrite' },
      }),

    ...createWxSockets({ loopback: options.loopback, report: options.report, failure }),
  };
}

/** WeChat's numbers are its own; only that there is one can be relied on. */
function failure(api: string, isParameter: boolean, reason: string): object {
  return { errno: isParameter ? 1001 : reason === 'timeout' ? 5 : 600_001, errMsg: `${api}:fail ${reason}` };
}

function requireMethod(method: unknown): unknown {
  if (method !== undefined && !methods.includes(method as string)) {
    throw new BadParameter(`method is not one of ${methods.join(', ')}`);
  }
  return method;
}

function requireAbsolute(outgoing: Outgoing): Outgoing {
  if (!/^https?:\/\/[^/?#]/i.test(outgoing.url)) throw new Error(`invalid url "${outgoing.url}"`);
  return outgoing;
}
