// In: an expression that swan may be got from, by a path of members and calls, and the place it stands in. Out: which
// expressions it may be got from next, and the code out of sight that is handed it.
// Says what may be: nothing that is found here is a site. Knows nothing of what swan does.

import { asApi, isApiName } from '../apis.ts';
import { isOnlyLookedAt, writtenKeys } from './arguments.ts';
import { findFunction } from './functions.ts';
import { give, globalStep, holdIn, holdMember, holdNamed, holdReturned, isUsed, wayOut, wayTo } from './holders.ts';
import { findConstants, findMember, skipParentheses } from '../syntax/constant.ts';
import { isHostFunction } from '../syntax/order.ts';
import { placeOf, sourceOf } from '../syntax/places.ts';
import { climbParentheses } from '../syntax/positions.ts';
import { isFunction } from '../syntax/scopes.ts';
import type { Node } from '../syntax/tree.ts';
import { mixed } from './members.ts';
import type { PlaceOf, StepOf } from './table.ts';
import { intercept, type Trail } from './trail.ts';

type Perhaps = StepOf<'perhaps'>;
type Argument = PlaceOf<'argument'>;

/** `host()` */
export function callPerhaps(trail: Trail, { value }: Perhaps, { call }: PlaceOf<'callee'>): void {
  const rest = wayOut(value.path, '()');
  if (rest) trail.hold(call, rest);
}

/** `new Client()` */
export function constructPerhaps(trail: Trail, { value }: Perhaps, _: PlaceOf<'constructed'>, top: Node): void {
  const rest = wayOut(value.path, 'new');
  const made = trail.tree.parent(top);
  if (rest && made) trail.hold(made, rest);
}

export function readPerhaps(trail: Trail, { value }: Perhaps, { member, name }: PlaceOf<'member'>): void {
  const { path } = value;
  const rest = wayTo(path, name);
  if (rest) trail.hold(member, rest);
  const { place } = placeOf(trail.tree, trail.names, member);
  if (path[0] === globalStep) return readHeldGlobal(trail, member);
  if (path.length === 0 && place.kind === 'written') return writeMember(trail, member);
  if (place.kind !== 'callee' || name === undefined) return;
  const { call } = place;
  const [first, ...below] = path;
  if (first === '()' && (name === 'call' || name === 'apply')) trail.hold(call, below);
  else if (first === '()' && name === 'bind') trail.hold(call, path);
  else if (first === 'await' && name === 'then') giveBack(trail, call, below);
  else if (first === '*') {
    giveBack(trail, call, below);
    // `list.pop()`, `list.slice()`
    trail.hold(call, below);
    trail.hold(call, path);
  }
}

/** `hosts.window.swan` */
function readHeldGlobal(trail: Trail, member: Node): void {
  if (findMember(member, trail.names) !== 'swan') return;
  trail.go({ node: member, value: { is: 'swan' }, through: 'host' });
  trail.doubt(member, mixed(trail, member));
}

/** `host()[name] = mock` */
function writeMember(trail: Trail, member: Node): void {
  if (member.type !== 'MemberExpression' && member.type !== 'OptionalMemberExpression') return;
  const known = member.computed
    ? findConstants(member.property, trail.names)
    : [{ value: findMember(member, trail.names) }];
  const keys = known?.map(({ value }) => String(value)) ?? [undefined];
  replaceKeys(trail, member, keys);
}

function replaceKeys(trail: Trail, at: Node, keys: readonly (string | undefined)[]): void {
  for (const key of keys) {
    if (key === undefined || isApiName(key)) intercept(trail, at, { code: 'api-assigned', api: asApi(key) });
  }
}

/** `list.forEach(patch)`, `promise.then(host => patch(host))` */
function giveBack(trail: Trail, call: PlaceOf<'callee'>['call'], path: readonly string[]): void {
  const [callback] = call.arguments;
  if (!callback || path[0] === globalStep) return;
  const { names } = trail;
  const inner = skipParentheses(callback);
  const [declaration] = names.bindingOf(inner)?.declarations ?? [];
  const { node } = declaration ?? { node: inner };
  const made = node.type === 'VariableDeclarator' && node.init ? skipParentheses(node.init) : node;
  if (isFunction(made)) for (const param of made.params) give(trail, param, path);
  else handTo(trail, call, inner);
}

export function passPerhaps(trail: Trail, { value }: Perhaps, place: Argument): void {
  const { tree, names } = trail;
  const { call, index } = place;
  const keys = value.path.length === 0 ? writtenKeys(trail, place) : undefined;
  if (keys) replaceKeys(trail, call, keys);
  if (value.path[0] === globalStep && !findFunction(tree, names, call, index)) return;
  if (isHostFunction(names, skipParentheses(call.callee)) || givesThrough(trail, place, value.path)) return;
  if (isOnlyLookedAt(trail, place)) return trail.hold(call, value.path);
  const found = findFunction(tree, names, call, index);
  const param = found?.fn.params[found.index];
  if (!found || found.usesArguments) return handTo(trail, call, skipParentheses(call.callee));
  if (param?.type === 'RestElement') give(trail, param.argument, ['*', ...value.path]);
  else if (param) give(trail, param, value.path);
}

function handTo(trail: Trail, call: Node, to: Node): void {
  intercept(trail, call, { code: 'swan-handed', api: '*', how: { by: 'passed', to: sourceOf(trail.tree, to) } });
}

/** `Object.values(hosts)`, `Object.assign(exports, hosts)` */
function givesThrough(trail: Trail, { call, index }: Argument, path: readonly string[]): boolean {
  const callee = skipParentheses(call.callee);
  const owner = callee.type === 'MemberExpression' ? skipParentheses(callee.object) : undefined;
  if (owner?.type !== 'Identifier' || owner.name !== 'Object' || !trail.names.isFree(owner)) return false;
  const [, ...below] = path;
  switch (findMember(callee, trail.names)) {
    case 'values':
      trail.hold(call, ['*', ...below]);
      return true;
    case 'entries':
      trail.hold(call, ['*', '*', ...below]);
      return true;
    case 'assign': {
      const [into] = call.arguments;
      // A copy of swan is another object.
      if (path.length === 0 && index > 0) return true;
      trail.hold(call, path);
      if (into && index > 0) holdIn(trail, into, path);
      return true;
    }
    default:
      return false;
  }
}

export function bindPerhaps(trail: Trail, { value }: Perhaps, { target, node, isPassedOn }: PlaceOf<'bound'>): void {
  give(trail, target, value.path);
  if (isPassedOn) trail.hold(node, value.path);
}

export function storePerhaps(trail: Trail, { node, value }: Perhaps): void {
  holdStored(trail, node, value.path);
}

/** What it is stored in holds it from there; an assignment has it as well. */
export function holdStored(trail: Trail, node: Node, path: readonly string[]): void {
  const { tree } = trail;
  const top = climbParentheses(tree, node);
  const holder = tree.parent(top);
  if (holder?.type === 'ArrayExpression') trail.hold(holder, ['*', ...path]);
  else if (holder?.type === 'AssignmentExpression') {
    give(trail, holder.left, path);
    if (isUsed(tree, holder)) trail.hold(holder, path);
  } else if (holder) holdMember(trail, holder, path);
}

export function returnPerhaps(trail: Trail, { node, value }: Perhaps): void {
  holdReturned(trail, node, value.path);
}

export function exportPerhaps(trail: Trail, { node, value }: Perhaps, { name }: PlaceOf<'exported'>): void {
  trail.handOut(name, value.path);
  holdPassedOn(trail, node, value.path);
}

/** `exports.one = exports.other = swan` */
export function holdPassedOn(trail: Trail, node: Node, path: readonly string[]): void {
  const assignment = trail.tree.parent(climbParentheses(trail.tree, node));
  if (assignment?.type === 'AssignmentExpression' && isUsed(trail.tree, assignment)) trail.hold(assignment, path);
}

/** `{ ...hosts }`, `[...hosts]`, `patch(...hosts)` */
export function spreadPerhaps(trail: Trail, { value }: Perhaps, _: PlaceOf<'spread'>, top: Node): void {
  const { tree, names } = trail;
  const link = tree.link(tree.parent(top) ?? top);
  if (!link || value.path.length === 0) return;
  const { parent, key, index = 0 } = link;
  if (parent.type === 'ObjectExpression' || parent.type === 'ArrayExpression') trail.hold(parent, value.path);
  if ((parent.type !== 'CallExpression' && parent.type !== 'NewExpression') || key !== 'arguments') return;
  const found = findFunction(tree, names, parent, index);
  if (!found || found.usesArguments) return handTo(trail, parent, skipParentheses(parent.callee));
  const rest = wayTo(value.path, undefined);
  for (const param of rest ? found.fn.params.slice(found.index) : []) give(trail, param, rest ?? []);
}

/** `for (const host of hosts)` */
export function walkPerhaps(trail: Trail, { value }: Perhaps, _: PlaceOf<'walked'>, top: Node): void {
  const loop = trail.tree.parent(top);
  const rest = wayTo(value.path, undefined);
  if (loop?.type !== 'ForOfStatement' || !rest) return;
  const { left } = loop;
  const target = left.type === 'VariableDeclaration' ? left.declarations[0]?.id : left;
  if (target) give(trail, target, rest);
}

/** Where it is awaited, thrown, extended, given to a component, or written into a text that a function of the program reads. */
export function passOnPerhaps(trail: Trail, { value }: Perhaps, _: PlaceOf<'elsewhere'>, top: Node): void {
  const { tree } = trail;
  const { path } = value;
  const parent = tree.parent(top);
  switch (parent?.type) {
    case 'AwaitExpression':
      return trail.hold(parent, wayOut(path, 'await') ?? path);
    case 'ThrowStatement':
      return tree.walk(tree.program, (node) => {
        if (node.type === 'CatchClause' && node.param) give(trail, node.param, path);
      });
    case 'ClassDeclaration':
    case 'ClassExpression':
      return holdNamed(trail, parent, path);
    case 'JSXExpressionContainer': {
      // `<Client host={swan} />`; what stands for itself in the text is shown, and no more
      const attribute = tree.parent(parent);
      const element = attribute?.type === 'JSXAttribute' ? tree.parent(attribute) : undefined;
      return element?.type === 'JSXOpeningElement' ? handTo(trail, element, element.name) : undefined;
    }
    case 'TemplateLiteral': {
      const tagged = tree.parent(parent);
      return tagged?.type === 'TaggedTemplateExpression' ? handTo(trail, tagged, tagged.tag) : undefined;
    }
    default:
  }
}
