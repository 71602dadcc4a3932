// In: a run. Out: one HTML page that needs nothing else: totals as a chart, filters, every site before and after.
// The page runs no script.

import description from '../../../package.json' with { type: 'json' };
import { describeLeftOut } from '../../files/left-out.ts';
import type { FileResult } from '../../plan/file-result.ts';
import { unreadLines } from '../conclusion.ts';
import { printableRun } from '../printable-run.ts';
import type { Run } from '../run.ts';
import { totalsOf, verdicts } from '../totals.ts';
import { type Card, cardHtml } from './card.ts';
import { chartHtml } from './chart.ts';
import { escapeHtml, prose } from './escape.ts';
import { filtersOf } from './filters.ts';
import { hostsHtml, needsHtml, othersHtml } from './needs.ts';
import { style } from './style.ts';

export async function htmlReport(given: Run): Promise<string> {
  const run = printableRun(given);
  const isLook = run.target === undefined;
  const title = isLook ? 'swan network calls' : `swan → ${run.target ?? ''}`;
  const folders = foldersOf(run.files);
  const cards = run.files.flatMap((file) => cardsOf(file, folders));
  const names = new Map([...folders].map(([name, id]) => [id, name]));
  const filters = filtersOf(cards, names, isLook);
  const sites = run.files.flatMap((file) => file.sites);
  const body = [
    `<header><h1>${escapeHtml(title)}</h1><p class="sub">${escapeHtml(subtitle(run))}</p>${tilesHtml(run, isLook)}</header>`,
    '<main>',
    ...run.warnings.map((warning) => `<div class="note warning"><strong>warning</strong> ${escapeHtml(warning)}</div>`),
    ...unreadLines(run).map((line) => `<div class="note warning"><strong>not read</strong> ${escapeHtml(line)}</div>`),
    chartHtml(sites, isLook),
    isLook ? '' : needsHtml(run),
    cards.length > 0 ? `${filters.html}<div class="list">${cards.map(cardHtml).join('\n')}</div>` : '',
    cards.length > 0
      ? '<p class="shown" role="status"></p>'
      : '<p>No swan network call was found in the files looked at.</p>',
    isLook ? hostsHtml(run) : '',
    othersHtml(run),
    await codesHtml(cards),
    `<footer>cygnet ${escapeHtml(description.version)}</footer>`,
    '</main>',
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}${filters.css}</style>
</head>
<body>
${body.filter((part) => part !== '').join('\n')}
</body>
</html>
`;
}

function subtitle(run: Run): string {
  const { changed, failed, files } = totalsOf(run.files);
  const parts = [`${run.looked} files looked at`, `${files} with swan in them`];
  if (run.target !== undefined) parts.push(`${changed} ${run.isWritten ? 'changed' : 'to change'}`);
  if (failed > 0) parts.push(`${failed} failed`);
  const apart = describeLeftOut(run.leftOut);
  return `${parts.join(', ')}${apart === '' ? '' : `; left out: ${apart}`}`;
}

function tilesHtml(run: Run, isLook: boolean): string {
  const totals = totalsOf(run.files);
  const tile = (count: number, name: string, colour?: string) =>
    `<li${colour === undefined ? '' : ` style="--tile:var(--${colour})"`}><b>${count}</b><span>${name}</span></li>`;
  const tiles = [tile(totals.sites, totals.sites === 1 ? 'call' : 'calls')];
  if (!isLook) for (const verdict of verdicts) tiles.push(tile(totals[verdict], verdict, verdict));
  tiles.push(tile(totals.failed, totals.failed === 1 ? 'failed file' : 'failed files', 'failed'));
  return `<ul class="tiles">${tiles.join('')}</ul>`;
}

/** Every folder that holds a file of the run, and those around it, with an id for the filters. */
function foldersOf(files: readonly FileResult[]): Map<string, string> {
  const names = new Set(files.flatMap(({ file }) => around(file)));
  return new Map([...names].sort().map((name, i) => [name, `f${i}`]));
}

function around(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return ['.', ...parts.map((_, i) => parts.slice(0, i + 1).join('/'))];
}

function cardsOf(file: FileResult, ids: ReadonlyMap<string, string>): Card[] {
  const folders = around(file.file).flatMap((name) => ids.get(name) ?? []);
  const told = new Set<FileResult['diagnostics'][number]>();
  const cards = file.sites.map((site): Card => {
    const own = file.diagnostics.filter(
      (diagnostic) =>
        !told.has(diagnostic) &&
        site.codes.includes(diagnostic.code) &&
        diagnostic.line >= site.line &&
        diagnostic.line <= site.endLine,
    );
    for (const diagnostic of own) told.add(diagnostic);
    return { file: file.file, site, diagnostics: own, folders };
  });
  const rest = file.diagnostics.filter((diagnostic) => !told.has(diagnostic) && diagnostic.severity === 'error');
  if (file.status === 'failed' || rest.length > 0) cards.push({ file: file.file, diagnostics: rest, folders });
  return cards;
}

async function codesHtml(cards: readonly Card[]): Promise<string> {
  const codes = [...new Set(cards.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)))].sort();
  if (codes.length === 0) return '';
  const { catalogue, isCode } = await import('../../../src/index.ts');
  const entries = codes.map((code) => {
    const entry = isCode(code) ? catalogue[code] : undefined;
    return `<dt id="code-${escapeHtml(code)}"><code>${escapeHtml(code)}</code> ${escapeHtml(entry?.title ?? '')}</dt><dd>${prose(entry?.help ?? '')}</dd>`;
  });
  return `<h2>What the codes mean</h2><dl class="codes">${entries.join('')}</dl>`;
}
