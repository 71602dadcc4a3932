// In: a run. Out: tables for a spreadsheet: of its calls, or of the origins that they go to (RFC 4180). A mark of UTF-8 comes first, without
// which Excel takes Chinese names for something else; no cell is a formula.
// Knows nothing of files and streams.

import { printable } from '../../src/text/printable.ts';
import { needsOf } from '../../src/workspace/report/needs.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { diagnosticsBySite } from '../../src/workspace/report/site-diagnostics.ts';
import { apiName } from './left.ts';

const markOfUtf8 = '\ufeff';

export function callsCsv(run: Run): string {
  const isLook = run.target === undefined;
  const rows = run.files.flatMap((result) => {
    const bySite = diagnosticsBySite(result);
    const { file, sites } = result;
    return sites.map((site) => {
      const { line, column, endLine, endColumn, api, verdict, codes } = site;
      const messages = (bySite.get(site) ?? []).map(({ message }) => message).join(' ');
      return [file, line, column, endLine, endColumn, apiName(api), isLook ? '' : verdict, codes.join(' '), messages];
    });
  });
  return table(['file', 'line', 'column', 'endLine', 'endColumn', 'api', 'verdict', 'codes', 'messages'], rows);
}

export function originsCsv(run: Run): string {
  const rows = needsOf(run).origins.map(({ origin, apis, methods, headers }) => [
    origin,
    ...[apis, methods, headers].map((names) => names.join(' ')),
  ]);
  return table(['origin', 'apis', 'methods', 'headers'], rows);
}

type Cell = string | number;

function table(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return markOfUtf8 + [heads, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** What a spreadsheet would calculate, or a full-width sign that it takes for one, gets an apostrophe in front. */
function cell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const text = printable(value);
  const harmless = /^[=+\-@\t＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
