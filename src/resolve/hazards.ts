// In: a place in the tree. Out: whether a `with` statement or a direct eval makes the names there unsure.
// Knows nothing of swan.

import type { Names } from './names.ts';
import { isStrictAt, varScopeOf } from './scopes.ts';
import type { Reason } from './sites.ts';
import type { Node, Tree } from './tree.ts';

export function createHazards(tree: Tree, names: Names, strict: boolean): (node: Node) => Reason | undefined {
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

/** The function bodies, or the program, in which sloppy code calls `eval` directly. */
function evalScopes(tree: Tree, names: Names): Set<Node> {
  const scopes = new Set<Node>();
  for (const node of names.of('eval').free) {
    const parent = tree.parent(node);
    if (parent?.type !== 'CallExpression' || parent.callee !== node || isStrictAt(tree, node)) continue;
    scopes.add(varScopeOf(tree, parent));
  }
  return scopes;
}
