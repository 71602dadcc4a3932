// In: an expression. Out: the type of its value where the text alone proves it, also through variables of which every
// assignment can be seen. Where it cannot be told the answer is `unknown`.
// Knows nothing of swan.

import type { Expression } from '../ir.ts';
import { findConstant, findConstInit, findKey, findMember, skipParentheses } from '../syntax/constant.ts';
import type { Binding, Bindings } from '../syntax/bindings.ts';
import { typeGivenBy } from '../resolve/known-functions.ts';
import type { Node } from '../syntax/tree.ts';
import type { Context } from './context.ts';
import { findAssigned, initialisersBefore, isOverwritten } from './local.ts';

export const maxDepth = 30;

type Type = Expression['type'];

/** A variable that is taken to have this type while its own values are looked at. */
interface Own {
  readonly binding: Binding;
  readonly type: Type;
}

/** The type that a value has whenever the expression is evaluated. `own` is the variable whose values are being looked at. */
export function typeOf(context: Context, node: Node, depth = 0, own?: Own): Type {
  const inner = skipParentheses(node);
  if (depth > maxDepth) return 'unknown';
  const known = findConstant(inner, context.names);
  if (
    known &&
    (typeof known.value === 'string' || typeof known.value === 'number' || typeof known.value === 'boolean')
  ) {
    return typeof known.value as 'string' | 'number' | 'boolean';
  }
  switch (inner.type) {
    case 'TemplateLiteral':
      return 'string';
    case 'ObjectExpression':
      return 'object';
    case 'ArrayExpression':
      return 'array';
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ObjectMethod':
      return 'function';
    case 'UnaryExpression':
      if (inner.operator === '!' || inner.operator === 'delete') return 'boolean';
      if (inner.operator === 'typeof') return 'string';
      return inner.operator === '+' ? 'number' : 'unknown';
    case 'BinaryExpression': {
      if (comparisons.has(inner.operator)) return 'boolean';
      const left = typeOf(context, inner.left, depth + 1, own);
      const right = typeOf(context, inner.right, depth + 1, own);
      if (inner.operator === '+' && (left === 'string' || right === 'string')) return 'string';
      return left === 'number' && right === 'number' ? 'number' : 'unknown';
    }
    case 'ConditionalExpression':
      return same(typeOf(context, inner.consequent, depth + 1, own), typeOf(context, inner.alternate, depth + 1, own));
    case 'LogicalExpression':
      return same(typeOf(context, inner.left, depth + 1, own), typeOf(context, inner.right, depth + 1, own));
    // What an object is made of can change, that it is one cannot; but `toJSON` can be added to it.
    case 'Identifier':
      return variableType(context, inner, depth, own);
    case 'CallExpression':
      return callType(context, inner);
    default:
      return 'unknown';
  }
}

function callType({ names }: Context, call: Node & { type: 'CallExpression' }): Type {
  const callee = skipParentheses(call.callee);
  if (callee.type === 'MemberExpression') return isJsonText(call, callee, names) ? 'string' : 'unknown';
  return typeGivenBy(callee, names) ?? 'unknown';
}

/** `JSON.stringify` of a literal that cannot stand for nothing, as what brings a `toJSON` of its own can. */
function isJsonText(
  { arguments: given }: Node & { type: 'CallExpression' },
  callee: Node & { type: 'MemberExpression' },
  names: Bindings,
): boolean {
  const [value, more] = given;
  const object = skipParentheses(callee.object);
  if (!value || more || object.type !== 'Identifier' || object.name !== 'JSON' || !names.isFree(object)) return false;
  if (findMember(callee, names) !== 'stringify') return false;
  const literal = skipParentheses(value);
  if (literal.type === 'ArrayExpression') return true;
  return (
    literal.type === 'ObjectExpression' &&
    literal.properties.every((one) => {
      const key = one.type === 'SpreadElement' ? undefined : findKey(one, names);
      return key !== undefined && key !== 'toJSON' && key !== '__proto__';
    })
  );
}

function same(a: Type, b: Type): Type {
  return a === b ? a : 'unknown';
}

const comparisons = new Set(['==', '===', '!=', '!==', '<', '<=', '>', '>=', 'in', 'instanceof']);

function variableType(context: Context, id: Node & { type: 'Identifier' }, depth: number, own?: Own): Type {
  const { names, types } = context;
  if (!names.mayBeInitialised(id.name)) return 'unknown';
  const binding = names.bindingOf(id);
  if (!binding) return 'unknown';
  if (binding === own?.binding) return own.type;
  // A constant has one value or none.
  if (!findConstInit(id, names)) {
    const assigned = findAssigned(context, binding);
    if (!assigned || initialisersBefore(context, id, assigned).length === 0) return 'unknown';
  }
  const known = types.get(binding);
  if (known !== undefined) return known;
  // A variable that leads back to itself by way of another has no type that could be told.
  types.set(binding, 'unknown');
  const type = bindingType(context, binding, depth + 1);
  types.set(binding, type);
  return type;
}

/** The type that everything assigned to the variable has, given that the variable itself has it. */
function bindingType(context: Context, binding: Binding, depth: number): Type {
  const [first, ...others] = findAssigned(context, binding) ?? [];
  if (!first) return 'unknown';
  const type = typeOf(context, first.value, depth);
  const isAlways = others.every(({ value, isAdded }) => {
    const next = typeOf(context, value, depth, { binding, type });
    return isAdded ? type === 'string' || (type === 'number' && next === 'number') : next === type;
  });
  return isAlways ? type : 'unknown';
}

/** The value is the empty string in a case that can be seen. */
export function mayBeEmpty(context: Context, node: Node, depth = 0): boolean {
  const inner = skipParentheses(node);
  const again = (part: Node): boolean => mayBeEmpty(context, part, depth + 1);
  if (depth > 4) return false;
  const known = findConstant(inner, context.names);
  if (known) return known.value === '';
  if (inner.type === 'ConditionalExpression') return again(inner.consequent) || again(inner.alternate);
  if (inner.type === 'LogicalExpression') return again(inner.right);
  const binding = inner.type === 'Identifier' ? context.names.bindingOf(inner) : undefined;
  if (inner.type !== 'Identifier' || !binding || !context.names.mayBeInitialised(inner.name)) return false;
  const assigned = findAssigned(context, binding) ?? [];
  return assigned.some((one) => !isOverwritten(context, inner.name, one, inner) && again(one.value));
}
