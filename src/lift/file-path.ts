// In: a value, or a call that sends a file. Out: the other API of swan that the value is given to, or that the file's path
// comes from. Those APIs stay swan's own, and on the web its paths and the shim's are not the same.
// A path that comes from out of sight may come from what the file calls.

import type { CallExpression, OptionalCallExpression } from '@babel/types';
import { isApiName, otherApi } from '../apis.ts';
import type { Giver } from '../ir.ts';
import { findConstInit, findKey, findMember, skipParentheses } from '../syntax/constant.ts';
import { climbParentheses, spanOf } from '../syntax/positions.ts';
import type { Node } from '../syntax/tree.ts';
import type { Context } from './context.ts';
import { findMemberOfSwan, sourcesOf } from './path-sources.ts';

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

/**
 * The API whose callback gives its path to `filePath`, by whatever names of the file; of a path that cannot be followed,
 * one that the file calls, if it calls any.
 */
export function findGiver(context: Context, call: Node, options: Node | undefined): Giver | undefined {
  const { names, others } = context;
  const literal = options && skipParentheses(options);
  if (literal?.type !== 'ObjectExpression') return undefined;
  const property = literal.properties.find((one) => one.type !== 'SpreadElement' && findKey(one, names) === 'filePath');
  if (property?.type !== 'ObjectProperty') return undefined;
  const sources = sourcesOf(context, property.value, call);
  const seen = sources.filter((source) => source !== 'unknown');
  const downloads = seen.filter(({ api }) => api === 'downloadFile').map((source) => spanOf(source.call));
  const other = seen.find(({ api }) => api !== 'downloadFile');
  if (other) return { api: other.api, isSeen: true, downloads };
  if (!sources.includes('unknown'))
    return downloads.length > 0 ? { api: 'downloadFile', isSeen: true, downloads } : undefined;
  const likely = [...others].find((api) => otherApi(api).givesPaths);
  return { ...(likely === undefined ? {} : { api: likely }), isSeen: false, downloads };
}

/** The name of an API of swan that is no network API, where that is what is called; a method of its file system among them. */
function findOther(context: Context, call: AnyCall): string | undefined {
  const name = findMemberOfSwan(context, call.callee) ?? findFileSystemMethod(context, call);
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
  const maker = findMemberOfSwan(context, made.callee);
  return maker === 'getFileSystemManager' ? `${maker}().${method}` : undefined;
}
