// In: a run. Out: every site and every diagnostic, file by file, for people; then the totals.
// Knows nothing of streams; colours come in.

import type { FileDiagnostic, FileResult, FileSite } from '../../src/workspace/file-result.ts';
import type { Colours } from '../streams.ts';
import { printableRun } from './printable-run.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { apiName, summaryOf } from './summary.ts';

export function prettyReport(given: Run, colours: Colours): string {
  const run = printableRun(given);
  const isLook = run.target === undefined;
  const files = run.files.filter((file) => file.sites.length > 0 || file.diagnostics.length > 0);
  return files.map((file) => describeFile(file, isLook, colours)).join('') + summaryOf(run, colours);
}

function describeFile(file: FileResult, isLook: boolean, colours: Colours): string {
  const { bold, dim } = colours;
  const rows: { readonly line: number; readonly column: number; readonly text: string }[] = [];
  for (const site of file.sites) {
    const verdict = isLook ? '' : `  ${paintVerdict(site.verdict, colours)}`;
    rows.push({ ...site, text: `  ${place(site)}  ${apiName(site.api)}${verdict}` });
  }
  for (const diagnostic of file.diagnostics) rows.push({ ...diagnostic, text: describe(diagnostic, colours) });
  rows.sort((a, b) => a.line - b.line || a.column - b.column);
  return `${bold(file.file)}  ${dim(file.status)}\n${rows.map(({ text }) => `${text}\n`).join('')}\n`;
}

function describe(diagnostic: FileDiagnostic, { red, yellow, cyan, dim }: Colours): string {
  const paint = diagnostic.severity === 'error' ? red : diagnostic.severity === 'warning' ? yellow : cyan;
  const lines = [`  ${place(diagnostic)}  ${paint(diagnostic.severity)} ${diagnostic.message} ${dim(diagnostic.code)}`];
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
