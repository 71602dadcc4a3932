// The public names of the shim for axios.

export { http, useAxios } from './axios-http.ts';
export { form, json, query, requireUrl } from './encode.ts';
export { exchange, payload, request, requestTask, send } from './axios-request.ts';
export { headerFields } from './headers.ts';
export type { Failure } from './failure.ts';
export type { RequestHandlers, RequestOptions, RequestResult } from './request-options.ts';
export type { RequestTask } from './transfer.ts';
