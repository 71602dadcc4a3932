// In: the shims of a run. Out: the packages that they need and that are not listed: as data, and in words.
// Knows nothing of formats.

import path from 'node:path';

import { shownPath } from '../files/root.ts';
import type { ShimFile } from '../plan/shim-file.ts';

/** By the package.json that should list it. Paths are relative to where the command ran. */
export interface MissingPackage {
  readonly name: string;
  readonly shims: readonly string[];
  /** Absent: no package.json lies at or above the shims. */
  readonly packageJson?: string;
  /** The range that it has, of a version that is too old. */
  readonly listed?: string;
  /** To be run in the folder of the package.json. */
  readonly install: string;
}

export function missingPackages(shims: readonly ShimFile[], cwd: string): MissingPackage[] {
  const byManifest = new Map<string, MissingPackage>();
  for (const { path: file, missing } of shims) {
    if (!missing) continue;
    const { name, major, packageJson, listed } = missing;
    const known = byManifest.get(packageJson ?? '');
    byManifest.set(packageJson ?? '', {
      name,
      shims: [...(known?.shims ?? []), shownPath(cwd, file)],
      ...(packageJson !== undefined && { packageJson: shownPath(cwd, packageJson) }),
      ...(listed !== undefined && { listed }),
      install: `npm install ${listed === undefined ? name : `${name}@${major}`}`,
    });
  }
  return [...byManifest.values()];
}

/** @param code how the report writes names and commands */
export function describePackage(missing: MissingPackage, code = (text: string): string => text): string {
  const { name, shims, packageJson, listed, install } = missing;
  const first = shims.slice(0, 3).map(code).join(', ');
  const who = shims.length > 3 ? `${first} and ${shims.length - 3} more` : first;
  const forWhom = `(for ${who})`;
  if (packageJson === undefined) return `${code(name)} ${forWhom}, which no package.json lists: ${code(install)}`;
  const folder = path.posix.dirname(packageJson);
  const command = `${code(install)}${folder === '.' ? '' : ` in ${code(folder)}`}`;
  if (listed === undefined) return `${code(name)} ${forWhom}, which ${code(packageJson)} does not list: ${command}`;
  return `${code(name)} 1.x ${forWhom}, where ${code(packageJson)} lists ${code(listed)}: ${command}`;
}
