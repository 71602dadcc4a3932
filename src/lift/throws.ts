// In: an expression. Out: whether evaluating it may throw. Where it cannot be told, it may.
// Only what is sure of itself does not: literals, functions, names that have their value by then, choices between those.
// Knows nothing of swan.

import { findConstant, skipParentheses } from '../syntax/constant.ts';
import { isFunction } from '../syntax/scopes.ts';
import { startOf, type Node } from '../syntax/tree.ts';
import type { Context } from './context.ts';

/** An operator that asks nothing of its sides. */
function isPlain(operator: string): boolean {
  return operator !== 'in' && operator !== 'instanceof';
}

export function mayThrow(context: Context, node: Node): boolean {
  const inner = skipParentheses(node);
  const again = (part: Node): boolean => mayThrow(context, part);
  if (isFunction(inner) || findConstant(inner, context.names)) return false;
  switch (inner.type) {
    case 'Identifier':
      return !isSurelyThere(context, inner);
    case 'ConditionalExpression':
      return again(inner.test) || again(inner.consequent) || again(inner.alternate);
    case 'LogicalExpression':
      return again(inner.left) || again(inner.right);
    case 'UnaryExpression':
      return inner.operator === 'delete' || inner.operator === 'throw' || again(inner.argument);
    // What becomes text or a number is taken to do so without a word, as getters are.
    case 'BinaryExpression':
      return !isPlain(inner.operator) || again(inner.left) || again(inner.right);
    case 'TemplateLiteral':
      return inner.expressions.some(again);
    case 'ObjectExpression':
      return inner.properties.some(
        (property) => property.type !== 'ObjectProperty' || property.computed || again(property.value),
      );
    case 'ArrayExpression':
      return inner.elements.some((element) => element !== null && (element.type === 'SpreadElement' || again(element)));
    default:
      return true;
  }
}

/** A name of the file that was declared before: one that is read too early throws, as one does that nobody declared. */
function isSurelyThere({ names }: Context, id: Node): boolean {
  const binding = names.bindingOf(id);
  return (
    binding?.declarations.some(
      ({ kind, id: declared }) =>
        kind === 'param' || kind === 'var' || kind === 'function' || startOf(declared) < startOf(id),
    ) ?? false
  );
}
