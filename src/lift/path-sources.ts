// In: the expression of a path. Out: the APIs of swan in whose callbacks the path, or what its variable, parameter or
// member of `this` is given, stands, each with its call; and whether something else may give it as well.
// Follows names within the file. Knows nothing of what moves and what stays.

import { otherApi } from '../apis.ts';
import { findKey, findMember, skipParentheses } from '../syntax/constant.ts';
import { bodyAround, membersOfThis, mentionsOf } from '../resolve/leading.ts';
import { climbParentheses } from '../syntax/positions.ts';
import { isFunction } from '../syntax/scopes.ts';
import { isSwan } from '../resolve/starts.ts';
import { startOf, type Node } from '../syntax/tree.ts';
import type { Context } from './context.ts';
import { findAssigned } from './local.ts';

/** `unknown`: it comes from out of sight. */
export type PathSource = { readonly api: string; readonly call: Node } | 'unknown';

/** A path goes through few names; those that are given each other have no end. */
const maxNames = 5;

export function sourcesOf(context: Context, value: Node, place: Node, depth = 0): PathSource[] {
  const around = findSourceAround(context, place);
  if (around !== undefined) return [around];
  const root = rootOf(value);
  if (root.type === 'StringLiteral' || root.type === 'TemplateLiteral') return [];
  const given = depth < maxNames ? valuesOf(context, value, root) : undefined;
  if (!given || given.values.length === 0) return ['unknown'];
  const sources = given.values.flatMap((one) => sourcesOf(context, one, one, depth + 1));
  return given.isAll ? sources : [...sources, 'unknown'];
}

interface Given {
  readonly values: readonly Node[];
  /** Nothing else may give it a value. */
  readonly isAll: boolean;
}

function valuesOf(context: Context, value: Node, root: Node): Given | undefined {
  if (root.type === 'ThisExpression') return { values: givenToMember(context, value), isAll: false };
  const binding = root.type === 'Identifier' ? context.names.bindingOf(root) : undefined;
  if (!binding) return undefined;
  const [declaration] = binding.declarations;
  if (declaration?.kind === 'param') return argumentsFor(context, declaration.id);
  const assigned = findAssigned(context, binding);
  const values = assigned?.map((one) => one.value);
  if (values?.length === 1 && values[0] && skipParentheses(values[0]).type === 'ThisExpression') {
    return { values: givenToMember(context, value), isAll: false };
  }
  return values && values.length > 0 ? { values, isAll: true } : undefined;
}

/** What calls of a function of the file give its parameter. */
function argumentsFor(context: Context, param: Node): Given {
  const { tree } = context;
  const fn = tree.parent(param);
  const index = fn && isFunction(fn) ? fn.params.findIndex((one) => one === param) : -1;
  if (!fn || index < 0) return { values: [], isAll: false };
  const mentions = mentionsOf(context, fn);
  const values = mentions.flatMap((mention): Node[] => {
    const top = climbParentheses(tree, mention);
    const call = tree.parent(top);
    const isCall = call?.type === 'CallExpression' || call?.type === 'OptionalCallExpression';
    const argument = isCall && call.callee === top ? call.arguments[index] : undefined;
    return argument && argument.type !== 'SpreadElement' ? [argument] : [];
  });
  const isOwn = fn.type === 'FunctionDeclaration' && !tree.parent(fn)?.type.startsWith('Export');
  return { values, isAll: isOwn && values.length === mentions.length };
}

/** `this.path = value`, `this.setData({ path: value })`: what is given to the member of `this` that `value` reads. */
function givenToMember(context: Context, value: Node): Node[] {
  const { tree, names } = context;
  const read = skipParentheses(value);
  const name = findMember(read, names);
  if (name === undefined) return [];
  const body = bodyAround(context, read);
  const assigned = membersOfThis(context, name, body).flatMap((member): Node[] => {
    const parent = tree.parent(climbParentheses(tree, member));
    return parent?.type === 'AssignmentExpression' && skipParentheses(parent.left) === member ? [parent.right] : [];
  });
  const set = membersOfThis(context, 'setData', body).flatMap((member): Node[] => {
    const call = tree.parent(climbParentheses(tree, member));
    const data = call?.type === 'CallExpression' ? call.arguments[0] : undefined;
    const object = data && skipParentheses(data);
    if (object?.type !== 'ObjectExpression') return [];
    return object.properties.flatMap((property): Node[] =>
      property.type === 'ObjectProperty' && findKey(property, names) === name ? [property.value] : [],
    );
  });
  return [...assigned, ...set];
}

/** The call of an API that gives files in whose `success` or `complete` a place stands. */
function findSourceAround(context: Context, place: Node): PathSource | undefined {
  const { tree, names } = context;
  for (let node = tree.parent(place); node; node = tree.parent(node)) {
    if (!isFunction(node)) continue;
    const property = node.type === 'ObjectMethod' ? node : tree.parent(climbParentheses(tree, node));
    if (property?.type !== 'ObjectProperty' && property?.type !== 'ObjectMethod') continue;
    const key = findKey(property, names);
    const object = tree.parent(property);
    const outer = object && tree.link(climbParentheses(tree, object));
    if ((key !== 'success' && key !== 'complete') || outer?.key !== 'arguments') continue;
    const { parent } = outer;
    if (parent.type !== 'CallExpression' && parent.type !== 'OptionalCallExpression') continue;
    const api = context.apis.get(startOf(parent)) ?? findMemberOfSwan(context, parent.callee);
    if (api === 'downloadFile' || (api !== undefined && otherApi(api).givesPaths === true))
      return { api, call: parent };
  }
  return undefined;
}

/** `res` in `res.tempFilePaths[0]`. */
function rootOf(node: Node): Node {
  const inner = skipParentheses(node);
  const isMember = inner.type === 'MemberExpression' || inner.type === 'OptionalMemberExpression';
  return isMember ? rootOf(inner.object) : inner;
}

export function findMemberOfSwan({ names }: Pick<Context, 'names'>, node: Node): string | undefined {
  const callee = skipParentheses(node);
  const name = findMember(callee, names);
  if (name === undefined || !isSwan((callee as Node & { object: Node }).object, names)) return undefined;
  return name;
}
