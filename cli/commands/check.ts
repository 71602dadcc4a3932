// In: the settings of `cygnet check`. Out: where swan network calls are left, and 1 as the exit code when there are any.
// A baseline file holds the calls that are known: per file and API a number, so that moved lines do not matter.

import path from 'node:path';

import { printable } from '../../src/text/printable.ts';
import { type ExitCode, exitCodeOf } from '../exit-code.ts';
import { describeLeftOut } from '../../src/workspace/search/left-out.ts';
import { shownPath } from '../../src/workspace/paths.ts';
import type { FileResult } from '../../src/workspace/file-result.ts';
import { survey } from '../plan/plan.ts';
import { openProgress } from '../progress.ts';
import { nothingLeft, ownUnread, unreadLines } from '../report/conclusion.ts';
import { checkOutput, writeOutput } from '../../src/workspace/disk/output.ts';
import { printableRun } from '../report/printable-run.ts';
import { checkReports, takesOutput, writeReports } from '../report/reports.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { apiName } from '../report/summary.ts';
import { totalsOf } from '../../src/workspace/report/totals.ts';
import type { CheckSettings } from '../settings.ts';
import type { Streams } from '../streams.ts';
import { baselineOf, isKnownUnread, readBaseline, withNewSites } from './baseline.ts';

export async function check(settings: CheckSettings, streams: Streams): Promise<ExitCode> {
  const { baseline: output, cwd } = settings;
  const file = output?.path;
  const baseline = file === undefined || settings.isBaselineUpdate ? undefined : await readBaseline(file);
  if (output && settings.isBaselineUpdate) await checkOutput(output, 'baseline');
  await checkReports(settings.reports);
  const seen = await survey(settings, openProgress(streams, settings.isQuiet));
  const folder = file === undefined ? cwd : path.dirname(file);
  if (output && settings.isBaselineUpdate) {
    const now = baselineOf(seen, folder);
    await writeOutput(output, 'baseline', `${JSON.stringify(now, null, 2)}\n`);
    const count = seen.files.reduce((sum, { sites }) => sum + sites.length, 0);
    const calls = `${count} known ${count === 1 ? 'call' : 'calls'}`;
    if (!settings.isQuiet) streams.err(`${printable(shownPath(cwd, output.path))} now lists ${calls}.\n`);
    return exitCodeOf(withoutSites(seen.files));
  }
  const files = baseline ? seen.files.map((result) => withNewSites(result, baseline, folder)) : seen.files;
  const unread = baseline ? seen.unread.filter((one) => !isKnownUnread(one, baseline, folder)) : seen.unread;
  const run: Run = { ...seen, files, unread, locale: settings.locale, command: 'check', isWritten: false };
  if (takesOutput(settings.reports) === undefined) streams.out(listOf(run, streams));
  await writeReports(run, settings.reports, streams);
  const left = files.reduce((sum, { sites }) => sum + sites.length, 0);
  if (!settings.isQuiet) {
    streams.err(conclusion(printableRun(run), left, file === undefined ? undefined : printable(shownPath(cwd, file))));
  }
  const code = exitCodeOf(withoutSites(files));
  return code === 0 && (left > 0 || ownUnread(run).length > 0) ? 1 : code;
}

function listOf(run: Run, { outColours: { bold, dim, red } }: Streams): string {
  const { files, unread } = printableRun(run);
  const lines = files.flatMap(({ file, sites, diagnostics }) => [
    ...sites.map((site) => `${bold(`${file}:${site.line}:${site.column}`)}  ${apiName(site.api)}`),
    ...diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ line, column, message, code }) => `${bold(`${file}:${line}:${column}`)}  ${red(message)} ${dim(code)}`),
  ]);
  for (const { file, message, code } of unread) lines.push(`${bold(file)}  ${message} ${dim(code)}`);
  return lines.map((line) => `${line}\n`).join('');
}

function conclusion(run: Run, left: number, baseline: string | undefined): string {
  const kind = baseline === undefined ? '' : 'new ';
  const { failed } = totalsOf(run.files);
  const unknown = `${failed} ${failed === 1 ? 'place' : 'places'} could not be looked into.`;
  const apart = describeLeftOut(run.leftOut);
  const parts: string[] = [];
  if (left > 0) {
    const known = baseline === undefined ? '' : ` (known ones are listed in ${baseline})`;
    const calls = `${left} ${kind}swan network ${left === 1 ? 'call is' : 'calls are'} left${known}`;
    parts.push(`${calls}. cygnet migrate moves them.`, ...(failed > 0 ? [unknown] : []));
  } else if (failed > 0) parts.push(`No ${kind}swan network call was found, but ${unknown}`);
  else parts.push(nothingLeft(run, `${kind}swan `));
  parts.push(...unreadLines(run).map((line) => `Not read, though swan's network is named there: ${line}.`));
  if (apart !== '') parts.push(`Left out: ${apart}.`);
  return parts.map((part) => `${part}\n`).join('');
}

/** A file that fails is left for a person; that there are calls is counted apart. */
function withoutSites(files: readonly FileResult[]): FileResult[] {
  return files.map((file) => ({ ...file, sites: [] }));
}
