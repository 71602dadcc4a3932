// In: a statement at the top of a file. Out: the names that it takes from one module, where it does nothing else, so that more
// can be written among them: `import { a, b as c } from 'm'`, `const { a, b: c } = require('m')`.
// Knows nothing of which module it is.

import type { Bindings } from '../syntax/bindings.ts';
import { spanOf } from '../syntax/positions.ts';
import type { Node } from '../syntax/tree.ts';
import type { Span } from '../text/text.ts';

export interface ImportList {
  readonly from: string;
  /** `import type { … }` */
  readonly isType: boolean;
  /** In the order of the text, and at least one. */
  readonly names: readonly ListedName[];
}

export interface ListedName {
  readonly name: string;
  /** What the file calls it. */
  readonly local: string;
  /** Where it is declared. */
  readonly declared: Span;
  readonly at: Span;
}

export function readImportList(statement: Node, names: Bindings): ImportList | undefined {
  if (statement.type === 'ImportDeclaration') return importedIn(statement);
  return statement.type === 'VariableDeclaration' ? requiredIn(statement, names) : undefined;
}

function importedIn({ source, specifiers, importKind }: Node & { type: 'ImportDeclaration' }): ImportList | undefined {
  const listed = specifiers.flatMap((one) =>
    one.type === 'ImportSpecifier' && one.importKind !== 'type' ? [one] : [],
  );
  if (listed.length < specifiers.length) return undefined;
  return listOf(
    source.value,
    importKind === 'type',
    listed.map((one) => ({
      name: one.imported.type === 'Identifier' ? one.imported.name : one.imported.value,
      local: one.local.name,
      declared: spanOf(one.local),
      at: spanOf(one),
    })),
  );
}

function requiredIn(
  { declarations: [first, second] }: Node & { type: 'VariableDeclaration' },
  names: Bindings,
): ImportList | undefined {
  const from = first?.init && requiredBy(first.init, names);
  if (!first || second || from == null || first.id.type !== 'ObjectPattern') return undefined;
  const listed = first.id.properties.flatMap((one): ListedName[] => {
    if (one.type !== 'ObjectProperty' || one.computed || one.key.type !== 'Identifier') return [];
    const { value } = one;
    if (value.type !== 'Identifier' || names.bindingOf(value)?.writes.length !== 0) return [];
    return [{ name: one.key.name, local: value.name, declared: spanOf(value), at: spanOf(one) }];
  });
  return listed.length === first.id.properties.length ? listOf(from, false, listed) : undefined;
}

/** `require('m')`, perhaps `as typeof import('m')`. */
function requiredBy(node: Node, names: Bindings): string | undefined {
  if (node.type === 'TSAsExpression' || node.type === 'ParenthesizedExpression')
    return requiredBy(node.expression, names);
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return undefined;
  const [module, other] = node.arguments;
  const isRequire = node.callee.name === 'require' && names.isFree(node.callee);
  return isRequire && !other && module?.type === 'StringLiteral' ? module.value : undefined;
}

function listOf(from: string, isType: boolean, names: readonly ListedName[]): ImportList | undefined {
  return names.length > 0 ? { from, isType, names } : undefined;
}
