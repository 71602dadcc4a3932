// In: a program as it was parsed and what it imports the shim by. Out: the statements that take names of the shim, and which.
// Knows nothing of what the names mean.

import { isNode, type Placed, type SyntaxNode } from './syntax.ts';

export interface ShimImport {
  readonly start: number;
  readonly end: number;
  /** As the shim calls them; `*` for all of it. */
  readonly names: readonly string[];
}

export function shimImportsOf(nodes: readonly Placed[], from: string): ShimImport[] {
  return nodes.flatMap(({ node }): ShimImport[] => {
    const { start, end } = node;
    if (isModuleOf(node, from)) return [{ start, end, names: (node['specifiers'] as SyntaxNode[]).map(specifierName) }];
    if (node.type !== 'VariableDeclarator' || !isNode(node['init']) || !isRequireOf(node['init'], from)) return [];
    if (!isNode(node['id'])) return [];
    const properties = node['id']['properties'] as SyntaxNode[] | undefined;
    return [{ start, end, names: properties?.map((property) => nameOf(property['key'])) ?? ['*'] }];
  });
}

function isModuleOf(node: SyntaxNode, from: string): boolean {
  return node.type === 'ImportDeclaration' && isNode(node['source']) && node['source']['value'] === from;
}

function isRequireOf(node: SyntaxNode, from: string): boolean {
  // A script in TypeScript says what it requires: `require(…) as typeof import(…)`.
  if (node.type === 'TSAsExpression' && isNode(node['expression'])) return isRequireOf(node['expression'], from);
  const argument = (node['arguments'] as SyntaxNode[] | undefined)?.[0];
  return nameOf(node['callee']) === 'require' && argument?.['value'] === from;
}

function specifierName(node: SyntaxNode): string {
  return node.type === 'ImportNamespaceSpecifier' ? '*' : nameOf(node['imported']);
}

export function nameOf(node: unknown): string {
  return isNode(node) ? String(node['name'] ?? node['value']) : '';
}
