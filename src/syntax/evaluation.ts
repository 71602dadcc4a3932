// In: an expression. Out: what evaluating it takes: the expressions that are evaluated for it, and what is done besides.
// The one reading of that, for whoever asks what an expression may do: change something, throw, run a function of the file.
// Judges nothing itself: each question has an answer of its own for each deed.

import { skipParentheses } from './constant.ts';
import { isFunction } from './scopes.ts';
import type { Node } from './tree.ts';

export type Deed =
  /** It is there already: a literal, or a function. */
  | 'value'
  /** A variable is read. */
  | 'name'
  /** `this` and the like. */
  | 'surroundings'
  | 'member'
  | 'operator'
  | 'choice'
  | 'sequence'
  | 'text'
  /** A list or an object of the values. */
  | 'literal'
  /** The same, with keys that are evaluated. */
  | 'keyed'
  /** Whatever another object has is taken over. */
  | 'copied'
  /** Whatever an iterator gives is taken. */
  | 'iterated'
  | 'call'
  | 'other';

export interface Evaluation {
  /** Without its parentheses and casts. */
  readonly node: Node;
  readonly deeds: readonly Deed[];
  /** What is evaluated for it, or some of that where it depends. */
  readonly parts: readonly Node[];
}

export function evaluationOf(expression: Node): Evaluation {
  const node = skipParentheses(expression);
  const does = (deed: Deed, parts: readonly Node[] = []): Evaluation => ({ node, deeds: [deed], parts });
  if (isFunction(node)) return does('value');
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
    case 'NullLiteral':
    case 'BigIntLiteral':
    case 'RegExpLiteral':
    case 'TemplateElement':
      return does('value');
    case 'Identifier':
      return does('name');
    case 'ThisExpression':
    case 'Super':
    case 'MetaProperty':
      return does('surroundings');
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return does('member', node.computed ? [node.object, node.property] : [node.object]);
    case 'TemplateLiteral':
      return does('text', node.expressions);
    case 'BinaryExpression':
    case 'LogicalExpression':
      return does(node.type === 'BinaryExpression' ? 'operator' : 'choice', [node.left, node.right]);
    case 'UnaryExpression':
      return does('operator', [node.argument]);
    case 'ConditionalExpression':
      return does('choice', [node.test, node.consequent, node.alternate]);
    case 'SequenceExpression':
      return does('sequence', node.expressions);
    case 'ArrayExpression':
    case 'ObjectExpression':
      return node.type === 'ArrayExpression' ? listOf(node) : objectOf(node);
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return callOf(node);
    default:
      return does('other');
  }
}

function listOf(node: Node & { readonly type: 'ArrayExpression' }): Evaluation {
  const elements = node.elements.filter((element) => element !== null);
  return { node, ...withSpread(elements, 'literal') };
}

function callOf(
  node: Node & { readonly type: 'CallExpression' | 'OptionalCallExpression' | 'NewExpression' },
): Evaluation {
  const callee = skipParentheses(node.callee);
  const { deeds, parts } = withSpread(node.arguments, 'call');
  return { node, deeds, parts: 'object' in callee ? [callee.object, ...parts] : parts };
}

function withSpread(items: readonly Node[], deed: Deed): Omit<Evaluation, 'node'> {
  const parts = items.map((item) => (item.type === 'SpreadElement' ? item.argument : item));
  return { deeds: items.some(({ type }) => type === 'SpreadElement') ? [deed, 'iterated'] : [deed], parts };
}

function objectOf(node: Node & { readonly type: 'ObjectExpression' }): Evaluation {
  const deeds = new Set<Deed>(['literal']);
  const parts: Node[] = [];
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      deeds.add('copied');
      parts.push(property.argument);
      continue;
    }
    if (property.computed) {
      deeds.add('keyed');
      parts.push(property.key);
    }
    parts.push(property.type === 'ObjectMethod' ? property : property.value);
  }
  return { node, deeds: [...deeds], parts };
}
