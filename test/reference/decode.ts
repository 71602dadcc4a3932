// In: the bytes and header of an answer. Out: what a program gets as `data` and `header`, by R12 to R14 of the contract.
// Knows nothing of requests and callbacks.

export interface Decoding {
  /** R13: anything but `json` in any case is text; undefined is json. */
  readonly dataType: unknown;
  /** R14: `arraybuffer` in any case wins over dataType. */
  readonly responseType: unknown;
}

export function decodeBody(body: Buffer, contentType: string, decoding: Decoding): unknown {
  if (isWord(decoding.responseType, 'arraybuffer')) {
    return body.buffer.slice(body.byteOffset, body.byteOffset + body.byteLength);
  }
  const text = decodeText(body, contentType);
  return decoding.dataType === undefined || isWord(decoding.dataType, 'json') ? parseOrText(text) : text;
}

/** With the charset that the answer names, UTF-8 when none is named or known; one BOM is removed. */
export function decodeText(body: Buffer, contentType: string): string {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(charset);
  } catch {
    decoder = new TextDecoder();
  }
  return decoder.decode(body);
}

/** One try at JSON, the text itself when that fails. */
export function parseOrText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Names in the spelling of the server; several fields of one name are joined by a comma and a space. */
export function collectHeader(rawHeaders: readonly string[]): Record<string, string> {
  const header: Record<string, string> = {};
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    const known = Object.keys(header).find((key) => key.toLowerCase() === name.toLowerCase()) ?? name;
    const value = rawHeaders[at + 1] ?? '';
    header[known] = known in header ? `${header[known]}, ${value}` : value;
  }
  return header;
}

/** R12: a plain enumerable object whose names answer in any case. */
export function answerInAnyCase(header: Record<string, string>): Record<string, string> {
  const find = (name: string | symbol): string | symbol =>
    typeof name === 'string'
      ? (Object.keys(header).find((key) => key.toLowerCase() === name.toLowerCase()) ?? name)
      : name;
  return new Proxy(header, {
    get: (target, name) => Reflect.get(target, find(name)) as unknown,
    has: (target, name) => Reflect.has(target, find(name)),
    getOwnPropertyDescriptor: (target, name) => Reflect.getOwnPropertyDescriptor(target, find(name)),
  });
}

function isWord(value: unknown, word: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === word;
}
