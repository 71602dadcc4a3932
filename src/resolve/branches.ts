// In: a branch that an answered test takes or leaves. Out: how it may stand without the test, and whether it may go.
// A branch goes when nothing in it reaches swan and no name that it declares is used elsewhere.
// Knows nothing of what a test answers.

import { beginningsOf, goesOn, goesOnWithOneBefore, mayLeave, neighbourOf } from './statement-ends.ts';
import { isSeenByEval } from '../syntax/hazards.ts';
import { spanOf, spanOver } from '../syntax/positions.ts';
import { isFunction } from '../syntax/scopes.ts';
import type { Arm } from './tests.ts';
import type { Trail } from './trail.ts';
import { endOf, startOf, type Node, type Tree } from '../syntax/tree.ts';
import { holdsAny } from '../text/sorted.ts';
import { contains, type Span } from '../text/text.ts';

type If = Node & { type: 'IfStatement' };

export interface Branches {
  /**
   * What is to be declared in place of code that never runs; nothing where it cannot go.
   * @param nodes one behind the other
   */
  readonly leftBy: (nodes: readonly Node[]) => readonly string[] | undefined;
  /** @param top the outermost `if` of a chain `if … else if …` that the branch belongs to */
  readonly armOf: (top: If, branch: Node) => Arm;
}

export function createBranches(trail: Trail): Branches {
  const { names, steps, uses } = trail;
  const swan = names.of('swan');
  const reaching = [...steps.values()].flatMap(({ node, value }) => {
    const use = uses.get(node);
    // Another API of swan is no site.
    const isOther = use?.kind === 'other' && use.member !== undefined;
    return value.is === 'global' || isOther ? [] : [node];
  });
  const needed = [...reaching, ...swan.freeWrites, ...swan.types].map(startOf).sort((a, b) => a - b);
  const leftBy: Branches['leftBy'] = (nodes) => {
    const at = spanOver(nodes);
    if (holdsAny(needed, at.start, at.end) || !nodes.every(mayGo)) return undefined;
    const used = nodes.flatMap((node) => declaredBy(trail, node)).filter((id) => !isUsedWithin(trail, id, at));
    const names = used.map((id) => (isPlainVariable(trail, id) ? id.name : undefined));
    return names.every((name) => name !== undefined) ? [...new Set(names)] : undefined;
  };
  return { leftBy, armOf: (top, branch) => armOf(trail, leftBy, top, branch) };
}

// Going

function mayGo(node: Node): boolean {
  return !/^(?:Export|ImportDecl|Declare|EnumDecl|TS(?:Enum|Module|Interface|TypeAlias|Import|Export|Declare))/.test(
    node.type,
  );
}

/** `var` and nothing else: without a value, it is what it was. */
function isPlainVariable({ tree, names }: Trail, id: Node): id is Node & { type: 'Identifier' } {
  const binding = names.bindingOf(id);
  if (!binding || isSeenByEval(tree, names, binding.scope)) return false;
  return id.type === 'Identifier' && binding.declarations.every(({ kind }) => kind === 'var');
}

/** The names of `var` and functions at any depth, and of what is declared at the top. */
function declaredBy(trail: Trail, node: Node): Node[] {
  const { tree } = trail;
  const ids: Node[] = [];
  tree.walk(node, (inner) => {
    if (inner.type === 'FunctionDeclaration' || (inner === node && inner.type === 'ClassDeclaration')) {
      if (inner.id) ids.push(inner.id);
    } else if (inner.type === 'VariableDeclaration' && (inner.kind === 'var' || inner === node)) {
      for (const { id } of inner.declarations) ids.push(...namesIn(trail, id));
    }
    return !isFunction(inner) && inner.type !== 'ClassBody';
  });
  return ids;
}

function namesIn({ tree, names }: Trail, pattern: Node): Node[] {
  const ids: Node[] = [];
  tree.walk(pattern, (node) => {
    if (names.bindingOf(node)?.declarations.some(({ id }) => id === node)) ids.push(node);
  });
  return ids;
}

function isUsedWithin({ tree, names }: Trail, id: Node, at: Span): boolean {
  const binding = names.bindingOf(id);
  if (!binding || isSeenByEval(tree, names, binding.scope)) return false;
  const isInside = (node: Node): boolean => contains(at, spanOf(node));
  // `var` that is declared elsewhere as well stays declared.
  const isOther = ({ kind, id: other }: (typeof binding.declarations)[number]): boolean =>
    (kind === 'var' || kind === 'param') && !isInside(other);
  const isVariable = binding.declarations.every(({ kind }) => kind !== 'function' && kind !== 'class');
  if (isVariable && binding.declarations.some(isOther)) return true;
  const { free, freeWrites, types } = names.of(binding.name);
  // Sloppy code sees a function of a block from outside of it.
  const others = isVariable ? types : [...types, ...free, ...freeWrites];
  const own = [...binding.reads, ...binding.writes, ...binding.declarations.map((one) => one.id)];
  return [...own, ...others].every(isInside);
}

// Staying

function armOf(trail: Trail, leftBy: Branches['leftBy'], top: If, branch: Node): Arm {
  const { tree } = trail;
  const list = branch.type === 'BlockStatement' ? branch.body : [branch];
  const [first] = list;
  const behind = neighbourOf(tree, top, 1);
  const inner = branch.type === 'BlockStatement' ? insideBraces(tree, top, branch) : spanOf(branch);
  const left = leftBy([branch]);
  const fits = list.every((statement) => fitsAround(trail, top, branch, statement));
  return {
    at: spanOf(branch),
    ...(inner && fits ? { inner } : {}),
    isEmpty: first === undefined || branch.type === 'EmptyStatement',
    isBlock: branch.type === 'BlockStatement',
    isPlain: /^(?:Expression|Return|Throw|Break|Continue)Statement$/.test(branch.type),
    needsSemicolon: beginningsOf(trail, list).some((one) => goesOnWithOneBefore(trail, top, startOf(one))),
    ...(behind && goesOnBehind(trail, top, list, startOf(behind)) ? { semicolonAt: startOf(behind) } : {}),
    exits: isExit(branch),
    ...(left ? { left } : {}),
  };
}

/** What begins at the offset would be read as part of the branch, or of what stands before it once all of it is gone. */
function goesOnBehind(trail: Trail, top: If, list: readonly Node[], offset: number): boolean {
  const last = list.at(-1);
  if (last && goesOn(trail.tree, last, offset)) return true;
  return list.every((statement) => mayLeave(trail, statement)) && goesOnWithOneBefore(trail, top, offset);
}

/** From the first thing in a block to the last, comments among them; nothing where a line could swallow what comes behind. */
function insideBraces(tree: Tree, top: Node, node: Node & { type: 'BlockStatement' }): Span | undefined {
  if (node.body.length === 0) return undefined;
  const { start, end } = spanOf(node);
  const text = tree.text.slice(start + 1, end - 1);
  const first = start + 1 + text.length - text.trimStart().length;
  const last = first + text.trim().length;
  const isLineEnd = /^[ \t]*(?:\r?\n|$)/.test(tree.text.slice(endOf(top), endOf(top) + 200));
  const isCode = last === endOf(node.body.at(-1) ?? node);
  return isCode || isLineEnd ? { start: first, end: last } : undefined;
}

/** No name that it declares means anything where it comes to stand. */
function fitsAround(trail: Trail, top: If, branch: Node, statement: Node): boolean {
  const { names } = trail;
  if (/^(?:TS|Enum|Declare)/.test(statement.type)) return false;
  const isDeclaration = /^(?:Class|Function)Declaration$/.test(statement.type);
  if (!isDeclaration && (statement.type !== 'VariableDeclaration' || statement.kind === 'var')) return true;
  if (statement.type === 'VariableDeclaration' && !/^(?:let|const)$/.test(statement.kind)) return false;
  const [own, around] = [spanOf(branch), spanAround(trail, top)];
  return declaredBy(trail, statement).every((id) => {
    if (id.type !== 'Identifier') return false;
    const { bindings, free, freeWrites, types, ambient } = names.of(id.name);
    if (bindings.some(({ scope }) => isSeenByEval(trail.tree, names, scope))) return false;
    const bound = bindings.flatMap(({ reads, writes, declarations }) => [
      ...reads,
      ...writes,
      ...declarations.map((one) => one.id),
    ]);
    return [...bound, ...free, ...freeWrites, ...types, ...ambient]
      .map((node) => spanOf(node))
      .every((span) => !contains(around, span) || contains(own, span));
  });
}

/** What the names of a list of statements reach, with the parameters in front of it. */
function spanAround({ tree }: Trail, top: Node): Span {
  const list = tree.parent(top);
  const parent = list?.type === 'SwitchCase' || list?.type === 'BlockStatement' ? tree.parent(list) : undefined;
  const isOne = parent && (isFunction(parent) || /^(?:CatchClause|SwitchStatement)$/.test(parent.type));
  return spanOf(isOne ? parent : (list ?? tree.program));
}

/** What stands behind it in the same list never runs. */
export function isExit(statement: Node): boolean {
  if (statement.type === 'BlockStatement') {
    const last = statement.body.at(-1);
    return last !== undefined && isExit(last);
  }
  return /^(?:Return|Throw|Break|Continue)Statement$/.test(statement.type);
}
