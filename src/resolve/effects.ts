// In: an expression. Out: what evaluating it may do: nothing, read, or more than that.
// Getters, `valueOf` and `toString` of the program's own objects count as harmless (docs/correctness.md).
// Knows nothing of sites.

import type { Bindings } from '../syntax/bindings.ts';
import { evaluationOf, type Deed } from '../syntax/evaluation.ts';
import type { Node } from '../syntax/tree.ts';
import { isHarmless } from './known-functions.ts';

/**
 * What evaluating an expression may do.
 * `none`: a literal or a function. `reads`: looks at variables and members (getters are taken as harmless).
 * `effects`: calls, assigns, awaits, or anything that cannot be told.
 */
export type Effect = 'none' | 'reads' | 'effects';

const order = { none: 0, reads: 1, effects: 2 } as const;

/** The strongest of an expression's effects. */
export function effectOf(names: Bindings, expression: Node): Effect {
  const { node, deeds, parts } = evaluationOf(expression);
  const own = strongest(deeds.map((deed) => effectOfDeed(names, deed, node)));
  return own === 'effects'
    ? own
    : strongest(
        parts.map((part) => effectOf(names, part)),
        own,
      );
}

function effectOfDeed(names: Bindings, deed: Deed, node: Node): Effect {
  switch (deed) {
    case 'value':
    case 'choice':
    case 'sequence':
    case 'text':
    case 'literal':
    case 'keyed':
      return 'none';
    case 'name':
      return node.type === 'Identifier' && isFixed(names, node) ? 'none' : 'reads';
    case 'surroundings':
    case 'member':
    case 'copied':
      return 'reads';
    case 'operator':
      return node.type === 'UnaryExpression' && isMore(node.operator) ? 'effects' : 'none';
    case 'call':
      return isCall(node) && isHarmless(node, names) ? 'reads' : 'effects';
    // An iterator may be anybody's.
    case 'iterated':
    case 'other':
      return 'effects';
  }
}

function isCall(node: Node): node is Parameters<typeof isHarmless>[0] {
  return node.type === 'CallExpression' || node.type === 'OptionalCallExpression' || node.type === 'NewExpression';
}

/** Than to look at a value. */
function isMore(operator: string): boolean {
  return operator === 'delete' || operator === 'throw';
}

/** It has one value, and has it already: nothing that runs before or behind it could tell. */
function isFixed(names: Bindings, id: Node & { type: 'Identifier' }): boolean {
  if (id.name === 'undefined' && names.isFree(id)) return true;
  const binding = names.bindingOf(id);
  const [declaration, other] = binding?.declarations ?? [];
  if (!binding || !declaration || other || binding.writes.length > 0) return false;
  return declaration.kind === 'param' && isOfArrow(names, declaration.node);
}

/** Without `arguments`, through which a parameter could be written to as well. */
function isOfArrow(names: Bindings, parameter: Node): boolean {
  return names.parentOf(parameter)?.type === 'ArrowFunctionExpression';
}

function strongest(effects: readonly Effect[], last: Effect = 'none'): Effect {
  let found = last;
  for (const effect of effects) {
    if (order[effect] > order[found]) found = effect;
  }
  return found;
}
