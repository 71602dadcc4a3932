// In: a run. Out: workflow commands, which GitHub shows as annotations at the lines of a pull request.
// Knows nothing of files and streams.

import { printableLines } from '../../src/text/printable.ts';
import { type Finding, findingsOf } from './findings.ts';
import type { Run } from '../../src/workspace/report/run.ts';

export function githubReport(run: Run): string {
  return findingsOf(run, run.locale).map(annotation).join('');
}

const kinds = { error: 'error', warning: 'warning', note: 'notice' } as const;

function annotation({ file, line, column, endLine, endColumn, code, severity, message }: Finding): string {
  // A column range is for one line; GitHub refuses it across lines.
  const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
  const place = `file=${property(file)},line=${line},endLine=${endLine}${columns}`;
  return `::${kinds[severity]} ${place},title=${property(`cygnet: ${code}`)}::${data(message)}\n`;
}

const breaks: Readonly<Record<string, string>> = { '\r': '%0D', '\n': '%0A' };

function data(text: string): string {
  return printableLines(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  // Line breaks in a name have an escape of their own, and so the name stays what it is.
  return text
    .split(/(\r|\n)/)
    .map((part, i) => (i % 2 === 1 ? breaks[part] : data(part)))
    .join('')
    .replace(/:/g, '%3A')
    .replace(/,/g, '%2C');
}
