// In: a module of the program and the name of an export. Out: the expression that it is given, where it is given one and
// no other, or the module that it comes from. Knows nothing of other files.

import { findMember } from '../syntax/constant.ts';
import { exportedBy, isExportsObject, nameOf } from '../syntax/export-places.ts';
import { climbParentheses } from '../syntax/positions.ts';
import type { Node } from '../syntax/tree.ts';
import { mayChange, type ParsedModule } from './object-uses.ts';

export interface Module extends ParsedModule {
  readonly file: string;
  readonly isEsm: boolean;
}

/** `path` leads on from the expression, or from the exports of the other module. */
export type Given =
  | { readonly node: Node; readonly path: readonly string[] }
  | { readonly from: string; readonly path: readonly string[] };

/** Several where the export comes from one of the modules that the file hands on as they are. */
export function findExportedValues(module: Module, path: readonly string[]): readonly Given[] {
  if (module.isEsm) return moduleExport(module, path);
  const given = commonExport(module, path);
  return given ? [given] : [];
}

function moduleExport(module: Module, path: readonly string[]): readonly Given[] {
  const { body } = module.tree.program;
  const [name, ...rest] = path;
  for (const statement of body) {
    if (statement.type === 'TSExportAssignment') return [{ node: statement.expression, path }];
    if (statement.type === 'ExportDefaultDeclaration' && name === 'default') {
      return [{ node: statement.declaration, path: rest }];
    }
    if (statement.type !== 'ExportNamedDeclaration') continue;
    const declared = statement.declaration?.type === 'VariableDeclaration' ? statement.declaration.declarations : [];
    for (const { id } of declared) {
      if (id.type === 'Identifier' && id.name === name) return [{ node: id, path: rest }];
    }
    for (const specifier of statement.specifiers) {
      if (nameOf(specifier.exported) !== name) continue;
      const isWhole = specifier.type === 'ExportNamespaceSpecifier';
      if (specifier.type !== 'ExportSpecifier' && !isWhole) return [];
      const from = statement.source?.value;
      if (from !== undefined) return [{ from, path: isWhole ? rest : [nameOf(specifier.local), ...rest] }];
      return isWhole ? [] : [{ node: specifier.local, path: rest }];
    }
  }
  if (name === 'default') return [];
  return body.flatMap((one) => (one.type === 'ExportAllDeclaration' ? [{ from: one.source.value, path }] : []));
}

function commonExport(module: Module, path: readonly string[]): Given | undefined {
  const { tree, names } = module;
  const given: Given[] = [];
  for (const object of exportsObjects(module)) {
    const place = climbParentheses(tree, object);
    const parent = tree.parent(place);
    const whole = assignmentTo(module, place);
    if (whole) {
      given.push({ node: whole, path });
      continue;
    }
    const member = parent?.type === 'MemberExpression' && parent.object === place ? parent : undefined;
    const value = member && assignmentTo(module, climbParentheses(tree, member));
    if (!value) {
      if (mayChange(module, object, path)) return undefined;
      continue;
    }
    const name = findMember(member, names);
    if (name === undefined) return undefined;
    if (name === path[0]) given.push({ node: value, path: path.slice(1) });
  }
  return given.length === 1 ? given[0] : undefined;
}

/** What a statement `place = value` gives. */
function assignmentTo({ tree }: Module, place: Node): Node | undefined {
  const assignment = tree.parent(place);
  if (assignment?.type !== 'AssignmentExpression' || assignment.left !== place) return undefined;
  return assignment.operator === '=' && tree.parent(assignment)?.type === 'ExpressionStatement'
    ? assignment.right
    : undefined;
}

/** Every place that names the exports of a CommonJS module. */
function exportsObjects({ tree, names }: Module): Node[] {
  const found: Node[] = [...names.of('exports').free];
  for (const node of names.of('module').free) {
    const parent = tree.parent(climbParentheses(tree, node));
    if (parent?.type === 'MemberExpression' && exportedBy(tree, names, parent) === '=') found.push(parent);
  }
  if (!tree.text.includes('this')) return found;
  tree.walk(tree.program, (node) => {
    if (node.type === 'ThisExpression' && isExportsObject(tree, names, node)) found.push(node);
  });
  return found;
}
