// In: the settings of `cygnet check`. Out: where swan network calls are left, and 1 as the exit code when there are any.
// A baseline file holds the calls that are known: per file and API a number, so that moved lines do not matter.

import path from 'node:path';

import { describe } from '../../src/diagnostics/diagnostics.ts';
import { type Wording, wordsIn } from '../../src/locale/locale.ts';
import { printable } from '../../src/text/printable.ts';
import { type ExitCode, exitCodeOf } from '../exit-code.ts';
import { describeLeftOut } from '../../src/workspace/search/left-out.ts';
import { shownPath } from '../../src/workspace/paths.ts';
import type { FileResult } from '../../src/workspace/file-result.ts';
import { type Medium, paragraph } from '../medium.ts';
import { survey } from '../plan/plan.ts';
import { openProgress } from '../progress.ts';
import { nothingLeft, ownUnread, unreadLines } from '../report/conclusion.ts';
import { checkOutput, writeOutput } from '../../src/workspace/disk/output.ts';
import { printableRun } from '../report/printable-run.ts';
import { checkReports, detailFor, takesOutput, writeReports } from '../report/reports.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { apiName } from '../report/left.ts';
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
  const seen = await survey(
    settings,
    detailFor(settings.reports),
    openProgress(streams, settings.isQuiet, settings.locale),
    streams.err,
  );
  const folder = file === undefined ? cwd : path.dirname(file);
  if (output && settings.isBaselineUpdate) {
    const now = baselineOf(seen, folder);
    await writeOutput(output, 'baseline', `${JSON.stringify(now, null, 2)}\n`);
    const count = seen.files.reduce((sum, { sites }) => sum + sites.length, 0);
    const { updated } = wordsIn(wording, settings.locale);
    if (!settings.isQuiet) streams.err(`${updated(printable(shownPath(cwd, output.path)), count)}\n`);
    return exitCodeOf(withoutSites(seen.files));
  }
  const files = baseline ? seen.files.map((result) => withNewSites(result, baseline, folder)) : seen.files;
  const unread = baseline ? seen.unread.filter((one) => !isKnownUnread(one, baseline, folder)) : seen.unread;
  const run: Run = { ...seen, files, unread, locale: settings.locale, command: 'check', isWritten: false };
  if (takesOutput(settings.reports) === undefined) streams.out(listOf(run, streams.outMedium));
  await writeReports(run, settings.reports, streams);
  const left = files.reduce((sum, { sites }) => sum + sites.length, 0);
  if (!settings.isQuiet) {
    const known = file === undefined ? undefined : printable(shownPath(cwd, file));
    for (const part of conclusion(printableRun(run), left, known)) {
      streams.err(`${paragraph(streams.errMedium, part)}\n`);
    }
  }
  const code = exitCodeOf(withoutSites(files));
  return code === 0 && (left > 0 || ownUnread(run).length > 0) ? 1 : code;
}

function listOf(run: Run, medium: Medium): string {
  const { files, unread, locale } = printableRun(run);
  const { bold, dim, red } = medium.colours;
  const lines = files.flatMap(({ file, sites, diagnostics }) => [
    ...sites.map((site) => `${bold(`${file}:${site.line}:${site.column}`)}  ${apiName(site.api)}`),
    ...diagnostics
      .filter(({ severity }) => severity === 'error')
      .map((error) => {
        const lead = `${bold(`${file}:${error.line}:${error.column}`)}  `;
        return paragraph(medium, `${red(describe(error, locale))} ${dim(error.code)}`, lead);
      }),
  ]);
  for (const one of unread) {
    lines.push(paragraph(medium, `${describe(one, locale)} ${dim(one.code)}`, `${bold(one.file)}  `));
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** @param baseline the name of the file that lists the known calls */
function conclusion(run: Run, left: number, baseline: string | undefined): string[] {
  const { locale } = run;
  const say = wordsIn(wording, locale);
  const isNew = baseline !== undefined;
  const { failed } = totalsOf(run.files);
  const parts: string[] = [];
  if (left > 0) {
    parts.push(baseline === undefined ? say.left(left) : say.newLeft(left, baseline));
    if (failed > 0) parts.push(say.unknown(failed));
  } else if (failed > 0) parts.push(isNew ? say.noNewButUnknown(failed) : say.noneButUnknown(failed));
  else parts.push(nothingLeft(run, isNew ? 'new' : 'swan'));
  parts.push(...unreadLines(run).map(say.unread));
  const apart = describeLeftOut(run.leftOut, locale);
  if (apart !== '') parts.push(say.leftOut(apart));
  return parts;
}

const wording = {
  left: {
    en: (n: number) => `${n} swan network ${n === 1 ? 'call is' : 'calls are'} left. cygnet migrate moves them.`,
    'zh-CN': (n: number) => `还有 ${n} 处 swan 网络调用。cygnet migrate 可以迁移它们。`,
  },
  newLeft: {
    en: (n: number, baseline: string) =>
      `${n} new swan network ${n === 1 ? 'call is' : 'calls are'} left (known ones are listed in ${baseline}). cygnet migrate moves them.`,
    'zh-CN': (n: number, baseline: string) =>
      `还有 ${n} 处新的 swan 网络调用（已知的列在 ${baseline} 中）。cygnet migrate 可以迁移它们。`,
  },
  unknown: {
    en: (n: number) => `${n} ${n === 1 ? 'place' : 'places'} could not be looked into.`,
    'zh-CN': (n: number) => `有 ${n} 处无法查看。`,
  },
  noneButUnknown: {
    en: (n: number) =>
      `No swan network call was found, but ${n} ${n === 1 ? 'place' : 'places'} could not be looked into.`,
    'zh-CN': (n: number) => `没有找到 swan 网络调用，但有 ${n} 处无法查看。`,
  },
  noNewButUnknown: {
    en: (n: number) =>
      `No new swan network call was found, but ${n} ${n === 1 ? 'place' : 'places'} could not be looked into.`,
    'zh-CN': (n: number) => `没有找到新的 swan 网络调用，但有 ${n} 处无法查看。`,
  },
  unread: {
    en: (line: string) => `Not read, though swan's network is named there: ${line}.`,
    'zh-CN': (line: string) => `未读取，但其中提到了 swan 的网络 API：${line}。`,
  },
  leftOut: { en: (what: string) => `Left out: ${what}.`, 'zh-CN': (what: string) => `未查看：${what}。` },
  updated: {
    en: (file: string, n: number) => `${file} now lists ${n} known ${n === 1 ? 'call' : 'calls'}.`,
    'zh-CN': (file: string, n: number) => `${file} 现在列出了 ${n} 处已知的调用。`,
  },
} satisfies Wording;

/** A file that fails is left for a person; that there are calls is counted apart. */
function withoutSites(files: readonly FileResult[]): FileResult[] {
  return files.map((file) => ({ ...file, sites: [] }));
}
