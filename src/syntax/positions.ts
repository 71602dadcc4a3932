// In: an expression in its place. Out: what the place does with the value: tests it, compares it, assigns to it.
// Knows nothing of swan.

import { findConstant, isTransparent, skipParentheses } from './constant.ts';
import type { Bindings } from './bindings.ts';
import { endOf, startOf, type Node, type Tree } from './tree.ts';

export function spanOf(node: Node): { readonly start: number; readonly end: number } {
  return { start: startOf(node), end: endOf(node) };
}

/** Of nodes that stand one behind the other. */
export function spanOver(nodes: readonly Node[]): { readonly start: number; readonly end: number } {
  const [first, last] = [nodes[0], nodes.at(-1)];
  return first && last ? { start: startOf(first), end: endOf(last) } : { start: 0, end: 0 };
}

/** The line that a place lies on. */
export function lineOf(tree: Tree, offset: number): number {
  let line = 1;
  for (let at = tree.text.indexOf('\n'); at >= 0 && at < offset; at = tree.text.indexOf('\n', at + 1)) line++;
  return line;
}

/** Parentheses, casts, and the last place of a comma expression: the value passes through. */
export function climbParentheses(tree: Tree, node: Node): Node {
  for (let top = node; ;) {
    const link = tree.link(top);
    if (!link || !isParenthesis(link.parent, link.key, link.index)) return top;
    top = link.parent;
  }
}

function isParenthesis(parent: Node, key: string, index: number | undefined): boolean {
  if (parent.type === 'SequenceExpression') return index === parent.expressions.length - 1;
  return isTransparent(parent) && key === 'expression';
}

/** Only the truth of the value counts here. */
export function isTested(tree: Tree, node: Node): boolean {
  const link = tree.link(node);
  if (!link) return false;
  const { parent, key } = link;
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
      return key === 'test';
    case 'UnaryExpression':
      return parent.operator === '!';
    case 'LogicalExpression':
      if (key === 'left' && (parent.operator === '&&' || tree.parent(parent)?.type === 'ExpressionStatement'))
        return true;
      return isTested(tree, parent);
    case 'ParenthesizedExpression':
      return isTested(tree, parent);
    default:
      return false;
  }
}

/** The place is assigned to, changed, deleted, or a target in a pattern. */
export function isWritten(tree: Tree, node: Node): boolean {
  const link = tree.link(node);
  if (!link) return false;
  const { parent, key } = link;
  switch (parent.type) {
    case 'AssignmentExpression':
    case 'AssignmentPattern':
    case 'ForInStatement':
    case 'ForOfStatement':
      return key === 'left';
    case 'UpdateExpression':
    case 'RestElement':
    case 'ArrayPattern':
      return true;
    case 'UnaryExpression':
      return parent.operator === 'delete';
    case 'ObjectProperty':
      return key === 'value' && tree.parent(parent)?.type === 'ObjectPattern';
    default:
      return false;
  }
}

export interface Test {
  readonly kind: 'typeof' | 'compare' | 'test' | 'in';
  readonly node: Node;
  /** Of `member in value`, the left side. */
  readonly member?: Node;
  /** The value (of `test`, the truth) of `node` while what is tested is there. */
  readonly present?: boolean;
}

/** The test of its being there that an expression is part of, if it is. */
export function findTest(tree: Tree, names: Bindings, node: Node): Test | undefined {
  const parent = tree.parent(node);
  if (!parent) return undefined;
  if (parent.type === 'UnaryExpression' && parent.operator === 'typeof') return typeofTest(tree, names, parent);
  if (parent.type === 'BinaryExpression' && isEquality(parent.operator)) {
    const other = parent.left === node ? parent.right : parent.left;
    const known = findConstant(other, names);
    if (!known || known.value != null) return undefined;
    return { kind: 'compare', node: parent, present: parent.operator.startsWith('!') };
  }
  return isTested(tree, node) ? { kind: 'test', node, present: true } : undefined;
}

function typeofTest(tree: Tree, names: Bindings, node: Node): Test {
  const top = climbParentheses(tree, node);
  const parent = tree.parent(top);
  if (parent?.type !== 'BinaryExpression') return { kind: 'typeof', node };
  const isLeft = parent.left === top;
  const known = findConstant(isLeft ? parent.right : parent.left, names);
  if (typeof known?.value !== 'string') return { kind: 'typeof', node };
  const { operator } = parent;
  if (isEquality(operator)) {
    const isNegated = operator.startsWith('!');
    return { kind: 'typeof', node: parent, present: (known.value === 'undefined') === isNegated };
  }
  // Minifiers write `typeof x < "u"`: every other answer of typeof comes before `undefined`.
  if (known.value === 'u' && (operator === '<' || operator === '>')) {
    return { kind: 'typeof', node: parent, present: (operator === '<') === isLeft };
  }
  return { kind: 'typeof', node };
}

function isEquality(operator: string): boolean {
  return operator === '==' || operator === '===' || operator === '!=' || operator === '!==';
}

/** A literal that gives nothing to call: `{}`, null, undefined, false. */
export function isNothing(node: Node, names: Bindings): boolean {
  const inner = skipParentheses(node);
  if (inner.type === 'ObjectExpression') return inner.properties.length === 0;
  const known = findConstant(inner, names);
  return known !== undefined && !known.value;
}
