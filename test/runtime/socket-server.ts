// In: nothing. Out: real socket servers on loopback: one that answers as it is told, and ports that refuse.
// Knows nothing of clients.

import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

export interface ServedSocket {
  readonly socket: WebSocket;
  readonly request: http.IncomingMessage;
  readonly messages: (string | Buffer)[];
  /** Resolves when it is closed, with what the server was told. */
  readonly closed: Promise<{ code: number; reason: string }>;
}

export interface SocketServer {
  /** `/silent` never answers the handshake, `/refuse` answers it with 403; every other path is accepted. */
  readonly url: string;
  /** The connections that were accepted, in order. */
  readonly served: ServedSocket[];
  /** What to do with a connection, by path. */
  onConnection(path: string, handler: (served: ServedSocket) => void): string;
  /** The next connection on a path. */
  next(path: string): Promise<ServedSocket>;
  close(): Promise<void>;
}

export async function startSocketServer(): Promise<SocketServer> {
  const server = http.createServer((_request, response) => response.writeHead(404).end());
  const sockets = new WebSocketServer({ noServer: true });
  const handlers = new Map<string, (served: ServedSocket) => void>();
  const waiting = new Map<string, (served: ServedSocket) => void>();
  const served: ServedSocket[] = [];
  const streams = new Set<Socket>();
  server.on('connection', (stream: Socket) => streams.add(stream));
  server.on('upgrade', (request, stream, head) => {
    const path = request.url ?? '';
    if (path === '/silent') return;
    if (path === '/refuse') return void stream.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
    sockets.handleUpgrade(request, stream, head, (socket) => {
      const messages: (string | Buffer)[] = [];
      const closed = new Promise<{ code: number; reason: string }>((resolve) => {
        socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
      });
      const one: ServedSocket = { socket, request, messages, closed };
      served.push(one);
      socket.on('message', (data: Buffer, isBinary) => messages.push(isBinary ? data : data.toString()));
      handlers.get(path)?.(one);
      waiting.get(path)?.(one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    served,
    onConnection(path, handler) {
      handlers.set(path, handler);
      return url + path;
    },
    next: (path) => new Promise((resolve) => waiting.set(path, resolve)),
    close: () =>
      new Promise<void>((resolve) => {
        sockets.close();
        for (const stream of streams) stream.destroy();
        server.close(() => resolve());
      }),
  };
}
