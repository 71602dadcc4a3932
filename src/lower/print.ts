// In: what a fragment of our own should say. Out: its text, printed by recast.
// Prints only what cygnet builds; the program's own text never passes through here.

import { print, types } from 'recast';
import type { Constant } from '../ir.ts';
import type { Quote } from '../lift/formatting.ts';

const { builders } = types;

/** A name of a module and what the file calls it. */
export interface ImportedName {
  readonly name: string;
  readonly local: string;
  readonly typeOnly?: boolean;
}

export interface ModuleImport {
  readonly from: string;
  readonly names: readonly ImportedName[];
  readonly module: 'esm' | 'cjs';
  /** A script in TypeScript has to be told the types of what it requires. */
  readonly typescript: boolean;
  /** Its top level is that of other scripts too. */
  readonly isShared: boolean;
  readonly quote: Quote;
}

/** The statements that import from one module, without a line break at the end. */
export function printImport(wanted: ModuleImport): string[] {
  return wanted.module === 'esm' ? printEsm(wanted) : printCjs(wanted);
}

function printEsm({ from, names, quote }: ModuleImport): string[] {
  const source = builders.stringLiteral(from);
  const lines: string[] = [];
  for (const typeOnly of [false, true]) {
    const specifiers = names
      .filter((one) => (one.typeOnly ?? false) === typeOnly)
      .map(({ name, local }) =>
        builders.importSpecifier(builders.identifier(name), local === name ? null : builders.identifier(local)),
      );
    if (specifiers.length > 0) {
      lines.push(show(builders.importDeclaration(specifiers, source, typeOnly ? 'type' : 'value'), quote));
    }
  }
  return lines;
}

function printCjs({ from, names, typescript, isShared, quote }: ModuleImport): string[] {
  // Types are named where they are used: a script cannot import them.
  const values = names.filter((one) => !one.typeOnly);
  if (values.length === 0) return [];
  const call = builders.callExpression(builders.identifier('require'), [builders.stringLiteral(from)]);
  const pattern = builders.objectPattern(
    values.map(({ name, local }) =>
      builders.objectProperty.from({
        key: builders.identifier(name),
        value: builders.identifier(local),
        shorthand: local === name,
      }),
    ),
  );
  // A `var` may stand twice.
  const line = show(declaration(isShared ? 'var' : 'const', pattern, call), quote)
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
  return [typescript ? line.replace(/;$/, ` as typeof import(${printConstant(from, quote)});`) : line];
}

function declaration(
  kind: 'var' | 'const',
  id: ReturnType<typeof builders.objectPattern>,
  init: ReturnType<typeof builders.callExpression>,
): ReturnType<typeof builders.variableDeclaration> {
  return builders.variableDeclaration(kind, [builders.variableDeclarator(id, init)]);
}

/** A constant as source text on one line. */
export function printConstant(value: Constant, quote: Quote): string {
  if (typeof value === 'string' && isPlainText(value)) return quote === 'single' ? `'${value}'` : `"${value}"`;
  return show(literal(value), quote)
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
}

/** It stands as it is between any quotes. Nearly every constant does, and a tree for each costs more than finding them. */
function isPlainText(text: string): boolean {
  return /^[\w ./:;,?&=#%@+-]*$/.test(text);
}

function literal(value: Constant): Parameters<typeof print>[0] {
  if (value === undefined) return builders.identifier('undefined');
  if (value === null) return builders.nullLiteral();
  if (typeof value === 'string') return builders.stringLiteral(value);
  if (typeof value === 'number') return builders.numericLiteral(value);
  if (typeof value === 'boolean') return builders.booleanLiteral(value);
  throw new Error('only plain values are printed');
}

function show(node: Parameters<typeof print>[0], quote: Quote): string {
  return print(node, { quote, lineTerminator: '\n', objectCurlySpacing: true, wrapColumn: 1000 }).code;
}
