// In: text with the little Markdown that messages and helps use: paragraphs and `code`. Out: elements that show it.
// Knows nothing of the page that they go into.

import type { ComponentChildren, JSX } from 'preact';

import type { Phrase } from '../../../src/workspace/report/phrase.ts';

/** Paragraphs. */
export function Prose({ text }: { readonly text: string }): JSX.Element {
  const paragraphs = text.trim().split(/\n{2,}/);
  return (
    <>
      {paragraphs.map((paragraph) => (
        <p>
          <Inline text={paragraph} />
        </p>
      ))}
    </>
  );
}

/** One line. */
export function Inline({ text }: { readonly text: string }): JSX.Element {
  const parts = text.split(/(`[^`]+`)/);
  return <>{parts.map((part) => (/^`.+`$/s.test(part) ? <code>{part.slice(1, -1)}</code> : part))}</>;
}

export function Words({ words }: { readonly words: Phrase }): JSX.Element {
  return <>{words.map((word) => (typeof word === 'string' ? word : <code>{word.code}</code>))}</>;
}

/** `a, b, c` */
export function List({ items }: { readonly items: readonly ComponentChildren[] }): JSX.Element {
  return <>{items.map((item, i) => (i === 0 ? item : <>, {item}</>))}</>;
}
