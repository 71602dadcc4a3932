// The public names of the shim for fetch.

export { form, json, query, requireUrl } from './encode.ts';
export { exchange, payload, request, requestTask, send } from './fetch-request.ts';
export { headerFields } from './headers.ts';
export type { Failure } from './failure.ts';
export type { RequestHandlers, RequestOptions, RequestResult } from './request-options.ts';
export type { RequestTask } from './transfer.ts';
