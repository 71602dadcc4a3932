// In: an expression. Out: what evaluating it may do: nothing, read, or more than that.
// Getters, `valueOf` and `toString` of the program's own objects count as harmless (docs/correctness.md).
// Knows nothing of sites.

import { skipParentheses } from '../syntax/constant.ts';
import type { Bindings } from '../syntax/bindings.ts';
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
export function effectOf(names: Bindings, node: Node): Effect {
  const inner = skipParentheses(node);
  switch (inner.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
    case 'NullLiteral':
    case 'BigIntLiteral':
    case 'RegExpLiteral':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'TemplateElement':
      return 'none';
    case 'Identifier':
      return isFixed(names, inner) ? 'none' : 'reads';
    case 'ThisExpression':
    case 'Super':
    case 'MetaProperty':
      return 'reads';
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return strongest(
        ['reads', effectOf(names, inner.object)],
        inner.computed ? effectOf(names, inner.property) : 'none',
      );
    case 'TemplateLiteral':
      return strongest(inner.expressions.map((hole) => effectOf(names, hole)));
    case 'BinaryExpression':
      return strongest([effectOf(names, inner.left), effectOf(names, inner.right)]);
    case 'LogicalExpression':
      return strongest([effectOf(names, inner.left), effectOf(names, inner.right)]);
    case 'ConditionalExpression':
      return strongest([inner.test, inner.consequent, inner.alternate].map((part) => effectOf(names, part)));
    case 'UnaryExpression':
      return inner.operator === 'delete' || inner.operator === 'throw' ? 'effects' : effectOf(names, inner.argument);
    case 'SequenceExpression':
      return strongest(inner.expressions.map((part) => effectOf(names, part)));
    case 'ArrayExpression':
    case 'ObjectExpression':
      return literalEffect(names, inner);
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression': {
      if (!isHarmless(inner, names)) return 'effects';
      const callee = skipParentheses(inner.callee);
      const object = 'object' in callee ? [effectOf(names, callee.object)] : [];
      return strongest([...object, ...inner.arguments.map((argument) => effectOf(names, argument))], 'reads');
    }
    default:
      return 'effects';
  }
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

function literalEffect(names: Bindings, node: Node & { type: 'ArrayExpression' | 'ObjectExpression' }): Effect {
  if (node.type === 'ArrayExpression') {
    return strongest(
      node.elements.map((element) => {
        if (!element) return 'none';
        // A spread runs an iterator, which may be anybody's.
        return element.type === 'SpreadElement' ? 'effects' : effectOf(names, element);
      }),
    );
  }
  return strongest(
    node.properties.map((property) => {
      if (property.type === 'SpreadElement') return strongest(['reads', effectOf(names, property.argument)]);
      const key = property.computed ? effectOf(names, property.key) : 'none';
      return property.type === 'ObjectMethod' ? key : strongest([key, effectOf(names, property.value)]);
    }),
  );
}

function strongest(effects: readonly Effect[], last: Effect = 'none'): Effect {
  let found = last;
  for (const effect of effects) {
    if (order[effect] > order[found]) found = effect;
  }
  return found;
}
