// In: the shims and files of a run. Out: the packages that they need and that are not listed: as data, and in words.
// Knows nothing of formats.

import path from 'node:path';

import type { TargetName } from '../../core.ts';
import { targets } from '../../targets.ts';
import type { FileResult } from '../file-result.ts';
import type { FileSystem } from '../files.ts';
import { shownPath } from '../paths.ts';
import { type MissingPackage, findMissing, findMissingRequire } from '../shims/packages.ts';
import type { ScriptTypesOf } from '../shims/script-types.ts';
import type { ShimFile } from '../shims/shim-file.ts';
import { codeWord, listed, phrase, type Phrase } from './phrase.ts';

/** By the package.json that should list it. Paths are relative to where the command ran. */
export interface PackageToInstall {
  readonly name: string;
  readonly shims: readonly string[];
  /** Those that name its types. */
  readonly files?: readonly string[];
  /** Absent: no package.json lies at or above what needs it. */
  readonly packageJson?: string;
  /** The range that it has, of a version that is too old, and the major version that is needed. */
  readonly listed?: string;
  readonly major?: number;
  /** The tsconfig that has to name it among its types. */
  readonly tsconfig?: string;
  /** Of types: what takes their place, in a file of declarations. */
  readonly declaration?: string;
  /** To be run in the folder of the package.json. */
  readonly install: string;
}

export interface WrittenFiles {
  readonly shims: readonly ShimFile[];
  readonly files: readonly FileResult[];
  readonly types: ScriptTypesOf;
  readonly target: TargetName;
}

export function missingPackages(
  disk: FileSystem,
  { shims, files, types, target }: WrittenFiles,
  cwd: string,
): PackageToInstall[] {
  const found = new Map<string, PackageToInstall>();
  const add = (key: 'shims' | 'files', file: string, missing: MissingPackage | undefined): void => {
    if (!missing) return;
    const { name, major, isForTypes, packageJson, listed, tsconfig, declaration } = missing;
    const place = [name, packageJson, tsconfig].join('\n');
    const known: Pick<PackageToInstall, 'shims' | 'files'> = found.get(place) ?? { shims: [] };
    const wanted = listed === undefined ? name : `${name}@${major}`;
    found.set(place, {
      ...known,
      name,
      [key]: [...(known[key] ?? []), shownPath(cwd, file)],
      ...(packageJson !== undefined && { packageJson: shownPath(cwd, packageJson) }),
      ...(listed !== undefined && { listed }),
      ...(listed !== undefined && major !== undefined && { major }),
      ...(tsconfig !== undefined && { tsconfig: shownPath(cwd, tsconfig) }),
      ...(declaration !== undefined && { declaration }),
      install: `npm install ${isForTypes ? '--save-dev ' : ''}${wanted}`,
    });
  };
  for (const { path: file, missing } of shims) for (const one of missing) add('shims', file, one);
  const typings = targets[target].traits.packages.filter(({ isForTypes }) => isForTypes);
  for (const { path: file } of files.filter((one) => one.typescript && one.status === 'changed')) {
    for (const needed of typings) add('files', file, findMissing(disk, file, needed, types.get(file)));
    add('files', file, findMissingRequire(disk, file, types.get(file)));
  }
  return [...found.values()];
}

export function describePackage(missing: PackageToInstall): Phrase {
  const { name, shims, files = [], packageJson, listed: range, major = 0, install, tsconfig, declaration } = missing;
  const all = [...shims, ...files].map(codeWord);
  const first = listed(all.slice(0, 3));
  const who = all.length > 3 ? phrase`${first} and ${all.length - 3} more` : first;
  const folder = path.posix.dirname(packageJson ?? '');
  const command = folder === '.' ? phrase`${codeWord(install)}` : phrase`${codeWord(install)} in ${codeWord(folder)}`;
  const named =
    tsconfig === undefined
      ? phrase``
      : phrase` and name ${codeWord(typesName(name))} among the types of ${codeWord(tsconfig)}`;
  if (declaration !== undefined) {
    const without = phrase`declare it in a .d.ts file (${codeWord(declaration)})`;
    return phrase`a type for ${codeWord('require')} (in ${who}), which nothing that is compiled with them declares: ${without}, or ${command}${named}`;
  }
  const needed = codeWord(name);
  if (packageJson === undefined) return phrase`${needed} (for ${who}), which no package.json lists: ${command}${named}`;
  const place = codeWord(packageJson);
  if (range === undefined) return phrase`${needed} (for ${who}), which ${place} does not list: ${command}${named}`;
  return phrase`${needed} ${major}.x (for ${who}), where ${place} lists ${codeWord(range)}: ${command}`;
}

/** As a tsconfig lists it. */
function typesName(name: string): string {
  return name.replace(/^@types\//, '');
}
