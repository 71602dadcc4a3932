// In: what a fragment of our own should say: an import, or a constant. Out: its text, on one line.
// Prints only what cygnet says of itself; the program's own text never passes through here.

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

function printText(text: string, quote: Quote): string {
  return quote === 'double' ? inDoubleQuotes(text) : swapQuotes(inDoubleQuotes(swapQuotes(text)));
}

/** JSON is JavaScript, but for two characters that end a line in older scripts. */
function inDoubleQuotes(text: string): string {
  return JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

// before: it's "so"
// after:  it"s 'so'
function swapQuotes(text: string): string {
  return text.replace(/['"]/g, (mark) => (mark === "'" ? '"' : "'"));
}
