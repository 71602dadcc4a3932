// In: a function that is given as a callback. Out: its form, and what it does with its first parameter.
// Follows the parameter through patterns and through names that its members are given.
// Knows nothing of swan.

import type { Function as FunctionNode } from '@babel/types';
import type { Callback, MemberRead, ResultUse } from '../ir.ts';
import { findKey, findMember, skipParentheses } from '../syntax/constant.ts';
import { isFunction } from '../syntax/scopes.ts';
import { climbParentheses, findTest, isWritten, spanOf } from '../syntax/positions.ts';
import { eachChild } from '../syntax/children.ts';
import { endOf, startOf, type Node } from '../syntax/tree.ts';
import type { Span } from '../text/text.ts';
import { skipGap, type Context } from './context.ts';
import { findTaker } from './file-path.ts';

export function callbackOf(context: Context, fn: FunctionNode): Callback {
  const own = ownWords(context, fn);
  const param = paramOf(context, fn);
  return {
    form: fn.type === 'ArrowFunctionExpression' ? 'arrow' : fn.type === 'ObjectMethod' ? 'method' : 'function',
    async: fn.async === true,
    generator: fn.generator === true,
    usesThis: own.usesThis,
    usesSuper: own.usesSuper,
    usesArguments: own.usesArguments,
    params: fn.params.length,
    ...(param ? { param } : {}),
    result: resultOf(context, fn, own.usesArguments),
  };
}

function paramOf(context: Context, fn: FunctionNode): Callback['param'] {
  const [first] = fn.params;
  if (first?.type !== 'Identifier' && first?.type !== 'ObjectPattern') return undefined;
  const at = spanOf(first);
  const isArrow = fn.type === 'ArrowFunctionExpression';
  // `res => …`: what follows the name is the arrow.
  const isBare =
    isArrow && fn.params.length === 1 && context.text.startsWith('=>', skipGap(context, at.end, endOf(fn)).end);
  return { at, isTyped: first.typeAnnotation != null, isBare };
}

type OwnWords = Pick<Callback, 'usesThis' | 'usesSuper' | 'usesArguments'>;

/** `this`, `super` and `arguments` of the function itself, those in arrows inside of it included. */
export function ownWords({ text }: Context, fn: FunctionNode): OwnWords {
  const own = text.slice(startOf(fn), endOf(fn));
  // Nearly every callback is told from its text alone; escapes can hide `arguments` and `eval`.
  if (!/this|super|arguments|eval|target|\\u/.test(own)) {
    return { usesThis: false, usesSuper: false, usesArguments: false };
  }
  let usesThis = false;
  let usesSuper = false;
  let usesArguments = false;
  const stack: Node[] = [...fn.params, fn.body];
  for (let node = stack.pop(); node; node = stack.pop()) {
    usesSuper ||= node.type === 'Super';
    if (node.type === 'ThisExpression' || node.type === 'Super' || node.type === 'MetaProperty')
      usesThis ||= node.type !== 'MetaProperty' || node.meta.name === 'new';
    else if (node.type === 'JSXIdentifier' && node.name === 'this') usesThis = true;
    else if (node.type === 'Identifier' && node.name === 'arguments') usesArguments = true;
    else if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'eval') {
      usesThis = true;
      usesArguments = true;
    }
    if (isFunction(node) && node.type !== 'ArrowFunctionExpression') {
      if (node.type !== 'FunctionDeclaration' && node.type !== 'FunctionExpression' && node.computed)
        stack.push(node.key);
      continue;
    }
    if (
      node.type === 'ClassProperty' ||
      node.type === 'ClassPrivateProperty' ||
      node.type === 'ClassAccessorProperty'
    ) {
      if (node.type !== 'ClassPrivateProperty' && node.computed) stack.push(node.key);
      continue;
    }
    if (node.type === 'StaticBlock') continue;
    const above = node;
    eachChild(node, (child, key) => {
      // A member's or a property's name is no reference.
      const isName =
        (key === 'property' || key === 'key') &&
        !(above as { computed?: boolean }).computed &&
        child.type === 'Identifier';
      if (!isName) stack.push(child);
    });
  }
  return { usesThis, usesSuper, usesArguments };
}

interface Uses {
  readonly reads: MemberRead[];
  escapes: boolean;
  logged: boolean;
  written: boolean;
}

function resultOf(context: Context, fn: FunctionNode, usesArguments: boolean): ResultUse {
  const uses: Uses = { reads: [], escapes: usesArguments, logged: false, written: false };
  const first = fn.params.find((param) => !(param.type === 'Identifier' && param.name === 'this'));
  let name: string | undefined;
  if (first) {
    const target = first.type === 'AssignmentPattern' ? first.left : first;
    if (target.type === 'Identifier') {
      name = target.name;
      followName(context, target, [], spanOf(target), uses, 0);
    } else if (target.type === 'ObjectPattern') {
      takeApart(context, target, [], uses, 0);
    } else {
      uses.escapes = true;
    }
  }
  return {
    ...(name === undefined ? {} : { name }),
    reads: uses.reads.sort((a, b) => a.at.start - b.at.start),
    escapes: uses.escapes || uses.logged,
    loggedOnly: uses.logged && !uses.escapes,
    written: uses.written,
  };
}

/** Every place that a name is read at; `path` is what the name stands for. */
function followName(
  context: Context,
  id: Node,
  path: readonly string[],
  memberAt: Span,
  uses: Uses,
  depth: number,
): void {
  const { names, tree } = context;
  if (id.type !== 'Identifier') return;
  // Brings the name's places into the tree.
  tree.occurrences(id.name);
  const binding = names.bindingOf(id);
  if (!binding || depth > 8) {
    uses.escapes = true;
    return;
  }
  if (binding.writes.length > 0 || binding.declarations.length > 1) {
    if (path.length === 0) uses.escapes = true;
  }
  for (const read of binding.reads) followUse(context, read, path, memberAt, uses, depth);
}

function followUse(
  context: Context,
  node: Node,
  start: readonly string[],
  startAt: Span,
  uses: Uses,
  depth: number,
): void {
  const { names, tree } = context;
  const { path, memberAt, top } = climbMembers(context, node, start, startAt);
  const link = tree.link(top);
  if (!link) return;
  const { parent, key } = link;
  const at = spanOf(unwrapped(top));
  const add = (use: MemberRead['use']): void => {
    if (path.length === 0) return;
    const taker = use === 'value' ? findTaker(context, top) : undefined;
    uses.reads.push({ path, at, use, memberAt, ...(taker === undefined ? {} : { taker }) });
  };
  if (isWritten(tree, top)) {
    if (path.length > 0) uses.written = true;
    add('written');
    return;
  }
  if (parent.type === 'VariableDeclarator' && key === 'init') {
    if (parent.id.type === 'ObjectPattern') {
      takeApart(context, parent.id, path, uses, depth + 1);
      return;
    }
    if (parent.id.type === 'Identifier') {
      add('value');
      followName(context, parent.id, path, memberAt, uses, depth + 1);
      return;
    }
  }
  if (parent.type === 'AssignmentExpression' && key === 'right' && parent.left.type === 'ObjectPattern') {
    takeApart(context, parent.left, path, uses, depth + 1);
    return;
  }
  if ((parent.type === 'CallExpression' || parent.type === 'OptionalCallExpression') && key === 'callee') {
    if (path.length > 0) add('called');
    else uses.escapes = true;
    return;
  }
  const json = findJsonMethod(context, parent, key);
  if (json === 'parse' || (json === 'stringify' && path.length > 0)) {
    if (path.length === 0) uses.escapes = true;
    add(json === 'parse' ? 'parsed' : 'stringified');
    return;
  }
  if (isCompared(parent, key)) {
    add('compared');
    return;
  }
  if (parent.type === 'LogicalExpression' && path.length === 0 && isLoneTest(context, top)) return;
  if (findTest(tree, names, top) || parent.type === 'ExpressionStatement') {
    add('value');
    return;
  }
  if (path.length > 0) {
    add('value');
    return;
  }
  if (parent.type === 'BinaryExpression' && parent.operator === 'in' && key === 'right') return;
  if (isLogged(context, top)) uses.logged = true;
  else uses.escapes = true;
}

/** `res.data.list`: the whole of what is read, and the last member of it. */
function climbMembers(
  context: Context,
  node: Node,
  start: readonly string[],
  startAt: Span,
): { path: string[]; memberAt: Span; top: Node } {
  const { names, tree } = context;
  const path = [...start];
  let memberAt = startAt;
  let top = climbParentheses(tree, node);
  for (;;) {
    const parent = tree.parent(top);
    if (path.length === 0 && parent?.type === 'LogicalExpression' && parent.operator !== '&&') {
      // `(res || {}).data`
      top = climbParentheses(tree, parent);
      continue;
    }
    const isMember = parent?.type === 'MemberExpression' || parent?.type === 'OptionalMemberExpression';
    if (!isMember || parent.object !== top) return { path, memberAt, top };
    path.push(findMember(parent, names) ?? '*');
    memberAt = { start: memberStart(context, parent, top), end: endOf(parent) };
    top = climbParentheses(tree, parent);
  }
}

/** `res && res.data`: only the truth of the name counts, and what the right side reads is seen on its own. */
function isLoneTest({ tree }: Context, node: Node): boolean {
  const link = tree.link(node);
  return link?.parent.type === 'LogicalExpression' && link.parent.operator === '&&' && link.key === 'left';
}

function unwrapped(node: Node): Node {
  return node.type === 'SequenceExpression' ? node : skipParentheses(node);
}

/** The dot or bracket of a member expression. */
function memberStart({ text }: Context, member: Node, object: Node): number {
  if (member.type !== 'MemberExpression' && member.type !== 'OptionalMemberExpression') return endOf(object);
  const from = endOf(object);
  const between = text.slice(from, startOf(member.property));
  const gap = /^(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*\n)*/.exec(between)?.[0].length ?? 0;
  return from + gap;
}

/** The method of JSON that is called with the value. */
function findJsonMethod({ names }: Context, parent: Node, key: string): string | undefined {
  if (parent.type !== 'CallExpression' || key !== 'arguments') return undefined;
  const callee = skipParentheses(parent.callee);
  const method = findMember(callee, names);
  if (method === undefined) return undefined;
  const object = skipParentheses((callee as Node & { object: Node }).object);
  return object.type === 'Identifier' && object.name === 'JSON' && names.isFree(object) ? method : undefined;
}

function isCompared(parent: Node, key: string): boolean {
  if (parent.type === 'BinaryExpression') return /^[!=]==?$/.test(parent.operator);
  if (parent.type === 'SwitchStatement') return key === 'discriminant';
  return parent.type === 'SwitchCase' && key === 'test';
}

/** An argument of `console.log` and the like, also inside `JSON.stringify`, a template or a concatenation. */
function isLogged(context: Context, node: Node): boolean {
  const { tree, names } = context;
  const link = tree.link(climbParentheses(tree, node));
  if (!link) return false;
  const { parent, key } = link;
  if (parent.type === 'TemplateLiteral' || (parent.type === 'BinaryExpression' && parent.operator === '+')) {
    return isLogged(context, parent);
  }
  if (parent.type === 'ObjectProperty' && key === 'value') {
    const object = tree.parent(parent);
    return object?.type === 'ObjectExpression' && isLogged(context, object);
  }
  if (parent.type !== 'CallExpression' || key !== 'arguments') return false;
  const callee = skipParentheses(parent.callee);
  const method = findMember(callee, names);
  if (method === undefined) return false;
  const object = skipParentheses((callee as Node & { object: Node }).object);
  if (object.type !== 'Identifier' || !names.isFree(object)) return false;
  if (object.name === 'console') return true;
  return object.name === 'JSON' && method === 'stringify' && isLogged(context, parent);
}

function takeApart(
  context: Context,
  pattern: Node & { type: 'ObjectPattern' },
  path: readonly string[],
  uses: Uses,
  depth: number,
): void {
  for (const property of pattern.properties) {
    if (property.type === 'RestElement') {
      uses.escapes = true;
      continue;
    }
    const member = findKey(property, context.names) ?? '*';
    const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    const inner = [...path, member];
    if (target.type === 'ObjectPattern') {
      takeApart(context, target, inner, uses, depth + 1);
      continue;
    }
    const at = spanOf(property);
    uses.reads.push({ path: inner, at, use: 'bound', memberAt: at });
    if (target.type === 'Identifier') followName(context, target, inner, at, uses, depth + 1);
  }
}
