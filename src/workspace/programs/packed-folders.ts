// In: the root and the programs in it. Out: for each file the folder that is packed or published with it, and without what
// lies around: an independent subpackage, a program, a package of a monorepo, whichever is nearest; else the root.
// Knows nothing of shims.

import path from 'node:path';

import { memberOf } from '../json.ts';
import { readSettings } from '../disk/regular-file.ts';
import { isWithin, upwards } from '../paths.ts';
import type { ProgramOf } from './programs.ts';

export type PackedFolderOf = (file: string) => string;

/** @param root absolute; what lies above it is not looked at */
export function findPackedFolders(root: string, programOf: ProgramOf): PackedFolderOf {
  const packages = new Map<string, boolean>();
  return (file) => {
    const program = programOf(file);
    const independent = program?.independent.find((folder) => isWithin(folder, file));
    const own = independent ?? program?.folder ?? root;
    const around = upwards(path.dirname(file)).filter((folder) => folder !== own && isWithin(own, folder));
    return around.find(isPackage) ?? own;
  };

  /** A package.json without a name says how files are loaded, and is no package of its own. */
  function isPackage(folder: string): boolean {
    const known = packages.get(folder) ?? hasName(path.join(folder, 'package.json'));
    packages.set(folder, known);
    return known;
  }
}

function hasName(packageJson: string): boolean {
  try {
    return typeof memberOf(JSON.parse(readSettings(packageJson).replace(/^\ufeff/, '')), 'name') === 'string';
  } catch {
    return false;
  }
}
