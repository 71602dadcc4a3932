// In: a value, or a call that sends a file. Out: the other API of swan that the value is given to, or that the file's path
// comes from. Those APIs stay swan's own, and on the web its paths and the shim's are not the same.
// Follows literals, callbacks and one variable; what comes from further away is not told.

import type { CallExpression, OptionalCallExpression } from '@babel/types';
import { isApiName } from '../apis.ts';
import { findKey, findMember, unwrap } from '../resolve/constant.ts';
import { isFunction } from '../resolve/names.ts';
import { climbWrappers } from '../resolve/positions.ts';
import { isSwan } from '../resolve/starts.ts';
import type { Node } from '../resolve/tree.ts';
import type { Context } from './context.ts';
import { findAssigned } from './local.ts';

type AnyCall = CallExpression | OptionalCallExpression;

/** `swan.openDocument({ filePath: value })`, `swan.previewImage({ urls: [value] })`: the name of that API. */
export function findTaker(context: Context, value: Node): string | undefined {
  const { tree } = context;
  const top = climbWrappers(tree, value);
  const link = tree.link(top);
  if (!link) return undefined;
  const { parent, key } = link;
  if (parent.type === 'ArrayExpression') return findTaker(context, parent);
  if (parent.type === 'ObjectProperty' && key === 'value') {
    const object = tree.parent(parent);
    return object?.type === 'ObjectExpression' ? findTaker(context, object) : undefined;
  }
  const isArgument =
    (parent.type === 'CallExpression' || parent.type === 'OptionalCallExpression') && key === 'arguments';
  return isArgument ? findOther(context, parent) : undefined;
}

/** The APIs of swan whose callbacks are given paths of files. */
const givers = new Set([
  'canvasToTempFilePath',
  'chooseAlbum',
  'chooseFile',
  'chooseImage',
  'chooseMedia',
  'chooseMessageFile',
  'chooseVideo',
  'compressImage',
  'cropImage',
  'startRecord',
]);

/** The API whose callback the call stands in, or whose callback gives its path to the variable that `filePath` reads. */
export function findGiver(context: Context, call: Node, options: Node | undefined): string | undefined {
  const { names } = context;
  const literal = options && unwrap(options);
  if (literal?.type !== 'ObjectExpression') return undefined;
  const property = literal.properties.find((one) => one.type !== 'SpreadElement' && findKey(one, names) === 'filePath');
  if (property?.type !== 'ObjectProperty') return undefined;
  const around = findGiverAround(context, call);
  if (around !== undefined) return around;
  const root = rootOf(property.value);
  const binding = root.type === 'Identifier' ? names.bindingOf(root) : undefined;
  const assigned = binding ? (findAssigned(context, binding) ?? []) : [];
  return assigned.map(({ value }) => findGiverAround(context, value)).find((giver) => giver !== undefined);
}

/** The API in whose `success` or `complete` a place stands. */
function findGiverAround(context: Context, place: Node): string | undefined {
  const { tree, names } = context;
  for (let node = tree.parent(place); node; node = tree.parent(node)) {
    if (!isFunction(node)) continue;
    const property = node.type === 'ObjectMethod' ? node : tree.parent(climbWrappers(tree, node));
    if (property?.type !== 'ObjectProperty' && property?.type !== 'ObjectMethod') continue;
    const key = findKey(property, names);
    const object = tree.parent(property);
    const outer = object && tree.link(climbWrappers(tree, object));
    if ((key !== 'success' && key !== 'complete') || outer?.key !== 'arguments') continue;
    const { parent } = outer;
    if (parent.type !== 'CallExpression' && parent.type !== 'OptionalCallExpression') continue;
    const api = findOther(context, parent);
    if (api !== undefined && givers.has(api)) return api;
  }
  return undefined;
}

/** `res` in `res.tempFilePaths[0]`. */
function rootOf(node: Node): Node {
  const inner = unwrap(node);
  const isMember = inner.type === 'MemberExpression' || inner.type === 'OptionalMemberExpression';
  return isMember ? rootOf(inner.object) : inner;
}

/** The name of an API of swan that is no network API, where that is what is called. */
function findOther({ names }: Context, call: AnyCall): string | undefined {
  const callee = unwrap(call.callee);
  const name = findMember(callee, names);
  if (name === undefined || isApiName(name) || !isSwan((callee as Node & { object: Node }).object, names)) {
    return undefined;
  }
  return name;
}
