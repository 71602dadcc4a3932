// In: a text in each language, and what of it is the program's own. Out: what is wrong with the Chinese one beside the English one.
// Knows no single text.

import type { InEach } from '../../src/locale/locale.ts';

/** Four words of a language with letters in a row: a sentence that nobody translated. */
const sentence = /[A-Za-z']{2,}(?: [A-Za-z']{2,}){3,}/;
const halfWidth = /\p{Script=Han}[,.:;?!()]|[,:;?!)]\p{Script=Han}/u;
const withoutSpace = /\p{Script=Han}[\w$]|[\w$]\p{Script=Han}/u;

/** @param own texts that are quoted as they are, such as names of the program */
export function faultsOfTwins({ en, 'zh-CN': zh }: InEach<string>, own: readonly string[] = []): string[] {
  // A text that is quoted within a sentence has no full stop of its own.
  const quoted = own.flatMap((text) => [text, text.replace(/\.$/, '')]);
  const quotes = quoted.filter((text) => text !== '').sort((a, b) => b.length - a.length);
  const prose = quotes.reduce((text, quote) => text.replaceAll(quote, 'x'), zh).replace(/`[^`]*`/g, 'x');
  const faults = [
    /undefined|\[object |NaN/.test(withoutSpans(zh, quotes)) && !/undefined|NaN/.test(withoutSpans(en, quotes))
      ? 'a value that is none'
      : undefined,
    /\p{Script=Han}/u.test(zh) ? undefined : 'no Chinese in it',
    sentence.test(prose) ? 'an English sentence' : undefined,
    halfWidth.test(prose) ? 'half-width punctuation beside Chinese' : undefined,
    withoutSpace.test(prose) ? 'no space between Chinese and Latin' : undefined,
    String(spansIn(en)) === String(spansIn(zh)) ? undefined : 'other code than the English text',
  ];
  return faults.flatMap((fault) => (fault === undefined ? [] : [`${fault}: ${zh}`]));
}

/** Every text in plain data. */
export function textsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  if (typeof data !== 'object' || data === null) return [];
  return Object.values(data).flatMap(textsIn);
}

function withoutSpans(text: string, quotes: readonly string[]): string {
  return quotes.reduce((rest, quote) => rest.replaceAll(quote, 'x'), text).replace(/`[^`]*`/g, 'x');
}

function spansIn(text: string): string[] {
  return (text.match(/`[^`]+`/g) ?? []).sort();
}
