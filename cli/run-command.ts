// In: the flags of a command, as they were parsed. Out: its settings, put together with the config file, and the command run
// with them. `cygnet migrate` has a file of its own.

import { findConfig } from '../src/workspace/disk/config.ts';
import { Failure } from '../src/workspace/failure.ts';
import type { Flags } from '../src/workspace/options.ts';
import { currentFolder, outputFile, readingSettings } from './command-settings.ts';
import type { ExitCode } from './exit-code.ts';
import type { CheckSettings } from './settings.ts';
import type { Speech } from './speech.ts';
import { openStreams } from './streams.ts';

export async function runScan(paths: readonly string[], flags: Flags, speech: Speech): Promise<ExitCode> {
  const cwd = currentFolder();
  const streams = openStreams(flags.color !== false);
  const found = await findConfig(cwd, flags.config, speech.warn);
  const locale = speech.configure(found?.config.locale);
  const settings = { ...readingSettings(cwd, paths, flags, found), locale };
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
    ...readingSettings(cwd, paths, flags, found),
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
