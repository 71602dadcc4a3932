// In: the names that lead to sites in a file that binds some of them. Out: the places where Babel's scopes say otherwise.
// A site is changed only when two analyses that share no code agree on what its name means.
// Knows nothing of swan. Loads the traversal only when it is asked.

import { createRequire } from 'node:module';
import type { File } from '@babel/types';
import type * as traverseModule from '@babel/traverse';
import type { NodePath } from '@babel/traverse';
import type { Bindings } from './bindings.ts';
import type { Node } from './tree.ts';

type Traverse = (typeof traverseModule)['default']['default'];

/**
 * The identifiers of these names that the two do not agree on.
 * Ambient declarations, types and enums are left to the first: Babel counts them unevenly.
 */
export function findDisagreements(ast: File, names: Bindings, asked: ReadonlySet<string>): Set<Node> {
  const found = new Set<Node>();
  const visit = (path: NodePath): void => {
    const { node, scope } = path;
    if (node.type !== 'Identifier' || !asked.has(node.name)) return;
    const { types, ambient, bindings } = names.of(node.name);
    if (types.includes(node) || ambient.includes(node)) return;
    const theirs = scope.getBinding(node.name);
    if (theirs && ambient.includes(theirs.identifier)) return;
    const ours = names.bindingOf(node);
    if (ours?.declarations.some(({ kind }) => kind === 'enum' || kind === 'namespace')) return;
    const isSame = theirs
      ? ours?.declarations.some(({ id }) => id === theirs.identifier) === true
      : ours === undefined || bindings.length === 0;
    if (!isSame) found.add(node);
  };
  const traverse = loadTraverse();
  try {
    traverse(ast, { ReferencedIdentifier: visit });
  } catch {
    // It refuses some programs that run, such as a function and a `var` of one name; then there is one opinion.
    return new Set();
  }
  return found;
}

/** Not with the module: most files have no use for it, and it takes longer to load than they take to parse. */
function loadTraverse(): Traverse {
  const loaded = createRequire(import.meta.url)('@babel/traverse') as { default: Traverse };
  return loaded.default;
}
