// In: a value that is an argument. Out: the parameter that has it, where the function is of this file; what the call does
// to swan, where it is one of the language's own; otherwise swan is handed over, to code that may do anything with it.
// Knows nothing of options.

import { asApi, isApiName, type ApiName } from '../apis.ts';
import { askedMember } from './asked-members.ts';
import { bindParameter } from './bound.ts';
import { findConstant, findKey, findMember, skipParentheses } from '../syntax/constant.ts';
import { findFunction } from './functions.ts';
import { methodOf, onlyLooksAtArguments } from './known-functions.ts';
import { testGlobal, testSwan } from './members.ts';
import { isValueUnused, sourceOf } from '../syntax/places.ts';
import { spanOf } from '../syntax/positions.ts';
import type { PlaceOf, StepOf } from './table.ts';
import { noteEscape, intercept, keepAssigned, other, type Trail } from './trail.ts';
import type { Node } from '../syntax/tree.ts';
import type { CertainStep, Step } from './values.ts';

type Argument = PlaceOf<'argument'>;

export function passSwan(trail: Trail, step: StepOf<'swan'>, place: Argument, top: Node): void {
  const { call, index } = place;
  const callee = skipParentheses(call.callee);
  if (enterFunction(trail, step, place, top)) return;
  const test = askedMember(trail.names, call, index);
  // Who has the descriptor of an API has the API.
  if (test?.present) return testSwan(trail, step, { kind: 'tested', test });
  if (isReceiver(trail, callee, index)) return trail.use(step, { kind: 'receiver', at: spanOf(top) });
  if (callLanguage(trail, step, place, top)) return;
  const how = { by: 'passed', to: sourceOf(trail.tree, callee) } as const;
  const replaced = namedApi(trail, call.arguments[index + 1]);
  if (replaced !== undefined) {
    // `jest.spyOn(swan, 'request')`, `sinon.stub(swan, 'request')`
    intercept(trail, call, { code: 'api-assigned', api: replaced });
    return keepAssigned(trail, step, replaced, call);
  }
  intercept(trail, top, { code: 'swan-handed', api: '*', how });
  noteEscape(trail, step, top, how);
}

export function passGlobal(trail: Trail, step: StepOf<'global'>, place: Argument, top: Node): void {
  if (enterFunction(trail, step, place, top)) return;
  const { call, index } = place;
  const test = askedMember(trail.names, call, index);
  if (test) return testGlobal(trail, step, { kind: 'tested', test });
  const next = call.arguments[index + 1];
  const named = next && findConstant(next, trail.names)?.value;
  const method = methodOf(call.callee, trail.names);
  if (named === 'swan' && index === 0 && method?.owner === 'Reflect' && method.name === 'get') {
    trail.pass(step, call);
    return trail.go({ node: call, value: { is: 'swan' }, through: 'host' }, step.node);
  }
  const keys = writtenKeys(trail, place) ?? [named];
  // `Object.assign(window, { swan: mock })`, `sinon.stub(window, 'swan')`
  if (keys.includes('swan')) intercept(trail, call, { code: 'swan-replaced', api: '*' });
  other(trail, step, top);
}

/** Who is handed a module's exports may write to them. */
export function passModule(trail: Trail, step: StepOf<'module'>, place: Argument, top: Node): void {
  if (enterFunction(trail, step, place, top)) return;
  const { specifier, prefix } = step.value;
  const keys =
    isOnlyLookedAt(trail, place) || isNamespace(trail, step.node) ? [] : (writtenKeys(trail, place) ?? [undefined]);
  for (const key of keys) {
    trail.found.writes.push({ specifier, name: prefix + (key ?? '*'), at: spanOf(place.call) });
  }
  other(trail, step, top);
}

/** Nobody can write to `import * as api`. */
function isNamespace({ names }: Trail, node: Node): boolean {
  const [declaration] = names.bindingOf(node)?.declarations ?? [];
  return declaration?.node.type === 'ImportNamespaceSpecifier';
}

/** True where the function is of this file and a parameter takes the argument. */
function enterFunction(trail: Trail, step: CertainStep, place: Argument, top: Node): boolean {
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
  const fn = skipParentheses(callee.object);
  if (fn.type === 'MemberExpression' || fn.type === 'OptionalMemberExpression') return true;
  if (fn.type !== 'Identifier') return false;
  tree.occurrences(fn.name);
  return names.bindingOf(fn)?.declarations[0]?.node.type === 'VariableDeclarator';
}

function isGlobalName(names: Trail['names'], node: Node, name: string): boolean {
  const inner = skipParentheses(node);
  return inner.type === 'Identifier' && inner.name === name && names.isFree(inner);
}

/** What the language's own functions do to their argument. True where the callee is one of them. */
function callLanguage(trail: Trail, step: Step, place: Argument, top: Node): boolean {
  const { call } = place;
  if (isOnlyLookedAt(trail, place)) {
    if (isCopied(trail, place)) noteEscape(trail, step, top, { by: 'copy' });
    else if (isHandedBack(trail, place)) handBack(trail, step, call);
    else other(trail, step, top);
    return true;
  }
  const keys = writtenKeys(trail, place);
  if (!keys) return false;
  const apis = keys.filter((key) => key === undefined || isApiName(key));
  for (const api of apis) intercept(trail, call, { code: 'api-assigned', api: asApi(api) });
  if (apis.length === 0 && isHandedBack(trail, place)) handBack(trail, step, call);
  else if (apis.length === 0) other(trail, step, top, keys[0]);
  else keepAssigned(trail, step, asApi(apis[0]), call);
  return true;
}

/** The callee is a function of the language that changes nothing of its argument. */
export function isOnlyLookedAt(trail: Trail, place: Argument): boolean {
  return onlyLooksAtArguments(place.call.callee, trail.names) || isCopied(trail, place);
}

/** `const s = Object.freeze(swan)`: the call has the value of its argument. */
function isHandedBack(trail: Trail, { call, index }: Argument): boolean {
  const method = methodOf(call.callee, trail.names);
  if (index !== 0 || method?.owner !== 'Object') return false;
  return /^(?:assign|freeze|define(?:Property|Properties))$/.test(method.name) && !isValueUnused(trail.tree, call);
}

function handBack(trail: Trail, step: Step, call: Node): void {
  trail.pass(step, call);
  trail.go({ node: call, value: step.value, through: step.through }, step.node);
}

/** `Object.assign({}, swan)` */
function isCopied(trail: Trail, { call, index }: Argument): boolean {
  const method = methodOf(call.callee, trail.names);
  return method?.owner === 'Object' && method.name === 'assign' && index > 0;
}

/** The members that a function of Object or Reflect writes to its first argument; undefined for one not known. */
export function writtenKeys(trail: Trail, { call, index }: Argument): readonly (string | undefined)[] | undefined {
  const { names } = trail;
  const method = methodOf(call.callee, trail.names);
  if (index !== 0 || (method?.owner !== 'Object' && method?.owner !== 'Reflect')) return undefined;
  const rest = call.arguments.slice(1);
  const [second] = rest;
  if (
    method.name === 'defineProperty' ||
    (method.owner === 'Reflect' && /^(?:set|deleteProperty)$/.test(method.name))
  ) {
    const known = second && findConstant(second, names);
    return [known === undefined ? undefined : String(known.value)];
  }
  if (method.name !== 'assign' && method.name !== 'defineProperties') return undefined;
  return rest.flatMap((source) => {
    const literal = skipParentheses(source);
    if (literal.type !== 'ObjectExpression') return [undefined];
    return literal.properties.map((property) =>
      property.type === 'SpreadElement' ? undefined : findKey(property, names),
    );
  });
}

function namedApi({ names }: Trail, argument: Node | undefined): ApiName | undefined {
  const known = argument && findConstant(argument, names)?.value;
  return typeof known === 'string' && isApiName(known) ? known : undefined;
}
