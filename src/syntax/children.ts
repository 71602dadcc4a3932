// In: a node. Out: the nodes right below it.
// The fields of the common types are listed, as looking through every field of every node costs more than parsing;
// a type that is not listed is looked through. Knows nothing of what the types mean.

import type { Node } from '@babel/types';

export type VisitChild = (child: Node, key: string, index?: number) => void;

const listed: Readonly<Record<string, readonly string[]>> = {
  ArrayExpression: ['elements'],
  ArrayPattern: ['elements', 'typeAnnotation'],
  ArrowFunctionExpression: ['typeParameters', 'params', 'predicate', 'returnType', 'body'],
  AssignmentExpression: ['left', 'right'],
  AssignmentPattern: ['left', 'right', 'decorators'],
  AwaitExpression: ['argument'],
  BinaryExpression: ['left', 'right'],
  BlockStatement: ['directives', 'body'],
  BooleanLiteral: [],
  BreakStatement: ['label'],
  CallExpression: ['callee', 'typeParameters', 'typeArguments', 'arguments'],
  CatchClause: ['param', 'body'],
  ClassBody: ['body'],
  ClassDeclaration: [
    'decorators',
    'id',
    'typeParameters',
    'superClass',
    'superTypeParameters',
    'mixins',
    'implements',
    'body',
  ],
  ClassMethod: ['decorators', 'key', 'typeParameters', 'params', 'returnType', 'body'],
  ClassProperty: ['decorators', 'variance', 'key', 'typeAnnotation', 'value'],
  ConditionalExpression: ['test', 'consequent', 'alternate'],
  ContinueStatement: ['label'],
  Directive: ['value'],
  DirectiveLiteral: [],
  DoWhileStatement: ['body', 'test'],
  EmptyStatement: [],
  ExportDefaultDeclaration: ['declaration'],
  ExportNamedDeclaration: ['declaration', 'specifiers', 'source', 'attributes', 'assertions'],
  ExpressionStatement: ['expression'],
  ForInStatement: ['left', 'right', 'body'],
  ForOfStatement: ['left', 'right', 'body'],
  ForStatement: ['init', 'test', 'update', 'body'],
  FunctionDeclaration: ['id', 'typeParameters', 'params', 'predicate', 'returnType', 'body'],
  FunctionExpression: ['id', 'typeParameters', 'params', 'predicate', 'returnType', 'body'],
  Identifier: ['typeAnnotation', 'decorators'],
  IfStatement: ['test', 'consequent', 'alternate'],
  ImportDeclaration: ['specifiers', 'source', 'attributes', 'assertions'],
  ImportDefaultSpecifier: ['local'],
  LabeledStatement: ['label', 'body'],
  LogicalExpression: ['left', 'right'],
  MemberExpression: ['object', 'property'],
  NewExpression: ['callee', 'typeParameters', 'typeArguments', 'arguments'],
  NullLiteral: [],
  NumericLiteral: [],
  ObjectExpression: ['properties'],
  ObjectMethod: ['decorators', 'key', 'typeParameters', 'params', 'returnType', 'body'],
  ObjectPattern: ['decorators', 'properties', 'typeAnnotation'],
  ObjectProperty: ['decorators', 'key', 'value'],
  OptionalCallExpression: ['callee', 'typeParameters', 'typeArguments', 'arguments'],
  OptionalMemberExpression: ['object', 'property'],
  ParenthesizedExpression: ['expression'],
  Program: ['directives', 'body'],
  RegExpLiteral: [],
  RestElement: ['argument', 'typeAnnotation'],
  ReturnStatement: ['argument'],
  SequenceExpression: ['expressions'],
  SpreadElement: ['argument'],
  StringLiteral: [],
  SwitchCase: ['test', 'consequent'],
  SwitchStatement: ['discriminant', 'cases'],
  TSTypeAnnotation: ['typeAnnotation'],
  TSTypeReference: ['typeName', 'typeParameters'],
  TemplateElement: [],
  TemplateLiteral: ['quasis', 'expressions'],
  ThisExpression: [],
  ThrowStatement: ['argument'],
  TryStatement: ['block', 'handler', 'finalizer'],
  UnaryExpression: ['argument'],
  UpdateExpression: ['argument'],
  VariableDeclaration: ['declarations'],
  VariableDeclarator: ['id', 'init'],
  WhileStatement: ['test', 'body'],
};

/** The types whose fields are listed here, for the test that holds the list against the parser's own. */
export const listedChildren: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(listed));

/** Calls `visit` for each child. Of the two nodes that a shorthand has for one word, it sees the one with a meaning. */
export function eachChild(node: Node, visit: VisitChild): void {
  const keys = listedChildren.get(node.type);
  if (!keys) {
    eachField(node, visit);
    return;
  }
  const fields = node as unknown as Record<string, Node | readonly (Node | null)[] | null | undefined>;
  const twin = node.type === 'ObjectProperty' && node.shorthand ? 'key' : undefined;
  for (const key of keys) {
    const value = fields[key];
    if (value === null || value === undefined || key === twin) continue;
    if (isList(value)) {
      for (let index = 0; index < value.length; index++) {
        const item = value[index];
        if (item) visit(item, key, index);
      }
    } else visit(value, key);
  }
}

function isList(value: Node | readonly (Node | null)[]): value is readonly (Node | null)[] {
  return Array.isArray(value);
}

const skipped = new Set(['loc', 'extra', 'comments', 'errors', 'tokens']);

function eachField(node: Node, visit: VisitChild): void {
  const fields = node as unknown as Record<string, unknown>;
  for (const key in fields) {
    const value = fields[key];
    if (typeof value !== 'object' || value === null || skipped.has(key) || isTwin(node, key)) continue;
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        const item: unknown = value[index];
        if (isNode(item)) visit(item, key, index);
      }
    } else if (isNode(value)) visit(value, key);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** `import { a }` and `export { a }` give two nodes for one word as well. */
function isTwin(node: Node, key: string): boolean {
  switch (node.type) {
    case 'ImportSpecifier':
      return key === 'imported' && node.imported.start === node.local.start;
    case 'ExportSpecifier':
      return key === 'exported' && node.exported.start === node.local.start;
    default:
      return false;
  }
}
