// In: a call and the index of an argument. Out: the function of the file that is called, and under which names it can be
// called elsewhere. Knows nothing of what is passed.

import { findMember, skipParentheses } from '../syntax/constant.ts';
import type { Binding, Bindings } from '../syntax/bindings.ts';
import { isFunction } from '../syntax/scopes.ts';
import { isInside } from '../syntax/order.ts';
import type { AnyCall } from '../syntax/places.ts';
import { climbParentheses } from '../syntax/positions.ts';
import type { Node, Tree } from '../syntax/tree.ts';

export interface FoundFunction {
  readonly fn: Node & { readonly params: readonly Node[] };
  /** None where it is called where it stands. */
  readonly names: readonly Binding[];
  /** Of the parameter. */
  readonly index: number;
  /** Of the argument, in a plain call. */
  readonly position: number;
  /** Its parameters have a second name. */
  readonly usesArguments: boolean;
}

type AnyCallee = AnyCall | (Node & { type: 'NewExpression' });

export function findFunction(tree: Tree, names: Bindings, call: AnyCallee, index: number): FoundFunction | undefined {
  if (call.arguments.slice(0, index).some((argument) => argument.type === 'SpreadElement')) return undefined;
  const callee = skipParentheses(call.callee);
  const isMethod = callee.type === 'MemberExpression' && findMember(callee, names) === 'call';
  if (isMethod && index === 0) return undefined;
  const found = functionAt(
    tree,
    names,
    isMethod ? skipParentheses(callee.object) : callee,
    call.type === 'NewExpression',
  );
  if (!found) return undefined;
  const { fn, names: called } = found;
  const first = fn.params[0];
  const own = first?.type === 'Identifier' && first.name === 'this' ? 1 : 0;
  const usesArguments = names.of('arguments').free.some((node) => isInside(tree, node, fn));
  const position = index - (isMethod ? 1 : 0);
  return { fn, names: called, index: position + own, position, usesArguments };
}

type Callee = Pick<FoundFunction, 'fn' | 'names'>;

function functionAt(tree: Tree, names: Bindings, node: Node, isNew: boolean): Callee | undefined {
  if (node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression') {
    const own = node.type === 'FunctionExpression' && node.id ? names.bindingOf(node.id) : undefined;
    return { fn: node, names: own ? [own] : [] };
  }
  if (node.type !== 'Identifier') return undefined;
  const binding = names.bindingOf(node);
  const [declaration, more] = binding?.declarations ?? [];
  if (!binding || !declaration || more || binding.writes.length > 0) return undefined;
  const made = declaration.node.type === 'VariableDeclarator' ? initOf(declaration) : declaration.node;
  if (made && isNew && isBuiltElsewhere(tree, names, made)) return undefined;
  const fn = made && isNew ? constructorOf(made) : made;
  if (!fn || !isFunction(fn) || (declaration.kind === 'param' && fn === declaration.node)) return undefined;
  const own = fn.type === 'FunctionExpression' && fn.id ? names.bindingOf(fn.id) : undefined;
  return { fn, names: own && own !== binding ? [binding, own] : [binding] };
}

function initOf({ node, id }: { readonly node: Node; readonly id: Node }): Node | undefined {
  if (node.type !== 'VariableDeclarator' || node.id !== id || !node.init) return undefined;
  return skipParentheses(node.init);
}

/** `new this.constructor(…)`, and `new this(…)` in a class: calls of a constructor that do not name it. */
function isBuiltElsewhere(tree: Tree, names: Bindings, made: Node): boolean {
  const isRead = names.of('constructor').keys.some((key) => {
    const parent = tree.parent(key);
    return parent?.type === 'MemberExpression' || parent?.type === 'OptionalMemberExpression';
  });
  let isBuilt = isRead;
  tree.walk(made, (node) => {
    const callee = node.type === 'NewExpression' ? skipParentheses(node.callee) : undefined;
    isBuilt ||= callee?.type === 'ThisExpression' || callee?.type === 'MetaProperty';
  });
  return isBuilt;
}

function constructorOf(node: Node): Node | undefined {
  if (node.type !== 'ClassDeclaration' && node.type !== 'ClassExpression') return node;
  return node.body.body.find((member) => member.type === 'ClassMethod' && member.kind === 'constructor');
}

/** The call that a function's name is read for; nothing where it goes elsewhere. */
export function callThrough(tree: Tree, read: Node): AnyCallee | undefined {
  const top = climbParentheses(tree, read);
  const parent = tree.parent(top);
  switch (parent?.type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return parent.callee === top ? parent : undefined;
    default:
      return undefined;
  }
}
