// In: a call or a `new`. Out: whether it is one of the few functions that are known to change nothing.
// Only functions of the language and of the host that nobody in the file has taken the name of.
// Knows nothing of what the arguments do; whoever asks looks at them.

import type { CallExpression, NewExpression, OptionalCallExpression } from '@babel/types';
import { findMember, skipParentheses } from './constant.ts';
import type { Bindings } from './bindings.ts';
import type { Node } from './tree.ts';

const functions = new Set([
  'Boolean',
  'Number',
  'String',
  'encodeURI',
  'encodeURIComponent',
  'getApp',
  'isNaN',
  'parseFloat',
  'parseInt',
]);

const members: Readonly<Record<string, ReadonlySet<string>>> = {
  Array: new Set(['isArray']),
  Date: new Set(['now']),
  JSON: new Set(['stringify']),
  Math: new Set(['abs', 'ceil', 'floor', 'max', 'min', 'pow', 'random', 'round', 'sqrt', 'trunc']),
  Object: new Set(['entries', 'keys', 'values']),
  swan: new Set(['getStorageSync', 'getSystemInfoSync']),
};

export function isHarmless(node: CallExpression | OptionalCallExpression | NewExpression, names: Bindings): boolean {
  if (node.arguments.some((argument) => argument.type === 'SpreadElement')) return false;
  const callee = skipParentheses(node.callee);
  if (node.type === 'NewExpression') return isFree(callee, 'Date', names);
  if (callee.type === 'Identifier') return functions.has(callee.name) && names.isFree(callee);
  if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression') return false;
  const member = findMember(callee, names);
  const object = skipParentheses(callee.object);
  if (member === undefined) return false;
  if (object.type === 'NewExpression')
    return isFree(skipParentheses(object.callee), 'Date', names) && /^(?:get|to|valueOf)/.test(member);
  if (object.type !== 'Identifier' || !names.isFree(object)) return false;
  // `Object.assign({}, a, b)` writes to an object that nobody else has.
  const first = node.arguments[0];
  if (object.name === 'Object' && member === 'assign')
    return first !== undefined && skipParentheses(first).type === 'ObjectExpression';
  return members[object.name]?.has(member) ?? false;
}

function isFree(node: Node, name: string, names: Bindings): boolean {
  return node.type === 'Identifier' && node.name === name && names.isFree(node);
}
