// In: the tests for swan in a file. Out: the whole conditions that they are part of, and what each of these decides, so that
// a test whose answer is known can go without leaving `true &&` behind.
// Knows nothing of what a test answers.

import { goesOnWithOneBefore, isInList, semicolonAt, statementSpan } from './statement-ends.ts';
import { createBranches, isExit, type Branches } from './branches.ts';
import { isTruthOnly } from './guards.ts';
import { climbParentheses, spanOf, spanOver } from '../syntax/positions.ts';
import type { Branch, Condition, IfRole, Logic, Standing } from './tests.ts';
import type { Trail } from './trail.ts';
import { endOf, startOf, type Node, type Tree } from '../syntax/tree.ts';

export function findConditions(trail: Trail): Condition[] {
  const { tree, found } = trail;
  const tests = new Set<Node>(found.guards.map(({ test }) => test.node));
  const roots = new Set([...tests].map((test) => rootOf(tree, test)));
  const branches = createBranches(trail);
  return [...roots].map((root) => ({ root: logicOf(trail, tests, root), role: roleOf(trail, branches, root) }));
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

function logicOf(trail: Trail, tests: ReadonlySet<Node>, node: Node): Logic {
  const at = spanOf(node);
  if (tests.has(node)) return { kind: 'guard', at };
  switch (node.type) {
    case 'ParenthesizedExpression':
      return { kind: 'wrapped', at, inner: logicOf(trail, tests, node.expression) };
    case 'UnaryExpression':
      return node.operator === '!'
        ? { kind: 'not', at, inner: logicOf(trail, tests, node.argument) }
        : { kind: 'opaque', at };
    case 'LogicalExpression':
      if (node.operator === '??') return { kind: 'opaque', at };
      return {
        kind: node.operator === '&&' ? 'and' : 'or',
        at,
        left: logicOf(trail, tests, node.left),
        right: logicOf(trail, tests, node.right),
        isTruth: isTruthOnly(trail.tree, node),
        standing: standingOf(trail, node, node.right),
      };
    default:
      return { kind: 'opaque', at };
  }
}

/** Where the whole begins a statement, what takes its place must not begin another kind of one, or go on with the one before. */
function standingOf(trail: Trail, whole: Node, part: Node): Standing {
  const { tree } = trail;
  const at = startOf(part);
  // What takes the place of `(swan).request()` begins with a name.
  const isSite = trail.found.calls.some(({ call }) => startOf(call) === at);
  const begins = isSite ? 'site' : tree.text.slice(at, at + 9);
  for (let link = tree.link(whole); link; link = tree.link(link.parent)) {
    const { parent, key } = link;
    if (parent.type === 'ArrowFunctionExpression' && key === 'body')
      return standing({ isWrapped: begins.startsWith('{') });
    if (parent.type === 'ExportDefaultDeclaration')
      return standing({ isWrapped: /^(?:async|class|function)\b/.test(begins) });
    if (parent.type === 'ExpressionStatement') {
      const isWrapped = /^(?:\{|(?:async|class|function|let)\b)/.test(begins);
      const first = isWrapped ? '(' : begins.charAt(0);
      return standing({ isWrapped, goesOn: goesOnWithOneBefore(trail, parent, at, first) });
    }
    if (startOf(parent) !== startOf(whole)) break;
  }
  return standing({});
}

function standing({ isWrapped = false, goesOn = false }): Standing {
  return { needsSemicolon: goesOn, needsParentheses: isWrapped };
}

function roleOf(trail: Trail, branches: Branches, root: Node): Condition['role'] {
  const { tree } = trail;
  const top = climbParentheses(tree, root);
  const link = tree.link(top);
  if (!link) return { kind: 'other' };
  const { parent, key } = link;
  if (parent.type === 'IfStatement' && key === 'test') return ifRole(trail, branches, parent);
  if (parent.type === 'ConditionalExpression' && key === 'test') {
    const sideOf = (node: Node): Branch => ({
      at: spanOf(node),
      canGo: branches.leftBy([node]) !== undefined,
      standing: standingOf(trail, parent, node),
    });
    return {
      kind: 'choice',
      at: spanOf(parent),
      consequent: sideOf(parent.consequent),
      alternate: sideOf(parent.alternate),
    };
  }
  if (parent.type !== 'ExpressionStatement') return { kind: 'other' };
  return {
    kind: 'statement',
    at: statementSpan(tree, parent),
    isInList: isInList(tree, parent),
    ...semicolonAt(trail, parent),
  };
}

function ifRole(trail: Trail, branches: Branches, node: If): IfRole {
  const { tree } = trail;
  const { consequent, alternate } = node;
  const top = topOf(tree, node);
  const link = tree.link(node);
  const outer = link?.parent.type === 'IfStatement' && link.key === 'alternate' ? link.parent : undefined;
  const rest = restOf(tree, node);
  return {
    kind: 'if',
    at: spanOf(node),
    consequent: branches.armOf(top, consequent),
    ...(alternate ? { alternate: branches.armOf(top, alternate) } : {}),
    ...(outer ? { elseFrom: endOf(outer.consequent) } : {}),
    ...(rest.length > 0 ? { rest: { at: spanOver(rest), canGo: branches.leftBy(rest)?.length === 0 } } : {}),
    isInList: isInList(tree, node),
    ...semicolonAt(trail, node),
  };
}

type If = Node & { type: 'IfStatement' };

/** The first `if` of a chain `if … else if …`. */
function topOf(tree: Tree, node: If): If {
  const link = tree.link(node);
  return link?.parent.type === 'IfStatement' && link.key === 'alternate' ? topOf(tree, link.parent) : node;
}

/** The statements behind one that a branch of it may not come to. */
function restOf(tree: Tree, node: If): readonly Node[] {
  const link = tree.link(node);
  const exits = isExit(node.consequent) || (node.alternate ? isExit(node.alternate) : false);
  if (!exits || link?.index === undefined) return [];
  return (link.parent as unknown as Record<string, readonly Node[]>)[link.key]?.slice(link.index + 1) ?? [];
}
