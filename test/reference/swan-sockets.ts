// In: the way to the loopback server. Out: connectSocket, its tasks, the four global listeners, sendSocketMessage and
// closeSocket, by S1 to S7 of the behaviour contract, over ws.
// Knows nothing of HTTP calls.

import { WebSocket } from 'ws';
import { BadParameter, encodeHeader, requireText } from './encode.ts';
import type { Loopback } from './loopback.ts';
import { createEnd, readCallbacks, runIsolated, type Callback, type Report } from './settle.ts';

export interface SocketTask {
  readonly send: (options?: unknown) => void;
  readonly close: (options?: unknown) => void;
  readonly onOpen: (listener: unknown) => void;
  readonly onMessage: (listener: unknown) => void;
  readonly onError: (listener: unknown) => void;
  readonly onClose: (listener: unknown) => void;
}

export interface SwanSockets {
  connectSocket(options?: unknown): SocketTask;
  onSocketOpen(listener: unknown): void;
  onSocketMessage(listener: unknown): void;
  onSocketError(listener: unknown): void;
  onSocketClose(listener: unknown): void;
  sendSocketMessage(options?: unknown): void;
  closeSocket(options?: unknown): void;
}

export interface SwanSocketsOptions {
  readonly loopback: Loopback;
  readonly report: Report;
  failure(api: string, isParameter: boolean, reason: string): object;
  /** How many sockets live together (S1). */
  readonly limit: number;
  /** Milliseconds until a socket that did not open is given up. */
  readonly timeout: number;
}

type Kind = 'open' | 'message' | 'error' | 'close';

/** One socket with its listeners. */
interface Live {
  readonly listeners: Readonly<Record<Kind, Callback[]>>;
  /** Absent when the call failed. */
  socket?: WebSocket;
  /** What the program asked to close with. */
  asked?: { readonly code: number; readonly reason: string };
  hasOpened: boolean;
}

export function createSwanSockets(options: SwanSocketsOptions): SwanSockets {
  const slots: Partial<Record<Kind, Callback>> = {};
  const alive: Live[] = [];
  let current: Live | undefined;

  const register = (kind: Kind) => (listener: unknown) => {
    if (typeof listener === 'function') slots[kind] = listener as Callback;
  };
  return {
    connectSocket,
    onSocketOpen: register('open'),
    onSocketMessage: register('message'),
    onSocketError: register('error'),
    onSocketClose: register('close'),
    sendSocketMessage: (given) => send('sendSocketMessage', current, given),
    closeSocket: (given) => close('closeSocket', current, given, false),
  };

  function connectSocket(given: unknown): SocketTask {
    const read = asOptions(given);
    const callbacks = readCallbacks(read);
    const end = createEnd(callbacks, options.report);
    const live: Live = { listeners: { open: [], message: [], error: [], close: [] }, hasOpened: false };
    try {
      if (callbacks.fault) throw callbacks.fault;
      open(live, read);
      end.succeed({ errMsg: 'connectSocket:ok' });
    } catch (error) {
      end.fail(failureOf('connectSocket', error));
    }
    const on = (kind: Kind) => (listener: unknown) => {
      if (typeof listener === 'function') live.listeners[kind].push(listener as Callback);
    };
    return {
      send: (message) => send('sendSocketMessage', live, message),
      close: (how) => close('closeSocket', live, how, true),
      onOpen: on('open'),
      onMessage: on('message'),
      onError: on('error'),
      onClose: on('close'),
    };
  }

  /** S1, S2, S7. @throws BadParameter */
  function open(live: Live, read: Readonly<Record<string, unknown>>): void {
    const url = requireText('url', read['url']);
    if (!/^wss?:\/\//i.test(url)) throw new BadParameter(`url must begin with wss:// and is ${url}`);
    const protocols = readProtocols(read['protocolsArray'] ?? read['protocols']);
    const socket = new WebSocket(url, protocols, {
      headers: encodeHeader(read['header']),
      createConnection: ((to: { host?: string }) => options.loopback.connect(to.host ?? '')) as never,
      perMessageDeflate: false,
    });
    socket.binaryType = 'arraybuffer';
    live.socket = socket;
    current = live;
    while (alive.length >= options.limit) closeNow(alive.shift(), 1000, '');
    alive.push(live);

    const timer = setTimeout(() => socket.terminate(), options.timeout);
    socket.on('open', () => {
      clearTimeout(timer);
      live.hasOpened = true;
      tell(live, 'open', { header: {} });
    });
    socket.on('message', (data: ArrayBuffer | Buffer, isBinary) => {
      tell(live, 'message', { data: isBinary ? data : Buffer.from(data as ArrayBuffer).toString('utf8') });
    });
    socket.on('error', (error) => tell(live, 'error', { errMsg: error.message }));
    socket.on('close', (code, reason) => {
      clearTimeout(timer);
      if (alive.includes(live)) alive.splice(alive.indexOf(live), 1);
      const seen = { code, reason: reason.toString('utf8') };
      tell(live, 'close', !live.hasOpened ? { code: 1006, reason: '' } : (live.asked ?? seen));
    });
  }

  /** S4: the globals hear the current socket only. */
  function tell(live: Live, kind: Kind, event: object): void {
    for (const listener of live.listeners[kind]) runIsolated(listener, event, options.report);
    if (live === current) runIsolated(slots[kind], event, options.report);
  }

  /** S5. */
  function send(api: string, live: Live | undefined, given: unknown): void {
    act(api, given, ({ data }) => {
      if (typeof data !== 'string' && !(data instanceof ArrayBuffer)) {
        throw new BadParameter('data must be a string or an ArrayBuffer');
      }
      if (live?.socket?.readyState !== WebSocket.OPEN) throw new Error('no socket is open');
      live.socket.send(typeof data === 'string' ? data : Buffer.from(data.slice(0)));
    });
  }

  /** S5, S6. A task may be closed while it is connecting; then its onClose says 1006, as it never opened. */
  function close(api: string, live: Live | undefined, given: unknown, mayConnect: boolean): void {
    act(api, given, (read) => {
      const code = readCode(read['code']);
      const reason = readReason(read['reason']);
      const state = live?.socket?.readyState;
      const isReady = state === WebSocket.OPEN || (mayConnect && state === WebSocket.CONNECTING);
      if (!isReady) throw new Error('no socket is open');
      closeNow(live, code, reason);
    });
  }

  function act(api: string, given: unknown, step: (read: Readonly<Record<string, unknown>>) => void): void {
    const read = asOptions(given);
    const callbacks = readCallbacks(read);
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

function closeNow(live: Live | undefined, code: number, reason: string): void {
  if (!live?.socket) return;
  live.asked = { code, reason };
  live.socket.close(isSendable(code) ? code : 1000, reason);
}

/** S6: a numeric string counts. */
function readCode(given: unknown): number {
  if (given === undefined || given === null) return 1000;
  const code = typeof given === 'string' && given.trim() === '' ? NaN : Number(given);
  if (!Number.isInteger(code)) throw new BadParameter('code must be a number');
  return code;
}

function readReason(given: unknown): string {
  if (given === undefined || given === null) return '';
  if (typeof given !== 'string') throw new BadParameter('reason must be a string');
  if (Buffer.byteLength(given, 'utf8') > 123) throw new BadParameter('reason is longer than 123 bytes');
  return given;
}

/** S7. */
function readProtocols(given: unknown): string[] {
  const list: unknown[] = Array.isArray(given) ? given : given === undefined || given === null ? [] : [given];
  return list.filter((name): name is string => typeof name === 'string' && name !== '');
}

/** What a close frame may carry. */
function isSendable(code: number): boolean {
  return (code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code)) || (code >= 3000 && code <= 4999);
}

function asOptions(given: unknown): Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
}
