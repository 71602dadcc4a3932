// In: paths. Out: what lies there on the disk, as the port of a workspace asks for it. Synchronous: a read that waits for no
// other costs less than one that is waited for.
// Knows nothing of what the files are for.

import { type Dirent, type Stats, existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs';

import type { FileSystem, PathKind } from '../files.ts';
import { codeOf } from '../failure.ts';
import { ownerOf } from './owner.ts';
import { readRegularSync } from './regular-file.ts';
import { readDiskSource, silentOnDisk, tokensAtMost } from './source.ts';

export const disk: FileSystem = {
  // The usual file systems of these do.
  isCaseFolded: process.platform === 'win32' || process.platform === 'darwin',
  get mostTokens() {
    return tokensAtMost();
  },
  exists: existsSync,
  kindOf(path) {
    try {
      return kindOf(lstatSync(path));
    } catch (error) {
      if (noSuchPath.has(codeOf(error) ?? '')) return undefined;
      throw error;
    }
  },
  list: (folder) =>
    readdirSync(folder, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) })),
  realPath: (path) => realpathSync(path),
  readText: (file, limits) => readRegularSync(file, limits).bytes.toString('utf8'),
  readSource: readDiskSource,
  silentAmong: silentOnDisk,
  isForeign: (file, folder) => ownerOf(file, folder) === 'other',
};

/** No file can be there, under a name like this. */
const noSuchPath = new Set(['ENOENT', 'ENOTDIR', 'EINVAL', 'ENAMETOOLONG']);

function kindOf(entry: Dirent | Stats): PathKind {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'special';
}
