// In: a place in the tree. Out: whether a `with` statement or a direct eval makes the names there unsure.
// Knows nothing of swan.

import type { Bindings } from './bindings.ts';
import { isInside } from './order.ts';
import { isStrictAt, varScopeOf } from './scopes.ts';
import type { Node, Tree } from './tree.ts';

/** What makes a name unsure, by the code of its diagnostic. */
export interface Hazard {
  readonly code: 'with-statement' | 'direct-eval';
  readonly details: Readonly<Record<string, never>>;
}

export function createHazards(tree: Tree, names: Bindings, strict: boolean): (node: Node) => Hazard | undefined {
  let scopes: ReadonlySet<Node> | undefined;
  return (node) => {
    if (strict) return undefined;
    scopes ??= evalScopes(tree, names);
    for (let below = node, above = tree.parent(node); above; below = above, above = tree.parent(above)) {
      if (above.type === 'WithStatement' && above.body === below) return { code: 'with-statement', details: {} };
      if (scopes.has(above)) return { code: 'direct-eval', details: {} };
    }
    return undefined;
  };
}

/** A direct eval below the scope can read and write the names of that scope, in strict code too. */
export function isSeenByEval(tree: Tree, names: Bindings, scope: Node): boolean {
  return names.of('eval').free.some((node) => isDirectCall(tree, node) && isInside(tree, node, scope));
}

function isDirectCall(tree: Tree, node: Node): boolean {
  const parent = tree.parent(node);
  const isCall = parent?.type === 'CallExpression' || parent?.type === 'OptionalCallExpression';
  return isCall && parent.callee === node;
}

/** The function bodies, or the program, in which sloppy code calls `eval` directly. */
function evalScopes(tree: Tree, names: Bindings): Set<Node> {
  const scopes = new Set<Node>();
  for (const node of names.of('eval').free) {
    if (isDirectCall(tree, node) && !isStrictAt(tree, node)) scopes.add(varScopeOf(tree, node));
  }
  return scopes;
}
