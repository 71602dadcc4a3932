// In: the way to the loopback server. Out: a WebSocket class that behaves as a browser's does, over ws: events on an
// EventTarget, close codes 1000 and 3000 to 4999 only, blobs unless told otherwise, silence after the end.
// Stands in where the platform has none. Knows nothing of swan.

import { WebSocket as Client } from 'ws';
import type { Loopback } from './loopback.ts';

type Listener = ((event: Event) => unknown) | null;

class CloseEvent extends Event {
  readonly code: number;
  readonly reason: string;
  readonly wasClean: boolean;

  constructor(code: number, reason: string, wasClean: boolean) {
    super('close');
    this.code = code;
    this.reason = reason;
    this.wasClean = wasClean;
  }
}

/** The class to put in the place of `WebSocket`. */
export function createWebSocketClass(loopback: Loopback): typeof globalThis.WebSocket {
  class LoopbackWebSocket extends EventTarget {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSING = 2;
    static readonly CLOSED = 3;
    readonly CONNECTING = 0;
    readonly OPEN = 1;
    readonly CLOSING = 2;
    readonly CLOSED = 3;

    binaryType: 'blob' | 'arraybuffer' = 'blob';
    readonly url: string;
    onopen: Listener = null;
    onmessage: Listener = null;
    onerror: Listener = null;
    onclose: Listener = null;
    readonly #client: Client;

    constructor(url: string | URL, protocols: string | string[] = []) {
      super();
      const parsed = parse(url);
      const names = Array.isArray(protocols) ? protocols.map(String) : [String(protocols)];
      const isToken = names.every((name) => /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name));
      if (!isToken || new Set(names).size < names.length) {
        throw new DOMException(`the protocols are not valid: ${names.join(', ')}`, 'SyntaxError');
      }
      this.url = parsed.href;
      this.#client = new Client(parsed, names, {
        createConnection: ((to: { host?: string }) => loopback.connect(to.host ?? '')) as never,
        perMessageDeflate: false,
      });
      this.#client.binaryType = 'arraybuffer';
      let hasOpened = false;
      this.#client.on('open', () => {
        hasOpened = true;
        this.#fire(new Event('open'));
      });
      this.#client.on('message', (data: ArrayBuffer | Buffer, isBinary) => {
        this.#fire(new MessageEvent('message', { data: this.#received(data, isBinary) }));
      });
      this.#client.on('error', () => this.#fire(new Event('error')));
      this.#client.on('close', (code, reason) => {
        const isClean = hasOpened && code !== 1006;
        this.#fire(new CloseEvent(hasOpened ? code : 1006, reason.toString('utf8'), isClean));
      });
    }

    get readyState(): number {
      return this.#client.readyState;
    }

    get protocol(): string {
      return this.#client.protocol;
    }

    get bufferedAmount(): number {
      return this.#client.bufferedAmount;
    }

    get extensions(): string {
      return '';
    }

    send(data: string | ArrayBuffer | ArrayBufferView | Blob): void {
      if (this.readyState === Client.CONNECTING) throw new DOMException('still connecting', 'InvalidStateError');
      if (this.readyState !== Client.OPEN) return;
      if (data instanceof Blob) void data.arrayBuffer().then((bytes) => this.#client.send(bytes));
      else if (typeof data === 'object') this.#client.send(copy(data));
      else this.#client.send(String(data));
    }

    close(code?: number, reason = ''): void {
      if (code !== undefined) {
        const number = Math.trunc(Number(code)) || 0;
        if (number !== 1000 && (number < 3000 || number > 4999)) {
          throw new DOMException(`the close code must be 1000 or 3000 to 4999, not ${number}`, 'InvalidAccessError');
        }
      }
      if (Buffer.byteLength(String(reason), 'utf8') > 123) {
        throw new DOMException('the reason is longer than 123 bytes', 'SyntaxError');
      }
      if (this.readyState >= Client.CLOSING) return;
      if (code === undefined) this.#client.close();
      else this.#client.close(Number(code), String(reason));
    }

    #received(data: ArrayBuffer | Buffer, isBinary: boolean): unknown {
      if (!isBinary) return Buffer.from(data as ArrayBuffer).toString('utf8');
      return this.binaryType === 'arraybuffer' ? data : new Blob([data as ArrayBuffer]);
    }

    #fire(event: Event): void {
      const handler = { open: this.onopen, message: this.onmessage, error: this.onerror, close: this.onclose }[
        event.type
      ];
      // As in a browser: what one listener throws is reported and does not keep the others from hearing the event.
      if (handler) this.addEventListener(event.type, handler, { once: true });
      this.dispatchEvent(event);
    }
  }
  return LoopbackWebSocket as unknown as typeof globalThis.WebSocket;
}

function parse(url: string | URL): URL {
  let parsed: URL;
  try {
    parsed = new URL(String(url));
  } catch {
    throw new DOMException(`the url is not valid: ${String(url)}`, 'SyntaxError');
  }
  if (!/^(wss?|https?):$/.test(parsed.protocol) || parsed.hash !== '') {
    throw new DOMException(`the url is no WebSocket url: ${parsed.href}`, 'SyntaxError');
  }
  parsed.protocol = parsed.protocol.replace('http', 'ws');
  return parsed;
}

function copy(data: ArrayBuffer | ArrayBufferView): Buffer {
  const view = ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
  return Buffer.from(view);
}
