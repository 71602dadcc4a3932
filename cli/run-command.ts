// In: the flags of the command line, as they were parsed. Out: the settings of the command, put together with the
// config file, and the command run with them. What the command line says goes before what the file says.

import { realpathSync } from 'node:fs';
import path from 'node:path';

import { reportFormats, type ReportFormat } from '../src/workspace/choices.ts';
import { targetNames, targets } from '../src/targets.ts';
import { type FoundConfig, findConfig } from '../src/workspace/disk/config.ts';
import type { OutputFile } from '../src/workspace/disk/output.ts';
import { mergeSearch } from '../src/workspace/disk/merged-config.ts';
import type { ExitCode } from './exit-code.ts';
import type { Flags } from '../src/workspace/options.ts';
import { Failure, whyOf } from '../src/workspace/failure.ts';
import type { CheckSettings, MigrateSettings, ReadSettings, ReportWish } from './settings.ts';
import type { Speech } from './speech.ts';
import { isOnOutput } from './report/reports.ts';
import { openStreams } from './streams.ts';

export async function runMigrate(paths: readonly string[], flags: Flags, speech: Speech): Promise<ExitCode> {
  const cwd = currentFolder();
  const streams = openStreams(flags.color !== false);
  const found = await findConfig(cwd, flags.config, speech.warn);
  const config = found?.config ?? {};
  const locale = speech.configure(config.locale);
  const target = flags.to ?? config.to;
  if (target === undefined) {
    throw new Failure({
      what: { en: 'which target? --to is missing', 'zh-CN': '要迁移到哪个目标平台？缺少 --to' },
      why: targetNames.map((name) => `--to ${name.padEnd(6)} ${targets[name].summary[locale]}`).join('\n'),
      help: { en: 'For example: cygnet migrate --to fetch', 'zh-CN': '例如：cygnet migrate --to fetch' },
    });
  }
  const shim = flags.shim ?? config.shim;
  const settings: MigrateSettings = {
    ...readSettings(cwd, paths, flags, found),
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
  };
  refuseTogether(flags, [
    ['stdin', 'write'],
    ['stdin', 'interactive'],
    ['stdin', 'watch'],
    ['stdin', 'since'],
    ['stdin', 'patch'],
    ['interactive', 'watch'],
  ]);
  if (flags.stdin === true || flags.stdinFilename !== undefined) {
    const { migrateInput } = await import('./commands/migrate-input.ts');
    return migrateInput(settings, requireInputName(paths, flags), streams);
  }
  if (settings.isInteractive && !streams.canAsk) {
    throw new Failure({
      what: {
        en: '--interactive needs a terminal, and there is none here',
        'zh-CN': '--interactive 需要终端，而这里没有终端',
      },
      help: {
        en: 'Leave it out: the preview shows every change, and --only and paths narrow it down.',
        'zh-CN': '去掉它即可：预览会显示每处改动，--only 和路径可以缩小范围。',
      },
    });
  }
  const { migrate } = await import('./commands/migrate.ts');
  return migrate(settings, streams);
}

export async function runScan(paths: readonly string[], flags: Flags, speech: Speech): Promise<ExitCode> {
  const cwd = currentFolder();
  const streams = openStreams(flags.color !== false);
  const found = await findConfig(cwd, flags.config, speech.warn);
  const locale = speech.configure(found?.config.locale);
  const settings = { ...readSettings(cwd, paths, flags, found), locale };
  const { scan } = await import('./commands/scan.ts');
  return scan(settings, streams);
}

export async function runCheck(paths: readonly string[], flags: Flags, speech: Speech): Promise<ExitCode> {
  const cwd = currentFolder();
  const streams = openStreams(flags.color !== false);
  const found = await findConfig(cwd, flags.config, speech.warn);
  const locale = speech.configure(found?.config.locale);
  const named = flags.baseline ?? found?.config.baseline;
  const baseline = named === undefined ? undefined : outputFile(cwd, named, flags, flags.baseline ? undefined : found);
  if (flags.updateBaseline === true && baseline === undefined) {
    throw new Failure({
      what: {
        en: '--update-baseline does not know which file to write',
        'zh-CN': '--update-baseline 不知道该写入哪个文件',
      },
      help: {
        en: 'Name it: cygnet check --baseline swan-calls.json --update-baseline',
        'zh-CN': '请指定文件：cygnet check --baseline swan-calls.json --update-baseline',
      },
    });
  }
  const settings: CheckSettings = {
    ...readSettings(cwd, paths, flags, found),
    locale,
    isBaselineUpdate: flags.updateBaseline === true,
    ...(baseline !== undefined && { baseline }),
  };
  const { check } = await import('./commands/check.ts');
  return check(settings, streams);
}

export async function runUndo(folder: string | undefined, flags: Flags, { locale }: Speech): Promise<ExitCode> {
  const { undo } = await import('./commands/undo.ts');
  const settings = { keepsEdited: flags.keepEdited === true, isQuiet: flags.quiet === true, locale };
  const wish = { cwd: currentFolder(), ...settings, ...(folder !== undefined && { folder }) };
  return undo(wish, openStreams(flags.color !== false));
}

export async function runExplain(code: string | undefined, flags: Flags, { locale }: Speech): Promise<ExitCode> {
  const { explain } = await import('./commands/explain.ts');
  return explain(code, locale, openStreams(flags.color !== false));
}

function readSettings(
  cwd: string,
  paths: readonly string[],
  flags: Flags,
  found: FoundConfig | undefined,
): Omit<ReadSettings, 'locale'> {
  // Only a flag says no: the word for yes is what holds without it.
  const { gitignore, ...given } = flags;
  const wanted = { ...given, paths, ...(gitignore === false && { gitignore }) };
  return {
    ...mergeSearch(cwd, wanted, found),
    reports: reportWishes(cwd, flags, found),
    isQuiet: flags.quiet ?? found?.config.quiet ?? false,
    ...(flags.since !== undefined && { since: flags.since }),
  };
}

function reportWishes(cwd: string, flags: Flags, found: FoundConfig | undefined): ReportWish[] {
  const from = flags.report ? undefined : found;
  const wishes = (flags.report ?? found?.config.report ?? []).map((wish): ReportWish => {
    const at = wish.indexOf('=');
    const format = requireFormat(at < 0 ? wish : wish.slice(0, at));
    return at < 0 ? { format } : { format, file: outputFile(cwd, wish.slice(at + 1), flags, from) };
  });
  const onOutput = wishes.filter(isOnOutput);
  if (onOutput.length > 1) {
    const formats = onOutput.map(({ format }) => format);
    const example = `--report ${formats[1] ?? ''}=report.txt`;
    throw new Failure({
      what: {
        en: `${formats.length} reports want standard output: ${formats.join(', ')}`,
        'zh-CN': `有 ${formats.length} 份报告都要写到标准输出：${formats.join('、')}`,
      },
      help: {
        en: `Give all but one a file, e.g. ${example}`,
        'zh-CN': `最多留一份，其余的请指定文件，例如 ${example}`,
      },
    });
  }
  return wishes;
}

/** @param from the config that names it; what it names is relative to it */
function outputFile(cwd: string, name: string, { force }: Flags, from?: FoundConfig): OutputFile {
  return {
    path: path.resolve(from ? path.dirname(from.file) : cwd, name),
    isForced: force === true,
    ...(from && { within: from.folder }),
  };
}

function requireFormat(word: string): ReportFormat {
  const format = reportFormats.find((known) => known === word);
  if (format === undefined) {
    throw new Failure({
      what: { en: `there is no report format ${word}`, 'zh-CN': `没有报告格式 ${word}` },
      help: {
        en: `Choose ${reportFormats.join(', ')}.`,
        'zh-CN': `可选的有：${reportFormats.join('、')}。`,
      },
    });
  }
  return format;
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

function currentFolder(): string {
  try {
    return realpathSync(process.cwd());
  } catch (error) {
    throw new Failure({
      what: { en: 'the current folder is not there any more', 'zh-CN': '当前文件夹已不存在' },
      why: whyOf(error),
      help: { en: 'Change to one that is there.', 'zh-CN': '请切换到存在的文件夹。' },
    });
  }
}
