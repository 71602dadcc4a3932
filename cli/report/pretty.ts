// In: a run. Out: every site and every diagnostic, file by file, for people; then the totals.
// Knows nothing of streams; what it is printed on comes in.

import type { FileDiagnostic, FileResult, FileSite } from '../../src/workspace/file-result.ts';
import { describe } from '../../src/diagnostics/diagnostics.ts';
import { severityNames } from '../../src/diagnostics/severity-names.ts';
import { type Locale, wordsIn, type Wording } from '../../src/locale/locale.ts';
import type { Colours, Medium } from '../medium.ts';
import { paragraph } from '../medium.ts';
import { printableRun } from './printable-run.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { apiName } from './left.ts';
import { summaryOf } from './summary.ts';

export function prettyReport(given: Run, medium: Medium): string {
  const run = printableRun(given);
  const isLook = run.target === undefined;
  const files = run.files.filter((file) => file.sites.length > 0 || file.diagnostics.length > 0);
  return files.map((file) => describeFile(file, isLook, run.locale, medium)).join('') + summaryOf(run, medium);
}

function describeFile(file: FileResult, isLook: boolean, locale: Locale, medium: Medium): string {
  const { colours } = medium;
  const { bold, dim } = colours;
  const rows: { readonly line: number; readonly column: number; readonly text: string }[] = [];
  for (const site of file.sites) {
    const verdict = isLook ? '' : `  ${paintVerdict(site.verdict, colours)}`;
    rows.push({ ...site, text: `  ${place(site)}  ${apiName(site.api)}${verdict}` });
  }
  for (const diagnostic of file.diagnostics) rows.push({ ...diagnostic, text: linesOf(diagnostic, locale, medium) });
  rows.sort((a, b) => a.line - b.line || a.column - b.column);
  return `${bold(file.file)}  ${dim(wordsIn(statuses, locale)[file.status])}\n${rows.map(({ text }) => `${text}\n`).join('')}\n`;
}

function linesOf(diagnostic: FileDiagnostic, locale: Locale, medium: Medium): string {
  const { red, yellow, cyan, dim } = medium.colours;
  const paint = diagnostic.severity === 'error' ? red : diagnostic.severity === 'warning' ? yellow : cyan;
  const text = `${paint(severityNames[locale][diagnostic.severity])} ${describe(diagnostic, locale)} ${dim(diagnostic.code)}`;
  const lines = [paragraph(medium, text, `  ${place(diagnostic)}  `)];
  if (diagnostic.frame !== undefined) lines.push(diagnostic.frame.replace(/\n$/, '').replace(/^/gm, '    '));
  return lines.join('\n');
}

function paintVerdict(verdict: FileSite['verdict'], { green, red, yellow }: Colours): string {
  if (verdict === 'kept') return red(verdict);
  return verdict === 'shim' ? yellow(verdict) : green(verdict);
}

function place({ line, column }: { line: number; column: number }): string {
  return `${line}:${column}`.padEnd(8);
}

const statuses = {
  changed: { en: 'changed', 'zh-CN': '有改动' },
  unchanged: { en: 'unchanged', 'zh-CN': '无改动' },
  failed: { en: 'failed', 'zh-CN': '失败' },
} satisfies Wording;
