// In: nothing. Out: what all writers of alias programs share: the tape, the look of the file, the names in scope, and how
// statements become lines.
// Semicolons are left out where the language allows it, so that taking a statement out can join its neighbours.

import type { Tape } from '../../laws/random/tape.ts';

export interface Writer {
  readonly tape: Tape;
  readonly typed: boolean;
  /** How rarely a semicolon is left out. */
  readonly bareness: number;
  /** A name that occurs nowhere else. */
  readonly fresh: (stem: string) => string;
  /** The url of a call: no two places share one. */
  readonly url: () => string;
}

/** What is in scope at a place. Whether a name holds swan there is for the compiler to find out. */
export interface Scope {
  readonly hosts: string[];
  readonly apis: string[];
  /** Names for the global object. */
  readonly roots: string[];
  /** Names for the answer of a test. */
  readonly tests: string[];
  /** Names that may be assigned. */
  readonly variables: string[];
  readonly depth: number;
  readonly isFunction: boolean;
}

export function inner(scope: Scope, more: Partial<Scope> = {}): Scope {
  return {
    hosts: [...scope.hosts],
    apis: [...scope.apis],
    roots: [...scope.roots],
    tests: [...scope.tests],
    variables: [...scope.variables],
    depth: scope.depth + 1,
    isFunction: scope.isFunction,
    ...more,
  };
}

export const outermost = (): Scope => ({
  hosts: [],
  apis: [],
  roots: [],
  tests: [],
  variables: [],
  depth: 0,
  isFunction: false,
});

/** Statements as lines. One that ends in a brace of its own needs no semicolon and says so by ending in one. */
export function joined({ tape, bareness }: Writer, statements: readonly string[]): string {
  return statements
    .map((text, i) => {
      if (/^(?:if|for|try|switch|function|class|\{|export (?:function|class)|;)/.test(text) && text.endsWith('}'))
        return text;
      if (text.endsWith(';')) return text;
      const next = statements[i + 1];
      const mayGoOn = next !== undefined && /^[[(`+\-/.,?*]/.test(next);
      return !mayGoOn && tape.isRare(bareness) ? text : `${text};`;
    })
    .join('\n');
}

export function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}

export function block(writer: Writer, statements: readonly string[]): string {
  return statements.length === 0 ? '{}' : `{\n${indented(joined(writer, statements))}\n}`;
}

/** One of the names, the last ones first, or else what is given. */
export function nameAmong(writer: Writer, names: readonly string[], otherwise: string): string {
  const [first = otherwise, ...rest] = [...names].reverse();
  return writer.tape.of([first, ...rest]);
}
