// In: one file, and which of its sites are to be seen. Out: its section: the name, what is said of the file as a whole, and its excerpts,
// in which each site has its card where its lines begin.
// Knows nothing of filters.

import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';

import type { Excerpt } from '../../../../src/workspace/excerpts.ts';
import type { PageFile, PageSite } from '../page-data.ts';
import { wordsOfLines } from './coloured.ts';
import { useReview } from './context.ts';
import { type ColouredRows, DiffTable } from './diff-table.tsx';
import { Lazy } from './lazy.tsx';
import { rowsOf } from './rows.ts';
import { NoteBox, SiteCard } from './site-card.tsx';

interface FileSectionProps {
  readonly file: PageFile;
  readonly shown: readonly PageSite[];
  /** The site, or file, that a reader wants to get to. */
  readonly wanted: string | undefined;
}

/** About so high, in pixels. */
const heightOf = { line: 21, head: 90 };

export function FileSection({ file, shown, wanted }: FileSectionProps): JSX.Element {
  const { say } = useReview();
  const isWhole = shown.length === file.sites.length;
  const excerpts = file.excerpts.filter((excerpt) => {
    const inside = sitesIn(excerpt, file.sites);
    return inside.length === 0 ? isWhole : inside.some((site) => shown.includes(site));
  });
  const isWanted = wanted === file.id || shown.some(({ id }) => id === wanted);
  return (
    <section class="file" id={file.id} aria-labelledby={`${file.id}-name`} tabIndex={-1}>
      <h3 id={`${file.id}-name`}>
        <a href={`#${file.id}`}>
          <code>{file.file}</code>
        </a>{' '}
        <span class="at">{say.counts(file.sites.length, needsOfFile(file))}</span>
      </h3>
      {file.notes.map((note) => (
        <NoteBox {...note} />
      ))}
      <Lazy height={excerpts.reduce((sum, excerpt) => sum + excerptHeight(excerpt), 0)} isWanted={isWanted}>
        {() =>
          excerpts.map((excerpt, i) => (
            <Piece {...{ excerpt, shown, wanted }} all={file.sites} before={excerpts[i - 1]} />
          ))
        }
      </Lazy>
    </section>
  );
}

/** How many of its places are for a person. */
export function needsOfFile({ sites, isFailed }: PageFile): number {
  return sites.filter(({ verdict }) => verdict === 'kept').length + (isFailed ? 1 : 0);
}

interface PieceProps extends Omit<FileSectionProps, 'file'> {
  readonly excerpt: Excerpt;
  readonly all: readonly PageSite[];
  /** The excerpt above. */
  readonly before: Excerpt | undefined;
}

function Piece({ excerpt, all, before, shown, wanted }: PieceProps): JSX.Element {
  const { say } = useReview();
  const sites = sitesIn(excerpt, all).filter((site) => shown.includes(site));
  const skipped = excerpt.oldStart - (before ? endOf(before) : 1);
  return (
    <>
      {skipped > 0 && <p class="skipped">⋯ {say.notShown(skipped)}</p>}
      <Lazy height={excerptHeight(excerpt)} isWanted={sites.some(({ id }) => id === wanted)}>
        {() => <Lines excerpt={excerpt} sites={sites} />}
      </Lazy>
    </>
  );
}

function Lines({ excerpt, sites }: { readonly excerpt: Excerpt; readonly sites: readonly PageSite[] }): JSX.Element {
  const { rows, old, fresh } = useMemo(() => colouredRows(excerpt), [excerpt]);
  return (
    <div class="excerpt">
      {stretchesOf(rows, sites).map(({ site, rows: own }) =>
        site ? (
          <SiteCard key={site.id} site={site} rows={{ rows: own, old, fresh }} />
        ) : (
          <DiffTable rows={own} old={old} fresh={fresh} />
        ),
      )}
    </div>
  );
}

function colouredRows(excerpt: Excerpt): ColouredRows {
  const linesWithout = (sign: string): string[] =>
    excerpt.lines.filter((line) => !line.startsWith(sign)).map((line) => line.slice(1));
  return { rows: rowsOf(excerpt), old: wordsOfLines(linesWithout('+')), fresh: wordsOfLines(linesWithout('-')) };
}

interface RowStretch {
  readonly site?: PageSite;
  readonly rows: ColouredRows['rows'];
}

/** A card begins where its site does, the first one with the lines above it; behind a site inside another one the outer one goes on. */
function stretchesOf(rows: ColouredRows['rows'], sites: readonly PageSite[]): RowStretch[] {
  const rowOf = (line: number): number => {
    const at = rows.findIndex(({ old }) => old !== undefined && old.number >= line);
    return at < 0 ? rows.length : at;
  };
  const cuts = sites.map((site, i) => ({ at: i === 0 ? 0 : rowOf(site.line), site }));
  const ends = sites.flatMap(({ endLine }, i) => {
    const isNested = sites.slice(0, i).some((outer) => outer.endLine > endLine);
    const next = sites[i + 1];
    return isNested && (next === undefined || next.line > endLine) ? [{ at: rowOf(endLine + 1) }] : [];
  });
  const all: { at: number; site?: PageSite }[] = [...(sites.length === 0 ? [{ at: 0 }] : []), ...cuts, ...ends];
  all.sort((a, b) => a.at - b.at || Number(a.site !== undefined) - Number(b.site !== undefined));
  return all.map(({ at, site }, i) => ({ ...(site && { site }), rows: rows.slice(at, all[i + 1]?.at ?? rows.length) }));
}

function sitesIn(excerpt: Excerpt, sites: readonly PageSite[]): PageSite[] {
  return sites.filter(({ line }) => line >= excerpt.oldStart && line < endOf(excerpt));
}

/** The line behind it. */
function endOf({ oldStart, lines }: Excerpt): number {
  return oldStart + lines.filter((line) => !line.startsWith('+')).length;
}

function excerptHeight({ lines }: Excerpt): number {
  return heightOf.head + Math.min(lines.length, 24) * heightOf.line;
}
