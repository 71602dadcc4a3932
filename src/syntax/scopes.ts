// In: a place in the tree. Out: the scope that a declaration there belongs to, and whether the code there is strict.
// Knows nothing of names.

import type { Function as FunctionNode } from '@babel/types';
import type { Node, Tree } from './tree.ts';

export function isFunction(node: Node): node is FunctionNode {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ObjectMethod':
    case 'ClassMethod':
    case 'ClassPrivateMethod':
      return true;
    default:
      return false;
  }
}

export function findAbove(tree: Tree, from: Node, matches: (node: Node) => boolean): Node | undefined {
  for (let node = tree.parent(from); node; node = tree.parent(node)) {
    if (matches(node)) return node;
  }
  return undefined;
}

export function blockScopeOf(tree: Tree, declaration: Node): Node {
  return findAbove(tree, declaration, isBlockScope) ?? tree.program;
}

function isBlockScope(node: Node): boolean {
  switch (node.type) {
    case 'Program':
    case 'BlockStatement':
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'SwitchStatement':
    case 'StaticBlock':
    case 'TSModuleBlock':
      return true;
    default:
      return false;
  }
}

/** The function body, static block, namespace or program that a `var` belongs to. */
export function varScopeOf(tree: Tree, declaration: Node): Node {
  for (let node: Node = declaration; ;) {
    const parent = tree.parent(node);
    if (!parent) return tree.program;
    if (isFunction(parent)) return node;
    if (parent.type === 'StaticBlock' || parent.type === 'TSModuleBlock') return parent;
    node = parent;
  }
}

/** In a class, or below a function that says 'use strict'. */
export function isStrictAt(tree: Tree, from: Node): boolean {
  for (let node: Node | undefined = from; node; node = tree.parent(node)) {
    if (node.type === 'ClassBody') return true;
    if (
      isFunction(node) &&
      node.body.type === 'BlockStatement' &&
      node.body.directives.some((directive) => directive.value.value === 'use strict')
    ) {
      return true;
    }
  }
  return false;
}

/** Inside `declare namespace`, `declare module` or `declare global`. */
export function isAmbient(tree: Tree, node: Node): boolean {
  const around = findAbove(
    tree,
    node,
    (above) => (above.type === 'TSModuleDeclaration' && above.declare === true) || above.type === 'DeclareModule',
  );
  return around !== undefined;
}

/** A namespace that holds more than types. */
export function hasValues(namespace: Node): boolean {
  if (namespace.type !== 'TSModuleDeclaration') return false;
  const { body } = namespace;
  if (body.type !== 'TSModuleBlock') return hasValues(body);
  return body.body.some((statement) => {
    const inner =
      statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement;
    if (inner.type === 'TSModuleDeclaration') return inner.declare === true ? false : hasValues(inner);
    return inner.type !== 'TSInterfaceDeclaration' && inner.type !== 'TSTypeAliasDeclaration';
  });
}

/** The scopes that share what they export: the blocks of one namespace, the parts of one enum. */
export function twinsOf(tree: Tree, scope: Node, scopes: Iterable<Node>): Node[] {
  if (scope.type !== 'TSModuleBlock' && scope.type !== 'TSEnumDeclaration') return [];
  const own = pathOf(tree, scope);
  return [...scopes].filter((other) => {
    if (other === scope || other.type !== scope.type) return false;
    const path = pathOf(tree, other);
    return path.name === own.name && path.container === own.container;
  });
}

/** `A.B` for the block of `namespace A.B { … }`, and what that stands in. */
function pathOf(tree: Tree, scope: Node): { readonly name: string; readonly container: Node | undefined } {
  const names: string[] = [];
  for (let node: Node | undefined = scope; node; node = tree.parent(node)) {
    switch (node.type) {
      case 'TSModuleDeclaration':
      case 'TSEnumDeclaration':
        names.unshift(node.id.type === 'Identifier' ? node.id.name : '');
        break;
      case 'TSModuleBlock':
      case 'TSEnumBody':
      case 'ExportNamedDeclaration':
        break;
      default:
        return { name: names.join('.'), container: node };
    }
  }
  return { name: names.join('.'), container: undefined };
}
