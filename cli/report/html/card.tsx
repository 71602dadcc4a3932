// In: one call site or one failed file. Out: its card: what it is, before beside after, and the notes.
// The data attributes are what the filters look at.

import { diffArrays } from 'diff';
import type { JSX } from 'preact';

import type { FileDiagnostic, FileSite } from '../../../src/workspace/file-result.ts';
import { apiName } from '../summary.ts';

export interface CardFacts {
  readonly file: string;
  /** Absent for a file that failed. */
  readonly site?: FileSite;
  readonly diagnostics: readonly FileDiagnostic[];
  /** The ids of the folders around the file. */
  readonly folders: readonly string[];
}

export type CardVerdict = FileSite['verdict'] | 'failed';

export function verdictOf(card: CardFacts): CardVerdict {
  return card.site?.verdict ?? 'failed';
}

export function Card(card: CardFacts): JSX.Element {
  const { file, site, diagnostics, folders } = card;
  const verdict = verdictOf(card);
  const place = site ?? diagnostics[0];
  const codes = [...new Set(diagnostics.map(({ code }) => code))];
  return (
    <article class="card" data-v={verdict} data-a={site?.api ?? ''} data-f={folders.join(' ')} data-c={codes.join(' ')}>
      <h3>
        <span class={`badge ${verdict}`}>{verdict}</span>{' '}
        <code class="where">{place ? `${file}:${place.line}:${place.column}` : file}</code>
        {site && (
          <>
            {' '}
            <span class="api">{apiName(site.api)}</span>
          </>
        )}
      </h3>
      {site && <Sides {...site} />}
      {diagnostics.map((diagnostic) => (
        <Note {...diagnostic} />
      ))}
    </article>
  );
}

function Note({ code, severity, message, line, column, frame }: FileDiagnostic): JSX.Element {
  return (
    <div class={`note ${severity}`}>
      <strong>{severity}</strong> {message}{' '}
      <span class="at">
        {line}:{column}
      </span>{' '}
      <a href={`#code-${code}`}>{code}</a>
      {frame !== undefined && (
        <pre class="frame" tabindex={0}>
          {frame}
        </pre>
      )}
    </div>
  );
}

/** One row for each line: what stayed stands on both sides, what changed stands across from what it became. */
function Sides({ change, line, verdict }: FileSite): JSX.Element | null {
  if (!change) return null;
  const before = outdented(change.before);
  if (verdict === 'kept') {
    return (
      <div class="sides" tabindex={0}>
        <table class="one">
          <tbody>
            {before.map((text, i) => (
              <tr>
                <td class="n">{line + i}</td>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  }
  return (
    <div class="sides" tabindex={0}>
      <table>
        <thead>
          <tr>
            <th class="n">
              <span class="hidden">line</span>
            </th>
            <th>before</th>
            <th>after</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(before, outdented(change.after), line).map((row) => (
            <Row {...row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowFacts {
  readonly number?: number;
  readonly before?: string;
  readonly after?: string;
  readonly isChanged: boolean;
}

function Row({ number, before, after, isChanged }: RowFacts): JSX.Element {
  return (
    <tr>
      <td class="n">{number}</td>
      <Side kind="old" text={before} isChanged={isChanged} />
      <Side kind="new" text={after} isChanged={isChanged} />
    </tr>
  );
}

interface SideProps {
  readonly kind: 'old' | 'new';
  readonly text: string | undefined;
  readonly isChanged: boolean;
}

function Side({ kind, text, isChanged }: SideProps): JSX.Element {
  if (text === undefined) return <td class="gap"></td>;
  return isChanged ? <td class={kind}>{text}</td> : <td>{text}</td>;
}

function rowsOf(before: readonly string[], after: readonly string[], firstLine: number): RowFacts[] {
  const rows: RowFacts[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  let number = firstLine;
  for (const part of diffArrays([...before], [...after])) {
    if (part.removed) removed.push(...part.value);
    else if (part.added) added.push(...part.value);
    else {
      flush();
      for (const text of part.value) rows.push({ number: number++, before: text, after: text, isChanged: false });
    }
  }
  flush();
  return rows;

  function flush(): void {
    for (let i = 0; i < Math.max(removed.length, added.length); i++) {
      const [old, fresh] = [removed[i], added[i]];
      rows.push({
        ...(old !== undefined && { number: number++, before: old }),
        ...(fresh !== undefined && { after: fresh }),
        isChanged: true,
      });
    }
    removed = [];
    added = [];
  }
}

/** The lines without the white space that all of them start with. */
function outdented(text: string): string[] {
  const lines = text.split(/\r?\n/);
  const starts = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  let shared = starts[0] ?? '';
  for (const start of starts) while (!start.startsWith(shared)) shared = shared.slice(0, -1);
  return lines.map((line) => line.slice(shared.length));
}
