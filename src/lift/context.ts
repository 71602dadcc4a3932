// In: one file as it was parsed and resolved. Out: what lifting a site needs to look at.
// Plain access to text, comments, tree and names; decides nothing.

import type { ApiName } from '../apis.ts';
import type { Expression } from '../ir.ts';
import type { SourceUnit } from '../syntax/parse.ts';
import type { Binding, Bindings } from '../syntax/bindings.ts';
import type { Resolution } from '../resolve/sites.ts';
import type { Tree } from '../syntax/tree.ts';
import { firstSpanFrom } from '../text/sorted.ts';
import type { Span } from '../text/text.ts';

export interface Context {
  readonly text: string;
  readonly comments: readonly Span[];
  readonly tree: Tree;
  readonly names: Bindings;
  /** The other APIs of swan that the file uses. */
  readonly others: ReadonlySet<string>;
  /** The network API that is called, by where the call begins. */
  readonly apis: ReadonlyMap<number, ApiName | '*'>;
  /** The types that variables were found to have, so that none is worked out twice. */
  readonly types: Map<Binding, Expression['type']>;
}

export function contextOf(unit: SourceUnit, resolution: Resolution): Context {
  const { tree, names } = resolution;
  const others = new Set(resolution.others.keys());
  const sites = [...resolution.kept, ...resolution.calls].map(({ at, api }) => [at.start, api] as const);
  const types: Context['types'] = new Map();
  return { text: unit.text, comments: unit.comments, tree, names, others, apis: new Map(sites), types };
}

export interface Gap {
  /** The comments that were passed over. */
  readonly comments: readonly Span[];
  /** Where the next other character stands. */
  readonly end: number;
}

/** Passes white space and comments. */
export function skipGap({ text, comments }: Context, from: number, limit: number): Gap {
  const passed: Span[] = [];
  let at = from;
  let next = firstSpanFrom(comments, from);
  while (at < limit) {
    const comment = comments[next];
    if (comment?.start === at) {
      passed.push(comment);
      at = comment.end;
      next++;
    } else if (/\s/.test(text.charAt(at))) at++;
    else break;
  }
  return { comments: passed, end: at };
}

/** The leading white space of the line on which an offset lies. */
export function indentAt({ text }: Context, offset: number): string {
  let start = offset;
  while (start > 0 && !/[\r\n\u2028\u2029]/.test(text.charAt(start - 1))) start--;
  return /^\uFEFF?([^\S\uFEFF]*)/.exec(text.slice(start, offset))?.[1] ?? '';
}
