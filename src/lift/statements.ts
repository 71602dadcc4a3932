// In: a parsed file. Out: its statements, as far as an import may stand among them: which of them import, which run nothing
// of the file, and how they are written.
// Knows nothing of what is going to be imported.

import type { Bindings } from '../syntax/bindings.ts';
import type { SourceUnit } from '../syntax/parse.ts';
import { evaluationOf, type Deed } from '../syntax/evaluation.ts';
import { spanOf } from '../syntax/positions.ts';
import { isFunction } from '../syntax/scopes.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import type { Span } from '../text/text.ts';
import { once } from '../once.ts';
import { readImportList, type ImportList } from './import-list.ts';
import { hasSemicolon, quotesIn, type QuoteVotes } from './habits.ts';

export interface TopStatement {
  readonly at: Span;
  /** It loads another module, and does nothing else. */
  readonly isImport: boolean;
  /** It cannot run a function of this file. */
  readonly isIdle: boolean;
  readonly isVariables: boolean;
  readonly hasSemicolon: boolean;
  readonly quotes: () => QuoteVotes;
  /** The names that it takes from one module, where it does nothing else. */
  readonly list?: ImportList;
}

export function readStatements(unit: SourceUnit, tree: Tree, names: Bindings): TopStatement[] {
  const isOwn = (name: string): boolean => names.of(name).bindings.length > 0;
  return unit.ast.program.body.map((statement) => {
    const list = readImportList(statement, names);
    return {
      at: spanOf(statement),
      isImport: unit.module === 'esm' ? isImportStatement(statement) : isRequire(statement, isOwn),
      isIdle: isIdle(statement, isOwn),
      isVariables: statement.type === 'VariableDeclaration',
      hasSemicolon: hasSemicolon(tree, statement),
      quotes: once(() => quotesIn(tree, statement)),
      ...(list && { list }),
    };
  });
}

function isImportStatement({ type }: Node): boolean {
  return type === 'ImportDeclaration' || type === 'TSImportEqualsDeclaration';
}

/** `const x = require('…')` and the like, as whole statements; anything more may already be the program at work. */
function isRequire(statement: Node, isOwn: (name: string) => boolean): boolean {
  if (!isIdle(statement, isOwn)) return false;
  if (statement.type === 'ExpressionStatement') return loads(statement.expression);
  return statement.type === 'VariableDeclaration' && statement.declarations.some(({ init }) => init && loads(init));
}

/** A module, or a member of one. */
function loads(node: Node): boolean {
  if (node.type === 'MemberExpression') return loads(node.object);
  if (node.type === 'TSAsExpression' || node.type === 'ParenthesizedExpression') return loads(node.expression);
  return node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require';
}

/** A statement that cannot run a function of this file: it names constants, other modules and members of them. */
function isIdle(statement: Node, isOwn: (name: string) => boolean): boolean {
  switch (statement.type) {
    case 'ImportDeclaration':
    case 'TSImportEqualsDeclaration':
    case 'EmptyStatement':
      return true;
    case 'ExpressionStatement':
      return loads(statement.expression) && isIdleValue(statement.expression, isOwn);
    case 'VariableDeclaration':
      return statement.declarations.every(({ id, init }) => isIdlePattern(id) && (!init || isIdleValue(init, isOwn)));
    default:
      return false;
  }
}

function isIdlePattern(id: Node): boolean {
  if (id.type !== 'ObjectPattern') return id.type === 'Identifier';
  return id.properties.every((one) => one.type === 'ObjectProperty' && !one.computed && isIdlePattern(one.value));
}

function isIdleValue(expression: Node, isOwn: (name: string) => boolean): boolean {
  const { node, deeds, parts } = evaluationOf(expression);
  return deeds.every((deed) => isIdleDeed(deed, node, isOwn)) && parts.every((part) => isIdleValue(part, isOwn));
}

/** To make text or a number of a value may run its own `toString`. */
function isIdleDeed(deed: Deed, node: Node, isOwn: (name: string) => boolean): boolean {
  switch (deed) {
    case 'value':
      return !isFunction(node);
    case 'name':
    case 'literal':
      return true;
    case 'text':
      return node.type === 'TemplateLiteral' && node.expressions.length === 0;
    case 'member':
      return node.type === 'MemberExpression' && !node.computed;
    case 'call': {
      const callee = node.type === 'CallExpression' ? node.callee : undefined;
      return callee?.type === 'Identifier' && /^(?:require|getApp)$/.test(callee.name) && !isOwn(callee.name);
    }
    default:
      return false;
  }
}
