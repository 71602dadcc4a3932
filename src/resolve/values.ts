// In: nothing. Out: what an expression of the program may stand for, and the steps in which that is followed.
// Plain data.

import type { ApiName } from '../apis.ts';
import type { Through } from '../ir.ts';
import type { ModuleFacts } from './sites.ts';
import type { Node } from '../syntax/tree.ts';

export type Value =
  | { readonly is: 'swan' }
  | { readonly is: 'api'; readonly api: ApiName }
  /** `window`, `self`, `global`, `globalThis`. */
  | { readonly is: 'global' }
  /** Another module, or an object that it exports; `prefix` is the path to it, such as `default.`. */
  | { readonly is: 'module'; readonly specifier: string; readonly module: ModuleFacts; readonly prefix: string }
  /** What swan may be got from, by a path; perhaps swan itself where there is no step to go. */
  | { readonly is: 'perhaps'; readonly path: Path };

/** The name of a member (`*` for any), `()` for what a call gives back, `new`, `await`. */
export type Path = readonly string[];

/** What it is, or may be by a doubt that is looked up when all is followed. */
export type Certain = Exclude<Value, { readonly is: 'perhaps' }>;

export type ValueKind = Value['is'];

/** A value stands at a node. */
export interface Step {
  readonly node: Node;
  readonly value: Value;
  readonly through: Through;
  /** What a member hangs on, with its parentheses and casts. */
  readonly object?: Node;
}

export type CertainStep = Step & { readonly value: Certain };

export function isSameValue(a: Value, b: Value): boolean {
  if (a.is === 'api') return b.is === 'api' && a.api === b.api;
  if (a.is === 'module') return b.is === 'module' && a.module === b.module && a.prefix === b.prefix;
  if (a.is === 'perhaps') return b.is === 'perhaps' && a.path.join('.') === b.path.join('.');
  return a.is === b.is;
}
