// In: an expression in its place. Out: the name under which the place exports it, if it does.
// `module.exports` itself is `=`, a property of a default export is `default.name`. Knows nothing of swan.

import { findKey, findMember, skipParentheses } from './constant.ts';
import type { Binding, Bindings } from './bindings.ts';
import { climbParentheses } from './positions.ts';
import type { Node, Tree } from './tree.ts';

/** @param top the expression with its parentheses and casts */
export function findExport(tree: Tree, names: Bindings, top: Node): string | undefined {
  const link = tree.link(top);
  if (!link) return undefined;
  const { parent, key } = link;
  switch (parent.type) {
    case 'ExportDefaultDeclaration':
      return 'default';
    case 'ExportSpecifier':
      return nameOf(parent.exported);
    case 'TSExportAssignment':
      return '=';
    case 'AssignmentExpression':
      return key === 'right' && parent.operator === '=' ? exportedBy(tree, names, parent.left) : undefined;
    case 'ObjectProperty':
      return key === 'value' ? exportedProperty(tree, names, parent) : undefined;
    default:
      return undefined;
  }
}

/** The export that a property of `module.exports = { … }` or `export default { … }` makes. */
function exportedProperty(
  tree: Tree,
  names: Bindings,
  property: Node & { type: 'ObjectProperty' },
): string | undefined {
  const object = tree.parent(property);
  if (object?.type !== 'ObjectExpression') return undefined;
  const key = findKey(property, names);
  const whole = key === undefined ? undefined : findExport(tree, names, climbParentheses(tree, object));
  if (whole === undefined || key === undefined) return undefined;
  return whole === '=' ? key : `${whole}.${key}`;
}

/** What `module.exports`, `module.exports.x`, `exports.x`, or `this.x` of a script's top level is called outside. */
export function exportedBy(tree: Tree, names: Bindings, target: Node): string | undefined {
  const left = skipParentheses(target);
  if (left.type !== 'MemberExpression') return undefined;
  const name = findMember(left, names);
  if (name === undefined) return undefined;
  const object = skipParentheses(left.object);
  if (isExportsObject(tree, names, object)) return name;
  return object.type === 'Identifier' && object.name === 'module' && name === 'exports' && names.isFree(object)
    ? '='
    : undefined;
}

/** `exports`, `module.exports`, or `this` at the top level. */
export function isExportsObject(tree: Tree, names: Bindings, node: Node): boolean {
  const object = skipParentheses(node);
  if (object.type === 'Identifier') return object.name === 'exports' && names.isFree(object);
  if (object.type === 'ThisExpression') return isTopLevelThis(tree, object);
  return object.type === 'MemberExpression' && exportedBy(tree, names, object) === '=';
}

function isTopLevelThis(tree: Tree, node: Node): boolean {
  for (let above = tree.parent(node); above; above = tree.parent(above)) {
    if (above.type === 'StaticBlock' || above.type === 'ClassBody' || above.type === 'TSModuleBlock') return false;
    if (above.type !== 'ArrowFunctionExpression' && 'params' in above && 'body' in above) return false;
  }
  return true;
}

export function nameOf(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'StringLiteral' ? node.value : '';
}

/** The statement that declares a name exports it: `export let host;`. */
export function isExportedName(tree: Tree, { declarations }: Binding): boolean {
  return declarations.some(({ node }) => {
    const statement = node.type === 'VariableDeclarator' ? tree.parent(node) : node;
    const outer = statement && tree.parent(statement)?.type;
    return outer === 'ExportNamedDeclaration' || outer === 'ExportDefaultDeclaration';
  });
}
