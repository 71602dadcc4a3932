// In: a run. Out: what the program's new home needs: hosts, origins and what they must allow, timeouts, packages, and the
// swan APIs that remain. Plain data, for every report. Knows nothing of formats.

import type { Platform } from '../../core.ts';
import { type Wording, wordsIn } from '../../locale/locale.ts';
import { targets } from '../../targets.ts';
import type { FileResult, HostsByApi } from '../file-result.ts';
import { type NetworkTimeouts, sharedTimeouts } from '../programs/app-config.ts';
import type { PackageToInstall } from './packages.ts';
import type { Run } from './run.ts';
import { sumUp } from './totals.ts';

type Origin = FileResult['origins'][number];
type ListingPlatform = Extract<Platform, { kind: 'mini-program' }>;

export interface HomeNeeds {
  readonly origins: readonly Origin[];
  /** Calls, by API, whose origin is known at run time only; absent where there are none. */
  readonly unknownOrigins?: Readonly<Record<string, number>>;
  /** Milliseconds by API; absent keys are 60 s. Where programs differ, the longest of each. */
  readonly networkTimeout: NetworkTimeouts;
  /** The programs that the calls belong to. */
  readonly programs: Run['programs'];
  /** Relative to where the command ran. */
  readonly shims: readonly string[];
  /** What the shims import and no package.json lists. */
  readonly packages: readonly PackageToInstall[];
  /** The other swan APIs, by file and count. */
  readonly others: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export function needsOf({ files, programs, shimFiles = [], missing = [] }: Run): HomeNeeds {
  const origins = new Map<string, Origin>();
  for (const one of files.flatMap((file) => file.origins)) {
    const known = origins.get(one.origin);
    origins.set(one.origin, known ? merged(known, one) : one);
  }
  const unknown = countUnknownOrigins(files);
  return {
    origins: [...origins.values()].sort((a, b) => (a.origin < b.origin ? -1 : 1)),
    ...(unknown.length > 0 && { unknownOrigins: Object.fromEntries(unknown) }),
    networkTimeout: sharedTimeouts(programs.map((program) => program.networkTimeout)).timeouts,
    programs,
    shims: shimFiles,
    packages: missing,
    others: Object.fromEntries(filesWithOthers(files).map(({ file, others }) => [file, others])),
  };
}

/** How many calls of each API go to an origin that no list can name; the most first. */
export function countUnknownOrigins(files: readonly FileResult[]): [api: string, count: number][] {
  return sumUp(files.flatMap(({ unknownOrigins = {} }) => Object.entries(unknownOrigins)));
}

/** `2 calls of request and 1 of uploadFile`; empty where every origin is known. */
export function describeUnknownOrigins({ files, locale }: Pick<Run, 'files' | 'locale'>): string {
  const { first, other, and } = wordsIn(unknownOrigins, locale);
  return countUnknownOrigins(files)
    .map(([api, count], i) => (i === 0 ? first : other)(api, count))
    .join(and);
}

const unknownOrigins = {
  first: {
    en: (api: string, count: number) => `${count} ${count === 1 ? 'call' : 'calls'} of ${api}`,
    'zh-CN': (api: string, count: number) => `${count} 处 ${api} 调用`,
  },
  other: {
    en: (api: string, count: number) => `${count} of ${api}`,
    'zh-CN': (api: string, count: number) => `${count} 处 ${api} 调用`,
  },
  and: { en: ' and ', 'zh-CN': '和 ' },
} satisfies Wording;

/** The platform that has lists of the domains its programs may call, where the run moves to one. */
export function findListing({ target }: Run): ListingPlatform | undefined {
  const platform = target && targets[target].traits.platform;
  return platform?.kind === 'mini-program' ? platform : undefined;
}

/** To be pasted into its page: `request 合法域名: https://a.example;https://b.example`. It takes https and wss only. */
export function domainForm({ domainFields }: ListingPlatform, hosts: HostsByApi): string[] {
  return domainFields.flatMap(({ api, label }) => {
    const taken = hosts[api].filter((host) => /^(?:https|wss):/.test(host));
    return taken.length === 0 ? [] : [`${label}: ${taken.join(';')}`];
  });
}

function merged(a: Origin, b: Origin): Origin {
  const both = <T>(first: readonly T[], second: readonly T[]): T[] => [...new Set([...first, ...second])].sort();
  return {
    origin: a.origin,
    apis: both(a.apis, b.apis),
    methods: both(a.methods, b.methods),
    headers: both(a.headers, b.headers),
  };
}

/** The other swan APIs over all files, the most frequent first. */
export function othersOfAll(files: readonly FileResult[]): [api: string, count: number][] {
  return sumUp(files.flatMap(({ others }) => Object.entries(others)));
}

/** Those that use other swan APIs. */
export function filesWithOthers(files: readonly FileResult[]): FileResult[] {
  return files.filter(({ others }) => Object.keys(others).length > 0);
}
