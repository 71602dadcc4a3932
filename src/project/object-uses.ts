// In: a place where an object of the program stands. Out: whether what is done there may change what lies at a path in it.
// Anything that is not understood may. Knows nothing of modules and nothing of swan.

import { findKey, findMember } from '../syntax/constant.ts';
import { isExportedName } from '../syntax/export-places.ts';
import type { Bindings } from '../syntax/bindings.ts';
import { climbParentheses, isTested, isWritten } from '../syntax/positions.ts';
import type { Node, Tree } from '../syntax/tree.ts';

export interface ParsedModule {
  readonly tree: Tree;
  readonly names: Bindings;
}

/** `path` leads from the object to a text, which itself cannot be changed: empty, the place holds that text. */
export function mayChange(program: ParsedModule, place: Node, path: readonly string[], depth = 0): boolean {
  const { tree, names } = program;
  const top = climbParentheses(tree, place);
  const link = tree.link(top);
  if (!link || depth > 20 || isWritten(tree, top)) return true;
  if (path.length === 0 || isTested(tree, top)) return false;
  const { parent, key } = link;
  switch (parent.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      if (key !== 'object') return false;
      const name = findMember(parent, names);
      if (name === path[0]) return mayChange(program, parent, path.slice(1), depth + 1);
      // Which member it is cannot be told; a method has the object as `this`.
      return name === undefined || isCalled(tree, parent);
    }
    case 'VariableDeclarator':
      return key !== 'init' || mayBound(program, parent.id, path, depth + 1);
    case 'BinaryExpression':
    case 'TemplateLiteral':
    case 'UnaryExpression':
    case 'ExpressionStatement':
      return false;
    default:
      return true;
  }
}

function isCalled(tree: Tree, member: Node): boolean {
  const link = tree.link(climbParentheses(tree, member));
  return link?.key === 'callee' || link?.key === 'tag';
}

/** What is done by the names that a declaration gives to the object and its members. */
function mayBound(program: ParsedModule, id: Node, path: readonly string[], depth: number): boolean {
  if (path.length === 0) return false;
  if (id.type === 'AssignmentPattern') return mayBound(program, id.left, path, depth);
  if (id.type === 'Identifier') {
    const binding = program.names.bindingOf(id);
    if (!binding || binding.writes.length > 0 || isExportedName(program.tree, binding)) return true;
    return binding.reads.some((read) => mayChange(program, read, path, depth));
  }
  if (id.type !== 'ObjectPattern') return true;
  return id.properties.some((property) => {
    if (property.type !== 'ObjectProperty') return true;
    const key = findKey(property, program.names);
    return key === undefined || (key === path[0] && mayBound(program, property.value, path.slice(1), depth));
  });
}
