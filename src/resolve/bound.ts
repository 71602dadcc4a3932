// In: a value that a name or a pattern is given. Out: the names that have it, or members of it, from there.
// What becomes of the declaration is decided much later, when every use of every name is known.
// Knows nothing of what the names are used for.

import { isApiName, type ApiName } from '../apis.ts';
import type { Through } from '../ir.ts';
import { isExportedName } from '../syntax/export-places.ts';
import { isSeenByEval } from '../syntax/hazards.ts';
import { exportName, exportTaken, isExportedTarget } from './handing-on.ts';
import { give } from './holders.ts';
import { findExported, mixed } from './members.ts';
import type { Binding } from '../syntax/bindings.ts';
import { mayRunBefore } from '../syntax/order.ts';
import { placeOf, takeApart, sourceOf, type AnyCall, type Bound, type Taken } from '../syntax/places.ts';
import { spanOf } from '../syntax/positions.ts';
import type { AliasDraft } from './sites.ts';
import { globalNames } from './starts.ts';
import type { PlaceOf, StepOf } from './table.ts';
import { noteEscape, intercept, keep, other, type Trail } from './trail.ts';
import type { Node } from '../syntax/tree.ts';
import type { Certain, CertainStep } from './values.ts';

type Place = PlaceOf<'bound'>;

/** A pattern or name that is given a value, and by what. */
interface Target {
  readonly target: Node;
  readonly giver: Node;
  readonly isChoice: boolean;
}

export function bindSwan(trail: Trail, step: StepOf<'swan'>, place: Place, top: Node): void {
  const { target } = place;
  if (target.type === 'Identifier' && !trail.names.bindingOf(target)) {
    noteEscape(trail, step, top, { by: 'global', name: target.name });
    give(trail, target, []);
  } else bindTarget(trail, step, targetOf(place), draftOf(trail, step, place, top));
  keepProperty(trail, step, trail.tree.parent(place.node), top);
  passOn(trail, step, place);
}

export function bindObject(trail: Trail, step: StepOf<'global' | 'module'>, place: Place, top: Node): void {
  bindTarget(trail, step, targetOf(place), draftOf(trail, step, place, top));
  passOn(trail, step, place);
}

/**
 * `const r = swan.request`: the calls of `r` are sites when it is only called and tested. Otherwise the initialiser is a
 * value like any other, and what is done with the name stays the program's.
 */
export function bindApi(trail: Trail, step: StepOf<'api'>, place: Place, top: Node): void {
  const { names, found } = trail;
  const { target } = place;
  const { api } = step.value;
  const binding = target.type === 'Identifier' ? names.bindingOf(target) : undefined;
  const isImport = step.through === 'import';
  if (target.type === 'Identifier' && isExportedTarget(trail, target)) {
    found.exports.push({ step, name: target.name, stands: api, at: spanOf(step.node), id: target });
  } else if (target.type === 'Identifier' && binding && !place.isPassedOn && isOnlyCalled(trail, binding, place)) {
    const draft = { ...draftOf(trail, step, place, top), kind: isImport ? ('import' as const) : ('value' as const) };
    found.aliases.push(draft);
    bindName(trail, step, targetOf(place), draft, { id: target, property: target, stands: api, hasDefault: false });
    return trail.use(step, { kind: 'alias', at: spanOf(step.node) });
  } else if (isImport && binding?.reads.length === 0) return other(trail, step, top);
  found.values.push({ step, api, top });
  trail.use(step, { kind: 'value', api, at: spanOf(step.node) });
}

function isOnlyCalled(trail: Trail, binding: Binding, place: Bound): boolean {
  const { tree, names, inflows, facts } = trail;
  if (place.target.type === 'Identifier' && facts.templateWords?.has(place.target.name)) return false;
  if (place.isChoice || inflows.has(binding) || binding.reads.length === 0) return false;
  if (isExportedName(tree, binding)) return false;
  const isAssignment = place.by === 'assignment';
  if (binding.writes.length !== (isAssignment ? 1 : 0)) return false;
  const filled = binding.declarations.filter(({ kind, node }) => {
    if (node.type !== 'VariableDeclarator') return true;
    return Boolean(node.init) || kind === 'const' || tree.link(tree.parent(node) ?? node)?.key === 'left';
  });
  if (filled.length !== (isAssignment ? 0 : 1)) return false;
  return binding.reads.every((read) => {
    const { kind } = placeOf(tree, names, read).place;
    return (kind === 'callee' || kind === 'tested') && !mayRunBefore(tree, names, read, place.node);
  });
}

/** `call(function (s) { … }, swan)`: the parameter has what is passed. */
export function bindParameter(trail: Trail, step: CertainStep, call: AnyCall | Node, top: Node, param: Node): void {
  const target =
    param.type === 'AssignmentPattern' ? param.left : param.type === 'TSParameterProperty' ? param.parameter : param;
  const draft: AliasDraft = {
    kind: target.type === 'ObjectPattern' ? 'destructured' : 'argument',
    of: step.value,
    origin: step.node,
    source: top,
    declarator: param,
    call,
    isAssignment: false,
    isPassedOn: false,
    names: [],
    isNetworkOnly: true,
    isOpen: param.type === 'TSParameterProperty',
    needsSwan: false,
  };
  bindTarget(trail, step, { target, giver: param, isChoice: false }, draft);
  keepProperty(trail, step, param, top);
}

/** `constructor(private host)`: the parameter is a property as well. */
function keepProperty(trail: Trail, step: CertainStep, param: Node | undefined, top: Node): void {
  if (param?.type !== 'TSParameterProperty' || step.value.is !== 'swan') return;
  noteEscape(trail, step, top, { by: 'property' });
  give(trail, param, []);
}

function targetOf({ target, node, isChoice }: Bound): Target {
  return { target, giver: node, isChoice };
}

function draftOf(trail: Trail, step: CertainStep, place: Bound, top: Node): AliasDraft {
  const kind = place.by === 'default' ? 'argument' : place.target.type === 'ObjectPattern' ? 'destructured' : 'object';
  return {
    kind,
    of: step.value,
    origin: step.node,
    source: top,
    declarator: place.node,
    isAssignment: place.by === 'assignment',
    isPassedOn: place.isPassedOn,
    names: [],
    isNetworkOnly: true,
    isOpen: trail.tree.parent(place.node)?.type === 'TSParameterProperty',
    needsSwan: false,
    ...(isInExport(trail.tree, place) ? { isExported: true } : {}),
  };
}

function isInExport(tree: Trail['tree'], { by, node }: Bound): boolean {
  const statement = by === 'declarator' ? tree.parent(node) : undefined;
  return statement !== undefined && tree.parent(statement)?.type === 'ExportNamedDeclaration';
}

/** The value of the assignment is used as well. */
function passOn(trail: Trail, step: CertainStep, { isPassedOn, node }: Bound): void {
  if (isPassedOn) trail.go({ ...step, node }, step.node);
}

function bindTarget(trail: Trail, step: CertainStep, to: Target, draft: AliasDraft): void {
  const { target } = to;
  const { value } = step;
  trail.use(step, { kind: 'alias', at: spanOf(draft.source) });
  if (target.type === 'Identifier') {
    const stands = standsFor(value);
    if (value.is === 'swan') {
      trail.found.aliases.push(draft);
      draft.isNetworkOnly = false;
      if (isExportedTarget(trail, target)) exportName(trail, step, target, draft.source);
    }
    bindName(trail, step, to, draft, { id: target, property: target, stands, hasDefault: false });
  } else if (target.type === 'ObjectPattern') {
    takeFrom(trail, step, to, draft, target);
    if (value.is === 'swan' || draft.needsSwan || draft.names.length > 0) trail.found.aliases.push(draft);
  } else if (value.is === 'swan') noteEscape(trail, step, draft.source, { by: 'pattern' });
}

interface Meaning {
  readonly id: Node & { type: 'Identifier' };
  readonly property: Node;
  readonly stands: 'swan' | ApiName | 'other';
  readonly member?: string;
  readonly hasDefault: boolean;
}

/** Gives the name its value, and all that read it. */
function bindName(
  trail: Trail,
  step: CertainStep,
  to: Target,
  draft: AliasDraft,
  meaning: Meaning,
  value = step.value,
): void {
  const { id } = meaning;
  trail.tree.occurrences(id.name);
  const binding = trail.names.bindingOf(id);
  draft.names.push({ ...meaning, ...(binding ? { binding } : {}) });
  if (binding && meaning.stands !== 'other' && isSeenByEval(trail.tree, trail.names, binding.scope)) {
    keep(trail, step, meaning.stands === 'swan' ? '*' : meaning.stands, draft.source, {
      code: 'direct-eval',
      details: {},
    });
  }
  if (binding)
    trail.give(binding, { giver: to.giver, value, isChoice: to.isChoice }, step.node, throughOf(step, value, draft));
}

function throughOf(step: CertainStep, value: Certain, draft: AliasDraft): Through {
  if (step.through === 'import' || draft.kind === 'import') return 'import';
  if (value.is === 'swan') return 'alias';
  if (value.is !== 'api') return step.through;
  return draft.kind === 'value' ? 'value' : 'destructured';
}

function takeFrom(
  trail: Trail,
  step: CertainStep,
  to: Target,
  draft: AliasDraft,
  pattern: Node & { type: 'ObjectPattern' },
): void {
  const { taken, rest } = takeApart(trail.names, pattern);
  if (rest) {
    draft.isOpen = true;
    draft.isNetworkOnly = false;
    if (step.value.is === 'swan') noteEscape(trail, step, rest, { by: 'rest' });
  }
  for (const one of taken) takeOne(trail, step, to, draft, one);
}

function takeOne(trail: Trail, step: CertainStep, to: Target, draft: AliasDraft, taken: Taken): void {
  const { member, target, property, hasDefault } = taken;
  const value = member === undefined ? undefined : memberValue(step.value, member);
  if (!value) return takeOther(trail, step, draft, taken);
  const isMixed =
    step.value.is === 'module' && step.value.module.exports.get(step.value.prefix + (member ?? ''))?.isMixed;
  if (isMixed) trail.doubt(property, mixed(trail, property));
  const from: CertainStep = isMixed ? { ...step, node: property } : step;
  if (target.type === 'ObjectPattern' && value.is !== 'api') {
    draft.isNetworkOnly &&= value.is === 'swan';
    draft.needsSwan ||= value.is === 'swan';
    takeFrom(trail, { ...from, value }, { ...to, target }, draft, target);
    return;
  }
  const stands = standsFor(value);
  if (stands === 'swan') draft.isNetworkOnly = false;
  if (target.type !== 'Identifier') {
    draft.isNetworkOnly = false;
    draft.isOpen = true;
    if (stands !== 'other')
      keep(trail, step, stands === 'swan' ? '*' : stands, property, {
        code: 'swan-escapes',
        details: { how: { by: 'pattern' } },
      });
    return;
  }
  if (stands !== 'other' && isExportedTarget(trail, target)) exportTaken(trail, from, target, stands, property);
  const meaning = { id: target, property, stands, hasDefault, ...(member === undefined ? {} : { member }) };
  bindName(trail, from, to, draft, meaning, value);
}

/** What a member of swan, of the global object or of a module stands for, where that is followed. */
function memberValue(of: Certain, member: string): Certain | undefined {
  if (of.is === 'swan') return isApiName(member) ? { is: 'api', api: member } : undefined;
  if (of.is === 'module') return findExported(of, of.prefix + member);
  if (of.is !== 'global') return undefined;
  return member === 'swan' ? { is: 'swan' } : globalNames.has(member) ? of : undefined;
}

/** A member that is not followed: another API of swan, or one that is known at run time only. */
function takeOther(
  trail: Trail,
  step: CertainStep,
  draft: AliasDraft,
  { member, target, property, hasDefault }: Taken,
): void {
  draft.isNetworkOnly = false;
  if (target.type === 'Identifier') {
    draft.names.push({
      id: target,
      property,
      stands: 'other',
      hasDefault,
      ...(member === undefined ? {} : { member }),
    });
  }
  if (step.value.is !== 'swan') return;
  if (member === 'after') intercept(trail, property, { code: 'swan-after', api: '*' });
  if (member !== undefined) {
    trail.found.others.push({ step, member, at: property });
    return;
  }
  const key = property.type === 'ObjectProperty' ? sourceOf(trail.tree, property.key) : sourceOf(trail.tree, property);
  trail.found.kept.push({ step, api: '*', at: property, reason: { code: 'dynamic-name', details: { name: key } } });
}

export function standsFor(value: Certain): 'swan' | ApiName | 'other' {
  if (value.is === 'swan') return 'swan';
  return value.is === 'api' ? value.api : 'other';
}
