// In: a run. Out: what the program's new home needs: origins and what they must allow, timeouts, the swan APIs that remain.
// Plain data first, then the lines of the Markdown report. Knows nothing of other formats.

import type { FileResult } from '../plan/file-result.ts';
import type { Run } from './run.ts';
import { hostsOfAll, tally } from './totals.ts';

type Origin = FileResult['origins'][number];

export interface Needs {
  readonly origins: readonly Origin[];
  /** Milliseconds by API, as app.json has them; absent keys are 60 s. */
  readonly networkTimeout: Run['timeouts'];
  /** The other swan APIs, by file and count. */
  readonly others: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export function needsOf({ files, timeouts }: Run): Needs {
  const origins = new Map<string, Origin>();
  for (const one of files.flatMap((file) => file.origins)) {
    const known = origins.get(one.origin);
    origins.set(one.origin, known ? merged(known, one) : one);
  }
  return {
    origins: [...origins.values()].sort((a, b) => (a.origin < b.origin ? -1 : 1)),
    networkTimeout: timeouts,
    others: Object.fromEntries(
      files.filter(({ others }) => Object.keys(others).length > 0).map(({ file, others }) => [file, others]),
    ),
  };
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

/** Nothing where nothing is needed. */
export function needsLines(run: Run, code: (text: string) => string): string[] {
  const { origins, networkTimeout } = needsOf(run);
  const lines: string[] = [];
  if (run.target === 'wx') {
    for (const [api, hosts] of Object.entries(hostsOfAll(run.files))) {
      if (hosts.length > 0) lines.push(`- Domain list for ${code(api)}: ${hosts.map(code).join(', ')}`);
    }
  } else if (origins.length > 0) {
    lines.push('| origin | methods | header fields |', '|---|---|---|');
    for (const { origin, methods, headers } of origins) {
      lines.push(`| ${code(origin)} | ${methods.map(shown).join(', ')} | ${headers.map(shown).join(', ')} |`);
    }
    lines.push('', 'In a browser these origins must allow the methods and header fields to your page (CORS).');
  }
  const limits = Object.entries(networkTimeout).map(([api, limit]) => `${code(api)} ${limit} ms`);
  if (limits.length > 0) lines.push('', `${code('networkTimeout')} of app.json: ${limits.join(', ')}.`);
  const others = tally(
    run.files.flatMap(({ others: found }) => Object.entries(found).flatMap(([api, n]) => Array<string>(n).fill(api))),
  );
  if (others.length > 0) {
    const count = run.files.filter(({ others: found }) => Object.keys(found).length > 0).length;
    const list = others.map(([api, n]) => `${n} ${code(`swan.${api}`)}`).join(', ');
    lines.push('', `Other swan APIs remain in ${count} ${count === 1 ? 'file' : 'files'}: ${list}.`);
  }
  return lines.length === 0 ? [] : ['### What the new home needs', '', ...lines, ''];

  function shown(name: string): string {
    return name === '*' ? 'others, known at run time' : code(name);
  }
}
