// In: the version that a bundler says it has. Out: nothing, or words for a person where it is older than what the plugin asks of it.
// Knows nothing of what that is.

import type { BuildOptions } from '../../workspace/build-settings.ts';
import { spokenLocale } from '../../workspace/disk/system-locale.ts';
import { Failure } from '../../workspace/failure.ts';
import { pluginError } from './remarks.ts';

const oldest = {
  Vite: [6, 0],
  Rollup: [4, 0],
  Rolldown: [1, 0],
  // None before it runs on a Node that the plugin runs on.
  webpack: [5, 61],
  Rspack: [1, 0],
  esbuild: [0, 17],
} as const;

type Bundler = keyof typeof oldest;

/**
 * @param version that of a bundler that does not say is too old
 * @throws Failure when it is older than is supported
 */
export function checkVersion(name: Bundler, version: string | undefined): void {
  const [major, minor] = oldest[name];
  const [ownMajor = 0, ownMinor = 0] = (version ?? '').split('.').map((part) => Number.parseInt(part, 10) || 0);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  const wanted = minor === 0 ? `${major}` : `${major}.${minor}`;
  throw new Failure({
    what: { en: `this ${name} is older than ${name} ${wanted}`, 'zh-CN': `${name} 的版本低于 ${wanted}` },
    help: { en: `Install ${name} ${wanted} or later.`, 'zh-CN': `请安装 ${name} ${wanted} 或更高版本。` },
  });
}

/** @throws Error with words for a person, where no host is there yet to tell it */
export function refuseOld(name: Bundler, version: string | undefined, options: BuildOptions = {}): void {
  try {
    checkVersion(name, version);
  } catch (error) {
    throw pluginError(error, spokenLocale(options.locale));
  }
}
