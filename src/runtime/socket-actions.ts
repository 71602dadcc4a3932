// In: a connection and what the program wants to send or how it wants to close. Out: that done, or a failure (S5, S6).
// Nothing is thrown: what goes wrong is told to the callbacks.

import { requireFunctions, type Callbacks } from './callbacks.ts';
import { BadParameter, failureOf } from './failure.ts';
import { report } from './transfer.ts';
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

export function sendOn(connection: Connection | undefined, options: unknown): void {
  attempt('sendSocketMessage', options, () => {
    const { data } = Object(options);
    if (typeof data !== 'string' && !(data instanceof ArrayBuffer)) throw new BadParameter('data is missing or wrong');
    if (connection?.state() !== 1) throw new Error('the socket is not open');
    connection.send(data);
    return {};
  });
}

export function closeOn(connection: Connection | undefined, options: unknown): void {
  attempt('closeSocket', options, () => {
    const { code, reason } = Object(options);
    const number = Number(code ?? 1000);
    const text = String(reason ?? '');
    if (Number.isNaN(number)) throw new BadParameter('code is no number');
    if (new TextEncoder().encode(text).length > 123) throw new BadParameter('reason is longer than 123 bytes');
    if (!connection || connection.state() > 1) throw new Error('the socket is not open');
    connection.close(number, text);
    return {};
  });
}

/** Runs at once; its outcome is reported later, and nothing is thrown (S5). */
export function attempt(api: string, callbacks: unknown, action: () => unknown): void {
  const run = () => {
    requireFunctions(callbacks);
    return action();
  };
  const outcome = new Promise((resolve) => resolve(run())).catch((error) => Promise.reject(failureOf(api, error)));
  report({ outcome }, callbacks);
}
