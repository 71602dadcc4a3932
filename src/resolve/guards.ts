// In: the tests for swan in a file and the sites found. Out: which sites each test protects.
// Follows `!`, `&&`, `||`, branches, loops, early returns, and a test kept in a `const`.
// Knows nothing of how a target answers the test.

import type { Span } from '../text.ts';
import { contains } from '../text.ts';
import { findConstInit } from './constant.ts';
import type { Names } from './names.ts';
import { climbWrappers, spanOf } from './positions.ts';
import type { GuardSite } from './reach.ts';
import type { Guard } from './sites.ts';
import { isSwan } from './starts.ts';
import { endOf, type Node, type Tree } from './tree.ts';

export function guardOf(
  tree: Tree,
  names: Names,
  site: GuardSite,
  sites: readonly Span[],
  others: readonly Span[],
): Guard {
  const regions: Span[] = [];
  if (site.present !== undefined) findRegions(tree, names, site.node, site.present, regions, 0);
  const isInside = (span: Span): boolean => regions.some((region) => contains(region, span));
  const { kind, api, present } = site;
  const swan = findSwan(tree, names, site.node);
  return {
    kind,
    at: spanOf(site.node),
    ...(swan ? { swan: spanOf(swan) } : {}),
    api,
    ...(present === undefined ? {} : { present }),
    protects: sites.filter(isInside),
    others: others.filter(isInside).length,
  };
}

/** The first place in a test that is swan, or a name of the program's own that is spelt like it. */
function findSwan(tree: Tree, names: Names, test: Node): Node | undefined {
  let found: Node | undefined;
  tree.walk(test, (node) => {
    if (found) return false;
    const isName = node.type === 'Identifier' && node.name === 'swan' && names.bindingOf(node) !== undefined;
    if (isName || isSwan(node, names)) found = node;
    return !found;
  });
  return found;
}

/** Adds what runs only when the truth of `node` is `when`. */
function findRegions(tree: Tree, names: Names, node: Node, when: boolean, regions: Span[], depth: number): void {
  const top = climbWrappers(tree, node);
  const link = tree.link(top);
  if (!link || depth > 20) return;
  const { parent, key } = link;
  const again = (above: Node, wanted: boolean): void => findRegions(tree, names, above, wanted, regions, depth + 1);
  switch (parent.type) {
    case 'UnaryExpression':
      if (parent.operator === '!') again(parent, !when);
      break;
    case 'LogicalExpression':
      if (parent.operator !== (when ? '&&' : '||')) break;
      if (key === 'left') regions.push(spanOf(parent.right));
      again(parent, when);
      break;
    case 'ConditionalExpression':
      if (key === 'test') regions.push(spanOf(when ? parent.consequent : parent.alternate));
      break;
    case 'WhileStatement':
    case 'ForStatement':
      if (key === 'test' && when) regions.push(spanOf(parent.body));
      break;
    case 'IfStatement':
      if (key !== 'test') break;
      if (when) regions.push(spanOf(parent.consequent));
      else if (parent.alternate) regions.push(spanOf(parent.alternate));
      if (!when && isExit(parent.consequent)) regions.push(restOf(tree, parent));
      break;
    case 'VariableDeclarator': {
      if (key !== 'init' || parent.id.type !== 'Identifier') break;
      for (const read of names.bindingOf(parent.id)?.reads ?? []) {
        if (findConstInit(read, names) === parent.init) again(read, when);
      }
      break;
    }
    default:
      break;
  }
}

function isExit(statement: Node): boolean {
  if (statement.type === 'BlockStatement') {
    const last = statement.body.at(-1);
    return last !== undefined && isExit(last);
  }
  return /^(?:Return|Throw|Break|Continue)Statement$/.test(statement.type);
}

/** From behind a statement to the end of its block. */
function restOf(tree: Tree, statement: Node): Span {
  const parent = tree.parent(statement);
  return { start: endOf(statement), end: parent ? endOf(parent) : endOf(statement) };
}
