// In: a file. Out: for a place, the branch that is compiled for swan alone and holds it, if one does: a build constant that
// is compared with 'swan', or `#ifdef MP-BAIDU`. What stands there is never run on another host (F5).
// Knows nothing of network calls.

import { findPlatformBranches, isForSwanAlone } from '../syntax/platform-branches.ts';
import { contains, type Span } from '../text/text.ts';
import { findMember, skipParentheses } from '../syntax/constant.ts';
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
  const { tree, names } = trail;
  return platforms.flatMap((platform) =>
    names.of(platform).keys.flatMap((word): Branch[] => {
      const parent = word.type === 'StringLiteral' ? tree.parent(word) : undefined;
      if (parent?.type === 'SwitchCase' && parent.test === word) {
        const owner = tree.parent(parent);
        const isBuild = owner?.type === 'SwitchStatement' && isBuildConstant(trail, owner.discriminant);
        return isBuild ? [{ at: spanOf(parent), text: `case ${sourceOf(tree, word)}` }] : [];
      }
      if (parent?.type !== 'BinaryExpression' || !/^[!=]==?$/.test(parent.operator)) return [];
      if (!isBuildConstant(trail, parent.left === word ? parent.right : parent.left)) return [];
      const text = sourceOf(tree, parent);
      return findBranches(trail, parent, !parent.operator.startsWith('!')).map((at) => ({ at, text }));
    }),
  );
}

/** `process.env.TARO_ENV`, `import.meta.env.PLATFORM`, `__PLATFORM__`, Mpx's `__mpx_mode__`, `uniPlatform` of whatever holds it. */
function isBuildConstant({ names }: Trail, node: Node): boolean {
  const inner = skipParentheses(node);
  if (inner.type === 'Identifier') return names.isFree(inner) && /^(_*[A-Z][A-Z\d_]*|__mpx_mode__)$/.test(inner.name);
  const member = findMember(inner, names);
  if (member === undefined) return false;
  if (member === 'uniPlatform') return true;
  const object = skipParentheses((inner as Node & { object: Node }).object);
  if (findMember(object, names) !== 'env') return false;
  const owner = skipParentheses((object as Node & { object: Node }).object);
  return owner.type === 'MetaProperty' || (owner.type === 'Identifier' && owner.name === 'process');
}
