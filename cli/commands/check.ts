// In: the settings of `cygnet check`. Out: where swan network calls are left, and 1 as the exit code when there are any.
// A baseline file holds the calls that are known: per file and API a number, so that moved lines do not matter.

import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { type ExitCode, exitCodeOf } from '../exit-code.ts';
import { Failure, codeOf, reasonOf } from '../failure.ts';
import { shownPath } from '../files/root.ts';
import type { FileResult, FileSite } from '../plan/file-result.ts';
import { survey } from '../plan/plan.ts';
import { openProgress } from '../progress.ts';
import { takesOutput, writeOutput, writeReports } from '../report/reports.ts';
import type { Run } from '../report/run.ts';
import { apiName } from '../report/summary.ts';
import type { CheckSettings } from '../settings.ts';
import type { Streams } from '../streams.ts';

interface Baseline {
  readonly version: 1;
  /** By file (relative to the baseline's folder) and API. */
  readonly calls: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export async function check(settings: CheckSettings, streams: Streams): Promise<ExitCode> {
  const { baseline: file, cwd } = settings;
  const baseline = file === undefined || settings.isBaselineUpdate ? undefined : await readBaseline(file);
  const seen = await survey(settings, openProgress(streams, settings.isQuiet));
  const folder = file === undefined ? cwd : path.dirname(file);
  if (file !== undefined && settings.isBaselineUpdate) {
    const now = baselineOf(seen.files, folder);
    await writeOutput(file, `${JSON.stringify(now, null, 2)}\n`);
    const count = seen.files.reduce((sum, { sites }) => sum + sites.length, 0);
    if (!settings.isQuiet) streams.err(`${shownPath(cwd, file)} now lists ${count} known calls.\n`);
    return exitCodeOf(withoutSites(seen.files));
  }
  const files = baseline ? seen.files.map((result) => withNewSites(result, baseline, folder)) : seen.files;
  const run: Run = { ...seen, files, command: 'check', isWritten: false };
  if (takesOutput(settings.reports) === undefined) streams.out(listOf(run, streams));
  await writeReports(run, settings.reports, streams);
  const left = files.reduce((sum, { sites }) => sum + sites.length, 0);
  if (!settings.isQuiet) streams.err(conclusion(left, file === undefined ? undefined : shownPath(cwd, file)));
  const code = exitCodeOf(withoutSites(files));
  return code === 0 && left > 0 ? 1 : code;
}

function listOf({ files }: Run, { outColours: { bold, dim, red } }: Streams): string {
  const lines = files.flatMap(({ file, sites, diagnostics }) => [
    ...sites.map((site) => `${bold(`${file}:${site.line}:${site.column}`)}  ${apiName(site.api)}`),
    ...diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ line, column, message, code }) => `${bold(`${file}:${line}:${column}`)}  ${red(message)} ${dim(code)}`),
  ]);
  return lines.map((line) => `${line}\n`).join('');
}

function conclusion(left: number, baseline: string | undefined): string {
  const kind = baseline === undefined ? '' : 'new ';
  if (left === 0) return `No ${kind}swan network call is left.\n`;
  const known = baseline === undefined ? '' : ` (known ones are listed in ${baseline})`;
  return `${left} ${kind}swan network ${left === 1 ? 'call is' : 'calls are'} left${known}. cygnet migrate moves them.\n`;
}

/** A file that fails is left for a person; that there are calls is counted apart. */
function withoutSites(files: readonly FileResult[]): FileResult[] {
  return files.map((file) => ({ ...file, sites: [] }));
}

/** Of each API only the calls beyond the known number: the last ones, as nobody can tell which are new. */
function withNewSites(result: FileResult, baseline: Baseline, folder: string): FileResult {
  const known = new Map(Object.entries(baseline.calls[shownPath(folder, result.path)] ?? {}));
  const sites = result.sites.filter((site: FileSite) => {
    const rest = known.get(site.api) ?? 0;
    known.set(site.api, rest - 1);
    return rest <= 0;
  });
  return { ...result, sites };
}

function baselineOf(files: readonly FileResult[], folder: string): Baseline {
  const calls: Record<string, Record<string, number>> = {};
  for (const { path: file, sites } of files) {
    if (sites.length === 0) continue;
    const counts: Record<string, number> = {};
    for (const { api } of sites) counts[api] = (counts[api] ?? 0) + 1;
    calls[shownPath(folder, file)] = Object.fromEntries(Object.entries(counts).sort());
  }
  return { version: 1, calls: Object.fromEntries(Object.entries(calls).sort()) };
}

async function readBaseline(file: string): Promise<Baseline> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new Failure({
      what: `the baseline ${file} cannot be read`,
      why: `${reasonOf(error)}.`,
      ...(codeOf(error) === 'ENOENT' && { help: 'Make it with --update-baseline.' }),
    });
  }
  try {
    const content = JSON.parse(text) as Partial<Baseline>;
    if (content.version !== 1 || typeof content.calls !== 'object') throw new Error('it is not a baseline of cygnet');
    return { version: 1, calls: content.calls };
  } catch (error) {
    throw new Failure({
      what: `the baseline ${file} cannot be understood`,
      why: reasonOf(error),
      help: 'Make it again with --update-baseline.',
    });
  }
}
