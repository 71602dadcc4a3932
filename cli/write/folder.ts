// In: the root and a folder in it. Out: the folder, checked and held, for what is moved into it or out of it: if its path
// comes to mean another folder (a link, a mount) in between, the move still goes to the one that was checked.
// Knows nothing of what is moved.

import { type FileHandle, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

import { Failure } from '../../src/workspace/failure.ts';
import { isWithin, shownPath } from '../../src/workspace/paths.ts';
import { openAsFolder } from './synced.ts';

export interface HeldFolder {
  /** Leads to the folder itself, for as long as it is held; messages must not show it. */
  readonly at: string;
  /** Makes what was moved last. */
  sync(): Promise<void>;
}

/** @throws Failure when the path leads through a link or out of the root; the system's error when it is no folder */
export async function inFolder<T>(root: string, folder: string, use: (held: HeldFolder) => Promise<T>): Promise<T> {
  const handle = await openAsFolder(folder);
  try {
    await requireSame(root, folder, handle);
    const at = (handle && (await pathOf(handle))) ?? folder;
    return await use({
      at,
      async sync() {
        await handle?.sync().catch(() => undefined);
      },
    });
  } finally {
    await handle?.close();
  }
}

async function requireSame(root: string, folder: string, handle: FileHandle | undefined): Promise<void> {
  const [real, status, held] = await Promise.all([realpath(folder), stat(folder), handle?.stat()]);
  const isSame = !held || (held.ino === status.ino && held.dev === status.dev);
  if (real === folder && isWithin(root, real) && isSame) return;
  throw new Failure({
    what: {
      en: `${shownPath(root, folder)} leads elsewhere now (${real}), so nothing was written there`,
      'zh-CN': `${shownPath(root, folder)} 现在指向别处（${real}），因此没有向那里写入`,
    },
    why: {
      en: 'A folder on the way to it was swapped for a link.',
      'zh-CN': '通往它的某个文件夹被换成了链接。',
    },
    help: { en: 'Run again.', 'zh-CN': '请重新运行。' },
  });
}

/** A path that goes through the opened folder and no name above it; Linux has one. */
async function pathOf(handle: FileHandle): Promise<string | undefined> {
  const at = path.join('/proc/self/fd', String(handle.fd));
  const [there, held] = await Promise.all([stat(at).catch(() => undefined), handle.stat()]);
  return there?.ino === held.ino && there.dev === held.dev ? at : undefined;
}
