// In: what each file of the compiler and of the command line declares and exports.
// Out: whether a name means one thing: no two files export declarations of the same name. Passing one on gives it no second meaning.
// The shim is left out: its modules are what a program gets, and their names are for its readers.

import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { codeFiles, read } from './files.ts';

const ours = codeFiles.filter((file) => /^(?:src\/(?!runtime\/)|transforms\/|cli\/)/.test(file));

describe('an exported name', () => {
  it('is declared in one file', () => {
    const files = new Map<string, string[]>();
    for (const file of ours) {
      for (const name of new Set(exportedIn(file, read(file)))) files.set(name, [...(files.get(name) ?? []), file]);
    }
    expect(files.size).toBeGreaterThan(100);
    expect([...files].filter(([, places]) => places.length > 1)).toEqual([]);
  });

  it.each([
    ['export const one = 1, two = 2;', ['one', 'two']],
    ['export function go(): void {}', ['go']],
    ['export type T = 1; export interface I {}', ['T', 'I']],
    ['const a = 1; export { a };', ['a']],
    ['const a = 1; export { a as b };', ['b']],
    ["export { a } from './a.ts';", []],
    ["import { a } from './a.ts'; export { a };", []],
    ['const a = 1;', []],
  ])('is found in %j: %j', (text, names) => expect(exportedIn('src/x.ts', text)).toEqual(names));
});

/** The names of what a file declares itself and exports. */
function exportedIn(file: string, text: string): string[] {
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const own = new Set(statements.flatMap(declaredBy));
  return statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) {
      const { exportClause: list, moduleSpecifier } = statement;
      if (moduleSpecifier || !list || !ts.isNamedExports(list)) return [];
      return list.elements
        .filter(({ name, propertyName }) => own.has((propertyName ?? name).text))
        .map(({ name }) => name.text);
    }
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    return isExported === true ? declaredBy(statement) : [];
  });
}

function declaredBy(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}
