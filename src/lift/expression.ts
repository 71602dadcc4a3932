// In: an expression of the program. Out: what can be said about it without running it, when it is asked: value, type, effect.
// Where it cannot be told the answer is the careful one: `effects`, `unknown`, not stable.
// Knows nothing of swan.

import type { Callback, Constant, Effect, Expression, ObjectLiteral } from '../ir.ts';
import { findConstant, findConstInit, skipParentheses, type Known } from '../syntax/constant.ts';
import { isFunction } from '../syntax/scopes.ts';
import { spanOf } from '../syntax/positions.ts';
import { isExportedName } from '../syntax/export-places.ts';
import { eachChild } from '../syntax/children.ts';
import type { Node } from '../syntax/tree.ts';
import type { Span } from '../text/text.ts';
import { callbackOf } from './callback.ts';
import type { Context } from './context.ts';
import { effectOf } from '../resolve/effects.ts';
import { objectOf } from './object.ts';
import { mayThrow } from './throws.ts';
import { maxDepth, mayBeEmpty, typeOf } from './type.ts';

export function expressionOf(context: Context, node: Node): Expression {
  return new SeenExpression(context, node);
}

/**
 * Each fact is found when it is asked for first: of most options a target asks for none, and of the others for few.
 * What costs as much as the option is long, and may be asked for again, is kept.
 */
class SeenExpression implements Expression {
  readonly at: Span;
  readonly #context: Context;
  readonly #inner: Node;
  #constant: Known | 'none' | undefined;
  #effect: Effect | undefined;
  #type: Expression['type'] | undefined;
  #object: ObjectLiteral | undefined;
  #array: readonly Expression[] | undefined;
  #callback: Callback | undefined;

  constructor(context: Context, node: Node) {
    this.at = spanOf(node);
    this.#context = context;
    this.#inner = skipParentheses(node);
  }

  get constant(): Known | undefined {
    this.#constant ??= findConstant(this.#inner, this.#context.names) ?? 'none';
    return this.#constant === 'none' ? undefined : this.#constant;
  }

  get choices(): readonly Constant[] | undefined {
    return this.constant ? undefined : choicesOf(this.#context, this.#inner);
  }

  get prefix(): string | undefined {
    const text = this.constant ? undefined : findPrefix(this.#context, this.#inner)?.text;
    return text === '' ? undefined : text;
  }

  get effect(): Effect {
    return (this.#effect ??= effectOf(this.#context.names, this.#inner));
  }

  get name(): string | undefined {
    return this.#inner.type === 'Identifier' ? this.#inner.name : undefined;
  }

  get isOnlyRead(): boolean {
    return isOnlyRead(this.#context, this.#inner);
  }

  get mayThrow(): boolean {
    return mayThrow(this.#context, this.#inner);
  }

  get suspends(): boolean {
    return this.effect === 'effects' && suspends(this.#inner);
  }

  get stable(): boolean {
    return isStable(this.#context, this.#inner);
  }

  get type(): Expression['type'] {
    return (this.#type ??= typeOf(this.#context, this.#inner));
  }

  get mayBeEmpty(): boolean {
    return this.type === 'string' && mayBeEmpty(this.#context, this.#inner);
  }

  get jsonSafe(): boolean {
    return isJsonSafe(this.#context, this.#inner);
  }

  get object(): ObjectLiteral | undefined {
    if (this.#inner.type !== 'ObjectExpression') return undefined;
    return (this.#object ??= objectOf(this.#context, this.#inner));
  }

  get array(): readonly Expression[] | undefined {
    if (this.#inner.type !== 'ArrayExpression') return undefined;
    return (this.#array ??= arrayOf(this.#context, this.#inner));
  }

  get callback(): Callback | undefined {
    if (!isFunction(this.#inner)) return undefined;
    return (this.#callback ??= callbackOf(this.#context, this.#inner));
  }
}

function isOnlyRead({ names, tree }: Context, node: Node): boolean {
  const binding = node.type === 'Identifier' ? names.bindingOf(node) : undefined;
  if (binding?.reads.length !== 1 || binding.declarations.some(({ kind }) => kind === 'param' || kind === 'catch'))
    return false;
  return !isExportedName(tree, binding) && names.of(binding.name).types.length === 0;
}

function arrayOf(context: Context, node: Node & { type: 'ArrayExpression' }): Expression[] | undefined {
  const items: Expression[] = [];
  for (const element of node.elements) {
    if (!element || element.type === 'SpreadElement') return undefined;
    items.push(expressionOf(context, element));
  }
  return items;
}

/** Only what the expression itself says: a variable may be read before it is given any of its values. */
function choicesOf(context: Context, node: Node, depth = 0): Constant[] | undefined {
  const inner = skipParentheses(node);
  const known = findConstant(inner, context.names);
  if (known) return [known.value];
  if (inner.type !== 'ConditionalExpression' || depth > maxDepth) return undefined;
  const one = choicesOf(context, inner.consequent, depth + 1);
  const other = one && choicesOf(context, inner.alternate, depth + 1);
  return other && [...one, ...other];
}

interface Prefix {
  readonly text: string;
  /** Nothing follows. */
  readonly isWhole: boolean;
}

/** The constant text that a string begins with. */
function findPrefix(context: Context, node: Node, depth = 0): Prefix | undefined {
  const inner = skipParentheses(node);
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
  const inner = skipParentheses(node);
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
  const inner = skipParentheses(node);
  if (inner.type === 'ObjectExpression' || inner.type === 'ArrayExpression' || isFunction(inner)) return false;
  return isStable(context, inner, depth + 1);
}

function isJsonSafe(context: Context, node: Node, depth = 0): boolean {
  const inner = skipParentheses(node);
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
