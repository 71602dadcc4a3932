// In: the calls of a file. Out: the hosts that it talks to, by API, as far as the urls show them.
// Knows nothing of targets.

import type { NetworkCall } from './ir.ts';

export type HostApi = 'request' | 'uploadFile' | 'downloadFile' | 'connectSocket';

export type Hosts = { readonly [A in HostApi]: readonly string[] };

export function hostsOf(calls: readonly NetworkCall[]): Hosts {
  const found: Record<HostApi, Set<string>> = {
    request: new Set(),
    uploadFile: new Set(),
    downloadFile: new Set(),
    connectSocket: new Set(),
  };
  for (const { api, options } of calls) {
    if (!(api in found)) continue;
    const object = options.kind === 'literal' ? options.object : options.kind === 'opaque' ? options.known : undefined;
    const url = object?.entries.find((entry) => entry.key === 'url')?.value;
    const text = url?.constant ? url.constant.value : url?.prefix;
    const host = typeof text === 'string' ? findHost(text, url?.constant !== undefined) : undefined;
    if (host !== undefined) found[api as HostApi].add(host);
  }
  return {
    request: [...found.request].sort(),
    uploadFile: [...found.uploadFile].sort(),
    downloadFile: [...found.downloadFile].sort(),
    connectSocket: [...found.connectSocket].sort(),
  };
}

/** The origin, when the text shows all of it: what follows a mere prefix might still belong to the host. */
function findHost(text: string, isWhole: boolean): string | undefined {
  const match = /^([a-z][a-z\d+.-]*:\/\/[^/?#\s]+)([/?#]?)/i.exec(text);
  if (!match || (!isWhole && match[2] === '')) return undefined;
  return match[1]?.toLowerCase();
}
