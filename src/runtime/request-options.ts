// In: the options of a request, of any shape. Out: what is to be sent (R4 to R10).
// Reads everything at once, so that later changes have no effect (R19).

import { encodeBody, type Body } from './body.ts';
import type { Callbacks, Loose } from './callbacks.ts';
import type { Decoding } from './decode.ts';
import { query } from './encode.ts';

export interface RequestResult<Data = Loose> {
  data: Data;
  statusCode: number;
  /** Names answer in any case; several set-cookie are one string. */
  header: Loose;
  /** What a program may look for and the document does not give. */
  [field: string]: Loose;
}

/** What the program may say about the answer of a request. */
export interface RequestHandlers<Data = Loose> extends Decoding, Callbacks<RequestResult<Data>> {}

export interface RequestOptions<Data = Loose> extends RequestHandlers<Data> {
  url: string;
  /** The query of a GET or HEAD, the body of every other method. */
  data?: unknown;
  header?: object | null | undefined;
  /** GET when missing. */
  method?: string | undefined;
}

export interface Message extends Body {
  url: string;
  method: string;
}

export const messageOf = (options: unknown): Message => {
  const { url, data, header, method } = Object(options);
  const verb = method?.toUpperCase?.() || 'GET';
  const [inUrl, inBody] = verb === 'GET' || verb === 'HEAD' ? [data] : [null, data];
  return { url: query(url, inUrl), method: verb, ...encodeBody(inBody, header) };
};
