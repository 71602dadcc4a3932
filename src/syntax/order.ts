// In: two places of a program: one that gives a name its value, one that reads the name.
// Out: whether the reading may run before the giving, or without it. What cannot be told counts as "may".
// Knows nothing of swan.

import { findExport } from './export-places.ts';
import type { Bindings } from './bindings.ts';
import { isFunction } from './scopes.ts';
import { climbParentheses } from './positions.ts';
import { endOf, startOf, type Node, type Tree } from './tree.ts';

/** @param giver a declarator, an assignment, a parameter or an import specifier */
export function mayRunBefore(tree: Tree, names: Bindings, read: Node, giver: Node): boolean {
  if (isGivenOnEntry(tree, giver)) return false;
  const region = regionOf(tree, giver);
  const home = functionAround(tree, giver);
  const seen = new Set<Node>();
  const waiting: Node[] = [read];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (findExport(tree, names, climbParentheses(tree, node)) !== undefined) {
      if (region !== tree.program) return true;
      continue;
    }
    const fn = functionBelow(tree, node, home);
    // Other functions than declared ones are made where they stand.
    if (isBehind(tree, node, giver, region) && fn?.type !== 'FunctionDeclaration') continue;
    const callers = fn && callersOf(tree, names, fn);
    if (!callers) return true;
    if (callers.isExported && region !== tree.program) return true;
    waiting.push(...callers.places);
  }
  return false;
}

/** Parameters and imports have their value before any statement runs. */
function isGivenOnEntry(tree: Tree, giver: Node): boolean {
  if (giver.type.startsWith('Import')) return true;
  const link = tree.link(giver);
  return link?.key === 'params';
}

function isBehind(tree: Tree, node: Node, giver: Node, region: Node): boolean {
  return startOf(node) >= endOf(giver) && isInside(tree, node, region);
}

export function isInside(tree: Tree, node: Node, outer: Node): boolean {
  for (let above: Node | undefined = node; above; above = tree.parent(above)) {
    if (above === outer) return true;
  }
  return false;
}

/** The largest part of the program around a place in which whatever stands behind it runs only after it. */
function regionOf(tree: Tree, giver: Node): Node {
  for (let node = giver; ;) {
    const link = tree.link(node);
    if (!link || isFunction(link.parent)) return node;
    const { parent, key } = link;
    if (isList(parent)) return parent;
    if (isSometimes(parent, key)) return node;
    node = parent;
  }
}

function isList(node: Node): boolean {
  switch (node.type) {
    case 'Program':
    case 'BlockStatement':
    case 'StaticBlock':
    case 'TSModuleBlock':
    case 'SwitchCase':
      return true;
    default:
      return false;
  }
}

/** What stands there may be left out, or run again. */
function isSometimes(parent: Node, key: string): boolean {
  switch (parent.type) {
    case 'LogicalExpression':
      return key === 'right';
    case 'ConditionalExpression':
    case 'IfStatement':
      return key !== 'test';
    case 'ForStatement':
      return key !== 'init';
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
      return true;
    case 'ForInStatement':
    case 'ForOfStatement':
      return key !== 'right';
    case 'AssignmentPattern':
      return key === 'right';
    case 'AssignmentExpression':
      return key === 'right' && /^(?:\|\||&&|\?\?)=$/.test(parent.operator);
    case 'OptionalMemberExpression':
    case 'OptionalCallExpression':
      return key === 'property' || key === 'arguments';
    case 'ClassProperty':
    case 'ClassPrivateProperty':
    case 'ClassAccessorProperty':
      return key === 'value';
    default:
      return false;
  }
}

export function functionAround(tree: Tree, node: Node): Node | undefined {
  for (let above = tree.parent(node); above; above = tree.parent(above)) {
    if (isFunction(above)) return above;
  }
  return undefined;
}

/** The function right below `home` that the node lies in; nothing where it lies in `home` itself, or outside. */
function functionBelow(tree: Tree, node: Node, home: Node | undefined): Node | undefined {
  let below: Node | undefined;
  for (let fn = functionAround(tree, node); fn !== home; fn = functionAround(tree, fn)) {
    if (!fn) return undefined;
    below = fn;
  }
  return below;
}

interface Callers {
  /** Every place that names the function, or the class or object that it is a member of. */
  readonly places: readonly Node[];
  /** It is called from outside as well, once the file has run to its end. */
  readonly isExported: boolean;
}

/** Who may call a function; nothing where that is not known. */
function callersOf(tree: Tree, names: Bindings, fn: Node): Callers | undefined {
  const holder = holderOf(tree, fn);
  const top = climbParentheses(tree, holder);
  if (findExport(tree, names, top) !== undefined || isGivenToHost(tree, names, top)) {
    return { places: [], isExported: true };
  }
  const id = nameOfHolder(tree, holder, top);
  const binding = id && names.bindingOf(id);
  if (!binding || binding.declarations.length !== 1 || binding.writes.length > 0) return undefined;
  return { places: binding.reads, isExported: isInExport(tree, holder) };
}

/** A method's class, or the outermost literal that a function is part of, or the function itself. */
function holderOf(tree: Tree, fn: Node): Node {
  const parent = tree.parent(fn);
  if (parent?.type === 'ClassBody') return tree.parent(parent) ?? fn;
  let holder = fn;
  for (let node: Node | undefined = parent, below = fn; node; below = node, node = tree.parent(node)) {
    if (node.type === 'ObjectExpression' || node.type === 'ArrayExpression') holder = node;
    else if (node.type !== 'ObjectProperty' && climbParentheses(tree, below) === below) break;
  }
  return holder;
}

function nameOfHolder(tree: Tree, holder: Node, top: Node): Node | undefined {
  if (holder.type === 'FunctionDeclaration' || holder.type === 'ClassDeclaration') return holder.id ?? undefined;
  const parent = tree.parent(top);
  return parent?.type === 'VariableDeclarator' && parent.init === top && parent.id.type === 'Identifier'
    ? parent.id
    : undefined;
}

const hostFunctions = new Set(['App', 'Behavior', 'Component', 'Page']);

/** `Page({ … })`: the host calls what it is given later. */
function isGivenToHost(tree: Tree, names: Bindings, top: Node): boolean {
  const parent = tree.parent(top);
  return parent?.type === 'CallExpression' && parent.callee !== top && isHostFunction(names, parent.callee);
}

/** The host's functions take pages and components, and leave what these hold alone. */
export function isHostFunction(names: Bindings, callee: Node): boolean {
  return callee.type === 'Identifier' && hostFunctions.has(callee.name) && names.isFree(callee);
}

function isInExport(tree: Tree, holder: Node): boolean {
  for (let above = tree.parent(holder); above && !isList(above); above = tree.parent(above)) {
    if (above.type.startsWith('Export')) return true;
  }
  return false;
}
