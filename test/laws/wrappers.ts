// In: a program and where its parts went. Out: the `new Promise(…)` that became the promise of the call inside.
// There resolve and reject vanish on purpose, and so do the callbacks that did nothing but call them.

import type { Follow } from './follow.ts';
import type { Region } from './layout-of-edits.ts';
import { isNode, type Placed, type SyntaxNode } from './syntax.ts';

export interface Wrapper {
  readonly region: Region;
  /** The parameters of the executor. */
  readonly names: readonly string[];
  readonly executor: SyntaxNode;
  /** Where callbacks read what they are given and hand it on as it is: `err` behind `reject(`. */
  readonly passedOn: readonly number[];
}

export function wrappersOf(nodes: readonly Placed[], follow: Follow): Wrapper[] {
  return nodes.flatMap(({ node }) => {
    const region = follow.replaced(node.start, node.end);
    const executor = (node['arguments'] as SyntaxNode[] | undefined)?.[0];
    const isPromise = node.type === 'NewExpression' && isNode(node['callee']) && node['callee']['name'] === 'Promise';
    if (!region || !isPromise || !executor) return [];
    const names = ((executor['params'] ?? []) as SyntaxNode[]).map((param) => String(param['name']));
    const passedOn = nodes
      .filter((one) => region.from.start <= one.node.start && one.node.end <= region.from.end)
      .flatMap((one) => passedOnBy(one.node, names));
    return [{ region, names, executor, passedOn }];
  });
}

/** `err => reject(err)`, `fail(err) { reject(err); }` */
function passedOnBy(node: SyntaxNode, names: readonly string[]): number[] {
  const [param, more] = (node['params'] ?? []) as SyntaxNode[];
  if (param?.type !== 'Identifier' || more || !isNode(node['body'])) return [];
  const call = onlyCallIn(node['body']);
  const [given, other] = (call?.['arguments'] ?? []) as SyntaxNode[];
  const callee = call?.['callee'];
  if (!given || other || !isNode(callee) || !names.includes(String(callee['name']))) return [];
  return given.type === 'Identifier' && given['name'] === param['name'] ? [given.start] : [];
}

function onlyCallIn(body: SyntaxNode): SyntaxNode | undefined {
  const [first, more] = body.type === 'BlockStatement' ? (body['body'] as SyntaxNode[]) : [body];
  const inner = first?.['expression'] ?? first?.['argument'];
  const call = isNode(inner) ? inner : first;
  return more === undefined && call?.type === 'CallExpression' ? call : undefined;
}

const isFunction = /^(?:ArrowFunction|Function)Expression$|^ObjectMethod$/;

/** The node is the executor, a call of resolve or reject, or a callback that is nothing but such a call, or nothing at all. */
export function isSettling(node: SyntaxNode, wrappers: readonly Wrapper[], code: string): boolean {
  const wrapper = wrappers.find(({ region: { from } }) => from.start <= node.start && node.end <= from.end);
  if (!wrapper) return false;
  if (node === wrapper.executor || node.type === 'NewExpression') return true;
  const text = code.slice(node.start, node.end);
  if (isFunction.test(node.type) && /\{\s*\}$/.test(text)) return true;
  return wrapper.names.some((name) =>
    new RegExp(`^(?:async )?(?:(?:function\\b[^{]*\\{|[^{]*=>|\\w+\\([^{]*\\{)[\\s{(]*)?${name}\\(`).test(text),
  );
}
