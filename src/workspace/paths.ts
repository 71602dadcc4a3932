// In: the places that a person named. Out: the folder that the shim and the journal belong to.
// The nearest folder upwards with an app.json, else a package.json, else a pages.json, else the current one.
// Looks at names and owners only and opens nothing.

import { existsSync } from 'node:fs';
import path from 'node:path';

import { ownerOf } from './disk/owner.ts';

/**
 * @param cwd absolute, real path
 * @param places absolute, real paths of folders
 */
export function findRoot(cwd: string, places: readonly string[]): string {
  const start = commonFolder(places.length > 0 ? places : [cwd]);
  // In a uni-app project the program lies in a folder of the package, whose tsconfig and lock are not the program's own.
  for (const mark of ['app.json', 'package.json', 'pages.json']) {
    const found = nearestFile(mark, start);
    // One that somebody else put into a folder around the project does not make that folder the root.
    if (found !== undefined && ownerOf(found, start) !== 'other') return path.dirname(found);
  }
  // The current folder owns the places only when they lie in it.
  return isWithin(cwd, start) ? cwd : start;
}

/** The file of that name in the folder or in the nearest one around it. */
export function nearestFile(name: string, folder: string): string | undefined {
  return upwards(folder)
    .map((at) => path.join(at, name))
    .find((file) => existsSync(file));
}

/** `folder` itself counts as within. `system` is the kind of paths, for those of another system. */
export function isWithin(folder: string, file: string, system: path.PlatformPath = path): boolean {
  const relative = system.relative(folder, file);
  const isUpwards = relative === '..' || relative.startsWith(`..${system.sep}`);
  return relative === '' || (!isUpwards && !system.isAbsolute(relative));
}

/** The folder and all those around it, nearest first. */
export function upwards(folder: string): string[] {
  const folders = [folder];
  for (let at = folder; path.dirname(at) !== at;) {
    at = path.dirname(at);
    folders.push(at);
  }
  return folders;
}

/** Relative to `from`, with `/`, as people and reports get to see it. */
export function shownPath(from: string, file: string, system: path.PlatformPath = path): string {
  const relative = system.relative(from, file);
  return (relative === '' ? '.' : relative).split(system.sep).join('/');
}

function commonFolder(places: readonly string[]): string {
  const [first = '', ...others] = places;
  return upwards(first).find((folder) => others.every((place) => isWithin(folder, place))) ?? first;
}
