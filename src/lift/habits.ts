// In: the tree of a file. Out: how often its program does a thing, and how often the opposite, as far as new text has to follow it.
// Counts over the syntax; text in comments and strings says nothing. Knows nothing of what is decided by it.

import type { StringLiteral } from '@babel/types';
import { endOf, startOf, type Node, type Tree } from '../syntax/tree.ts';

export interface Count {
  yes: number;
  no: number;
}

/** How often the program does a thing, and how often it does the opposite. */
export interface Habits {
  /** Strings in single quotes. */
  readonly single: Count;
  /** Statements that end with a semicolon. */
  readonly ended: Count;
  /** `{ a }` in patterns and import specifiers. */
  readonly spacedPatterns: Count;
  /** `{ a: 1 }` */
  readonly spacedLiterals: Count;
  /** `(a) => …` */
  readonly parentheses: Count;
  /** A comma before a closing bracket on a line of its own. */
  readonly lastCommas: Count;
}

export function countHabits(tree: Tree): Habits {
  const habits: Habits = {
    single: { yes: 0, no: 0 },
    ended: { yes: 0, no: 0 },
    spacedPatterns: { yes: 0, no: 0 },
    spacedLiterals: { yes: 0, no: 0 },
    parentheses: { yes: 0, no: 0 },
    lastCommas: { yes: 0, no: 0 },
  };
  tree.walk(tree.program, (node) => {
    countNode(tree, node, habits);
  });
  return habits;
}

/** `import { a } from 'a'`, `const { a } = require('a')`, which takes no look at the rest. */
export function countSpacedImports(tree: Tree): Count {
  const { text, program } = tree;
  const spaced = { yes: 0, no: 0 };
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') countImport(spaced, text, statement);
  }
  for (const name of tree.occurrences('require')) {
    const pattern = requiredPattern(tree, name);
    if (pattern && pattern.properties.length > 0) countBrace(spaced, text, startOf(pattern));
  }
  return spaced;
}

/** Relative imports with the extension of a script. */
export function countExtensions(tree: Tree): Count {
  const extensions = { yes: 0, no: 0 };
  for (const literal of [...tree.literalsWith('./'), ...tree.literalsWith('../')]) {
    if (isRelativeImport(tree, literal)) count(extensions, /\.[cm]?[jt]sx?$/.test(literal.value));
  }
  return extensions;
}

function countNode(tree: Tree, node: Node, habits: Habits): void {
  const { text } = tree;
  switch (node.type) {
    case 'StringLiteral':
      // In an element's attributes other rules hold.
      if (tree.parent(node)?.type !== 'JSXAttribute') count(habits.single, isSingle(tree, node));
      break;
    case 'ImportDeclaration':
      countImport(habits.spacedPatterns, text, node);
      break;
    case 'ObjectPattern':
      if (node.properties.length > 0) countBrace(habits.spacedPatterns, text, startOf(node));
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

function countImport(habit: Count, text: string, node: Node & { readonly type: 'ImportDeclaration' }): void {
  const isNamed = node.specifiers.some(({ type }) => type === 'ImportSpecifier');
  if (isNamed) countBrace(habit, text, text.indexOf('{', startOf(node)));
}

/** `{ a }` of `const { a } = require('a')` */
function requiredPattern(tree: Tree, name: Node): (Node & { readonly type: 'ObjectPattern' }) | undefined {
  const call = tree.parent(name);
  const declarator = call?.type === 'CallExpression' && call.callee === name ? tree.parent(call) : undefined;
  if (declarator?.type !== 'VariableDeclarator' || declarator.init !== call) return undefined;
  return declarator.id.type === 'ObjectPattern' ? declarator.id : undefined;
}

export function isSingle({ text }: Tree, literal: Node): boolean {
  return text.charAt(startOf(literal)) === "'";
}

function isRelativeImport(tree: Tree, literal: StringLiteral): boolean {
  const isScript = /^\.\.?\/.*[^/]$/.test(literal.value) && !/\.(?:json|css|wasm)$/.test(literal.value);
  return isScript && isModuleName(tree, literal);
}

/** It says which module is loaded. */
export function isModuleName(tree: Tree, literal: Node): boolean {
  const link = tree.link(literal);
  if (link?.parent.type !== 'CallExpression') return link?.key === 'source';
  const { callee } = link.parent;
  return callee.type === 'Import' || (callee.type === 'Identifier' && callee.name === 'require');
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

export function isSilent({ yes, no }: Count): boolean {
  return yes + no === 0;
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
