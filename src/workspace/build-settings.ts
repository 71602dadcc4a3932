// In: the table of options. Out: the settings of a build: those of a config file that mean something where a bundler writes the
// files, and what only a build can be told.
// Knows nothing of bundlers.

import * as v from 'valibot';

import type { Config } from './config.generated.ts';
import { type OptionDefinition, oneOf, wanted } from './option-definition.ts';
import { options, settingsWithoutFlag } from './options.ts';
import { timeoutKeys } from './programs/app-config.ts';

/** What goes before the config file, and what only a build can be told. Paths are relative to the root of the build. */
export interface BuildOptions extends Pick<
  Config,
  'to' | 'style' | 'sockets' | 'unwrap' | 'only' | 'include' | 'exclude' | 'gitignore' | 'project' | 'paths' | 'locale'
> {
  /** A config file, or false for none. Default: the nearest cygnet.config.json, .js or .ts, or the key cygnet of package.json. */
  readonly config?: string | false;
  /** What ends the build: a call that is kept, a file that could not be read, or nothing. Default: error. */
  readonly failOn?: 'kept' | 'error' | 'never';
  /** A file for the JSON report of each build. */
  readonly report?: string;
  /** Milliseconds by API, in place of those of app.json. */
  readonly networkTimeout?: {
    readonly request?: number;
    readonly connectSocket?: number;
    readonly uploadFile?: number;
    readonly downloadFile?: number;
  };
}

const timeoutsSay = wanted({
  en: `an object with milliseconds above 0 for some of ${timeoutKeys.join(', ')}`,
  'zh-CN': `对象，为 ${timeoutKeys.join('、')} 中的一部分给出大于 0 的毫秒数`,
});

const { to, style, sockets, unwrap, only, include, exclude, gitignore, project, locale, config } = options;

export const buildSettings = {
  ...{ to, style, sockets, unwrap, only, include, exclude, gitignore, project, locale },
  ...settingsWithoutFlag,
  config,
  failOn: { value: oneOf(['kept', 'error', 'never']) },
  report: { value: project.value },
  networkTimeout: { value: v.custom<NonNullable<BuildOptions['networkTimeout']>>(areTimeouts, timeoutsSay) },
} as const satisfies Readonly<Record<string, Pick<OptionDefinition, 'value'>>>;

type Values = { readonly [K in keyof typeof buildSettings]?: v.InferOutput<(typeof buildSettings)[K]['value']> };
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** The interface as its readers see it and the table: neither goes its own way. */
export const areBuildOptionsOfTable: Same<Required<BuildOptions>, Required<Values>> = true;

function areTimeouts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([key, time]) => isTimed(key) && typeof time === 'number' && time > 0);
}

function isTimed(key: string): boolean {
  return timeoutKeys.some((one) => one === key);
}
