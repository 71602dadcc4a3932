// In: the folders of a workspace. Out: what lies otherwise in them than when that was asked last, by size and time alone: for
// whoever is told of no change, or not of all: a bundler knows of what it bundles.
// Opens no file.

import { type Stats, lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { scriptPattern } from '../choices.ts';
import { isAboutAll } from '../changes.ts';
import { isWithin } from '../paths.ts';

export interface Freshness {
  /** The paths that were made, changed or removed since the last call; at the first one, nothing. */
  look(folders: Iterable<string>): string[];
}

export function createFreshness(): Freshness {
  let known: ReadonlyMap<string, string> | undefined;
  return {
    look(folders) {
      const now = stampsIn(folders);
      const before = known ?? now;
      known = now;
      const gone = [...before.keys()].filter((file) => !now.has(file));
      return [...gone, ...[...now].filter(([file, stamp]) => before.get(file) !== stamp).map(([file]) => file)];
    },
  };
}

/** The folders of these files, and those around them up to the root. */
export function foldersUpTo(root: string, files: Iterable<string>): Set<string> {
  const folders = new Set([root]);
  for (const file of files) {
    let folder = path.dirname(file);
    while (!folders.has(folder) && isWithin(root, folder)) {
      folders.add(folder);
      folder = path.dirname(folder);
    }
  }
  return folders;
}

/** What is in the folders themselves: programs, what decides about all of them, and other folders. */
function stampsIn(folders: Iterable<string>): Map<string, string> {
  const stamps = new Map<string, string>();
  for (const folder of folders) {
    for (const name of namesIn(folder)) {
      const file = path.join(folder, name);
      const isOurs = scriptPattern.test(name) || isAboutAll(file);
      if (!isOurs && name.includes('.')) continue;
      const found = statusOf(file);
      if (isOurs && found?.isFile()) stamps.set(file, `${found.mtimeMs} ${found.size} ${found.ino}`);
      // Of a folder it counts that it is there.
      else if (found?.isDirectory()) stamps.set(file, 'folder');
    }
  }
  return stamps;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function statusOf(file: string): Stats | undefined {
  return lstatSync(file, { throwIfNoEntry: false });
}
