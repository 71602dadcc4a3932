// In: texts, by the names of their files. Out: the syntax tree of each, parsed once for all who ask for it until it is let go.
// What is held at a time is bounded, so whoever comes late may have a text parsed anew.
// Loads no parser, and knows nothing of swan.

import type { ParseFailure, SourceUnit } from './parse.ts';

/** A syntax tree takes some 60 bytes for each character: of so many characters trees are held for those who come later. */
const mostCharacters = 500_000;

type Parse = (text: string, filename: string) => SourceUnit | ParseFailure;

interface Held {
  readonly text: string;
  readonly unit: SourceUnit | ParseFailure;
}

export class ParsedTexts {
  readonly #held = new Map<string, Held>();
  /** What was asked for last is held, however long it is. */
  #last: (Held & { readonly filename: string }) | undefined;
  #characters = 0;

  /** @internal The tree of a text, by `parse` where nobody has asked for it. */
  of(text: string, filename: string, parse: Parse): SourceUnit | ParseFailure {
    const known = this.#last?.filename === filename ? this.#last : this.#held.get(filename);
    if (known?.text === text) return known.unit;
    const unit = parse(text, filename);
    this.#last = { text, unit, filename };
    this.#keep(filename, { text, unit });
    return unit;
  }

  /** Nobody will ask for its tree. */
  letGo(filename: string): void {
    if (this.#last?.filename === filename) this.#last = undefined;
    this.#characters -= this.#held.get(filename)?.text.length ?? 0;
    this.#held.delete(filename);
  }

  letAllGo(): void {
    this.#last = undefined;
    this.#characters = 0;
    this.#held.clear();
  }

  /** Those that came first stay, as whoever asks for all of them again does so in the same order. */
  #keep(filename: string, held: Held): void {
    this.#characters -= this.#held.get(filename)?.text.length ?? 0;
    this.#held.delete(filename);
    if (this.#characters + held.text.length > mostCharacters) return;
    this.#characters += held.text.length;
    this.#held.set(filename, held);
  }
}
