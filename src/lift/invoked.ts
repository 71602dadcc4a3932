// In: an API that is used as a value. Out: the call that `.call`, `.apply` or `.bind` makes of it at once, with the
// argument that the API is given. Knows nothing of swan and nothing of targets.

import type { CallExpression, OptionalCallExpression } from '@babel/types';
import type { NetworkValue } from '../ir.ts';
import { findMember, skipParentheses } from '../syntax/constant.ts';
import { climbParentheses } from '../syntax/positions.ts';
import type { Node } from '../syntax/tree.ts';
import type { Context } from './context.ts';

type Call = CallExpression | OptionalCallExpression;

export interface Invocation {
  /** `swan.request.call(swan, options)` */
  readonly node: Call;
  /** The API, as written. */
  readonly callee: Node;
  /** What the API is given: nothing where that cannot be seen. */
  readonly given: Call['arguments'];
  readonly isBound: boolean;
}

export function findInvocation(context: Context, value: NetworkValue): Invocation | undefined {
  const { tree, names } = context;
  const callee = nodeOf(context, value);
  const member = callee && tree.parent(climbParentheses(tree, callee));
  if (!callee || (member?.type !== 'MemberExpression' && member?.type !== 'OptionalMemberExpression')) return undefined;
  const method = findMember(member, names);
  const top = climbParentheses(tree, member);
  const link = tree.link(top);
  const node = link?.parent;
  if ((node?.type !== 'CallExpression' && node?.type !== 'OptionalCallExpression') || link?.key !== 'callee') {
    return undefined;
  }
  const given = givenBy(method, node);
  return given && { node, callee, given, isBound: method === 'bind' };
}

function givenBy(method: string | undefined, { arguments: [self, ...others] }: Call): Call['arguments'] | undefined {
  if (!self || self.type === 'SpreadElement') return undefined;
  if (method === 'call' || method === 'bind') return others;
  const [list] = others;
  if (method !== 'apply' || !list || others.length > 1) return undefined;
  const array = skipParentheses(list);
  if (array.type !== 'ArrayExpression') return undefined;
  const items = array.elements.filter((item) => item !== null);
  return items.length === array.elements.length ? items : undefined;
}

/** The node that a value's span is of: a name, or a member expression that ends with the name of its API. */
function nodeOf({ tree, text }: Context, { api, at }: NetworkValue): Node | undefined {
  const isHere = (node: Node): boolean => node.start === at.start && node.end === at.end;
  const written = text.slice(at.start, at.end);
  for (const word of new Set([written, api])) {
    if (!/^[\w$]+$/.test(word)) continue;
    for (const node of tree.occurrences(word)) {
      let above: Node | undefined = node;
      while (above && (above.start ?? 0) >= at.start && !isHere(above)) above = tree.parent(above);
      if (above && isHere(above)) return above;
    }
  }
  return undefined;
}
