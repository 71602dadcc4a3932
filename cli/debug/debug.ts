// In: the workspace of a run. Out: lines that say what the run goes by: config, root, programs, shims; which files were read, which
// were not and why; and for each call that is kept how swan came to it, step by step.
// Decides nothing.

import stringWidth from 'fast-string-width';

import { describe } from '../../src/diagnostics/diagnostics.ts';
import { wordsIn } from '../../src/locale/locale.ts';
import { printable } from '../../src/text/printable.ts';
import type { FileDiagnostic, FileResult, FileSite } from '../../src/workspace/file-result.ts';
import { shownPath } from '../../src/workspace/paths.ts';
import { programsOf } from '../../src/workspace/programs/programs.ts';
import { diagnosticsBySite } from '../../src/workspace/report/site-diagnostics.ts';
import type { LeftOutReason } from '../../src/workspace/search/left-out.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import type { ReadSettings } from '../settings.ts';
import { apiName } from '../report/left.ts';
import { traceLines } from './trace-lines.ts';
import { debugWords, leftOutWords } from './words.ts';

type Line = readonly [label: string, text: string];

/** Of one kind so many are told of: the rest is counted. */
const toldAtMost = 100;

/** Ends with a line break. */
export async function debugText(workspace: Workspace, settings: ReadSettings): Promise<string> {
  const lines: Line[] = [
    ...placeLines(workspace, settings),
    ...(await shimLines(workspace, settings)),
    ...(await fileLines(workspace, settings)),
    ...(await keptLines(workspace, settings)),
  ];
  const width = Math.max(...lines.map(([label]) => stringWidth(label)));
  const padded = (label: string): string => label + ' '.repeat(width - stringWidth(label));
  return lines
    .map(([label, text]) => `${debugWords.prefix[settings.locale]}${padded(label)}  ${printable(text)}\n`)
    .join('');
}

function placeLines({ root, searched, programOf }: Workspace, settings: ReadSettings): Line[] {
  const { cwd, locale, configFile, project } = settings;
  const say = wordsIn(debugWords, locale);
  const programs = programsOf(searched.found, programOf).map(({ file, timeouts }): Line => {
    const said = Object.entries(timeouts).map(([api, time]) => `${api} ${time}`);
    const waits = said.length === 0 ? say.usual : say.timeouts(said.join(', '));
    return [say.program, say.of(shownPath(cwd, file), waits)];
  });
  return [
    [say.config, configFile ?? say.noConfig],
    [say.root, root],
    ...(programs.length > 0 ? programs : [[say.program, say.noProgram] as const]),
    [say.tsconfig, project ?? say.noTsconfig],
  ];
}

async function shimLines(workspace: Workspace, { cwd, locale }: ReadSettings): Promise<Line[]> {
  const say = wordsIn(debugWords, locale);
  const { shims } = await workspace.shims();
  const lines = shims.map(({ path, names }): Line => [say.shim, say.of(shownPath(cwd, path), names.join(', '))]);
  return lines.length > 0 ? lines : [[say.shim, say.noShim]];
}

async function fileLines(workspace: Workspace, { locale }: ReadSettings): Promise<Line[]> {
  const say = wordsIn(debugWords, locale);
  const { found, leftOut, unread } = workspace.searched;
  const { files, generated } = await workspace.settle();
  const results = new Map(files.map((file) => [file.path, file]));
  const machineMade = new Set(generated.map(({ path }) => path));
  const read = found.map(({ file, path, fault }): Line => {
    if (machineMade.has(path)) return [say.notRead, say.of(file, leftOutWords.generated[locale])];
    const result = results.get(path);
    return [say.read, say.of(file, fault?.[locale] ?? (result ? resultWords(result, locale) : say.noSwan))];
  });
  const passedBy = [...leftOut].flatMap(([reason, paths]: readonly [LeftOutReason, readonly string[]]) =>
    paths.map((path): Line => [say.notRead, say.of(path, leftOutWords[reason][locale])]),
  );
  const others = unread.map((one): Line => [say.notRead, say.of(one.file, describe(one, locale))]);
  // What has to do with swan is told of first.
  const isPlain = ([, text]: Line): boolean => text.endsWith(say.of('', say.noSwan));
  return [
    ...capped(
      read.filter((line) => !isPlain(line)),
      locale,
    ),
    ...capped(read.filter(isPlain), locale),
    ...capped([...passedBy, ...others], locale),
  ];
}

function capped(lines: readonly Line[], locale: ReadSettings['locale']): Line[] {
  const more = lines.length - toldAtMost;
  return more > 0 ? [...lines.slice(0, toldAtMost), ['', debugWords.more[locale](more)]] : [...lines];
}

function resultWords({ sites, status, diagnostics }: FileResult, locale: ReadSettings['locale']): string {
  const [fault] = diagnostics.filter(({ severity }) => severity === 'error');
  if (status === 'failed' && fault) return describe(fault, locale);
  return debugWords.sites[locale](sites.length, sites.filter(({ verdict }) => verdict === 'kept').length);
}

/** Of each call that stays the reasons, and the road. */
async function keptLines(workspace: Workspace, { locale }: ReadSettings): Promise<Line[]> {
  const say = wordsIn(debugWords, locale);
  const lines: Line[] = [];
  let [told, more] = [0, 0];
  for (const file of (await workspace.settle()).files) {
    const bySite = diagnosticsBySite(file);
    const all = file.sites.filter((site) => site.verdict === 'kept' && site.codes.length > 0);
    const kept = all.slice(0, Math.max(toldAtMost - told, 0));
    told += kept.length;
    more += all.length - kept.length;
    const found = kept.length > 0 ? workspace.find(file.path) : undefined;
    const roads = found ? await workspace.trace(found, kept) : [];
    for (const [i, site] of kept.entries()) {
      lines.push([
        say.kept,
        say.of(
          `${file.file}:${site.line}:${site.column} ${apiName(site.api)}`,
          reasonsOf(bySite.get(site) ?? [], site, locale),
        ),
      ]);
      for (const step of traceLines(roads[i] ?? [], locale)) lines.push(['', `  ${step}`]);
    }
  }
  if (more > 0) lines.push(['', say.more(more)]);
  return lines;
}

function reasonsOf(own: readonly FileDiagnostic[], site: FileSite, locale: ReadSettings['locale']): string {
  const said = own.map((one) => debugWords.of[locale](one.code, describe(one, locale)));
  return [...new Set(said.length > 0 ? said : site.codes)].join(' ');
}
