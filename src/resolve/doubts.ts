// In: everything that was followed. Out: the places where the value may be something else, or nothing, with the reason (F1).
// A doubt about one place is one about every place that has its value from there.
// Knows nothing of what is found at a place.

import { findPlatformBranches, isParted } from '../syntax/platform-branches.ts';
import { findConstant, skipParentheses } from '../syntax/constant.ts';
import { isExportedName } from '../syntax/export-places.ts';
import { callThrough } from './functions.ts';
import { isSeenByEval } from '../syntax/hazards.ts';
import type { Binding, Declaration } from '../syntax/bindings.ts';
import { isInside, mayRunBefore } from '../syntax/order.ts';
import { sourceOf, type Choice } from '../syntax/places.ts';
import { climbParentheses, isNothing } from '../syntax/positions.ts';
import type { KeptReason } from './sites.ts';
import type { Called, Inflow, Trail } from './trail.ts';
import { startOf, type Node } from '../syntax/tree.ts';
import { isSameValue } from './values.ts';

export type Doubts = ReadonlyMap<Node, KeptReason>;

export function findDoubts(trail: Trail): Doubts {
  const doubts = new Map<Node, KeptReason>();
  for (const [node, reason] of trail.doubts) spread(trail, doubts, node, reason);
  const branches = findPlatformBranches(trail.tree.text);
  for (const [binding, inflows] of trail.inflows) {
    for (const read of binding.reads) {
      // A build may compile what reads a name, and not what gives it its value.
      const isInBuild = inflows.every(({ giver }) => !isParted(branches, startOf(giver), startOf(read)));
      const reason = isInBuild ? doubtOfName(trail, binding, inflows, read) : mixed(trail, read);
      if (reason) spread(trail, doubts, read, reason);
    }
  }
  // What a choice takes may hang on a test, and that on a name that is in doubt.
  let before = -1;
  while (doubts.size > before) {
    before = doubts.size;
    for (const choice of trail.choices) {
      if (!doubts.has(choice) && !isCertain(trail, doubts, choice)) spread(trail, doubts, choice, mixed(trail, choice));
    }
  }
  return doubts;
}

function spread(trail: Trail, doubts: Map<Node, KeptReason>, from: Node, reason: KeptReason): void {
  const waiting = [from];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (doubts.has(node)) continue;
    doubts.set(node, reason);
    waiting.push(...(trail.onward.get(node) ?? []));
  }
}

function mixed({ tree }: Trail, node: Node): KeptReason {
  return { code: 'mixed-host', details: { text: sourceOf(tree, node) } };
}

// Names

function doubtOfName(trail: Trail, binding: Binding, inflows: readonly Inflow[], read: Node): KeptReason | undefined {
  const { tree, names } = trail;
  const { name } = binding;
  const chosen = inflows.find(({ isChoice }) => isChoice);
  if (chosen) return mixed(trail, chosen.giver);
  const called = inflows.map(({ giver }) => trail.called.get(giver)).find((one) => one && !isAlwaysGiven(trail, one));
  if (called) return mixed(trail, called.param);
  if (sharesArguments(trail, binding)) return { code: 'alias-reassigned', details: { name } };
  const givers = new Set(inflows.map(({ giver }) => giver));
  if (binding.writes.some((write) => !givers.has(giverOf(trail, write)))) {
    return { code: 'alias-reassigned', details: { name } };
  }
  // `eval('s = mock')` in any function that sees the name.
  if (binding.declarations.some(({ kind }) => kind !== 'const') && isSeenByEval(tree, names, binding.scope)) {
    return { code: 'direct-eval', details: {} };
  }
  const others = binding.declarations.filter((one) => !givers.has(one.node) && !isEmpty(trail, one));
  const [first] = binding.declarations;
  if (others.some((one) => one !== first)) return { code: 'alias-reassigned', details: { name } };
  if (inflows.some(({ giver }) => !mayRunBefore(tree, names, read, giver))) return undefined;
  return others.length > 0 ? { code: 'alias-reassigned', details: { name } } : mixed(trail, read);
}

/** The assignment that a written name is the target of; the name itself for a loop head and the like. */
function giverOf({ tree }: Trail, write: Node): Node {
  for (let node = tree.parent(write), below = write; node; below = node, node = tree.parent(node)) {
    if (node.type === 'AssignmentExpression') return node.left === below ? node : write;
    if (!/Pattern$|^ObjectProperty$|Expression$/.test(node.type)) return write;
  }
  return write;
}

/** It declares the name and leaves it without a value, or with one that nothing can be called on. */
function isEmpty({ tree, names }: Trail, { node, kind }: Declaration): boolean {
  if (kind !== 'var' && kind !== 'let' && kind !== 'const') return false;
  if (node.type !== 'VariableDeclarator' || tree.link(tree.parent(node) ?? node)?.key === 'left') return false;
  return node.id.type === 'Identifier' && (!node.init || isNothing(node.init, names));
}

/** In sloppy code `arguments[0]` is the first parameter's other name. */
function sharesArguments({ tree, names }: Trail, { declarations, scope }: Binding): boolean {
  if (!declarations.some(({ kind }) => kind === 'param')) return false;
  return names.of('arguments').free.some((node) => {
    for (let above = tree.parent(node); above; above = tree.parent(above)) if (above === scope) return true;
    return false;
  });
}

// Functions

/** Every call of the function is seen, and passes the value. */
function isAlwaysGiven({ tree, steps }: Trail, { names, position, value, arguments: given }: Called): boolean {
  return names.every(
    (binding) =>
      !isExportedName(tree, binding) &&
      binding.reads.every((read) => {
        const call = callThrough(tree, read);
        if (!call || call.arguments.slice(0, position).some(({ type }) => type === 'SpreadElement')) return false;
        const argument = call.arguments[position];
        const inner = argument && [...given].find((node) => isWithin(tree, node, argument));
        const step = inner && steps.get(inner);
        return step !== undefined && isSameValue(step.value, value);
      }),
  );
}

function isWithin(tree: Trail['tree'], node: Node, argument: Node): boolean {
  return climbParentheses(tree, node) === argument;
}

// Choices

function isCertain(trail: Trail, doubts: Doubts, choice: Choice): boolean {
  if (choice.type === 'ConditionalExpression') {
    const truth = truthOf(trail, doubts, choice.test);
    if (has(trail, doubts, choice.consequent)) {
      return truth === true || has(trail, doubts, choice.alternate);
    }
    return truth === false;
  }
  const { left, right, operator } = choice;
  if (operator === '&&') return truthOf(trail, doubts, left) === true;
  if (has(trail, doubts, left)) {
    return has(trail, doubts, right) || isNothing(right, trail.names) || isChoiceOfNothing(trail, doubts, right);
  }
  return holdsNothing(trail, left, choice);
}

/** The expression has the value, and nothing speaks against it. */
function has(trail: Trail, doubts: Doubts, node: Node): boolean {
  const inner = skipParentheses(node);
  return trail.steps.has(inner) && !doubts.has(inner);
}

/** `window.swan || {}` behind `swan ||`. */
function isChoiceOfNothing(trail: Trail, doubts: Doubts, node: Node): boolean {
  const inner = skipParentheses(node);
  if (inner.type !== 'LogicalExpression') return false;
  return [inner.left, inner.right].every(
    (side) => has(trail, doubts, side) || isNothing(side, trail.names) || isChoiceOfNothing(trail, doubts, side),
  );
}

/** Null, undefined and the like, or a name that is only now being declared. */
function holdsNothing(trail: Trail, node: Node, choice: Choice): boolean {
  const inner = skipParentheses(node);
  const known = findConstant(inner, trail.names);
  if (known) return !known.value;
  return inner.type === 'Identifier' && isOwnName(trail, inner, choice);
}

/** The truth of a test while swan is there, where that can be told. */
export function truthOf(trail: Trail, doubts: Doubts, node: Node): boolean | undefined {
  const inner = skipParentheses(node);
  const guard = trail.found.guards.find(({ test }) => test.node === inner || skipParentheses(test.node) === inner);
  if (guard && !doubts.has(guard.step.node)) return guard.test.present;
  if (inner.type === 'UnaryExpression' && inner.operator === '!') {
    const truth = truthOf(trail, doubts, inner.argument);
    return truth === undefined ? undefined : !truth;
  }
  if (inner.type === 'LogicalExpression' && inner.operator !== '??') {
    const sides = [truthOf(trail, doubts, inner.left), truthOf(trail, doubts, inner.right)];
    const deciding = inner.operator === '||';
    if (sides.includes(deciding)) return deciding;
    return sides.every((side) => side === !deciding) ? !deciding : undefined;
  }
  return undefined;
}

/** `var swan = swan || window.swan`: within its own initialiser the name holds nothing yet. */
function isOwnName(trail: Trail, node: Node, within: Node): boolean {
  const [declaration, more] = trail.names.bindingOf(node)?.declarations ?? [];
  return declaration?.kind === 'var' && !more && isInside(trail.tree, within, declaration.node);
}
