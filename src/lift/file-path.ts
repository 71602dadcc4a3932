// In: a value, or a call that sends a file. Out: the other API of swan that the value is given to, or that the file's path
// comes from. Those APIs stay swan's own, and on the web its paths and the shim's are not the same.
// Follows literals, callbacks and variables; a path that comes from further away may come from what the file calls.

import type { CallExpression, OptionalCallExpression } from '@babel/types';
import { isApiName } from '../apis.ts';
import type { Giver } from '../ir.ts';
import { findConstInit, findKey, findMember, skipParentheses } from '../syntax/constant.ts';
import { isFunction } from '../syntax/scopes.ts';
import { climbParentheses } from '../syntax/positions.ts';
import { isSwan } from '../resolve/starts.ts';
import type { Node } from '../syntax/tree.ts';
import type { Context } from './context.ts';
import { findAssigned } from './local.ts';

type AnyCall = CallExpression | OptionalCallExpression;

/** `swan.openDocument({ filePath: value })`, `swan.previewImage({ urls: [value] })`: the name of that API. */
export function findTaker(context: Context, value: Node): string | undefined {
  const { tree } = context;
  const top = climbParentheses(tree, value);
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

/**
 * The API whose callback the call stands in, or whose callback gives its path to the variable that `filePath` reads;
 * of a path that cannot be followed, one that the file calls, if it calls any.
 */
export function findGiver(context: Context, call: Node, options: Node | undefined): Giver | undefined {
  const { names, others } = context;
  const literal = options && skipParentheses(options);
  if (literal?.type !== 'ObjectExpression') return undefined;
  const property = literal.properties.find((one) => one.type !== 'SpreadElement' && findKey(one, names) === 'filePath');
  if (property?.type !== 'ObjectProperty') return undefined;
  const sources = sourcesOf(context, property.value, call);
  const seen = sources.find((source) => givers.has(source));
  if (seen !== undefined) return { api: seen, isSeen: true };
  if (!sources.includes('unknown'))
    return sources.includes('downloadFile') ? { api: 'downloadFile', isSeen: true } : undefined;
  const likely = [...others].find((api) => givers.has(api));
  return { ...(likely === undefined ? {} : { api: likely }), isSeen: false };
}

/** The APIs in whose callbacks the value, or what its variable is given, stands; `unknown` where it comes from out of sight. */
function sourcesOf(context: Context, value: Node, place: Node, depth = 0): string[] {
  const around = findSourceAround(context, place);
  if (around !== undefined) return [around];
  const root = rootOf(value);
  const binding = root.type === 'Identifier' ? context.names.bindingOf(root) : undefined;
  const assigned = binding && depth < maxVariables ? findAssigned(context, binding) : undefined;
  if (!assigned || assigned.length === 0) return isLiteral(root) ? [] : ['unknown'];
  return assigned.flatMap((one) => sourcesOf(context, one.value, one.value, depth + 1));
}

/** A path goes through few variables; those that are given each other have no end. */
const maxVariables = 5;

/** The API that gives files in whose `success` or `complete` a place stands. */
function findSourceAround(context: Context, place: Node): string | undefined {
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
    const api = findMemberOfSwan(context, parent);
    if (api === 'downloadFile' || (api !== undefined && givers.has(api))) return api;
  }
  return undefined;
}

function isLiteral(node: Node): boolean {
  return node.type === 'StringLiteral' || node.type === 'TemplateLiteral';
}

/** `res` in `res.tempFilePaths[0]`. */
function rootOf(node: Node): Node {
  const inner = skipParentheses(node);
  const isMember = inner.type === 'MemberExpression' || inner.type === 'OptionalMemberExpression';
  return isMember ? rootOf(inner.object) : inner;
}

/** The name of an API of swan that is no network API, where that is what is called; a method of its file system among them. */
function findOther(context: Context, call: AnyCall): string | undefined {
  const name = findMemberOfSwan(context, call) ?? findFileSystemMethod(context, call);
  return name === undefined || isApiName(name) ? undefined : name;
}

/** `swan.getFileSystemManager().readFile`, by a constant for the manager as well. */
function findFileSystemMethod(context: Context, call: AnyCall): string | undefined {
  const { names } = context;
  const callee = skipParentheses(call.callee);
  const method = findMember(callee, names);
  if (method === undefined) return undefined;
  const object = skipParentheses((callee as Node & { object: Node }).object);
  const manager = object.type === 'Identifier' ? findConstInit(object, names) : object;
  const made = manager && skipParentheses(manager);
  if (made?.type !== 'CallExpression' && made?.type !== 'OptionalCallExpression') return undefined;
  const maker = findMemberOfSwan(context, made);
  return maker === 'getFileSystemManager' ? `${maker}().${method}` : undefined;
}

function findMemberOfSwan({ names }: Context, call: AnyCall): string | undefined {
  const callee = skipParentheses(call.callee);
  const name = findMember(callee, names);
  if (name === undefined || !isSwan((callee as Node & { object: Node }).object, names)) return undefined;
  return name;
}
