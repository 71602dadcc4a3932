// In: a root. Out: the folder that holds the journal and the lock there, made when it is needed and gone when it is not.
// It ignores itself in git. What a repository may have brought in its place is looked at first, and refused.
// Knows nothing of what is kept in it.

import { constants, lstat, mkdir, readFile, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';

import type { InEach } from '../../src/locale/locale.ts';
import { Failure, codeOf } from '../../src/workspace/failure.ts';
import { isOwn } from '../../src/workspace/disk/owner.ts';
import { kindOf } from '../../src/workspace/disk/regular-file.ts';
import { stateFolderName } from '../../src/workspace/search/passed-by.ts';
import { writeNew } from './synced.ts';

const ignoreAll = '*\n';

export function stateFolderOf(root: string): string {
  return path.join(root, stateFolderName);
}

export function runsFolderOf(root: string): string {
  return path.join(root, stateFolderName, 'runs');
}

/**
 * Looks at what is there, without following anything.
 * @returns whether there is such a folder
 * @throws Failure when a part of it is not what cygnet makes, or belongs to another user
 */
export async function checkStateFolder(root: string): Promise<boolean> {
  const isThere = await isOwnFolder(root, stateFolderOf(root));
  if (!isThere) return false;
  await isOwnFile(root, path.join(stateFolderOf(root), '.gitignore'));
  await isOwnFolder(root, runsFolderOf(root));
  return true;
}

/** @throws Failure, or the system's error */
export async function makeStateFolder(root: string): Promise<void> {
  const folder = stateFolderOf(root);
  if (!(await checkStateFolder(root))) {
    // Others have no business in it: it holds copies of files that they may not be allowed to read.
    await mkdir(folder, { mode: 0o700 }).catch(unlessThere);
    await checkStateFolder(root);
  }
  await writeNew(path.join(folder, '.gitignore'), Buffer.from(ignoreAll), 0o600).catch(unlessThere);
}

/** Leaves the folder where anything is still in it. */
export async function dropEmptyStateFolder(root: string): Promise<void> {
  const folder = stateFolderOf(root);
  const ignore = path.join(folder, '.gitignore');
  try {
    await rmdir(path.join(folder, 'runs')).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
    });
    const { O_NOFOLLOW = 0 } = constants as Partial<typeof constants>;
    const flag = constants.O_RDONLY | O_NOFOLLOW;
    // One that says anything else is somebody's own.
    if ((await readFile(ignore, { encoding: 'utf8', flag })) === ignoreAll) await rm(ignore);
    await rmdir(folder);
  } catch {
    // Something is left in it, so it stays, and goes on ignoring itself.
    await writeNew(ignore, Buffer.from(ignoreAll), 0o600).catch(() => undefined);
  }
}

/** @throws Failure when there is something else */
export async function isOwnFolder(root: string, folder: string): Promise<boolean> {
  return isOwnThing(root, folder, 'folder');
}

/** @throws Failure when there is something else */
export async function isOwnFile(root: string, file: string): Promise<boolean> {
  return isOwnThing(root, file, 'file');
}

async function isOwnThing(root: string, thing: string, wanted: 'file' | 'folder'): Promise<boolean> {
  const status = await lstat(thing).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  });
  if (!status) return false;
  const shown = path.relative(root, thing).split(path.sep).join('/');
  if (!(wanted === 'file' ? status.isFile() : status.isDirectory())) {
    const kind = kindOf(status);
    throw strange(root, {
      en: `${shown} is there already, and is no ${wanted} but ${kind.en}`,
      'zh-CN': `${shown} 已经存在，而且不是${wanted === 'file' ? '文件' : '文件夹'}，而是${kind['zh-CN']}`,
    });
  }
  if (!isOwn(status.uid)) {
    throw strange(root, {
      en: `${shown} belongs to another user (${status.uid})`,
      'zh-CN': `${shown} 属于另一个用户（${status.uid}）`,
    });
  }
  return true;
}

function strange(root: string, what: InEach<string>): Failure {
  return new Failure({
    what: {
      en: `${what.en}, so nothing was changed`,
      'zh-CN': `${what['zh-CN']}，因此没有改动任何文件`,
    },
    why: {
      en: `cygnet keeps its journal in ${stateFolderOf(root)}, and takes over nothing that it did not make itself.`,
      'zh-CN': `cygnet 的撤销记录放在 ${stateFolderOf(root)}，不是它自己创建的东西一概不用。`,
    },
    help: {
      en: `Look at it, and move ${stateFolderName} out of the way.`,
      'zh-CN': `请查看它，并把 ${stateFolderName} 移走。`,
    },
  });
}

function unlessThere(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') throw error;
}
