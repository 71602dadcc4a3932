// In: what was found to be exported, and every other write to the exports of the file. Out: what importers get: for
// certain, or as one of several things. An export of a CommonJS module is the join of all that is ever written to it (F4).
// Knows nothing of other files.

import type { Doubts } from './doubts.ts';
import { exportedBy, isExportsObject } from '../syntax/export-places.ts';
import { findConstant, findKey, findMember, skipParentheses } from '../syntax/constant.ts';
import { isFunction } from '../syntax/scopes.ts';
import { climbParentheses, isWritten } from '../syntax/positions.ts';
import type { ExportSite } from './sites.ts';
import type { Trail } from './trail.ts';
import { startOf, type Node } from '../syntax/tree.ts';

/** A write to an export. */
interface Write {
  /** `=` for all of `module.exports`, `*` for a name that is not known. */
  readonly name: string;
  /** Of a literal that is all of `module.exports`, the names that it has. */
  readonly keys?: ReadonlySet<string>;
  readonly at: Node;
  /** It happens whenever the file is loaded, as it is loaded. */
  readonly isAlways: boolean;
}

/** An API that is one of several things is left out: its importers go on calling what they are given. */
export function joinExports(trail: Trail, doubts: Doubts): ExportSite[] {
  const { found } = trail;
  if (found.exports.length === 0) return [];
  const writes = writesIn(trail);
  return found.exports.flatMap(({ step, id, ...site }): ExportSite[] => {
    const isMixed =
      site.isMixed || doubts.has(step.node) || isRewritten(trail, id) || !isOnly(writes, site, found.exports);
    if (isMixed && site.stands !== 'swan') return [];
    return [isMixed ? { ...site, isMixed } : site];
  });
}

/** `export let request = swan.request; request = mock`: importers see the name, not the value. */
function isRewritten({ names }: Trail, id: Node | undefined): boolean {
  return id !== undefined && (names.bindingOf(id)?.writes.length ?? 0) > 0;
}

/** No other write can decide what this name is. */
function isOnly(writes: readonly Write[], site: ExportSite, all: readonly ExportSite[]): boolean {
  const top = site.name.split('.')[0] ?? '';
  const own = writes.filter((write) => isWriteOf(write, site));
  // A module of the newer kind writes each name once.
  if (own.length === 0) return !writes.some(({ name }) => name === '*');
  const first = Math.min(...own.map(({ at }) => startOf(at)));
  return (
    own.every(({ isAlways }) => isAlways) &&
    writes.every((write) => {
      if (own.includes(write)) return true;
      if (write.name === '*') return false;
      if (write.name === '=')
        return write.keys !== undefined && !write.keys.has(top) && startOf(write.at) < first && write.isAlways;
      if (site.name === '=') return false;
      return write.name !== top || all.some((other) => other.stands === site.stands && isWriteOf(write, other));
    })
  );
}

function isWriteOf({ at }: Write, { at: site }: Pick<ExportSite, 'at'>): boolean {
  return startOf(at) <= site.start && site.end <= (at.end ?? 0);
}

/** Every write to `module.exports`, `exports`, and members of either. */
function writesIn(trail: Trail): Write[] {
  const { tree, names } = trail;
  const objects = [
    ...names.of('exports').free.filter((node) => isExportsObject(tree, names, node)),
    ...names.of('module').free.flatMap((node) => {
      const parent = tree.parent(climbParentheses(tree, node));
      return parent?.type === 'MemberExpression' && exportedBy(tree, names, parent) === '=' ? [parent] : [];
    }),
  ];
  return [...objects, ...topLevelThis(trail)].flatMap((object) => writesOf(trail, object));
}

/** `this` of a script's top level is `exports`. */
function topLevelThis({ tree }: Trail): Node[] {
  const found: Node[] = [];
  if (!/\bthis\b/.test(tree.text)) return found;
  tree.walk(tree.program, (node) => {
    if (node.type === 'ThisExpression') found.push(node);
    return node.type === 'ArrowFunctionExpression' || !(isFunction(node) || node.type === 'ClassBody');
  });
  return found;
}

function writesOf(trail: Trail, object: Node): Write[] {
  const { tree, names } = trail;
  const top = climbParentheses(tree, object);
  const link = tree.link(top);
  if (!link) return [];
  const { parent, key } = link;
  if (parent.type === 'AssignmentExpression' && key === 'left') return [wholeWrite(trail, parent)];
  if (parent.type === 'MemberExpression' && key === 'object') {
    const name = findMember(parent, names);
    const member = climbParentheses(tree, parent);
    const assignment = tree.parent(member);
    const isPlain = assignment?.type === 'AssignmentExpression' && assignment.left === member;
    if (isPlain) return [write(trail, name ?? '*', assignment)];
    return isWritten(tree, member) ? [write(trail, name ?? '*', parent)] : [];
  }
  if (parent.type === 'CallExpression' && key === 'arguments') return callWrites(trail, parent, link.index ?? 0);
  // `exports = module.exports = …` gives the object its own name back.
  if (parent.type === 'AssignmentExpression' && isExportsObject(tree, names, parent.left)) return [];
  return isLookedAt(parent) ? [] : [write(trail, '*', parent)];
}

/** A test, or a member that is merely read. */
function isLookedAt(parent: Node): boolean {
  return /^(?:Unary|Binary|Logical|Conditional)Expression$|^IfStatement$|^ExpressionStatement$/.test(parent.type);
}

function wholeWrite(trail: Trail, assignment: Node & { type: 'AssignmentExpression' }): Write {
  let value = skipParentheses(assignment.right);
  while (value.type === 'AssignmentExpression') value = skipParentheses(value.right);
  const base = write(trail, '=', assignment);
  if (value.type !== 'ObjectExpression') return base;
  const keys = value.properties.map((one) => (one.type === 'SpreadElement' ? undefined : findKey(one, trail.names)));
  if (keys.includes(undefined)) return write(trail, '*', assignment);
  return { ...base, keys: new Set(keys.filter((key) => key !== undefined)) };
}

/** `Object.defineProperty(exports, 'name', …)`; a marker of the module's kind is no export. */
function callWrites(trail: Trail, call: Node & { type: 'CallExpression' }, index: number): Write[] {
  const callee = skipParentheses(call.callee);
  const method = callee.type === 'MemberExpression' ? findMember(callee, trail.names) : undefined;
  if (index === 0 && method === 'defineProperty') {
    const second = call.arguments[1];
    const name = second && findConstant(second, trail.names)?.value;
    if (name === '__esModule') return [];
    return [write(trail, typeof name === 'string' ? name : '*', call)];
  }
  return [write(trail, '*', call)];
}

function write(trail: Trail, name: string, at: Node): Write {
  return { name, at, isAlways: isAlways(trail, at) };
}

/** A statement at the top of the file, or part of one that always runs. */
function isAlways({ tree }: Trail, node: Node): boolean {
  for (let above = tree.parent(node), below = node; above; below = above, above = tree.parent(above)) {
    if (above.type === 'Program') return true;
    const passes =
      above.type === 'ExpressionStatement' ||
      above.type === 'ParenthesizedExpression' ||
      above.type === 'SequenceExpression' ||
      above.type === 'VariableDeclaration' ||
      (above.type === 'VariableDeclarator' && above.init === below) ||
      (above.type === 'AssignmentExpression' && above.right === below);
    if (!passes) return false;
  }
  return true;
}
