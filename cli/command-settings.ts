// In: the flags of the command line and the config file. Out: the settings that every command has which reads. What the command line says
// goes before what the file says.
// Knows no command.

import { realpathSync } from 'node:fs';
import path from 'node:path';

import { reportFormats, type ReportFormat } from '../src/workspace/choices.ts';
import type { FoundConfig } from '../src/workspace/disk/config.ts';
import type { OutputFile } from '../src/workspace/disk/output.ts';
import { mergeSearch } from '../src/workspace/disk/merged-config.ts';
import type { Flags } from '../src/workspace/options.ts';
import { Failure, whyOf } from '../src/workspace/failure.ts';
import { isOnOutput } from './report/reports.ts';
import type { ReadSettings, ReportWish } from './settings.ts';

export function readingSettings(
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
    isDebug: flags.debug === true,
    ...(found && { configFile: found.file }),
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
export function outputFile(cwd: string, name: string, { force }: Flags, from?: FoundConfig): OutputFile {
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

export function currentFolder(): string {
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
