// In: the results of all files. Out: the numbers that every report shows, counted in one place.
// Knows nothing of formats.

import type { FileResult, Hosts, Verdict } from '../plan/file-result.ts';

export const verdicts: readonly Verdict[] = ['renamed', 'native', 'shim', 'kept'];

export interface Totals {
  readonly files: number;
  readonly changed: number;
  readonly failed: number;
  readonly sites: number;
  readonly renamed: number;
  readonly native: number;
  readonly shim: number;
  readonly kept: number;
}

export function totalsOf(files: readonly FileResult[]): Totals {
  const sites = files.flatMap((file) => file.sites);
  const withVerdict = (verdict: Verdict) => sites.filter((site) => site.verdict === verdict).length;
  return {
    files: files.length,
    changed: files.filter((file) => file.status === 'changed').length,
    failed: files.filter((file) => file.status === 'failed').length,
    sites: sites.length,
    renamed: withVerdict('renamed'),
    native: withVerdict('native'),
    shim: withVerdict('shim'),
    kept: withVerdict('kept'),
  };
}

/** All hosts that the files talk to, each once, sorted. */
export function hostsOfAll(files: readonly FileResult[]): Hosts {
  const all = (api: keyof Hosts) => [...new Set(files.flatMap((file) => file.hosts[api]))].sort();
  return {
    request: all('request'),
    uploadFile: all('uploadFile'),
    downloadFile: all('downloadFile'),
    connectSocket: all('connectSocket'),
  };
}

/** How often each key occurs, the most frequent first. */
export function tally(keys: Iterable<string>): [key: string, count: number][] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
