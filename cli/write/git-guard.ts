// In: the files that are about to be written. Out: nothing, or a refusal when one of them holds work that no commit has.
// Outside a git work tree there is nothing to guard: the journal is the way back there.

import { Failure } from '../failure.ts';
import { findWorkTree, uncommitted } from '../files/git.ts';
import type { PlannedWrite } from './apply.ts';

const shownAtMost = 10;

/** @throws Failure when files to be replaced are not committed */
export async function requireCommitted(root: string, writes: readonly PlannedWrite[]): Promise<void> {
  const replaced = writes.filter((write) => write.before !== undefined);
  const top = await findWorkTree(root);
  if (top === undefined) return;
  const dirty = new Set(
    await uncommitted(
      top,
      replaced.map((write) => write.path),
    ),
  );
  if (dirty.size === 0) return;
  const names = replaced.filter((write) => dirty.has(write.path)).map((write) => write.shown);
  const more = names.length > shownAtMost ? `\n… and ${names.length - shownAtMost} more` : '';
  throw new Failure({
    what: `${names.length} of the files to be written ${names.length === 1 ? 'has' : 'have'} uncommitted changes, so nothing was written`,
    why: `${names.slice(0, shownAtMost).join('\n')}${more}`,
    help: 'Commit or stash them first, or write anyway with --allow-dirty.',
  });
}
