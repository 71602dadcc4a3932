// In: a run. Out: Markdown for a pull request: totals, what is left and why, the notes by code.
// Knows nothing of files and streams.

import { nothingLeft, unreadLines } from './conclusion.ts';
import { needsLines } from './needs-lines.ts';
import { printableRun } from './printable-run.ts';
import type { Run } from './run.ts';
import { apiName, leftOf } from './summary.ts';
import { hostsOfAll, tally, totalsOf, verdicts } from './totals.ts';

/** Hosts cut long comments off in the middle; the rest is counted. */
const shownAtMost = 200;

export function markdownReport(given: Run): string {
  const run = printableRun(given);
  const totals = totalsOf(run.files);
  const isLook = run.target === undefined;
  const lines = [isLook ? '## swan network calls' : `## swan → ${run.target ?? ''}`, ''];
  const failed = totals.failed > 0 ? `, ${totals.failed} failed` : '';
  const changed = isLook ? '' : `, ${totals.changed} changed`;
  lines.push(`${run.looked} files looked at, ${totals.files} with swan in them${changed}${failed}.`, '');
  const sites = run.files.flatMap((file) => file.sites.map((site) => ({ ...site, file: file.file })));
  if (sites.length > 0) {
    const columns = isLook ? ['calls'] : verdicts.filter((verdict) => totals[verdict] > 0);
    lines.push(`| API | ${columns.join(' | ')} |`, `|---|${columns.map(() => '---:|').join('')}`);
    for (const [api] of tally(sites.map((site) => site.api))) {
      const counts = columns.map(
        (column) => sites.filter((site) => site.api === api && (isLook || site.verdict === column)).length,
      );
      lines.push(`| ${code(apiName(api))} | ${counts.join(' | ')} |`);
    }
    lines.push('');
  }
  const left = leftOf(run.files);
  for (const line of unreadLines(run)) lines.push(`Not read, though it names swan: ${escaped(line)}.`, '');
  if (!isLook) lines.push(left.length === 0 ? `**${nothingLeft(run)}**` : `### Left for you (${left.length})`, '');
  if (left.length > 0 && isLook) lines.push(`### Not readable (${left.length})`, '');
  for (const { file, line, column, what, diagnostics } of left.slice(0, shownAtMost)) {
    const why = diagnostics.map(({ message, code: name }) => `${escaped(message)} (${code(name)})`).join(' ');
    lines.push(`- ${code(`${file}:${line}:${column}`)}${what === '' ? '' : ` ${code(what)}`} ${why}`.trimEnd());
  }
  if (left.length > shownAtMost) lines.push(`- … and ${left.length - shownAtMost} more`);
  if (left.length > 0) lines.push('');
  if (isLook && sites.length > 0) {
    lines.push('### Calls', '');
    for (const site of sites.slice(0, shownAtMost)) {
      lines.push(`- ${code(`${site.file}:${site.line}:${site.column}`)} ${code(apiName(site.api))}`);
    }
    if (sites.length > shownAtMost) lines.push(`- … and ${sites.length - shownAtMost} more`);
    lines.push('');
  }
  const notes = run.files.flatMap((file) => file.diagnostics.filter(({ severity }) => severity !== 'error'));
  if (notes.length > 0) {
    lines.push('<details><summary>Notes</summary>', '', '| code | times | the first one says |', '|---|---:|---|');
    for (const [name, count] of tally(notes.map((note) => note.code))) {
      const first = notes.find((note) => note.code === name)?.message ?? '';
      lines.push(`| ${code(name)} | ${count} | ${escaped(first)} |`);
    }
    lines.push('', '</details>', '');
  }
  if (isLook) {
    const hosts = [...new Set(Object.values(hostsOfAll(run.files)).flat())];
    if (hosts.length > 0) lines.push(`Hosts: ${hosts.map(code).join(', ')}`, '');
  } else {
    lines.push(...needsLines(run, code));
  }
  return lines.join('\n');
}

/** A code span that holds backticks and pipes, too. */
function code(text: string): string {
  const flat = text.replace(/[\r\n]+/g, ' ').replace(/\|/g, '\\|');
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${flat}${pad}${fence}`;
}

function escaped(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\<>|*_[\]#]/g, '\\$&');
}
