// In: a url and the program's data. Out: the url with its query, or the text of a body (R6 to R8).
// Nothing that it is given is changed; what cannot be encoded is a BadParameter.

import { BadParameter, requireText } from './failure.ts';

/** The url itself, when it is one that can be called (R15). */
export function requireUrl(url: unknown): string {
  return requireText('url', url);
}

/** The url with `data` as its query. Nothing that is in the url already is encoded again. */
export function query(url: string, data?: unknown): string {
  const base = requireUrl(url).replace(/#.*/s, '');
  const text = bodyOf(data, formText);
  if (typeof text !== 'string' || !text) return url;
  const glue = !base.includes('?') ? '?' : /[?&]$/.test(base) ? '' : '&';
  return base + glue + text + url.slice(base.length);
}

/** A JSON body. Strings are sent as they are, ArrayBuffers as bytes; null and undefined are no body. */
export function json(data: unknown): string | ArrayBuffer | null {
  return bodyOf(data, JSON.stringify);
}

/** A body for application/x-www-form-urlencoded. Strings, ArrayBuffers and null as with `json`. */
export function form(data: unknown): string | ArrayBuffer | null {
  return bodyOf(data, formText);
}

/** Strings and bytes need no encoding; null is no body, as is what JSON has no text for. */
export function bodyOf(data: unknown, encode: (data: unknown) => string | undefined): string | ArrayBuffer | null {
  // A copy: what is sent is what the bytes are now (R19).
  if (data instanceof ArrayBuffer) return data.slice(0);
  if (typeof data === 'string') return data;
  return (data == null ? null : usable('data', () => encode(data))) ?? null;
}

export function formText(data: unknown): string {
  return fieldsOf(data)
    .map((field) => field.map(encodeURIComponent).join('='))
    .join('&');
}

/** Names and values in the shape that JSON would give them (R7); nested values are JSON text. */
export function fieldsOf(data: unknown): [name: string, value: string][] {
  const shape: unknown = JSON.parse(JSON.stringify(data) ?? 'null');
  return Object.entries(Object(shape)).map(([name, value]) => [
    name,
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  ]);
}

/** What refuses a value (JSON a cycle or a BigInt, a query half a character) throws a BadParameter instead. */
export function usable<Code>(parameter: string, encode: () => Code): Code {
  try {
    return encode();
  } catch (error) {
    throw new BadParameter(`${parameter}: ${(error as Error).message}`);
  }
}
