// In: the root and the programs in it. Out: for each file the folder that is packed or published with it, and without what
// lies around: an independent subpackage, a program, a package of a monorepo, whichever is nearest; else the root.
// Knows nothing of shims.

import path from 'node:path';

import type { FileSystem } from '../files.ts';
import { memberOf, readJson } from '../json.ts';
import { isWithin, upwards } from '../paths.ts';
import type { ProgramOf } from './programs.ts';

export type PackedFolderOf = (file: string) => string;

/** @param root absolute; what lies above it is not looked at */
export function findPackedFolders(files: FileSystem, root: string, programOf: ProgramOf): PackedFolderOf {
  const packages = new Map<string, boolean>();
  const known = new Map<string, string>();
  return (file) => {
    const folder = path.dirname(file);
    const found = known.get(folder) ?? packedFolderOf(file);
    known.set(folder, found);
    return found;
  };

  function packedFolderOf(file: string): string {
    const program = programOf(file);
    const independent = program?.independent.find((folder) => isWithin(folder, file));
    const own = independent ?? program?.folder ?? root;
    const around = upwards(path.dirname(file)).filter((folder) => folder !== own && isWithin(own, folder));
    return around.find(isPackage) ?? own;
  }

  /** A package.json without a name says how files are loaded, and is no package of its own. */
  function isPackage(folder: string): boolean {
    const known =
      packages.get(folder) ?? typeof memberOf(readJson(files, path.join(folder, 'package.json')), 'name') === 'string';
    packages.set(folder, known);
    return known;
  }
}
