// In: a parsed file and its tree. Out: how the file is written, as far as new text has to follow it.
// One walk over the syntax counts what the program does; text in comments and strings says nothing.
// Knows nothing of what is going to be written.

import type { OptionEntry, ObjectLiteral } from '../ir.ts';
import type { SourceUnit } from '../syntax/parse.ts';
import { prefersSemicolons, prefersSingle, prefersSpace, type HouseStyle } from '../project/house-style.ts';
import { endOf, startOf, type Node, type Tree } from '../syntax/tree.ts';
import type { Span } from '../text/text.ts';

export type Quote = 'single' | 'double';

export interface Formatting {
  readonly eol: string;
  readonly quote: Quote;
  readonly semicolons: boolean;
  /** One step of indentation. */
  readonly step: string;
  /** `{ a }` rather than `{a}`. */
  readonly spacedBraces: boolean;
  /** The same of the names that are imported, by `import` or `require`. */
  readonly spacedImports: boolean;
  /** `(a) => …` rather than `a => …`. */
  readonly arrowParentheses: boolean;
  /** `./a` rather than `./a.js`: the file imports others, and all without. */
  readonly bareImports: boolean;
  /** Most object and array literals over several lines end with a comma. */
  readonly trailingCommas: boolean;
}

interface Count {
  yes: number;
  no: number;
}

/** How often the program does a thing, and how often it does the opposite. */
interface Habits {
  /** Strings in single quotes. */
  readonly single: Count;
  /** Statements that end with a semicolon. */
  readonly ended: Count;
  /** `{ a }` in patterns and import specifiers. */
  readonly spacedPatterns: Count;
  /** `import { a } from 'a'`, `const { a } = require('a')` */
  readonly spacedImports: Count;
  /** `{ a: 1 }` */
  readonly spacedLiterals: Count;
  /** `(a) => …` */
  readonly parentheses: Count;
  /** Relative imports with the extension of a script. */
  readonly extensions: Count;
  /** A comma before a closing bracket on a line of its own. */
  readonly lastCommas: Count;
}

/** @param house how the project is written, where the file says nothing */
export function readFormatting({ text }: SourceUnit, tree: Tree, house?: HouseStyle): Formatting {
  const crlf = occurrencesOf('\r\n', text);
  const lf = occurrencesOf('\n', text) - crlf;
  const habits = readHabits(tree);
  const { single, ended, spacedPatterns, spacedImports, spacedLiterals, parentheses, extensions, lastCommas } = habits;
  const braces = isSilent(spacedPatterns) ? spacedLiterals : spacedPatterns;
  const isFew = isSilent(spacedPatterns) && spacedLiterals.yes + spacedLiterals.no < fewLiterals;
  const spacedBraces = isFew && house ? house.spacedBraces : prefersSpace(braces);
  return {
    eol: crlf > lf ? '\r\n' : '\n',
    quote: (house && isSilent(single) ? house.singleQuotes : prefersSingle(single)) ? 'single' : 'double',
    semicolons: house && isSilent(ended) ? house.semicolons : prefersSemicolons(ended),
    step: readStep(text),
    spacedBraces,
    spacedImports: isSilent(spacedImports) ? spacedBraces : prefersSpace(spacedImports),
    arrowParentheses: isSilent(parentheses) ? house?.arrowParentheses === true : parentheses.yes > parentheses.no,
    bareImports: extensions.no > 0 && extensions.yes === 0,
    trailingCommas: lastCommas.yes > lastCommas.no,
  };
}

/** Fewer than these say less than the other files do. */
const fewLiterals = 3;

function isSilent({ yes, no }: Count): boolean {
  return yes + no === 0;
}

/** Strings in single quotes count up, double ones down. */
export interface QuoteVotes {
  /** Of the names of modules. */
  readonly modules: { readonly count: number; readonly balance: number };
  /** Of all strings. */
  readonly balance: number;
}

export function quotesIn(tree: Tree, node: Node): QuoteVotes {
  const modules = { count: 0, balance: 0 };
  let balance = 0;
  tree.walk(node, (one) => {
    if (one.type !== 'StringLiteral') return;
    const vote = isSingle(tree, one) ? 1 : -1;
    balance += vote;
    if (!isModuleName(tree, one)) return;
    modules.count++;
    modules.balance += vote;
  });
  return { modules, balance };
}

/** The quotes of the modules that are loaded, or else of most strings; nothing where there is no most. */
export function leadingQuote(votes: readonly QuoteVotes[]): Quote | undefined {
  const areModules = votes.some(({ modules }) => modules.count > 0);
  return leading(votes.reduce((sum, { modules, balance }) => sum + (areModules ? modules.balance : balance), 0));
}

/**
 * The quotes that most values of the options are written in, or else most of their keys, which may be JSON;
 * what their functions hold does not count.
 */
export function findOptionQuote(options: ObjectLiteral, text: string): Quote | undefined {
  return (
    leading(balanceOf(options, text, ({ value }) => value.at)) ??
    leading(balanceOf(options, text, ({ keyAt }) => keyAt))
  );
}

/** Single quotes count up, double ones down. */
function leading(balance: number): Quote | undefined {
  return balance === 0 ? undefined : balance > 0 ? 'single' : 'double';
}

function balanceOf({ entries }: ObjectLiteral, text: string, part: (entry: OptionEntry) => Span): number {
  return entries.reduce((sum, entry) => {
    const quote = quoteAt(text, part(entry).start);
    const own = quote === undefined ? 0 : quote === 'single' ? 1 : -1;
    return sum + own + (entry.value.object ? balanceOf(entry.value.object, text, part) : 0);
  }, 0);
}

/** The quotes of the string literal that begins there. */
export function quoteAt(text: string, start: number): Quote | undefined {
  const first = text.charAt(start);
  return first === "'" ? 'single' : first === '"' ? 'double' : undefined;
}

/** One at the start of a line belongs to what follows, or stands where the script of a component ends. */
export function hasSemicolon({ text }: Tree, statement: Node): boolean {
  const start = startOf(statement);
  let at = endOf(statement) - 1;
  if (text.charAt(at) !== ';') return false;
  do at--;
  while (at >= start && /[^\S\n]/.test(text.charAt(at)));
  return at >= start && /[^\n;]/.test(text.charAt(at));
}

function occurrencesOf(part: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++;
  return count;
}

function readHabits(tree: Tree): Habits {
  const habits: Habits = {
    single: { yes: 0, no: 0 },
    ended: { yes: 0, no: 0 },
    spacedPatterns: { yes: 0, no: 0 },
    spacedImports: { yes: 0, no: 0 },
    spacedLiterals: { yes: 0, no: 0 },
    parentheses: { yes: 0, no: 0 },
    extensions: { yes: 0, no: 0 },
    lastCommas: { yes: 0, no: 0 },
  };
  tree.walk(tree.program, (node) => {
    countNode(tree, node, habits);
  });
  return habits;
}

function countNode(tree: Tree, node: Node, habits: Habits): void {
  const { text } = tree;
  switch (node.type) {
    case 'StringLiteral':
      // In an element's attributes other rules hold.
      if (tree.parent(node)?.type !== 'JSXAttribute') count(habits.single, isSingle(tree, node));
      if (isRelativeImport(tree, node)) count(habits.extensions, /\.[cm]?[jt]sx?$/.test(node.value));
      break;
    case 'ImportDeclaration':
      if (node.specifiers.some(({ type }) => type === 'ImportSpecifier')) {
        const brace = text.indexOf('{', startOf(node));
        countBrace(habits.spacedPatterns, text, brace);
        countBrace(habits.spacedImports, text, brace);
      }
      break;
    case 'ObjectPattern':
      if (node.properties.length > 0) {
        countBrace(habits.spacedPatterns, text, startOf(node));
        if (isRequired(tree, node)) countBrace(habits.spacedImports, text, startOf(node));
      }
      break;
    case 'ObjectExpression':
      // Lists of objects are data rather than code.
      if (node.properties.length > 0 && tree.parent(node)?.type !== 'ArrayExpression') {
        countBrace(habits.spacedLiterals, text, startOf(node));
      }
      countLastComma(habits.lastCommas, text, node, node.properties.at(-1));
      break;
    case 'ArrayExpression':
      countLastComma(habits.lastCommas, text, node, node.elements.at(-1));
      break;
    case 'ArrowFunctionExpression': {
      const [param] = node.params;
      const isPlain = node.params.length === 1 && param?.type === 'Identifier' && !param.typeAnnotation;
      if (isPlain && !node.returnType && !node.typeParameters) {
        count(habits.parentheses, text.slice(startOf(node), startOf(param)).includes('('));
      }
      break;
    }
    default:
      break;
  }
  // The head of a loop ends without one.
  if (simple.has(node.type) && !isHeadOfLoop(tree, node)) count(habits.ended, hasSemicolon(tree, node));
}

const simple = new Set([
  ...['ExpressionStatement', 'ReturnStatement', 'ThrowStatement', 'BreakStatement', 'ContinueStatement'],
  ...['VariableDeclaration', 'ImportDeclaration', 'ExportDefaultDeclaration'],
]);

function isHeadOfLoop(tree: Tree, node: Node): boolean {
  if (node.type !== 'VariableDeclaration') return false;
  const parent = tree.parent(node);
  if (parent?.type === 'ForStatement') return parent.init === node;
  return (parent?.type === 'ForInStatement' || parent?.type === 'ForOfStatement') && parent.left === node;
}

function count(habit: Count, isSo: boolean): void {
  if (isSo) habit.yes++;
  else habit.no++;
}

/** An object that is broken behind its brace says nothing. */
function countBrace(habit: Count, text: string, at: number): void {
  const next = text.charAt(at + 1);
  if (next !== '\n' && next !== '\r') count(habit, next === ' ' || next === '\t');
}

/** A literal that closes on the line of its last element says nothing. */
function countLastComma(habit: Count, text: string, literal: Node, last: Node | null | undefined): void {
  const behind = last ? text.slice(endOf(last), endOf(literal)) : '';
  if (/\n[^\S\n]*[\]}]$/.test(behind)) count(habit, /^\s*,/.test(behind));
}

/** `const { a } = require('a')` */
function isRequired(tree: Tree, pattern: Node): boolean {
  const parent = tree.parent(pattern);
  const init = parent?.type === 'VariableDeclarator' ? parent.init : undefined;
  return init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require';
}

function isSingle({ text }: Tree, literal: Node): boolean {
  return quoteAt(text, startOf(literal)) === 'single';
}

function isRelativeImport(tree: Tree, literal: Node & { readonly type: 'StringLiteral' }): boolean {
  const isScript = /^\.\.?\/.*[^/]$/.test(literal.value) && !/\.(?:json|css|wasm)$/.test(literal.value);
  return isScript && isModuleName(tree, literal);
}

/** It says which module is loaded. */
function isModuleName(tree: Tree, literal: Node): boolean {
  const link = tree.link(literal);
  if (link?.parent.type !== 'CallExpression') return link?.key === 'source';
  const { callee } = link.parent;
  return callee.type === 'Import' || (callee.type === 'Identifier' && callee.name === 'require');
}

/** The commonest difference between the indentation of a line and that of the line before. */
function readStep(text: string): string {
  const votes = new Map<string, number>();
  let previous = '';
  for (const match of text.matchAll(/^([ \t]*)\S/gm)) {
    const white = match[1] ?? '';
    if (white.length > previous.length && white.startsWith(previous)) {
      const step = white.slice(previous.length);
      votes.set(step, (votes.get(step) ?? 0) + 1);
    }
    previous = white;
  }
  const best = [...votes].sort((a, b) => b[1] - a[1])[0];
  return best?.[0] ?? '  ';
}
