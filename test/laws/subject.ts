// In: one program, a target and a style. Out: what every law looks at: the program before and after, parsed, with the
// way each byte went. The rewrite is handed in, so that a law can be shown a faulty one.
// Knows no law.

import { isParseFailure, parse, type SourceUnit } from '../../src/syntax/parse.ts';
import {
  rewrite as ownRewrite,
  type Output,
  type RewriteOptions,
  type Style,
  type TargetName,
} from '../../src/index.ts';
import { layOut, type Layout } from './layout-of-edits.ts';
import { scopesOf, type Scopes } from './scopes.ts';
import { nodesOf, type Placed } from './syntax.ts';

export { targetNames } from '../../src/index.ts';
export type { Output, RewriteOptions, Style, TargetName };

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

export function makeSubject(program: Program, choice: Choice, rewrite: Rewrite = ownRewrite): Subject {
  return makeSubjects(program, rewrite)(choice);
}

/** The subjects of one program share what is known of it before the rewrite. */
export function makeSubjects(program: Program, rewrite: Rewrite = ownRewrite): (choice: Choice) => Subject {
  const before = once(() => readProgram(program.code, program.filename));
  return (choice) => {
    const options: RewriteOptions = { filename: program.filename, ...choice };
    const result = rewrite(program.code, options);
    const after = once(() => (result.code === program.code ? before() : readProgram(result.code, program.filename)));
    const layout = once(() => layOut(program.code, result.edits));
    return {
      program,
      options,
      rewrite,
      result,
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
