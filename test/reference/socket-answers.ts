// In: an accepted WebSocket and where it was asked for. Out: what the server does with it, chosen by the path.
// Every path echoes text and bytes. /push greets with text, /push-binary with bytes, /close/CODE/REASON closes at once,
// /drop cuts the line; the text `close CODE REASON` makes the server close. /refuse says 403, /hang never shakes hands.
// Knows nothing of the client.

import type { WebSocket } from 'ws';
import type { WireSocket } from './wire.ts';

/** A path whose handshake is answered with 403. */
export function isRefused(path: string): boolean {
  return path.startsWith('/refuse');
}

/** A path whose handshake is never answered. */
export function isHung(path: string): boolean {
  return path.startsWith('/hang');
}

/** Serves one socket to its end and writes down what the client sends. */
export function answerSocket(entry: WireSocket, socket: WebSocket): void {
  let isClosedHere = false;
  const close = (code: string, reason: string): void => {
    isClosedHere = true;
    socket.close(Number(code), reason);
  };
  socket.on('error', () => {});
  socket.on('message', (data: Buffer, isBinary) => {
    const text = isBinary ? undefined : data.toString('utf8');
    entry.frames.push({ type: isBinary ? 'binary' : 'text', value: text ?? data.toString('base64') });
    const order = text?.match(/^close (\d+) ?(.*)$/);
    if (order) close(order[1] ?? '', order[2] ?? '');
    else socket.send(data, { binary: isBinary });
  });
  socket.on('close', (code, reason) => {
    if (!isClosedHere) entry.close = { code, reason: reason.toString('utf8') };
  });

  const [first, code = '1000', reason = ''] = entry.path.slice(1).split('/');
  if (first === 'push') socket.send('hello from the server');
  if (first === 'push-binary') socket.send(Buffer.from([1, 2, 3, 250]));
  if (first === 'close') close(code, decodeURIComponent(reason));
  if (first === 'drop') socket.terminate();
}
