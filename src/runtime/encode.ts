// In: a url and the program's data. Out: the url with its query, or the text of a body (R6 to R8).
// Nothing that it is given is changed; what cannot be encoded is a BadParameter.

import { BadParameter, requireText } from './failure.ts';

/** The url itself; one that cannot be called throws where it is used (R15). */
export const requireUrl = (url: unknown): string => query(url as string);

/** The url with `data` as its query. Nothing that is in the url already is encoded again. */
export const query = (url: string, data?: unknown): string =>
  usedLater(() => {
    requireText('url', url);
    const text = bodyOf(data, formText);
    if (typeof text !== 'string' || !text) return url;
    return url.replace(/^[^#]*/, (base) => {
      const glue = !base.includes('?') ? '?' : /[?&]$/.test(base) ? '' : '&';
      return base + glue + text;
    });
  });

/** A JSON body. Strings are sent as they are, ArrayBuffers as bytes; null and undefined are no body. */
export const json = (data: unknown): string | ArrayBuffer | null => usedLater(() => bodyOf(data, JSON.stringify));

/** A body for application/x-www-form-urlencoded. Strings, ArrayBuffers and null as with `json`. */
export const form = (data: unknown): string | ArrayBuffer | null => usedLater(() => bodyOf(data, formText));

/** Strings and bytes need no encoding; null is no body, as is what JSON has no text for. */
export const bodyOf = (data: unknown, encode: (data: unknown) => string | undefined): string | ArrayBuffer | null => {
  // A copy: what is sent is what the bytes are now (R19).
  if (data instanceof ArrayBuffer) return data.slice(0);
  if (typeof data === 'string') return data;
  return data == null ? null : (usable('data', () => encode(data)) ?? null);
};

export const formText = (data: unknown): string =>
  fieldsOf(data)
    .map((field) => field.map(encodeURIComponent).join('='))
    .join('&');

/** Names and values in the shape that JSON would give them (R7); nested values are JSON text. */
export const fieldsOf = (data: unknown): [name: string, value: string][] => {
  // In a list a function is null; alone JSON has no text for it.
  const [shape]: unknown[] = JSON.parse(JSON.stringify([data]));
  return Object.entries(Object(shape)).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
};

/** A value that cannot be sent throws where it is used: by then all other options have been read (R19). */
export const usedLater = <Value>(encode: () => Value): Value => {
  try {
    return encode();
  } catch (error) {
    return {
      toString() {
        throw error;
      },
    } as Value;
  }
};

/** What refuses a value (JSON a cycle or a BigInt, a query half a character) throws a BadParameter instead. */
export const usable = <Code>(parameter: string, encode: () => Code): Code => {
  try {
    return encode();
  } catch (error) {
    throw new BadParameter(`${parameter}: ${(error as Error).message}`);
  }
};
