// In: a response, read to its end. Out: the object that `success` and `complete` get (R12 to R14).
// Knows nothing of fetch and axios.

import { decode } from './decode.ts';
import { inAnyCase } from './headers.ts';
import type { RequestResult } from './request-options.ts';

export function resultOf(
  statusCode: number,
  header: Record<string, string>,
  bytes: ArrayBuffer,
  dataType?: string,
  responseType?: string,
): RequestResult {
  return { data: decode(bytes, header['content-type'], dataType, responseType), statusCode, header: inAnyCase(header) };
}
