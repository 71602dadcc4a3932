// In: a program before and after. Out: the options that were left out because swan ignores them (R11).
// Says for itself which may go: their key is one that no API of swan has, and their value does nothing.

import { apis } from '../../src/apis.ts';
import type { Subject } from './subject.ts';
import { isNode, type Placed, type SyntaxNode } from './syntax.ts';

const doing =
  /^(?:Optional)?(?:Call|New|Assignment|Update|Await|Yield|TaggedTemplate|Import|Class|Member|OptionalMember)Expression$|^SpreadElement$/;

const codes = new Set<string>(['ignored-option', 'host-option', 'header-not-object']);

/** Whether a node, or a name, stood in an option that was rightly left out. */
export function leftOut({ before, result }: Subject): (offset: number) => boolean {
  const nodes = before?.nodes ?? [];
  const noted = new Set(result.diagnostics.filter(({ code }) => codes.has(code)).map(({ start }) => start));
  const ranges = nodes
    .filter(({ node }) => isProperty(node) && noted.has(keyStart(node)) && isIgnored(node))
    .filter((placed) => !nodes.some((one) => doing.test(one.node.type) && isEvaluatedIn(one, placed)))
    .map(({ node }) => node);
  return (offset) => ranges.some(({ start, end }) => start <= offset && offset < end);
}

function isProperty({ type }: SyntaxNode): boolean {
  return type === 'ObjectProperty' || type === 'ObjectMethod';
}

function keyStart(node: SyntaxNode): number {
  const key = node['key'] as SyntaxNode;
  return node['computed'] === true ? node.start : key.start;
}

function isIgnored({ key }: SyntaxNode): boolean {
  const name = isNode(key) ? (key['name'] ?? key['value']) : undefined;
  return ![...apis.values()].every(({ options }) => options.includes(String(name)));
}

/** It stands in the option, and in no function there. */
function isEvaluatedIn(placed: Placed, option: Placed): boolean {
  for (let at: Placed | undefined = placed; at; at = at.parent) {
    if (at === option) return option.node.type !== 'ObjectMethod';
    if (/Function|Method/.test(at.node.type)) return false;
  }
  return false;
}
