// In: a call in its place. Out: what the program does with what the call returns.
// A task that is kept in a variable is followed as long as only its methods are called.
// Knows nothing of options.

import type { Result } from '../ir.ts';
import { findConstInit, findMember, skipParentheses } from '../syntax/constant.ts';
import { isFunction } from '../syntax/scopes.ts';
import { climbParentheses, findTest } from '../syntax/positions.ts';
import type { Node } from '../syntax/tree.ts';
import type { Context } from './context.ts';

const escapes: Result = { kind: 'escapes' };
const unused: Result = { kind: 'unused' };

/** `isSite` tells the other network calls, whose tasks may share a variable with this one. */
export function resultOf(context: Context, call: Node, isSite: (node: Node) => boolean): Result {
  const { tree, names } = context;
  const top = climbParentheses(tree, call);
  const link = tree.link(top);
  if (!link || isUnused(context, top)) return unused;
  const { parent, key } = link;
  switch (parent.type) {
    case 'AwaitExpression':
      return { kind: 'awaited' };
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      if (key !== 'object') return escapes;
      const method = findMember(parent, names);
      return method !== undefined && isCalled(context, parent) ? { kind: 'task', methods: [method] } : escapes;
    }
    case 'VariableDeclarator':
      return key === 'init' && parent.id.type === 'Identifier' ? variableResult(context, parent.id, isSite) : escapes;
    case 'AssignmentExpression': {
      if (key !== 'right' || parent.operator !== '=' || !isUnused(context, parent)) return escapes;
      const left = skipParentheses(parent.left);
      return left.type === 'Identifier' ? variableResult(context, left, isSite) : escapes;
    }
    default:
      return escapes;
  }
}

function isCalled({ tree }: Context, member: Node): boolean {
  const top = climbParentheses(tree, member);
  const parent = tree.parent(top);
  return (parent?.type === 'CallExpression' || parent?.type === 'OptionalCallExpression') && parent.callee === top;
}

/** The variable holds nothing but tasks and nothing, and only its methods are called. */
function variableResult(context: Context, id: Node, isSite: (node: Node) => boolean): Result {
  const { tree, names } = context;
  const binding = names.bindingOf(id);
  if (!binding) return escapes;
  for (const { node } of binding.declarations) {
    if (node.type !== 'VariableDeclarator' || isExported(context, node)) return escapes;
    if (node.init && !isTaskOrNothing(context, node.init, isSite)) return escapes;
    if (tree.link(tree.parent(node) ?? node)?.key === 'left') return escapes;
  }
  for (const write of binding.writes) {
    const parent = tree.parent(climbParentheses(tree, write));
    if (parent?.type !== 'AssignmentExpression' || parent.operator !== '=') return escapes;
    if (!isTaskOrNothing(context, parent.right, isSite)) return escapes;
  }
  const methods = new Set<string>();
  for (const read of binding.reads) {
    const top = climbParentheses(tree, read);
    const parent = tree.parent(top);
    if (findTest(tree, names, top)) continue;
    const isObject =
      (parent?.type === 'MemberExpression' || parent?.type === 'OptionalMemberExpression') && parent.object === top;
    const method = isObject ? findMember(parent, names) : undefined;
    if (!isObject || method === undefined) return escapes;
    if (!isCalled(context, parent) && !findTest(tree, names, climbParentheses(tree, parent))) return escapes;
    methods.add(method);
  }
  return { kind: 'task', methods: [...methods] };
}

function isExported({ tree }: Context, declarator: Node): boolean {
  const declaration = tree.parent(declarator);
  return declaration !== undefined && tree.parent(declaration)?.type === 'ExportNamedDeclaration';
}

function isTaskOrNothing({ names }: Context, value: Node, isSite: (node: Node) => boolean): boolean {
  const inner = skipParentheses(value);
  if (inner.type === 'NullLiteral') return true;
  if (inner.type === 'UnaryExpression') return inner.operator === 'void' && inner.argument.type === 'NumericLiteral';
  if (inner.type === 'Identifier') return inner.name === 'undefined' && names.isFree(inner);
  return isSite(inner);
}

/** Nobody looks at the value of this expression. */
export function isUnused(context: Context, node: Node): boolean {
  const { tree } = context;
  const link = tree.link(node);
  if (!link) return false;
  const { parent, key, index } = link;
  switch (parent.type) {
    case 'ExpressionStatement':
      return true;
    case 'UnaryExpression':
      return parent.operator === 'void' || (parent.operator === '!' && isUnused(context, parent));
    case 'SequenceExpression':
      return index !== parent.expressions.length - 1 || isUnused(context, parent);
    case 'LogicalExpression':
      return key === 'right' && isUnused(context, parent);
    case 'ConditionalExpression':
      return key !== 'test' && isUnused(context, parent);
    case 'ForStatement':
      return key === 'init' || key === 'update';
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TypeCastExpression':
      return isUnused(context, parent);
    case 'ArrowFunctionExpression':
      return key === 'body' && !parent.async && isReturnIgnored(context, parent);
    case 'ReturnStatement': {
      const fn = functionAround(context, parent);
      return fn !== undefined && isFunctionExpression(fn) && !fn.async && !fn.generator && isReturnIgnored(context, fn);
    }
    default:
      return false;
  }
}

function isFunctionExpression(node: Node): node is Node & { type: 'FunctionExpression' | 'ArrowFunctionExpression' } {
  return node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
}

function functionAround({ tree }: Context, node: Node): Node | undefined {
  for (let above = tree.parent(node); above; above = tree.parent(above)) {
    if (isFunction(above)) return above;
  }
  return undefined;
}

const timers = new Set(['setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask']);

/** Who calls the function does not look at what it returns: a Promise's executor, forEach, a timer. */
function isReturnIgnored({ tree, names }: Context, fn: Node): boolean {
  const link = tree.link(climbParentheses(tree, fn));
  if (link?.key !== 'arguments' || link.index !== 0) return false;
  const { parent } = link;
  if (parent.type === 'NewExpression') return isGlobal(parent.callee, (name) => name === 'Promise');
  if (parent.type !== 'CallExpression' && parent.type !== 'OptionalCallExpression') return false;
  const callee = skipParentheses(parent.callee);
  if ('object' in callee && findMember(callee, names) === 'forEach') return !hasOwnForEach(names, callee.object);
  return isGlobal(callee, (name) => timers.has(name));

  function isGlobal(callee: Node, matches: (name: string) => boolean): boolean {
    const inner = skipParentheses(callee);
    return inner.type === 'Identifier' && matches(inner.name) && names.isFree(inner);
  }
}

/** An object of the program's own, whose forEach may do anything with what it is given back. */
function hasOwnForEach(names: Context['names'], node: Node): boolean {
  const inner = skipParentheses(node);
  if (inner.type === 'Identifier') {
    const init = findConstInit(inner, names);
    return init !== undefined && hasOwnForEach(names, init);
  }
  if (inner.type === 'NewExpression') {
    const { callee } = inner;
    return !(callee.type === 'Identifier' && lists.has(callee.name) && names.isFree(callee));
  }
  return inner.type === 'ObjectExpression' || inner.type === 'ThisExpression' || inner.type === 'Super';
}

const lists = new Set(['Array', 'Map', 'Set']);
