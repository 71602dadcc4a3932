// In: a file. Out: for a place, the branch that is compiled for swan alone and holds it, if one does: a build constant that
// is compared with 'swan', or `#ifdef MP-BAIDU`. What stands there is never run on another host (F5).
// Knows nothing of network calls.

import { findPlatformBranches, isForSwanAlone } from '../syntax/platform-branches.ts';
import { contains, type Span } from '../text/text.ts';
import { findConstInit, findMember, skipParentheses } from '../syntax/constant.ts';
import type { Bindings } from '../syntax/bindings.ts';
import { findBranches } from './guards.ts';
import { sourceOf } from '../syntax/places.ts';
import { spanOf } from '../syntax/positions.ts';
import type { KeptReason } from './sites.ts';
import type { Trail } from './trail.ts';
import type { Node } from '../syntax/tree.ts';

interface Branch {
  readonly at: Span;
  /** The condition, as written. */
  readonly text: string;
}

export function createBuildHosts(trail: Trail): (at: Span) => KeptReason | undefined {
  let branches: readonly Branch[] | undefined;
  return (at) => {
    branches ??= [...comparedBranches(trail), ...findPlatformBranches(trail.tree.text).filter(isForSwanAlone)];
    const found = branches.find((branch) => contains(branch.at, at));
    return found && { code: 'built-for-swan', details: { text: found.text } };
  };
}

/** What build tools call Baidu's platform. */
const platforms = ['swan', 'mp-baidu', 'MP-BAIDU'];

function comparedBranches(trail: Trail): Branch[] {
  return platforms.flatMap((platform) =>
    trail.names
      .of(platform)
      .keys.filter(({ type }) => type === 'StringLiteral')
      .flatMap((literal) => readsOf(trail, literal))
      .flatMap((word) => branchesBy(trail, word)),
  );
}

/** What is compiled only where the word is what it is compared with. */
function branchesBy(trail: Trail, word: Node): Branch[] {
  const { tree } = trail;
  const parent = tree.parent(word);
  if (parent?.type === 'SwitchCase' && parent.test === word) {
    const owner = tree.parent(parent);
    const isBuild = owner?.type === 'SwitchStatement' && isBuildConstant(trail, owner.discriminant);
    return isBuild ? [{ at: spanOf(parent), text: `case ${sourceOf(tree, word)}` }] : [];
  }
  if (parent?.type !== 'BinaryExpression' || !/^[!=]==?$/.test(parent.operator)) return [];
  if (!isBuildConstant(trail, parent.left === word ? parent.right : parent.left)) return [];
  const text = sourceOf(tree, parent);
  return findBranches(trail, parent, !parent.operator.startsWith('!')).map((at) => ({ at, text }));
}

/** The text itself, and where a constant stands for it: `const PLATFORM = 'swan'`. */
function readsOf({ tree, names }: Trail, literal: Node): readonly Node[] {
  const parent = tree.parent(literal);
  const isNamed = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier';
  const reads = isNamed ? (names.bindingOf(parent.id)?.reads ?? []) : [];
  return [literal, ...reads.filter((read) => findConstInit(read, names) === literal)];
}

/**
 * `process.env.TARO_ENV`, `import.meta.env.PLATFORM`, `__PLATFORM__`, Mpx's `__mpx_mode__`, `uniPlatform` of whatever holds it,
 * and a constant that stands for one of them.
 */
function isBuildConstant({ names }: Pick<Trail, 'names'>, node: Node, depth = 0): boolean {
  const inner = skipParentheses(node);
  if (inner.type === 'Identifier') {
    if (names.isFree(inner)) return /^(_*[A-Z][A-Z\d_]*|__mpx_mode__)$/.test(inner.name);
    const init = depth < 5 ? findConstInit(inner, names) : undefined;
    return init ? isBuildConstant({ names }, init, depth + 1) : isTakenFromEnvironment(names, inner);
  }
  const member = findMember(inner, names);
  if (member === undefined) return false;
  return member === 'uniPlatform' || isEnvironment(names, (inner as Node & { object: Node }).object);
}

/** `process.env`, `import.meta.env`, or a constant that stands for it. */
function isEnvironment(names: Bindings, node: Node): boolean {
  const object = skipParentheses(node);
  if (findMember(object, names) !== 'env') {
    const init = findConstInit(object, names);
    return init !== undefined && findMember(skipParentheses(init), names) === 'env' && isEnvironment(names, init);
  }
  const owner = skipParentheses((object as Node & { object: Node }).object);
  return owner.type === 'MetaProperty' || (owner.type === 'Identifier' && owner.name === 'process');
}

/** `const { TARO_ENV } = process.env` */
function isTakenFromEnvironment(names: Bindings, name: Node): boolean {
  const [declaration, ...others] = names.bindingOf(name)?.declarations ?? [];
  const { node, kind } = declaration ?? {};
  if (kind !== 'const' || others.length > 0 || node?.type !== 'VariableDeclarator' || !node.init) return false;
  return node.id.type === 'ObjectPattern' && isEnvironment(names, node.init);
}
