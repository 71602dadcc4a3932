// In: a value of which a member is read, or which is tested. Out: what the member is: an API, swan, an export, or another.
// Knows nothing of what is done with it.

import { asApi, isApiName, requireApi, type ApiName } from '../apis.ts';
import { findConstant, findConstants, findKey, skipParentheses } from '../syntax/constant.ts';
import { placeOf, sourceOf, type AnyCall } from '../syntax/places.ts';
import { globalNames } from './starts.ts';
import type { PlaceOf, StepOf } from './table.ts';
import { guard, intercept, keep, keepAssigned, other, type Trail } from './trail.ts';
import { spanOf } from '../syntax/positions.ts';
import type { Node } from '../syntax/tree.ts';

type Member = PlaceOf<'member'>;
type Tested = PlaceOf<'tested'>;

export function readSwanMember(trail: Trail, step: StepOf<'swan'>, { member, name }: Member, top: Node): void {
  if (name === undefined) return readDynamic(trail, step, member);
  if (isApiName(name) && member.type !== 'JSXMemberExpression') {
    trail.pass(step, member);
    trail.go({ node: member, value: { is: 'api', api: name }, through: step.through, object: top }, step.node);
    return;
  }
  const { place } = placeOf(trail.tree, trail.names, member);
  if (name === 'after') return hookIn(trail, step, member, place.kind === 'callee' ? place.call : undefined);
  // `swan.canIUse && swan.canIUse('request')`
  if (name === 'canIUse' && place.kind === 'tested') {
    return guard(trail, step, '*', { ...place.test, kind: 'canIUse' });
  }
  if ((name === 'canIUse' || name === 'hasOwnProperty') && place.kind === 'callee') {
    const asked = askedFor(trail, place.call, name === 'canIUse');
    if (asked) {
      if (!asked.isCarried) other(trail, step, member, name);
      const kind = name === 'canIUse' ? 'canIUse' : 'in';
      return guard(trail, step, asked.api, { kind, node: place.call, present: true, isOpen: !asked.isCarried });
    }
  }
  if ((name === '__defineGetter__' || name === '__defineSetter__') && place.kind === 'callee') {
    return defineAccessor(trail, step, place.call);
  }
  other(trail, step, member, name);
}

/** `swan.__defineGetter__('request', f)` */
function defineAccessor(trail: Trail, step: StepOf<'swan'>, call: AnyCall): void {
  const [first] = call.arguments;
  const known = first && findConstant(first, trail.names);
  const api = known === undefined ? undefined : String(known.value);
  if (api !== undefined && !isApiName(api)) return other(trail, step, call);
  intercept(trail, call, { code: 'api-assigned', api: asApi(api) });
  keepAssigned(trail, step, asApi(api), call);
}

interface Asked {
  readonly api: ApiName;
  /** What is asked for is there after the move as well; an option that is ignored is not. */
  readonly isCarried: boolean;
}

/** The API of `canIUse('request')`, and of `canIUse('request.object.url')`. */
function askedFor({ names }: Trail, call: AnyCall, isPath: boolean): Asked | undefined {
  const first = call.arguments[0];
  const known = first && findConstant(first, names)?.value;
  if (typeof known !== 'string') return undefined;
  const [api = '', ...path] = isPath ? known.split('.') : [known];
  return isApiName(api) ? { api, isCarried: isDocumented(api, path) } : undefined;
}

/** The document knows the option, or what `success` is given, under this name. */
function isDocumented(api: ApiName, [of, name]: readonly string[]): boolean {
  if (name === undefined) return true;
  const { options, result = [] } = requireApi(api);
  if (of === 'object') return options.includes(name);
  return of !== 'success' || result.includes(name);
}

/** `swan[name]`: a site, unless the name can only be one of visible constants, none of them a network API. */
function readDynamic(trail: Trail, step: StepOf<'swan'>, member: Node): void {
  const { tree, names } = trail;
  const { place } = placeOf(tree, names, member);
  const { property } = member as Node & { property: Node };
  const known = findConstants(property, names);
  if (known?.every((one) => !isApiName(String(one.value)))) {
    for (const { value } of known) other(trail, step, member, String(value));
    return;
  }
  if (place.kind === 'written') {
    intercept(trail, member, { code: 'api-assigned', api: '*' });
    return keepAssigned(trail, step, '*', member);
  }
  const at = place.kind === 'callee' ? place.call : member;
  keep(trail, step, '*', at, { code: 'dynamic-name', details: { name: sourceOf(tree, property) } });
}

/** `swan.after({ request: … })`; hooks on other APIs than the network's are none of our business. */
function hookIn(trail: Trail, step: StepOf<'swan'>, member: Node, call: AnyCall | undefined): void {
  const { names } = trail;
  const hooks = call?.arguments[0] && skipParentheses(call.arguments[0]);
  const hooked =
    hooks?.type === 'ObjectExpression'
      ? hooks.properties.map((property) => (property.type === 'SpreadElement' ? undefined : findKey(property, names)))
      : [undefined];
  const at = call ?? member;
  const apis = hooked.filter((api) => api === undefined || isApiName(api));
  for (const api of apis) intercept(trail, at, { code: 'swan-after', api: asApi(api) });
  if (apis.length === 0) other(trail, step, member, 'after');
  else keep(trail, step, '*', at, { code: 'swan-after', details: {} });
}

export function readGlobalMember(trail: Trail, step: StepOf<'global'>, { member, name }: Member): void {
  if (name === undefined && mayReadSwan(trail, member)) {
    // `window[isBaidu ? 'swan' : 'wx']`
    trail.go({ node: member, value: { is: 'swan' }, through: 'host' }, step.node);
    trail.doubt(member, mixed(trail, member));
  } else if (name === 'swan') trail.go({ node: member, value: { is: 'swan' }, through: 'host' }, step.node);
  else if (name !== undefined && globalNames.has(name)) {
    trail.go({ node: member, value: step.value, through: step.through }, step.node);
  } else {
    const { place } = placeOf(trail.tree, trail.names, member);
    const asked = name === 'hasOwnProperty' && place.kind === 'callee' ? place.call : undefined;
    const [key] = asked?.arguments ?? [];
    if (!asked || !key) return other(trail, step, member);
    return testGlobal(trail, step, { kind: 'tested', test: { kind: 'in', node: asked, member: key, present: true } });
  }
  trail.pass(step, member);
}

function mayReadSwan({ names }: Trail, member: Node): boolean {
  if (member.type !== 'MemberExpression' && member.type !== 'OptionalMemberExpression') return false;
  return findConstants(member.property, names)?.some(({ value }) => value === 'swan') ?? false;
}

/** What a module exports under a name, or whatever lies below it. */
export function readExport(trail: Trail, step: StepOf<'module'>, { member, name }: Member): void {
  const { specifier, module, prefix } = step.value;
  if (name === undefined) return other(trail, step, member);
  const path = prefix + name;
  if (placeOf(trail.tree, trail.names, member).place.kind === 'written') {
    trail.found.writes.push({ specifier, name: path, at: spanOf(member) });
    return other(trail, step, member);
  }
  const value = findExported(step.value, path);
  if (!value) return other(trail, step, member);
  trail.pass(step, member);
  trail.go({ node: member, value, through: 'import' }, step.node);
  if (module.exports.get(path)?.isMixed) trail.doubt(member, mixed(trail, member));
}

/** What stands for an export; the module itself where only its members do. */
export function findExported(
  of: StepOf<'module'>['value'],
  path: string,
): StepOf<'module' | 'swan' | 'api'>['value'] | undefined {
  const { module, specifier } = of;
  const stands = module.exports.get(path)?.stands;
  if (stands === 'swan') return { is: 'swan' };
  if (stands !== undefined) return { is: 'api', api: stands };
  const isObject = [...module.exports.keys()].some((key) => key.startsWith(`${path}.`));
  return isObject ? { is: 'module', specifier, module, prefix: `${path}.` } : undefined;
}

export function mixed({ tree }: Trail, node: Node): { code: 'mixed-host'; details: { text: string } } {
  return { code: 'mixed-host', details: { text: sourceOf(tree, node) } };
}

export function testSwan(trail: Trail, step: StepOf<'swan'>, { test }: Tested): void {
  if (!test.member) return guard(trail, step, '*', test);
  const known = findConstant(test.member, trail.names)?.value;
  if (typeof known === 'string' && isApiName(known)) guard(trail, step, known, test);
  else other(trail, step, test.node, typeof known === 'string' ? known : undefined);
}

export function testGlobal(trail: Trail, step: StepOf<'global'>, { test }: Tested): void {
  const known = test.member && findConstant(test.member, trail.names)?.value;
  if (known === 'swan') guard(trail, step, '*', test);
  else other(trail, step, test.node);
}
