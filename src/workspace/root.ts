// In: the places that a person named. Out: the folder that the shim and the journal belong to.
// The nearest folder upwards with an app.json, else a package.json, else a pages.json, else the current one.
// Looks at names and owners only and opens nothing.

import path from 'node:path';

import type { FileSystem } from './files.ts';
import { isWithin, upwards } from './paths.ts';

/**
 * @param cwd absolute, real path
 * @param places absolute, real paths of folders
 */
export function findRoot(files: FileSystem, cwd: string, places: readonly string[]): string {
  const start = commonFolder(places.length > 0 ? places : [cwd]);
  // In a uni-app project the program lies in a folder of the package, whose tsconfig and lock are not the program's own.
  for (const mark of ['app.json', 'package.json', 'pages.json']) {
    const found = nearestFile(files, mark, start);
    // One that somebody else put into a folder around the project does not make that folder the root.
    if (found !== undefined && files.isForeign?.(found, start) !== true) return path.dirname(found);
  }
  // The current folder owns the places only when they lie in it.
  return isWithin(cwd, start) ? cwd : start;
}

/** The file of that name in the folder or in the nearest one around it. */
export function nearestFile(files: FileSystem, name: string, folder: string): string | undefined {
  return upwards(folder)
    .map((at) => path.join(at, name))
    .find((file) => files.exists(file));
}

function commonFolder(places: readonly string[]): string {
  const [first = '', ...others] = places;
  return upwards(first).find((folder) => others.every((place) => isWithin(folder, place))) ?? first;
}
