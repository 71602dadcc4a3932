// In: method, url, header and body. Out: one HTTP exchange over node:http, with redirects and content codings,
// that can be cut at any time and tells how far it is. Rejects on transport faults only; a status is never a fault.
// Knows nothing of swan, of callbacks and of the program's data.

import http from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { Outgoing } from './encode.ts';
import type { Loopback } from './loopback.ts';

export interface Incoming {
  readonly status: number;
  readonly rawHeaders: readonly string[];
  readonly contentType: string;
  /** Content coding undone. */
  readonly body: Buffer;
}

export interface Exchange {
  readonly answer: Promise<Incoming>;
  /** Ends it at once; `answer` rejects with an error of that message. */
  cut(message: string): void;
}

export interface Watch {
  /** Bytes handed to the network, and bytes in all. */
  sent?(bytes: number, total: number): void;
  /** Bytes of the body that came, and bytes in all or 0 when that is unknown. */
  received?(bytes: number, total: number): void;
}

const piece = 64 * 1024;
const maxRedirects = 20;
/** What the connection owns and a program cannot set. */
const ownedByTransport = ['host', 'connection', 'content-length', 'transfer-encoding'];

const decoders: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  gzip: gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** Starts at once. `url` must be absolute. */
export function startExchange(outgoing: Outgoing, loopback: Loopback, watch: Watch = {}): Exchange {
  const state: { request?: http.ClientRequest; cut?: Error } = {};
  return {
    answer: follow(outgoing, maxRedirects),
    cut(message) {
      state.cut ??= new Error(message);
      state.request?.destroy(state.cut);
    },
  };

  async function follow(step: Outgoing, left: number): Promise<Incoming> {
    const response = await send(step);
    const location = response.headers.location;
    const status = response.statusCode ?? 0;
    if (location === undefined || ![301, 302, 303, 307, 308].includes(status)) return receive(response);
    response.resume();
    if (left === 0) throw new Error('too many redirects');
    return follow(redirect(step, status, new URL(location, step.url).href), left - 1);
  }

  function send({ method, url, header, body }: Outgoing): Promise<http.IncomingMessage> {
    return new Promise((resolve, reject) => {
      if (state.cut) throw state.cut;
      const { protocol, hostname, port, path } = splitUrl(url);
      const request = http.request({
        protocol,
        hostname,
        port,
        path,
        method,
        agent: protocol === 'https:' ? loopback.https : loopback.http,
      });
      state.request = request;
      request.on('error', reject);
      request.on('response', resolve);
      for (const [name, value] of Object.entries(header)) {
        if (!ownedByTransport.includes(name)) request.setHeader(name, value);
      }
      if (!body) {
        request.end();
        return;
      }
      request.setHeader('content-length', body.length);
      write(request, body);
    });
  }

  function write(request: http.ClientRequest, body: Buffer): void {
    let at = 0;
    const next = (): void => {
      if (request.destroyed) return;
      if (at > 0) watch.sent?.(at, body.length);
      if (at >= body.length) {
        request.end();
        return;
      }
      const part = body.subarray(at, at + piece);
      at += part.length;
      request.write(part, (error) => {
        if (!error) next();
      });
    };
    next();
  }

  function receive(response: http.IncomingMessage): Promise<Incoming> {
    return new Promise((resolve, reject) => {
      const coding = response.headers['content-encoding']?.toLowerCase() ?? '';
      const total = coding === '' ? Number(response.headers['content-length'] ?? 0) : 0;
      const chunks: Buffer[] = [];
      let got = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        got += chunk.length;
        watch.received?.(got, total);
      });
      response.on('error', (error) => reject(state.cut ?? error));
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        const decode = body.length > 0 ? decoders[coding] : undefined;
        try {
          resolve({
            status: response.statusCode ?? 0,
            rawHeaders: response.rawHeaders,
            contentType: response.headers['content-type'] ?? '',
            body: decode ? decode(body) : body,
          });
        } catch (error) {
          reject(error);
        }
      });
    });
  }
}

/** 303, and a POST with 301 or 302, go on as GET without body; everything else is sent again. */
function redirect(step: Outgoing, status: number, url: string): Outgoing {
  const becomesGet =
    (status === 303 && step.method !== 'HEAD') || ((status === 301 || status === 302) && step.method === 'POST');
  if (!becomesGet) return { ...step, url };
  const header = Object.fromEntries(Object.entries(step.header).filter(([name]) => !name.startsWith('content-')));
  return { method: 'GET', url, header };
}

/** Path and query as they were written, but for what cannot stand in a request line. */
function splitUrl(url: string): { protocol: string; hostname: string; port: string; path: string } {
  const { protocol, hostname, port } = new URL(url);
  const written = /^[a-z]+:\/\/[^/?#]*([^#]*)/i.exec(url)?.[1] ?? '';
  const path = written.startsWith('/') ? written : `/${written}`;
  return { protocol, hostname, port, path: path.replace(/[^\x21-\x7e]+/g, (run) => encodeURIComponent(run)) };
}
