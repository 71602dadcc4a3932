// In: the options that a plugin was given, and where its build runs. Out: the workspace of that build, opened with them and with
// what the config file says, as the command line opens it.
// Knows nothing of bundlers.

import { existsSync, realpathSync } from 'node:fs';

import { type ApiName, type TargetName, targetNames } from '../../core.ts';
import { type InEach, type Locale, findLocale } from '../../locale/locale.ts';
import { type BuildOptions, buildSettings } from '../../workspace/build-settings.ts';
import { checkSettings } from '../../workspace/disk/check-settings.ts';
import { findConfig } from '../../workspace/disk/config.ts';
import { diskMachine } from '../../workspace/disk/disk-machine.ts';
import { spokenLocale, unknownLocale } from '../../workspace/disk/system-locale.ts';
import { mergeSearch } from '../../workspace/disk/merged-config.ts';
import { Failure } from '../../workspace/failure.ts';
import { shownPath } from '../../workspace/paths.ts';
import { type Workspace, openWorkspace } from '../../workspace/workspace.ts';
import { specifierOf } from './runtime-package.ts';

export interface BuildPlace {
  /** The root of the build. */
  readonly cwd: string;
  /** Files may change while it lasts. */
  readonly isWatch: boolean;
  /** What it makes may go to production: what the new home needs is told at its end. */
  readonly isForUse: boolean;
  /** The bundler takes each file for an ES module, and knows no `require`. */
  readonly areModules?: boolean;
  /** The shim is loaded once, whatever changes. */
  readonly keepsShim: boolean;
  /** Where the bundler writes, as far as it is known: absolute. Nothing there is a part of the program. */
  readonly outputs?: readonly string[];
}

export interface OpenBuild {
  readonly workspace: Workspace;
  /** What it was told of how files are moved. */
  readonly moves: object;
  readonly place: BuildPlace;
  readonly target: TargetName;
  readonly only?: readonly ApiName[];
  readonly failOn: NonNullable<BuildOptions['failOn']>;
  readonly timeouts: BuildOptions['networkTimeout'];
  /** As it was given. */
  readonly report: string | undefined;
  readonly locale: Locale;
  readonly configFile?: string;
}

/** @throws Failure for an option that there is not, and for a value that is wrong */
export function checkBuildOptions(options: unknown): BuildOptions {
  return checkSettings(options, buildSettings, {
    whole: { en: 'what the plugin was given', 'zh-CN': '传给插件的选项' },
    unknown: (key) => ({ en: `the plugin has no option ${key}`, 'zh-CN': `插件没有选项 ${key}` }),
    wrong: (key) => ({ en: `the option ${key} of the plugin`, 'zh-CN': `插件的选项 ${key}` }),
    example: "{ to: 'fetch' }",
  });
}

/** @throws Failure when the config is wrong, a place is not there, or a tsconfig cannot be read */
export async function openBuild(
  options: BuildOptions,
  place: BuildPlace,
  warn: (text: InEach<string>) => void,
): Promise<OpenBuild> {
  const cwd = realpathSync(place.cwd);
  const found = await findConfig(cwd, options.config, warn);
  const config = found?.config ?? {};
  const named = options.locale ?? config.locale;
  if (named !== undefined && findLocale(named) === undefined) warn(unknownLocale(named));
  const target = options.to ?? config.to;
  if (target === undefined) {
    throw new Failure({
      what: {
        en: 'which target? The plugin was given no option to, and no config file names one',
        'zh-CN': '要迁移到哪个目标？插件没有设置 to，也没有配置文件指定',
      },
      help: {
        en: `Choose one of ${targetNames.join(', ')}: cygnet({ to: 'fetch' })`,
        'zh-CN': `从 ${targetNames.join('、')} 中选一个：cygnet({ to: 'fetch' })`,
      },
    });
  }
  const search = mergeSearch(cwd, options, found);
  const moves = {
    target,
    style: options.style ?? config.style ?? 'native',
    sockets: options.sockets ?? config.sockets ?? 'one',
    unwrap: options.unwrap ?? config.unwrap ?? true,
    specifier: specifierOf(target),
    ...(search.only && { only: search.only }),
    ...(place.areModules && { areModules: true }),
  } as const;
  const exclude = [...search.exclude, ...outputsWithin(cwd, place)];
  const detail = { hasText: true, hasMap: true, hasOthers: options.report !== undefined };
  const workspace = await openWorkspace({ ...search, exclude, ...moves, detail }, diskMachine);
  return {
    ...{ workspace, moves },
    place: { ...place, cwd },
    target,
    ...(search.only && { only: search.only }),
    failOn: options.failOn ?? 'error',
    timeouts: options.networkTimeout,
    report: options.report,
    locale: spokenLocale(options.locale, config.locale),
    ...(found && { configFile: found.file }),
  };
}

/** As patterns. One that is not there yet means no file, and would be told as a mistake. */
function outputsWithin(cwd: string, { outputs = [] }: BuildPlace): string[] {
  const shown = outputs.filter((folder) => existsSync(folder)).map((folder) => shownPath(cwd, realpathSync(folder)));
  return shown.filter((one) => one !== '' && !/^\.\.?(?:\/|$)|^\/|[*?[\]{}!\\]/.test(one));
}
