// In: a value that is an argument. Out: the parameter that has it, where the function is of this file; what the call does
// to swan, where it is one of the language's own; otherwise swan is handed over, to code that may do anything with it.
// Knows nothing of options.

import { isApiName, type ApiName } from '../apis.ts';
import { bindParameter } from './bindings.ts';
import { findConstant, findKey, findMember, unwrap } from './constant.ts';
import { findFunction } from './functions.ts';
import { placeOf, textOf } from './places.ts';
import { spanOf } from './positions.ts';
import type { PlaceOf, StepOf } from './table.ts';
import { escape, intercept, keepAssigned, other, type Trail } from './trail.ts';
import type { Node } from './tree.ts';
import type { Step } from './values.ts';

type Argument = PlaceOf<'argument'>;

export function passSwan(trail: Trail, step: StepOf<'swan'>, place: Argument, top: Node): void {
  const { call, index } = place;
  const callee = unwrap(call.callee);
  if (enterFunction(trail, step, place, top)) return;
  if (isReceiver(trail, callee, index)) return trail.use(step, { kind: 'receiver', at: spanOf(top) });
  if (callLanguage(trail, step, place, top)) return;
  const how = `passed to ${textOf(trail.tree, callee)}`;
  const replaced = namedApi(trail, call.arguments[index + 1]);
  if (replaced !== undefined) {
    // `jest.spyOn(swan, 'request')`, `sinon.stub(swan, 'request')`
    intercept(trail, call, { code: 'api-assigned', api: replaced });
    return keepAssigned(trail, step, replaced, call);
  }
  intercept(trail, top, { code: 'swan-handed', api: '*', how });
  escape(trail, step, top, how);
}

/** A literal that holds swan is itself an argument. */
export function handLiteral(trail: Trail, literal: Node, how: string): void {
  const { place } = placeOf(trail.tree, trail.names, literal);
  if (place.kind !== 'argument') return;
  const callee = unwrap(place.call.callee);
  const isHost = callee.type === 'Identifier' && hostFunctions.has(callee.name) && trail.names.isFree(callee);
  if (!isHost) intercept(trail, literal, { code: 'swan-handed', api: '*', how });
}

/** They take pages and components, and leave what these hold alone. */
const hostFunctions = new Set(['App', 'Behavior', 'Component', 'Page']);

export function passGlobal(trail: Trail, step: StepOf<'global'>, place: Argument, top: Node): void {
  if (!enterFunction(trail, step, place, top)) other(trail, step, top);
}

export function passModule(trail: Trail, step: StepOf<'module'>, place: Argument, top: Node): void {
  if (!enterFunction(trail, step, place, top)) other(trail, step, top);
}

/** True where the function is of this file and a parameter takes the argument. */
function enterFunction(trail: Trail, step: Step, place: Argument, top: Node): boolean {
  const found = findFunction(trail.tree, trail.names, place.call, place.index);
  if (!found) return false;
  const { fn, names, index, position } = found;
  const param = fn.params[index];
  if (param?.type === 'RestElement' || found.usesArguments) return false;
  if (!param) {
    other(trail, step, top);
    return true;
  }
  trail.call({ names, position, param, value: step.value }, step.node);
  bindParameter(trail, step, place.call, top, param);
  return true;
}

/** swan as the object of `.call`, `.apply` and `.bind` on what was taken out of it. */
function isReceiver({ tree, names }: Trail, callee: Node, index: number): boolean {
  if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression') return false;
  const method = findMember(callee, names);
  if (method === 'apply' && index === 1) return isGlobalName(names, callee.object, 'Reflect');
  if (index !== 0 || (method !== 'call' && method !== 'apply' && method !== 'bind')) return false;
  const fn = unwrap(callee.object);
  if (fn.type === 'MemberExpression' || fn.type === 'OptionalMemberExpression') return true;
  if (fn.type !== 'Identifier') return false;
  tree.occurrences(fn.name);
  return names.bindingOf(fn)?.declarations[0]?.node.type === 'VariableDeclarator';
}

function isGlobalName(names: Trail['names'], node: Node, name: string): boolean {
  const inner = unwrap(node);
  return inner.type === 'Identifier' && inner.name === name && names.isFree(inner);
}

const looking: Readonly<Record<string, ReadonlySet<string>>> = {
  Object: new Set(['freeze', 'getOwnPropertyNames', 'getPrototypeOf', 'is', 'isFrozen', 'isSealed', 'keys']),
  JSON: new Set(['stringify']),
  Array: new Set(['isArray']),
};

/** What the language's own functions do to their argument. True where the callee is one of them. */
function callLanguage(trail: Trail, step: Step, { call, index }: Argument, top: Node): boolean {
  const { names } = trail;
  const callee = unwrap(call.callee);
  if (callee.type === 'Identifier' && /^(?:Boolean|String|Number|isNaN)$/.test(callee.name) && names.isFree(callee)) {
    other(trail, step, top);
    return true;
  }
  if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression') return false;
  const owner = unwrap(callee.object);
  const method = findMember(callee, names);
  if (owner.type !== 'Identifier' || !names.isFree(owner) || method === undefined) return false;
  if (owner.name === 'console' || looking[owner.name]?.has(method)) {
    other(trail, step, top);
    return true;
  }
  if (owner.name === 'Object' && method === 'assign' && index > 0) {
    escape(trail, step, top, 'copied');
    return true;
  }
  if (index !== 0 || (owner.name !== 'Object' && owner.name !== 'Reflect')) return false;
  const keys = keysWritten(trail, method, call.arguments.slice(1), owner.name);
  if (!keys) return false;
  const apis = keys.filter((key) => key === undefined || isApiName(key));
  for (const api of apis) intercept(trail, call, { code: 'api-assigned', api: asApi(api) });
  if (apis.length === 0) other(trail, step, top, keys[0]);
  else keepAssigned(trail, step, asApi(apis[0]), call);
  return true;
}

/** The members that a function of Object or Reflect writes to its first argument; undefined for one not known. */
function keysWritten(
  trail: Trail,
  method: string,
  rest: readonly Node[],
  owner: string,
): readonly (string | undefined)[] | undefined {
  const { names } = trail;
  const [second] = rest;
  if (method === 'defineProperty' || (owner === 'Reflect' && /^(?:set|deleteProperty)$/.test(method))) {
    const known = second && findConstant(second, names);
    return [known === undefined ? undefined : String(known.value)];
  }
  if (method !== 'assign' && method !== 'defineProperties') return undefined;
  const source = second && unwrap(second);
  if (source?.type !== 'ObjectExpression' || rest.length !== 1) return [undefined];
  return source.properties.map((property) =>
    property.type === 'SpreadElement' ? undefined : findKey(property, names),
  );
}

function namedApi({ names }: Trail, argument: Node | undefined): ApiName | undefined {
  const known = argument && findConstant(argument, names)?.value;
  return typeof known === 'string' && isApiName(known) ? known : undefined;
}

function asApi(name: string | undefined): ApiName | '*' {
  return name !== undefined && isApiName(name) ? name : '*';
}
