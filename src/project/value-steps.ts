// In: an expression or a declaration of a module. Out: where the value comes from that it has: the side of a choice, the member
// of a literal, the module that it is required or imported from. Each looks at one step. Knows nothing of other files.

import { findConstant, findKey, findMember, skipParentheses } from '../syntax/constant.ts';
import { nameOf } from '../syntax/export-places.ts';
import type { Declaration } from '../syntax/bindings.ts';
import { climbParentheses } from '../syntax/positions.ts';
import type { Node } from '../syntax/tree.ts';
import type { Module } from './exported-values.ts';

type Path = readonly string[];

/** `ENV === 'prod'`, where both are constants of the file. */
export function answerTo({ names }: Module, test: Node): boolean | undefined {
  const inner = skipParentheses(test);
  const known = findConstant(inner, names);
  if (known) return Boolean(known.value);
  if (inner.type !== 'BinaryExpression' || !/^[=!]==$/.test(inner.operator)) return undefined;
  const [left, right] = [findConstant(inner.left, names), findConstant(inner.right, names)];
  if (!left || !right || typeof left.value === 'object' || typeof right.value === 'object') return undefined;
  return (left.value === right.value) === (inner.operator === '===');
}

/** The member that is read off an object at a place, where it is this one. */
export function memberRead({ tree, names }: Module, place: Node, name: string | undefined): Node | undefined {
  const top = climbParentheses(tree, place);
  const parent = tree.parent(top);
  const isMember = parent?.type === 'MemberExpression' || parent?.type === 'OptionalMemberExpression';
  return isMember && name !== undefined && parent.object === top && findMember(parent, names) === name
    ? parent
    : undefined;
}

export function requiredBy(
  { names }: Pick<Module, 'names'>,
  { callee, arguments: given }: Node & { type: 'CallExpression' },
) {
  const [first] = given;
  const isRequire = callee.type === 'Identifier' && callee.name === 'require' && names.isFree(callee);
  return isRequire && first?.type === 'StringLiteral' ? first.value : undefined;
}

/** `Object.freeze(…)` gives back what it is given. */
export function frozenBy({ names }: Module, { callee, arguments: given }: Node & { type: 'CallExpression' }) {
  const isFreeze = callee.type === 'MemberExpression' && findMember(callee, names) === 'freeze';
  const isObject = isFreeze && callee.object.type === 'Identifier' && callee.object.name === 'Object';
  return isObject && names.isFree(callee.object) ? given[0] : undefined;
}

/** The value of a literal's property, where nothing in the literal could put another in its place. */
export function memberInLiteral(module: Module, object: Node & { type: 'ObjectExpression' }, name: string | undefined) {
  let value: Node | undefined;
  for (const property of object.properties) {
    const key = property.type === 'SpreadElement' ? undefined : findKey(property, module.names);
    if (key === undefined || key === '__proto__') return undefined;
    if (key !== name) continue;
    if (property.type !== 'ObjectProperty') return undefined;
    value = property.value;
  }
  return value;
}

export function importedBy({ tree }: Module, { node }: Declaration): { from: string; path: Path } | undefined {
  if (node.type === 'TSImportEqualsDeclaration') {
    const { moduleReference } = node;
    return moduleReference.type === 'TSExternalModuleReference'
      ? { from: moduleReference.expression.value, path: [] }
      : undefined;
  }
  const statement = tree.parent(node);
  if (statement?.type !== 'ImportDeclaration') return undefined;
  const from = statement.source.value;
  if (node.type === 'ImportNamespaceSpecifier') return { from, path: [] };
  return { from, path: [node.type === 'ImportSpecifier' ? nameOf(node.imported) : 'default'] };
}

/** The way from what is declared to the name: `const { api: { base } } = …`. */
export function pathTo({ tree, names }: Module, { id, node }: Declaration): Path | undefined {
  const way: string[] = [];
  let below: Node = id;
  for (let above = tree.parent(id); above && above !== node; below = above, above = tree.parent(above)) {
    if (above.type === 'ObjectProperty' && above.value === below) {
      const key = findKey(above, names);
      if (key === undefined) return undefined;
      way.unshift(key);
    } else if (above.type !== 'ObjectPattern' && !(above.type === 'AssignmentPattern' && above.left === below)) {
      return undefined;
    }
  }
  return way;
}
