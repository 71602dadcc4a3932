// In: a shim or another file, and a package that it needs. Out: the package, where no package.json around the file lists it.
// Knows nothing of what the package is for.

import path from 'node:path';

import type { NeededPackage } from '../../core.ts';
import type { FileSystem } from '../files.ts';
import { memberOf, readJson } from '../json.ts';
import { nearestFile } from '../root.ts';
import type { ScriptTypes } from './script-types.ts';

export interface MissingPackage extends NeededPackage {
  /** Absolute: the nearest package.json at or above the file that needs it. */
  readonly packageJson?: string;
  /** A range that the package.json has, and that is of an earlier major version. */
  readonly listed?: string;
  /** Absolute: the tsconfig that has to name it among its types. */
  readonly tsconfig?: string;
  /** What takes its place, in a file of declarations. */
  readonly declaration?: string;
}

const lists = ['dependencies', 'devDependencies', 'peerDependencies'] as const;

/** Nothing when it is listed, under one of the names that do. */
export function findMissing(
  files: FileSystem,
  file: string,
  needed: NeededPackage,
  types?: ScriptTypes,
): MissingPackage | undefined {
  const packageJson = nearestFile(files, 'package.json', path.dirname(file));
  const missing = {
    ...needed,
    ...(packageJson !== undefined && { packageJson }),
    ...(needed.isForTypes && types?.needsName === true && { tsconfig: types.tsconfig }),
  };
  if (packageJson === undefined) return missing;
  const { name, alternatives = [], major = 0 } = needed;
  const content = readJson(files, packageJson);
  const [listed] = [name, ...alternatives].flatMap((one) => rangeIn(content, one) ?? []);
  if (listed === undefined) return missing;
  const first = /^[\s^~=v]*(\d+)\./.exec(listed)?.[1];
  return first !== undefined && Number(first) < major ? { ...missing, listed } : undefined;
}

/** For a script that loads its shim with `require`; nothing when its types know of that. */
export function findMissingRequire(
  files: FileSystem,
  file: string,
  types: ScriptTypes | undefined,
): MissingPackage | undefined {
  if (types?.lacksRequire !== true) return undefined;
  const packageJson = nearestFile(files, 'package.json', path.dirname(file));
  const declaration = 'declare function require(id: string): any;';
  return {
    name: '@types/node',
    isForTypes: true,
    declaration,
    ...(packageJson !== undefined && { packageJson }),
    ...(types.needsName && { tsconfig: types.tsconfig }),
  };
}

function rangeIn(packageJson: unknown, name: string): string | undefined {
  const ranges = lists.map((list) => memberOf(memberOf(packageJson, list), name));
  return ranges.find((range) => typeof range === 'string');
}
