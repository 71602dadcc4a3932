// In: a parsed file. Out: its nodes as plain data: type, range, own values, parent.
// Comments are no nodes here. Knows nothing of edits.

import type { SourceUnit } from '../../src/syntax/parse.ts';

/** A node as the parser made it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export interface Placed {
  readonly node: SyntaxNode;
  readonly parent: Placed | undefined;
  /** The field of the parent that holds it. */
  readonly role: string;
}

const skipped = new Set([
  'type',
  'start',
  'end',
  'loc',
  'range',
  'extra',
  'errors',
  'tokens',
  'comments',
  'leadingComments',
  'trailingComments',
  'innerComments',
]);

/** Every node of the program in source order, parents first; the file and the program themselves left out. */
export function nodesOf(unit: SourceUnit): Placed[] {
  const found: Placed[] = [];
  const program = unit.ast.program as unknown as SyntaxNode;
  for (const [role, child] of childrenOf(program)) visit(child, undefined, role);
  return found;

  function visit(node: SyntaxNode, parent: Placed | undefined, role: string): void {
    const placed: Placed = { node, parent, role };
    found.push(placed);
    for (const [childRole, child] of childrenOf(node)) visit(child, placed, childRole);
  }
}

function childrenOf(node: SyntaxNode): [string, SyntaxNode][] {
  const children: [string, SyntaxNode][] = [];
  for (const key of Object.keys(node)) {
    if (skipped.has(key)) continue;
    const value = node[key];
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) children.push([key, item]);
    } else if (isNode(value)) children.push([key, value]);
  }
  return children.sort((a, b) => a[1].start - b[1].start);
}

/** The values of a node that are no nodes: name, operator, kind, flags, raw text. */
export function ownValues(node: SyntaxNode): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const key of Object.keys(node)) {
    if (skipped.has(key)) continue;
    const value = node[key];
    if (isNode(value) || Array.isArray(value) || value === null || value === undefined || value === false) continue;
    values[key] = value;
  }
  const raw = (node['extra'] as { raw?: unknown } | undefined)?.raw;
  if (raw !== undefined) values['raw'] = raw;
  return values;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
