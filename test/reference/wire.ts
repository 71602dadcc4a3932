// In: nothing. Out: the types of what a run leaves behind: the wire as the server saw it, the trace as the program told it.
// Knows neither who made them nor how they are compared.

/** One field or file of a multipart body, in the order of arrival. */
export interface WirePart {
  readonly name: string;
  /** Absent for a plain field. */
  readonly filename?: string;
  readonly type?: string;
  /** Text of a field, base64 of a file. */
  readonly value: string;
}

export interface WireRequest {
  readonly kind: 'request';
  readonly method: string;
  /** The host that the program asked for, with its port when it named one. */
  readonly host: string;
  readonly path: string;
  /** What follows the first `?`, as it came over the line; absent when there is no `?`. */
  readonly query?: string;
  /** Names in lower case, values as Latin-1 text, as it came over the line. */
  readonly header: Readonly<Record<string, string>>;
  /** Bytes of the body; for multipart see `parts`. */
  body: Buffer;
  /** Absent when the body is no multipart. */
  parts?: readonly WirePart[];
  /** The body arrived to its end. */
  isWhole: boolean;
}

export interface WireFrame {
  readonly type: 'text' | 'binary';
  /** Text, or base64 of the bytes. */
  readonly value: string;
}

export interface WireSocket {
  readonly kind: 'socket';
  readonly host: string;
  readonly path: string;
  readonly query?: string;
  /** The protocols that the client offered. */
  readonly protocols: readonly string[];
  readonly header: Readonly<Record<string, string>>;
  readonly frames: WireFrame[];
  /** What the client's close frame said, when the client closed first. */
  close?: { readonly code: number; readonly reason: string };
}

export type WireEntry = WireRequest | WireSocket;

/**
 * One event of a program. `value` is plain data: what JSON cannot hold is spelled out
 * (`{ $: 'ArrayBuffer', base64 }`, `{ $: 'undefined' }`, `{ $: 'Error', message }`).
 */
export interface TraceEvent {
  readonly name: string;
  readonly value?: unknown;
}
