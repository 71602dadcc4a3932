// In: a run. Out: what the program's new home needs, as parts of the page: hosts, what their servers must allow, timeouts
// and packages in one section, and in another one the swan APIs that remain.
// Knows nothing of how any of it is found.

import type { ComponentChildren, JSX } from 'preact';

import {
  describeUnknownOrigins,
  domainForm,
  filesWithOthers,
  findListing,
  needsOf,
  othersOfAll,
} from '../../../src/workspace/report/needs.ts';
import { describePackage } from '../../../src/workspace/report/packages.ts';
import type { Run } from '../../../src/workspace/report/run.ts';
import { hostsOfAll, tally } from '../../../src/workspace/report/totals.ts';
import { List, Words } from './prose.tsx';

/** Nothing where nothing was moved and nothing is needed. */
export function Needs({ run }: { readonly run: Run }): JSX.Element | null {
  const { packages, shims } = needsOf(run);
  const parts = [
    ...packages.map((missing) => (
      <p class="note warning">
        Needs <Words words={describePackage(missing, run.locale)} />.
      </p>
    )),
    !findListing(run) && originsOf(run),
    hostsIn(run),
    unknownIn(run),
    timeoutsOf(run),
    shims.length > 0 && (
      <>
        <h3>{shims.length === 1 ? 'Shim' : 'Shims'}</h3>
        <p>
          <List items={shims.map(codeOf)} />
        </p>
      </>
    ),
    remainingOf(run),
  ].filter((part) => part !== false && part !== null);
  if (parts.length === 0) return null;
  return (
    <section class="needs" aria-labelledby="needs">
      <h2 id="needs">What the new home needs</h2>
      {parts}
    </section>
  );
}

function originsOf(run: Run): JSX.Element | null {
  const { origins } = needsOf(run);
  const isAsked = run.files.some((file) => file.sites.some((site) => site.verdict !== 'kept'));
  if (origins.length === 0 && !isAsked) return null;
  return (
    <>
      <h3>Cross-origin requests</h3>
      {origins.length === 0 ? (
        <p>
          No origin is written in the code: the urls are put together at run time. In a browser their servers must allow
          your page (CORS).
        </p>
      ) : (
        <>
          <p>In a browser these origins must allow the methods and header fields to your page (CORS).</p>
          <Table
            kind="long"
            heads={['origin', 'called with', 'methods', 'header fields']}
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
export function Hosts({ run }: { readonly run: Run }): JSX.Element | null {
  return hostsIn(run);
}

function hostsIn(run: Run): JSX.Element | null {
  const { files } = run;
  const listing = findListing(run);
  const rows = Object.entries(hostsOfAll(files)).filter(([, hosts]) => hosts.length > 0);
  if (rows.length === 0) return null;
  return (
    <>
      <h3>Hosts</h3>
      {listing && (
        <>
          <p>They belong into the domain lists of the mini-program:</p>
          <pre>{domainForm(listing, hostsOfAll(files)).join('\n')}</pre>
        </>
      )}
      <Table
        kind="short"
        heads={['API', 'hosts']}
        rows={rows.map(([api, hosts]) => [codeOf(api), <List items={hosts.map(codeOf)} />])}
      />
    </>
  );
}

function unknownIn(run: Run): JSX.Element | null {
  const unknown = describeUnknownOrigins(run);
  if (unknown === '') return null;
  return <p>{unknown} go to an origin that is known at run time only, and that no list here names.</p>;
}

function timeoutsOf(run: Run): JSX.Element | null {
  const programs = needsOf(run).programs.filter(({ networkTimeout }) => Object.keys(networkTimeout).length > 0);
  if (programs.length === 0) return null;
  return (
    <>
      <h3>Timeouts</h3>
      <Table
        kind="long"
        heads={['program', 'networkTimeout']}
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

function remainingOf({ files }: Run): JSX.Element | null {
  const others = othersOfAll(files);
  if (others.length === 0) return null;
  const calls = others.reduce((sum, [, count]) => sum + count, 0);
  const most = others.slice(0, 3).map(([api]) => codeOf(`swan.${api}`));
  const count = filesWithOthers(files).length;
  return (
    <>
      <h3>Other swan APIs</h3>
      <p>
        {calls} uses remain in {count} {count === 1 ? 'file' : 'files'}: <List items={most} />
        {others.length > most.length && ` and ${others.length - most.length} more`}. They are listed at the end of this
        page.
      </p>
    </>
  );
}

/** The other swan APIs, by count and by file. */
export function Others({ run: { files } }: { readonly run: Run }): JSX.Element | null {
  const others = othersOfAll(files);
  if (others.length === 0) return null;
  const inFiles = new Map(tally(files.flatMap((file) => Object.keys(file.others))));
  const withOthers = filesWithOthers(files);
  return (
    <section aria-labelledby="others">
      <h2 id="others">Other swan APIs that remain</h2>
      <div class="fold">
        <details>
          <summary>By API ({others.length})</summary>
          <Table
            kind="numbers"
            heads={['API', 'uses', 'files']}
            rows={others.map(([api, count]) => [codeOf(`swan.${api}`), count, inFiles.get(api) ?? 0])}
          />
        </details>
        <details>
          <summary>By file ({withOthers.length})</summary>
          <Table
            kind="long"
            heads={['file', 'APIs']}
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

function shown(name: string): ComponentChildren {
  return name === '*' ? 'others, known at run time' : codeOf(name);
}

function codeOf(text: string): JSX.Element {
  return <code>{text}</code>;
}
