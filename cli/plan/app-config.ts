// In: the folder of a program. Out: the network timeouts that its app.json sets, in milliseconds, per API (R16), and the
// subpackages that are packed without the rest. Knows nothing else of app.json.

import path from 'node:path';

import { codeOf, reasonOf } from '../failure.ts';
import { memberOf } from '../files/json.ts';
import { readSettings } from '../files/regular-file.ts';
import { isWithin } from '../files/root.ts';

export const timeoutKeys = ['request', 'connectSocket', 'uploadFile', 'downloadFile'] as const;
export type NetworkTimeouts = Partial<Record<(typeof timeoutKeys)[number], number>>;

/** What holds where app.json says nothing (R16). */
const usualTimeout = 60_000;

/** Beyond it a timer ends at once: its milliseconds are 31 bits. */
const longestTimer = 2 ** 31 - 1;

export interface AppConfig {
  readonly timeouts: NetworkTimeouts;
  /** Absolute folders of its independent subpackages, which may not reach out of themselves. */
  readonly independent: readonly string[];
  /** Why app.json could not be understood; the timeouts are then the defaults. */
  readonly fault?: string;
}

const nothing: AppConfig = { timeouts: {}, independent: [] };

export function readAppConfig(folder: string): AppConfig {
  let text: string;
  try {
    text = readSettings(path.join(folder, 'app.json'));
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? nothing : { ...nothing, fault: reasonOf(error) };
  }
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { ...nothing, fault: error instanceof Error ? error.message : String(error) };
  }
  const limits = memberOf(content, 'networkTimeout');
  const timeouts: NetworkTimeouts = {};
  for (const key of timeoutKeys) {
    const limit = memberOf(limits, key);
    if (typeof limit === 'number' && limit > 0) timeouts[key] = Math.min(limit, longestTimer);
  }
  return { timeouts, independent: independentIn(content, folder) };
}

/** Both spellings are documented. */
function independentIn(content: unknown, folder: string): string[] {
  return ['subPackages', 'subpackages']
    .flatMap((key) => memberOf(content, key) ?? [])
    .flatMap((one) => {
      const root = memberOf(one, 'root');
      if (memberOf(one, 'independent') !== true || typeof root !== 'string') return [];
      const at = path.join(folder, root, '.').replace(/[\\/]$/, '');
      return at !== folder && isWithin(folder, at) ? [at] : [];
    });
}

/** For what several programs share: of each API the longest, so that no call ends sooner than it did. */
export function sharedTimeouts(all: readonly NetworkTimeouts[]): {
  readonly timeouts: NetworkTimeouts;
  readonly isAgreed: boolean;
} {
  const timeouts: NetworkTimeouts = {};
  let isAgreed = true;
  for (const key of timeoutKeys) {
    if (all.every((one) => one[key] === undefined)) continue;
    const limits = all.map((one) => one[key] ?? usualTimeout);
    timeouts[key] = Math.max(...limits);
    if (new Set(limits).size > 1) isAgreed = false;
  }
  return { timeouts, isAgreed };
}
