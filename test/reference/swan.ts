// In: the way to the loopback server and what the program's app.json says. Out: `swan` with the network APIs of the
// document, as the behaviour contract describes them: the world that programs come from.
// Written over node:http and ws from the contract alone; knows nothing of the shipped shim and of rewriting.

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BadParameter, encodeHeader, encodeRequest, requireText, type Outgoing } from './encode.ts';
import { answerInAnyCase, collectHeader, decodeBody, decodeText, parseOrText } from './decode.ts';
import { startExchange, type Incoming } from './exchange.ts';
import { startHttpCall, type HttpHost, type HttpTask } from './http-call.ts';
import type { Loopback } from './loopback.ts';
import type { Report } from './settle.ts';
import { createSwanSockets, type SwanSockets } from './swan-sockets.ts';
import { prepareUpload, readUpload, type Upload } from './upload.ts';

/** `networkTimeout` of app.json, in milliseconds. */
export interface NetworkTimeout {
  readonly request?: number;
  readonly connectSocket?: number;
  readonly uploadFile?: number;
  readonly downloadFile?: number;
}

export interface SwanOptions {
  readonly loopback: Loopback;
  /** Where downloaded files go. */
  readonly folder: string;
  /** Hears what the program's callbacks throw. */
  readonly report: Report;
  readonly networkTimeout?: NetworkTimeout;
  /** S1; one at a time unless `many`. */
  readonly sockets?: 'one' | 'many';
  /** U2: what a device hands over. `text` unless `parsed`. */
  readonly uploadData?: 'text' | 'parsed';
  /** When given, relative urls are taken from here, as a page does, and do not fail (R18). */
  readonly page?: string;
}

export interface SwanNetwork extends SwanSockets {
  request(options?: unknown): { abort(): void };
  uploadFile(options?: unknown): HttpTask;
  downloadFile(options?: unknown): HttpTask;
}

const defaultTimeout = 60_000;

export function createSwan(options: SwanOptions): SwanNetwork {
  const host: HttpHost = {
    loopback: options.loopback,
    report: options.report,
    failure,
    timeout: (api) => options.networkTimeout?.[api as keyof NetworkTimeout] ?? defaultTimeout,
  };
  const reach = (outgoing: Outgoing): Outgoing => ({ ...outgoing, url: requireAbsolute(outgoing.url, options.page) });
  let downloads = 0;

  return {
    request(given) {
      const task = startHttpCall(host, 'request', given, {
        prepare: ({ url, data, header, method, dataType, responseType }) => ({
          outgoing: encodeRequest({ url, data, header, method }),
          decoding: { dataType, responseType },
        }),
        start: ({ outgoing }, watch) => startExchange(reach(outgoing), options.loopback, watch),
        finish: (incoming, { decoding }) => ({
          data: decodeBody(incoming.body, incoming.contentType, decoding),
          statusCode: incoming.status,
          header: answerInAnyCase(collectHeader(incoming.rawHeaders)),
        }),
      });
      return { abort: task.abort };
    },

    uploadFile: (given) =>
      startHttpCall<Upload>(host, 'uploadFile', given, {
        prepare: prepareUpload,
        start: async (upload, watch) => startExchange(reach(await readUpload(upload)), options.loopback, watch),
        finish: (incoming) => ({ data: uploadData(incoming), statusCode: incoming.status }),
        progress: { of: 'sent', done: 'totalBytesSent', total: 'totalBytesExpectedToSend' },
      }),

    downloadFile: (given) =>
      startHttpCall<Outgoing & { filePath?: string }>(host, 'downloadFile', given, {
        prepare: ({ url, header, filePath }) => {
          if (filePath !== undefined && typeof filePath !== 'string')
            throw new BadParameter('filePath must be a string');
          const outgoing = { method: 'GET', url: requireText('url', url), header: encodeHeader(header) };
          return filePath === undefined ? outgoing : { ...outgoing, filePath };
        },
        start: (outgoing, watch) => startExchange(reach(outgoing), options.loopback, watch),
        finish: async (incoming, { url, filePath }) => {
          const file = filePath ?? path.join(options.folder, `${(downloads += 1)}${extensionOf(url)}`);
          await writeFile(file, incoming.body);
          const result = { tempFilePath: file, statusCode: incoming.status };
          return filePath === undefined ? result : { ...result, filePath };
        },
        progress: { of: 'received', done: 'totalBytesWritten', total: 'totalBytesExpectedToWrite' },
      }),

    ...createSwanSockets({
      loopback: options.loopback,
      report: options.report,
      failure,
      limit: options.sockets === 'many' ? 5 : 1,
      timeout: options.networkTimeout?.connectSocket ?? defaultTimeout,
    }),
  };

  function uploadData(incoming: Incoming): unknown {
    const text = decodeText(incoming.body, incoming.contentType);
    return options.uploadData === 'parsed' ? parseOrText(text) : text;
  }
}

/** R15. */
function failure(api: string, isParameter: boolean, reason: string): object {
  return { errCode: isParameter ? 202 : 1001, errMsg: `${api}:fail ${reason}` };
}

/** R18: swan knows no page that a relative url could belong to. */
function requireAbsolute(url: string, page: string | undefined): string {
  if (/^https?:\/\/[^/?#]/i.test(url)) return url;
  if (page === undefined) throw new Error(`the url is not absolute: ${url}`);
  return new URL(url, page).href;
}

function extensionOf(url: string): string {
  return path.extname(new URL(url, 'http://host/').pathname);
}
