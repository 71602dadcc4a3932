// In: a run. Out: the summary that people read: files, sites by verdict and API, what is left and why, what to do next.
// Knows nothing of streams; colours come in.

import { sayIn } from '../../src/workspace/failure.ts';
import type { Colours } from '../streams.ts';
import { describeLeftOut } from '../../src/workspace/search/left-out.ts';
import type { FileDiagnostic, FileResult } from '../../src/workspace/file-result.ts';
import { nothingFound, nothingLeft, unreadLines } from './conclusion.ts';
import { filesWithOthers, othersOfAll } from '../../src/workspace/report/needs.ts';
import { describePackage } from '../../src/workspace/report/packages.ts';
import { plain } from '../../src/workspace/report/phrase.ts';
import { printableRun } from './printable-run.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { tally, totalsOf, verdicts } from '../../src/workspace/report/totals.ts';

/** So many are shown in full; the rest is counted. */
const shownAtMost = 100;
const shimsAtMost = 20;

export function summaryOf(given: Run, colours: Colours): string {
  const run = printableRun(given);
  const totals = totalsOf(run.files);
  const { bold, dim, green, red, yellow } = colours;
  const lines = [''];
  lines.push(headline(run, totals.changed, colours));
  lines.push(`  ${bold('files')}  ${filesLine(run)}`);
  const apart = describeLeftOut(run.leftOut);
  if (apart !== '') lines.push(`         ${dim(`left out: ${apart}`)}`);
  if (totals.sites > 0) {
    const byVerdict = verdicts
      .filter((verdict) => totals[verdict] > 0)
      .map((verdict) => `${totals[verdict]} ${verdict}`);
    lines.push(`  ${bold('sites')}  ${totals.sites}: ${byVerdict.join(', ')}`);
    const byApi = tally(run.files.flatMap((file) => file.sites.map((site) => apiName(site.api))));
    lines.push(`         ${dim(byApi.map(([api, count]) => `${count} ${api}`).join(', '))}`);
  }
  for (const [i, shim] of shimsShown(run).entries()) lines.push(`  ${i === 0 ? bold('shim') : '    '}   ${shim}`);
  for (const [i, missing] of (run.missing ?? []).entries()) {
    lines.push(`  ${i === 0 ? bold('needs') : '     '}  ${yellow(plain(describePackage(missing)))}`);
  }
  const others = othersLine(run);
  if (others !== undefined) lines.push(`  ${bold('others')} ${dim(others)}`);
  for (const [i, line] of unreadLines(run).entries()) {
    lines.push(`  ${i === 0 ? bold('unread') : '      '} ${yellow(`${line}, where swan's network is named`)}`);
  }
  for (const warning of run.warnings) lines.push(`  ${yellow('warning')} ${sayIn(warning, run.locale)}`);
  const left = leftOf(run.files);
  if (left.length > 0) {
    lines.push('', red(`Left for you (${left.length}):`));
    for (const item of left.slice(0, shownAtMost)) lines.push(...describeItem(item, colours));
    if (left.length > shownAtMost) {
      lines.push(`  … and ${left.length - shownAtMost} more: --report json or --report html=FILE lists them all.`);
    }
  } else if (totals.sites > 0) lines.push('', green(nothingLeft(run)));
  const told = new Set(left.flatMap((item) => item.diagnostics));
  const notes = run.files.flatMap((file) =>
    file.diagnostics.filter((diagnostic) => diagnostic.severity !== 'error' && !told.has(diagnostic)),
  );
  if (notes.length > 0) {
    const byCode = tally(notes.map((note) => note.code));
    lines.push('', `${bold('Notes')}  ${byCode.map(([code, count]) => `${count} ${code}`).join(', ')}`);
    const explained = byCode.length === 1 ? `${byCode[0]?.[0] ?? ''} says what it means` : 'CODE says what each means';
    lines.push(dim(`       --report pretty shows where; cygnet explain ${explained}.`));
  }
  lines.push('', ...nextSteps(run, totals.changed, left), '');
  return lines.join('\n');
}

/** One thing that a person has to see to. */
export interface LeftItem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly what: string;
  readonly diagnostics: readonly FileDiagnostic[];
}

/** The sites that were kept, and the files that failed, each with its reasons. */
export function leftOf(files: readonly FileResult[]): LeftItem[] {
  return files.flatMap((file) => {
    const items: LeftItem[] = [];
    const told = new Set<FileDiagnostic>();
    for (const site of file.sites) {
      if (site.verdict !== 'kept') continue;
      const own = file.diagnostics.filter(
        (diagnostic) => site.codes.includes(diagnostic.code) && isInside(diagnostic, site) && !told.has(diagnostic),
      );
      for (const diagnostic of own) told.add(diagnostic);
      items.push({ file: file.file, line: site.line, column: site.column, what: apiName(site.api), diagnostics: own });
    }
    for (const error of file.diagnostics) {
      if (error.severity !== 'error' || told.has(error)) continue;
      items.push({ file: file.file, line: error.line, column: error.column, what: '', diagnostics: [error] });
    }
    return items.sort((a, b) => a.line - b.line || a.column - b.column);
  });
}

export function apiName(api: string): string {
  return api === '*' ? 'swan' : api;
}

function isInside(place: FileDiagnostic, site: FileResult['sites'][number]): boolean {
  const isAfterStart = place.line > site.line || (place.line === site.line && place.column >= site.column);
  const isBeforeEnd = place.line < site.endLine || (place.line === site.endLine && place.column <= site.endColumn);
  return isAfterStart && isBeforeEnd;
}

function describeItem({ file, line, column, what, diagnostics }: LeftItem, { bold, dim, red }: Colours): string[] {
  const head = `  ${bold(`${file}:${line}:${column}`)}${what === '' ? '' : `  ${what}`}`;
  if (diagnostics.length === 0) return [`${head}  ${dim('left as it was')}`];
  return diagnostics.flatMap((diagnostic, i) => {
    const lines = [...(i === 0 ? [head] : []), `    ${diagnostic.message} ${red(diagnostic.code)}`];
    if (diagnostic.frame !== undefined) lines.push(diagnostic.frame.replace(/\n$/, '').replace(/^/gm, '    '));
    return lines;
  });
}

function shimsShown({ shimFiles = [] }: Run): string[] {
  const more = shimFiles.length - shimsAtMost;
  return [...shimFiles.slice(0, shimsAtMost), ...(more > 0 ? [`… and ${more} more`] : [])];
}

function headline({ target, isWritten, isInput, command }: Run, changed: number, { bold }: Colours): string {
  if (command !== 'migrate') return bold('swan network calls');
  if (isInput === true)
    return bold(`swan → ${target ?? ''}: the input ${changed === 0 ? 'does not change' : 'was rewritten'}`);
  const what = changed === 0 ? 'no file changes' : `${changed} ${changed === 1 ? 'file' : 'files'}`;
  if (changed === 0) return bold(`swan → ${target ?? ''}: ${what}`);
  return bold(`swan → ${target ?? ''}: ${isWritten ? 'wrote' : 'would change'} ${what}`);
}

function filesLine({ files, looked, command }: Run): string {
  const { changed, failed } = totalsOf(files);
  const parts = [`${looked} looked at`, `${files.length} with swan in them`];
  if (command === 'migrate') parts.push(`${changed} changed`);
  if (failed > 0) parts.push(`${failed} failed`);
  return parts.join(', ');
}

/** A site stays because somebody wanted it to. */
function isChosen(code: string): boolean {
  return code === 'declined' || code === 'kept-on-request';
}

/** What is no network call and so stays on swan. */
function othersLine({ files }: Run): string | undefined {
  const uses = othersOfAll(files).reduce((sum, [, count]) => sum + count, 0);
  const inFiles = filesWithOthers(files).length;
  return uses === 0
    ? undefined
    : `${uses} ${uses === 1 ? 'use' : 'uses'} of other swan APIs in ${inFiles} ${inFiles === 1 ? 'file' : 'files'}, left alone; cygnet scan lists them`;
}

function nextSteps(run: Run, changed: number, left: readonly LeftItem[]): string[] {
  const steps: string[] = [];
  if (run.looked === 0 && left.length === 0)
    steps.push('No JavaScript or TypeScript file was found: nothing to do here.');
  else if (run.command === 'migrate' && changed === 0 && left.length === 0) {
    steps.push(nothingFound(run));
  }
  if (run.command === 'migrate' && !run.isWritten && changed > 0) {
    steps.push(
      `Nothing was changed. Add --write to apply this, or give the diff to ${run.patchCommand ?? 'git apply'}.`,
    );
  }
  if (run.isWritten && run.isInput !== true && changed > 0) {
    steps.push('Look at it with git diff; cygnet undo takes it back.');
  }
  // What the person chose to leave needs no advice.
  const open = left.filter((item) => !item.diagnostics.some(({ code }) => isChosen(code)));
  if (open.length > 0) {
    const code = open.flatMap((item) => item.diagnostics)[0]?.code;
    const how = code === undefined ? '' : ` (cygnet explain ${code} says how)`;
    steps.push(`Move ${open.length < left.length ? 'the others' : 'what is left'} by hand${how}, then run again.`);
  }
  return steps;
}
