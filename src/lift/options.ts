// In: the arguments of a call. Out: the options, as far as they can be seen.
// A literal behind a variable counts only while nothing can have touched it. Knows nothing of targets.

import { requireApi, type ApiName } from '../apis.ts';
import type { ObjectLiteral, Options, OptionsSource } from '../ir.ts';
import { skipParentheses } from '../syntax/constant.ts';
import { isFunction } from '../syntax/scopes.ts';
import { spanOf } from '../syntax/positions.ts';
import { startOf, type Node } from '../syntax/tree.ts';
import { contains } from '../text/text.ts';
import type { Context } from './context.ts';
import { expressionOf } from './expression.ts';
import { findObject } from './object.ts';

/** @param first the first argument, or nothing */
export function optionsOf(context: Context, first: Node | undefined, api: ApiName): Options {
  if (!first) return { kind: 'none' };
  const at = spanOf(first);
  if (first.type === 'SpreadElement') return { kind: 'opaque', at, why: 'spread' };
  if (requireApi(api).takes === 'callback') return { kind: 'callback', at, value: expressionOf(context, first) };
  const object = findObject(context, first);
  if (object) return { kind: 'literal', object, at };
  const inner = skipParentheses(first);
  const known = inner.type === 'Identifier' ? findKnown(context, inner) : undefined;
  return { kind: 'opaque', at, why: sourceOf(context, inner), ...(known ? { known } : {}) };
}

function sourceOf({ names }: Context, node: Node): OptionsSource {
  switch (node.type) {
    case 'Identifier':
      return names.bindingOf(node)?.declarations[0]?.kind === 'param' ? 'parameter' : 'variable';
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return 'member';
    case 'CallExpression':
    case 'OptionalCallExpression':
      return 'call';
    default:
      return 'expression';
  }
}

/** The literal that a variable was made with, when nothing between there and here can have changed it. */
function findKnown(context: Context, id: Node): ObjectLiteral | undefined {
  const { names, tree } = context;
  const binding = names.bindingOf(id);
  const declaration = binding?.declarations[0];
  if (!declaration || binding.declarations.length !== 1 || binding.writes.length > 0) return undefined;
  const { node } = declaration;
  if (node.type !== 'VariableDeclarator' || node.id !== declaration.id || !node.init) return undefined;
  if (startOf(node) > startOf(id)) return undefined;
  const block = tree.parent(tree.parent(node) ?? node);
  const others = binding.reads.filter((read) => read !== id);
  if (others.length > 0) {
    // What stands behind the call runs after it only in the same function and outside of loops.
    if (others.some((read) => isHoisted(read) || (startOf(read) < startOf(id) && !isOtherBranch(read)))) {
      return undefined;
    }
    if (!isStraight(id)) return undefined;
  }
  return findObject(context, node.init);

  /** In a function that may have been called before the place where it stands. */
  function isHoisted(read: Node): boolean {
    for (let above = tree.parent(read); above && above !== block; above = tree.parent(above)) {
      if (above.type === 'FunctionDeclaration') return true;
    }
    return false;
  }

  /** In `test ? there : here`, or the same as statements: only one of the two runs. */
  function isOtherBranch(read: Node): boolean {
    for (let below = read, above = tree.parent(read); above && above !== block; above = tree.parent(above)) {
      if (above.type === 'ConditionalExpression' || above.type === 'IfStatement') {
        const { consequent, alternate } = above;
        if (alternate && contains(spanOf(alternate), spanOf(id))) return consequent === below;
      }
      below = above;
    }
    return false;
  }

  function isStraight(to: Node): boolean {
    for (let above = tree.parent(to); above && above !== block; above = tree.parent(above)) {
      if (isFunction(above) || /^(?:For|While|DoWhile)/.test(above.type) || above.type === 'LabeledStatement')
        return false;
    }
    return true;
  }
}
