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
}

export function wrappersOf(nodes: readonly Placed[], follow: Follow): Wrapper[] {
  return nodes.flatMap(({ node }) => {
    const region = follow.replaced(node.start, node.end);
    const executor = (node['arguments'] as SyntaxNode[] | undefined)?.[0];
    const isPromise = node.type === 'NewExpression' && isNode(node['callee']) && node['callee']['name'] === 'Promise';
    if (!region || !isPromise || !executor) return [];
    const names = ((executor['params'] ?? []) as SyntaxNode[]).map((param) => String(param['name']));
    return [{ region, names, executor }];
  });
}

/** The node is the executor, a call of resolve or reject, or a callback that is nothing but such a call. */
export function isSettling(node: SyntaxNode, wrappers: readonly Wrapper[], code: string): boolean {
  const wrapper = wrappers.find(({ region: { from } }) => from.start <= node.start && node.end <= from.end);
  if (!wrapper) return false;
  if (node === wrapper.executor || node.type === 'NewExpression') return true;
  const text = code.slice(node.start, node.end);
  return wrapper.names.some((name) =>
    new RegExp(`^(?:async )?(?:(?:function\\b[^{]*\\{|[^{]*=>|\\w+\\([^{]*\\{)[\\s{(]*)?${name}\\(`).test(text),
  );
}
