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
import { Failure, reasonOf } from '../src/workspace/failure.ts';
import type { CheckSettings, MigrateSettings, ReadSettings, ReportWish } from './settings.ts';
import type { Speech } from './speech.ts';
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
      what: 'which target? --to is missing',
      why: targetNames.map((name) => `--to ${name.padEnd(6)} ${targets[name].summary[locale]}`).join('\n'),
      help: 'For example: cygnet migrate --to fetch',
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
      what: '--interactive needs a terminal, and there is none here',
      help: 'Leave it out: the preview shows every change, and --only and paths narrow it down.',
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
      what: '--update-baseline does not know which file to write',
      help: 'Name it: cygnet check --baseline swan-calls.json --update-baseline',
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
  const onOutput = wishes.filter((wish) => wish.file === undefined);
  if (onOutput.length > 1) {
    throw new Failure({
      what: `${onOutput.length} reports want standard output: ${onOutput.map(({ format }) => format).join(', ')}`,
      help: `Give all but one a file, e.g. --report ${onOutput[1]?.format ?? ''}=report.txt`,
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
  if (format === undefined) throw new Failure({ what: `there is no report format ${word}` });
  return format;
}

function requireInputName(paths: readonly string[], flags: Flags): string {
  if (paths.length > 0) {
    throw new Failure({ what: `--stdin reads standard input, and paths were named as well: ${paths.join(' ')}` });
  }
  if (flags.stdin !== true) {
    throw new Failure({ what: '--stdin-filename goes with --stdin', help: 'Add --stdin.' });
  }
  if (flags.stdinFilename === undefined) {
    throw new Failure({
      what: '--stdin needs --stdin-filename',
      why: 'The name says which language it is, and from where the shim is imported.',
      help: 'For example: --stdin --stdin-filename pages/index.js',
    });
  }
  return flags.stdinFilename;
}

function refuseTogether(flags: Flags, pairs: readonly (readonly [keyof Flags, keyof Flags])[]): void {
  for (const [one, other] of pairs) {
    const [first, second] = [flags[one], flags[other]];
    if (first !== undefined && first !== false && second !== undefined && second !== false) {
      throw new Failure({ what: `--${one} and --${other} do not go together` });
    }
  }
}

function currentFolder(): string {
  try {
    return realpathSync(process.cwd());
  } catch (error) {
    throw new Failure({ what: 'the current folder is not there any more', why: reasonOf(error) });
  }
}
