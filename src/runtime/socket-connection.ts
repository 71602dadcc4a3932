// In: the options of connectSocket. Out: a connection over the platform's WebSocket, whose events are those of swan (S4, S6).
// Knows nothing of tasks and of which socket is the current one.

import { usable } from './encode.ts';
import { failureOf, requireText, type Fault } from './failure.ts';
import { headerFields } from './headers.ts';
import type { SocketEvents } from './socket-events.ts';
import { timeouts } from './settings.ts';

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

/** Its functions throw what the platform throws. */
export interface Connection {
  /** As the platform counts: 0 connecting, 1 open, 2 closing, 3 closed. */
  state(): number;
  send(data: string | ArrayBuffer): void;
  /** Browsers take 1000 and from 3000 on: every other code closes with 1000, and onClose reports what was asked for (S6). */
  close(code: number, reason: string): void;
}

let socketClass: SocketConstructor | undefined;

/** Hands in a WebSocket where the platform has none, as in Node 20: `useWebSocket(ws)`. */
export const useWebSocket = (constructor: new (...parameters: never[]) => object): void => {
  socketClass = constructor as unknown as SocketConstructor;
};

export type Emit = <Kind extends keyof SocketEvents>(kind: Kind, event: SocketEvents[Kind]) => void;

export const openSocket = (options: unknown, emit: Emit): Connection => {
  const { url, protocols, protocolsArray, header } = Object(options);
  requireText('url', url);
  const names = [protocolsArray ?? protocols].flat().filter(Boolean);
  const Socket = socketClass ?? WebSocket;
  const socket = usable('url', () => new Socket(url, names, { headers: headerFields(header) }));
  let isOpened = false;
  let isBroken = false;
  let isOver = false;
  let refused: SocketEvents['close'] | undefined;
  const end = (event: SocketEvents['close']) => {
    clearTimeout(timer);
    if (isOver) return;
    isOver = true;
    emit('close', event);
  };
  const fail = (error: Fault) => {
    if (isBroken) return;
    isBroken = true;
    emit('error', failureOf('connectSocket', error));
    // Some platforms tell nothing more of a socket that never opened.
    if (!isOpened) setTimeout(end, 50, { code: 1006, reason: '' });
  };
  const timer = setTimeout(() => {
    fail({ message: 'timeout' });
    socket.close();
  }, timeouts.connectSocket ?? timeouts.other);
  socket.binaryType = 'arraybuffer';
  socket.onopen = () => {
    clearTimeout(timer);
    isOpened = true;
    emit('open', { header: {} });
  };
  socket.onmessage = ({ data }: MessageEvent) => emit('message', { data });
  socket.onerror = fail;
  socket.onclose = ({ code, reason }: CloseEvent) => end((isOpened && refused) || { code, reason });
  return {
    state: () => (isOver ? 3 : socket.readyState),
    send: (data) => socket.send(data),
    close(code, reason) {
      try {
        socket.close(code, reason);
      } catch {
        refused = { code, reason };
        socket.close(1000, reason);
      }
    },
  };
};
