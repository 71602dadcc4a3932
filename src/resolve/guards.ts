// In: the tests for swan in a file, and every place that reads swan. Out: what each test protects, and who sees its answer.
// Follows `!`, `&&`, `||`, branches, loops, early returns, and a test kept in a name of its own.
// Knows nothing of how a target answers the test.

import { contains, type Span } from '../text/text.ts';
import { isExit } from './branches.ts';
import { findConstInit, skipParentheses } from '../syntax/constant.ts';
import type { Leading } from './leading.ts';
import { effectOf } from './effects.ts';
import { isValueUnused } from '../syntax/places.ts';
import { climbParentheses, spanOf } from '../syntax/positions.ts';
import type { Guard } from './tests.ts';
import type { Found, Trail } from './trail.ts';
import { endOf, type Node, type Tree } from '../syntax/tree.ts';

type GuardSite = Found['guards'][number];

/** What a test may be for. */
export interface Protected {
  /** The network calls and values. */
  readonly sites: readonly Span[];
  /** Every place that names swan, an alias, or an API. */
  readonly reads: readonly Span[];
  readonly leadingTo: Leading;
}

export function guardOf(trail: Trail, site: GuardSite, { sites, reads, leadingTo }: Protected): Guard {
  const { step, api, test } = site;
  const reach: Reach = { regions: [], isPrivate: true };
  // What else the test does has to be done all the same.
  if (test.present === undefined || hasEffect(trail, site)) reach.isPrivate = false;
  else findRegions(trail, test.node, test.present, reach, 0);
  const isBehind = (span: Span): boolean => reach.regions.some((region) => contains(region, span));
  const swan = step.value.is === 'swan' ? step.node : step.object;
  const key = step.value.is === 'global' ? test.member : undefined;
  return {
    kind: test.kind,
    at: spanOf(test.node),
    api,
    ...(swan ? { swan: spanOf(swan) } : key ? { key: spanOf(key) } : { named: spanOf(step.node) }),
    ...(test.present === undefined ? {} : { present: test.present }),
    without: answerWithout(trail, site),
    ...(test.isOpen ? { isOpen: true } : {}),
    isPrivate: reach.isPrivate,
    protects: sites.filter(isBehind),
    leadsTo: api === '*' && test.kind !== 'canIUse' ? [] : leadingTo(reach.regions),
    reads: reads.filter(isBehind),
  };
}

function hasEffect({ names }: Trail, { test }: GuardSite): boolean {
  const { node } = test;
  const isCall = node.type === 'CallExpression' || node.type === 'OptionalCallExpression';
  const looked = isCall ? skipParentheses(node.callee) : node;
  return effectOf(names, looked) === 'effects';
}

/** What the test comes to where there is no swan. */
function answerWithout({ names }: Trail, { step, test, api }: GuardSite): Guard['without'] {
  const isName = step.node.type === 'Identifier' && names.isFree(step.node) && step.node.name === 'swan';
  if (api !== '*' || test.kind === 'in') return test.kind === 'in' && step.value.is === 'global' ? false : 'throws';
  if (test.kind === 'typeof') return test.present === undefined ? 'throws' : !test.present;
  if (isName) return 'throws';
  return test.present === undefined ? 'throws' : !test.present;
}

interface Reach {
  readonly regions: Span[];
  /** Whoever gets the answer can be seen. */
  isPrivate: boolean;
}

/** What runs only when the truth of an expression is `when`. */
export function findBranches(trail: Trail, node: Node, when: boolean): readonly Span[] {
  const reach: Reach = { regions: [], isPrivate: true };
  findRegions(trail, node, when, reach, 0);
  return reach.regions;
}

/** Adds what runs only when the truth of `node` is `when`. */
function findRegions(trail: Trail, node: Node, when: boolean, reach: Reach, depth: number): void {
  const { tree } = trail;
  const top = climbParentheses(tree, node);
  const link = tree.link(top);
  if (!link || depth > 20) return;
  const { parent, key } = link;
  const again = (above: Node, wanted: boolean): void => findRegions(trail, above, wanted, reach, depth + 1);
  switch (parent.type) {
    case 'UnaryExpression':
      if (parent.operator === '!') return again(parent, !when);
      reach.isPrivate &&= parent.operator === 'void';
      return;
    case 'LogicalExpression':
      return throughLogical(tree, parent, key, when, reach, again);
    case 'ConditionalExpression':
      if (key === 'test') reach.regions.push(spanOf(when ? parent.consequent : parent.alternate));
      else reach.isPrivate = false;
      return;
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
      if (key === 'test' && when) reach.regions.push(spanOf(parent.body));
      return;
    case 'IfStatement':
      return throughIf(tree, parent, when, reach);
    case 'VariableDeclarator':
      return throughName(trail, parent, when, reach, again);
    default:
      if (!isValueUnused(tree, top)) reach.isPrivate = false;
  }
}

type Again = (above: Node, wanted: boolean) => void;

function throughLogical(
  tree: Tree,
  parent: Node & { type: 'LogicalExpression' },
  key: string,
  when: boolean,
  reach: Reach,
  again: Again,
): void {
  if (parent.operator === (when ? '&&' : '||')) {
    if (key === 'left') reach.regions.push(spanOf(parent.right));
    // The value is that of the right side, whoever gets it.
    if (key === 'left' && !isTruthOnly(tree, parent)) return;
    return again(parent, when);
  }
  if (!isTruthOnly(tree, parent)) reach.isPrivate = false;
}

/** Only the truth of the expression counts, or nobody has it. */
export function isTruthOnly(tree: Tree, node: Node): boolean {
  const top = climbParentheses(tree, node);
  const link = tree.link(top);
  if (!link || isValueUnused(tree, top)) return true;
  const { parent, key } = link;
  if (parent.type === 'UnaryExpression') return parent.operator === '!';
  if (parent.type === 'LogicalExpression')
    return isTruthOnly(tree, parent) || (key === 'left' && parent.operator === '&&');
  return key === 'test';
}

function throughIf(tree: Tree, parent: Node & { type: 'IfStatement' }, when: boolean, { regions }: Reach): void {
  if (when) regions.push(spanOf(parent.consequent));
  else if (parent.alternate) regions.push(spanOf(parent.alternate));
  if (!when && isExit(parent.consequent)) regions.push(restOf(tree, parent));
}

/** `const isSwan = typeof swan !== 'undefined'`: the answer goes where the name is read. */
function throughName(
  { names, tree }: Trail,
  parent: Node & { type: 'VariableDeclarator' },
  when: boolean,
  reach: Reach,
  again: Again,
): void {
  const binding = parent.id.type === 'Identifier' ? names.bindingOf(parent.id) : undefined;
  const statement = tree.parent(parent);
  const isExported = statement !== undefined && tree.parent(statement)?.type === 'ExportNamedDeclaration';
  if (!binding || isExported) {
    reach.isPrivate = false;
    return;
  }
  for (const read of binding.reads) {
    if (findConstInit(read, names) === parent.init) again(read, when);
    else reach.isPrivate = false;
  }
}

/** From behind a statement to the end of its block. */
function restOf(tree: Tree, statement: Node): Span {
  const parent = tree.parent(statement);
  return { start: endOf(statement), end: parent ? endOf(parent) : endOf(statement) };
}
