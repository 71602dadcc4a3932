// In: the data of a page. Out: what needs a person, by reason, each with what to do: the first thing on the page, and readable where no
// script runs.
// Knows nothing of lines of code but how a call begins.

import type { JSX } from 'preact';

import type { WordsOf } from '../../../src/locale/locale.ts';
import { apiName } from '../left.ts';
import type { PageData, PageNote } from './page-data.ts';
import { Inline, Prose } from './prose.tsx';
import type { pageWords } from './words.ts';

/** So many are listed under one reason. */
const listedAtMost = 200;

interface Item {
  readonly id: string;
  readonly place: string;
  readonly api?: string;
  readonly call?: string;
  readonly note: PageNote | undefined;
}

interface NeedsYouProps {
  readonly data: PageData;
  readonly say: WordsOf<typeof pageWords>;
}

export function NeedsYou({ data, say }: NeedsYouProps): JSX.Element {
  const items = itemsOf(data);
  const reasons = new Map<string, Item[]>();
  for (const item of items) reasons.set(item.note?.code ?? '', [...(reasons.get(item.note?.code ?? '') ?? []), item]);
  return (
    <section class="needs-you" aria-labelledby="needs-you">
      <h2 id="needs-you">{items.length === 0 ? say.nothingNeedsYou : say.needsYou(items.length)}</h2>
      {items.length > 0 && <p>{say.needsIntro}</p>}
      {[...reasons]
        .sort((a, b) => b[1].length - a[1].length)
        .map(([code, own]) => (
          <Reason {...{ code, own, data, say }} />
        ))}
    </section>
  );
}

interface ReasonProps extends NeedsYouProps {
  readonly code: string;
  readonly own: readonly Item[];
}

function Reason({ code, own, data, say }: ReasonProps): JSX.Element {
  const about = data.codes[code];
  const more = own.length - listedAtMost;
  // What is said of all of them is said once.
  const [first] = own;
  const isSame = own.every(({ note }) => note?.message === first?.note?.message);
  return (
    <section class="reason">
      <h3>
        {about?.title ?? code} {code !== '' && <code class="at">{code}</code>}{' '}
        {own.length > 1 && <b class="needs-count">{own.length}</b>}
      </h3>
      {isSame && first?.note && (
        <p>
          <Inline text={first.note.message} />
        </p>
      )}
      <ul class="places">
        {own.slice(0, listedAtMost).map((item) => (
          <Place item={item} hasMessage={!isSame} />
        ))}
        {more > 0 && <li>{say.moreBelow(more)}</li>}
      </ul>
      {about && about.help !== '' && (
        <details open={own.length <= 20 && data.files.length <= 20}>
          <summary>{say.whatToDo}</summary>
          <Prose text={about.help} />
        </details>
      )}
    </section>
  );
}

function Place({
  item: { id, place, api, call, note },
  hasMessage,
}: {
  readonly item: Item;
  readonly hasMessage: boolean;
}): JSX.Element {
  return (
    <li>
      <a href={`#${id}`}>
        <code>{place}</code>
      </a>{' '}
      {api !== undefined && <code class="at">{api}</code>}
      {hasMessage && note && (
        <>
          {' '}
          <Inline text={note.message} />
        </>
      )}
      {call !== undefined && <code class="call">{call}</code>}
      {note?.frame !== undefined && <pre class="frame">{note.frame}</pre>}
    </li>
  );
}

function itemsOf({ files }: PageData): Item[] {
  return files.flatMap((file): Item[] => [
    ...file.sites
      .filter(({ verdict }) => verdict === 'kept')
      .map(({ id, line, column, api, notes, name }) => ({
        id,
        place: `${file.file}:${line}:${column}`,
        api: apiName(api),
        ...(name && name.call !== api && { call: name.call }),
        note: notes.find(({ severity }) => severity !== 'note') ?? notes[0],
      })),
    ...file.notes
      .filter(({ severity }) => severity === 'error')
      .map((note) => ({ id: file.id, place: `${file.file}:${note.line}:${note.column}`, note })),
  ]);
}
