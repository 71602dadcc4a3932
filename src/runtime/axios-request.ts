// In: the options of a request, or a function that calls axios. Out: a task, a promise, or nothing, as the name says.
// Every status is a success (R1).

import type { AxiosResponse } from 'axios';
import { http } from './axios-http.ts';
import { encodeBody, type Body } from './body.ts';
import type { Loose } from './callbacks.ts';
import { decode, type Decoding } from './decode.ts';
import { inAnyCase } from './headers.ts';
import { messageOf, type RequestHandlers, type RequestOptions, type RequestResult } from './request-options.ts';
import { begin, perform, type RequestTask } from './transfer.ts';

/** Sends a request and reports to the callbacks in the options. Never throws. */
export const request = <Data = Loose>(options: RequestOptions<Data>): RequestTask => {
  const start = async (signal: AbortSignal) => {
    const { body, ...message } = messageOf(options);
    await null; // an abort in the tick of the call sends nothing
    return http.request({ ...message, data: body, signal });
  };
  return perform('request', options, reading(start, options));
};

/** Calls `start` at once and reports its response to the handlers. `start` uses `http`. */
export const send = <Data = Loose>(
  start: (signal: AbortSignal) => Promise<AxiosResponse>,
  handlers?: RequestHandlers<Data>,
): void => {
  perform('request', handlers, reading(start, handlers));
};

/** The same with a task: `start` is called a moment later, so that an abort in the tick of the call sends nothing. */
export const requestTask = <Data = Loose>(
  start: (signal: AbortSignal) => Promise<AxiosResponse>,
  handlers?: RequestHandlers<Data>,
): RequestTask => {
  const later = async (signal: AbortSignal) => {
    await null;
    return start(signal);
  };
  return perform('request', handlers, reading(later, handlers));
};

/** The same as a promise. Rejects with `{ errCode, errMsg }`, never for a status. */
export const exchange = async <Data = Loose, Result = RequestResult<Data>>(
  start: (signal: AbortSignal) => Promise<AxiosResponse>,
  how?: Decoding,
): Promise<Result> => begin<Loose>('request', reading(start, how)).outcome;

/** The headers and the data of an axios call, from the program's data and header. */
export const payload = (data?: unknown, header?: unknown): { headers: Body['headers']; data: Body['body'] } => {
  const { headers, body } = encodeBody(data, header);
  return { headers, data: body };
};

/** `start`, with its response read as the program wants it; what it wants is read now (R19). */
export const reading = (start: (signal: AbortSignal) => Promise<AxiosResponse>, how: unknown) => {
  const { dataType, responseType } = Object(how);
  return (signal: AbortSignal): Promise<RequestResult> =>
    start(signal).then(({ data, status, headers }) => {
      const fields = { ...(headers as unknown as { toJSON(asStrings: true): object }).toJSON(true) } as Record<
        string,
        string
      >;
      // In Node axios gives a Buffer, which is a window on a larger one.
      const { buffer } = new Uint8Array(data as ArrayBuffer);
      return {
        data: decode(buffer, fields['content-type'], dataType, responseType),
        statusCode: status,
        header: inAnyCase(fields),
      };
    });
};
