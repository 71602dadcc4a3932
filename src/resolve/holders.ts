// In: a path by which swan may be got, and what it begins at: a member, a name, a function that returns it. Out: the
// expressions that have it from there, by a path of their own, and what the module hands out.
// A path is a list of steps: the name of a member (`*` for any), `()` for a call, `new`, `await`.

import { findKey, findMember, skipParentheses } from '../syntax/constant.ts';
import { isExportedName, isExportsObject } from '../syntax/export-places.ts';
import { functionAround } from '../syntax/order.ts';
import { isValueUnused, takeApart } from '../syntax/places.ts';
import { climbParentheses } from '../syntax/positions.ts';
import { findAbove, isFunction } from '../syntax/scopes.ts';
import type { Binding } from '../syntax/bindings.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import { intercept, type Trail } from './trail.ts';
import type { Path } from './values.ts';

/** What is left of a path behind a call and the like. */
export function wayOut(path: Path, step: '()' | 'new' | 'await'): Path | undefined {
  return path[0] === step ? path.slice(1) : undefined;
}

/** The step from the global object, which whoever has may have from elsewhere, to swan. */
export const globalStep = 'swan of window';

/** What is left of a path behind a member; a name that is not known may be any. */
export function wayTo(path: Path, name: string | undefined): Path | undefined {
  const [first, ...rest] = path;
  if (first === undefined || first === '()' || first === 'new' || first === 'await') return undefined;
  return first === '*' || name === undefined || name === '*' || first === name ? rest : undefined;
}

export function isUsed(tree: Tree, node: Node): boolean {
  return !isValueUnused(tree, node);
}

/** A name, a pattern, a parameter or a member is given what holds it. */
export function give(trail: Trail, target: Node, path: Path): void {
  const { names } = trail;
  switch (target.type) {
    case 'AssignmentPattern':
      return give(trail, target.left, path);
    case 'TSParameterProperty':
      give(trail, target.parameter, path);
      return holdProperty(trail, target, path);
    case 'ObjectPattern': {
      const { taken, rest } = takeApart(names, target);
      for (const { member, target: part, property } of taken) {
        // `const { after } = host()`
        if (path.length === 0 && member === 'after') intercept(trail, property, { code: 'swan-after', api: '*' });
        giveBelow(trail, part, path, member);
      }
      if (rest?.type === 'RestElement' && path.length > 0) give(trail, rest.argument, path);
      return;
    }
    case 'ArrayPattern':
      for (const part of target.elements) {
        if (part?.type === 'RestElement') give(trail, part.argument, path);
        else if (part) giveBelow(trail, part, path, undefined);
      }
      return;
    case 'Identifier': {
      const binding = names.bindingOf(target);
      if (binding) giveName(trail, binding, path);
      // `host = swan` makes a global.
      else for (const read of names.of(target.name).free) trail.hold(read, path);
      return;
    }
    default: {
      const inner = skipParentheses(target);
      if (inner !== target) give(trail, inner, path);
      else if (inner.type === 'MemberExpression') {
        holdIn(trail, inner.object, [findMember(inner, names) ?? '*', ...path]);
      }
    }
  }
}

function giveBelow(trail: Trail, target: Node, path: Path, member: string | undefined): void {
  const rest = wayTo(path, member);
  if (rest) give(trail, target, rest);
}

function giveName(trail: Trail, binding: Binding, path: Path): void {
  for (const read of binding.reads) trail.hold(read, path);
  handOutName(trail, binding, path);
}

/** A name that is exported where it is declared: importers may have it, or whoever names the namespace. */
export function handOutName(trail: Trail, binding: Binding, path: Path): void {
  const { tree, names } = trail;
  if (!isExportedName(tree, binding)) return;
  const around = findAbove(tree, binding.scope, ({ type }) => type === 'TSModuleDeclaration');
  const namespace = around && 'id' in around && around.id ? names.bindingOf(around.id) : undefined;
  if (namespace) for (const read of namespace.reads) trail.hold(read, [binding.name, ...path]);
  else trail.handOut(isDefault(trail, binding) ? 'default' : binding.name, path);
}

/** `constructor(private host)` */
function holdProperty(trail: Trail, { parameter }: Node & { type: 'TSParameterProperty' }, path: Path): void {
  const id = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  const body = id.type === 'Identifier' && findAbove(trail.tree, id, ({ type }) => type === 'ClassBody');
  if (!body) return;
  holdClass(trail, body, ['new', id.name, ...path]);
  holdOwnMember(trail, [id.name, ...path]);
}

function isDefault({ tree }: Trail, { declarations }: Binding): boolean {
  return declarations.some(({ node }) => tree.parent(node)?.type === 'ExportDefaultDeclaration');
}

/** `object.host = swan`: whoever has the object has it; where that is not seen, whoever reads such a member. */
export function holdIn(trail: Trail, object: Node, path: Path, depth = 0): void {
  const { tree, names } = trail;
  const inner = skipParentheses(object);
  if (depth > 5) return;
  if (isExportsObject(tree, names, inner)) return trail.handOut('=', path);
  if (inner.type === 'MemberExpression' || inner.type === 'OptionalMemberExpression') {
    return holdIn(trail, inner.object, [findMember(inner, names) ?? '*', ...path], depth);
  }
  if (inner.type === 'ThisExpression') return holdInOwner(trail, functionAround(tree, inner), path);
  const binding = inner.type === 'Identifier' ? names.bindingOf(inner) : undefined;
  const [declaration] = binding?.declarations ?? [];
  if (!binding || !declaration || declaration.kind === 'param') return holdField(trail, path);
  giveName(trail, binding, path);
  // `const out = exports; out.host = swan`
  const { node } = declaration;
  if (node.type === 'VariableDeclarator' && node.init && node.id.type === 'Identifier') {
    if (isReference(node.init)) holdIn(trail, node.init, path, depth + 1);
  }
}

function isReference(node: Node): boolean {
  return /^(?:Identifier|MemberExpression|ThisExpression)$/.test(skipParentheses(node).type);
}

/** Every member of that name, of whatever object. */
function holdField(trail: Trail, [name, ...path]: Path): void {
  const { tree, names } = trail;
  for (const key of name === undefined || name === '*' ? [] : names.of(name).keys) {
    const member = tree.parent(key);
    const isMember = member?.type === 'MemberExpression' || member?.type === 'OptionalMemberExpression';
    if (isMember && member.property === key) trail.hold(member, path);
  }
}

/** `this.host = swan`, in a method or a field of a class, or in a method of an object. */
function holdInOwner(trail: Trail, fn: Node | undefined, path: Path): void {
  const { tree } = trail;
  holdField(trail, path);
  const owner = fn && tree.parent(fn);
  if (fn?.type === 'ArrowFunctionExpression') return holdInOwner(trail, functionAround(tree, fn), path);
  if (owner?.type === 'ClassBody') holdClass(trail, owner, fn && 'static' in fn && fn.static ? path : ['new', ...path]);
  else if (owner?.type === 'ObjectExpression') trail.hold(owner, path);
  // `function Client() { this.host = swan; }`
  else if (fn) holdFunction(trail, fn, ['new', ...path]);
}

/** A property or method of a literal or a class. */
export function holdMember(trail: Trail, member: Node, path: Path): void {
  const { tree, names } = trail;
  const holder = tree.parent(member);
  if (!holder || !('key' in member)) return;
  if (member.type === 'ClassPrivateProperty' || member.type === 'ClassPrivateMethod') {
    return holdPrivate(trail, holder, member.key.id.name, path);
  }
  const key = findKey(member, names) ?? '*';
  const own = [key, ...path];
  if (holder.type === 'ObjectExpression') trail.hold(holder, own);
  else if (holder.type !== 'ClassBody') return;
  else holdClass(trail, holder, 'static' in member && member.static ? own : ['new', ...own]);
  if (/\bthis\b/.test(tree.text)) holdOwnMember(trail, own);
}

/** `this.host` */
function holdOwnMember(trail: Trail, [name = '*', ...path]: Path): void {
  const { tree, names } = trail;
  for (const key of name === '*' ? [] : names.of(name).keys) {
    const member = tree.parent(key);
    const isMember = member?.type === 'MemberExpression' || member?.type === 'OptionalMemberExpression';
    if (isMember && skipParentheses(member.object).type === 'ThisExpression') trail.hold(member, path);
  }
}

/** `this.#host`, wherever the class says so. */
function holdPrivate(trail: Trail, body: Node, name: string, path: Path): void {
  trail.tree.walk(body, (node) => {
    if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return;
    if (node.property.type === 'PrivateName' && node.property.id.name === name) trail.hold(node, path);
  });
}

function holdClass(trail: Trail, body: Node, path: Path): void {
  const owner = trail.tree.parent(body);
  if (owner?.type === 'ClassDeclaration' || owner?.type === 'ClassExpression') holdNamed(trail, owner, path);
}

export function holdNamed(trail: Trail, made: Node & { id?: Node | null | undefined }, path: Path): void {
  const binding = made.id ? trail.names.bindingOf(made.id) : undefined;
  if (binding) giveName(trail, binding, path);
  else if (trail.tree.parent(made)?.type === 'ExportDefaultDeclaration') trail.handOut('default', path);
  if (made.type.endsWith('Expression')) trail.hold(made, path);
}

/** The function that hands it back does so when it is called; a getter when it is read. */
export function holdReturned(trail: Trail, node: Node, path: Path): void {
  const { tree } = trail;
  const fn = functionAround(tree, node);
  if (!fn || !isFunction(fn)) return;
  const isYielded = tree.parent(climbParentheses(tree, node))?.type === 'YieldExpression';
  const given = [...(fn.async ? ['await'] : []), ...(isYielded || fn.generator ? ['*'] : []), ...path];
  holdFunction(trail, fn, 'kind' in fn && fn.kind === 'get' ? path : ['()', ...given]);
}

function holdFunction(trail: Trail, fn: Node, path: Path): void {
  if (/Method$/.test(fn.type)) holdMember(trail, fn, path);
  else if (fn.type === 'ArrowFunctionExpression') trail.hold(fn, path);
  else if (fn.type === 'FunctionDeclaration' || fn.type === 'FunctionExpression') holdNamed(trail, fn, path);
}
