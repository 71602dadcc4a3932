// In: the data of the page. Out: the part of it that its script draws: the tree, the filters, every file with its calls, the marks.
// Knows nothing of where the data come from.

import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

import { wordsIn } from '../../../../src/locale/locale.ts';
import type { PageData } from '../page-data.ts';
import { ReviewContext } from './context.ts';
import { DecisionsBar } from './decisions-bar.tsx';
import { FileSection } from './file-section.tsx';
import { noFilter, shownFiles } from './filter.ts';
import { useAddress, useKeys, useMedia, usePrinting } from './hooks.ts';
import { WholePage } from './lazy.tsx';
import { type Mark, keepMarks, readMarks, withMark } from './marks.ts';
import { reviewWords } from './review-words.ts';
import { Toolbar } from './toolbar.tsx';
import { FileTree } from './tree.tsx';

/** One letter is what is typed for each. */
const markKeys: Readonly<Record<string, Mark>> = {
  a: { answer: 'accept' },
  r: { answer: 'reject' },
  v: { reviewed: true },
};

export function ReviewPage({ data }: { readonly data: PageData }): JSX.Element {
  const say = useMemo(() => wordsIn(reviewWords, data.locale), [data]);
  const isWide = useMedia('(min-width: 701px)');
  const isTreeOpen = useMedia('(min-width: 1101px)');
  const isWhole = usePrinting();
  const [filter, setFilter] = useState(noFilter);
  const [marks, setMarks] = useState(() => readMarks(data));
  const [isKept, setKept] = useState(true);
  const [areKeysOn, setKeysOn] = useState(true);
  const [wanted, want] = useAddress();
  const shown = useMemo(
    () => shownFiles(data.files, filter, filter.mark === '' ? new Map() : marks),
    [data, filter, marks],
  );
  const sites = shown.flatMap((one) => one.sites);

  // Keys may come faster than what they ask for is drawn.
  const now = useRef({ marks, id: wanted.id });
  now.current = { marks, id: wanted.id };
  const change = (next: typeof marks): void => {
    now.current.marks = next;
    setMarks(next);
    setKept(keepMarks(data, next));
  };
  const mark = (id: string, said: Mark): void => change(withMark(now.current.marks, id, said));
  const step = (by: 1 | -1): void => {
    const at = sites.findIndex(({ id }) => id === now.current.id);
    const next = sites[at < 0 ? (by > 0 ? 0 : sites.length - 1) : at + by];
    if (!next) return;
    history.replaceState(null, '', `#${next.id}`);
    now.current.id = next.id;
    want(next.id);
  };

  useLayoutEffect(() => {
    const place = document.getElementById(wanted.id);
    if (!place) return;
    place.scrollIntoView({ block: 'start' });
    place.focus({ preventScroll: true });
  }, [wanted]);
  useKeys(areKeysOn, (key) => {
    if (key === 'j' || key === 'k') step(key === 'j' ? 1 : -1);
    else if (key === '/') document.getElementById('search')?.focus();
    else {
      const said = markKeys[key];
      const id = document.activeElement?.closest<HTMLElement>('[data-site]')?.dataset['site'];
      const site = sites.find((one) => one.id === id);
      if (!said || !site || (said.answer && !(site.name && site.verdict !== 'kept'))) return false;
      mark(site.id, said);
    }
    return true;
  });

  const tree = (
    <FileTree files={data.files} folder={filter.folder} onFolder={(folder) => setFilter({ ...filter, folder })} />
  );
  return (
    <ReviewContext.Provider value={{ data, say, isWide, isWhole, marks, mark }}>
      <WholePage.Provider value={isWhole}>
        <div class="review">
          {isTreeOpen ? (
            <aside>{tree}</aside>
          ) : (
            <details class="tree-fold">
              <summary>{say.files}</summary>
              {tree}
            </details>
          )}
          <div class="files">
            <Toolbar filter={filter} shown={sites.length} onFilter={setFilter} onStep={step} />
            <DecisionsBar {...{ isKept, areKeysOn }} onKeys={setKeysOn} onClear={() => change(new Map())} />
            {shown.map((one) => (
              <FileSection key={one.file.id} file={one.file} shown={one.sites} wanted={wanted.id} />
            ))}
          </div>
        </div>
      </WholePage.Provider>
    </ReviewContext.Provider>
  );
}
