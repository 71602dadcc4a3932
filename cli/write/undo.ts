// In: a root. Out: the last write there taken back, byte for byte: all of its files, or none when one of them was edited
// since. Works the same on a run that was cut off, and again on an undo that was.
// Knows nothing of swan.

import { chmod, copyFile, mkdir, open, readFile, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';

import { Failure, codeOf, reasonOf } from '../failure.ts';
import { hashOf } from '../files/source.ts';
import { reach } from '../checkpoint.ts';
import { type JournalEntry, type JournalRun, dropJournal, dropUnfinished, findRuns } from './journal.ts';
import { withLock } from './lock.ts';
import { moveOver } from './replace-file.ts';
import { runsFolderOf } from './state-folder.ts';

export interface Undone {
  /** Relative to the root. */
  readonly restored: readonly string[];
  readonly removed: readonly string[];
  /** The write had been cut off. */
  readonly wasCutOff: boolean;
}

/** `before`: as it was. `after`: as we wrote it. `edited`: neither. */
type State = 'before' | 'after' | 'edited';

/** @throws Failure when there is nothing to undo, or when a file was edited since */
export async function undoLastRun(root: string): Promise<Undone> {
  if ((await findRuns(root)).length === 0) throw nothingToUndo(root);
  return withLock(root, async () => {
    await dropUnfinished(runsFolderOf(root));
    const run = (await findRuns(root)).at(-1);
    if (!run) throw nothingToUndo(root);
    const states = await Promise.all(run.journal.entries.map((entry) => stateOf(root, entry)));
    const edited = run.journal.entries.filter((_, i) => states[i] === 'edited');
    if (edited.length > 0) {
      throw new Failure({
        what: `${edited.length} ${edited.length === 1 ? 'file was' : 'files were'} edited since the last write, so nothing was taken back`,
        why: edited.map(({ file }) => file).join('\n'),
        help: `The files as they were lie in ${path.join(run.folder, 'before')}, numbered in this order.`,
      });
    }
    const touched = run.journal.entries.filter((_, i) => states[i] === 'after');
    const stuck = await restoreRun(root, run);
    if (stuck.length > 0) {
      throw new Failure({
        what: `${stuck.length} of the files could not be brought back; the others are as they were`,
        why: stuck.map(({ file, reason }) => `${file}: ${reason}`).join('\n'),
        help: 'Mend that, then run cygnet undo again.',
      });
    }
    await dropJournal(run);
    return {
      restored: touched.filter((entry) => entry.before !== undefined).map(({ file }) => file),
      removed: touched.filter((entry) => entry.before === undefined).map(({ file }) => file),
      wasCutOff: !run.isDone,
    };
  });
}

export interface Stuck {
  readonly file: string;
  readonly reason: string;
}

/** Brings back every file that is as the run wrote it, the last one first, and says which ones would not go. */
export async function restoreRun(root: string, run: JournalRun): Promise<Stuck[]> {
  const stuck: Stuck[] = [];
  const entries = [...run.journal.entries.entries()].reverse();
  for (const [i, entry] of entries) {
    try {
      if ((await stateOf(root, entry)) === 'after') await restore(root, run, entry, i);
      await dropFolders(root, entry.folders);
    } catch (error) {
      stuck.push({ file: entry.file, reason: reasonOf(error) });
    }
    await reach(`restored:${i}`);
  }
  return stuck;
}

async function restore(root: string, run: JournalRun, entry: JournalEntry, i: number): Promise<void> {
  const target = path.join(root, entry.file);
  if (entry.before === undefined) {
    await rm(target);
    return;
  }
  // A copy is moved, so that the journal stays whole until all files are back.
  const folder = path.join(run.folder, 'restore');
  await mkdir(folder, { recursive: true });
  const ready = path.join(folder, String(i));
  await copyFile(path.join(run.folder, 'before', String(i)), ready);
  await chmod(ready, entry.mode);
  const handle = await open(ready, 'r');
  await handle.sync();
  await handle.close();
  await moveOver(ready, target);
}

async function stateOf(root: string, entry: JournalEntry): Promise<State> {
  let hash: string | undefined;
  try {
    hash = hashOf(await readFile(path.join(root, entry.file)));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR') return 'edited';
  }
  if (hash === entry.before) return 'before';
  return hash === entry.after ? 'after' : 'edited';
}

async function dropFolders(root: string, folders: readonly string[]): Promise<void> {
  for (const folder of [...folders].reverse()) await rmdir(path.join(root, folder)).catch(() => undefined);
}

function nothingToUndo(root: string): Failure {
  return new Failure({
    what: `there is nothing to undo in ${root}`,
    why: 'No write of cygnet is on record there.',
    help: 'Name the folder of the project: cygnet undo PATH.',
  });
}
