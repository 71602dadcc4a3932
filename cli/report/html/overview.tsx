// In: a run. Out: what it comes to at a glance: the verdicts with what each means, the calls by API, and where swan remains, by folder;
// bars for the eye and numbers for everybody else.
// Knows nothing of single calls.

import type { JSX } from 'preact';

import type { WordsOf } from '../../../src/locale/locale.ts';
import { targets } from '../../../src/targets.ts';
import type { FileResult } from '../../../src/workspace/file-result.ts';
import type { Run } from '../../../src/workspace/report/run.ts';
import { tally, totalsOf, verdicts } from '../../../src/workspace/report/totals.ts';
import { apiName } from '../left.ts';
import { verdictMeaning } from './verdict-words.ts';
import type { pageWords } from './words.ts';

interface OverviewProps {
  readonly run: Run;
  readonly say: WordsOf<typeof pageWords>;
}

export function Verdicts({ run, say }: OverviewProps): JSX.Element | null {
  const { target, locale } = run;
  const totals = totalsOf(run.files);
  if (target === undefined || totals.sites === 0) return null;
  const title = targets[target].title[locale];
  return (
    <section aria-labelledby="verdicts">
      <h2 id="verdicts">{say.verdicts}</h2>
      <ul class="tiles">
        {verdicts
          .filter((verdict) => totals[verdict] > 0)
          .map((verdict) => (
            <li class={verdict}>
              <b>{totals[verdict]}</b> <span class={`badge ${verdict}`}>{verdict}</span>
              <p>{verdictMeaning[verdict][locale](title)}</p>
            </li>
          ))}
      </ul>
    </section>
  );
}

export function ByApi({ run, say }: OverviewProps): JSX.Element | null {
  const sites = run.files.flatMap((file) => file.sites);
  if (sites.length === 0) return null;
  const rows = tally(sites.map((site) => site.api));
  const most = rows[0]?.[1] ?? 1;
  const kinds = run.target === undefined ? undefined : verdicts;
  return (
    <section aria-labelledby="by-api">
      <h2 id="by-api">{say.byApi}</h2>
      <table class="chart">
        <tbody>
          {rows.map(([api, count]) => {
            const own = sites.filter((site) => site.api === api);
            const parts = kinds?.map((kind) => ({ kind, count: own.filter(({ verdict }) => verdict === kind).length }));
            return (
              <tr>
                <th scope="row">{apiName(api)}</th>
                <td>
                  <Bar most={most} names={{ call: say.networkCalls }} parts={parts ?? [{ kind: 'call', count }]} />
                </td>
                <td class="count">{count}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** So many folders have a bar of their own. */
const foldersAtMost = 12;

export function Remains({ run, say }: OverviewProps): JSX.Element | null {
  const kinds = run.target === undefined ? ['call', 'other'] : ['kept', 'other'];
  const names: Readonly<Record<string, string>> = { call: say.networkCalls, kept: say.keptCalls, other: say.otherUses };
  const rows = foldersOf(run.files);
  const [first] = rows;
  if (!first) return null;
  return (
    <section aria-labelledby="remains">
      <h2 id="remains">{say.remains}</h2>
      <p>{run.target === undefined ? say.remainsOfLook : say.remainsIntro}</p>
      <table class="chart">
        <thead>
          <tr>
            <th scope="col">{say.folder}</th>
            <td></td>
            {kinds.map((kind) => (
              <th scope="col" class="count">
                <i class={`swatch ${kind}`}></i>
                {names[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, foldersAtMost).map(({ folder, calls, others }) => (
            <tr>
              <th scope="row">
                <code>{folder}</code>
              </th>
              <td>
                <Bar
                  most={first.calls + first.others}
                  names={names}
                  parts={[
                    { kind: kinds[0] ?? '', count: calls },
                    { kind: 'other', count: others },
                  ]}
                />
              </td>
              <td class="count">{calls}</td>
              <td class="count">{others}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > foldersAtMost && <p class="at">{say.moreFolders(rows.length - foldersAtMost)}</p>}
    </section>
  );
}

export function remainsIn(files: readonly FileResult[]): boolean {
  return foldersOf(files).length > 0;
}

interface FolderRow {
  readonly folder: string;
  readonly calls: number;
  readonly others: number;
}

/** Those of which something remains, the most first. Of a run that only looked that is every call. */
function foldersOf(files: readonly FileResult[]): FolderRow[] {
  const rows = new Map<string, FolderRow>();
  for (const { file, sites, others } of files) {
    const folder = file.includes('/') ? `${file.slice(0, file.lastIndexOf('/'))}/` : './';
    const known = rows.get(folder) ?? { folder, calls: 0, others: 0 };
    rows.set(folder, {
      folder,
      calls: known.calls + sites.filter(({ verdict }) => verdict === 'kept').length,
      others: known.others + Object.values(others).reduce((sum, count) => sum + count, 0),
    });
  }
  return [...rows.values()]
    .filter(({ calls, others }) => calls + others > 0)
    .sort((a, b) => b.calls + b.others - a.calls - a.others || (a.folder < b.folder ? -1 : 1));
}

interface BarProps {
  readonly most: number;
  /** Of what is no verdict. */
  readonly names: Readonly<Record<string, string>>;
  readonly parts: readonly { readonly kind: string; readonly count: number }[];
}

/** Drawn with attributes: a policy that lets no style in from elsewhere lets none in on elements either. */
function Bar({ most, names, parts }: BarProps): JSX.Element {
  const shares = parts.filter(({ count }) => count > 0);
  const widthOf = (count: number): number => (count / most) * 100;
  let at = 0;
  return (
    <svg
      class="bar"
      width="100%"
      height="14"
      role="img"
      aria-label={shares.map(({ kind, count }) => `${count} ${names[kind] ?? kind}`).join(', ')}
    >
      {shares.map(({ kind, count }) => {
        const x = at;
        at += widthOf(count);
        return (
          <rect class={kind} x={`${x.toFixed(2)}%`} width={`${widthOf(count).toFixed(2)}%`} height="14">
            <title>{`${count} ${names[kind] ?? kind}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}
