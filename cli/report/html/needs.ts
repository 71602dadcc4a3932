// In: a run. Out: what the program's new home needs, as parts of the page: hosts, what their servers must allow, timeouts
// and packages in one section, and in another one the swan APIs that remain.
// Knows nothing of how any of it is found.

import {
  type Needs,
  describeUnknownOrigins,
  domainForm,
  filesWithOthers,
  findListing,
  needsOf,
  othersOfAll,
} from '../needs.ts';
import { describePackage } from '../packages.ts';
import type { Run } from '../run.ts';
import { hostsOfAll, tally } from '../totals.ts';
import { escapeHtml, inline } from './escape.ts';

/** Nothing where nothing was moved and nothing is needed. */
export function needsHtml(run: Run): string {
  const { packages, shims, programs } = needsOf(run);
  const parts = [
    ...packages.map((missing) => `<p class="note warning">Needs ${inline(describePackage(missing, code))}.</p>`),
    findListing(run) ? '' : originsHtml(run),
    hostsHtml(run),
    unknownHtml(run),
    timeoutsHtml(programs),
    shims.length === 0
      ? ''
      : `<h3>${shims.length === 1 ? 'Shim' : 'Shims'}</h3><p>${shims.map(codeHtml).join(', ')}</p>`,
    remainHtml(run),
  ].filter((part) => part !== '');
  if (parts.length === 0) return '';
  return `<section class="needs" aria-labelledby="needs"><h2 id="needs">What the new home needs</h2>${parts.join('\n')}</section>`;
}

function originsHtml(run: Run): string {
  const { origins } = needsOf(run);
  const isAsked = run.files.some((file) => file.sites.some((site) => site.verdict !== 'kept'));
  if (origins.length === 0) {
    return isAsked
      ? '<h3>Cross-origin requests</h3><p>No origin is written in the code: the urls are put together at run time. In a browser their servers must allow your page (CORS).</p>'
      : '';
  }
  const row = ({ origin, apis, methods, headers }: Needs['origins'][number]) => [
    codeHtml(origin),
    ...[apis, methods, headers].map((names) => names.map(shown).join(', ')),
  ];
  return `<h3>Cross-origin requests</h3><p>In a browser these origins must allow the methods and header fields to your page (CORS).</p>${tableHtml(
    ['origin', 'called with', 'methods', 'header fields'],
    origins.map(row),
    'long',
  )}`;
}

export function hostsHtml(run: Run): string {
  const { files } = run;
  const rows = Object.entries(hostsOfAll(files)).filter(([, hosts]) => hosts.length > 0);
  if (rows.length === 0) return '';
  const listing = findListing(run);
  const form = listing ? domainForm(listing, hostsOfAll(files)).map(escapeHtml).join('\n') : '';
  const says = listing ? `<p>They belong into the domain lists of the mini-program:</p><pre>${form}</pre>` : '';
  const table = tableHtml(
    ['API', 'hosts'],
    rows.map(([api, hosts]) => [codeHtml(api), hosts.map(codeHtml).join(', ')]),
    'short',
  );
  return `<h3>Hosts</h3>${says}${table}`;
}

function unknownHtml({ files }: Run): string {
  const unknown = describeUnknownOrigins(files);
  return unknown === ''
    ? ''
    : `<p>${escapeHtml(unknown)} go to an origin that is known at run time only, and that no list here names.</p>`;
}

function timeoutsHtml(programs: Run['programs']): string {
  const rows = programs
    .filter(({ networkTimeout }) => Object.keys(networkTimeout).length > 0)
    .map(({ app, networkTimeout }) => [
      codeHtml(app),
      Object.entries(networkTimeout)
        .map(([api, limit]) => `${codeHtml(api)}&nbsp;${limit}&nbsp;ms`)
        .join(', '),
    ]);
  return rows.length === 0 ? '' : `<h3>Timeouts</h3>${tableHtml(['program', 'networkTimeout'], rows, 'long')}`;
}

function remainHtml({ files }: Run): string {
  const others = othersOfAll(files);
  if (others.length === 0) return '';
  const calls = others.reduce((sum, [, count]) => sum + count, 0);
  const most = others.slice(0, 3).map(([api]) => codeHtml(`swan.${api}`));
  const count = filesWithOthers(files).length;
  const which =
    others.length > most.length ? `${most.join(', ')} and ${others.length - most.length} more` : most.join(', ');
  return `<h3>Other swan APIs</h3><p>${calls} uses remain in ${count} ${count === 1 ? 'file' : 'files'}: ${which}. They are listed at the end of this page.</p>`;
}

/** The other swan APIs, by count and by file. */
export function othersHtml({ files }: Run): string {
  const others = othersOfAll(files);
  if (others.length === 0) return '';
  const inFiles = new Map(tally(files.flatMap((file) => Object.keys(file.others))));
  const byApi = others.map(([api, count]) => [codeHtml(`swan.${api}`), String(count), String(inFiles.get(api) ?? 0)]);
  const byFile = filesWithOthers(files).map((file) => [
    codeHtml(file.file),
    othersOfAll([file])
      .map(([api, count]) => `${count}&nbsp;${codeHtml(api)}`)
      .join(', '),
  ]);
  return `<section aria-labelledby="others"><h2 id="others">Other swan APIs that remain</h2><div class="fold"><details><summary>By API (${byApi.length})</summary>${tableHtml(
    ['API', 'uses', 'files'],
    byApi,
    'numbers',
  )}</details><details><summary>By file (${byFile.length})</summary>${tableHtml(['file', 'APIs'], byFile, 'long')}</details></div></section>`;
}

/** @param kind `short` and `long` say what the first column holds; `numbers` stays a table where the page is narrow */
function tableHtml(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  kind: 'short' | 'long' | 'numbers',
): string {
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join('');
  const body = rows.map(([first = '', ...cells]) => {
    const others = cells.map((cell, i) => `<td data-label="${heads[i + 1] ?? ''}">${cell}</td>`);
    return `<tr><th scope="row">${first}</th>${others.join('')}</tr>`;
  });
  return `<table class="list-table ${kind}"><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function shown(name: string): string {
  return name === '*' ? 'others, known at run time' : codeHtml(name);
}

function codeHtml(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}

function code(text: string): string {
  return `\`${text}\``;
}
