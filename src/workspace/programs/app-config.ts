// In: a folder. Out: what makes it a mini-program (app.json, in a uni-app project manifest.json beside pages.json, elsewhere a
// file of code), the network timeouts that are set there, in milliseconds, per API (R16), and the subpackages that are packed
// without the rest. Runs no code. Knows nothing else of these files.

import type { InEach } from '../../locale/locale.ts';
import path from 'node:path';

import stripJsonComments from 'strip-json-comments';

import { codeOf, whyOf } from '../failure.ts';
import { memberOf } from '../json.ts';
import { type FileSystem, readSettings } from '../files.ts';
import { isWithin } from '../paths.ts';

export const timeoutKeys = ['request', 'connectSocket', 'uploadFile', 'downloadFile'] as const;
export type NetworkTimeouts = Partial<Record<(typeof timeoutKeys)[number], number>>;

/** What holds where a program says nothing (R16). */
const usualTimeout = 60_000;

/** Beyond it a timer ends at once: its milliseconds are 31 bits. */
const longestTimer = 2 ** 31 - 1;

export interface AppConfig {
  /** Absolute: the file that says that a program is here, and what its timeouts are. */
  readonly file: string;
  readonly timeouts: NetworkTimeouts;
  /** Absolute folders of its independent subpackages, which may not reach out of themselves. */
  readonly independent: readonly string[];
  /** What could not be understood. */
  readonly faults: readonly ConfigFault[];
}

export interface ConfigFault {
  /** Absolute. */
  readonly file: string;
  readonly reason: InEach<string>;
  /** The defaults stand in for it: timeouts of 60 s, no subpackage that is independent. */
  readonly lost: 'timeouts' | 'subpackages';
}

/** Nothing when the folder is not that of a program. */
export function readAppConfig(files: FileSystem, folder: string): AppConfig | undefined {
  const [app, manifest, pages] = ['app.json', 'manifest.json', 'pages.json'].map((name) => path.join(folder, name));
  if (app !== undefined && files.exists(app)) {
    const content = readConfigFile(files, app, 'timeouts');
    return configOf(app, memberOf(content.value, 'networkTimeout'), folder, [content]);
  }
  // A manifest.json alone is that of a web page or of a browser's extension.
  if (manifest === undefined || pages === undefined || !files.exists(manifest) || !files.exists(pages))
    return readCode(files, folder);
  const content = readConfigFile(files, manifest, 'timeouts');
  const own = memberOf(memberOf(content.value, 'mp-baidu'), 'networkTimeout');
  const timeouts = own ?? memberOf(content.value, 'networkTimeout');
  return configOf(manifest, timeouts, folder, [content, readConfigFile(files, pages, 'subpackages')]);
}

/** Taro has app.config.ts beside the app itself; in mpx and wepy the app is a component that holds its config. */
function readCode(files: FileSystem, folder: string): AppConfig | undefined {
  const find = (...names: readonly string[]) =>
    names.map((name) => path.join(folder, name)).find((file) => files.exists(file));
  const config = find('app.config.ts', 'app.config.js');
  const isTaro = config !== undefined && find('app.ts', 'app.tsx', 'app.js', 'app.jsx', 'app.vue') !== undefined;
  const file = isTaro ? config : find('app.mpx', 'app.wpy');
  if (file === undefined) return undefined;
  const fault = {
    file,
    reason: { en: 'its networkTimeout is code', 'zh-CN': '其 networkTimeout 是代码' },
    lost: 'timeouts' as const,
  };
  return configOf(file, undefined, folder, namesTimeouts(files, file) ? [{ value: undefined, fault }] : []);
}

/** What cannot be read may name them. */
function namesTimeouts(files: FileSystem, file: string): boolean {
  try {
    return readSettings(files, file).includes('networkTimeout');
  } catch {
    return true;
  }
}

interface ReadConfig {
  readonly value: unknown;
  readonly fault?: ConfigFault;
}

function configOf(file: string, limits: unknown, folder: string, read: readonly ReadConfig[]): AppConfig {
  const timeouts: NetworkTimeouts = {};
  for (const key of timeoutKeys) {
    const limit = memberOf(limits, key);
    if (typeof limit === 'number' && limit > 0) timeouts[key] = Math.min(limit, longestTimer);
  }
  const faults = read.flatMap(({ fault }) => fault ?? []);
  return { file, timeouts, independent: read.flatMap(({ value }) => independentIn(value, folder)), faults };
}

/** Those of uni-app have comments, `#ifdef` among them. */
function readConfigFile(files: FileSystem, file: string, lost: ConfigFault['lost']): ReadConfig {
  let text: string;
  try {
    text = readSettings(files, file);
  } catch (error) {
    return { value: undefined, ...(codeOf(error) !== 'ENOENT' && { fault: { file, reason: whyOf(error), lost } }) };
  }
  try {
    const json = path.basename(file) === 'app.json' ? text : stripJsonComments(text, { trailingCommas: true });
    return { value: JSON.parse(json) };
  } catch (error) {
    return { value: undefined, fault: { file, reason: whyOf(error), lost } };
  }
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
