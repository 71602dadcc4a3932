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
      const there = endsOf(node, [replaced.to.end], result.code).flatMap(
        (end) => standing.get(`${replaced.to.start}:${end}`) ?? [],
      );
      // `res => …` is `(res: any) => …` where WeChat's types are stricter.
      const inner = standing.get(`${replaced.to.start + 1}:${replaced.to.end - 1}`) ?? [];
      if (node.type === 'Identifier' && inner.some(({ typeAnnotation }) => isNode(typeAnnotation))) continue;
      const isGone =
        replaced.to.start === replaced.to.end &&
        (kind === 'statement' ||
          (kind === 'property' && isLeftOut(node.start)) ||
          isPassing(parent?.node, node, program.code));
      // The statements of its block stand in place of an `if` whose test is answered.
      if (node.type === 'IfStatement' && isRunOfStatements(afterNodes, replaced.to, result.code)) continue;
      if (!isGone && !there.some((other) => kindOf(other) === kind || (kind === 'property' && isIgnoring(other)))) {
        violations.push(`what replaces the ${kind} is no ${kind}, ${showPlace(program.code, node.start, node.end)}`);
      }
      continue;
    }
    const ends = endsOf(node, follow.ends(ownEnd(node, program.code)), result.code);
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
  // Of a condition that is answered, what it decided on stands in place of the whole.
  const reductions = result.edits.flatMap(({ at: whole, text: [left, ...more] }) =>
    left !== undefined && typeof left !== 'string' && more.length === 0 ? [{ whole, left }] : [],
  );
  const was = new Set(
    before.nodes.flatMap(({ node }) =>
      [node.end, ownEnd(node, program.code)].map((end) => `${node.start}:${end}:${node.type}`),
    ),
  );
  for (const node of afterNodes) {
    if (node.start === node.end || node.type === 'EmptyStatement') continue;
    const start = fromOf[node.start] ?? -1;
    const last = fromOf[ownEnd(node, result.code) - 1] ?? -1;
    if (wrappers.some(({ region: { to } }) => to.start <= node.start && node.end <= to.end)) continue;
    if (start < 0 || last < 0) continue;
    const starts = [start, ...reductions.filter(({ left }) => left.start === start).map(({ whole }) => whole.start)];
    const ends = [last + 1, ...reductions.filter(({ left }) => left.end === last + 1).map(({ whole }) => whole.end)];
    if (starts.some((from) => ends.some((to) => was.has(`${from}:${to}:${node.type}`)))) continue;
    violations.push(`${node.type} was not there, output ${showPlace(subject.result.code, node.start, node.end)}`);
  }
  return violations;
}

/** A semicolon that begins a later line is that line's, though the parser counts it to the statement before. */
function ownEnd({ type, start, end }: SyntaxNode, code: string): number {
  if (!/^(?:Variable|Export\w+)Declaration$|^(?:Expression|DoWhile|Return|Throw|Break|Continue)Statement$/.test(type))
    return end;
  const behind = /(?:[ \t]+\/\/[^\n]*)?\s*\n(?:\s|\/\/[^\n]*\n|\/\*[^*]*\*\/)*;$/.exec(code.slice(start, end));
  return behind ? end - behind[0].length : end;
}

/** A semicolon that began the next line ends the statement where the one in between went. */
function endsOf(node: SyntaxNode, ends: readonly number[], output: string): number[] {
  if (kindOf(node) !== 'statement') return [...ends];
  return ends.flatMap((end) => {
    const behind = /^(?:\s|\/\/[^\n]*\n|\/\*[^*]*\*\/)*;/.exec(output.slice(end, end + 500));
    return behind ? [end, end + behind[0].length] : [end];
  });
}

function isRunOfStatements(nodes: readonly SyntaxNode[], { start, end }: Span, code: string): boolean {
  const statements = nodes.filter((node) => kindOf(node) === 'statement');
  // A semicolon in front may be that of the statement before.
  const first = start + (/^[;\s]*/.exec(code.slice(start, end))?.[0].length ?? 0);
  return (
    statements.some((node) => node.start === start || node.start === first) &&
    statements.some((node) => endsOf(node, [end], code).includes(node.end))
  );
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
