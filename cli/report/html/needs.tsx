// In: a run. Out: what the program's new home needs, as parts of the page: hosts, what their servers must allow, timeouts
// and packages in one section, and in another one the swan APIs that remain.
// Knows nothing of how any of it is found.

import type { ComponentChildren, JSX } from 'preact';

import { type WordsOf, wordsIn } from '../../../src/locale/locale.ts';
import { corsSentence, needsTitle, unknownOriginsSentence } from '../../../src/workspace/report/needs-sentences.ts';
import { domainForm, filesWithOthers, findListing, needsOf, othersOfAll } from '../../../src/workspace/report/needs.ts';
import { describePackage } from '../../../src/workspace/report/packages.ts';
import type { Run } from '../../../src/workspace/report/run.ts';
import { hostsOfAll, tally } from '../../../src/workspace/report/totals.ts';
import { needsWords } from './needs-words.ts';
import { List, Words } from './prose.tsx';

interface NeedsProps {
  readonly run: Run;
}

interface PartProps extends NeedsProps {
  readonly say: WordsOf<typeof needsWords>;
}

/** Nothing where nothing was moved and nothing is needed. */
export function Needs({ run }: NeedsProps): JSX.Element | null {
  const say = wordsIn(needsWords, run.locale);
  const { packages, shims } = needsOf(run);
  const parts = [
    ...packages.map((missing) => (
      <p class="note warning">
        {say.needs} <Words words={describePackage(missing, run.locale)} />
        {say.stop}
      </p>
    )),
    !findListing(run) && originsOf({ run, say }),
    hostsIn({ run, say }),
    unknownIn({ run }),
    timeoutsOf({ run, say }),
    shims.length > 0 && (
      <>
        <h3>{say.shims(shims.length)}</h3>
        <p>
          <List items={shims.map(codeOf)} />
        </p>
      </>
    ),
    remainingOf({ run, say }),
  ].filter((part) => part !== false && part !== null);
  if (parts.length === 0) return null;
  return (
    <section class="needs" aria-labelledby="needs">
      <h2 id="needs">{needsTitle[run.locale]}</h2>
      {parts}
    </section>
  );
}

function originsOf({ run, say }: PartProps): JSX.Element | null {
  const { origins } = needsOf(run);
  const isAsked = run.files.some((file) => file.sites.some((site) => site.verdict !== 'kept'));
  if (origins.length === 0 && !isAsked) return null;
  const shown = (name: string): ComponentChildren => (name === '*' ? say.othersAtRunTime : codeOf(name));
  return (
    <>
      <h3>{say.crossOrigin}</h3>
      {origins.length === 0 ? (
        <p>{say.noOrigin}</p>
      ) : (
        <>
          <p>{corsSentence[run.locale]}</p>
          <Table
            kind="long"
            heads={[say.origin, say.calledWith, say.methods, say.headers]}
            rows={origins.map(({ origin, apis, methods, headers }) => [
              codeOf(origin),
              ...[apis, methods, headers].map((names) => <List items={names.map(shown)} />),
            ])}
          />
        </>
      )}
    </>
  );
}

/** Of a run that only looked they stand alone. */
export function Hosts({ run }: NeedsProps): JSX.Element | null {
  const hosts = hostsIn({ run, say: wordsIn(needsWords, run.locale) });
  return hosts && <section class="needs">{hosts}</section>;
}

function hostsIn({ run, say }: PartProps): JSX.Element | null {
  const { files } = run;
  const listing = findListing(run);
  const rows = Object.entries(hostsOfAll(files)).filter(([, hosts]) => hosts.length > 0);
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{say.hosts}</h3>
      {listing && (
        <>
          <p>{say.domainLists}</p>
          <pre>{domainForm(listing, hostsOfAll(files)).join('\n')}</pre>
        </>
      )}
      <Table
        kind="short"
        heads={['API', say.hosts]}
        rows={rows.map(([api, hosts]) => [codeOf(api), <List items={hosts.map(codeOf)} />])}
      />
    </>
  );
}

function unknownIn({ run }: NeedsProps): JSX.Element | null {
  const unknown = unknownOriginsSentence(run);
  return unknown === undefined ? null : <p>{unknown}</p>;
}

function timeoutsOf({ run, say }: PartProps): JSX.Element | null {
  const programs = needsOf(run).programs.filter(({ networkTimeout }) => Object.keys(networkTimeout).length > 0);
  if (programs.length === 0) return null;
  return (
    <>
      <h3>{say.timeouts}</h3>
      <Table
        kind="long"
        heads={[say.program, 'networkTimeout']}
        rows={programs.map(({ app, networkTimeout }) => [
          codeOf(app),
          <List
            items={Object.entries(networkTimeout).map(([api, limit]) => (
              <>
                {codeOf(api)}
                {`\u00a0${limit}\u00a0ms`}
              </>
            ))}
          />,
        ])}
      />
    </>
  );
}

function remainingOf({ run: { files }, say }: PartProps): JSX.Element | null {
  const others = othersOfAll(files);
  if (others.length === 0) return null;
  const calls = others.reduce((sum, [, count]) => sum + count, 0);
  return (
    <>
      <h3>{say.otherApis}</h3>
      <p>
        {say.remain(calls, filesWithOthers(files).length)} <a href="#others">{say.listed}</a>
      </p>
    </>
  );
}

/** The other swan APIs, by count and by file. */
export function Others({ run: { files, locale } }: NeedsProps): JSX.Element | null {
  const say = wordsIn(needsWords, locale);
  const others = othersOfAll(files);
  if (others.length === 0) return null;
  const inFiles = new Map(tally(files.flatMap((file) => Object.keys(file.others))));
  const withOthers = filesWithOthers(files);
  return (
    <section aria-labelledby="others">
      <h2 id="others">{say.othersThatRemain}</h2>
      <div class="folds">
        <details>
          <summary>{say.byApi(others.length)}</summary>
          <Table
            kind="numbers"
            heads={['API', say.uses, say.files]}
            rows={others.map(([api, count]) => [codeOf(`swan.${api}`), count, inFiles.get(api) ?? 0])}
          />
        </details>
        <details>
          <summary>{say.byFile(withOthers.length)}</summary>
          <Table
            kind="long"
            heads={[say.file, 'API']}
            rows={withOthers.map((file) => [codeOf(file.file), <List items={othersOfAll([file]).map(countOf)} />])}
          />
        </details>
      </div>
    </section>
  );
}

function countOf([api, count]: readonly [api: string, count: number]): JSX.Element {
  return (
    <>
      {`${count}\u00a0`}
      {codeOf(api)}
    </>
  );
}

interface TableProps {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** `short` and `long` say what the first column holds; `numbers` stays a table where the page is narrow. */
  readonly kind: 'short' | 'long' | 'numbers';
}

function Table({ heads, rows, kind }: TableProps): JSX.Element {
  return (
    <table class={`list-table ${kind}`}>
      <thead>
        <tr>
          {heads.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...cells]) => (
          <tr>
            <th scope="row">{first}</th>
            {cells.map((cell, i) => (
              <td data-label={heads[i + 1] ?? ''}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function codeOf(text: string): JSX.Element {
  return <code>{text}</code>;
}
