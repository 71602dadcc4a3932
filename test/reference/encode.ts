// In: the options of a request as a program gave them. Out: method, url, header and body as they go over the line,
// by R4 to R10 and R19 of the behaviour contract. Throws BadParameter for what R15 calls one.
// Knows nothing of transports.

/** A parameter that the call cannot work with; `message` names it. */
export class BadParameter extends Error {}

export interface Outgoing {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly header: Record<string, string>;
  readonly body?: Buffer;
}

export interface RequestOptions {
  readonly url: unknown;
  readonly data: unknown;
  readonly header: unknown;
  readonly method: unknown;
}

/** @throws BadParameter */
export function encodeRequest(options: RequestOptions): Outgoing {
  const url = requireText('url', options.url);
  const method = typeof options.method === 'string' ? options.method.toUpperCase() : 'GET';
  const header = encodeHeader(options.header);
  const { data } = options;
  if (data === undefined || data === null) return { method, url, header };
  if (method === 'GET' || method === 'HEAD') {
    return { method, url: appendQuery(url, typeof data === 'string' ? data : encodePairs(data)), header };
  }
  header['content-type'] ??= 'application/json';
  return { method, url, header, body: encodeBody(data, header['content-type']) };
}

/** @throws BadParameter when it is missing, empty or no string. */
export function requireText(name: string, value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new BadParameter(`${name} must be a string`);
  return value;
}

/** R10. Lower-case names; Referer, undefined and null vanish; what is no Latin-1 goes as the bytes of its UTF-8. */
export function encodeHeader(header: unknown): Record<string, string> {
  const encoded: Record<string, string> = {};
  if (typeof header !== 'object' || header === null) return encoded;
  for (const [name, value] of Object.entries(header as Record<string, unknown>)) {
    const key = name.toLowerCase();
    if (key === 'referer' || value === undefined || value === null) continue;
    const text = String(value);
    encoded[key] = isLatin1(text) ? text : Buffer.from(text, 'utf8').toString('latin1');
  }
  return encoded;
}

/** R6. The query goes before the hash, behind what the url has. */
export function appendQuery(url: string, query: string): string {
  if (query === '') return url;
  const hash = url.indexOf('#');
  const [page, rest] = hash === -1 ? [url, ''] : [url.slice(0, hash), url.slice(hash)];
  const glue = !page.includes('?') ? '?' : /[?&]$/.test(page) ? '' : '&';
  return page + glue + query + rest;
}

/** R7. `k=v` joined by `&`, a space is `%20`. */
export function encodePairs(data: unknown): string {
  const shape = asJson(data);
  if (typeof shape !== 'object' || shape === null) return String(shape);
  return Object.entries(shape)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(asText(value))}`)
    .join('&');
}

/** R7. A nested object or array is its JSON text, everything else String(v). */
export function asText(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** R8, R9. */
function encodeBody(data: unknown, type: string): Buffer {
  if (typeof data === 'string') return Buffer.from(data, 'utf8');
  if (data instanceof ArrayBuffer) return Buffer.from(data.slice(0));
  if (/^\s*application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) return Buffer.from(encodePairs(data), 'utf8');
  return Buffer.from(JSON.stringify(asJson(data)) ?? '', 'utf8');
}

/** The shape that JSON gives it. @throws BadParameter when JSON refuses it. */
export function asJson(data: unknown): unknown {
  let text: string | undefined;
  try {
    text = JSON.stringify(data);
  } catch (error) {
    throw new BadParameter(`data is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}

function isLatin1(text: string): boolean {
  return [...text].every((character) => (character.codePointAt(0) ?? 0) <= 0xff);
}
