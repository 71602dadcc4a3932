// In: something to draw, and about how high it will be. Out: room for it, and the thing itself as soon as it comes near to what can
// be seen, or is asked for.
// Knows nothing of what it draws.

import { type ComponentChildren, type JSX, createContext } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Everything is wanted: the page is printed. */
export const WholePage = createContext(false);

/** So far outside of the window something is drawn already. */
const margin = '1200px 0px';

const onNear = new WeakMap<Element, () => void>();
const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      onNear.get(target)?.();
    }
  },
  { rootMargin: margin },
);

interface LazyProps {
  /** In pixels. */
  readonly height: number;
  readonly isWanted: boolean;
  readonly children: () => ComponentChildren;
}

export function Lazy({ height, isWanted, children }: LazyProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const [wasNear, setNear] = useState(false);
  const isWhole = useContext(WholePage);
  const isDrawn = wasNear || isWanted || isWhole;
  useLayoutEffect(() => {
    const element = place.current;
    if (!element || isDrawn) return undefined;
    onNear.set(element, () => setNear(true));
    observer.observe(element);
    return () => observer.unobserve(element);
  }, [isDrawn]);
  // Once it was wanted it stays: what a reader sees must not go away when the next thing is wanted.
  useLayoutEffect(() => {
    if (isWanted) setNear(true);
  }, [isWanted]);
  return isDrawn ? <div>{children()}</div> : <div ref={place} style={{ height: `${height}px` }}></div>;
}
