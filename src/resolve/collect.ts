// In: everything that was followed, and what is in doubt of it. Out: the sites, the kept ones with their reasons, the
// guards and the aliases, as plain data. Sorts out; finds nothing new.
// Knows nothing of options, results and targets.

import type { SourceUnit } from '../syntax/parse.ts';
import type { Span } from '../text/text.ts';
import { finishAliases } from './aliases.ts';
import { createBuildHosts } from './build-hosts.ts';
import { findConditions } from './conditions.ts';
import type { Doubts } from './doubts.ts';
import { effectOf } from './effects.ts';
import { guardOf } from './guards.ts';
import { createHazards } from '../syntax/hazards.ts';
import { createInterception } from './interceptors.ts';
import { createLeading } from './leading.ts';
import { sourceOf } from '../syntax/places.ts';
import { skipParentheses } from '../syntax/constant.ts';
import type { Bindings } from '../syntax/bindings.ts';
import { climbParentheses, isWritten, lineOf, spanOf } from '../syntax/positions.ts';
import { memberReadOff, receiverOf } from './receivers.ts';
import { findDisagreements } from '../syntax/second-opinion.ts';
import type { AliasDeclaration, CallSite, Interceptor, KeptSite, KeptReason, ValueSite } from './sites.ts';
import type { Condition, Guard } from './tests.ts';
import { isTriedAmongHosts } from './tried-hosts.ts';
import type { Found, Trail } from './trail.ts';
import { endOf, startOf, type Node } from '../syntax/tree.ts';
import type { Step } from './values.ts';

export interface Collected {
  readonly calls: CallSite[];
  readonly values: ValueSite[];
  readonly kept: KeptSite[];
  readonly guards: Guard[];
  readonly conditions: Condition[];
  readonly aliases: AliasDeclaration[];
  readonly bare: Span[];
  readonly others: ReadonlyMap<string, readonly Span[]>;
}

export function collect(
  unit: SourceUnit,
  trail: Trail,
  doubts: Doubts,
  interceptors: readonly Interceptor[],
): Collected {
  const { tree, names, found, facts } = trail;
  const hazardAt = createHazards(tree, names, unit.strict);
  const interception = createInterception(tree, interceptors, facts);
  const sites = sortOut(trail, createReasons(unit, trail, doubts, interception, hazardAt), doubts);
  keepCompared(trail, sites);
  const { kept, calls, values } = sites;
  const leadingTo = createLeading(trail, [
    ...found.calls.map(({ call }) => call),
    ...found.values.map(({ step }) => step.node),
    ...found.kept.map(({ at }) => at),
  ]);
  const around = {
    sites: [...calls, ...values].map(({ at }) => at),
    reads: [...trail.steps.values()].filter(isRoot).map(({ node }) => spanOf(node)),
    leadingTo,
  };
  return {
    calls: calls.sort(byPlace),
    values: values.sort(byPlace),
    kept: withoutTwins(kept).sort(byPlace),
    guards: found.guards
      .filter(({ step }) => !doubts.has(step.node))
      .map((guard) => guardOf(trail, guard, around))
      .map((guard) => (interception(guard.api) ? { ...guard, isPrivate: false } : guard))
      .sort(byPlace),
    aliases: finishAliases(trail, doubts, (api, at) => interception(api) ?? hazardAt(at)),
    conditions: findConditions(trail),
    bare: findBare(trail, doubts),
    others: placesOfOthers(found),
  };
}

/** Why a place stays as it is, whatever stands there. */
type Reasons = (step: Step, at: Node) => KeptReason | undefined;

function createReasons(
  unit: SourceUnit,
  trail: Trail,
  doubts: Doubts,
  interception: ReturnType<typeof createInterception>,
  hazardAt: ReturnType<typeof createHazards>,
): Reasons {
  const builtFor = createBuildHosts(trail);
  const nameInDoubt = createSecondOpinion(unit, trail.names, trail.found);
  return ({ node, value }, at) => {
    const unclear = nameInDoubt(at);
    return (
      doubts.get(node) ??
      (unclear === undefined ? undefined : { code: 'scope-unclear' as const, details: { name: unclear } }) ??
      interception(value.is === 'api' ? value.api : '*') ??
      hazardAt(at) ??
      builtFor(spanOf(at))
    );
  };
}

interface Sorted {
  readonly calls: CallSite[];
  readonly values: ValueSite[];
  readonly kept: KeptSite[];
}

/** What can be rewritten from what stays. */
function sortOut(trail: Trail, reasonFor: Reasons, doubts: Doubts): Sorted {
  const { found } = trail;
  const kept: KeptSite[] = found.kept.map(({ step, api, at, reason }) => ({
    api,
    at: spanOf(at),
    ...(reason.code === 'api-assigned' ? reason : (doubts.get(step.node) ?? reason)),
  }));
  const calls: CallSite[] = [];
  for (const { step, api, call, callee } of found.calls) {
    if (isLeftToModule(trail, step, callee)) continue;
    const reason = reasonFor(step, call) ?? triedReason(trail, step, call, callee) ?? calleeReason(trail, callee);
    if (reason) kept.push({ api, at: spanOf(call), ...reason });
    else calls.push(callSite(step, api, call, callee));
  }
  const values: ValueSite[] = [];
  for (const { step, api, top } of found.values) {
    if (isLeftToModule(trail, step, step.node)) continue;
    const reason =
      reasonFor(step, step.node) ?? triedReason(trail, step, top, step.node) ?? valueReason(trail, step, top);
    if (reason) kept.push({ api, at: spanOf(step.node), ...reason });
    else values.push(valueSite(trail, step, api, top));
  }
  return { calls, values, kept };
}

/** A name, or a member of a global object: where reading swan begins. */
function isRoot({ node, value }: Step): boolean {
  if (value.is === 'swan') return true;
  return value.is === 'api' && node.type === 'Identifier';
}

/**
 * `send === swan.request`: where some use of an API stays on swan, a comparison could tell that another one has moved.
 * Then all of them stay.
 */
function keepCompared({ tree, found }: Trail, { kept, calls, values }: Sorted): void {
  for (const { step, api, top } of found.values) {
    if (tree.parent(top)?.type !== 'BinaryExpression') continue;
    if (!kept.some((site) => site.api === '*' || site.api === api)) continue;
    const place = { line: lineOf(tree, startOf(step.node)) };
    for (const list of [calls, values]) {
      for (const site of list.filter((one) => one.api === api)) {
        kept.push({ api, at: site.at, code: 'api-compared', details: { api, place } });
        list.splice(list.indexOf(site as never), 1);
      }
    }
  }
}

/** swan is named, and nothing of it is used, or a test of it may be one of something else. */
function findBare(trail: Trail, doubts: Doubts): Span[] {
  const { steps, uses, found, tree } = trail;
  const receivers = new Set(
    found.values.flatMap(({ top }) => {
      const parent = tree.parent(top);
      const receiver = parent && receiverOf(trail, top, parent);
      return receiver ? [startOf(receiver)] : [];
    }),
  );
  return [...uses].flatMap(([node, use]): Span[] => {
    const value = steps.get(node)?.value.is;
    // `send.call(swan)`, where it is not seen what `send` is
    const isLeft = use.kind === 'receiver' && !receivers.has(use.at.start);
    const isNothing = value === 'swan' && (isLeft || (use.kind === 'other' && use.member === undefined));
    return isNothing || (use.kind === 'guard' && doubts.has(node)) ? [spanOf(node)] : [];
  });
}

/** One place is kept for one reason. */
function withoutTwins(kept: readonly KeptSite[]): KeptSite[] {
  const seen = new Set<string>();
  return kept.filter(({ at, api }) => {
    const key = `${at.start} ${at.end} ${api}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function triedReason(trail: Trail, { value }: Step, place: Node, named: Node): KeptReason | undefined {
  if (value.is !== 'api' || !isTriedAmongHosts(trail, place, value.api)) return undefined;
  return { code: 'mixed-host', details: { text: sourceOf(trail.tree, named) } };
}

/** The callee goes whole, so nothing else may happen in it. */
function calleeReason({ names, tree }: Trail, callee: Node): KeptReason | undefined {
  if (effectOf(names, callee) !== 'effects') return undefined;
  return { code: 'callee-effect', details: { text: sourceOf(tree, callee) } };
}

function valueReason(trail: Trail, step: Step, top: Node): KeptReason | undefined {
  const parent = trail.tree.parent(top);
  if (parent?.type === 'BindExpression') return { code: 'bind-operator', details: {} };
  return besideSwan(trail, top) ?? calleeReason(trail, step.node);
}

/** `[swan, swan.request]`: the function and what it is called on go together, and swan stays. */
function besideSwan({ tree, steps, uses }: Trail, top: Node): KeptReason | undefined {
  const list = tree.parent(top);
  if (list?.type !== 'ArrayExpression' || list.elements.length !== 2 || list.elements[1] !== top) return undefined;
  const [first] = list.elements;
  const host = first && skipParentheses(first);
  if (!host || steps.get(host)?.value.is !== 'swan' || uses.get(host)?.kind === 'receiver') return undefined;
  return { code: 'swan-handed', details: { how: { by: 'stored' }, place: { line: lineOf(tree, startOf(host)) } } };
}

/** `require('./api').request(…)`: the module hands over the new function, and has to be loaded all the same. */
function isLeftToModule({ names }: Trail, step: Step, node: Node): boolean {
  if (step.through !== 'import' || step.object) return false;
  return effectOf(names, node) === 'effects';
}

function callSite(step: Step, api: CallSite['api'], node: CallSite['node'], callee: Node): CallSite {
  const { through, object } = step;
  return { api, through, at: spanOf(node), node, callee, ...(object ? { object } : {}) };
}

function valueSite(trail: Trail, step: Step, api: ValueSite['api'], top: Node): ValueSite {
  const { tree } = trail;
  const parent = tree.parent(top);
  const receiver = parent && receiverOf(trail, top, parent);
  const isShorthand = parent?.type === 'ObjectProperty' && parent.shorthand;
  // What the program puts there itself is on the new function as well.
  const isPut = parent !== undefined && isWritten(tree, climbParentheses(tree, parent));
  const member = parent && !isPut ? memberReadOff(trail, top, parent) : undefined;
  return {
    api,
    through: step.through,
    at: spanOf(step.node),
    ...(receiver ? { receiver: spanOf(receiver) } : {}),
    ...(isShorthand ? { isShorthand } : {}),
    ...(isPut ? { isGivenMember: true } : {}),
    ...(member === undefined || member in Function.prototype ? {} : { member }),
  };
}

function placesOfOthers({ others }: Found): Map<string, readonly Span[]> {
  const places = new Map<string, Span[]>();
  for (const { member, at } of others) {
    const list = places.get(member) ?? [];
    places.set(member, list);
    list.push(spanOf(at));
  }
  return places;
}

/** Tells the name in a site that a second analysis takes for another one; asked only where the file binds such names. */
function createSecondOpinion(
  unit: SourceUnit,
  names: Bindings,
  { aliases }: Found,
): (node: Node) => string | undefined {
  const asked = new Set(aliases.flatMap((alias) => alias.names.map(({ id }) => id.name)));
  if (names.of('swan').bindings.length > 0) asked.add('swan');
  const found = asked.size > 0 ? [...findDisagreements(unit.ast, names, asked)] : [];
  return (node) => {
    const inside = found.find((one) => startOf(node) <= startOf(one) && endOf(one) <= endOf(node));
    return inside?.type === 'Identifier' ? inside.name : undefined;
  };
}

function byPlace(a: { readonly at: KeptSite['at'] }, b: { readonly at: KeptSite['at'] }): number {
  return a.at.start - b.at.start || b.at.end - a.at.end;
}
