// In: a browser. Out: what the review wants to know of it while it lasts: how wide it is, whether it prints, where the address leads, and
// which keys are pressed.
// Knows nothing of what is done with it.

import { options } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export function useMedia(query: string): boolean {
  const [doesMatch, setMatch] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const look = (): void => setMatch(list.matches);
    list.addEventListener('change', look);
    return () => list.removeEventListener('change', look);
  }, [query]);
  return doesMatch;
}

/** True once the page is to be printed: what was drawn for that stays. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const draw = (): void => {
      // The browser prints what is there when this returns.
      const later = options.debounceRendering;
      options.debounceRendering = (render) => render();
      setPrinting(true);
      if (later) options.debounceRendering = later;
      else delete options.debounceRendering;
    };
    const list = matchMedia('print');
    const look = (): void => {
      if (list.matches) draw();
    };
    addEventListener('beforeprint', draw);
    list.addEventListener('change', look);
    return () => {
      removeEventListener('beforeprint', draw);
      list.removeEventListener('change', look);
    };
  }, []);
  return isPrinting;
}

/** The id that the address names, and how often it was asked for: the same one may be wanted again. */
export interface Wanted {
  readonly id: string;
  readonly count: number;
}

export function useAddress(): readonly [Wanted, (id: string) => void] {
  const [wanted, setWanted] = useState<Wanted>({ id: nameInAddress(), count: 0 });
  const want = (id: string): void => setWanted(({ count }) => ({ id, count: count + 1 }));
  useEffect(() => {
    const look = (): void => want(nameInAddress());
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return [wanted, want];
}

function nameInAddress(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

/** @param onKey gets a key that no field and no shortcut of the browser is meant by */
export function useKeys(areOn: boolean, onKey: (key: string) => boolean): void {
  useEffect(() => {
    if (!areOn) return undefined;
    const press = (event: KeyboardEvent): void => {
      const { target, key, ctrlKey, metaKey, altKey } = event;
      const isField = target instanceof Element && target.matches('input:not([type=checkbox]), select, textarea');
      if (isField || ctrlKey || metaKey || altKey) return;
      if (onKey(key)) event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}
