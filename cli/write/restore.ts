// In: a run and its root. Out: every file that is as the run wrote it brought back, and of each file what became of it.
// A file that was edited since is never touched, and a shim stays as long as a file of the run may need it.
// Works the same on a run that was cut off, and again on a restore that was. Knows nothing of who asked for it.

import type { Stats } from 'node:fs';
import { lstat, mkdir, realpath, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';

import type { InEach } from '../../src/locale/locale.ts';
import { injectFault } from '../fault-injection.ts';
import { Failure, Refusal, codeOf, whyOf } from '../../src/workspace/failure.ts';
import { inLanes } from '../files/lanes.ts';
import { kindOf, notRegular, readRegular } from '../../src/workspace/disk/regular-file.ts';
import { hashOf } from '../../src/workspace/disk/source.ts';
import { fill, makeLike } from './attributes.ts';
import { inFolder } from './folder.ts';
import type { JournalEntry } from './journal.ts';
import { dropClaim, moveOver } from './replace-file.ts';
import { type JournalRun, claimOf, copyOf, isThere, nearOf, readyOf } from './runs.ts';

/**
 * `before`: as it was. `after`: as the run wrote it, and its copy is whole. `edited`: neither.
 * `lost`: as the run wrote it, and the copy of what it was is not whole.
 */
export type State =
  | { readonly is: 'before' }
  | { readonly is: 'after' }
  | { readonly is: 'edited' | 'lost' | 'unknown'; readonly why: InEach<string> };

/** What became of a file that is not as it was before the run. */
export interface NotRestored {
  readonly file: string;
  /** Where the bytes as they were lie; absent for a file that was new. */
  readonly copy?: string;
  readonly why: InEach<string>;
  /** It was edited, and not that its copy is not whole. */
  readonly isEdited: boolean;
}

export interface Restored {
  /** Relative to the root. */
  readonly restored: readonly string[];
  readonly removed: readonly string[];
  readonly left: readonly NotRestored[];
}

export async function statesOf(root: string, run: JournalRun): Promise<State[]> {
  return inLanes(run.journal.entries, (entry, i) => stateOf(root, run, entry, i));
}

async function stateOf(root: string, run: JournalRun, entry: JournalEntry, i: number): Promise<State> {
  const target = path.join(root, entry.file);
  let hash: string | undefined;
  let isEmpty = false;
  let why = editedSince;
  try {
    const folder = path.dirname(target);
    if ((await realpath(folder)) !== folder) return { is: 'edited', why: linkOnTheWay };
    const { bytes } = await readRegular(target);
    hash = hashOf(bytes);
    isEmpty = bytes.length === 0;
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR') why = { en: 'it is gone', 'zh-CN': '它已不存在' };
    else if (code === notRegular) {
      hash = code;
      why = await lstat(target).then(isNow, whyOf);
    } else return { is: 'unknown', why: whyOf(error) };
  }
  if (hash === entry.before) return { is: 'before' };
  if (hash === entry.after) return stateOfCopy(run, entry, i);
  if (!run.isDone) {
    // An empty file of ours that only holds the name.
    if (isEmpty && entry.before === undefined && (await isThere(claimOf(run, i)))) return { is: 'after' };
    // The run never came to it: what lies ready was not moved.
    if (await isThere(readyOf(run, i))) return { is: 'before' };
  }
  return { is: 'edited', why };
}

async function stateOfCopy(run: JournalRun, entry: JournalEntry, i: number): Promise<State> {
  if (entry.before === undefined) return { is: 'after' };
  try {
    const { bytes } = await readRegular(copyOf(run, i));
    return hashOf(bytes) === entry.before ? { is: 'after' } : { is: 'lost', why: damagedCopy };
  } catch (error) {
    if (codeOf(error) === 'EMFILE' || codeOf(error) === 'ENFILE') return { is: 'unknown', why: whyOf(error) };
    return { is: 'lost', why: unreadableCopy(whyOf(error)) };
  }
}

const editedSince: InEach<string> = { en: 'it was edited since', 'zh-CN': '它在此之后被编辑过' };
const linkOnTheWay: InEach<string> = {
  en: 'a folder on the way to it is a link now',
  'zh-CN': '通往它的某个文件夹现在是链接',
};
const damagedCopy: InEach<string> = { en: 'the copy of it is damaged', 'zh-CN': '它的副本已损坏' };

function isNow(status: Stats): InEach<string> {
  const kind = kindOf(status);
  return { en: `it is ${kind.en} now`, 'zh-CN': `它现在是${kind['zh-CN']}` };
}

function unreadableCopy(why: InEach<string>): InEach<string> {
  return { en: `the copy of it cannot be read: ${why.en}`, 'zh-CN': `它的副本无法读取：${why['zh-CN']}` };
}

/** Brings back what can be brought back: the last file first, so that no file imports a shim that is gone. */
export async function restoreRun(root: string, run: JournalRun): Promise<Restored> {
  await dropNearFiles(root, run);
  const states = await statesOf(root, run);
  const ready = await prepare(root, run, states);
  const restored: string[] = [];
  const removed: string[] = [];
  const left: NotRestored[] = [];
  const { entries } = run.journal;
  const order = [...entries.entries()].sort(([i, a], [j, b]) => Number(a.isShim) - Number(b.isShim) || j - i);
  for (const [i, entry] of order) {
    const state = states[i];
    const leave = (why: InEach<string>) => left.push(notRestored(run, i, entry, why, state?.is === 'edited'));
    try {
      if (state?.is === 'after') {
        if (entry.isShim && left.length > 0)
          leave({ en: 'files that were left need it', 'zh-CN': '保留下来的文件还需要它' });
        else if (entry.before === undefined) {
          await remove(root, run, entry, i);
          removed.push(entry.file);
        } else {
          await putBack(root, run, entry, i, ready);
          restored.push(entry.file);
        }
      } else if (state && state.is !== 'before') leave(state.why);
      if (left.length === 0) await dropFolders(root, entry.folders);
    } catch (error) {
      leave(error instanceof Failure ? error.parts.what : whyOf(error));
    }
    await injectFault(`restored:${i}`);
  }
  await rm(ready, { recursive: true, force: true }).catch(() => undefined);
  return { restored, removed, left };
}

export function notRestored(
  run: JournalRun,
  i: number,
  { file, before }: JournalEntry,
  why: InEach<string>,
  isEdited: boolean,
): NotRestored {
  return { file, why, isEdited, ...(before !== undefined && { copy: copyOf(run, i) }) };
}

/** The copies in a folder of their own, dressed as the files that they replace: the journal stays whole until all are back. */
async function prepare(root: string, run: JournalRun, states: readonly State[]): Promise<string> {
  const folder = path.join(run.folder, 'restore');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  const wishes = run.journal.entries.flatMap((entry, i) =>
    states[i]?.is === 'after' && entry.before !== undefined
      ? [{ file: entry.file, ready: path.join(folder, String(i)) }]
      : [],
  );
  await makeLike(root, wishes, path.join(folder, 'like'));
  return folder;
}

async function putBack(root: string, run: JournalRun, entry: JournalEntry, i: number, folder: string): Promise<void> {
  const target = path.join(root, entry.file);
  const { bytes } = await readRegular(copyOf(run, i));
  if (hashOf(bytes) !== entry.before) throw new Refusal('DAMAGED', damagedCopy);
  const name = path.basename(target);
  await inFolder(root, path.dirname(target), async (held) => {
    const now = await readRegular(path.join(held.at, name));
    if (hashOf(now.bytes) !== entry.after) throw new Refusal('EDITED', editedSince);
    const ready = path.join(folder, String(i));
    await fill(ready, bytes, entry.mode, now.status);
    await moveOver({ ready, folder: held, name, near: nearOf(run, i, name), claim: claimOf(run, i) });
  });
}

async function remove(root: string, run: JournalRun, entry: JournalEntry, i: number): Promise<void> {
  const target = path.join(root, entry.file);
  await inFolder(root, path.dirname(target), async (held) => {
    const file = path.join(held.at, path.basename(target));
    const { bytes } = await readRegular(file);
    if (hashOf(bytes) === entry.after) await rm(file);
    else if (bytes.length === 0) await dropClaim(file, claimOf(run, i));
    else throw new Refusal('EDITED', editedSince);
    await held.sync();
  });
}

/** What a kill left beside the places of files, and empty files that hold a name. */
export async function dropNearFiles(root: string, run: JournalRun): Promise<void> {
  await inLanes(run.journal.entries, async (entry, i) => {
    const target = path.join(root, entry.file);
    const name = path.basename(target);
    const near = path.join(path.dirname(target), nearOf(run, i, name));
    const isClaimed = !run.isDone && (await isThere(claimOf(run, i)));
    if (!isClaimed && !(await isThere(near))) return;
    await inFolder(root, path.dirname(target), async (held) => {
      await rm(path.join(held.at, nearOf(run, i, name)), { force: true });
      if (isClaimed) await dropClaim(path.join(held.at, name), claimOf(run, i));
    }).catch(() => undefined);
  });
}

async function dropFolders(root: string, folders: readonly string[]): Promise<void> {
  for (const folder of [...folders].reverse()) {
    const target = path.join(root, folder);
    await inFolder(root, path.dirname(target), (held) => rmdir(path.join(held.at, path.basename(target)))).catch(
      () => undefined,
    );
  }
}
