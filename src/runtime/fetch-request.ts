// In: the options of a request, or a function that calls fetch. Out: a task, a promise, or nothing, as the name says.
// Every status is a success (R1).

import { encodeBody, type Body } from './body.ts';
import type { Loose } from './callbacks.ts';
import type { Decoding } from './decode.ts';
import { messageOf, type RequestHandlers, type RequestOptions, type RequestResult } from './request-options.ts';
import { resultOf } from './result.ts';
import { begin, report, type RequestTask, type Transfer } from './transfer.ts';

/** Sends a request and reports to the callbacks in the options. Never throws. */
export function request<Data = Loose>(options: RequestOptions<Data>): RequestTask {
  const start = async (signal: AbortSignal) => {
    const { url, ...init } = messageOf(options);
    await null; // an abort in the tick of the call sends nothing
    return fetch(url, { ...init, signal });
  };
  return report(transact(start, options), options);
}

/** Calls `start` at once and reports its response to the handlers. */
export function send<Data = Loose>(
  start: (signal: AbortSignal) => Promise<Response>,
  handlers?: RequestHandlers<Data>,
): void {
  report(transact(start, handlers), handlers);
}

/** The same with a task: `start` is called a moment later, so that an abort in the tick of the call sends nothing. */
export function requestTask<Data = Loose>(
  start: (signal: AbortSignal) => Promise<Response>,
  handlers?: RequestHandlers<Data>,
): RequestTask {
  const later = async (signal: AbortSignal) => {
    await null;
    return start(signal);
  };
  return report(transact(later, handlers), handlers);
}

/** The same as a promise. Rejects with `{ errCode, errMsg }`, never for a status. */
export async function exchange<Data = Loose>(
  start: (signal: AbortSignal) => Promise<Response>,
  how?: Decoding,
): Promise<RequestResult<Data>> {
  return transact(start, how).outcome;
}

/** The headers and the body of a fetch call, from the program's data and header. */
export function payload(data?: unknown, header?: unknown): Body {
  return encodeBody(data, header);
}

function transact(start: (signal: AbortSignal) => Promise<Response>, how: unknown): Transfer<RequestResult> {
  const { dataType, responseType } = Object(how);
  return begin('request', how, (signal) =>
    start(signal).then((response) => readResponse(response, dataType, responseType)),
  );
}

/** Reads a response to its end. */
export async function readResponse(
  response: Response,
  dataType?: string,
  responseType?: string,
): Promise<RequestResult> {
  const fields: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    // Only set-cookie comes more than once, and only where cookies can be read.
    fields[name] = name === 'set-cookie' && fields[name] ? `${fields[name]}, ${value}` : value;
  });
  return resultOf(response.status, fields, await response.arrayBuffer(), dataType, responseType);
}
