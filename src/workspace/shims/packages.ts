// In: a shim or another file, and a package that it needs. Out: the package, where no package.json around the file lists it.
// Knows nothing of what the package is for.

import path from 'node:path';

import type { NeededPackage } from '../../index.ts';
import { memberOf } from '../json.ts';
import { readSettings } from '../disk/regular-file.ts';
import { nearestFile } from '../paths.ts';
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
export function findMissing(file: string, needed: NeededPackage, types?: ScriptTypes): MissingPackage | undefined {
  const packageJson = nearestFile('package.json', path.dirname(file));
  const missing = {
    ...needed,
    ...(packageJson !== undefined && { packageJson }),
    ...(needed.isForTypes && types?.needsName === true && { tsconfig: types.tsconfig }),
  };
  if (packageJson === undefined) return missing;
  const { name, alternatives = [], major = 0 } = needed;
  const [listed] = [name, ...alternatives].flatMap((one) => rangeIn(packageJson, one) ?? []);
  if (listed === undefined) return missing;
  const first = /^[\s^~=v]*(\d+)\./.exec(listed)?.[1];
  return first !== undefined && Number(first) < major ? { ...missing, listed } : undefined;
}

/** For a script that loads its shim with `require`; nothing when its types know of that. */
export function findMissingRequire(file: string, types: ScriptTypes | undefined): MissingPackage | undefined {
  if (types?.lacksRequire !== true) return undefined;
  const packageJson = nearestFile('package.json', path.dirname(file));
  const declaration = 'declare function require(id: string): any;';
  return {
    name: '@types/node',
    isForTypes: true,
    declaration,
    ...(packageJson !== undefined && { packageJson }),
    ...(types.needsName && { tsconfig: types.tsconfig }),
  };
}

function rangeIn(packageJson: string, name: string): string | undefined {
  let content: unknown;
  try {
    content = JSON.parse(readSettings(packageJson).replace(/^\ufeff/, ''));
  } catch {
    return undefined; // whatever it lists, npm cannot read it either
  }
  const ranges = lists.map((list) => memberOf(memberOf(content, list), name));
  return ranges.find((range) => typeof range === 'string');
}
