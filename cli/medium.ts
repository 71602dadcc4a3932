// In: a stream and the environment. Out: what its text is printed on: colours, columns, signs; and paragraphs made for that.
// Knows no words.

import type { createColors } from 'picocolors';
import stringWidth from 'fast-string-width';

import { wrap } from './text/wrap.ts';

export type Colours = ReturnType<typeof createColors>;

export interface Medium {
  readonly colours: Colours;
  /** Of a terminal, as wide as it is now. In a pipe or a file a line is as long as it is. */
  readonly columns?: number | undefined;
  /** A terminal that shows nothing else. */
  readonly isAscii?: boolean;
}

/**
 * A paragraph, wrapped to the columns of the terminal. It begins behind `lead`, and its other lines stand below that
 * beginning, or near the edge where there is little room.
 */
export function paragraph({ columns, isAscii }: Medium, text: string, lead = ''): string {
  const shown = isAscii === true ? inAscii(text) : text;
  if (columns === undefined) return `${lead}${shown}`;
  const width = stringWidth(lead);
  const indent = columns - width < leastRoom ? Math.min(width, 2) : width;
  return lead + wrap(shown, columns - indent, columns - width).join(`\n${' '.repeat(indent)}`);
}

/** Each line by itself, its other lines below its beginning. */
export function wrapped(medium: Medium, text: string): string {
  return text.replace(/^( *)(.+)$/gm, (_, indent: string, line: string) => paragraph(medium, line, indent));
}

/** Less than this beside a column of labels is hard to read. */
const leastRoom = 30;

const signs: Readonly<Record<string, string>> = { '…': '...', '→': '->', '—': '-', '–': '-', '“': '"', '”': '"' };

/** Our own signs; names and Chinese stay as they are. */
export function inAscii(text: string): string {
  return text.replace(/[…→—–“”]/g, (sign) => signs[sign] ?? sign);
}

/** Whether a terminal shows more than ASCII, by the variables that POSIX asks for it; Windows sets none of them and does. */
export function isUtf8({ LC_ALL, LC_CTYPE, LANG }: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  const name = [LC_ALL, LC_CTYPE, LANG].find((value) => value !== undefined && value !== '');
  return name === undefined ? platform === 'win32' : /utf-?8/i.test(name);
}
