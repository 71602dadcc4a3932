// In: a call. Out: the function of the program that wraps it: one whose parameters decide what the call does.
// Looks through promise executors and callbacks up to the first function that has a name; what only the host calls, as the
// handlers of a page, wraps nothing. Knows nothing of targets.

import type { Function as FunctionNode } from '@babel/types';
import { isFunction } from '../syntax/scopes.ts';
import { climbParentheses } from '../syntax/positions.ts';
import { startOf, type Node } from '../syntax/tree.ts';
import type { Context } from './context.ts';

export interface WrapperFunction {
  readonly name: string;
  /** Where the function's name, or the function, begins. */
  readonly at: number;
}

/** Functions of these names are callbacks of another call; what wraps is further out. */
const callbackKeys = new Set(['success', 'fail', 'complete']);

/** Nothing where no parameter of a named function reaches the options. */
export function findWrapper(context: Context, call: Node, options: Node | undefined): WrapperFunction | undefined {
  const { tree } = context;
  if (!options) return undefined;
  for (let node = tree.parent(call); node; node = tree.parent(node)) {
    if (!isFunction(node)) continue;
    if (isHandler(context, node)) return undefined;
    const named = nameOf(context, node);
    if (named && !callbackKeys.has(named.name) && takesFrom(context, options, node)) return named;
  }
  return undefined;
}

/** What mini-programs and their frameworks are handed an object of handlers by. */
const registrars = new Set(['Page', 'App', 'Component', 'Behavior', 'createPage', 'createComponent', 'createApp']);

/** A member of the object that describes a page or the like, which no code of the file calls. */
function isHandler({ tree }: Context, fn: Node): boolean {
  const property = fn.type === 'ObjectMethod' ? fn : tree.parent(climbParentheses(tree, fn));
  if (property?.type !== 'ObjectMethod' && property?.type !== 'ObjectProperty') return false;
  const { key } = property;
  const name = key.type === 'Identifier' ? key.name : key.type === 'StringLiteral' ? key.value : undefined;
  if (name === undefined || !isGivenToHost(tree, property)) return false;
  return !tree.occurrences(name).some((node) => {
    const parent = tree.parent(node);
    const isMember = parent?.type === 'MemberExpression' || parent?.type === 'OptionalMemberExpression';
    return isMember && parent.property === node;
  });
}

/** `Page({ …, methods: { … } })` */
function isGivenToHost(tree: Context['tree'], property: Node): boolean {
  const object = tree.parent(property);
  const link = object && tree.link(climbParentheses(tree, object));
  if (link?.parent.type === 'ObjectProperty') return isGivenToHost(tree, link.parent);
  if (link?.parent.type !== 'CallExpression' || link.key !== 'arguments') return false;
  const { callee } = link.parent;
  return callee.type === 'Identifier' && registrars.has(callee.name);
}

function nameOf({ tree }: Context, fn: Node): WrapperFunction | undefined {
  if ((fn.type === 'FunctionDeclaration' || fn.type === 'FunctionExpression') && fn.id) return nameAt(fn.id);
  if (fn.type === 'ObjectMethod' || fn.type === 'ClassMethod') return nameAt(fn.key);
  const parent = tree.parent(climbParentheses(tree, fn));
  if (parent?.type === 'VariableDeclarator') return nameAt(parent.id);
  if (parent?.type === 'ObjectProperty' || parent?.type === 'ClassProperty') return nameAt(parent.key);
  if (parent?.type !== 'AssignmentExpression') return undefined;
  const { left } = parent;
  return nameAt(left.type === 'MemberExpression' ? left.property : left);
}

function nameAt(node: Node): WrapperFunction | undefined {
  if (node.type === 'Identifier') return { name: node.name, at: startOf(node) };
  return node.type === 'StringLiteral' ? { name: node.value, at: startOf(node) } : undefined;
}

/** The options read a parameter of the function, outside of the callbacks. */
function takesFrom({ tree, names }: Context, options: Node, fn: FunctionNode): boolean {
  // Names that are no parameter's are not looked up: most functions have none or one.
  const words = new Set<string>();
  for (const param of fn.params) {
    tree.walk(param, (node) => void (node.type === 'Identifier' && words.add(node.name)));
  }
  if (words.size === 0) return false;
  let isFound = false;
  tree.walk(options, (node) => {
    if (isFound || isFunction(node)) return false;
    if (node.type === 'Identifier' && words.has(node.name)) {
      isFound =
        names
          .bindingOf(node)
          ?.declarations.some(({ kind, node: at }) => kind === 'param' && isParameter(tree, at, fn)) ?? false;
    }
    return !isFound;
  });
  return isFound;
}

function isParameter(tree: Context['tree'], parameter: Node, fn: Node): boolean {
  for (let node: Node | undefined = parameter; node; node = tree.parent(node)) {
    if (node === fn) return true;
    if (isFunction(node)) return false;
  }
  return false;
}
