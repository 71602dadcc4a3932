// In: an expression. Out: whether evaluating it may throw. Where it cannot be told, it may.
// Only what is sure of itself does not: literals, functions, names that have their value by then, choices between those.
// Knows nothing of swan.

import { findConstant } from '../syntax/constant.ts';
import { evaluationOf, type Deed } from '../syntax/evaluation.ts';
import { startOf, type Node } from '../syntax/tree.ts';
import type { Context } from './context.ts';

export function mayThrow(context: Context, expression: Node): boolean {
  const { node, deeds, parts } = evaluationOf(expression);
  if (findConstant(node, context.names)) return false;
  return deeds.some((deed) => isDangerous(context, deed, node)) || parts.some((part) => mayThrow(context, part));
}

function isDangerous(context: Context, deed: Deed, node: Node): boolean {
  switch (deed) {
    case 'value':
    case 'choice':
    case 'literal':
    // What becomes text or a number is taken to do so without a word, as getters are.
    case 'text':
      return false;
    case 'name':
      return !isSurelyThere(context, node);
    case 'operator':
      return 'operator' in node && demanding.has(node.operator);
    default:
      return true;
  }
}

/** Operators that ask something of their sides, or do more than look at them. */
const demanding: ReadonlySet<string> = new Set(['in', 'instanceof', 'delete', 'throw']);

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
