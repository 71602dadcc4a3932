// In: header fields as the program wrote them, or as a response brought them. Out: fields as the other side wants them (R10, R12).
// Knows nothing of requests and responses.

import { usedLater } from './encode.ts';
import { invalid } from './failure.ts';

/** Fields to send: lower-case names, string values, no Referer. Bytes of UTF-8 stand for what Latin-1 cannot hold. */
export const headerFields = (header: unknown): Record<string, string> => {
  const fields: Record<string, string> = {};
  for (const [key, value] of Object.entries(typeof header === 'string' ? fields : Object(header))) {
    const name = key.toLowerCase();
    if (value == null || name === 'referer') continue;
    fields[name] = usedLater(() => {
      const text = String(value);
      // axios would leave control characters out without a word.
      if (/[^\t -~\x80-\uffff]/.test(text)) throw invalid('header');
      return /[^\0-\xff]/.test(text) ? unescape(encodeURIComponent(text)) : text;
    });
  }
  return fields;
};

/** The same fields, found under a name in any case. Only the lower-case names are listed. */
export const inAnyCase = (fields: Record<string, string>): Record<string, string> =>
  new Proxy(fields, {
    get: (own, name) => own[name as string] ?? own[String(name).toLowerCase()],
  });
