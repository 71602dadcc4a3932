// In: the port of the loopback server. Out: ways to reach it under every host name, for node:http, for ws and for the
// platform's fetch. A host that starts with `refused.` is led to a closed port.
// Names in urls and Host fields stay as the program wrote them. Knows nothing of swan.

import http from 'node:http';
import https from 'node:https';
import net from 'node:net';

export interface Loopback {
  /** A plain connection that stands for one to `host`. */
  connect(host: string): net.Socket;
  /** For `http:` urls; keeps no connection open. */
  readonly http: http.Agent;
  /** For `https:` urls, without TLS. */
  readonly https: http.Agent;
}

/** A port on which nothing listens. */
const closedPort = 1;

class LoopbackAgent extends http.Agent {
  readonly protocol: string;
  readonly defaultPort: number;
  readonly #connect: (host: string) => net.Socket;

  constructor(protocol: 'http:' | 'https:', connect: (host: string) => net.Socket) {
    super({ keepAlive: false });
    this.protocol = protocol;
    this.defaultPort = protocol === 'https:' ? 443 : 80;
    this.#connect = connect;
  }

  override createConnection(options: http.ClientRequestArgs): net.Socket {
    return this.#connect(options.host ?? '');
  }
}

export function createLoopback(port: number): Loopback {
  const connect = (host: string): net.Socket => net.connect(portFor(host, port), '127.0.0.1');
  return { connect, http: new LoopbackAgent('http:', connect), https: new LoopbackAgent('https:', connect) };
}

/** Leads every request that this thread makes through node:http and node:https to the loopback server. */
export function captureHttp(loopback: Loopback): void {
  http.globalAgent = loopback.http;
  // The agent of https is a TLS agent by type; ours answers to the same name and speaks plainly.
  https.globalAgent = loopback.https as https.Agent;
}

/** The part of undici's dispatcher that fetch uses. */
interface Dispatcher {
  dispatch(options: { origin?: string | URL; headers?: Record<string, string> }, handler: unknown): boolean;
}

/** Leads the platform's fetch to the loopback server, below everything that fetch itself decides, until it is undone. */
export async function captureFetch(port: number): Promise<() => void> {
  const slot = Symbol.for('undici.globalDispatcher.1');
  const holder = globalThis as unknown as Record<symbol, Dispatcher | undefined>;
  // The dispatcher exists only once fetch has been used.
  await (await fetch('data:,')).text();
  const platform = holder[slot];
  if (!platform) throw new Error('this platform keeps no dispatcher for fetch');
  holder[slot] = {
    dispatch(options, handler) {
      const asked = new URL(String(options.origin));
      const origin = `http://127.0.0.1:${portFor(asked.hostname, port)}`;
      return platform.dispatch({ ...options, origin, headers: { ...options.headers, host: asked.host } }, handler);
    },
  };
  return () => {
    holder[slot] = platform;
  };
}

function portFor(host: string, port: number): number {
  return host.startsWith('refused.') ? closedPort : port;
}
