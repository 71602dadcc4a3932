// In: files that are to be replaced. Out: new files that have what theirs had besides the bytes: owner, group, mode, and, as
// far as the system's own copying can carry them, access lists, extended attributes and security labels.
// Knows nothing of what is written into them.

import { type FileHandle, constants, copyFile, mkdir, open, rename, rm, truncate } from 'node:fs/promises';
import path from 'node:path';

import { codeOf } from '../../src/workspace/failure.ts';
import { inLanes } from '../files/lanes.ts';
import { findSystemProgram } from '../../src/workspace/disk/system-program.ts';

/** Fewer bytes than any system refuses as arguments. */
const filesAtOnce = 100;

/** The bits that a file of a program may have: whoever runs it gets no rights by it. */
export const modeBits = 0o777;

export interface Likeness {
  /** Relative to the root. */
  readonly file: string;
  /** Absolute: the new file, which is not there yet. */
  readonly ready: string;
}

/** Makes the new files, empty, where the attributes can be carried over; elsewhere `fill` makes them. */
export async function makeLike(root: string, wishes: readonly Likeness[], aside: string): Promise<void> {
  if (process.platform === 'win32') return;
  if (process.platform === 'darwin') {
    await inLanes(wishes, async ({ file, ready }) => {
      // The copy of this system takes everything along.
      await copyFile(path.join(root, file), ready, constants.COPYFILE_EXCL);
      await truncate(ready);
    });
    return;
  }
  await mkdir(aside, { mode: 0o700 });
  for (let start = 0; start < wishes.length; start += filesAtOnce) {
    const some = wishes.slice(start, start + filesAtOnce);
    await copyAttributes(root, ['--parents', `--target-directory=${aside}`, '--', ...some.map(({ file }) => file)]);
    for (const { file, ready } of some) {
      await rename(path.join(aside, file), ready).catch(unlessMissing);
    }
  }
  await rm(aside, { recursive: true, force: true });
}

/** As `makeLike`, for one file anywhere. */
export async function makeOneLike(file: string, ready: string): Promise<void> {
  if (process.platform === 'win32') return;
  if (process.platform === 'darwin') {
    await copyFile(file, ready, constants.COPYFILE_EXCL);
    await truncate(ready);
    return;
  }
  await copyAttributes(path.dirname(ready), ['--', file, ready]);
}

/**
 * Writes the bytes into the file, which is made when `makeLike` could not.
 * @returns whether it has the owner and the group that were wanted
 */
export async function fill(
  ready: string,
  bytes: Uint8Array,
  mode: number,
  owner?: { readonly uid: number; readonly gid: number },
): Promise<boolean> {
  const { O_NOFOLLOW = 0 } = constants as Partial<typeof constants>;
  const handle = await open(ready, constants.O_WRONLY | constants.O_CREAT | O_NOFOLLOW, 0o600);
  try {
    await handle.writeFile(bytes);
    const hasOwner = owner === undefined || (await hasOrGets(handle, owner));
    await handle.chmod(mode & modeBits);
    await handle.sync();
    return hasOwner;
  } catch (error) {
    await rm(ready, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
}

async function hasOrGets(handle: FileHandle, { uid, gid }: { uid: number; gid: number }): Promise<boolean> {
  if (process.platform === 'win32') return true;
  const isRight = async () => {
    const now = await handle.stat();
    return now.uid === uid && now.gid === gid;
  };
  if (await isRight()) return true;
  // Only root may give files away; a group of one's own can be given by anybody.
  await handle.chown(uid, gid).catch(() => undefined);
  return isRight();
}

/** A `cp` that does not know how makes nothing. */
async function copyAttributes(cwd: string, args: readonly string[]): Promise<void> {
  const cp = findSystemProgram('cp');
  if (cp === undefined) return;
  const options = ['--attributes-only', '--no-dereference', '--preserve=all', '--no-preserve=links'];
  const { spawn } = await import('node:child_process');
  const child = spawn(cp, [...options, ...args], { cwd, stdio: 'ignore' });
  return new Promise((resolve) => {
    child.on('error', () => {
      resolve();
    });
    child.on('close', () => {
      resolve();
    });
  });
}

function unlessMissing(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error;
}
