// In: the file with the calls that are known. Out: those calls, checked, and which calls of now are beyond them.
// Per file and API a number, so that moved lines do not matter. Knows nothing of streams and exit codes.

import { Failure, Refusal, codeOf, sentence, whyOf } from '../../src/workspace/failure.ts';
import { memberOf } from '../../src/workspace/json.ts';
import { readRegular } from '../../src/workspace/disk/regular-file.ts';
import { shownPath } from '../../src/workspace/paths.ts';
import type { UnreadFile } from '../../src/workspace/search/unread.ts';
import type { FileResult, FileSite } from '../../src/workspace/file-result.ts';
import type { Survey } from '../../src/workspace/report/survey.ts';

/** Where a baseline lists how many files stand behind what was not read. */
const unreadKey = 'unread';

export interface Baseline {
  readonly version: 1;
  /** By file (relative to the baseline's folder) and API, or `unread`. */
  readonly calls: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Of some hundred thousand files. */
const baselineLimit = 64 * 1024 * 1024;

/** Of each API only the calls beyond the known number: the last ones, as nobody can tell which are new. */
export function withNewSites(result: FileResult, baseline: Baseline, folder: string): FileResult {
  const known = new Map(Object.entries(countsOf(baseline, shownPath(folder, result.path))));
  const sites = result.sites.filter((site: FileSite) => {
    const rest = known.get(site.api) ?? 0;
    known.set(site.api, rest - 1);
    return rest <= 0;
  });
  return { ...result, sites };
}

export function isKnownUnread({ path: file, count }: UnreadFile, baseline: Baseline, folder: string): boolean {
  return (countsOf(baseline, shownPath(folder, file))[unreadKey] ?? 0) >= count;
}

/** A file may be called as something that every object has. */
function countsOf({ calls }: Baseline, file: string): Readonly<Record<string, number>> {
  return Object.hasOwn(calls, file) ? (calls[file] ?? {}) : {};
}

export function baselineOf({ files, unread }: Pick<Survey, 'files' | 'unread'>, folder: string): Baseline {
  const calls: Record<string, Record<string, number>> = {};
  for (const { path: file, count } of unread) calls[shownPath(folder, file)] = { [unreadKey]: count };
  for (const { path: file, sites } of files) {
    if (sites.length === 0) continue;
    const counts: Record<string, number> = {};
    for (const { api } of sites) counts[api] = (counts[api] ?? 0) + 1;
    calls[shownPath(folder, file)] = Object.fromEntries(Object.entries(counts).sort());
  }
  return { version: 1, calls: Object.fromEntries(Object.entries(calls).sort()) };
}

/** @throws Failure when it cannot be read or is none */
export async function readBaseline(file: string): Promise<Baseline> {
  let text: string;
  try {
    text = (await readRegular(file, { limit: baselineLimit, followsLinks: true })).bytes.toString('utf8');
  } catch (error) {
    throw new Failure({
      what: { en: `the baseline ${file} cannot be read`, 'zh-CN': `基线文件 ${file} 无法读取` },
      why: sentence(whyOf(error)),
      ...(codeOf(error) === 'ENOENT' && {
        help: { en: 'Make it with --update-baseline.', 'zh-CN': '请用 --update-baseline 生成它。' },
      }),
    });
  }
  try {
    const content: unknown = JSON.parse(text);
    const calls = memberOf(content, 'calls');
    if (memberOf(content, 'version') !== 1 || !isCalls(calls)) throw notOurs();
    return { version: 1, calls };
  } catch (error) {
    throw new Failure({
      what: { en: `the baseline ${file} cannot be understood`, 'zh-CN': `无法理解基线文件 ${file} 的内容` },
      why: whyOf(error),
      help: {
        en: 'Make it again with --update-baseline.',
        'zh-CN': '请用 --update-baseline 重新生成它。',
      },
    });
  }
}

function notOurs(): Refusal {
  return new Refusal('BASELINE', { en: 'it is not a baseline of cygnet', 'zh-CN': '它不是 cygnet 的基线文件' });
}

function isCalls(value: unknown): value is Baseline['calls'] {
  return (
    isRecord(value) && Object.values(value).every((counts) => isRecord(counts) && Object.values(counts).every(isCount))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
