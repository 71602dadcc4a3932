// In: the new texts of a plan. Out: all of them on disk, or none: every file is looked at again before the first one is
// replaced, the journal is complete by then, and a fault on the way takes back what was written.
// Knows nothing of swan.

import { access, constants, lstat, mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';

import type { InEach } from '../../src/locale/locale.ts';
import { Failure, codeOf, whyOf } from '../../src/workspace/failure.ts';
import { inLanes } from '../files/lanes.ts';
import { kindOf, readRegular } from '../../src/workspace/disk/regular-file.ts';
import { isWithin, shownPath, upwards } from '../../src/workspace/paths.ts';
import { hashOf } from '../../src/workspace/disk/source.ts';
import { injectFault } from '../fault-injection.ts';
import { modeBits } from './attributes.ts';
import { inFolder } from './folder.ts';
import { withLock } from './lock.ts';
import { moveOver, moveToFree } from './replace-file.ts';
import { dropNearFiles, restoreRun } from './restore.ts';
import {
  type JournalRun,
  type Staged,
  claimOf,
  dropRun,
  findRuns,
  isThere,
  markDone,
  nearOf,
  readyOf,
  writeRun,
} from './runs.ts';
import {
  becameOther,
  changedInBetween,
  changedMeanwhile,
  writeFailureOf,
  goingOn,
  journalFailed,
  lostBits,
  notAllBack,
  notTakenBack,
  otherName,
  outsideOfRoot,
  readOnly,
  unreadableFile,
} from './write-failures.ts';

export interface PlannedWrite {
  /** Absolute, without links. */
  readonly path: string;
  /** As messages call it. */
  readonly shown: string;
  /** SHA-256 of the bytes that the plan was made from; absent when the file is new. */
  readonly before?: string;
  readonly text: string;
  /** Other files of the plan import it. */
  readonly isShim: boolean;
}

interface Looked extends Staged {
  /** What the file has that its replacement will not have. */
  readonly notes: readonly InEach<string>[];
}

/**
 * @param isStopped asked between two files: true takes everything back
 * @returns what the new files could not be given
 * @throws Failure that says of each file that is not as it was before
 */
export async function applyWrites(
  root: string,
  writes: readonly PlannedWrite[],
  isStopped: () => boolean,
): Promise<InEach<string>[]> {
  if (writes.length === 0) return [];
  return withLock(root, async () => {
    await injectFault('locked');
    await tidyLastRun(root);
    const looked = await inLanes(writes, (write) => look(root, write));
    const run = await writeRun(root, looked).catch((error: unknown) => {
      if (error instanceof Failure) throw error;
      throw journalFailed(root, error);
    });
    await moveAll(root, run, writes, isStopped);
    await markDone(run).catch(() => undefined); // everything is in place; the journal serves undo as it is
    await injectFault('done');
    const ownerless = run.ownerless.map((file): InEach<string> => ({
      en: `${file} belongs to you now: its owner and group could not be kept`,
      'zh-CN': `${file} 现在归您所有：它原来的所有者和用户组无法保留`,
    }));
    return [...looked.flatMap(({ notes }) => notes), ...ownerless];
  });
}

/** A run that was killed may have left files beside the places of others. */
async function tidyLastRun(root: string): Promise<void> {
  try {
    const last = await findRuns(root).next();
    if (last.done !== true) await dropNearFiles(root, last.value);
  } catch {
    // A journal that cannot be used is told by undo; it keeps nobody from writing.
  }
}

/** Looks at a file as it is now. */
async function look(root: string, write: PlannedWrite): Promise<Looked> {
  const file = shownPath(root, write.path);
  const after = { after: write.text };
  const entry = { file, isShim: write.isShim, after: hashOf(Buffer.from(write.text)) };
  if (write.before === undefined) {
    if (await isThere(write.path)) throw changedMeanwhile(write.shown);
    const folders = await missingFolders(root, write.path);
    const parent = path.dirname(folders[0] === undefined ? write.path : path.join(root, folders[0]));
    const real = await realpath(parent).catch(() => parent);
    if (!isWithin(root, real)) {
      throw outsideOfRoot(write.shown, root, shownPath(root, parent), real);
    }
    await requireWritable(parent, shownPath(root, parent));
    return { ...after, entry: { ...entry, mode: 0o666 & ~process.umask(), folders }, notes: [] };
  }
  const before = write.before;
  const { mode, uid, gid, nlink } = (await readUnchanged(root, write)).status;
  // Root may write to everything; a file that is marked read-only is still not meant to be.
  if ((mode & 0o222) === 0) throw readOnly(write.shown, { en: 'it is marked read-only', 'zh-CN': '它被标记为只读' });
  await requireWritable(write.path, write.shown);
  await requireWritable(path.dirname(write.path), shownPath(root, path.dirname(write.path)));
  const notes: InEach<string>[] = [];
  if (nlink > 1) notes.push(otherName(write.shown));
  if ((mode & 0o7000) !== 0) notes.push(lostBits(write.shown));
  return {
    ...after,
    entry: { ...entry, before, mode: mode & modeBits, folders: [] },
    owner: { uid, gid },
    readBefore: async () => (await readUnchanged(root, write)).bytes,
    notes,
  };
}

/** @throws Failure when it is not the file any more that the plan was made from */
async function readUnchanged(root: string, { path: file, shown, before }: PlannedWrite) {
  const real = await realpath(file).catch(() => undefined);
  if (real === undefined) throw changedMeanwhile(shown);
  if (real !== file || !isWithin(root, real)) {
    throw becameOther(shown, { en: 'a link', 'zh-CN': '链接' });
  }
  const read = await readRegular(file).catch(async (error: unknown) => {
    const status = await lstat(file).catch(() => undefined);
    throw status && !status.isFile() ? becameOther(shown, kindOf(status)) : unreadableFile(shown, error);
  });
  if (hashOf(read.bytes) !== before) throw changedMeanwhile(shown);
  return read;
}

async function moveAll(
  root: string,
  run: JournalRun,
  writes: readonly PlannedWrite[],
  isStopped: () => boolean,
): Promise<void> {
  let shown = '';
  try {
    await injectFault('journaled');
    for (const [i, write] of writes.entries()) {
      if (isStopped()) throw new Failure({ what: { en: 'stopped', 'zh-CN': '已停止' } });
      shown = write.shown;
      await injectFault(`write:${i}`);
      await moveOne(root, run, i, write);
      await injectFault(`written:${i}`);
    }
  } catch (error) {
    await takeBack(root, run, writeFailureOf(error, shown));
  }
}

async function moveOne(root: string, run: JournalRun, i: number, write: PlannedWrite): Promise<void> {
  for (const folder of run.journal.entries[i]?.folders ?? []) await makeFolder(root, path.join(root, folder));
  const name = path.basename(write.path);
  await inFolder(root, path.dirname(write.path), async (held) => {
    const move = { ready: readyOf(run, i), folder: held, name, near: nearOf(run, i, name), claim: claimOf(run, i) };
    if (write.before === undefined) {
      await moveToFree(move);
      return;
    }
    const { bytes } = await readRegular(path.join(held.at, name)).catch((error: unknown) => {
      throw codeOf(error) === 'ENOENT' ? changedInBetween(write.shown) : error;
    });
    if (hashOf(bytes) !== write.before) throw changedInBetween(write.shown);
    await moveOver(move);
  });
}

async function makeFolder(root: string, folder: string): Promise<void> {
  await inFolder(root, path.dirname(folder), async (held) => {
    await mkdir(path.join(held.at, path.basename(folder))).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  });
}

/** @throws Failure always: the one that is given, and what became of the files that were written by then */
async function takeBack(root: string, run: JournalRun, { parts }: Failure): Promise<never> {
  const { restored, removed, left } = await restoreRun(root, run).catch((error: unknown) => {
    throw notTakenBack(parts.what, error);
  });
  if (left.length === 0) {
    await dropRun(run);
    const rest = { en: '; everything is as it was before', 'zh-CN': '；一切都保持原样' };
    throw new Failure({ ...parts, what: goingOn(parts.what, rest) });
  }
  throw notAllBack(parts, restored.length + removed.length, left, path.join(run.folder, 'before'));
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
    throw readOnly(shown, whyOf(error));
  }
}
