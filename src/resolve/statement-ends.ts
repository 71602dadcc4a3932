// In: a statement among others. Out: where it ends, and whether what follows would be read as part of the one before, once
// it, or the test around its branches, is gone: the semicolons that a file leaves out are of its lines.
// Knows nothing of what goes; what may go is counted as gone.

import { spanOf } from '../syntax/positions.ts';
import { endOf, startOf, type Node, type Tree } from '../syntax/tree.ts';
import { contains, type Span } from '../text/text.ts';
import type { Trail } from './trail.ts';

/** A semicolon on a later line ends the statement only because nothing else does: it is the next line's. */
export function statementSpan(tree: Tree, statement: Node): Span {
  const { start, end } = spanOf(statement);
  const inner =
    statement.type === 'VariableDeclaration'
      ? statement.declarations.at(-1)
      : statement.type === 'ExpressionStatement'
        ? statement.expression
        : undefined;
  const last = inner ? endOf(inner) : end;
  return { start, end: /[\n\r]/.test(tree.text.slice(last, end)) ? last : end };
}

export function isInList(tree: Tree, statement: Node): boolean {
  const parent = tree.parent(statement);
  return parent !== undefined && /^(?:Program|BlockStatement|StaticBlock|SwitchCase|TSModuleBlock)$/.test(parent.type);
}

/** Where the statement behind begins, if without this one it would go on with the one before. */
export function semicolonAt(trail: Trail, statement: Node): { readonly semicolonAt?: number } {
  const behind = neighbourOf(trail.tree, statement, 1);
  // The semicolon that is the next line's stays.
  if (statementSpan(trail.tree, statement).end < endOf(statement)) return {};
  return behind && goesOnWithOneBefore(trail, statement, startOf(behind)) ? { semicolonAt: startOf(behind) } : {};
}

/**
 * What begins at the offset would be read as part of the statement before this one; of the ones before, those that may go
 * as well are not counted on.
 * @param begins what will stand there, where that is something else than now
 */
export function goesOnWithOneBefore(
  trail: Trail,
  statement: Node,
  offset: number,
  begins = trail.tree.text.charAt(offset),
): boolean {
  const { tree } = trail;
  for (let before = neighbourOf(tree, statement, -1); before; before = neighbourOf(tree, before, -1)) {
    const own = before;
    if (goesOnWith(tree, own, begins)) return true;
    if (!mayLeave(trail, own)) return false;
    if (endingsOf(own).some((last) => goesOnWith(tree, last, begins))) return true;
  }
  return false;
}

/** What an `if` may end with once its test is gone. */
function endingsOf(statement: Node): readonly Node[] {
  if (statement.type === 'BlockStatement') {
    const last = statement.body.at(-1);
    return last ? [last, ...endingsOf(last)] : [];
  }
  if (statement.type !== 'IfStatement') return [];
  return [statement.consequent, statement.alternate].flatMap((arm) => (arm ? [arm, ...endingsOf(arm)] : []));
}

/** What a list of statements may begin with, once tests and other names are gone. */
export function beginningsOf(trail: Trail, list: readonly Node[]): readonly Node[] {
  const [first, ...rest] = list;
  if (!first) return [];
  const arms = first.type === 'IfStatement' ? [first.consequent, first.alternate] : [];
  const inside = arms.flatMap((arm) => {
    if (!arm) return [];
    return beginningsOf(trail, arm.type === 'BlockStatement' ? arm.body : [arm]);
  });
  return [first, ...inside, ...(mayLeave(trail, first) ? beginningsOf(trail, rest) : [])];
}

/** It holds a test for swan, or gives swan another name. */
export function mayLeave({ found }: Trail, statement: Node): boolean {
  return (
    found.guards.some(({ test }) => contains(spanOf(statement), spanOf(test.node))) ||
    found.aliases.some(({ declarator }) => contains(spanOf(statement), spanOf(declarator)))
  );
}

/** What stands before or behind a statement in its list; before the first one, the last directive. */
export function neighbourOf(tree: Tree, statement: Node, step: 1 | -1): Node | undefined {
  const link = tree.link(statement);
  if (link?.index === undefined) return undefined;
  const { parent, key, index } = link;
  const list = (parent as unknown as Record<string, readonly Node[] | undefined>)[key];
  return list?.[index + step] ?? (step < 0 && 'directives' in parent ? parent.directives?.at(-1) : undefined);
}

/** What begins at the offset would be read as part of the statement in front of it. */
export function goesOn(tree: Tree, before: Node, offset: number): boolean {
  return goesOnWith(tree, before, tree.text.charAt(offset));
}

function goesOnWith(tree: Tree, before: Node, begins: string): boolean {
  const last = tree.text.charAt(endOf(before) - 1);
  const isOpen = /^(?:Expression|Return|Throw)Statement$|^VariableDeclaration$|^ClassProperty$|^Export/.test(
    before.type,
  );
  return last !== ';' && (last !== '}' || isOpen) && /[([/+\-*`,.]/.test(begins);
}
