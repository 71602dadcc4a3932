// In: an expression. Out: its value where the text alone proves it.
// Follows names only to `const` bindings of primitives: an object behind a name may have been changed.
// Knows nothing of swan.

import type { Bindings } from './bindings.ts';
import type { Node } from './tree.ts';

/** A value known at compile time. An object or array is constant when all of it is. */
export type Constant =
  string | number | boolean | null | undefined | readonly Constant[] | { readonly [key: string]: Constant };

/** A text that doubles from name to name is not worth having. */
const longest = 10_000;

export interface Known {
  readonly value: Constant;
}

type Transparent = Node & {
  type:
    | 'ParenthesizedExpression'
    | 'TSAsExpression'
    | 'TSSatisfiesExpression'
    | 'TSNonNullExpression'
    | 'TSTypeAssertion'
    | 'TSInstantiationExpression'
    | 'TypeCastExpression';
};

/** Parentheses, and what the checker alone reads: its value is that of the expression in it. */
export function isTransparent(node: Node): node is Transparent {
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'TypeCastExpression':
      return true;
    default:
      return false;
  }
}

export function skipParentheses(node: Node): Node {
  return isTransparent(node) ? skipParentheses(node.expression) : node;
}

/** The value of a constant expression; `{ value: undefined }` is the known value undefined. */
export function findConstant(node: Node, names: Bindings, depth = 0): Known | undefined {
  if (depth > 40) return undefined;
  const inner = skipParentheses(node);
  switch (inner.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return { value: inner.value };
    case 'NullLiteral':
      return { value: null };
    case 'Identifier':
      return identifierValue(inner, names, depth);
    case 'TemplateLiteral':
      return templateValue(inner, names, depth);
    case 'UnaryExpression':
      return unaryValue(inner, names, depth);
    case 'BinaryExpression':
      return inner.operator === '+' ? sumValue(inner, names, depth) : undefined;
    case 'ArrayExpression':
      return listValue(inner, names, depth);
    case 'ObjectExpression':
      return objectValue(inner, names, depth);
    default:
      return undefined;
  }
}

function templateValue(node: Node & { type: 'TemplateLiteral' }, names: Bindings, depth: number): Known | undefined {
  let text = '';
  for (const [at, quasi] of node.quasis.entries()) {
    if (quasi.value.cooked == null) return undefined;
    text += quasi.value.cooked;
    const hole = node.expressions[at];
    if (!hole) continue;
    const known = findPrimitive(hole, names, depth);
    if (!known) return undefined;
    text += String(known.value);
  }
  return { value: text };
}

function unaryValue(node: Node & { type: 'UnaryExpression' }, names: Bindings, depth: number): Known | undefined {
  const known = findPrimitive(node.argument, names, depth);
  if (!known) return undefined;
  const { value } = known;
  if (node.operator === 'void') return { value: undefined };
  if (node.operator === '!') return { value: !value };
  if (node.operator === '-' && typeof value === 'number') return { value: -value };
  return node.operator === '+' && typeof value === 'number' ? { value } : undefined;
}

function sumValue(node: Node & { type: 'BinaryExpression' }, names: Bindings, depth: number): Known | undefined {
  const left = findPrimitive(node.left, names, depth);
  const right = left && findPrimitive(node.right, names, depth);
  if (!left || !right) return undefined;
  if (typeof left.value === 'number' && typeof right.value === 'number') return { value: left.value + right.value };
  if (typeof left.value !== 'string' && typeof right.value !== 'string') return undefined;
  return { value: String(left.value) + String(right.value) };
}

function listValue(node: Node & { type: 'ArrayExpression' }, names: Bindings, depth: number): Known | undefined {
  const items: Constant[] = [];
  for (const element of node.elements) {
    const known = element && element.type !== 'SpreadElement' && findConstant(element, names, depth + 1);
    if (!known) return undefined;
    items.push(known.value);
  }
  return { value: items };
}

function objectValue(node: Node & { type: 'ObjectExpression' }, names: Bindings, depth: number): Known | undefined {
  const entries: [string, Constant][] = [];
  for (const property of node.properties) {
    if (property.type !== 'ObjectProperty') return undefined;
    const key = findKey(property, names, depth);
    const known = key !== undefined && key !== '__proto__' && findConstant(property.value, names, depth + 1);
    if (!known) return undefined;
    entries.push([key, known.value]);
  }
  return { value: Object.fromEntries(entries) };
}

function findPrimitive(node: Node, names: Bindings, depth: number): Known | undefined {
  const known = findConstant(node, names, depth + 1);
  return known && (typeof known.value !== 'object' || known.value === null) ? known : undefined;
}

function identifierValue(node: Node & { type: 'Identifier' }, names: Bindings, depth: number): Known | undefined {
  if (node.name === 'undefined' && names.isFree(node)) return { value: undefined };
  const init = findConstInit(node, names);
  if (!init) return undefined;
  if (names.constants.has(init)) return names.constants.get(init);
  // A constant that leads back to itself is none.
  names.constants.set(init, undefined);
  const known = findPrimitive(init, names, depth);
  const isShort = typeof known?.value !== 'string' || known.value.length <= longest;
  if (isShort) names.constants.set(init, known);
  return isShort ? known : undefined;
}

/** The initialiser of the `const` that an identifier refers to. */
export function findConstInit(identifier: Node, names: Bindings): Node | undefined {
  if (identifier.type !== 'Identifier' || !names.mayBeInitialised(identifier.name)) return undefined;
  const binding = names.bindingOf(identifier);
  const declaration = binding?.declarations[0];
  if (!declaration || binding.declarations.length !== 1 || declaration.kind !== 'const') return undefined;
  const { node, id } = declaration;
  return node.type === 'VariableDeclarator' && node.id === id ? (node.init ?? undefined) : undefined;
}

interface Keyed {
  readonly computed?: boolean | null;
  readonly key: Node;
}

/** The name of a property or class member, where it is constant. */
export function findKey(property: Keyed, names: Bindings, depth = 0): string | undefined {
  const { key } = property;
  if (!property.computed) {
    if (key.type === 'Identifier') return key.name;
    if (key.type === 'StringLiteral') return key.value;
    if (key.type === 'NumericLiteral') return String(key.value);
    return undefined;
  }
  const known = findPrimitive(key, names, depth);
  return known ? String(known.value) : undefined;
}

/** The name behind the dot or between the brackets, where it is constant. */
export function findMember(node: Node, names: Bindings): string | undefined {
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return undefined;
  return findKey({ computed: node.computed, key: node.property }, names);
}

/** Every value that an expression can have, where all of them are visible constants. */
export function findConstants(node: Node, names: Bindings, depth = 0): readonly Known[] | undefined {
  const inner = skipParentheses(node);
  const known = findConstant(inner, names);
  if (known) return [known];
  if (depth > 8) return undefined;
  if (inner.type === 'ConditionalExpression') {
    return joinConstants([inner.consequent, inner.alternate], names, depth);
  }
  if (inner.type !== 'Identifier') return undefined;
  const given = findGiven(inner, names);
  return given && joinConstants(given, names, depth);
}

function joinConstants(nodes: readonly Node[], names: Bindings, depth: number): readonly Known[] | undefined {
  const all = nodes.map((node) => findConstants(node, names, depth + 1));
  return all.every((one) => one !== undefined) ? all.flat() : undefined;
}

function itemsOf(list: Node): Node[] | undefined {
  const inner = skipParentheses(list);
  const items = inner.type === 'ArrayExpression' ? inner.elements : [];
  return items.length > 0 && items.every((item) => item !== null && item.type !== 'SpreadElement') ? items : undefined;
}

/** What a variable is given anywhere, where every place that gives it something is visible. */
function findGiven(identifier: Node, names: Bindings): Node[] | undefined {
  const binding = names.bindingOf(identifier);
  if (!binding || binding.reads.length > 50) return undefined;
  const given: Node[] = [];
  for (const { node, id, kind } of binding.declarations) {
    if (node.type !== 'VariableDeclarator' || node.id !== id) return undefined;
    // The head of a loop over a list gives it a value of its own.
    const statement = names.parentOf(node);
    const loop = statement && names.parentOf(statement);
    const isHead = loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement';
    if (isHead && loop.left === statement) {
      const items = loop.type === 'ForOfStatement' ? itemsOf(loop.right) : undefined;
      if (!items) return undefined;
      given.push(...items);
      continue;
    }
    if (node.init) given.push(node.init);
    else if (kind === 'const') return undefined;
  }
  for (const write of binding.writes) {
    const assignment = names.parentOf(write);
    if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=') return undefined;
    given.push(assignment.right);
  }
  return given.length > 0 ? given : undefined;
}
