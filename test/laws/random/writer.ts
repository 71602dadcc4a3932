// In: nothing. Out: what all writers of random programs share: the tape, the look of the file, the sites noted so far,
// and what is visible at a place.
// Sites are marked in the text itself by characters of the private use area, which are taken out at the end.

import type { ApiName } from '../../../src/index.ts';
import type { Tape } from './tape.ts';

/** What the compiler should say about a place, as the writer knows it. */
export interface Expected {
  readonly api: ApiName | '*';
  /** `moved`: it has to be rewritten, `kept`: it has to stay. */
  readonly kind: 'moved' | 'kept';
}

export interface Look {
  readonly typed: boolean;
  readonly jsx: boolean;
  readonly module: boolean;
  readonly semicolons: boolean;
  readonly quote: "'" | '"';
  readonly step: string;
}

export interface Writer {
  readonly tape: Tape;
  readonly look: Look;
  readonly expected: Expected[];
  /** Names of the program's own that could be in the way of new ones. */
  readonly clashes: readonly string[];
  /** A name that occurs nowhere else. */
  readonly fresh: (stem: string) => string;
  /** Sites that may still be written. */
  budget: number;
}

/** A name that reaches swan: the object, or one API. */
export interface Alias {
  readonly name: string;
  readonly api?: ApiName;
  /** Made by `const name = swan.request`: passed on, it would be the initialiser that counts. */
  readonly isCalledOnly?: boolean;
}

/** What is visible at a place in the program. */
export interface Place {
  /** How deep in callbacks of other sites. */
  readonly depth: number;
  /** How deep in statements and expressions, so that writing ends. */
  readonly level: number;
  /** `swan` is the global one. */
  readonly isSwanFree: boolean;
  readonly aliases: readonly Alias[];
  readonly async: boolean;
  readonly generator: boolean;
  /** Inside a function that is no arrow. */
  readonly hasArguments: boolean;
  readonly inFunction: boolean;
  /** White space at the start of the line. */
  readonly indent: string;
}

export function deeper(writer: Writer, place: Place): Place {
  return { ...place, level: place.level + 1, indent: place.indent + writer.look.step };
}

/** The place inside a function with these parameters. */
export function inside(
  place: Place,
  kind: 'function' | 'arrow',
  names: readonly string[],
  more: Partial<Place> = {},
): Place {
  return {
    ...place,
    async: false,
    generator: false,
    hasArguments: kind === 'function' || place.hasArguments,
    inFunction: true,
    isSwanFree: place.isSwanFree && !names.includes('swan'),
    aliases: place.aliases.filter((alias) => !names.includes(alias.name)),
    ...more,
  };
}

const first = 0xe000;

/** The mark that stands right before a site. */
export function mark(writer: Writer, expected: Expected): string {
  writer.expected.push(expected);
  return String.fromCharCode(first + writer.expected.length - 1);
}

export interface Marked {
  readonly code: string;
  readonly sites: readonly (Expected & { readonly start: number })[];
}

export function takeMarks(text: string, expected: readonly Expected[]): Marked {
  const sites: (Expected & { readonly start: number })[] = [];
  let code = '';
  for (const char of text) {
    const index = char.charCodeAt(0) - first;
    const site = index >= 0 && index < 0x1000 ? expected[index] : undefined;
    if (site) sites.push({ ...site, start: code.length });
    else code += char;
  }
  return { code, sites };
}

/** A comment, now and then; never with a line break, so that it can stand anywhere. */
export function remark({ tape }: Writer, rarity = 8): string {
  if (!tape.isRare(rarity)) return '';
  return tape.of(['/* note */', '/* swan.request({ url: 1 }) */', '/**/', '/* 说明：url */', '/* // */']);
}

/** A comment to the end of the line with what must follow it, or a space or nothing. */
export function lineRemark({ tape }: Writer, indent: string, rarity = 14): string {
  if (!tape.isRare(rarity)) return '';
  return ` ${tape.of(['// why', '// swan.request({', '// `', "// it's", '// 注释 */'])}\n${indent}`;
}

export function quoted({ look }: Writer, text: string): string {
  return `${look.quote}${text}${look.quote}`;
}
