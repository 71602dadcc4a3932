// In: the options of connectSocket, sendSocketMessage and closeSocket. Out: the platform's WebSocket behaving as swan's (S1 to S7).
// One module for all targets: a socket is neither fetch's nor axios's.

import { call, type Callbacks } from './callbacks.ts';
import { attempt, closeOn, sendOn, type CloseSocketOptions, type SendSocketMessageOptions } from './socket-actions.ts';
import { openSocket, type Connection, type Emit } from './socket-connection.ts';
import { current, makeCurrent } from './socket-current.ts';
import { globalListeners, type Listener } from './socket-events.ts';

export interface ConnectSocketOptions extends Callbacks<object> {
  url: string;
  protocolsArray?: readonly string[] | null | undefined;
  protocols?: readonly string[] | null | undefined;
  /** Only where the platform's WebSocket takes header fields, which browsers do not. */
  header?: object | null | undefined;
}

/** Its methods work without `this`. */
export interface SocketTask {
  send(options: SendSocketMessageOptions): void;
  close(options?: CloseSocketOptions): void;
  onOpen(listener: Listener<'open'>): void;
  onMessage(listener: Listener<'message'>): void;
  onError(listener: Listener<'error'>): void;
  onClose(listener: Listener<'close'>): void;
}

/** Its `success` says that the task was made; that the socket is open is for onOpen to say (S2). */
export const connectSocket = (options: ConnectSocketOptions): SocketTask => {
  const listeners: [kind: string, listener: unknown][] = [];
  const on = (kind: string) => (listener: unknown) => void listeners.push([kind, listener]);
  let connection: Connection | undefined;
  const emit: Emit = (kind, event) => {
    // Asked first: a listener may open the next socket.
    const isCurrent = connection === current;
    for (const [own, listener] of listeners) if (own === kind) call(listener, event);
    if (isCurrent) call(globalListeners[kind], event);
  };
  attempt('connectSocket', options, () => {
    connection = openSocket(options, emit);
    makeCurrent(connection);
  });
  return {
    send: (message) => sendOn(connection, message),
    close: (closing) => closeOn(connection, closing, 0, 1),
    onOpen: on('open'),
    onMessage: on('message'),
    onError: on('error'),
    onClose: on('close'),
  };
};

export const sendSocketMessage = (options: SendSocketMessageOptions): void => sendOn(current, options);

/** Unlike the close of a task it has no effect on a socket that is not open yet. */
export const closeSocket = (options?: CloseSocketOptions): void => closeOn(current, options, 1);
