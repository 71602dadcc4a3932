// In: the options of a call inside a promise's executor. Out: how a callback settles the promise, when that is all it does.
// A callback that might throw is no such callback: a promise would reject where the program's own went on waiting.
// Knows nothing of targets.

import type { Settling } from '../ir.ts';
import { findKey, skipParentheses } from '../syntax/constant.ts';
import { evaluationOf } from '../syntax/evaluation.ts';
import { spanOf } from '../syntax/positions.ts';
import type { Node } from '../syntax/tree.ts';
import type { Context } from './context.ts';

/** `settle` is the name of the executor's own function, `resolve` or `reject`. */
export function settlingOf(
  context: Context,
  options: Node | undefined,
  key: 'success' | 'fail',
  settle: string,
): Settling | undefined {
  if (options?.type !== 'ObjectExpression') return undefined;
  const property = options.properties.find(
    (one) => one.type !== 'SpreadElement' && findKey(one, context.names) === key,
  );
  if (!property || property.type === 'SpreadElement') return undefined;
  const callback = property.type === 'ObjectMethod' ? property : skipParentheses(property.value);
  if (callback.type === 'Identifier') return callback.name === settle ? { kind: 'whole' } : undefined;
  return partOf(callback, settle);
}

function partOf(fn: Node, settle: string): Settling | undefined {
  if (fn.type !== 'ArrowFunctionExpression' && fn.type !== 'FunctionExpression' && fn.type !== 'ObjectMethod') {
    return undefined;
  }
  if (fn.async || fn.generator || fn.params.length > 1 || (fn.type === 'ObjectMethod' && fn.kind !== 'method')) {
    return undefined;
  }
  const call = onlyCall(fn.body);
  if (call?.type !== 'CallExpression' || call.callee.type !== 'Identifier' || call.callee.name !== settle) {
    return undefined;
  }
  const [param] = fn.params;
  const names = param ? namesOf(param) : [];
  const [value] = call.arguments;
  if (!names || call.arguments.length > 1 || (value && !isSafe(value, names))) return undefined;
  // `err => reject(err)` is `reject`.
  if (isSame(param, value)) return { kind: 'whole' };
  return {
    kind: 'part',
    ...(param ? { param: spanOf(param) } : {}),
    isPlain: param?.type === 'Identifier' && !param.typeAnnotation,
    ...(value ? { value: spanOf(value) } : {}),
    isObject: value !== undefined && skipParentheses(value).type === 'ObjectExpression',
  };
}

function isSame(param: Node | undefined, value: Node | undefined): boolean {
  const isBare = param?.type === 'Identifier' && !param.typeAnnotation;
  return isBare && value?.type === 'Identifier' && value.name === param.name;
}

function onlyCall(body: Node): Node | undefined {
  if (body.type !== 'BlockStatement') return skipParentheses(body);
  const [statement, more] = body.body;
  if (!statement || more || body.directives.length > 0) return undefined;
  if (statement.type === 'ExpressionStatement') return skipParentheses(statement.expression);
  return statement.type === 'ReturnStatement' && statement.argument ? skipParentheses(statement.argument) : undefined;
}

/** The names that a parameter gives to the result or to its members; nothing where a pattern digs deeper. */
function namesOf(param: Node): string[] | undefined {
  if (param.type === 'Identifier') return [param.name];
  if (param.type !== 'ObjectPattern') return undefined;
  const names: string[] = [];
  for (const property of param.properties) {
    if (property.type !== 'ObjectProperty' || property.computed || property.value.type !== 'Identifier')
      return undefined;
    names.push(property.value.name);
  }
  return names;
}

/** `complete: () => {}`: without it the call does the same. */
export function doesNothing({ names }: Context, options: Node | undefined, key: string): boolean {
  if (options?.type !== 'ObjectExpression') return false;
  const property = options.properties.find((one) => one.type !== 'SpreadElement' && findKey(one, names) === key);
  if (!property || property.type === 'SpreadElement') return false;
  const fn = property.type === 'ObjectMethod' ? property : skipParentheses(property.value);
  const isFunction = fn.type === 'ArrowFunctionExpression' || fn.type === 'FunctionExpression';
  if (!isFunction && !(fn.type === 'ObjectMethod' && fn.kind === 'method')) return false;
  // A default or a pattern may do something.
  const isPlain = fn.params.every(({ type }) => type === 'Identifier');
  const isNamed = fn.type !== 'ObjectMethod' || !fn.computed;
  return isPlain && isNamed && fn.body.type === 'BlockStatement' && fn.body.body.length === 0;
}

/** What the document says is text or a number: it can stand in a text without throwing. */
const plainMembers: ReadonlySet<string> = new Set(['errCode', 'errMsg', 'statusCode']);
const textLiterals: ReadonlySet<string> = new Set(['StringLiteral', 'NumericLiteral']);
const plainLiterals: ReadonlySet<string> = new Set([...textLiterals, 'BooleanLiteral', 'NullLiteral']);

/** Cannot throw: the result itself, a member of it, text made of those. `isInText`: it becomes a part of one. */
function isSafe(expression: Node, names: readonly string[], isInText = false): boolean {
  const { node, deeds, parts } = evaluationOf(expression);
  const [deed] = deeds.length === 1 ? deeds : [];
  switch (deed) {
    case 'value':
      return (isInText ? textLiterals : plainLiterals).has(node.type);
    case 'name':
      return !isInText && node.type === 'Identifier' && names.includes(node.name);
    case 'member':
      return isMemberOfResult(node, names, isInText);
    case 'text':
    case 'operator':
      return (
        (node.type === 'TemplateLiteral' || (node.type === 'BinaryExpression' && node.operator === '+')) &&
        parts.every((part) => isSafe(part, names, true))
      );
    case 'literal':
      return !isInText && node.type === 'ObjectExpression' && parts.every((part) => isSafe(part, names));
    default:
      return false;
  }
}

function isMemberOfResult(node: Node, names: readonly string[], isInText: boolean): boolean {
  if (node.type !== 'MemberExpression' || node.computed || node.object.type !== 'Identifier') return false;
  if (names.length !== 1 || names[0] !== node.object.name) return false;
  return !isInText || (node.property.type === 'Identifier' && plainMembers.has(node.property.name));
}
