// In: whether to speak TLS. Out: the backend of the example mini-program on loopback, for all of its hosts: HTTP with CORS,
// photos, posters and the chat. It writes down the wire of what it gets, and takes uploads and gives downloads as slowly as
// it is told. Knows nothing of swan and of the client.

import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import busboy from 'busboy';
import { WebSocketServer, type WebSocket } from 'ws';
import type { WireEntry, WirePart, WireRequest, WireSocket } from '../reference/wire.ts';
import { createCertificate } from './self-signed.ts';
import { createTeaAnswers } from './tea-answers.ts';

export interface TeaShop {
  readonly port: number;
  /** Every request and socket, in the order of arrival; preflights and pages are left out. */
  /** The hash of its key where it has a certificate. */
  readonly keyHash: string | undefined;
  readonly wire: readonly WireEntry[];
  /** Preflights, in the order of arrival: method and path. */
  readonly preflights: readonly string[];
  /** Bytes of each body that are read, or written, before the shop pauses; Infinity: all of them. */
  limit(direction: 'upload' | 'download', bytes: number): void;
  /** Resolves when that many requests or sockets have asked for `path`, with all of their bodies. */
  reached(path: string, count: number): Promise<void>;
  /** Forgets everything: wire, limits, and what the shop remembers of its guests. */
  reopen(): void;
  close(): Promise<void>;
}

export interface TeaShopOptions {
  /** TLS with a certificate of its own; plain otherwise. */
  readonly isSecure?: boolean;
  /** The web page that may ask across origins, and what it is made of, by path. */
  readonly page?: { readonly origin: string; readonly files: Readonly<Record<string, { type: string; body: string }>> };
}

const pieceSize = 16_384;

export async function startTeaShop({ isSecure = false, page }: TeaShopOptions = {}): Promise<TeaShop> {
  const wire: WireEntry[] = [];
  const preflights: string[] = [];
  const limits = { upload: Infinity, download: Infinity };
  let answer = createTeaAnswers();
  const sockets = new WebSocketServer({ noServer: true });
  const connections = new Set<Socket>();

  const serve: RequestListener = (request, response) => {
    // No connection outlives its request, so that a run ends when its program does.
    response.shouldKeepAlive = false;
    request.on('error', () => {});
    response.on('error', () => {});
    const { host, path, query } = targetOf(request);
    const file = page && host === new URL(page.origin).host ? page.files[path] : undefined;
    if (file) {
      response.writeHead(200, { 'Content-Type': file.type });
      response.end(file.body);
      return;
    }
    if (page) allow(page.origin, request, response);
    if (page && request.method === 'OPTIONS') {
      preflights.push(`${request.headers['access-control-request-method'] ?? ''} ${path}`);
      response.writeHead(204);
      response.end();
      return;
    }
    const entry: WireRequest = {
      kind: 'request',
      method: request.method ?? '',
      host,
      path,
      ...(query === undefined ? {} : { query }),
      header: headerOf(request),
      body: Buffer.alloc(0),
      isWhole: false,
    };
    wire.push(entry);
    void serveWhole(entry, request, response);
  };

  async function serveWhole(entry: WireRequest, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await receive(request, () => limits.upload).catch(() => undefined);
    if (!body) return;
    entry.body = body;
    if (/^multipart\/form-data\b/i.test(entry.header['content-type'] ?? '')) {
      entry.parts = await readParts(entry.header, body);
    }
    entry.isWhole = true;
    const { status, type, body: content = '', isEndless, isCut } = await answer(entry);
    if (isCut) {
      response.destroy();
      return;
    }
    const bytes = Buffer.from(content);
    const isBodiless = status === 204;
    response.writeHead(status, {
      ...(type === undefined ? {} : { 'Content-Type': type }),
      ...(isBodiless ? {} : { 'Content-Length': bytes.length }),
    });
    for (let at = 0; at < bytes.length && !response.destroyed; at += pieceSize) {
      while (at >= limits.download && !response.destroyed) await wait(5);
      if (isEndless && at > bytes.length / 2) return;
      response.write(bytes.subarray(at, at + pieceSize));
    }
    response.end();
  }

  const certificate = isSecure ? createCertificate(['*.chapu.example']) : undefined;
  const server = certificate ? https.createServer(certificate, serve) : http.createServer(serve);
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => {});
    const { host, path, query } = targetOf(request);
    const entry: WireSocket = {
      kind: 'socket',
      host,
      path,
      ...(query === undefined ? {} : { query }),
      protocols: (request.headers['sec-websocket-protocol'] ?? '').split(',').flatMap((name) => name.trim() || []),
      header: headerOf(request),
      frames: [],
    };
    wire.push(entry);
    sockets.handleUpgrade(request, socket, head, (webSocket) => chat(entry, webSocket));
  });
  server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    keyHash: certificate?.keyHash,
    wire,
    preflights,
    limit: (direction, bytes) => void (limits[direction] = bytes),
    async reached(path, count) {
      const isThere = (entry: WireEntry): boolean => entry.path === path && (entry.kind === 'socket' || entry.isWhole);
      while (wire.filter(isThere).length < count) await wait(5, undefined, { ref: false });
    },
    reopen() {
      wire.length = 0;
      preflights.length = 0;
      Object.assign(limits, { upload: Infinity, download: Infinity });
      answer = createTeaAnswers();
    },
    close: () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.terminate();
        server.close(() => resolve());
        for (const connection of connections) connection.destroy();
      }),
  };
}

/** 小周 of the shop: says hello, answers each line, and ends the talk with 4000 when she hears 再见. */
function chat(entry: WireSocket, socket: WebSocket): void {
  let isClosedHere = false;
  const say = (text: string): void => socket.send(JSON.stringify({ from: '小周', text }));
  socket.on('error', () => {});
  socket.on('message', (data: Buffer, isBinary) => {
    const value = data.toString(isBinary ? 'base64' : 'utf8');
    entry.frames.push({ type: isBinary ? 'binary' : 'text', value });
    const { text } = JSON.parse(value) as { text: string };
    if (text === '再见') {
      isClosedHere = true;
      socket.close(4000, '慢走');
    } else say(`收到：${text}`);
  });
  socket.on('close', (code, reason) => {
    if (!isClosedHere) entry.close = { code, reason: reason.toString('utf8') };
  });
  say('您好，想喝点什么？');
}

/** What a backend has to say to a page of another origin. */
function allow(origin: string, request: IncomingMessage, response: ServerResponse): void {
  if (request.headers.origin !== origin) return;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Vary', 'Origin');
  if (request.method !== 'OPTIONS') return;
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE');
  response.setHeader('Access-Control-Allow-Headers', 'content-type, x-token');
}

function targetOf(request: IncomingMessage): { host: string; path: string; query?: string } {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'none'}`);
  const host = request.headers.host ?? '';
  return { host, path: url.pathname, ...(url.search === '' ? {} : { query: url.search.slice(1) }) };
}

function headerOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
}

/** The bytes of the body, read no faster than the limit allows. Rejects when the client goes away. */
async function receive(request: IncomingMessage, limit: () => number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    while (size >= limit() && !request.destroyed) await wait(5);
  }
  return Buffer.concat(chunks);
}

function readParts(header: Readonly<Record<string, string>>, body: Buffer): Promise<WirePart[]> {
  return new Promise((resolve, reject) => {
    const parts: WirePart[] = [];
    const parser = busboy({ headers: header, defParamCharset: 'utf8' });
    parser.on('field', (name, value) => parts.push({ name, value }));
    parser.on('file', (name, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = [];
      const at = parts.push({ name, value: '' }) - 1;
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        parts[at] = { name, filename: filename ?? '', type: mimeType, value: Buffer.concat(chunks).toString('base64') };
      });
    });
    parser.on('error', reject);
    parser.on('close', () => resolve(parts));
    parser.end(body);
  });
}
