// In: the way to the loopback server. Out: WeChat's sockets over ws: five live together, `protocols` only, number codes
// only, globals that hear every socket, and promises from calls without callbacks.
// Knows nothing of HTTP calls and of swan.

import { WebSocket } from 'ws';
import { BadParameter, encodeHeader, requireText } from './encode.ts';
import type { Loopback } from './loopback.ts';
import { createEnd, readCallbacks, runIsolated, type Callback, type Callbacks, type Report } from './settle.ts';
import type { SocketTask } from './swan-sockets.ts';

export interface WxSockets {
  connectSocket(options?: unknown): SocketTask;
  onSocketOpen(listener: unknown): void;
  onSocketMessage(listener: unknown): void;
  onSocketError(listener: unknown): void;
  onSocketClose(listener: unknown): void;
  sendSocketMessage(options?: unknown): Promise<unknown> | undefined;
  closeSocket(options?: unknown): Promise<unknown> | undefined;
}

export interface WxSocketsOptions {
  readonly loopback: Loopback;
  readonly report: Report;
  failure(api: string, isParameter: boolean, reason: string): object;
}

type Kind = 'open' | 'message' | 'error' | 'close';
type Listeners = Readonly<Record<Kind, Callback[]>>;

const limit = 5;

export function createWxSockets(options: WxSocketsOptions): WxSockets {
  const slots: Partial<Record<Kind, Callback>> = {};
  const live: WebSocket[] = [];

  const register = (kind: Kind) => (listener: unknown) => {
    if (typeof listener === 'function') slots[kind] = listener as Callback;
  };
  return {
    connectSocket,
    onSocketOpen: register('open'),
    onSocketMessage: register('message'),
    onSocketError: register('error'),
    onSocketClose: register('close'),
    // With several sockets these reach the first that still lives.
    sendSocketMessage: (given) => send(live[0], given, true),
    closeSocket: (given) => close(live[0], given, true),
  };

  function connectSocket(given: unknown): SocketTask {
    const read = asOptions(given);
    const callbacks = readCallbacks(read);
    const end = createEnd(callbacks, options.report);
    const listeners: Listeners = { open: [], message: [], error: [], close: [] };
    let socket: WebSocket | undefined;
    try {
      if (callbacks.fault) throw callbacks.fault;
      if (live.length >= limit) throw new Error('the limit of sockets is reached');
      socket = open(read, listeners);
      end.succeed({ errMsg: 'connectSocket:ok' });
    } catch (error) {
      end.fail(failureOf('connectSocket', error));
    }
    const on = (kind: Kind) => (listener: unknown) => {
      if (typeof listener === 'function') listeners[kind].push(listener as Callback);
    };
    return {
      send: (message) => void send(socket, message, false),
      close: (how) => void close(socket, how, false),
      onOpen: on('open'),
      onMessage: on('message'),
      onError: on('error'),
      onClose: on('close'),
    };
  }

  function open(read: Readonly<Record<string, unknown>>, listeners: Listeners): WebSocket {
    const url = requireText('url', read['url']);
    if (!/^wss?:\/\//i.test(url)) throw new BadParameter(`url must begin with wss:// and is ${url}`);
    const protocols = Array.isArray(read['protocols']) ? (read['protocols'] as string[]) : [];
    const socket = new WebSocket(url, protocols, {
      headers: encodeHeader(read['header']),
      createConnection: ((to: { host?: string }) => options.loopback.connect(to.host ?? '')) as never,
      perMessageDeflate: false,
    });
    socket.binaryType = 'arraybuffer';
    live.push(socket);
    const tell = (kind: Kind, event: object): void => {
      for (const listener of listeners[kind]) runIsolated(listener, event, options.report);
      runIsolated(slots[kind], event, options.report);
    };
    let hasOpened = false;
    socket.on('open', () => {
      hasOpened = true;
      tell('open', { header: {} });
    });
    socket.on('message', (data: ArrayBuffer | Buffer, isBinary) => {
      tell('message', { data: isBinary ? data : Buffer.from(data as ArrayBuffer).toString('utf8') });
    });
    socket.on('error', (error) => tell('error', { errMsg: error.message }));
    socket.on('close', (code, reason) => {
      live.splice(live.indexOf(socket), 1);
      tell('close', hasOpened ? { code, reason: reason.toString('utf8') } : { code: 1006, reason: '' });
    });
    return socket;
  }

  function send(socket: WebSocket | undefined, given: unknown, isGlobal: boolean): Promise<unknown> | undefined {
    return act('sendSocketMessage', given, isGlobal, ({ data }) => {
      if (typeof data !== 'string' && !(data instanceof ArrayBuffer)) {
        throw new BadParameter('data must be a string or an ArrayBuffer');
      }
      if (socket?.readyState !== WebSocket.OPEN) throw new Error('no socket is open');
      socket.send(typeof data === 'string' ? data : Buffer.from(data.slice(0)));
    });
  }

  function close(socket: WebSocket | undefined, given: unknown, isGlobal: boolean): Promise<unknown> | undefined {
    return act('closeSocket', given, isGlobal, ({ code = 1000, reason = '' }) => {
      if (typeof code !== 'number') throw new BadParameter('code must be a number');
      if (typeof reason !== 'string' || Buffer.byteLength(reason, 'utf8') > 123) {
        throw new BadParameter('reason is longer than 123 bytes');
      }
      const isReady =
        socket?.readyState === WebSocket.OPEN || (!isGlobal && socket?.readyState === WebSocket.CONNECTING);
      if (!socket || !isReady) throw new Error('no socket is open');
      try {
        socket.close(code, reason);
      } catch {
        throw new BadParameter(`code ${code} is not allowed`);
      }
    });
  }

  function act(
    api: string,
    given: unknown,
    mayPromise: boolean,
    step: (read: Readonly<Record<string, unknown>>) => void,
  ): Promise<unknown> | undefined {
    const read = asOptions(given);
    const callbacks = readCallbacks(read);
    const hasCallback = callbacks.success ?? callbacks.fail ?? callbacks.complete ?? callbacks.fault;
    if (mayPromise && !hasCallback) {
      return new Promise((resolve, reject) => run(api, read, { success: resolve, fail: reject }, step));
    }
    run(api, read, callbacks, step);
    return undefined;
  }

  function run(
    api: string,
    read: Readonly<Record<string, unknown>>,
    callbacks: Callbacks & { readonly fault?: BadParameter },
    step: (read: Readonly<Record<string, unknown>>) => void,
  ): void {
    const end = createEnd(callbacks, options.report);
    try {
      if (callbacks.fault) throw callbacks.fault;
      step(read);
      end.succeed({ errMsg: `${api}:ok` });
    } catch (error) {
      end.fail(failureOf(api, error));
    }
  }

  function failureOf(api: string, error: unknown): object {
    const reason = error instanceof Error ? error.message : String(error);
    return options.failure(api, error instanceof BadParameter, reason);
  }
}

function asOptions(given: unknown): Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
}
