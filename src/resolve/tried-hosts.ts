// In: a place that reaches a network API. Out: whether another host's function of that name is tried where this one is not
// there: in a table of hosts, or behind `try`. What takes its place is always there, so the others would never be asked.
// Knows no host by name but swan.

import { findMember, skipParentheses } from '../syntax/constant.ts';
import type { Node } from '../syntax/tree.ts';
import type { Trail } from './trail.ts';

type Places = Pick<Trail, 'tree' | 'names'>;

export function isTriedAmongHosts(places: Places, node: Node, api: string): boolean {
  return isInTable(places, node, api) || isBehindTry(places, node, api);
}

/** `[() => wx.request, () => swan.request]`, `[typeof swan !== 'undefined' && swan.request, my.request]` */
function isInTable(places: Places, node: Node, api: string): boolean {
  const { tree } = places;
  let top = node;
  for (let parent = tree.parent(top); parent; top = parent, parent = tree.parent(top)) {
    if (parent.type === 'ArrayExpression') {
      return parent.elements.some((one) => one !== null && one !== top && handsOutOther(places, one, api));
    }
    if (!isHandedOut(parent, top)) return false;
  }
  return false;
}

/** The value of the inner one is that of the outer one, or of a call of it. */
function isHandedOut(outer: Node, inner: Node): boolean {
  switch (outer.type) {
    case 'ParenthesizedExpression':
    case 'LogicalExpression':
    case 'ReturnStatement':
    case 'FunctionExpression':
      return true;
    case 'ConditionalExpression':
      return outer.test !== inner;
    case 'ArrowFunctionExpression':
      return outer.body === inner;
    case 'BlockStatement':
      return outer.body.length === 1;
    default:
      return false;
  }
}

/** Another host's function of that name is the value of the element, or what a function there calls or returns. */
function handsOutOther(places: Places, element: Node, api: string): boolean {
  const node = skipParentheses(element);
  const among = (...parts: readonly (Node | null | undefined)[]): boolean =>
    parts.some((part) => part && handsOutOther(places, part, api));
  switch (node.type) {
    case 'LogicalExpression':
      return among(node.left, node.right);
    case 'ConditionalExpression':
      return among(node.consequent, node.alternate);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return among(node.body);
    case 'BlockStatement':
      return node.body.length === 1 && among(node.body[0]);
    case 'ReturnStatement':
      return among(node.argument);
    case 'ExpressionStatement':
      return among(node.expression);
    case 'CallExpression':
    case 'OptionalCallExpression':
      return among(node.callee);
    default:
      return isOther(places, node, api);
  }
}

/** `try { return swan.request(options); } catch (error) { return my.request(options); }` */
function isBehindTry(places: Places, node: Node, api: string): boolean {
  const { tree } = places;
  for (let link = tree.link(node); link; link = tree.link(link.parent)) {
    const { parent, key } = link;
    if (/Function|Method$/.test(parent.type)) return false;
    if (parent.type === 'TryStatement' && key === 'block' && parent.handler) {
      if (namesOther(places, parent.handler, api)) return true;
    }
  }
  return false;
}

function namesOther(places: Places, within: Node, api: string): boolean {
  let isNamed = false;
  places.tree.walk(within, (node) => {
    isNamed ||= isOther(places, node, api);
  });
  return isNamed;
}

function isOther({ names }: Places, node: Node, api: string): boolean {
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return false;
  const host = skipParentheses(node.object);
  return host.type === 'Identifier' && host.name !== 'swan' && findMember(node, names) === api && names.isFree(host);
}
