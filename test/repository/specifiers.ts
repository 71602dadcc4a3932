// In: a file of code. Out: what it imports, as written: static, dynamic, re-exported and type imports.
// Reads the syntax tree, so that an import inside a string or a comment is none. Resolves nothing.

import ts from 'typescript';
import { read } from './files.ts';

export function specifiersOf(file: string): string[] {
  const found: string[] = [];
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest));
  return found;

  function visit(node: ts.Node): void {
    const name = findSpecifier(node);
    if (name && ts.isStringLiteralLike(name)) found.push(name.text);
    ts.forEachChild(node, visit);
  }
}

function findSpecifier(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0];
  return undefined;
}
