// In: an API of swan that is read, and what surrounds it. Out: the member that is read off it, and swan where it is passed as
// the object that the API is called on. Knows nothing of what becomes of either.

import { findMember, skipParentheses } from '../syntax/constant.ts';
import { climbParentheses } from '../syntax/positions.ts';
import type { Node } from '../syntax/tree.ts';
import type { Trail } from './trail.ts';

/** swan as the object that an API is called on: of `.bind`, `.call` and `.apply`, of `Reflect.apply`, of `[swan, swan.request]`. */
export function receiverOf(trail: Trail, top: Node, parent: Node): Node | undefined {
  const { tree } = trail;
  const name = memberReadOff(trail, top, parent);
  if (name === 'bind' || name === 'call' || name === 'apply') {
    const method = climbParentheses(tree, parent);
    const call = tree.parent(method);
    const isCalled = call?.type === 'CallExpression' || call?.type === 'OptionalCallExpression';
    return isCalled && call.callee === method ? swanAt(trail, call.arguments[0]) : undefined;
  }
  if (parent.type === 'CallExpression' && parent.arguments[0] === top) {
    const callee = skipParentheses(parent.callee);
    const isReflect = callee.type === 'MemberExpression' && skipParentheses(callee.object).type === 'Identifier';
    return isReflect && findMember(callee, trail.names) === 'apply' ? swanAt(trail, parent.arguments[1]) : undefined;
  }
  if (parent.type !== 'ArrayExpression' || parent.elements.length !== 2 || parent.elements[1] !== top) return undefined;
  return swanAt(trail, parent.elements[0] ?? undefined);
}

function swanAt({ steps, uses }: Trail, node: Node | undefined): Node | undefined {
  const inner = node && skipParentheses(node);
  const isSwan = inner !== undefined && steps.get(inner)?.value.is === 'swan' && uses.get(inner)?.kind === 'receiver';
  return isSwan ? node : undefined;
}

/** The name that `parent` reads off `top`. */
export function memberReadOff({ names }: Trail, top: Node, parent: Node): string | undefined {
  if (parent.type !== 'MemberExpression' && parent.type !== 'OptionalMemberExpression') return undefined;
  return parent.object === top ? findMember(parent, names) : undefined;
}
