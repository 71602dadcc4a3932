// In: a name that a `var`, `let` or `const` of the file declares. Out: every value that is ever assigned to it, and which
// of them a place that reads the name can see.
// Order is told from block lists alone: what stands earlier in a list around the place has run. Knows nothing of types.

import type { Binding } from '../syntax/bindings.ts';
import { endOf, startOf, type Node } from '../syntax/tree.ts';
import type { Context } from './context.ts';

/** One value of a variable. `+=`: it is added to what the variable holds. */
export interface Assigned {
  readonly value: Node;
  readonly isAdded: boolean;
  /** The declarator, where this is an initialiser. */
  readonly declarator?: Node;
}

/** All that is assigned to a variable, initialisers first; nothing where something comes in a way not seen. */
export function findAssigned({ tree, names }: Context, binding: Binding): readonly Assigned[] | undefined {
  // A direct eval may assign to anything but a constant.
  if (binding.declarations[0]?.kind !== 'const' && names.of('eval').free.length > 0) return undefined;
  const found: Assigned[] = [];
  for (const { kind, node, id } of binding.declarations) {
    if ((kind !== 'var' && kind !== 'let' && kind !== 'const') || node.type !== 'VariableDeclarator') return undefined;
    if (node.id !== id || tree.link(tree.parent(node) ?? node)?.key === 'left') return undefined;
    if (node.init) found.push({ value: node.init, isAdded: false, declarator: node });
  }
  for (const write of binding.writes) {
    const parent = tree.parent(write);
    if (parent?.type !== 'AssignmentExpression' || parent.left !== write) return undefined;
    if (!/^(?:\+|\|\||&&|\?\?)?=$/.test(parent.operator)) return undefined;
    found.push({ value: parent.right, isAdded: parent.operator === '+=' });
  }
  return found;
}

/** The initialisers that have run before a place does, whoever calls the function around it. */
export function initialisersBefore(context: Context, place: Node, assigned: readonly Assigned[]): readonly Assigned[] {
  return assigned.filter(({ declarator }) => declarator && findListBefore(context, declarator, place) !== undefined);
}

/** An assignment on every way from the initialiser to the place takes the initialiser's value away. */
export function isOverwritten(context: Context, name: string, { declarator }: Assigned, place: Node): boolean {
  const list = declarator && findListBefore(context, declarator, place);
  if (!declarator || !list) return false;
  return list.some(
    (statement) =>
      startOf(statement) > endOf(declarator) && endOf(statement) <= startOf(place) && alwaysAssigns(statement, name),
  );
}

type List = readonly Node[];

/** The block list that the declaration stands in, when it is one around the place and the declaration has run by then. */
function findListBefore({ tree }: Context, declarator: Node, place: Node): List | undefined {
  if (endOf(declarator) > startOf(place)) return undefined;
  let statement = tree.parent(declarator);
  const outer = statement && tree.parent(statement);
  if (outer?.type === 'ExportNamedDeclaration') statement = outer;
  const block = statement && tree.parent(statement);
  if (block?.type !== 'BlockStatement' && block?.type !== 'Program' && block?.type !== 'StaticBlock') return undefined;
  for (let above = tree.parent(place); above; above = tree.parent(above)) {
    if (above === block) return block.body;
    // It is hoisted, and may run before what stands above it.
    if (above.type === 'FunctionDeclaration') return undefined;
  }
  return undefined;
}

/** Whoever gets behind the statement has assigned to the name. */
function alwaysAssigns(statement: Node, name: string): boolean {
  switch (statement.type) {
    case 'ExpressionStatement': {
      const { expression } = statement;
      const isPlain = expression.type === 'AssignmentExpression' && expression.operator === '=';
      return isPlain && expression.left.type === 'Identifier' && expression.left.name === name;
    }
    case 'BlockStatement':
      return statement.body.some((one) => alwaysAssigns(one, name));
    case 'IfStatement':
      return (
        statement.alternate != null &&
        alwaysAssigns(statement.consequent, name) &&
        alwaysAssigns(statement.alternate, name)
      );
    case 'ReturnStatement':
    case 'ThrowStatement':
      return true;
    default:
      return false;
  }
}
