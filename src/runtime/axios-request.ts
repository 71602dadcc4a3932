// In: the options of a request, or a function that calls axios. Out: a task, a promise, or nothing, as the name says.
// Every status is a success (R1).

import type { AxiosHeaders, AxiosResponse } from 'axios';
import { http } from './axios-http.ts';
import { encodeBody, type Body } from './body.ts';
import type { Loose } from './callbacks.ts';
import type { Decoding } from './decode.ts';
import { messageOf, type RequestHandlers, type RequestOptions, type RequestResult } from './request-options.ts';
import { resultOf } from './result.ts';
import { begin, report, type RequestTask, type Transfer } from './transfer.ts';

/** Sends a request and reports to the callbacks in the options. Never throws. */
export function request<Data = Loose>(options: RequestOptions<Data>): RequestTask {
  const start = async (signal: AbortSignal) => {
    const { body, ...message } = messageOf(options);
    await null; // an abort in the tick of the call sends nothing
    return http.request({ ...message, data: body, signal });
  };
  return report(transact(start, options), options);
}

/** Calls `start` at once and reports its response to the handlers. `start` uses `http`. */
export function send<Data = Loose>(
  start: (signal: AbortSignal) => Promise<AxiosResponse>,
  handlers?: RequestHandlers<Data>,
): void {
  report(transact(start, handlers), handlers);
}

/** The same with a task: `start` is called a moment later, so that an abort in the tick of the call sends nothing. */
export function requestTask<Data = Loose>(
  start: (signal: AbortSignal) => Promise<AxiosResponse>,
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
  start: (signal: AbortSignal) => Promise<AxiosResponse>,
  how?: Decoding,
): Promise<RequestResult<Data>> {
  return transact(start, how).outcome;
}

/** The headers and the data of an axios call, from the program's data and header. */
export function payload(data?: unknown, header?: unknown): { headers: Body['headers']; data: Body['body'] } {
  const { headers, body } = encodeBody(data, header);
  return { headers, data: body };
}

function transact(start: (signal: AbortSignal) => Promise<AxiosResponse>, how: unknown): Transfer<RequestResult> {
  const { dataType, responseType } = Object(how);
  return begin('request', how, (signal) =>
    start(signal).then((response) => readResponse(response, dataType, responseType)),
  );
}

export function readResponse(response: AxiosResponse, dataType?: string, responseType?: string): RequestResult {
  const fields = (response.headers as AxiosHeaders).toJSON(true);
  // In Node axios gives a Buffer, which is a window on a larger one.
  const { buffer } = new Uint8Array(response.data as ArrayBuffer);
  return resultOf(response.status, { ...fields }, buffer, dataType, responseType);
}
