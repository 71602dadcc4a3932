// In: all places where swan was found to go. Out: the functions that run with swan as their `this` and are not swan's own: what
// they do to it is done to swan. `patch.call(swan)`, `swan.install = function () { this.request = mock; }`.
// A second pass, as it takes knowing which functions are swan's.

import { apiNames } from '../apis.ts';
import { findMember, skipParentheses } from '../syntax/constant.ts';
import { isInside } from '../syntax/order.ts';
import { sourceOf } from '../syntax/places.ts';
import { climbParentheses, isWritten, spanOf } from '../syntax/positions.ts';
import { isFunction } from '../syntax/scopes.ts';
import type { Node } from '../syntax/tree.ts';
import type { Interceptor } from './sites.ts';
import type { Trail } from './trail.ts';

export function findLent(trail: Trail): Interceptor[] {
  return [...lentTo(trail), ...opened(trail), ...writtenByOwnMembers(trail)];
}

/** `with (swan) { request = mock; }` */
function opened({ tree, steps }: Trail): Interceptor[] {
  return [...steps.values()].flatMap(({ node, value }): Interceptor[] => {
    const isOpened = value.is === 'swan' && tree.parent(climbParentheses(tree, node))?.type === 'WithStatement';
    return isOpened ? [{ code: 'swan-handed', api: '*', how: { by: 'elsewhere' }, at: spanOf(node) }] : [];
  });
}

function lentTo(trail: Trail): Interceptor[] {
  const { tree, steps, uses } = trail;
  return [...steps.values()].flatMap(({ node }): Interceptor[] => {
    const call = uses.get(node)?.kind === 'receiver' ? tree.parent(climbParentheses(tree, node)) : undefined;
    if (call?.type !== 'CallExpression' && call?.type !== 'OptionalCallExpression') return [];
    const callee = skipParentheses(call.callee);
    const isReflect = call.arguments[0] !== climbParentheses(tree, node);
    const fn = isReflect ? call.arguments[0] : 'object' in callee ? (callee.object as Node) : undefined;
    if (!fn || isHarmless(trail, fn)) return [];
    const how = { by: 'passed', to: sourceOf(tree, callee) } as const;
    return [{ code: 'swan-handed', api: '*', how, at: spanOf(node) }];
  });
}

/** One of swan's own functions, one that has no use for its `this`, or one of the language that only looks at it. */
function isHarmless(trail: Trail, fn: Node): boolean {
  const { tree, names } = trail;
  const inner = skipParentheses(fn);
  if (isOwn(trail, inner)) return true;
  const name = findMember(inner, names);
  if (name !== undefined) return looking.has(name);
  const declarator = names.bindingOf(inner)?.declarations[0]?.node;
  if (declarator?.type !== 'VariableDeclarator' || !declarator.init) return false;
  const init = skipParentheses(declarator.init);
  if (declarator.id.type === 'ObjectPattern') return trail.steps.get(init)?.value.is === 'swan';
  const looks = looking.has(findMember(init, names) ?? '');
  return looks || isOwn(trail, init) || (isFunction(init) && !hasThis(tree, init));
}

/** What only looks at its `this`. */
const looking: ReadonlySet<string> = new Set([
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toString',
  'valueOf',
]);

/** An API, or another member of swan, whatever its name. */
function isOwn({ steps }: Trail, node: Node): boolean {
  if (steps.get(node)?.value.is === 'api') return true;
  return 'object' in node && steps.get(skipParentheses(node.object))?.value.is === 'swan';
}

function hasThis(tree: Trail['tree'], fn: Node): boolean {
  let isFound = false;
  tree.walk(fn, (node) => {
    isFound ||= node.type === 'ThisExpression';
  });
  return isFound;
}

/** `this.request = mock` in a function that becomes a member of swan. */
function writtenByOwnMembers({ tree, names, found }: Trail): Interceptor[] {
  const given = found.others.flatMap(({ at }) => {
    const top = climbParentheses(tree, at);
    const parent = tree.parent(top);
    const isGiven = parent?.type === 'AssignmentExpression' && parent.left === top;
    const value = isGiven ? skipParentheses(parent.right) : undefined;
    return value && isFunction(value) ? [value] : [];
  });
  if (given.length === 0) return [];
  return apiNames.flatMap((api) =>
    names.of(api).keys.flatMap((key): Interceptor[] => {
      const member = tree.parent(key);
      if (member?.type !== 'MemberExpression' || member.property !== key) return [];
      const isOfThis = skipParentheses(member.object).type === 'ThisExpression';
      if (!isOfThis || !isWritten(tree, climbParentheses(tree, member))) return [];
      const isWithin = given.some((fn) => isInside(tree, member, fn));
      return isWithin ? [{ code: 'api-assigned', api, at: spanOf(member) }] : [];
    }),
  );
}
