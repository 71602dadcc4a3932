// In: rows of an excerpt. Out: a table of them: before beside after, or one under the other where the page is narrow; a long stretch
// that stayed is folded.
// Knows nothing of sites.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import { type ColouredPiece, type WordsOfLine, piecesOf } from './coloured.ts';
import { useReview } from './context.ts';
import type { Row, RowSide } from './rows.ts';

export interface ColouredRows {
  readonly rows: readonly Row[];
  readonly old: readonly WordsOfLine[];
  readonly fresh: readonly WordsOfLine[];
}

/** A stretch that stayed and is longer than this is folded, but for the lines at its ends. */
const foldedFrom = 9;
const leftAtEnds = 3;
/** Where nothing changes, the code itself is what there is to see. */
const leftOfCode = 12;

type Part = { readonly rows: readonly Row[]; readonly isFolded: boolean };

export function DiffTable({ rows, old, fresh }: ColouredRows): JSX.Element | null {
  const { isWide, say } = useReview();
  if (rows.length === 0) return null;
  const isSplit = isWide && rows.some(({ isChanged }) => isChanged);
  const draw = (part: readonly Row[]): JSX.Element[] =>
    isSplit
      ? part.map((row) => <SplitRow {...{ row, old, fresh }} />)
      : unified(part).map((row) => <UnifiedRow {...{ row, old, fresh }} />);
  return (
    <table class={isSplit ? 'diff split' : 'diff'}>
      <colgroup>
        <col class="n" />
        <col />
        {isSplit && (
          <>
            <col class="n" />
            <col />
          </>
        )}
      </colgroup>
      <thead class="hidden">
        <tr>
          {isSplit ? (
            <>
              <th scope="col">{say.line}</th>
              <th scope="col">{say.before}</th>
              <th scope="col">{say.line}</th>
              <th scope="col">{say.after}</th>
            </>
          ) : (
            <>
              <th scope="col">{say.line}</th>
              <th scope="col">{say.lines}</th>
            </>
          )}
        </tr>
      </thead>
      {foldsOf(rows).map((part) =>
        part.isFolded ? (
          <Fold columns={isSplit ? 4 : 2} count={part.rows.length}>
            {() => draw(part.rows)}
          </Fold>
        ) : (
          <tbody>{draw(part.rows)}</tbody>
        ),
      )}
    </table>
  );
}

function foldsOf(rows: readonly Row[]): Part[] {
  const parts: Part[] = [];
  const leftAtStart = rows.some(({ isChanged }) => isChanged) ? leftAtEnds : leftOfCode;
  let at = 0;
  while (at < rows.length) {
    const { isChanged = false } = rows[at] ?? {};
    let end = at;
    while (end < rows.length && rows[end]?.isChanged === isChanged) end++;
    const run = rows.slice(at, end);
    if (!isChanged && run.length >= foldedFrom + leftAtStart - leftAtEnds) {
      parts.push({ rows: run.slice(0, leftAtStart), isFolded: false });
      parts.push({ rows: run.slice(leftAtStart, -leftAtEnds), isFolded: true });
      parts.push({ rows: run.slice(-leftAtEnds), isFolded: false });
    } else parts.push({ rows: run, isFolded: false });
    at = end;
  }
  return parts;
}

interface FoldProps {
  readonly columns: number;
  readonly count: number;
  readonly children: () => JSX.Element[];
}

function Fold({ columns, count, children }: FoldProps): JSX.Element {
  const { say, isWhole } = useReview();
  const [isOpen, setOpen] = useState(false);
  if (isOpen || isWhole) return <tbody>{children()}</tbody>;
  return (
    <tbody>
      <tr>
        <td class="fold" colSpan={columns}>
          <button type="button" onClick={() => setOpen(true)}>
            ⋯ {say.unchanged(count)}
          </button>
        </td>
      </tr>
    </tbody>
  );
}

interface RowProps {
  readonly row: Row;
  readonly old: readonly WordsOfLine[];
  readonly fresh: readonly WordsOfLine[];
}

function SplitRow({ row, old, fresh }: RowProps): JSX.Element {
  return (
    <tr>
      <Half side={row.old} words={old} kind={row.isChanged ? 'old' : 'same'} />
      <Half side={row.fresh} words={fresh} kind={row.isChanged ? 'new' : 'same'} />
    </tr>
  );
}

interface HalfProps {
  readonly side: RowSide | undefined;
  readonly words: readonly WordsOfLine[];
  readonly kind: 'old' | 'new' | 'same';
}

function Half({ side, words, kind }: HalfProps): JSX.Element {
  return side ? (
    <>
      <td class="n">{side.number}</td>
      <Code {...{ side, words, kind }} />
    </>
  ) : (
    <>
      <td class="n gap"></td>
      <td class="gap"></td>
    </>
  );
}

/** What went stands above what came. */
function unified(rows: readonly Row[]): Row[] {
  const all: Row[] = [];
  let fresh: Row[] = [];
  for (const row of rows) {
    if (!row.isChanged) {
      all.push(...fresh, row);
      fresh = [];
      continue;
    }
    if (row.old) all.push({ isChanged: true, old: row.old });
    if (row.fresh) fresh.push({ isChanged: true, fresh: row.fresh });
  }
  return [...all, ...fresh];
}

function UnifiedRow({ row, old, fresh }: RowProps): JSX.Element {
  const isOld = row.fresh === undefined;
  const side = isOld ? row.old : row.fresh;
  const kind = !row.isChanged ? 'same' : isOld ? 'old' : 'new';
  return (
    <tr>
      <td class="n">{(row.isChanged ? side : row.old)?.number}</td>
      {side && <Code side={side} words={isOld ? old : fresh} kind={kind} />}
    </tr>
  );
}

function Code({ side, words, kind }: Required<HalfProps> & { readonly side: RowSide }): JSX.Element {
  const { say } = useReview();
  const pieces = piecesOf(words[side.index] ?? [{ type: 'identifier', value: side.text }], side.marks);
  return (
    <td class={`code ${kind}`}>
      {kind !== 'same' && <span class="hidden">{kind === 'old' ? say.removed : say.added} </span>}
      {pieces.map(pieceOf)}
    </td>
  );
}

function pieceOf({ kind, text, isMarked }: ColouredPiece): JSX.Element | string {
  if (isMarked) return <mark class={`t-${kind}`}>{text}</mark>;
  return kind === 'identifier' || kind === 'space' ? text : <span class={`t-${kind}`}>{text}</span>;
}
