// In: nothing. Out: a real HTTP and WebSocket server on loopback that writes down the wire of every request.
// What it answers is decided by the path: see answers.ts (HTTP) and socket-answers.ts.
// Knows nothing of swan and nothing of the client.

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import busboy from 'busboy';
import { WebSocketServer } from 'ws';
import { answer } from './answers.ts';
import { answerSocket, isHung, isRefused } from './socket-answers.ts';
import type { WireEntry, WirePart, WireRequest, WireSocket } from './wire.ts';

export interface LoopbackServer {
  readonly port: number;
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Every request and socket, in the order of arrival; grows while the server runs. */
  readonly wire: readonly WireEntry[];
  /** Resolves when that many requests or sockets have asked for `path`, with all of their bodies. */
  reached(path: string, count: number): Promise<void>;
  /** Resolves when no connection is left, and rejects when one stays open. */
  drained(): Promise<void>;
  /** Cuts what is open and frees the port. */
  close(): Promise<void>;
}

/** Starts a server on a free port of 127.0.0.1. */
export async function startServer(): Promise<LoopbackServer> {
  const wire: WireEntry[] = [];
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true });
  const raw = new Set<Duplex>();
  const connections = new Set<Socket>();
  const used = new WeakSet<Duplex>();

  server.on('request', (request, response) => {
    const entry: WireRequest = {
      kind: 'request',
      method: request.method ?? '',
      ...target(request),
      header: headerOf(request),
      body: Buffer.alloc(0),
      isWhole: false,
    };
    wire.push(entry);
    used.add(request.socket);
    // No connection outlives its request, so that a run ends when its program does.
    response.shouldKeepAlive = false;
    request.on('error', () => {});
    response.on('error', () => {});
    void receive(request).then(async (body) => {
      if (!body) return;
      entry.body = body;
      entry.isWhole = true;
      const type = entry.header['content-type'] ?? '';
      if (/^multipart\/form-data\b/i.test(type)) entry.parts = await readParts(entry.header, body);
      await answer(entry, response);
    });
  });

  server.on('upgrade', (request, socket, head) => {
    raw.add(socket);
    used.add(socket);
    socket.on('close', () => raw.delete(socket));
    socket.on('error', () => {});
    const entry: WireSocket = {
      kind: 'socket',
      ...target(request),
      protocols: (request.headers['sec-websocket-protocol'] ?? '').split(',').flatMap((name) => name.trim() || []),
      header: headerOf(request),
      frames: [],
    };
    wire.push(entry);
    if (isHung(entry.path)) {
      socket.on('end', () => socket.end());
      socket.resume();
      return;
    }
    if (isRefused(entry.path)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => answerSocket(entry, webSocket));
  });

  server.on('connection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    wire,
    async reached(path, count) {
      const isThere = (entry: WireEntry): boolean => entry.path === path && (entry.kind === 'socket' || entry.isWhole);
      while (wire.filter(isThere).length < count) await wait(5, undefined, { ref: false });
    },
    async drained() {
      for (let round = 0; connections.size > 0; round += 1) {
        if (round > 400) throw new Error(`${connections.size} connections stay open though their client is gone`);
        // A client may open a connection in advance and never use it.
        for (const socket of connections) if (!used.has(socket)) socket.destroy();
        await wait(5);
      }
    },
    close: () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.terminate();
        for (const socket of raw) socket.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function target(request: IncomingMessage): { host: string; path: string; query?: string } {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  const host = request.headers.host ?? '';
  return mark === -1 ? { host, path: url } : { host, path: url.slice(0, mark), query: url.slice(mark + 1) };
}

function headerOf(request: IncomingMessage): Record<string, string> {
  const header: Record<string, string> = {};
  for (let at = 0; at + 1 < request.rawHeaders.length; at += 2) {
    const name = (request.rawHeaders[at] ?? '').toLowerCase();
    const value = request.rawHeaders[at + 1] ?? '';
    header[name] = name in header ? `${header[name]}, ${value}` : value;
  }
  return header;
}

/** The bytes of the body, or nothing when the client went away. */
function receive(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('close', () => resolve(undefined));
  });
}

function readParts(header: Readonly<Record<string, string>>, body: Buffer): Promise<WirePart[]> {
  return new Promise((resolve) => {
    const parts: WirePart[] = [];
    const fail = (error: unknown): void => {
      resolve([...parts, { name: '(not a multipart body)', value: String(error) }]);
    };
    try {
      const parser = busboy({
        headers: header,
        defParamCharset: 'utf8',
        limits: { fieldSize: Infinity, fileSize: Infinity },
      });
      parser.on('field', (name, value) => parts.push({ name, value }));
      parser.on('file', (name, stream, info) => {
        const chunks: Buffer[] = [];
        const at = parts.push({ name, value: '' }) - 1;
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const value = Buffer.concat(chunks).toString('base64');
          parts[at] = { name, filename: info.filename ?? '', type: info.mimeType, value };
        });
      });
      parser.on('error', fail);
      parser.on('close', () => resolve(parts));
      parser.end(body);
    } catch (error) {
      fail(error);
    }
  });
}
