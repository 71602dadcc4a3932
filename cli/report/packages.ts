// In: the shims and files of a run. Out: the packages that they need and that are not listed: as data, and in words.
// Knows nothing of formats.

import path from 'node:path';

import { shownPath } from '../files/root.ts';
import type { FileResult } from '../plan/file-result.ts';
import { type MissingPackage as Missing, findMissingTypings } from '../plan/packages.ts';
import type { ShimFile } from '../plan/shim-file.ts';

/** By the package.json that should list it. Paths are relative to where the command ran. */
export interface PackageToInstall {
  readonly name: string;
  readonly shims: readonly string[];
  /** Those that name its types. */
  readonly files?: readonly string[];
  /** Absent: no package.json lies at or above what needs it. */
  readonly packageJson?: string;
  /** The range that it has, of a version that is too old. */
  readonly listed?: string;
  /** To be run in the folder of the package.json. */
  readonly install: string;
}

export interface Written {
  readonly shims: readonly ShimFile[];
  readonly files: readonly FileResult[];
  readonly target: 'fetch' | 'axios' | 'wx';
}

export function missingPackages({ shims, files, target }: Written, cwd: string): PackageToInstall[] {
  const found = new Map<string, PackageToInstall>();
  const add = (key: 'shims' | 'files', file: string, missing: Missing | undefined): void => {
    if (!missing) return;
    const { name, major, isForTypes, packageJson, listed } = missing;
    const place = `${name} ${packageJson ?? ''}`;
    const known: Pick<PackageToInstall, 'shims' | 'files'> = found.get(place) ?? { shims: [] };
    const wanted = listed === undefined ? name : `${name}@${major}`;
    found.set(place, {
      ...known,
      name,
      [key]: [...(known[key] ?? []), shownPath(cwd, file)],
      ...(packageJson !== undefined && { packageJson: shownPath(cwd, packageJson) }),
      ...(listed !== undefined && { listed }),
      install: `npm install ${isForTypes ? '--save-dev ' : ''}${wanted}`,
    });
  };
  for (const { path: file, missing } of shims) add('shims', file, missing);
  const typed = target === 'wx' ? files.filter((file) => file.typescript && file.status === 'changed') : [];
  for (const file of typed) add('files', file.path, findMissingTypings(file.path));
  return [...found.values()];
}

/** @param code how the report writes names and commands */
export function describePackage(missing: PackageToInstall, code = (text: string): string => text): string {
  const { name, shims, files = [], packageJson, listed, install } = missing;
  const all = [...shims, ...files];
  const first = all.slice(0, 3).map(code).join(', ');
  const who = all.length > 3 ? `${first} and ${all.length - 3} more` : first;
  const forWhom = `(for ${who})`;
  if (packageJson === undefined) return `${code(name)} ${forWhom}, which no package.json lists: ${code(install)}`;
  const folder = path.posix.dirname(packageJson);
  const command = `${code(install)}${folder === '.' ? '' : ` in ${code(folder)}`}`;
  if (listed === undefined) return `${code(name)} ${forWhom}, which ${code(packageJson)} does not list: ${command}`;
  return `${code(name)} 1.x ${forWhom}, where ${code(packageJson)} lists ${code(listed)}: ${command}`;
}
