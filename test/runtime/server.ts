// In: handlers, one for each test. Out: a real HTTP server on loopback that keeps what it was sent.
// Answers nothing by itself; cross-origin pages may ask it anything.

import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  /** Path and query, as they came. */
  readonly url: string;
  /** Names in lower case; several values joined as node:http does. */
  readonly headers: http.IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  readonly bytes: Buffer;
  readonly text: string;
}

export type Handler = (response: http.ServerResponse, received: Received, request: http.IncomingMessage) => void;

export interface TestServer {
  readonly origin: string;
  /** A url of its own for each call. The handler runs when the body is there, or at once with `isEarly`. */
  route(handler: Handler, how?: { isEarly?: boolean; path?: string }): string;
  /** What came in under a url that `route` gave, preflights left out. */
  received(url: string): readonly Received[];
  /** The preflights that came in under a url. */
  preflights(url: string): readonly Received[];
  close(): Promise<void>;
}

export async function startServer(): Promise<TestServer> {
  const routes = new Map<string, { handler: Handler; isEarly: boolean }>();
  const log: { path: string; isPreflight: boolean; received: Received }[] = [];
  const server = http.createServer((request, response) => {
    const path = (request.url ?? '').replace(/\?.*/s, '');
    const chunks: Buffer[] = [];
    const isPreflight = request.method === 'OPTIONS' && 'access-control-request-method' in request.headers;
    const origin = request.headers.origin;
    if (origin) {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-expose-headers', 'x-seen, content-encoding');
    }
    const route = routes.get(path);
    const finish = (): void => {
      const bytes = Buffer.concat(chunks);
      const { method = '', url = '', headers, rawHeaders } = request;
      const received = { method, url, headers, rawHeaders, bytes, text: bytes.toString('utf8') };
      log.push({ path, isPreflight, received });
      if (isPreflight) {
        response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '');
        response.setHeader('access-control-allow-methods', 'GET, HEAD, POST, PUT, DELETE, OPTIONS');
        response.writeHead(204).end();
      } else if (route) {
        route.handler(response, received, request);
      } else {
        response.writeHead(404).end();
      }
    };
    if (route?.isEarly && !isPreflight) return finish();
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', finish);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pathOf = (url: string): string => url.slice(origin.length).replace(/[?#].*/s, '');
  return {
    origin,
    route(handler, { isEarly = false, path = `/r${routes.size + 1}` } = {}) {
      routes.set(path, { handler, isEarly });
      return origin + path;
    },
    received: (url) => log.filter((one) => one.path === pathOf(url) && !one.isPreflight).map((one) => one.received),
    preflights: (url) => log.filter((one) => one.path === pathOf(url) && one.isPreflight).map((one) => one.received),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Answers with what came in, as JSON. */
export const echo: Handler = (response, { method, url, headers, text }) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ method, url, headers, text }));
};

/** Answers with a status and a body. */
export function reply(body: string | Buffer, status = 200, headers: http.OutgoingHttpHeaders = {}): Handler {
  return (response) => {
    response.writeHead(status, headers).end(body);
  };
}

/** A url that nobody answers: the port was open a moment ago. */
export async function findDeadUrl(): Promise<string> {
  const server = http.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/`;
}
