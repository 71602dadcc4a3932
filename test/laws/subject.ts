// In: one program, a target and a style. Out: what every law looks at: the program before and after, parsed, with the
// way each byte went. The rewrite is handed in, so that a law can be shown a faulty one.
// Knows no law.

import { isParseFailure, parse, type SourceUnit } from '../../src/syntax/parse.ts';
import {
  read,
  type Output,
  type Program as Known,
  type RewriteOptions,
  type Style,
  type TargetName,
} from '../../src/index.ts';
import { layOut, type Layout } from './layout-of-edits.ts';
import { scopesOf, type Scopes } from './scopes.ts';
import { nodesOf, type Placed } from './syntax.ts';

export { targetNames } from '../../src/index.ts';
export type { Known, Output, RewriteOptions, Style, TargetName };

export type Rewrite = (code: string, options: RewriteOptions) => Output;

/** A program as a file would hold it. */
export interface Program {
  readonly name: string;
  readonly filename: string;
  readonly code: string;
}

/** A program that parses; the rest is worked out when it is asked for, and once. */
export interface Reading {
  readonly unit: SourceUnit;
  readonly comments: SourceUnit['comments'];
  readonly nodes: readonly Placed[];
  /** Nothing when Babel refuses the declarations. */
  readonly scopes: Scopes | undefined;
}

export interface Subject {
  readonly program: Program;
  readonly options: RewriteOptions;
  readonly rewrite: Rewrite;
  readonly result: Output;
  /** The result when these sites are rewritten and no others, by their numbers. */
  readonly chosen: (sites: readonly number[]) => Output;
  /** What is known of a text that was written, as of a program of its own. */
  readonly read: (code: string) => Known;
  /** The program before; nothing when it does not parse. */
  readonly before: Reading | undefined;
  /** The program after; nothing when it does not parse. */
  readonly after: Reading | undefined;
  /** Where each byte went, by the edits alone. */
  readonly layout: Layout;
}

/** What is wrong, each in one line; empty when the law holds. */
export type Violations = readonly string[];

export interface Law {
  readonly name: string;
  readonly check: (subject: Subject) => Violations;
}

export interface Choice {
  readonly target: TargetName;
  readonly style?: Style;
  readonly sockets?: 'one' | 'many';
  readonly shim?: string;
}

export function makeSubject(program: Program, choice: Choice, rewrite?: Rewrite): Subject {
  return makeSubjects(program, rewrite)(choice);
}

/** The subjects of one program share what is known of it before the rewrite, and each text is read once for all of them. */
export function makeSubjects(program: Program, faulty?: Rewrite): (choice: Choice) => Subject {
  const { code, filename } = program;
  const before = once(() => readProgram(code, filename));
  const known = new Map<string, Known>();
  const readOnce = (text: string): Known => {
    const found = known.get(text) ?? read(text, { filename });
    known.set(text, found);
    return found;
  };
  const rewrite = faulty ?? ((text, options) => readOnce(text).rewrite(options).apply(options.accept));
  return (choice) => {
    const options: RewriteOptions = { filename, ...choice };
    const result = rewrite(code, options);
    const choices = new Map<string, Output>();
    const after = once(() => (result.code === code ? before() : readProgram(result.code, filename)));
    const layout = once(() => layOut(code, result.edits));
    return {
      program,
      options,
      rewrite,
      result,
      read: readOnce,
      chosen(sites) {
        const key = sites.join();
        const output = choices.get(key) ?? rewrite(code, { ...options, accept: ({ id }) => sites.includes(id) });
        choices.set(key, output);
        return output;
      },
      get before() {
        return before();
      },
      get after() {
        return after();
      },
      get layout() {
        return layout();
      },
    };
  };
}

export function readProgram(code: string, filename: string): Reading | undefined {
  const unit = parse(code, filename);
  if (isParseFailure(unit)) return undefined;
  const nodes = once(() => nodesOf(unit));
  const scopes = once(() => scopesOf(unit));
  return {
    unit,
    comments: unit.comments,
    get nodes() {
      return nodes();
    },
    get scopes() {
      return scopes();
    },
  };
}

/** The place of an offset and the text that stands there, for messages. */
export function showPlace(code: string, start: number, end = start + 40): string {
  const line = code.slice(0, start).split('\n').length;
  const text = JSON.stringify(code.slice(start, Math.min(end, start + 60)));
  return `line ${line}: ${text}`;
}

export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
