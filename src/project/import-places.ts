// In: a module and the specifiers by which it names another one. Out: every place where that module's exports enter it,
// and what it hands on of them. Knows nothing of what happens there.

import { findMember } from '../syntax/constant.ts';
import { nameOf } from '../syntax/export-places.ts';
import { climbParentheses } from '../syntax/positions.ts';
import type { Node } from '../syntax/tree.ts';
import type { Module } from './exported-values.ts';

export interface ImportPlace {
  readonly place: Node;
  /** Which of the exports stands there; empty where it is all of them. */
  readonly path: readonly string[];
  /** The file exports it under this name, without using it. */
  readonly handsOnAs?: readonly string[];
}

/** @param isEsm what the other module is: a default import of a CommonJS module is its `module.exports` */
export function importsFrom(module: Module, specifiers: ReadonlySet<string>, isEsm: boolean): ImportPlace[] {
  const { body } = module.tree.program;
  return [...body.flatMap((one) => placesIn(module, one, specifiers, isEsm)), ...loadsIn(module, specifiers)];
}

function placesIn(module: Module, statement: Node, specifiers: ReadonlySet<string>, isEsm: boolean): ImportPlace[] {
  switch (statement.type) {
    case 'ImportDeclaration':
      if (!specifiers.has(statement.source.value)) return [];
      return statement.specifiers.flatMap((specifier) => {
        const name = specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : 'default';
        const isSpace = specifier.type === 'ImportNamespaceSpecifier';
        const places = readsOf(module, specifier.local, isSpace || (name === 'default' && !isEsm) ? [] : [name]);
        return isSpace && !isEsm ? [...places, ...defaultsOf(module, places)] : places;
      });
    case 'TSImportEqualsDeclaration': {
      const { moduleReference: from } = statement;
      const isOurs = from.type === 'TSExternalModuleReference' && specifiers.has(from.expression.value);
      return isOurs ? readsOf(module, statement.id, []) : [];
    }
    case 'ExportAllDeclaration':
      return specifiers.has(statement.source.value) ? [{ place: statement, path: [], handsOnAs: [] }] : [];
    case 'ExportNamedDeclaration': {
      if (!statement.source || !specifiers.has(statement.source.value)) return [];
      return statement.specifiers.map((specifier) => ({
        place: specifier,
        path: specifier.type === 'ExportSpecifier' ? [nameOf(specifier.local)] : [],
        handsOnAs: [nameOf(specifier.exported)],
      }));
    }
    default:
      return [];
  }
}

function readsOf({ tree, names }: Module, id: Node, path: readonly string[]): ImportPlace[] {
  if (id.type === 'Identifier') tree.occurrences(id.name);
  return (names.bindingOf(id)?.reads ?? []).map((place) => ({ place, path }));
}

/** The namespace of a CommonJS module has its `module.exports` as `default`. */
function defaultsOf({ tree, names }: Module, places: readonly ImportPlace[]): ImportPlace[] {
  return places.flatMap(({ place, path }) => {
    const member = tree.parent(climbParentheses(tree, place));
    return member && findMember(member, names) === 'default' ? [{ place: member, path }] : [];
  });
}

/** `require('…')` and `import('…')`. */
function loadsIn({ tree, names }: Module, specifiers: ReadonlySet<string>): ImportPlace[] {
  const found: ImportPlace[] = [];
  for (const callee of names.of('require').free) {
    const call = tree.parent(callee);
    const isCall = call?.type === 'CallExpression' && call.callee === callee;
    if (isCall && isOneOf(call.arguments[0], specifiers)) found.push({ place: call, path: [] });
  }
  if (!/\bimport\b/.test(tree.text)) return found;
  tree.walk(tree.program, (node) => {
    const isImport = node.type === 'CallExpression' && node.callee.type === 'Import';
    if (isImport && isOneOf(node.arguments[0], specifiers)) found.push({ place: node, path: [] });
  });
  return found;
}

function isOneOf(node: Node | undefined, specifiers: ReadonlySet<string>): boolean {
  return node?.type === 'StringLiteral' && specifiers.has(node.value);
}
