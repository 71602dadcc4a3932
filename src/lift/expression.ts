// In: an expression of the program. Out: what can be said about it without running it: value, type, effect.
// Where it cannot be told the answer is the careful one: `effects`, `unknown`, not stable.
// Knows nothing of swan.

import type { Effect, Expression } from '../ir.ts';
import { findConstant, findConstInit, unwrap } from '../resolve/constant.ts';
import { isFunction } from '../resolve/names.ts';
import { spanOf } from '../resolve/positions.ts';
import { eachChild } from '../resolve/children.ts';
import type { Node } from '../resolve/tree.ts';
import { callbackOf } from './callback.ts';
import type { Context } from './context.ts';
import { isHarmless } from './harmless.ts';
import { objectOf } from './object.ts';
import { mayThrow } from './throws.ts';
import { maxDepth, mayBeEmpty, typeOf } from './type.ts';

export function expressionOf(context: Context, node: Node): Expression {
  const { names } = context;
  const inner = unwrap(node);
  const constant = findConstant(inner, names);
  const array = inner.type === 'ArrayExpression' ? arrayOf(context, inner) : undefined;
  const effect = effectOf(context, inner);
  const type = typeOf(context, inner);
  const prefix = constant ? undefined : findPrefix(context, inner)?.text;
  return {
    at: spanOf(node),
    ...(constant ? { constant: { value: constant.value } } : {}),
    ...(prefix ? { prefix } : {}),
    effect,
    ...(inner.type === 'Identifier' ? { name: inner.name } : {}),
    mayThrow: mayThrow(context, inner),
    suspends: effect === 'effects' && suspends(inner),
    stable: isStable(context, inner),
    type,
    mayBeEmpty: type === 'string' && mayBeEmpty(context, inner),
    jsonSafe: isJsonSafe(context, inner),
    ...(inner.type === 'ObjectExpression' ? { object: objectOf(context, inner) } : {}),
    ...(array ? { array } : {}),
    ...(isFunction(inner) ? { callback: callbackOf(context, inner) } : {}),
  };
}

function arrayOf(context: Context, node: Node & { type: 'ArrayExpression' }): Expression[] | undefined {
  const items: Expression[] = [];
  for (const element of node.elements) {
    if (!element || element.type === 'SpreadElement') return undefined;
    items.push(expressionOf(context, element));
  }
  return items;
}

interface Prefix {
  readonly text: string;
  /** Nothing follows. */
  readonly isWhole: boolean;
}

/** The constant text that a string begins with. */
function findPrefix(context: Context, node: Node, depth = 0): Prefix | undefined {
  const inner = unwrap(node);
  if (depth > maxDepth) return undefined;
  const known = findConstant(inner, context.names);
  if (known) return typeof known.value === 'string' ? { text: known.value, isWhole: true } : undefined;
  if (inner.type === 'BinaryExpression' && inner.operator === '+') {
    const left = findPrefix(context, inner.left, depth + 1);
    return left?.isWhole ? append(left.text, findPrefix(context, inner.right, depth + 1)) : left;
  }
  if (inner.type === 'TemplateLiteral') {
    let text = '';
    for (const [at, quasi] of inner.quasis.entries()) {
      text += quasi.value.cooked ?? '';
      const hole = inner.expressions[at];
      const next = hole && findPrefix(context, hole, depth + 1);
      if (!next?.isWhole) return append(text, next);
      text += next.text;
    }
  }
  const init = inner.type === 'Identifier' ? findConstInit(inner, context.names) : undefined;
  return init && findPrefix(context, init, depth + 1);
}

function append(text: string, next: Prefix | undefined): Prefix {
  return { text: text + (next?.text ?? ''), isWhole: next?.isWhole ?? false };
}

const order = { none: 0, reads: 1, effects: 2 } as const;

/** The strongest of an expression's effects. */
export function effectOf(context: Context, node: Node): Effect {
  const inner = unwrap(node);
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
      return inner.name === 'undefined' && context.names.isFree(inner) ? 'none' : 'reads';
    case 'ThisExpression':
    case 'Super':
    case 'MetaProperty':
      return 'reads';
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return strongest(
        ['reads', effectOf(context, inner.object)],
        inner.computed ? effectOf(context, inner.property) : 'none',
      );
    case 'TemplateLiteral':
      return strongest(inner.expressions.map((hole) => effectOf(context, hole)));
    case 'BinaryExpression':
      return strongest([effectOf(context, inner.left), effectOf(context, inner.right)]);
    case 'LogicalExpression':
      return strongest([effectOf(context, inner.left), effectOf(context, inner.right)]);
    case 'ConditionalExpression':
      return strongest([inner.test, inner.consequent, inner.alternate].map((part) => effectOf(context, part)));
    case 'UnaryExpression':
      return inner.operator === 'delete' || inner.operator === 'throw' ? 'effects' : effectOf(context, inner.argument);
    case 'SequenceExpression':
      return strongest(inner.expressions.map((part) => effectOf(context, part)));
    case 'ArrayExpression':
      return strongest(
        inner.elements.map((element) => {
          if (!element) return 'none';
          // A spread runs an iterator, which may be anybody's.
          return element.type === 'SpreadElement' ? 'effects' : effectOf(context, element);
        }),
      );
    case 'ObjectExpression':
      return strongest(
        inner.properties.map((property) => {
          if (property.type === 'SpreadElement') return strongest(['reads', effectOf(context, property.argument)]);
          const key = property.computed ? effectOf(context, property.key) : 'none';
          return property.type === 'ObjectMethod' ? key : strongest([key, effectOf(context, property.value)]);
        }),
      );
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression': {
      if (!isHarmless(inner, context.names)) return 'effects';
      const callee = unwrap(inner.callee);
      const object = 'object' in callee ? [effectOf(context, callee.object)] : [];
      return strongest([...object, ...inner.arguments.map((argument) => effectOf(context, argument))], 'reads');
    }
    default:
      return 'effects';
  }
}

function strongest(effects: readonly Effect[], last: Effect = 'none'): Effect {
  let found = last;
  for (const effect of effects) {
    if (order[effect] > order[found]) found = effect;
  }
  return found;
}

/** An `await` or `yield` that belongs to the function around the expression. */
function suspends(node: Node): boolean {
  const stack: Node[] = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.type === 'AwaitExpression' || next.type === 'YieldExpression') return true;
    if (isFunction(next)) {
      if (
        next.type !== 'FunctionExpression' &&
        next.type !== 'ArrowFunctionExpression' &&
        next.type !== 'FunctionDeclaration'
      ) {
        // A computed key is evaluated outside of its method.
        if (next.computed) stack.push(next.key);
      }
      continue;
    }
    if (next.type === 'StaticBlock') continue;
    eachChild(next, (child) => stack.push(child));
  }
  return false;
}

function isStable(context: Context, node: Node, depth = 0): boolean {
  const inner = unwrap(node);
  if (depth > maxDepth) return false;
  if (findConstant(inner, context.names) || isFunction(inner)) return true;
  switch (inner.type) {
    case 'TemplateLiteral':
      return inner.expressions.every((hole) => isStablePrimitive(context, hole, depth));
    case 'BinaryExpression':
      return isStablePrimitive(context, inner.left, depth) && isStablePrimitive(context, inner.right, depth);
    case 'Identifier': {
      const init = findConstInit(inner, context.names);
      return init !== undefined && isStablePrimitive(context, init, depth);
    }
    case 'ObjectExpression':
      return inner.properties.every(
        (property) =>
          property.type === 'ObjectProperty' &&
          (!property.computed || isStablePrimitive(context, property.key, depth)) &&
          isStable(context, property.value, depth + 1),
      );
    case 'ArrayExpression':
      return inner.elements.every(
        (element) => element !== null && element.type !== 'SpreadElement' && isStable(context, element, depth + 1),
      );
    default:
      return false;
  }
}

/** Stable, and not an object that another name may change. */
function isStablePrimitive(context: Context, node: Node, depth: number): boolean {
  const inner = unwrap(node);
  if (inner.type === 'ObjectExpression' || inner.type === 'ArrayExpression' || isFunction(inner)) return false;
  return isStable(context, inner, depth + 1);
}

function isJsonSafe(context: Context, node: Node, depth = 0): boolean {
  const inner = unwrap(node);
  if (depth > maxDepth) return false;
  if (inner.type === 'ObjectExpression') {
    return inner.properties.every((property) => {
      if (property.type !== 'ObjectProperty') return false;
      const { key } = property;
      if (property.computed && key.type !== 'StringLiteral') return false;
      const name = key.type === 'Identifier' ? key.name : key.type === 'StringLiteral' ? key.value : '';
      return name !== 'toJSON' && name !== '__proto__' && isJsonSafe(context, property.value, depth + 1);
    });
  }
  if (inner.type === 'ArrayExpression') {
    return inner.elements.every(
      (element) => element !== null && element.type !== 'SpreadElement' && isJsonSafe(context, element, depth + 1),
    );
  }
  const known = findConstant(inner, context.names);
  if (known) return true;
  const type = typeOf(context, inner);
  return type === 'string' || type === 'number' || type === 'boolean';
}
