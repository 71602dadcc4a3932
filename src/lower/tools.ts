// In: a file, the options of the run and a site. Out: the way a target looks at the text around that site and asks for names.
// Looks for nothing before it is asked. Knows nothing of what a target does with it.

import type { AliasDeclaration } from '../resolve/resolve.ts';
import { findOptionQuote, quoteAt, type Quote } from '../lift/formatting.ts';
import { once } from '../once.ts';
import type { ShimName, Tools } from '../target.ts';
import { within } from '../text/sorted.ts';
import { contains, type Span } from '../text/text.ts';
import type { LowerInput, LowerOptions } from './lower.ts';
import { printConstant } from './print.ts';

export class SiteTools implements Tools {
  readonly style: Tools['style'];
  readonly sockets: Tools['sockets'];
  readonly unwrap: boolean;
  readonly source: string;
  readonly calls: Tools['calls'];
  readonly typescript: boolean;
  readonly #input: LowerInput;
  readonly #own: Span;
  readonly #moving: ReadonlySet<AliasDeclaration>;
  readonly #quote: () => Quote;

  constructor(input: LowerInput, options: LowerOptions, own: Span, moving: ReadonlySet<AliasDeclaration>) {
    const { unit, style, lifted } = input;
    this.style = options.style;
    this.sockets = options.sockets;
    this.unwrap = options.unwrap;
    this.source = unit.text;
    this.calls = lifted.calls;
    this.typescript = unit.typescript;
    this.#input = input;
    this.#own = own;
    this.#moving = moving;
    this.#quote = once(() => {
      const written = lifted.calls.find((call) => call.at === own)?.options;
      return (written?.kind === 'literal' && findOptionQuote(written.object, unit.text)) || style.quote;
    });
  }

  get eol(): string {
    return this.#input.style.eol;
  }

  get step(): string {
    return this.#input.style.step;
  }

  get spacedBraces(): boolean {
    return this.#input.style.spacedBraces;
  }

  get trailingCommas(): boolean {
    return this.#input.style.trailingCommas;
  }

  get arrowParentheses(): boolean {
    return this.#input.style.arrowParentheses;
  }

  text({ start, end }: Span): string {
    return this.source.slice(start, end);
  }

  quote(value: string, like?: Span): string {
    return printConstant(value, (like && quoteAt(this.source, like.start)) ?? this.#quote());
  }

  shim(name: string, key?: string): ShimName {
    return { shim: name, ...(key !== undefined && { key }) };
  }

  global(name: string): string {
    return this.#isBound(name) ? `globalThis.${name}` : name;
  }

  hides(name: string): boolean {
    return this.#isBound(name) && this.#isBound('globalThis');
  }

  free(wanted: string): string {
    return this.#input.names.find(wanted, this.#own);
  }

  comments(span: Span): readonly Span[] {
    return within(this.#input.unit.comments, span);
  }

  verbatim(span: Span): readonly Span[] {
    return this.#input.unit.verbatim(span);
  }

  holdsSite(span: Span): boolean {
    const { lifted, resolution } = this.#input;
    return (
      lifted.calls.some((call) => call.at !== this.#own && contains(span, call.at)) ||
      [...lifted.values, ...resolution.kept, ...resolution.guards, ...resolution.types].some(({ at }) =>
        contains(span, at),
      ) ||
      resolution.aliases.some(({ declaration }) => contains(span, declaration))
    );
  }

  isRehosted(at: Span): boolean {
    return [...this.#moving].some(({ references }) => references.some((one) => contains(at, one.at)));
  }

  #isBound(name: string): boolean {
    return this.#input.names.isBoundAt(name, this.#own);
  }
}
