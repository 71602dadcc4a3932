// In: the calls of a file. Out: the hosts that it talks to, by API, and what each of them will be asked, as far as the
// options show it: what a domain list on WeChat, or CORS on a server, has to allow. Knows nothing of targets.

import type { ConnectingApi } from '../apis.ts';
import type { Expression, NetworkCall, ObjectLiteral } from '../ir.ts';
import type { Span } from '../text/text.ts';

export type OriginsByApi = { readonly [A in ConnectingApi]: readonly string[] };

export function originsByApi(calls: readonly NetworkCall[]): OriginsByApi {
  const found: Record<ConnectingApi, Set<string>> = {
    request: new Set(),
    uploadFile: new Set(),
    downloadFile: new Set(),
    connectSocket: new Set(),
  };
  for (const call of calls) {
    const host = originOf(call);
    if (isConnecting(call.api) && host !== undefined) found[call.api].add(host);
  }
  return {
    request: [...found.request].sort(),
    uploadFile: [...found.uploadFile].sort(),
    downloadFile: [...found.downloadFile].sort(),
    connectSocket: [...found.connectSocket].sort(),
  };
}

/** What the calls will ask of one origin. */
export interface Origin {
  readonly origin: string;
  readonly apis: readonly ConnectingApi[];
  /** HTTP methods; `*` stands for one that is known at run time only. */
  readonly methods: readonly string[];
  /** Header fields that the program sets, in lower case; `*` stands for those that are known at run time only. */
  readonly headers: readonly string[];
}

export function originsOf(calls: readonly NetworkCall[]): Origin[] {
  const found = new Map<string, { apis: Set<ConnectingApi>; methods: Set<string>; headers: Set<string> }>();
  for (const call of calls) {
    const origin = originOf(call);
    if (origin === undefined || !isConnecting(call.api)) continue;
    const one = found.get(origin) ?? { apis: new Set(), methods: new Set(), headers: new Set() };
    found.set(origin, one);
    one.apis.add(call.api);
    if (call.api !== 'connectSocket') one.methods.add(methodOf(call));
    for (const name of headersOf(call)) one.headers.add(name);
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([origin, { apis, methods, headers }]) => ({
      origin,
      apis: [...apis].sort(),
      methods: [...methods].sort(),
      headers: [...headers].sort(),
    }));
}

/** A call whose url is visible and names no origin that the file itself shows. */
export interface OpenUrl extends Omit<Origin, 'origin' | 'apis'> {
  readonly api: ConnectingApi;
  readonly url: Span;
}

export function openUrlsOf(calls: readonly NetworkCall[]): OpenUrl[] {
  return calls.flatMap((call) => {
    const { api } = call;
    const url = optionOf(call, 'url')?.at;
    if (!url || !isConnecting(api) || originOf(call) !== undefined || isRelative(call)) return [];
    return [{ api, url, methods: api === 'connectSocket' ? [] : [methodOf(call)], headers: headersOf(call) }];
  });
}

/** How many calls of each API go to an origin that is known at run time only. */
export type UnknownOrigins = { readonly [A in ConnectingApi]?: number };

export function unknownOriginsOf(calls: readonly NetworkCall[]): UnknownOrigins {
  const counts: { [A in ConnectingApi]?: number } = {};
  for (const call of calls) {
    if (isConnecting(call.api) && originOf(call) === undefined && !isRelative(call))
      counts[call.api] = (counts[call.api] ?? 0) + 1;
  }
  return counts;
}

/** The url is known as a whole, and names no origin. */
function isRelative(call: NetworkCall): boolean {
  return optionOf(call, 'url')?.constant !== undefined;
}

function methodOf(call: NetworkCall): string {
  if (call.api !== 'request') return call.api === 'uploadFile' ? 'POST' : 'GET';
  const method = optionOf(call, 'method');
  if (!method) return visible(call)?.plain === true ? 'GET' : '*';
  if (!method.constant) return '*';
  return typeof method.constant.value === 'string' ? method.constant.value.toUpperCase() : 'GET';
}

function headersOf(call: NetworkCall): string[] {
  const header = optionOf(call, 'header');
  const object = header?.object;
  if (header && !object && !header.constant) return ['*'];
  const names = (object?.entries ?? []).map((entry) => entry.key?.toLowerCase() ?? '*');
  const isUpload = call.api === 'uploadFile';
  const hasBody = call.api === 'request' && optionOf(call, 'data') && !/^(GET|HEAD)$/.test(methodOf(call));
  // A body brings a content type along (R9); an upload's own is written by the platform (U1).
  if (hasBody) names.push('content-type');
  // A browser sends neither of the first two for a program, whatever a server allows.
  return names.filter((name) => name !== 'referer' && name !== 'cookie' && !(isUpload && name === 'content-type'));
}

function visible({ options }: NetworkCall): ObjectLiteral | undefined {
  return options.kind === 'literal' ? options.object : options.kind === 'opaque' ? options.known : undefined;
}

function optionOf(call: NetworkCall, key: string): Expression | undefined {
  return visible(call)?.entries.find((entry) => entry.key === key)?.value;
}

function originOf(call: NetworkCall): string | undefined {
  const url = optionOf(call, 'url');
  const text = url?.constant ? url.constant.value : url?.prefix;
  return typeof text === 'string' ? findOrigin(text, url?.constant !== undefined) : undefined;
}

function isConnecting(api: string): api is ConnectingApi {
  return api === 'request' || api === 'uploadFile' || api === 'downloadFile' || api === 'connectSocket';
}

/** The origin, when the text shows all of it: what follows a mere prefix might still belong to the host. */
export function findOrigin(text: string, isWhole: boolean): string | undefined {
  const match = /^([a-z][a-z\d+.-]*:\/\/[^/?#\s]+)([/?#]?)/i.exec(text);
  if (!match || (!isWhole && match[2] === '')) return undefined;
  return match[1]?.toLowerCase();
}
