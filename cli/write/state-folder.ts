// In: a root. Out: the folder that holds the journal and the lock there, made when it is needed and gone when it is not.
// It ignores itself in git. Knows nothing of what is kept in it.

import { lstat, mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export const stateFolderName = '.cygnet';

export function stateFolderOf(root: string): string {
  return path.join(root, stateFolderName);
}

export function runsFolderOf(root: string): string {
  return path.join(root, stateFolderName, 'runs');
}

export async function makeStateFolder(root: string): Promise<string> {
  const folder = stateFolderOf(root);
  const there = await lstat(folder).catch(() => undefined);
  // A link could lead out of the root, where nothing is ever written.
  if (there && !there.isDirectory()) throw new Error(`${stateFolderName} is there already, and is no folder`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, '.gitignore'), '*\n');
  return folder;
}

/** Leaves the folder where anything is still in it. */
export async function dropEmptyStateFolder(root: string): Promise<void> {
  const folder = stateFolderOf(root);
  try {
    await rmdir(path.join(folder, 'runs')).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await rm(path.join(folder, '.gitignore'), { force: true });
    await rmdir(folder);
  } catch {
    // Something is left in it, so it stays, and goes on ignoring itself.
    await writeFile(path.join(folder, '.gitignore'), '*\n').catch(() => undefined);
  }
}
