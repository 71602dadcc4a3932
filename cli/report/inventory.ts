// In: a run that only looked. Out: the inventory: every call, the hosts, the wrappers, and the rest of swan by count.
// Knows nothing of streams; colours come in.

import { describeLeftOut } from '../../src/workspace/search/left-out.ts';
import type { FileSite } from '../../src/workspace/file-result.ts';
import type { Colours } from '../streams.ts';
import { unreadLines } from './conclusion.ts';
import { describeUnknownOrigins, othersOfAll } from '../../src/workspace/report/needs.ts';
import { printableRun } from './printable-run.ts';
import type { Run } from '../../src/workspace/report/run.ts';
import { apiName } from './summary.ts';
import { hostsOfAll, tally, totalsOf } from '../../src/workspace/report/totals.ts';

type Form = NonNullable<FileSite['form']>;

export function inventoryText(given: Run, colours: Colours): string {
  const run = printableRun(given);
  const { bold, dim, red } = colours;
  const { files } = run;
  const totals = totalsOf(files);
  const lines: string[] = [];
  for (const file of files) {
    for (const site of file.sites) {
      const form = site.form === undefined ? '' : `  ${dim(formOf(site.form))}`;
      lines.push(`${file.file}:${site.line}:${site.column}  ${apiName(site.api)}${form}`);
    }
    for (const error of file.diagnostics.filter((diagnostic) => diagnostic.severity === 'error')) {
      lines.push(`${file.file}:${error.line}:${error.column}  ${red('error')} ${error.message} ${dim(error.code)}`);
      if (error.frame !== undefined) lines.push(error.frame.replace(/\n$/, '').replace(/^/gm, '    '));
    }
  }
  if (lines.length > 0) lines.push('');
  const byApi = tally(files.flatMap((file) => file.sites.map((site) => apiName(site.api))));
  const calls = byApi.map(([api, count]) => `${count} ${api}`).join(', ');
  lines.push(`${bold('calls')}     ${totals.sites}${calls === '' ? '' : `: ${calls}`}`);
  for (const [api, hosts] of Object.entries(hostsOfAll(files))) {
    if (hosts.length > 0) lines.push(`${bold('hosts')}     ${api}: ${hosts.join(' ')}`);
  }
  const unknown = describeUnknownOrigins(files);
  if (unknown !== '') lines.push(`          ${dim(`${unknown} to an origin that is known at run time only`)}`);
  for (const file of files) {
    for (const { name, api, line, column } of file.wrappers) {
      lines.push(`${bold('wrapper')}   ${name} (${api})  ${dim(`${file.file}:${line}:${column}`)}`);
    }
  }
  const others = othersOfAll(files);
  if (others.length > 0) {
    lines.push(
      `${bold('others')}    ${others.map(([api, count]) => `${count} ${api}`).join(', ')} ${dim('(left alone)')}`,
    );
  }
  const failed = totals.failed > 0 ? `, ${totals.failed} failed` : '';
  lines.push(`${bold('files')}     ${run.looked} looked at, ${totals.files} with swan in them${failed}`);
  const apart = describeLeftOut(run.leftOut);
  if (apart !== '') lines.push(`          ${dim(`left out: ${apart}`)}`);
  for (const line of unreadLines(run)) lines.push(`${bold('unread')}    ${line}`);
  return `${lines.join('\n')}\n`;
}

const ways: Readonly<Record<Form['through'], string>> = {
  global: 'on swan',
  host: 'on window.swan or the like',
  alias: 'on an alias of swan',
  destructured: 'taken out of swan',
  value: 'stored in a variable',
  import: 'imported',
};

const shapes: Readonly<Record<Form['options'], string>> = {
  literal: 'options written out',
  variable: 'options from elsewhere',
  callback: 'a callback',
  none: 'nothing passed',
  value: 'used as a value',
};

function formOf({ through, options }: Form): string {
  return `${ways[through]}, ${shapes[options]}`;
}
