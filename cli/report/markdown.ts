// In: a run. Out: Markdown for a pull request: totals, what is left and why, the notes by code.
// Knows nothing of files and streams.

import { nothingLeft, unreadLines } from './conclusion.ts';
import { code, joined, gfm, row, inLines, type Markdown } from './markdown-text.ts';
import { needsLines } from './needs-lines.ts';
import { printableRun } from './printable-run.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { apiName, leftOf } from './summary.ts';
import { hostsOfAll, tally, totalsOf, verdicts } from '../../src/workspace/report/totals.ts';

const shownAtMost = 200;

export function markdownReport(given: Run): string {
  const run = printableRun(given);
  const isLook = run.target === undefined;
  return inLines([
    ...totalsLines(run),
    ...unreadLines(run).flatMap((line) => [gfm`Not read, though it names swan: ${line}.`, empty]),
    ...leftLines(run),
    ...(isLook ? callLines(run) : []),
    ...noteLines(run),
    ...(isLook ? hostLines(run) : needsLines(run)),
  ]);
}

const empty = gfm``;

function totalsLines(run: Run): Markdown[] {
  const totals = totalsOf(run.files);
  const isLook = run.target === undefined;
  const failed = totals.failed > 0 ? `, ${totals.failed} failed` : '';
  const changed = isLook ? '' : `, ${totals.changed} changed`;
  const lines = [
    isLook ? gfm`## swan network calls` : gfm`## swan → ${run.target}`,
    empty,
    gfm`${run.looked} files looked at, ${totals.files} with swan in them${changed}${failed}.`,
    empty,
  ];
  const sites = run.files.flatMap((file) => file.sites);
  if (sites.length === 0) return lines;
  const columns = isLook ? ['calls'] : verdicts.filter((verdict) => totals[verdict] > 0);
  const rows = tally(sites.map(({ api }) => api)).map(([api]) => {
    const own = sites.filter((site) => site.api === api);
    const counts = columns.map((column) => own.filter(({ verdict }) => isLook || verdict === column).length);
    return row([code(apiName(api)), ...counts.map((count) => gfm`${count}`)]);
  });
  const rule = joined([gfm`|---|`, ...columns.map(() => gfm`---:|`)], '');
  return [...lines, row([gfm`API`, ...columns.map((column) => gfm`${column}`)]), rule, ...rows, empty];
}

function leftLines(run: Run): Markdown[] {
  const left = leftOf(run.files);
  const lines: Markdown[] = [];
  if (run.target !== undefined && left.length === 0) lines.push(gfm`**${nothingLeft(run)}**`, empty);
  else if (run.target !== undefined) lines.push(gfm`### Left for you (${left.length})`, empty);
  else if (left.length > 0) lines.push(gfm`### Not readable (${left.length})`, empty);
  if (left.length === 0) return lines;
  const items = left.map(({ file, line, column, what, diagnostics }) => {
    const why = diagnostics.map(({ message, code: name }) => gfm`${message} (${code(name)})`);
    const named = what === '' ? [] : [code(what)];
    return joined([gfm`-`, code(`${file}:${line}:${column}`), ...named, ...why], ' ');
  });
  return [...lines, ...cut(items), empty];
}

function callLines(run: Run): Markdown[] {
  const items = run.files.flatMap(({ file, sites }) =>
    sites.map(({ line, column, api }) => gfm`- ${code(`${file}:${line}:${column}`)} ${code(apiName(api))}`),
  );
  return items.length === 0 ? [] : [gfm`### Calls`, empty, ...cut(items), empty];
}

/** Hosts cut long comments off in the middle; the rest is counted. */
function cut(items: readonly Markdown[]): Markdown[] {
  const more = items.length - shownAtMost;
  return more > 0 ? [...items.slice(0, shownAtMost), gfm`- … and ${more} more`] : [...items];
}

function noteLines(run: Run): Markdown[] {
  const notes = run.files.flatMap((file) => file.diagnostics.filter(({ severity }) => severity !== 'error'));
  if (notes.length === 0) return [];
  const rows = tally(notes.map((note) => note.code)).map(([name, count]) => {
    const first = notes.find((note) => note.code === name)?.message ?? '';
    return row([code(name), gfm`${count}`, gfm`${first}`]);
  });
  const head = [row([gfm`code`, gfm`times`, gfm`the first one says`]), gfm`|---|---:|---|`];
  return [gfm`<details><summary>Notes</summary>`, empty, ...head, ...rows, empty, gfm`</details>`, empty];
}

function hostLines(run: Run): Markdown[] {
  const hosts = [...new Set(Object.values(hostsOfAll(run.files)).flat())];
  return hosts.length === 0 ? [] : [gfm`Hosts: ${joined(hosts.map(code), ', ')}`, empty];
}
