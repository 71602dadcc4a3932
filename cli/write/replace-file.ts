// In: a file that lies ready and the place for it. Out: the file in its place, in one step: a reader sees the old bytes
// or the new ones and nothing between. Knows nothing of journals.

import { link, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import { codeOf } from '../../src/workspace/failure.ts';
import { readRegular } from '../../src/workspace/disk/regular-file.ts';
import { fill, makeOneLike } from './attributes.ts';
import type { HeldFolder } from './folder.ts';
import { writeNew } from './synced.ts';

export interface Move {
  readonly ready: string;
  readonly folder: HeldFolder;
  /** The name in the folder. */
  readonly name: string;
  /** A name in the folder that nobody else uses: where the file lies for a moment when it comes from another device. */
  readonly near: string;
  /** A file that says, as long as it is there, that an empty file of that name in the folder is ours. */
  readonly claim: string;
}

/** Puts `ready` in the place of the file that is there. */
export async function moveOver({ ready, folder, name, near }: Move): Promise<void> {
  const target = path.join(folder.at, name);
  try {
    await rename(ready, target);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    const step = path.join(folder.at, near);
    try {
      await copyTo(ready, step);
      await rename(step, target);
    } catch (fault) {
      await rm(step, { force: true });
      throw fault;
    }
    await rm(ready);
  }
  await folder.sync();
}

/**
 * Moves `ready` to where nothing may be.
 * @throws the system's EEXIST error when something is there
 */
export async function moveToFree(move: Move): Promise<void> {
  const target = path.join(move.folder.at, move.name);
  try {
    await link(move.ready, target);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    // No hard links here: claim the name first, then put the content in its place.
    await claimName(move, target);
    return;
  }
  await rm(move.ready);
  await move.folder.sync();
}

async function claimName(move: Move, target: string): Promise<void> {
  await writeNew(move.claim, Buffer.alloc(0), 0o600);
  try {
    await (await open(target, 'wx')).close();
  } catch (error) {
    await rm(move.claim, { force: true });
    throw error;
  }
  try {
    await moveOver(move);
  } catch (error) {
    await dropClaim(target, move.claim);
    throw error;
  }
  await rm(move.claim, { force: true });
}

/** Removes the file that only held the name, if it still does. */
export async function dropClaim(target: string, claim: string): Promise<void> {
  const held = await readRegular(target).catch(() => undefined);
  if (held?.bytes.length === 0) await rm(target);
  await rm(claim, { force: true });
}

/** Carries the attributes along, from a file that has those of the one to be replaced. */
async function copyTo(ready: string, target: string): Promise<void> {
  await rm(target, { force: true });
  const { bytes, status } = await readRegular(ready);
  await makeOneLike(ready, target);
  await fill(target, bytes, status.mode, status);
}
