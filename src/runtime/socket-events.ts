// In: what happens on a socket. Out: calls of the program's listeners: those of its task, and the global ones (S3, S4).
// Knows nothing of connections.

import type { Loose } from './callbacks.ts';
import type { Failure } from './failure.ts';

export interface SocketEvents {
  open: { header: object };
  /** A string or an ArrayBuffer: the program knows which. */
  message: { data: Loose };
  error: Failure;
  close: { code: number; reason: string };
}

export type Listener<Kind extends keyof SocketEvents> = (event: SocketEvents[Kind]) => unknown;

/** One slot for each kind: the last one wins. They stay when the connection goes. */
export const globalListeners: Partial<Record<keyof SocketEvents, unknown>> = {};

const registers =
  <Kind extends keyof SocketEvents>(kind: Kind) =>
  (listener: Listener<Kind>): void => {
    globalListeners[kind] = listener;
  };

export const onSocketOpen = registers('open');
export const onSocketMessage = registers('message');
export const onSocketError = registers('error');
export const onSocketClose = registers('close');
