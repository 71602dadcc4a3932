// In: a shim as it is going to be, or a file whose types come from elsewhere. Out: the package that it needs and that no
// package.json around it lists. Knows nothing of what the package is for.

import path from 'node:path';

import { memberOf } from '../files/json.ts';
import { readSettings } from '../files/regular-file.ts';
import { nearestFile } from '../files/root.ts';
import type { ScriptTypes } from './script-types.ts';

export interface MissingPackage {
  readonly name: 'axios' | 'miniprogram-api-typings' | '@types/node';
  /** The major version whose interface the shim is written for; absent where any will do. */
  readonly major?: 1;
  /** It is needed by the compiler alone. */
  readonly isForTypes?: true;
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

/** Nothing when the shim does without axios, or when it is listed. */
export function findMissingAxios(shim: string, text: string): MissingPackage | undefined {
  if (!/^(?:import\b.*\bfrom|const\b.*= require\() ?'axios'/m.test(text)) return undefined;
  const packageJson = nearestFile('package.json', path.dirname(shim));
  if (packageJson === undefined) return { name: 'axios', major: 1 };
  const listed = rangeIn(packageJson, 'axios');
  if (listed === undefined) return { name: 'axios', major: 1, packageJson };
  return /^[\s^~=v]*0\./.test(listed) ? { name: 'axios', major: 1, packageJson, listed } : undefined;
}

/** Nothing when the types of wx are listed, under either of the names that they have. */
export function findMissingTypings(file: string, types: ScriptTypes | undefined): MissingPackage | undefined {
  const needed = { name: 'miniprogram-api-typings', isForTypes: true } as const;
  const packageJson = nearestFile('package.json', path.dirname(file));
  const names = [needed.name, '@types/wechat-miniprogram'];
  if (packageJson !== undefined && names.some((name) => rangeIn(packageJson, name) !== undefined)) return undefined;
  return {
    ...needed,
    ...(packageJson !== undefined && { packageJson }),
    ...(types?.needsName === true && { tsconfig: types.tsconfig }),
  };
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
