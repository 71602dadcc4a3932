// In: a connection and what the program wants to send or how it wants to close. Out: that done, or a failure (S5, S6).
// Nothing is thrown: what goes wrong is told to the callbacks.

import type { Callbacks } from './callbacks.ts';
import { invalid } from './failure.ts';
import { perform } from './transfer.ts';
import type { Connection } from './socket-connection.ts';

export interface SendSocketMessageOptions extends Callbacks<object> {
  data: string | ArrayBuffer;
}

export interface CloseSocketOptions extends Callbacks<object> {
  /** 1000 when missing. */
  code?: number | string | null | undefined;
  /** At most 123 bytes of UTF-8. */
  reason?: string | null | undefined;
}

export const sendOn = (connection: Connection | undefined, options: unknown): void =>
  attempt('sendSocketMessage', options, () => {
    const { data } = Object(options);
    if (typeof data !== 'string' && !(data instanceof ArrayBuffer)) throw invalid('data');
    inState(connection, 1).send(data);
  });

/** `states`: those of the connection in which it can be closed. */
export const closeOn = (connection: Connection | undefined, options: unknown, ...states: number[]): void =>
  attempt('closeSocket', options, () => {
    const { code, reason } = Object(options);
    const number = +(code ?? 1000);
    const text = String(reason ?? '');
    if (isNaN(number)) throw invalid('code');
    if (unescape(encodeURIComponent(text)).length > 123) throw invalid('reason');
    inState(connection, ...states).close(number, text);
  });

/** The connection, if it is in one of these states. */
const inState = (connection: Connection | undefined, ...states: number[]): Connection => {
  if (connection && states.includes(connection.state())) return connection;
  throw new Error('socket is not open');
};

/** Runs at once; its outcome is reported later, and nothing is thrown (S5). */
export const attempt = (api: string, callbacks: unknown, action: () => void): void => {
  perform(api, callbacks, async (signal) => {
    signal.throwIfAborted();
    action();
    return {};
  });
};
