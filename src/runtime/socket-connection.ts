// In: the options of connectSocket. Out: a connection over the platform's WebSocket, whose events are those of swan (S4, S6).
// Knows nothing of tasks and of which socket is the current one.

import { usable, requireUrl } from './encode.ts';
import { failureOf } from './failure.ts';
import { headerFields } from './headers.ts';
import type { SocketEvents } from './socket-events.ts';
import { timeouts } from './timeouts.ts';

/** What of a WebSocket is used: those of browsers, of Node from version 22 on, and of the package ws have it. */
interface PlatformSocket {
  binaryType: string;
  readonly readyState: number;
  send(data: string | ArrayBuffer): void;
  close(code?: number, reason?: string): void;
  onopen: unknown;
  onmessage: unknown;
  onerror: unknown;
  onclose: unknown;
}

type SocketConstructor = new (url: string, protocols: string[], extra: object) => PlatformSocket;

export interface Connection {
  socket: PlatformSocket;
  isOpened: boolean;
  isOver: boolean;
  /** The close that the program asked for and the platform refused. */
  refused?: SocketEvents['close'];
}

let socketClass: SocketConstructor | undefined;

/** Hands in a WebSocket where the platform has none, as in Node 20: `useWebSocket(ws)`. */
export function useWebSocket(constructor: new (...parameters: never[]) => object): void {
  socketClass = constructor as unknown as SocketConstructor;
}

export type Emit = <Kind extends keyof SocketEvents>(kind: Kind, event: SocketEvents[Kind]) => void;

export function openSocket(options: unknown, emit: Emit): Connection {
  const { url, protocols, protocolsArray, header } = Object(options);
  const names = [].concat(protocolsArray ?? protocols ?? []).filter(Boolean);
  const Socket = socketClass ?? (WebSocket as unknown as SocketConstructor);
  const extra = { headers: headerFields(header) };
  const socket = usable('url', () => new Socket(requireUrl(url), names, extra));
  const connection: Connection = { socket, isOpened: false, isOver: false };
  const end = (event: SocketEvents['close']) => {
    clearTimeout(timer);
    if (connection.isOver) return;
    connection.isOver = true;
    emit('close', event);
  };
  let isBroken = false;
  const fail = (error: unknown) => {
    if (isBroken) return;
    isBroken = true;
    emit('error', failureOf('connectSocket', error));
    // Some platforms tell nothing more of a socket that never opened.
    if (!connection.isOpened) setTimeout(end, 50, { code: 1006, reason: '' });
  };
  const timer = setTimeout(() => {
    fail(new Error('timeout'));
    socket.close();
  }, timeouts.connectSocket);
  socket.binaryType = 'arraybuffer';
  socket.onopen = () => {
    clearTimeout(timer);
    connection.isOpened = true;
    emit('open', { header: {} });
  };
  socket.onmessage = ({ data }: MessageEvent) => emit('message', { data });
  socket.onerror = fail;
  socket.onclose = ({ code, reason }: CloseEvent) =>
    end((connection.isOpened && connection.refused) || { code, reason });
  return connection;
}

/** Browsers take 1000 and from 3000 on: every other code closes with 1000, and the program hears its own (S6). */
export function shut(connection: Connection, code: number, reason: string): void {
  try {
    connection.socket.close(code, reason);
  } catch {
    connection.refused = { code, reason };
    connection.socket.close(1000, reason);
  }
}
