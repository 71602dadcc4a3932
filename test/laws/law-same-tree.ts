// Law 1: apart from the planned edits, input and output parse to the same tree.
// Every node whose two ends can be followed through the edits must stand there in the output, of the same type and with
// the same values; the stretch that an edit replaced must be one node again; and nothing may have grown between kept
// bytes. So parentheses that got lost, statements that ran together and operators that rebound are all seen.

import {
  isExpression,
  isModuleSpecifier,
  isObjectMember,
  isPattern,
  isStatement,
  isTSType,
  type Node,
} from '@babel/types';
import type { Span } from '../../src/index.ts';
import { followThrough } from './follow.ts';
import { showPlace, type Law, type Subject, type Violations } from './subject.ts';
import { wrappersOf } from './wrappers.ts';
import { leftOut } from './ignored.ts';
import { isNode, ownValues, type SyntaxNode } from './syntax.ts';

export const sameTree: Law = { name: '1 same tree', check };

function check(subject: Subject): Violations {
  const { before, after, result, program } = subject;
  if (result.status !== 'changed') return [];
  if (!before || !after) return ['the output does not parse'];
  const { fromOf } = subject.layout;
  const follow = followThrough(subject.layout, after.comments);
  const isLeftOut = leftOut(subject);
  const violations: string[] = [];
  if (before.unit.module !== after.unit.module)
    violations.push(`the file was ${before.unit.module} and is ${after.unit.module}`);
  if (before.unit.strict !== after.unit.strict) violations.push(`the file's strictness changed`);

  const standing = new Map<string, SyntaxNode[]>();
  const afterNodes = after.nodes.map(({ node }) => node);
  for (const node of afterNodes) {
    const key = `${node.start}:${node.end}`;
    standing.set(key, [...(standing.get(key) ?? []), node]);
  }

  for (const { node, parent } of before.nodes) {
    // A lone semicolon may end the import that comes to stand before it.
    if (node.start === node.end || node.type === 'EmptyStatement') continue;
    // Key and value of a shorthand are the property itself, the name of a type the type.
    if (parent && isPair(parent.node.type) && parent.node.start === node.start && parent.node.end === node.end)
      continue;
    // A shorthand may become its mere value.
    if (node.type === 'ObjectProperty' && node['shorthand'] === true) continue;
    const replaced = follow.replaced(node.start, node.end);
    if (replaced) {
      const kind = kindOf(node);
      const there = standing.get(`${replaced.to.start}:${replaced.to.end}`) ?? [];
      // `res => …` is `(res: any) => …` where WeChat's types are stricter.
      const inner = standing.get(`${replaced.to.start + 1}:${replaced.to.end - 1}`) ?? [];
      if (node.type === 'Identifier' && inner.some(({ typeAnnotation }) => isNode(typeAnnotation))) continue;
      const isGone =
        replaced.to.start === replaced.to.end &&
        (kind === 'statement' ||
          (kind === 'property' && isLeftOut(node.start)) ||
          isPassing(parent?.node, node, program.code));
      if (!isGone && !there.some((other) => kindOf(other) === kind || (kind === 'property' && isIgnoring(other)))) {
        violations.push(`what replaces the ${kind} is no ${kind}, ${showPlace(program.code, node.start, node.end)}`);
      }
      continue;
    }
    const ends = follow.ends(node.end);
    const places = follow.starts(node.start).flatMap((start) => ends.map((end): Span => ({ start, end })));
    const possible = places.filter(({ start, end }) => start < end);
    if (possible.length === 0) continue;
    // A chain whose head was `swan?.` may be an ordinary one afterwards.
    const isRenamed = follow.starts(node.start).length > 1 || (subject.layout.outOf[node.start] ?? -1) < 0;
    const isThere = possible.some(({ start, end }) =>
      (standing.get(`${start}:${end}`) ?? []).some((other) => isSame(node, other, isRenamed)),
    );
    if (!isThere) violations.push(`${node.type} is no longer there, ${showPlace(program.code, node.start, node.end)}`);
  }

  const wrappers = wrappersOf(before.nodes, follow);
  const was = new Set(before.nodes.map(({ node }) => `${node.start}:${node.end}:${node.type}`));
  for (const node of afterNodes) {
    if (node.start === node.end) continue;
    const start = fromOf[node.start] ?? -1;
    const last = fromOf[node.end - 1] ?? -1;
    if (wrappers.some(({ region: { to } }) => to.start <= node.start && node.end <= to.end)) continue;
    if (start < 0 || last < 0 || was.has(`${start}:${last + 1}:${node.type}`)) continue;
    violations.push(`${node.type} was not there, output ${showPlace(subject.result.code, node.start, node.end)}`);
  }
  return violations;
}

/** swan as an argument, or the parameter that takes it: both go when nobody needs them. */
function isPassing(parent: SyntaxNode | undefined, node: SyntaxNode, code: string): boolean {
  if (parent === undefined) return false;
  const isIn = (list: unknown): boolean => Array.isArray(list) && list.includes(node);
  const text = code.slice(node.start, node.end);
  if (isIn(parent['params'])) return /^[\w$]+/.test(text);
  return isIn(parent['arguments']) && /^\(*(?:\w+\??\.)?swan\b/.test(text);
}

/** `...ignore(value)` stands for an option that swan ignores, where its value does something. */
function isIgnoring(node: SyntaxNode): boolean {
  const { argument } = node;
  const callee = isNode(argument) ? argument['callee'] : undefined;
  return node.type === 'SpreadElement' && isNode(callee) && /^ignore\d*$/.test(String(callee['name']));
}

function isPair(type: string): boolean {
  return type === 'ObjectProperty' || type === 'TSTypeReference';
}

/** What kind of thing may stand in its place. */
function kindOf(node: SyntaxNode): string {
  const known = node as unknown as Node;
  if (isStatement(known)) return 'statement';
  if (isExpression(known)) return 'expression';
  if (isObjectMember(known)) return 'property';
  if (isModuleSpecifier(known)) return 'specifier';
  if (isTSType(known)) return 'type';
  if (isPattern(known)) return 'pattern';
  return node.type;
}

function isSame(node: SyntaxNode, other: SyntaxNode, isRenamed: boolean): boolean {
  return describe(node, isRenamed) === describe(other, isRenamed);
}

function describe(node: SyntaxNode, isRenamed: boolean): string {
  const values = ownValues(node);
  if (!isRenamed) return `${node.type} ${JSON.stringify(values)}`;
  const { optional: _, ...rest } = values;
  return `${node.type.replace(/^Optional(?=Call|Member)/, '')} ${JSON.stringify(rest)}`;
}
