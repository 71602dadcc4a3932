// In: a shim as it is going to be. Out: the package that it imports and that no package.json around it lists.
// Knows nothing of what the package is for.

import path from 'node:path';

import { memberOf } from '../files/json.ts';
import { readSettings } from '../files/regular-file.ts';
import { nearestFile } from '../files/root.ts';

export interface MissingPackage {
  readonly name: 'axios';
  /** The major version whose interface the shim is written for. */
  readonly major: 1;
  /** Absolute: the nearest package.json at or above the shim. */
  readonly packageJson?: string;
  /** A range that the package.json has, and that is of an earlier major version. */
  readonly listed?: string;
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
