// In: what a fragment of our own should say: an import, or a constant. Out: its text, on one line; recast sets its escapes.
// Prints only what cygnet says of itself; the program's own text never passes through here.

import { createRequire } from 'node:module';
import type * as recastModule from 'recast';
import type { Constant } from '../ir.ts';
import type { Quote } from '../lift/formatting.ts';

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
  return [false, true].flatMap((typeOnly) => {
    const specifiers = names
      .filter((one) => (one.typeOnly ?? false) === typeOnly)
      .map(({ name, local }) => (local === name ? name : `${name} as ${local}`));
    if (specifiers.length === 0) return [];
    return [`import ${typeOnly ? 'type ' : ''}{ ${specifiers.join(', ')} } from ${printText(from, quote)};`];
  });
}

function printCjs({ from, names, typescript, isShared, quote }: ModuleImport): string[] {
  // Types are named where they are used: a script cannot import them.
  const values = names.filter((one) => !one.typeOnly);
  if (values.length === 0) return [];
  const pattern = values.map(({ name, local }) => (local === name ? name : `${name}: ${local}`)).join(', ');
  const module = printText(from, quote);
  const type = typescript ? ` as typeof import(${module})` : '';
  // A `var` may stand twice.
  return [`${isShared ? 'var' : 'const'} { ${pattern} } = require(${module})${type};`];
}

/** A constant as source text on one line. */
export function printConstant(value: Constant, quote: Quote): string {
  return typeof value === 'string' ? printText(value, quote) : String(value);
}

/** Nearly every text stands between its quotes as it is; the others are rare, and loading recast takes longer than a small file. */
function printText(text: string, quote: Quote): string {
  if (/^[\w ./:;,?&=#%@+-]*$/.test(text)) return quote === 'single' ? `'${text}'` : `"${text}"`;
  const { print, types } = loadRecast();
  const { code } = print(types.builders.stringLiteral(text), { quote });
  // They end a line in older scripts.
  return code.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

function loadRecast(): typeof recastModule {
  return createRequire(import.meta.url)('recast') as typeof recastModule;
}
