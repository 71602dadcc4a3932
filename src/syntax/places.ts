// In: an expression in its place. Out: what surrounds it: one reading for everyone who follows a value.
// A value passes unchanged through parentheses, casts and the last part of a comma expression; the place is read
// outside of those. Knows JavaScript, and nothing of swan.

import type { CallExpression, NewExpression, OptionalCallExpression } from '@babel/types';
import { findKey, findMember, skipParentheses } from './constant.ts';
import { findExport } from './export-places.ts';
import type { Bindings } from './bindings.ts';
import { climbParentheses, findTest, isWritten, type Test } from './positions.ts';
import type { Node, Tree } from './tree.ts';

export type AnyCall = CallExpression | OptionalCallExpression;

export type Place =
  /** `f(…)` */
  | { readonly kind: 'callee'; readonly call: AnyCall }
  /** `value.name`, `value[name]`; the name is absent where it is not constant. */
  | { readonly kind: 'member'; readonly member: Node; readonly name?: string }
  | { readonly kind: 'argument'; readonly call: AnyCall | NewExpression; readonly index: number }
  | Bound
  /** Only whether it is there is asked. */
  | { readonly kind: 'tested'; readonly test: Test }
  /** Either side of `||`, `??`, `? :`, or the right of `&&`: the choice may have the value. */
  | { readonly kind: 'side'; readonly choice: Choice; readonly side: Side }
  /** Assigned to, changed, deleted. */
  | { readonly kind: 'written' }
  /** `=` is `module.exports` itself. */
  | { readonly kind: 'exported'; readonly name: string; readonly at: Node }
  /** In a member, a property, a list or a field. `literal` is the outermost literal that it becomes part of. */
  | { readonly kind: 'stored'; readonly name?: string; readonly literal?: Node }
  | { readonly kind: 'returned' }
  | { readonly kind: 'spread' }
  /** The object of a loop over its properties or items. */
  | { readonly kind: 'walked' }
  /** `new value(…)` */
  | { readonly kind: 'constructed' }
  /** Nobody has the value afterwards. */
  | { readonly kind: 'unused' }
  | { readonly kind: 'elsewhere' };

export type PlaceKind = Place['kind'];

/** A name or a pattern gets the value. */
export interface Bound {
  readonly kind: 'bound';
  readonly by: 'declarator' | 'assignment' | 'default';
  /** The declarator, the assignment, or the pattern with the default. */
  readonly node: Node;
  readonly target: Node;
  /** The assignment's own value is used as well: `b = (a = value)`. */
  readonly isPassedOn: boolean;
  /** `a ||= value` and a default: the target may hold something else. */
  readonly isChoice: boolean;
}

export type Choice = Node & { type: 'LogicalExpression' | 'ConditionalExpression' };
export type Side = 'left' | 'right' | 'consequent' | 'alternate';

export interface Placed {
  /** The expression with its parentheses and casts. */
  readonly top: Node;
  readonly place: Place;
}

const unused: Place = { kind: 'unused' };
const elsewhere: Place = { kind: 'elsewhere' };

export function placeOf(tree: Tree, names: Bindings, node: Node): Placed {
  const top = climbParentheses(tree, node);
  return { top, place: readPlace(tree, names, top) };
}

function readPlace(tree: Tree, names: Bindings, top: Node): Place {
  const link = tree.link(top);
  if (!link) return unused;
  const { parent, key, index } = link;
  if (isWritten(tree, top)) return { kind: 'written' };
  const exported = findExport(tree, names, top);
  if (exported !== undefined) return { kind: 'exported', name: exported, at: top };
  const test = testIn(tree, names, top);
  if (test) return { kind: 'tested', test };
  switch (parent.type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
      return key === 'arguments'
        ? { kind: 'argument', call: parent, index: index ?? 0 }
        : { kind: 'callee', call: parent };
    case 'NewExpression':
      return key === 'arguments' ? { kind: 'argument', call: parent, index: index ?? 0 } : { kind: 'constructed' };
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return key === 'object' ? memberPlace(parent, findMember(parent, names)) : elsewhere;
    case 'JSXMemberExpression':
      return memberPlace(parent, parent.property.name);
    case 'LogicalExpression':
    case 'ConditionalExpression':
      return { kind: 'side', choice: parent, side: key as Side };
    case 'VariableDeclarator':
      return bound('declarator', parent, parent.id, false, false);
    case 'AssignmentExpression':
      return assignedPlace(tree, parent);
    case 'AssignmentPattern':
      return bound('default', parent, parent.left, false, true);
    default:
      return restingPlace(tree, top, parent, key);
  }
}

function memberPlace(member: Node, name: string | undefined): Place {
  return { kind: 'member', member, ...(name === undefined ? {} : { name }) };
}

function bound(by: Bound['by'], node: Node, target: Node, isPassedOn: boolean, isChoice: boolean): Bound {
  return { kind: 'bound', by, node, target: skipParentheses(target), isPassedOn, isChoice };
}

function assignedPlace(tree: Tree, assignment: Node & { type: 'AssignmentExpression' }): Place {
  const { operator } = assignment;
  const isChoice = operator === '||=' || operator === '&&=' || operator === '??=';
  if (operator !== '=' && !isChoice) return unused;
  const target = skipParentheses(assignment.left);
  if (target.type === 'MemberExpression' || target.type === 'OptionalMemberExpression') {
    return { kind: 'stored', name: sourceOf(tree, target) };
  }
  return bound('assignment', assignment, target, !isValueUnused(tree, assignment), isChoice);
}

/** Where a value comes to rest, or is looked at and let go. */
function restingPlace(tree: Tree, top: Node, parent: Node, key: string): Place {
  switch (parent.type) {
    case 'ObjectProperty':
      return key === 'value' ? storedPlace(tree, parent, sourceOf(tree, parent.key)) : unused;
    case 'ArrayExpression':
      return storedPlace(tree, top);
    case 'ClassProperty':
    case 'ClassAccessorProperty':
    case 'ClassPrivateProperty':
      return key === 'value' ? { kind: 'stored', name: sourceOf(tree, parent.key) } : unused;
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
    case 'YieldExpression':
      return { kind: 'returned' };
    case 'SpreadElement':
    case 'JSXSpreadAttribute':
      return { kind: 'spread' };
    case 'ForInStatement':
    case 'ForOfStatement':
      return key === 'right' ? { kind: 'walked' } : unused;
    case 'BinaryExpression':
    case 'ExpressionStatement':
    case 'UnaryExpression':
    case 'SequenceExpression':
    case 'SwitchStatement':
    case 'SwitchCase':
      return unused;
    case 'TemplateLiteral':
      return tree.parent(parent)?.type === 'TaggedTemplateExpression' ? elsewhere : unused;
    case 'ForStatement':
      return key === 'body' ? elsewhere : unused;
    default:
      return elsewhere;
  }
}

/** The literal that a property or item belongs to, and the literals around that. */
function storedPlace(tree: Tree, item: Node, name?: string): Place {
  let literal: Node | undefined;
  for (let node = tree.parent(item); node; node = tree.parent(climbParentheses(tree, node))) {
    if (node.type === 'ObjectExpression' || node.type === 'ArrayExpression') literal = node;
    else if (node.type !== 'ObjectProperty') break;
  }
  return { kind: 'stored', ...(name === undefined ? {} : { name }), ...(literal ? { literal } : {}) };
}

/** A test that the value is part of: of its being there, or of a member's. */
function testIn(tree: Tree, names: Bindings, top: Node): Test | undefined {
  const parent = tree.parent(top);
  if (parent?.type === 'BinaryExpression' && parent.operator === 'in' && parent.right === top) {
    return { kind: 'in', node: parent, member: parent.left, present: true };
  }
  const test = findTest(tree, names, top);
  if (test) return test;
  const isLeft = parent?.type === 'LogicalExpression' && parent.operator === '&&' && parent.left === top;
  return isLeft ? { kind: 'test', node: top, present: true } : undefined;
}

/** Nobody has the value of this expression afterwards. */
export function isValueUnused(tree: Tree, node: Node): boolean {
  const link = tree.link(node);
  if (!link) return true;
  const { parent, key, index } = link;
  switch (parent.type) {
    case 'ExpressionStatement':
      return true;
    case 'UnaryExpression':
      return parent.operator === 'void' || (parent.operator === '!' && isValueUnused(tree, parent));
    case 'SequenceExpression':
      return index !== parent.expressions.length - 1 || isValueUnused(tree, parent);
    case 'LogicalExpression':
      return key === 'right' && isValueUnused(tree, parent);
    case 'ConditionalExpression':
      return key !== 'test' && isValueUnused(tree, parent);
    case 'ForStatement':
      return key === 'init' || key === 'update';
    default:
      return climbParentheses(tree, node) !== node && isValueUnused(tree, parent);
  }
}

/** The text of a node on one line, at most sixty characters. */
export function sourceOf(tree: Tree, node: Node): string {
  const text = tree.text.slice(node.start ?? 0, node.end ?? 0).replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** The name that a property of a pattern takes, and where its value goes. */
export interface Taken {
  readonly property: Node;
  /** Absent where it is not constant. */
  readonly member?: string;
  readonly target: Node;
  readonly hasDefault: boolean;
}

export interface TakenApart {
  readonly taken: readonly Taken[];
  readonly rest?: Node;
}

export function takeApart(names: Bindings, pattern: Node & { type: 'ObjectPattern' }): TakenApart {
  const taken: Taken[] = [];
  let rest: Node | undefined;
  for (const property of pattern.properties) {
    if (property.type === 'RestElement') {
      rest = property;
      continue;
    }
    const member = findKey(property, names);
    const hasDefault = property.value.type === 'AssignmentPattern';
    const value = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    taken.push({ property, target: skipParentheses(value), hasDefault, ...(member === undefined ? {} : { member }) });
  }
  return { taken, ...(rest ? { rest } : {}) };
}
