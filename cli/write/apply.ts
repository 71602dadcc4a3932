// In: the new texts of a plan. Out: all of them on disk, or none: every file is looked at again before the first one is
// replaced, the journal is complete by then, and a fault on the way takes back what was written.
// Knows nothing of swan.

import { access, constants, lstat, mkdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

import { Failure, codeOf, reasonOf } from '../failure.ts';
import { isWithin, shownPath, upwards } from '../files/root.ts';
import { hashOf } from '../files/source.ts';
import { reach } from '../checkpoint.ts';
import { type JournalRun, type Staged, dropJournal, markDone, writeJournal } from './journal.ts';
import { withLock } from './lock.ts';
import { moveOver, moveToFree } from './replace-file.ts';
import { restoreRun } from './undo.ts';

export interface PlannedWrite {
  /** Absolute, without links. */
  readonly path: string;
  /** As messages call it. */
  readonly shown: string;
  /** SHA-256 of the bytes that the plan was made from; absent when the file is new. */
  readonly before?: string;
  readonly text: string;
}

/**
 * @param isStopped asked between two files: true takes everything back
 * @throws Failure with the tree as it was before
 */
export async function applyWrites(
  root: string,
  writes: readonly PlannedWrite[],
  isStopped: () => boolean,
): Promise<void> {
  if (writes.length === 0) return;
  await withLock(root, async () => {
    await reach('locked');
    const staged = await Promise.all(writes.map((write) => stage(root, write)));
    const run = await writeJournal(root, staged).catch((error: unknown) => {
      throw new Failure({
        what: 'nothing was changed: the journal for undo could not be written',
        why: `${reasonOf(error)} (${path.join(root, '.cygnet')}).`,
      });
    });
    await reach('journaled');
    await moveAll(root, run, writes, staged, isStopped);
    await markDone(run).catch(() => undefined); // everything is in place; the journal serves undo as it is
    await reach('done');
  });
}

/** Looks at a file as it is now. */
async function stage(root: string, write: PlannedWrite): Promise<Staged> {
  const file = shownPath(root, write.path);
  const after = Buffer.from(write.text);
  if (write.before === undefined) {
    if (await isThere(write.path)) throw changedMeanwhile(write.shown);
    const folders = await missingFolders(root, write.path);
    const parent = path.dirname(folders[0] === undefined ? write.path : path.join(root, folders[0]));
    const real = await realpath(parent).catch(() => parent);
    if (!isWithin(root, real)) {
      throw new Failure({
        what: `${write.shown} would lie outside of the root ${root}, so nothing was written`,
        why: `${shownPath(root, parent)} is a link to ${real}.`,
      });
    }
    await requireWritable(parent, shownPath(root, parent));
    return { entry: { file, after: hashOf(after), mode: 0o666 & ~process.umask(), folders }, after };
  }
  const real = await realpath(write.path).catch(() => undefined);
  if (real === undefined) throw changedMeanwhile(write.shown);
  if (real !== write.path || !isWithin(root, real)) {
    throw new Failure({
      what: `${write.shown} has become a link since it was read, so nothing was written`,
      help: 'Run again.',
    });
  }
  const before = await readFile(write.path).catch((error: unknown) => {
    throw new Failure({ what: `${write.shown} cannot be read any more`, why: reasonOf(error) });
  });
  if (hashOf(before) !== write.before) throw changedMeanwhile(write.shown);
  const status = await stat(write.path);
  const mode = status.mode & 0o7777;
  // Root may write to everything; a file that is marked read-only is still not meant to be.
  if ((mode & 0o222) === 0) throw readOnly(write.shown, 'it is marked read-only');
  await requireWritable(write.path, write.shown);
  await requireWritable(path.dirname(write.path), shownPath(root, path.dirname(write.path)));
  const owner = { uid: status.uid, gid: status.gid };
  return { entry: { file, before: write.before, after: hashOf(after), mode, folders: [] }, before, after, owner };
}

async function moveAll(
  root: string,
  run: JournalRun,
  writes: readonly PlannedWrite[],
  staged: readonly Staged[],
  isStopped: () => boolean,
): Promise<void> {
  let shown = '';
  try {
    for (const [i, write] of writes.entries()) {
      if (isStopped()) throw new Failure({ what: 'stopped; everything is as it was before' });
      shown = write.shown;
      await reach(`write:${i}`);
      const ready = path.join(run.folder, 'after', String(i));
      if (write.before === undefined) {
        for (const folder of staged[i]?.entry.folders ?? []) await mkdir(path.join(root, folder), { recursive: true });
        await moveToFree(ready, write.path);
      } else {
        if (hashOf(await readFile(write.path)) !== write.before) throw changedMeanwhile(write.shown);
        await moveOver(ready, write.path);
      }
      await reach(`written:${i}`);
    }
  } catch (error) {
    await takeBack(root, run);
    if (error instanceof Failure) throw error;
    if (codeOf(error) === 'EEXIST') throw changedMeanwhile(shown);
    throw new Failure({
      what: `${shown} could not be written, and everything is as it was before`,
      why: `${reasonOf(error)}.`,
      help: 'Mend that and run again.',
    });
  }
}

async function takeBack(root: string, run: JournalRun): Promise<void> {
  const stuck = await restoreRun(root, run);
  if (stuck.length === 0) {
    await dropJournal(run);
    return;
  }
  throw new Failure({
    what: `a write failed, and ${stuck.length} of the files could not be brought back`,
    why: stuck.map(({ file, reason }) => `${file}: ${reason}`).join('\n'),
    help: `Mend that, then run cygnet undo. The files as they were lie in ${path.join(run.folder, 'before')}.`,
  });
}

/** Relative to the root, outermost first. */
async function missingFolders(root: string, file: string): Promise<string[]> {
  const missing: string[] = [];
  for (const folder of upwards(path.dirname(file))) {
    if (folder === root || (await isThere(folder))) break;
    missing.unshift(shownPath(root, folder));
  }
  return missing;
}

async function requireWritable(file: string, shown: string): Promise<void> {
  try {
    await access(file, constants.W_OK);
  } catch (error) {
    throw readOnly(shown, reasonOf(error));
  }
}

function readOnly(shown: string, why: string): Failure {
  return new Failure({
    what: `${shown} cannot be written to, so nothing was changed`,
    why: `${why}.`,
    help: 'Make it writable, or leave it out with --exclude.',
  });
}

function changedMeanwhile(shown: string): Failure {
  return new Failure({
    what: `${shown} was changed while this ran, so nothing was written`,
    why: 'The plan was made from what it held before.',
    help: 'Run again.',
  });
}

async function isThere(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}
