// In: the program's data and header fields. Out: the header fields and the body to send (R8, R9).
// Knows nothing of methods: who calls it has decided that there is a body to think of.

import { bodyOf, formText, usedLater } from './encode.ts';
import { headerFields } from './headers.ts';

export interface Body {
  headers: Record<string, string>;
  /** null: nothing is sent. */
  body: string | ArrayBuffer | null;
}

/** The content type decides how data is encoded; it is application/json when a body is sent without one. */
export const encodeBody = (data: unknown, header: unknown): Body => {
  const headers = headerFields(header);
  const type = headers['content-type'];
  const body = usedLater(() => {
    const isForm = /^\s*application\/x-www-form-urlencoded\b/i.test(type as string);
    return bodyOf(data, isForm ? formText : JSON.stringify);
  });
  if (body !== null && type === undefined) headers['content-type'] = 'application/json';
  return { headers, body };
};
