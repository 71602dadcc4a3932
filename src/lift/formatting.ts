// In: a parsed file and its tree. Out: how the file is written, as far as new text has to follow it.
// Looks for each of it when it is asked. Knows nothing of what is going to be written.

import type { OptionEntry, ObjectLiteral } from '../ir.ts';
import type { SourceUnit } from '../syntax/parse.ts';
import {
  countExtensions,
  countHabits,
  countSpacedImports,
  isSilent,
  type Count,
  type Habits,
  type QuoteVotes,
} from './habits.ts';
import { prefersSemicolons, prefersSingle, prefersSpace, type HouseStyle } from '../project/house-style.ts';
import type { Tree } from '../syntax/tree.ts';
import { once } from '../once.ts';
import { occurrencesOf } from '../text/lines.ts';
import type { Span } from '../text/text.ts';

export type Quote = 'single' | 'double';

export interface Formatting {
  readonly eol: string;
  readonly quote: Quote;
  readonly semicolons: boolean;
  /** One step of indentation. */
  readonly step: string;
  /** `{ a }` rather than `{a}`. */
  readonly spacedBraces: boolean;
  /** The same of the names that are imported, by `import` or `require`. */
  readonly spacedImports: boolean;
  /** `(a) => …` rather than `a => …`. */
  readonly arrowParentheses: boolean;
  /** `./a` rather than `./a.js`: the file imports others, and all without. */
  readonly bareImports: boolean;
  /** Most object and array literals over several lines end with a comma. */
  readonly trailingCommas: boolean;
}

/**
 * @param file all of its text, also what is not read of it
 * @param house how the project is written, where the file says nothing
 */
export function readFormatting({ text }: SourceUnit, tree: Tree, file: string, house?: HouseStyle): Formatting {
  return new FileFormatting(text, tree, file, house);
}

/** Each of it is looked for when it is asked for first: a call that is renamed and no more asks for nothing. */
class FileFormatting implements Formatting {
  readonly #house: HouseStyle | undefined;
  readonly #habits: () => Habits;
  readonly #spacedImports: () => Count;
  readonly #extensions: () => Count;
  readonly #eol: () => string;
  readonly #step: () => string;

  constructor(text: string, tree: Tree, file: string, house: HouseStyle | undefined) {
    this.#house = house;
    this.#habits = once(() => countHabits(tree));
    this.#spacedImports = once(() => countSpacedImports(tree));
    this.#extensions = once(() => countExtensions(tree));
    this.#eol = once(() => readLineEnd(text));
    // A script that indents nothing is written as the template beside it.
    this.#step = once(() => findStep(text) ?? findStep(file) ?? '  ');
  }

  get eol(): string {
    return this.#eol();
  }

  get quote(): Quote {
    const { single } = this.#habits();
    const isSingle = this.#house && isSilent(single) ? this.#house.singleQuotes : prefersSingle(single);
    return isSingle ? 'single' : 'double';
  }

  get semicolons(): boolean {
    const { ended } = this.#habits();
    return this.#house && isSilent(ended) ? this.#house.semicolons : prefersSemicolons(ended);
  }

  get step(): string {
    return this.#step();
  }

  get spacedBraces(): boolean {
    const { spacedPatterns, spacedLiterals } = this.#habits();
    const isFew = isSilent(spacedPatterns) && spacedLiterals.yes + spacedLiterals.no < fewLiterals;
    if (isFew && this.#house) return this.#house.spacedBraces;
    return prefersSpace(isSilent(spacedPatterns) ? spacedLiterals : spacedPatterns);
  }

  get spacedImports(): boolean {
    const spaced = this.#spacedImports();
    return isSilent(spaced) ? this.spacedBraces : prefersSpace(spaced);
  }

  get arrowParentheses(): boolean {
    const { parentheses } = this.#habits();
    if (isSilent(parentheses)) return this.#house?.arrowParentheses === true;
    return parentheses.yes > parentheses.no;
  }

  get bareImports(): boolean {
    const extensions = this.#extensions();
    return extensions.no > 0 && extensions.yes === 0;
  }

  get trailingCommas(): boolean {
    const { lastCommas } = this.#habits();
    return lastCommas.yes > lastCommas.no;
  }
}

function readLineEnd(text: string): string {
  const crlf = occurrencesOf('\r\n', text);
  const lf = occurrencesOf('\n', text) - crlf;
  return crlf > lf ? '\r\n' : '\n';
}

/** Fewer than these say less than the other files do. */
const fewLiterals = 3;

/** The quotes of the modules that are loaded, or else of most strings; nothing where there is no most. */
export function leadingQuote(votes: readonly QuoteVotes[]): Quote | undefined {
  const areModules = votes.some(({ modules }) => modules.count > 0);
  return leading(votes.reduce((sum, { modules, balance }) => sum + (areModules ? modules.balance : balance), 0));
}

/**
 * The quotes that most values of the options are written in, or else most of their keys, which may be JSON;
 * what their functions hold does not count.
 */
export function findOptionQuote(options: ObjectLiteral, text: string): Quote | undefined {
  return (
    leading(balanceOf(options, text, ({ value }) => value.at)) ??
    leading(balanceOf(options, text, ({ keyAt }) => keyAt))
  );
}

/** Single quotes count up, double ones down. */
function leading(balance: number): Quote | undefined {
  return balance === 0 ? undefined : balance > 0 ? 'single' : 'double';
}

function balanceOf({ entries }: ObjectLiteral, text: string, part: (entry: OptionEntry) => Span): number {
  return entries.reduce((sum, entry) => {
    const quote = quoteAt(text, part(entry).start);
    const own = quote === undefined ? 0 : quote === 'single' ? 1 : -1;
    return sum + own + (entry.value.object ? balanceOf(entry.value.object, text, part) : 0);
  }, 0);
}

/** The quotes of the string literal that begins there. */
export function quoteAt(text: string, start: number): Quote | undefined {
  const first = text.charAt(start);
  return first === "'" ? 'single' : first === '"' ? 'double' : undefined;
}

/** The commonest difference between the indentation of a line and that of the line before. */
function findStep(text: string): string | undefined {
  const votes = new Map<string, number>();
  let previous = '';
  for (const match of text.matchAll(/^([ \t]*)\S/gm)) {
    const white = match[1] ?? '';
    if (white.length > previous.length && white.startsWith(previous)) {
      const step = white.slice(previous.length);
      votes.set(step, (votes.get(step) ?? 0) + 1);
    }
    previous = white;
  }
  const best = [...votes].sort((a, b) => b[1] - a[1])[0];
  return best?.[0];
}
