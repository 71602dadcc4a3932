// In: the names of a file. Out: every place where swan itself enters the file, or a global object that it is read from.
// Knows nothing of what happens to it from there, and nothing of other files.

import { findMember, skipParentheses } from '../syntax/constant.ts';
import type { Bindings } from '../syntax/bindings.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import type { Step } from './values.ts';

/** The names of the global object. */
export const globalNames: ReadonlySet<string> = new Set(['window', 'self', 'global', 'globalThis']);

/** `window`, `self`, `global`, `globalThis`, where the file does not bind the name; `window.window` too. */
export function isHost(node: Node, names: Bindings): boolean {
  const inner = skipParentheses(node);
  if (inner.type === 'Identifier') return globalNames.has(inner.name) && names.isFree(inner);
  const member = findMember(inner, names);
  if (member === undefined || !globalNames.has(member)) return false;
  return isHost((inner as Node & { object: Node }).object, names);
}

/** The free name `swan`, or `window.swan`. */
export function isSwan(node: Node, names: Bindings): boolean {
  const inner = skipParentheses(node);
  if (inner.type === 'Identifier') return inner.name === 'swan' && names.isFree(inner);
  return findMember(inner, names) === 'swan' && isHost((inner as Node & { object: Node }).object, names);
}

/** Every place where swan itself, or a global object that it may be read from, enters the file. */
export function findStarts(tree: Tree, names: Bindings): readonly Step[] {
  const swan = names.of('swan');
  const starts: Step[] = swan.free.map((node) => ({ node, value: { is: 'swan' }, through: 'global' }));
  // Where the word stands for nothing else, nobody takes swan out of the global object.
  if (tree.occurrences('swan').length === swan.free.length) return starts;
  for (const name of globalNames) {
    for (const node of names.of(name).free) starts.push({ node, value: { is: 'global' }, through: 'host' });
  }
  return starts;
}
