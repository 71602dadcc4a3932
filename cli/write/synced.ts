// In: bytes and a place, or a folder. Out: the bytes on the disk for good, in a file that was not there before.
// Nothing is ever followed or overwritten: what stands at the place already is an error.

import { type FileHandle, constants, open, rm } from 'node:fs/promises';

/** @throws the system's EEXIST error when anything is there; half a file is not left behind */
export async function writeNew(file: string, bytes: Uint8Array, mode: number): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } catch (error) {
    await rm(file, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
}

/** A folder, opened: it stays the same one whatever its path comes to mean. Where the system cannot, nothing. */
export async function openAsFolder(folder: string): Promise<FileHandle | undefined> {
  if (process.platform === 'win32') return undefined;
  return open(folder, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
}

/** Makes a rename in the folder last; where the system cannot, it is as good as it gets. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await openAsFolder(folder).catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
