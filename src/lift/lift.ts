// In: the sites of one file. Out: the same as the intermediate form that targets read: spans and facts, no nodes.
// The last pass that sees the syntax tree. Knows nothing of targets.

import type { FoundSite, NetworkCall, NetworkValue, PromiseWrapper } from '../ir.ts';
import { contextOf, indentAt, type Context } from './context.ts';
import { findGiver } from './file-path.ts';
import { findInvocation, type Invocation } from './invoked.ts';
import { optionsOf } from './options.ts';
import { findPromise } from './promise.ts';
import { resultOf } from './result.ts';
import { findSites } from './sites.ts';
import type { TemplateUse } from './template-uses.ts';
import { findWrapper } from './wrapper.ts';
import type { SourceUnit } from '../syntax/parse.ts';
import { skipParentheses } from '../syntax/constant.ts';
import { spanOf } from '../syntax/positions.ts';
import type { CallSite, Resolution } from '../resolve/sites.ts';
import { endOf, startOf, type Node } from '../syntax/tree.ts';
import { within } from '../text/sorted.ts';
import { contains, type Span } from '../text/text.ts';

export interface Lifted {
  /** In source order, an outer call before those inside of it. */
  readonly calls: readonly NetworkCall[];
  readonly values: readonly NetworkValue[];
  /** These and all other places that reach swan's network. */
  readonly sites: readonly FoundSite[];
}

export function lift(unit: SourceUnit, resolution: Resolution, templateUses: readonly TemplateUse[] = []): Lifted {
  const context = contextOf(unit, resolution);
  const sites = new Set<Node>(resolution.calls.map(({ node }) => node));
  const isSite = (node: Node): boolean => sites.has(node);
  const calls = resolution.calls.map((site) => callOf(context, site, isSite));
  const values = resolution.values.map((value): NetworkValue => {
    const invocation = findInvocation(context, value);
    return invocation ? { ...value, call: invokedCall(context, value, invocation) } : value;
  });
  return { calls, values, sites: findSites(unit, resolution, { calls, values, templateUses }) };
}

function callOf(context: Context, site: CallSite, isSite: (node: Node) => boolean): NetworkCall {
  const { node, object } = site;
  const promise = (options: NetworkCall['options'], first: Node | undefined): PromiseWrapper | undefined =>
    findPromise(context, node, callbackSpans(options), first && skipParentheses(first));
  return {
    ...givenCall(context, site, node.arguments, promise),
    ...(object ? { object: spanOf(object) } : {}),
    result: resultOf(context, node, isSite),
  };
}

/** `swan.request.call(swan, options)`, where what comes of it is not looked at. */
function invokedCall(context: Context, { api, through }: NetworkValue, invocation: Invocation): NetworkCall {
  const { node, callee, given, isBound } = invocation;
  const isStatement = !isBound && context.tree.parent(node)?.type === 'ExpressionStatement';
  return {
    ...givenCall(context, { api, through, at: spanOf(node), node, callee }, given),
    result: { kind: isStatement ? 'unused' : 'escapes' },
  };
}

function givenCall(
  context: Context,
  site: CallSite,
  given: CallSite['node']['arguments'],
  promiseOf?: (options: NetworkCall['options'], first: Node | undefined) => PromiseWrapper | undefined,
): Omit<NetworkCall, 'result'> {
  const { tree } = context;
  const { node, api, through, at } = site;
  const first = given[0];
  const types = node.typeParameters ?? node.typeArguments;
  const options = optionsOf(context, first, api);
  // `swan.request<T>` in `swan.request<T>?.(…)` is one node with its type arguments; they are no part of the callee.
  const callee = calleeSpan(site.callee);
  const values =
    options.kind === 'literal'
      ? options.object.entries.map(({ value }) => value.at)
      : options.kind === 'callback'
        ? [options.value.at]
        : [];
  const typeArguments = types ? spanOf(types) : callee.typeArguments;
  const wrapper = findWrapper(context, node, first);
  const giver = api === 'uploadFile' ? findGiver(context, node, first) : undefined;
  const promise = promiseOf?.(options, first);
  return {
    api,
    through,
    at,
    callee: callee.at,
    open: { start: callee.at.end, end: first ? startOf(first) : closeOf(context, node) },
    ...(typeArguments ? { typeArguments } : {}),
    extraArguments: given.length > 1 || first?.type === 'SpreadElement',
    options,
    statement: tree.parent(node)?.type === 'ExpressionStatement',
    indent: indentAt(context, at.start),
    comments: within(context.comments, at).filter((comment) => !values.some((value) => contains(value, comment))),
    ...(giver === undefined ? {} : { giver }),
    ...(wrapper ? { wrapper } : {}),
    ...(promise ? { promise } : {}),
  };
}

function calleeSpan(callee: Node): { readonly at: Span; readonly typeArguments?: Span } {
  if (callee.type !== 'TSInstantiationExpression') return { at: spanOf(callee) };
  const types = callee.typeParameters;
  return { at: spanOf(callee.expression), ...(types ? { typeArguments: spanOf(types) } : {}) };
}

/** Where `resolve` and `reject` may be used: in the functions given as callbacks, or as the callbacks themselves. */
function callbackSpans(options: NetworkCall['options']): Span[] {
  if (options.kind !== 'literal') return [];
  return options.object.entries
    .filter(({ key }) => key === 'success' || key === 'fail' || key === 'complete')
    .map(({ value }) => value.at);
}

/** The closing parenthesis of a call without arguments. */
function closeOf({ text }: Context, node: Node): number {
  const end = endOf(node);
  return text.charAt(end - 1) === ')' ? end - 1 : end;
}
