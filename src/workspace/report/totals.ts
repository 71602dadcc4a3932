// In: the results of all files. Out: the numbers that every report shows, counted in one place.
// Knows nothing of formats.

import type { Verdict } from '../../core.ts';
import type { FileResult, HostsByApi } from '../file-result.ts';

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
export function hostsOfAll(files: readonly FileResult[]): HostsByApi {
  const all = (api: keyof HostsByApi) => [...new Set(files.flatMap((file) => file.hosts[api]))].sort();
  return {
    request: all('request'),
    uploadFile: all('uploadFile'),
    downloadFile: all('downloadFile'),
    connectSocket: all('connectSocket'),
  };
}

/** How often each key occurs, the most frequent first. */
export function tally<Key extends string>(keys: Iterable<Key>): [key: Key, count: number][] {
  return sumUp([...keys].map((key) => [key, 1] as const));
}

/** The sum of the counts of each key, the highest first. */
export function sumUp<Key extends string>(
  counts: Iterable<readonly [key: Key, count: number]>,
): [key: Key, count: number][] {
  const sums = new Map<Key, number>();
  for (const [key, count] of counts) sums.set(key, (sums.get(key) ?? 0) + count);
  return [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
