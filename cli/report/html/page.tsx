// In: a run. Out: one HTML page that needs nothing else and asks nobody for anything: what needs a person first, then what the run comes
// to, then every file with its calls, which a script draws as they come into view.
// Knows nothing of how a part of it looks.

import { createHash } from 'node:crypto';

import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';

import description from '../../../package.json' with { type: 'json' };
import { type WordsOf, wordsIn } from '../../../src/locale/locale.ts';
import { severityNames } from '../../../src/diagnostics/severity-names.ts';
import type { Run } from '../../../src/workspace/report/run.ts';
import { totalsOf } from '../../../src/workspace/report/totals.ts';
import { describeLeftOut } from '../../../src/workspace/search/left-out.ts';
import { unreadLines } from '../conclusion.ts';
import { printableRun } from '../printable-run.ts';
import { pageDataOf } from './data.ts';
import { Hosts, Needs, Others } from './needs.tsx';
import { NeedsYou } from './needs-you.tsx';
import { ByApi, Remains, Verdicts, remainsIn } from './overview.tsx';
import { packed } from './packed.ts';
import style from './page.css';
import type { PageData } from './page-data.ts';
import script from './review/main.tsx?bundled';
import { Data, Script, StyleSheet } from './verbatim.tsx';
import { pageWords } from './words.ts';

export function htmlReport(given: Run): string {
  const data = pageDataOf(given);
  const run = printableRun(given);
  return `<!doctype html>\n${renderToString(<Page run={run} data={data} say={wordsIn(pageWords, run.locale)} />)}\n`;
}

interface PageProps {
  readonly run: Run;
  readonly data: PageData;
  readonly say: WordsOf<typeof pageWords>;
}

/** Nothing is loaded, sent or framed; what runs and what styles is what stands here. */
const policy = [
  "default-src 'none'",
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(style)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function Page({ run, data, say }: PageProps): JSX.Element {
  const title = run.target === undefined ? say.titleOfLook : `swan → ${run.target}`;
  const hasSites = data.files.length > 0;
  return (
    <html lang={run.locale}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <StyleSheet rules={style} />
      </head>
      <body>
        {hasSites && (
          <a class="skip" href="#review">
            {say.skip}
          </a>
        )}
        <Head {...{ run, data, say, title }} />
        <main>
          <Warnings {...{ run, say }} />
          {run.target !== undefined && hasSites && <NeedsYou data={data} say={say} />}
          <Verdicts {...{ run, say }} />
          <div class="glance">
            <ByApi {...{ run, say }} />
            <Remains {...{ run, say }} />
          </div>
          {run.target === undefined ? <Hosts run={run} /> : <Needs run={run} />}
          <Others run={run} />
          {hasSites ? <Review data={data} say={say} /> : <p>{say.nothingFound}</p>}
        </main>
        <footer>cygnet {description.version}</footer>
        <Script code={script} />
      </body>
    </html>
  );
}

function Head({ run, data, say, title }: PageProps & { readonly title: string }): JSX.Element {
  const { changed, failed, files, kept, sites } = totalsOf(run.files);
  const counts = [
    say.looked(run.looked, files),
    ...(run.target === undefined ? [] : [run.isWritten ? say.changed(changed) : say.toChange(changed)]),
    ...(failed > 0 ? [say.failed(failed)] : []),
  ];
  const apart = describeLeftOut(run.leftOut, run.locale);
  const needs = run.target === undefined ? 0 : kept + data.files.filter((file) => file.isFailed).length;
  return (
    <header>
      <h1>{title}</h1>
      <p class="sub">
        {counts.join(run.locale === 'en' ? ', ' : '，')}
        {apart !== '' && ` ${say.leftOut(apart)}`}
      </p>
      <Origin {...{ run, say }} />
      <p class="first">
        {needs > 0 && (
          <a class="to-needs" href="#needs-you">
            {say.needsYou(needs)}
          </a>
        )}{' '}
        {sites > 0 && <a href="#review">{say.review}</a>} {remainsIn(run.files) && <a href="#remains">{say.remains}</a>}
      </p>
    </header>
  );
}

function Origin({ run: { provenance }, say }: Pick<PageProps, 'run' | 'say'>): JSX.Element | null {
  if (!provenance) return null;
  const { commandLine, at, commit } = provenance;
  return (
    <dl class="origin">
      <div>
        <dt>{say.ran}</dt>
        <dd>
          <code>{commandLine}</code>
        </dd>
      </div>
      <div>
        <dt>{say.when}</dt>
        <dd>
          <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')} UTC</time>
        </dd>
      </div>
      <div>
        <dt>{say.commit}</dt>
        <dd>{commit === undefined ? say.noCommit : <code>{commit.slice(0, 12)}</code>}</dd>
      </div>
    </dl>
  );
}

function Warnings({ run, say }: Pick<PageProps, 'run' | 'say'>): JSX.Element {
  return (
    <>
      {run.warnings.map((warning) => (
        <p class="note warning">
          <strong>{severityNames[run.locale].warning}</strong> {warning[run.locale]}
        </p>
      ))}
      {unreadLines(run).map((line) => (
        <p class="note warning">
          <strong>{say.notRead}</strong> {line}
        </p>
      ))}
    </>
  );
}

function Review({ data, say }: Pick<PageProps, 'data' | 'say'>): JSX.Element {
  return (
    <section aria-labelledby="calls">
      <h2 id="calls">{say.review}</h2>
      <noscript>
        <p class="note warning">{say.noScript}</p>
      </noscript>
      <p id="too-old" class="note warning" hidden>
        {say.tooOld}
      </p>
      <div id="review" tabIndex={-1}></div>
      <Data packed={packed(data)} />
    </section>
  );
}
