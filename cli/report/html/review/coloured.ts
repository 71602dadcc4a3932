// In: lines of a program, and stretches of a line that are to be marked. Out: pieces of each line, with what kind of word each is.
// Knows nothing of colours.

import { parse } from 'sugar-high/core';
import { tokenize } from 'sugar-high/lang/javascript';

import type { MarkedRange } from './rows.ts';

export interface ColouredPiece {
  readonly kind: string;
  readonly text: string;
  readonly isMarked: boolean;
}

export type WordsOfLine = readonly { readonly type: string; readonly value: string }[];

/** A text that the colouring does not give back as it is stays without colours. */
export function wordsOfLines(lines: readonly string[]): readonly WordsOfLine[] {
  const plain = lines.map((value) => [{ type: 'identifier', value }]);
  try {
    const parsed = parse(lines.join('\n'), { tokenize: (code) => tokenize(code, undefined) }).lines;
    return plain.map((own, i) => {
      const words = (parsed[i]?.tokens ?? []).filter(({ type }) => type !== 'break');
      return words.map(({ value }) => value).join('') === lines[i] ? words : own;
    });
  } catch {
    return plain;
  }
}

export function piecesOf(words: WordsOfLine, marks: readonly MarkedRange[]): ColouredPiece[] {
  const pieces: ColouredPiece[] = [];
  let at = 0;
  for (const { type, value } of words) {
    const end = at + value.length;
    const cuts = marks.flat().filter((cut) => cut > at && cut < end);
    for (const cut of [...cuts, end]) {
      const isMarked = marks.some(([from, to]) => from <= at && cut <= to);
      pieces.push({ kind: type, text: value.slice(value.length - end + at, value.length - end + cut), isMarked });
      at = cut;
    }
  }
  return pieces;
}
