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
  const more = names.length > shownAtMost ? `\n… and ${names.length - shownAtMost} more` : '';
  throw new Failure({
    what: `${names.length} of the files to be written ${names.length === 1 ? 'has' : 'have'} uncommitted changes, so nothing was written`,
    why: `${names.slice(0, shownAtMost).join('\n')}${more}`,
    help: 'Commit or stash them first, or write anyway with --allow-dirty.',
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
