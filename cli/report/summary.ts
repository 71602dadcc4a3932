// In: a run. Out: the summary that people read: files, sites by verdict and API, what is left and why, where the
// notes are, what to do next.
// Knows nothing of streams; what it is printed on comes in.

import stringWidth from 'fast-string-width';

import { describe } from '../../src/diagnostics/diagnostics.ts';
import { type Locale, wordsIn } from '../../src/locale/locale.ts';
import { filesWithOthers, othersOfAll } from '../../src/workspace/report/needs.ts';
import { describePackage } from '../../src/workspace/report/packages.ts';
import { plain } from '../../src/workspace/report/phrase.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { tally, totalsOf, verdicts } from '../../src/workspace/report/totals.ts';
import { describeLeftOut } from '../../src/workspace/search/left-out.ts';
import { type Medium, paragraph } from '../medium.ts';
import { nothingLeft, unreadLines } from './conclusion.ts';
import { nextSteps } from './next-steps.ts';
import { type LeftItem, apiName, isByChoice, leftOf } from './left.ts';
import { chosenLines, noteLines } from './notes.ts';
import { printableRun } from './printable-run.ts';
import { summaryWords } from './summary-words.ts';

/** So many are shown in full; the rest is counted. */
const shownAtMost = 100;
const shimsAtMost = 20;

export function summaryOf(given: Run, medium: Medium): string {
  const run = printableRun(given);
  const say = wordsIn(summaryWords, run.locale);
  const { bold, green, red } = medium.colours;
  const { changed, sites } = totalsOf(run.files);
  const left = leftOf(run.files);
  const open = left.filter((item) => !isByChoice(item));
  const lines = ['', paragraph(medium, bold(headline(run, changed))), ...factLines(run, medium)];
  if (open.length > 0) {
    lines.push('', red(say.left(open.length)));
    for (const item of open.slice(0, shownAtMost)) lines.push(...describeItem(item, run.locale, medium));
    const more = open.length - shownAtMost;
    if (more > 0) lines.push(paragraph(medium, say.moreLeft(more), '  '));
  } else if (left.length === 0 && sites > 0) lines.push('', green(paragraph(medium, nothingLeft(run))));
  lines.push(...chosenLines(left.filter(isByChoice), run.locale, medium));
  const told = new Set(left.flatMap((item) => item.diagnostics));
  lines.push(...noteLines(run, told, medium));
  lines.push('', ...nextSteps(run, changed, left).map((step) => paragraph(medium, step)), '');
  return lines.join('\n');
}

/** What the run was over and came to, each fact behind its label. */
function factLines(run: Run, medium: Medium): string[] {
  const say = wordsIn(summaryWords, run.locale);
  const { bold, dim, yellow } = medium.colours;
  const labels = [say.files, say.sites, say.shims, say.needs, say.others, say.unread];
  const width = Math.max(...labels.map((label) => stringWidth(label))) + 1;
  const lines: string[] = [];
  const add = (label: string, facts: readonly string[], paint = (text: string) => text): void => {
    for (const [i, fact] of facts.entries()) {
      const lead = i === 0 ? bold(label) + ' '.repeat(width - stringWidth(label)) : ' '.repeat(width);
      lines.push(paragraph(medium, paint(fact), `  ${lead}`));
    }
  };
  add(say.files, [filesLine(run)]);
  const apart = describeLeftOut(run.leftOut, run.locale);
  if (apart !== '') add('', [say.leftOut(apart)], dim);
  const { sites, ...totals } = totalsOf(run.files);
  if (sites > 0) {
    const byVerdict = verdicts
      .filter((verdict) => totals[verdict] > 0)
      .map((verdict) => say.counted(totals[verdict], verdict));
    add(say.sites, [say.sitesLine(sites, byVerdict.join(say.comma))]);
    const byApi = tally(run.files.flatMap((file) => file.sites.map((site) => apiName(site.api))));
    add('', [byApi.map(([api, count]) => say.counted(count, api)).join(say.comma)], dim);
  }
  add(say.shims, shimsShown(run));
  add(
    say.needs,
    (run.missing ?? []).map((missing) => plain(describePackage(missing, run.locale))),
    yellow,
  );
  const others = othersLine(run);
  if (others !== undefined) add(say.others, [others], dim);
  add(say.unread, unreadLines(run).map(say.unreadLine), yellow);
  for (const warning of run.warnings) lines.push(paragraph(medium, warning[run.locale], `  ${yellow(say.warning)}`));
  return lines;
}

function describeItem({ file, line, column, what, diagnostics }: LeftItem, locale: Locale, medium: Medium): string[] {
  const { bold, dim, red } = medium.colours;
  const head = `  ${bold(`${file}:${line}:${column}`)}${what === '' ? '' : `  ${what}`}`;
  if (diagnostics.length === 0) return [`${head}  ${dim(wordsIn(summaryWords, locale).asItWas)}`];
  return diagnostics.flatMap((diagnostic, i) => {
    const text = paragraph(medium, `${describe(diagnostic, locale)} ${red(diagnostic.code)}`, '    ');
    const lines = [...(i === 0 ? [head] : []), text];
    if (diagnostic.frame !== undefined) lines.push(diagnostic.frame.replace(/\n$/, '').replace(/^/gm, '    '));
    return lines;
  });
}

function shimsShown({ shimFiles = [], locale }: Run): string[] {
  const more = shimFiles.length - shimsAtMost;
  return [...shimFiles.slice(0, shimsAtMost), ...(more > 0 ? [wordsIn(summaryWords, locale).andMore(more)] : [])];
}

function headline({ target, isWritten, isInput, command, locale }: Run, changed: number): string {
  const say = wordsIn(summaryWords, locale);
  if (command !== 'migrate') return say.calls;
  const move = `swan → ${target ?? ''}`;
  if (isInput === true) return changed === 0 ? say.inputStays(move) : say.inputRewritten(move);
  if (changed === 0) return say.nothingChanges(move);
  return isWritten ? say.wrote(move, changed) : say.wouldChange(move, changed);
}

function filesLine({ files, uncounted, looked, command, locale }: Run): string {
  const say = wordsIn(summaryWords, locale);
  const { changed, failed } = totalsOf(files);
  const parts = [say.looked(looked), say.withSwan(files.length + uncounted)];
  if (command === 'migrate') parts.push(say.changed(changed));
  if (failed > 0) parts.push(say.failed(failed));
  return parts.join(say.comma);
}

/** What is no network call and so stays on swan. */
function othersLine({ files, uncounted, locale }: Run): string | undefined {
  if (uncounted > 0) return wordsIn(summaryWords, locale).othersUncounted;
  const uses = othersOfAll(files).reduce((sum, [, count]) => sum + count, 0);
  return uses === 0 ? undefined : wordsIn(summaryWords, locale).othersLine(uses, filesWithOthers(files).length);
}
