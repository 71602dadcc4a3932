// In: text for people, put together from our words and from names and code of a program. Out: the same text, in which
// nothing is left that a terminal or a CI server takes for an order. The last door before a stream: names and code are
// made printable where they are put in, and what was forgotten there ends here.

import { printable } from '../src/text/printable.ts';

/** Our own colours, when there are some. */
const colour = /(\x1b\[[\d;]*m)/;

/** @param isColoured colours are meant to be in it */
export function inert(text: string, isColoured = false): string {
  return text
    .split('\n')
    .map((line) => inertLine(line, isColoured))
    .join('\n');
}

function inertLine(line: string, isColoured: boolean): string {
  const parts = isColoured ? line.split(colour) : [line];
  const texts = parts.map((part, i) => (i % 2 === 1 ? part : printable(part)));
  const words = texts.filter((_, i) => i % 2 === 0).join('');
  const shown = texts.join('');
  // GitHub takes a line for an order that begins like this, white space before it or not.
  return words.trimStart().startsWith('::') ? shown.replace(':', '\\x3a') : shown;
}
