// In: one call site and its rows. Out: its card: what it is and what becomes of it, the notes with their help, the lines, and buttons to
// say something about it.
// Knows nothing of files.

import type { JSX } from 'preact';

import type { PageNote, PageSite } from '../page-data.ts';
import { Inline, Prose } from '../prose.tsx';
import { useReview } from './context.ts';
import { type ColouredRows, DiffTable } from './diff-table.tsx';

interface SiteCardProps {
  readonly site: PageSite;
  readonly rows: ColouredRows;
}

export function SiteCard({ site, rows }: SiteCardProps): JSX.Element {
  const { say, marks } = useReview();
  const { id, api, verdict, line, column, notes } = site;
  const { answer, reviewed } = marks.get(id) ?? {};
  const state = [answer, reviewed && 'reviewed'].filter(Boolean).join(' ');
  return (
    <article id={id} class={`site ${state}`} tabIndex={-1} aria-labelledby={`${id}-title`} data-site={id}>
      <div class="head">
        <h4 id={`${id}-title`}>
          {verdict && <span class={`badge ${verdict}`}>{verdict}</span>} <code>{shownApi(api)}</code>{' '}
          <a class="at" href={`#${id}`} title={say.link}>
            {line}:{column}
          </a>
        </h4>
        <Marking site={site} />
      </div>
      {notes.map((note) => (
        <NoteBox {...note} />
      ))}
      <DiffTable {...rows} />
    </article>
  );
}

function Marking({ site: { id, verdict, name } }: { readonly site: PageSite }): JSX.Element {
  const { say, marks, mark } = useReview();
  const { answer, reviewed = false } = marks.get(id) ?? {};
  const about = { 'aria-describedby': `${id}-title` };
  return (
    <div class="marking">
      {name && verdict !== 'kept' && (
        <>
          <button
            type="button"
            {...about}
            aria-pressed={answer === 'accept'}
            onClick={() => mark(id, { answer: 'accept' })}
          >
            {say.accept}
          </button>
          <button
            type="button"
            {...about}
            aria-pressed={answer === 'reject'}
            onClick={() => mark(id, { answer: 'reject' })}
          >
            {say.reject}
          </button>
        </>
      )}
      <button type="button" {...about} aria-pressed={reviewed} onClick={() => mark(id, { reviewed: true })}>
        {say.review}
      </button>
    </div>
  );
}

export function NoteBox({ code, severity, message, line, column, frame }: PageNote): JSX.Element {
  const { say, data } = useReview();
  const help = data.codes[code]?.help ?? '';
  return (
    <div class={`note ${severity}`}>
      <strong>{say.severity[severity]}</strong> <Inline text={message} />{' '}
      <span class="at">
        {line}:{column} <code>{code}</code>
      </span>
      {frame !== undefined && (
        <pre class="frame" tabIndex={0}>
          {frame}
        </pre>
      )}
      {help !== '' && (
        <details>
          <summary>{say.help}</summary>
          <Prose text={help} />
        </details>
      )}
    </div>
  );
}

/** swan itself has no name among its APIs. */
export function shownApi(api: string): string {
  return api === '*' ? 'swan' : api;
}
