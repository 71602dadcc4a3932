// In: a call or a `new`. Out: what is known of the function that is called: one of the language, of the host or of swan, of which
// nobody in the file has taken the name. This is the one list of them; each question about a call is asked here by its name.
// Knows nothing of what the arguments do; whoever asks looks at them.

import type { CallExpression, NewExpression, OptionalCallExpression } from '@babel/types';
import { otherApi } from '../apis.ts';
import { findMember, skipParentheses } from '../syntax/constant.ts';
import type { Bindings } from '../syntax/bindings.ts';
import type { Node } from '../syntax/tree.ts';

interface KnownFunction {
  /** Calling it changes nothing, whatever it is given. */
  readonly isHarmless?: true;
  /** It changes nothing of what it is given, and hands no part of it to anybody. */
  readonly onlyLooks?: true;
  /** The type of what it gives. */
  readonly gives?: 'string' | 'number' | 'boolean';
}

const harmless: KnownFunction = { isHarmless: true };
const looking: KnownFunction = { onlyLooks: true };
const both: KnownFunction = { isHarmless: true, onlyLooks: true };

const functions: ReadonlyMap<string, KnownFunction> = new Map<string, KnownFunction>([
  ['Boolean', { ...both, gives: 'boolean' }],
  ['Number', { ...both, gives: 'number' }],
  ['String', { ...both, gives: 'string' }],
  ['encodeURI', { ...harmless, gives: 'string' }],
  ['encodeURIComponent', { ...harmless, gives: 'string' }],
  ['getApp', harmless],
  ['isNaN', both],
  ['parseFloat', { ...harmless, gives: 'number' }],
  ['parseInt', { ...harmless, gives: 'number' }],
  ['Array.isArray', both],
  ['Date.now', harmless],
  ['JSON.stringify', both],
  ...['abs', 'ceil', 'floor', 'max', 'min', 'pow', 'random', 'round', 'sqrt', 'trunc'].map(
    (name) => [`Math.${name}`, harmless] as const,
  ),
  // These hand out what the object holds.
  ['Object.entries', harmless],
  ['Object.values', harmless],
  ['Object.keys', both],
  ...['freeze', 'getOwnPropertyNames', 'getPrototypeOf', 'is', 'isFrozen', 'isSealed'].map(
    (name) => [`Object.${name}`, looking] as const,
  ),
  ['console.*', looking],
]);

/** A function that is a member of a global. */
export interface Method {
  readonly owner: string;
  readonly name: string;
}

export function methodOf(callee: Node, names: Bindings): Method | undefined {
  const member = skipParentheses(callee);
  if (member.type !== 'MemberExpression' && member.type !== 'OptionalMemberExpression') return undefined;
  const owner = skipParentheses(member.object);
  const name = findMember(member, names);
  if (owner.type !== 'Identifier' || !names.isFree(owner) || name === undefined) return undefined;
  return { owner: owner.name, name };
}

function knownFunction(callee: Node, names: Bindings): KnownFunction | undefined {
  const inner = skipParentheses(callee);
  if (inner.type === 'Identifier') return names.isFree(inner) ? functions.get(inner.name) : undefined;
  const method = methodOf(inner, names);
  return method && (functions.get(`${method.owner}.${method.name}`) ?? functions.get(`${method.owner}.*`));
}

/** Calling it changes nothing, as far as its arguments do not. */
export function isHarmless(node: CallExpression | OptionalCallExpression | NewExpression, names: Bindings): boolean {
  if (node.arguments.some((argument) => argument.type === 'SpreadElement')) return false;
  const callee = skipParentheses(node.callee);
  if (node.type === 'NewExpression') return isDate(callee, names);
  if (knownFunction(callee, names)?.isHarmless || isReadOfDate(callee, names)) return true;
  const method = methodOf(callee, names);
  if (method?.owner === 'swan') return otherApi(method.name).onlyLooks === true;
  // `Object.assign({}, a, b)` writes to an object that nobody else has.
  const [first] = node.arguments;
  const isCopy = method?.owner === 'Object' && method.name === 'assign';
  return isCopy && first !== undefined && skipParentheses(first).type === 'ObjectExpression';
}

/** The function changes nothing of its arguments and gives nothing of them away. */
export function onlyLooksAtArguments(callee: Node, names: Bindings): boolean {
  return knownFunction(callee, names)?.onlyLooks === true;
}

export function typeGivenBy(callee: Node, names: Bindings): KnownFunction['gives'] {
  return knownFunction(callee, names)?.gives;
}

/** `new Date().getTime()` */
function isReadOfDate(callee: Node, names: Bindings): boolean {
  if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression') return false;
  const object = skipParentheses(callee.object);
  if (object.type !== 'NewExpression' || !isDate(skipParentheses(object.callee), names)) return false;
  return /^(?:get|to|valueOf)/.test(findMember(callee, names) ?? '');
}

function isDate(node: Node, names: Bindings): boolean {
  return node.type === 'Identifier' && node.name === 'Date' && names.isFree(node);
}
