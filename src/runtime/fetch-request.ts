// In: the options of a request, or a function that calls fetch. Out: a task, a promise, or nothing, as the name says.
// Every status is a success (R1).

import { encodeBody, type Body } from './body.ts';
import type { Loose } from './callbacks.ts';
import { decode, type Decoding } from './decode.ts';
import { inAnyCase } from './headers.ts';
import { messageOf, type RequestHandlers, type RequestOptions, type RequestResult } from './request-options.ts';
import { begin, perform, type RequestTask } from './transfer.ts';

/** Sends a request and reports to the callbacks in the options. Never throws. */
export const request = <Data = Loose>(options: RequestOptions<Data>): RequestTask => {
  const start = async (signal: AbortSignal) => {
    const { url, ...init } = messageOf(options);
    await null; // an abort in the tick of the call sends nothing
    return fetch(url, { ...init, signal });
  };
  return perform('request', options, reading(start, options));
};

/** Calls `start` at once and reports its response to the handlers. */
export const send = <Data = Loose>(
  start: (signal: AbortSignal) => Promise<Response>,
  handlers?: RequestHandlers<Data>,
): void => {
  perform('request', handlers, reading(start, handlers));
};

/** The same with a task: `start` is called a moment later, so that an abort in the tick of the call sends nothing. */
export const requestTask = <Data = Loose>(
  start: (signal: AbortSignal) => Promise<Response>,
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
  start: (signal: AbortSignal) => Promise<Response>,
  how?: Decoding,
): Promise<Result> => begin<Loose>('request', reading(start, how)).outcome;

/** The headers and the body of a fetch call, from the program's data and header. */
export const payload = (data?: unknown, header?: unknown): Body => encodeBody(data, header);

/** `start`, with its response read to its end as the program wants it; what it wants is read now (R19). */
export const reading = (start: (signal: AbortSignal) => Promise<Response>, how: unknown) => {
  const { dataType, responseType } = Object(how);
  return (signal: AbortSignal): Promise<RequestResult> =>
    start(signal).then(async (response) => {
      const fields: Record<string, string> = {};
      response.headers.forEach((value, name) => {
        // Only set-cookie comes more than once, and only where cookies can be read.
        fields[name] = name === 'set-cookie' && fields[name] ? `${fields[name]}, ${value}` : value;
      });
      return {
        data: decode(await response.arrayBuffer(), fields['content-type'], dataType, responseType),
        statusCode: response.status,
        header: inAnyCase(fields),
      };
    });
};
