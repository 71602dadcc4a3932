// In: a file that lies ready and the place for it. Out: the file in its place, in one step: a reader sees the old bytes
// or the new ones and nothing between. Knows nothing of journals.

import { copyFile, link, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import { codeOf } from '../failure.ts';
import { syncFolder } from './journal.ts';

/** Moves `ready` over `target`. */
export async function moveOver(ready: string, target: string): Promise<void> {
  try {
    await rename(ready, target);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    await acrossDevices(ready, target, (near) => rename(near, target));
  }
  await syncFolder(path.dirname(target));
}

/**
 * Moves `ready` to `target`, where nothing may be.
 * @throws the system's EEXIST error when something is there
 */
export async function moveToFree(ready: string, target: string): Promise<void> {
  try {
    await link(ready, target);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    // No hard links here: claim the name first, then put the content in its place.
    const claim = await open(target, 'wx');
    await claim.close();
    await moveOver(ready, target);
    return;
  }
  await rm(ready);
  await syncFolder(path.dirname(target));
}

async function acrossDevices(ready: string, target: string, move: (near: string) => Promise<void>): Promise<void> {
  const near = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.cygnet`);
  try {
    await copyFile(ready, near);
    const handle = await open(near, 'r+');
    await handle.sync();
    await handle.close();
    await move(near);
  } catch (error) {
    await rm(near, { force: true });
    throw error;
  }
  await rm(ready);
}
