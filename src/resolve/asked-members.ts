// In: a call that is handed an object. Out: the member that it asks that object for, where it is a function of the language
// that only looks whether there is one: `Object.hasOwn(o, 'a')`, `Reflect.has(o, 'a')`, `{}.hasOwnProperty.call(o, 'a')`.
// Knows nothing of what the object is.

import { findConstInit, findMember, skipParentheses } from '../syntax/constant.ts';
import type { Bindings } from '../syntax/bindings.ts';
import type { PlaceOf } from './table.ts';
import type { Test } from '../syntax/positions.ts';
import type { Node } from '../syntax/tree.ts';
import { methodOf } from './known-functions.ts';

/** @param index where among the arguments the object is */
export function askedMember(names: Bindings, call: PlaceOf<'argument'>['call'], index: number): Test | undefined {
  const member = call.arguments[1];
  if (index !== 0 || call.type === 'NewExpression' || !member || member.type === 'SpreadElement') return undefined;
  const method = methodOf(call.callee, names);
  const name = `${method?.owner}.${method?.name}`;
  if (name === 'Object.getOwnPropertyDescriptor') return { kind: 'in', node: call, member };
  const isAsked = name === 'Object.hasOwn' || name === 'Reflect.has' || isBorrowed(names, call.callee);
  return isAsked ? { kind: 'in', node: call, member, present: true } : undefined;
}

/** `Object.prototype.hasOwnProperty.call`, or a name for it: `has.call` */
function isBorrowed(names: Bindings, callee: Node): boolean {
  const method = skipParentheses(callee);
  if (!('object' in method) || findMember(method, names) !== 'call') return false;
  const object = skipParentheses(method.object);
  const taken = findConstInit(object, names) ?? object;
  const own = skipParentheses(taken);
  if (!('object' in own) || findMember(own, names) !== 'hasOwnProperty') return false;
  const from = skipParentheses(own.object);
  if (from.type === 'ObjectExpression') return from.properties.length === 0;
  const owner = methodOf(from, names);
  return owner?.owner === 'Object' && owner.name === 'prototype';
}
