// In: the places where swan is returned, stored or put in a list. Out: those from where it goes on, in the same file, into a
// call of code that is not seen: whoever is called has swan, and may replace what hangs on it.
// Says what may be; what stays within a member or leaves the file is not looked for here.

import { skipParentheses } from '../syntax/constant.ts';
import { functionAround, isHostFunction } from '../syntax/order.ts';
import { placeOf, sourceOf, type Place } from '../syntax/places.ts';
import { climbParentheses } from '../syntax/positions.ts';
import { isFunction } from '../syntax/scopes.ts';
import type { Node } from '../syntax/tree.ts';
import { isOnlyLookedAt } from './arguments.ts';
import { callThrough, findFunction } from './functions.ts';
import { intercept, type Trail } from './trail.ts';

export function findHanded(trail: Trail): void {
  const { tree, names, found } = trail;
  for (const { step, reason } of found.kept) {
    if (reason.code !== 'swan-escapes' || placeOf(tree, names, step.node).place.kind === 'argument') continue;
    const call = handedFrom(trail, step.node);
    if (!call) continue;
    const how = `passed to ${sourceOf(tree, skipParentheses(call.callee))}`;
    intercept(trail, call, { code: 'swan-handed', api: '*', how });
  }
}

type Argument = Place & { readonly kind: 'argument' };

/** The call of code that is not seen, if the value comes to one. */
function handedFrom(trail: Trail, from: Node): Argument['call'] | undefined {
  const { tree, names } = trail;
  const seen = new Set<Node>();
  const waiting = [from];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const { place } = placeOf(tree, names, node);
    if (place.kind === 'argument' && isUnseen(trail, place)) return place.call;
    waiting.push(...onward(trail, node, place));
  }
  return undefined;
}

function isUnseen(trail: Trail, place: Argument): boolean {
  const { call, index } = place;
  if (isHostFunction(trail.names, skipParentheses(call.callee)) || isOnlyLookedAt(trail, place)) return false;
  return findFunction(trail.tree, trail.names, call, index) === undefined;
}

/** The expressions that may have the value next. */
function onward(trail: Trail, node: Node, place: Place): readonly Node[] {
  const { tree, names } = trail;
  const parent = tree.parent(climbParentheses(tree, node));
  switch (place.kind) {
    case 'side':
      return [place.choice];
    case 'stored':
    case 'exported':
      // `patch(this.host = swan)`
      if (parent?.type === 'AssignmentExpression') return [parent];
      return parent?.type === 'ArrayExpression' ? itemsOf(trail, parent) : [];
    case 'bound':
      return [...readsOf(trail, place.target), ...(place.isPassedOn ? [place.node] : [])];
    case 'returned':
      return callsOf(trail, functionAround(tree, node));
    case 'argument': {
      const fn = findFunction(tree, names, place.call, place.index);
      return readsOf(trail, fn?.fn.params[fn.index]);
    }
    default:
      return [];
  }
}

function readsOf({ names }: Trail, target: Node | undefined): readonly Node[] {
  return target?.type === 'Identifier' ? (names.bindingOf(target)?.reads ?? []) : [];
}

/** What a loop over the list, or a function that is called with its items, has of it. */
function itemsOf(trail: Trail, list: Node): readonly Node[] {
  const { tree, names } = trail;
  const { place } = placeOf(tree, names, list);
  const parent = tree.parent(climbParentheses(tree, list));
  if (parent?.type === 'ForOfStatement') {
    const left = parent.left.type === 'VariableDeclaration' ? parent.left.declarations[0]?.id : parent.left;
    return readsOf(trail, left ?? undefined);
  }
  const call = place.kind === 'member' ? tree.parent(climbParentheses(tree, place.member)) : undefined;
  const fn = call?.type === 'CallExpression' && call.arguments[0] ? skipParentheses(call.arguments[0]) : undefined;
  return fn && isFunction(fn) ? readsOf(trail, fn.params[0]) : [];
}

/** The calls of a function that hands its value back at once. */
function callsOf(trail: Trail, fn: Node | undefined): readonly Node[] {
  const { tree } = trail;
  if (!fn || !isFunction(fn) || fn.async || fn.generator) return [];
  const own = callThrough(tree, fn);
  if (own) return [own];
  const holder = tree.parent(climbParentheses(tree, fn));
  const id = fn.type === 'FunctionDeclaration' ? fn.id : holder?.type === 'VariableDeclarator' ? holder.id : undefined;
  return readsOf(trail, id ?? undefined).flatMap((read) => callThrough(tree, read) ?? []);
}
