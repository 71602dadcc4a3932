// In: a run. Out: one HTML page that needs nothing else: totals as a chart, filters, every site before and after.
// The page runs no script.

import { sayIn } from '../../../src/workspace/failure.ts';
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';

import description from '../../../package.json' with { type: 'json' };
import { describeLeftOut } from '../../../src/workspace/search/left-out.ts';
import type { FileResult } from '../../../src/workspace/file-result.ts';
import { unreadLines } from '../conclusion.ts';
import { printableRun } from '../printable-run.ts';
import type { Run } from '../../../src/workspace/report/run.ts';
import { totalsOf, verdicts } from '../../../src/workspace/report/totals.ts';
import { Card, type CardFacts } from './card.tsx';
import { Chart } from './chart.tsx';
import { Filters, choicesOf, filterRules } from './filters.tsx';
import { Hosts, Needs, Others } from './needs.tsx';
import style from './page.css';
import { Prose } from './prose.tsx';
import { StyleSheet } from './style-sheet.tsx';

export async function htmlReport(given: Run): Promise<string> {
  const run = printableRun(given);
  const folders = foldersOf(run.files);
  const cards = run.files.flatMap((file) => cardsOf(file, folders));
  const names = new Map([...folders].map(([name, id]) => [id, name]));
  const page = <Page run={run} cards={cards} folders={names} codes={await codesOf(cards)} />;
  return `<!doctype html>\n${renderToString(page)}\n`;
}

interface PageProps {
  readonly run: Run;
  readonly cards: readonly CardFacts[];
  /** Names by id. */
  readonly folders: ReadonlyMap<string, string>;
  readonly codes: readonly CodeFacts[];
}

function Page({ run, cards, folders, codes }: PageProps): JSX.Element {
  const isLook = run.target === undefined;
  const title = isLook ? 'swan network calls' : `swan → ${run.target ?? ''}`;
  const choices = choicesOf(cards, folders, isLook);
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <StyleSheet rules={style + filterRules(choices)} />
      </head>
      <body>
        <header>
          <h1>{title}</h1>
          <p class="sub">{subtitle(run)}</p>
          <Tiles run={run} isLook={isLook} />
        </header>
        <main>
          {run.warnings.map((warning) => (
            <Warning kind="warning" text={sayIn(warning, run.locale)} />
          ))}
          {unreadLines(run).map((line) => (
            <Warning kind="not read" text={line} />
          ))}
          <Chart sites={run.files.flatMap((file) => file.sites)} isLook={isLook} />
          {!isLook && <Needs run={run} />}
          {cards.length > 0 ? (
            <>
              <Filters {...choices} />
              <div class="list">
                {cards.map((card) => (
                  <Card {...card} />
                ))}
              </div>
              <p class="shown" role="status"></p>
            </>
          ) : (
            <p>No swan network call was found in the files looked at.</p>
          )}
          {isLook && <Hosts run={run} />}
          <Others run={run} />
          <Codes codes={codes} />
          <footer>cygnet {description.version}</footer>
        </main>
      </body>
    </html>
  );
}

function Warning({ kind, text }: { readonly kind: string; readonly text: string }): JSX.Element {
  return (
    <div class="note warning">
      <strong>{kind}</strong> {text}
    </div>
  );
}

function subtitle(run: Run): string {
  const { changed, failed, files } = totalsOf(run.files);
  const parts = [`${run.looked} files looked at`, `${files} with swan in them`];
  if (run.target !== undefined) parts.push(`${changed} ${run.isWritten ? 'changed' : 'to change'}`);
  if (failed > 0) parts.push(`${failed} failed`);
  const apart = describeLeftOut(run.leftOut, run.locale);
  return `${parts.join(', ')}${apart === '' ? '' : `; left out: ${apart}`}`;
}

function Tiles({ run, isLook }: { readonly run: Run; readonly isLook: boolean }): JSX.Element {
  const totals = totalsOf(run.files);
  return (
    <ul class="tiles">
      <Tile count={totals.sites} name={totals.sites === 1 ? 'call' : 'calls'} />
      {!isLook && verdicts.map((verdict) => <Tile count={totals[verdict]} name={verdict} colour={verdict} />)}
      <Tile count={totals.failed} name={totals.failed === 1 ? 'failed file' : 'failed files'} colour="failed" />
    </ul>
  );
}

interface TileProps {
  readonly count: number;
  readonly name: string;
  readonly colour?: string;
}

function Tile({ count, name, colour }: TileProps): JSX.Element {
  return (
    <li {...(colour !== undefined && { style: `--tile:var(--${colour})` })}>
      <b>{count}</b>
      <span>{name}</span>
    </li>
  );
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

function cardsOf(file: FileResult, ids: ReadonlyMap<string, string>): CardFacts[] {
  const folders = around(file.file).flatMap((name) => ids.get(name) ?? []);
  const told = new Set<FileResult['diagnostics'][number]>();
  const cards = file.sites.map((site): CardFacts => {
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

interface CodeFacts {
  readonly code: string;
  readonly title: string;
  readonly help: string;
}

async function codesOf(cards: readonly CardFacts[]): Promise<CodeFacts[]> {
  const codes = [...new Set(cards.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)))].sort();
  if (codes.length === 0) return [];
  const { catalogue, isCode } = await import('../../../src/core.ts');
  return codes.map((code) => {
    const entry = isCode(code) ? catalogue[code] : undefined;
    return { code, title: entry?.title.en ?? '', help: entry?.help.en ?? '' };
  });
}

function Codes({ codes }: { readonly codes: readonly CodeFacts[] }): JSX.Element | null {
  if (codes.length === 0) return null;
  return (
    <>
      <h2>What the codes mean</h2>
      <dl class="codes">
        {codes.map(({ code, title, help }) => (
          <>
            <dt id={`code-${code}`}>
              <code>{code}</code> {title}
            </dt>
            <dd>
              <Prose text={help} />
            </dd>
          </>
        ))}
      </dl>
    </>
  );
}
