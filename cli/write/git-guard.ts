// In: the files that are about to be written. Out: nothing, or a refusal when one of them holds work that no commit has.
// Outside a git work tree there is nothing to guard: the journal is the way back there.

import { existsSync } from 'node:fs';
import path from 'node:path';

import { Failure } from '../../src/workspace/failure.ts';
import { findWorkTree, uncommitted } from '../../src/workspace/disk/git.ts';
import { isWithin, upwards } from '../../src/workspace/paths.ts';
import type { PlannedWrite } from './apply.ts';

const shownAtMost = 10;

/** @throws Failure when files to be replaced are not committed */
export async function requireCommitted(root: string, writes: readonly PlannedWrite[]): Promise<void> {
  const replaced = writes.filter((write) => write.before !== undefined);
  const dirty = new Set<string>();
  for (const [folder, files] of byRepository(root, replaced)) {
    const top = await findWorkTree(folder);
    for (const file of top === undefined ? [] : await uncommitted(top, files)) dirty.add(file);
  }
  if (dirty.size === 0) return;
  const names = replaced.filter((write) => dirty.has(write.path)).map((write) => write.shown);
  const more = names.length - shownAtMost;
  const shown = names.slice(0, shownAtMost);
  throw new Failure({
    what: {
      en: `${names.length} of the files to be written ${names.length === 1 ? 'has' : 'have'} uncommitted changes, so nothing was written`,
      'zh-CN': `要写入的文件中有 ${names.length} 个含有未提交的改动，因此没有写入任何文件`,
    },
    why: {
      en: [...shown, ...(more > 0 ? [`... and ${more} more`] : [])].join('\n'),
      'zh-CN': [...shown, ...(more > 0 ? [`另有 ${more} 个`] : [])].join('\n'),
    },
    help: {
      en: 'Commit or stash them first, or write anyway with --allow-dirty.',
      'zh-CN': '请先提交（commit）或暂存（stash）这些改动，或者用 --allow-dirty 直接写入。',
    },
  });
}

/** Programs below the root may be repositories of their own, whose state git tells from inside of them only. */
function byRepository(root: string, writes: readonly PlannedWrite[]): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const { path: file } of writes) {
    const inside = upwards(path.dirname(file)).filter((folder) => folder !== root && isWithin(root, folder));
    const folder = inside.find((at) => existsSync(path.join(at, '.git'))) ?? root;
    files.set(folder, [...(files.get(folder) ?? []), file]);
  }
  return files;
}
