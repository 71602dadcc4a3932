// In: the flags of `cygnet migrate`, as they were parsed. Out: its settings, put together with the config file, and the command run with
// them. Who names no target at a terminal is asked; a run that watches reads the config again.

import { targetNames, targets } from '../src/targets.ts';
import { type FoundConfig, findConfig } from '../src/workspace/disk/config.ts';
import { Failure } from '../src/workspace/failure.ts';
import type { Flags } from '../src/workspace/options.ts';
import { type Locale, inEach } from '../src/locale/locale.ts';
import type { Missing } from './asking/ask-missing.ts';
import { migrateInput } from './commands/migrate-input.ts';
import { currentFolder, outputFile, readingSettings } from './command-settings.ts';
import type { ExitCode } from './exit-code.ts';
import type { MigrateSettings } from './settings.ts';
import type { Speech } from './speech.ts';
import { type Streams, openStreams } from './streams.ts';
import { endBy } from './write/stop.ts';

export async function runMigrate(paths: readonly string[], flags: Flags, speech: Speech): Promise<ExitCode> {
  const cwd = currentFolder();
  const streams = openStreams(flags.color !== false);
  const found = await findConfig(cwd, flags.config, speech.warn);
  const config = found?.config ?? {};
  const locale = speech.configure(config.locale);
  const named = flags.to ?? config.to;
  if (named !== undefined) return migrateTo({ target: named, paths }, { cwd, flags, found, locale }, speech, streams);
  if (flags.stdin === true || !streams.canAsk) throw whichTarget();
  const { askForMissing } = await import('./asking/ask-missing.ts');
  const words = process.argv.slice(2).filter((word, i) => i > 0 || word !== 'migrate');
  const hasPaths = paths.length > 0 || config.paths !== undefined;
  const answer = await askForMissing({ cwd, paths, hasPaths, words }, streams, locale);
  if (answer === 'interrupted') endBy('SIGINT');
  if (typeof answer === 'string') throw whichTarget();
  return migrateTo(answer, { cwd, flags, found, locale }, speech, streams);
}

function whichTarget(): Failure {
  return new Failure({
    what: { en: 'which target? --to is missing', 'zh-CN': '要迁移到哪个目标平台？缺少 --to' },
    why: inEach((locale) =>
      targetNames.map((name) => `--to ${name.padEnd(6)} ${targets[name].summary[locale]}`).join('\n'),
    ),
    help: { en: 'For example: cygnet migrate --to fetch', 'zh-CN': '例如：cygnet migrate --to fetch' },
  });
}

interface MigrateWish {
  readonly cwd: string;
  readonly flags: Flags;
  readonly found: FoundConfig | undefined;
  readonly locale: Locale;
}

async function migrateTo(wanted: Missing, wish: MigrateWish, speech: Speech, streams: Streams): Promise<ExitCode> {
  const { cwd, flags } = wish;
  refuseTogether(flags, [
    ['stdin', 'write'],
    ['stdin', 'interactive'],
    ['stdin', 'watch'],
    ['stdin', 'since'],
    ['stdin', 'patch'],
    ['stdin', 'decisions'],
    ['interactive', 'watch'],
  ]);
  const settings = settingsOf(wanted, wish);
  if (flags.stdin === true || flags.stdinFilename !== undefined) {
    return migrateInput(settings, requireInputName(wanted.paths, flags), streams);
  }
  const { migrate } = await import('./commands/migrate.ts');
  return migrate(settings, streams, async () => {
    const found = await findConfig(cwd, flags.config, speech.warn);
    const target = flags.to ?? found?.config.to ?? wanted.target;
    return settingsOf({ ...wanted, target }, { ...wish, found });
  });
}

function settingsOf({ target, paths }: Missing, { cwd, flags, found, locale }: MigrateWish): MigrateSettings {
  const config = found?.config ?? {};
  const shim = flags.shim ?? config.shim;
  return {
    ...readingSettings(cwd, paths, flags, found),
    locale,
    target,
    style: flags.style ?? config.style ?? 'native',
    sockets: flags.sockets ?? config.sockets ?? 'one',
    isMarked: flags.mark ?? config.mark ?? false,
    isUnwrapped: flags.unwrap !== false && (config.unwrap ?? true),
    isWrite: flags.write === true,
    isInteractive: flags.interactive === true,
    isWatch: flags.watch === true,
    isDirtyAllowed: flags.allowDirty ?? config.allowDirty ?? false,
    ...(shim !== undefined && { shim }),
    ...(shim !== undefined && flags.shim === undefined && found && { shimWithin: found.folder }),
    ...(paths.length === 0 && config.paths && found && flags.write === true && { pathsWithin: found.folder }),
    ...(flags.patch !== undefined && { patch: outputFile(cwd, flags.patch, flags) }),
    ...(flags.decisions !== undefined && { decisions: outputFile(cwd, flags.decisions, flags) }),
  };
}

function requireInputName(paths: readonly string[], flags: Flags): string {
  if (paths.length > 0) {
    throw new Failure({
      what: {
        en: `--stdin reads standard input, and paths were named as well: ${paths.join(' ')}`,
        'zh-CN': `--stdin 从标准输入读取，却又指定了路径：${paths.join(' ')}`,
      },
      help: { en: 'Leave out one of the two.', 'zh-CN': '请只保留其中一个。' },
    });
  }
  if (flags.stdin !== true) {
    throw new Failure({
      what: { en: '--stdin-filename goes with --stdin', 'zh-CN': '--stdin-filename 要与 --stdin 同用' },
      help: { en: 'Add --stdin.', 'zh-CN': '请加上 --stdin。' },
    });
  }
  if (flags.stdinFilename === undefined) {
    throw new Failure({
      what: { en: '--stdin needs --stdin-filename', 'zh-CN': '--stdin 需要 --stdin-filename' },
      why: {
        en: 'The name says which language it is, and from where the shim is imported.',
        'zh-CN': '文件名决定代码是什么语言，以及从哪里导入 shim。',
      },
      help: {
        en: 'For example: --stdin --stdin-filename pages/index.js',
        'zh-CN': '例如：--stdin --stdin-filename pages/index.js',
      },
    });
  }
  return flags.stdinFilename;
}

function refuseTogether(flags: Flags, pairs: readonly (readonly [keyof Flags, keyof Flags])[]): void {
  for (const [one, other] of pairs) {
    const [first, second] = [flags[one], flags[other]];
    if (first !== undefined && first !== false && second !== undefined && second !== false) {
      throw new Failure({
        what: {
          en: `--${one} and --${other} do not go together`,
          'zh-CN': `--${one} 和 --${other} 不能同时使用`,
        },
        help: { en: 'Leave out one of the two.', 'zh-CN': '请只保留其中一个。' },
      });
    }
  }
}
