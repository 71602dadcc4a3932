// In: the tests for swan in a file. Out: the whole conditions that they are part of, and what each of these decides, so that
// a test whose answer is known can go without leaving `true &&` behind.
// Knows nothing of what a test answers.

import { goesOn, isInList, neighbourOf, semicolonAt } from './aliases.ts';
import { isTruthOnly } from './guards.ts';
import { isValueUnused } from '../syntax/places.ts';
import { climbParentheses, spanOf } from '../syntax/positions.ts';
import type { Condition, Logic } from './tests.ts';
import type { Trail } from './trail.ts';
import { endOf, startOf, type Node, type Tree } from '../syntax/tree.ts';
import type { Span } from '../text/text.ts';

export function findConditions(trail: Trail): Condition[] {
  const { tree, found } = trail;
  const tests = new Set<Node>(found.guards.map(({ test }) => test.node));
  const roots = new Set([...tests].map((test) => rootOf(tree, test)));
  return [...roots].map((root) => ({ root: logicOf(tree, tests, root), role: roleOf(trail, root) }));
}

function rootOf(tree: Tree, test: Node): Node {
  let root = test;
  for (let parent = tree.parent(root); parent && isLogic(parent); parent = tree.parent(root)) root = parent;
  return root;
}

function isLogic(node: Node): boolean {
  switch (node.type) {
    case 'ParenthesizedExpression':
      return true;
    case 'LogicalExpression':
      return node.operator !== '??';
    case 'UnaryExpression':
      return node.operator === '!';
    default:
      return false;
  }
}

function logicOf(tree: Tree, tests: ReadonlySet<Node>, node: Node): Logic {
  const at = spanOf(node);
  if (tests.has(node)) return { kind: 'guard', at };
  switch (node.type) {
    case 'ParenthesizedExpression':
      return { kind: 'wrapped', at, inner: logicOf(tree, tests, node.expression) };
    case 'UnaryExpression':
      return node.operator === '!'
        ? { kind: 'not', at, inner: logicOf(tree, tests, node.argument) }
        : { kind: 'opaque', at };
    case 'LogicalExpression':
      if (node.operator === '??') return { kind: 'opaque', at };
      return {
        kind: node.operator === '&&' ? 'and' : 'or',
        at,
        left: logicOf(tree, tests, node.left),
        right: logicOf(tree, tests, node.right),
        isTruth: isTruthOnly(tree, node),
        canBeRight: canStartStatement(tree, node, node.right),
      };
    default:
      return { kind: 'opaque', at };
  }
}

/** Where the whole begins a statement, what takes its place must not begin another kind of one, or go on with the one before. */
function canStartStatement(tree: Tree, whole: Node, part: Node): boolean {
  let node = whole;
  for (let parent = tree.parent(node); parent && startOf(parent) === startOf(whole); parent = tree.parent(node)) {
    if (parent.type === 'ExpressionStatement') {
      const before = neighbourOf(tree, parent, -1);
      const isOther = /^(?:\{|(?:async|class|function|let)\b)/.test(tree.text.slice(startOf(part), startOf(part) + 9));
      return !isOther && !(before && goesOn(tree, before, startOf(part)));
    }
    node = parent;
  }
  return true;
}

function roleOf(trail: Trail, root: Node): Condition['role'] {
  const { tree } = trail;
  const top = climbParentheses(tree, root);
  const link = tree.link(top);
  if (!link) return { kind: 'other' };
  const { parent, key } = link;
  if (parent.type === 'IfStatement' && key === 'test') return ifRole(trail, parent);
  if (parent.type === 'ConditionalExpression' && key === 'test') {
    const { consequent, alternate } = parent;
    return {
      kind: 'choice',
      at: spanOf(parent),
      consequent: { at: spanOf(consequent), isTrivial: isTrivial(consequent), isSimple: isSimple(consequent) },
      alternate: { at: spanOf(alternate), isTrivial: isTrivial(alternate), isSimple: isSimple(alternate) },
    };
  }
  return { kind: isValueUnused(tree, top) ? 'statement' : 'other' };
}

function ifRole(trail: Trail, node: Node & { type: 'IfStatement' }): Condition['role'] {
  const { tree } = trail;
  const { consequent, alternate } = node;
  const block = insideBraces(tree, consequent);
  return {
    kind: 'if',
    at: spanOf(node),
    consequent: spanOf(consequent),
    hasAlternate: Boolean(alternate),
    standsAlone: standsAlone(tree, node),
    isTrivial: isTrivial(consequent),
    ...(block ? { block } : {}),
    isInList: isInList(tree, node),
    ...semicolonAt(trail, node),
  };
}

/** From the first thing in a block to the last, comments among them; nothing where a line could swallow what comes behind. */
function insideBraces(tree: Tree, node: Node): Span | undefined {
  if (node.type !== 'BlockStatement' || node.body.length === 0) return undefined;
  const { start, end } = spanOf(node);
  const text = tree.text.slice(start + 1, end - 1);
  const first = start + 1 + text.length - text.trimStart().length;
  const last = first + text.trim().length;
  const isLineEnd = /^[ \t]*(?:\r?\n|$)/.test(tree.text.slice(end));
  const isCode = last === endOf(node.body.at(-1) ?? node);
  return isCode || isLineEnd ? { start: first, end: last } : undefined;
}

/** Nothing that the branch declares would reach further than before, and no `else` would change hands. */
function standsAlone(tree: Tree, node: Node & { type: 'IfStatement' }): boolean {
  const { consequent } = node;
  if (!isInList(tree, node)) return false;
  const list = consequent.type === 'BlockStatement' ? consequent.body : [consequent];
  const [before, behind] = [neighbourOf(tree, node, -1), neighbourOf(tree, node, 1)];
  const [first, last] = [list[0], list.at(-1)];
  if (before && first && goesOn(tree, before, startOf(first))) return false;
  if (behind && last && goesOn(tree, last, startOf(behind))) return false;
  return list.every(
    (statement) =>
      !/^(?:Class|Function)Declaration$|^TS/.test(statement.type) &&
      (statement.type !== 'VariableDeclaration' || statement.kind === 'var'),
  );
}

/** Dropping it loses nothing that a reader would miss: a literal, or a way out without a word. */
function isTrivial(node: Node): boolean {
  switch (node.type) {
    case 'BlockStatement':
      return node.directives.length === 0 && node.body.every(isTrivial);
    case 'ReturnStatement':
      return !node.argument || isTrivial(node.argument);
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'EmptyStatement':
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
    case 'NullLiteral':
      return true;
    case 'Identifier':
      return node.name === 'undefined';
    case 'ObjectExpression':
      return node.properties.length === 0;
    default:
      return false;
  }
}

/** It may stand anywhere that a choice may. */
function isSimple(node: Node): boolean {
  return !/^(?:Assignment|ArrowFunction|Yield|Sequence|Function|Class|Object)Expression$/.test(node.type);
}
