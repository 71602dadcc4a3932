// In: the files of a workspace, time and again. Out: those that are other than they were, and the folders that hold others than they
// did. A bundler tells of changes in what it bundles, and a file that it has yet to meet may have a say in one that it knows.
// Knows nothing of what is in them.

import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

import { scriptIdPattern } from '../../workspace/choices.ts';
import { isWithin } from '../../workspace/paths.ts';

/** By path. */
export type FileStates = ReadonlyMap<string, string>;

export function statesIn(root: string, files: readonly string[]): FileStates {
  const states = new Map(files.map((file) => [file, stateOf(file)]));
  for (const folder of foldersOf(root, files)) states.set(folder, namesIn(folder));
  return states;
}

/** What was not looked at before was not changed. */
export function otherStates(before: FileStates, now: FileStates): string[] {
  return [...now].filter(([file, state]) => before.has(file) && before.get(file) !== state).map(([file]) => file);
}

/** Up to the root. */
function foldersOf(root: string, files: readonly string[]): Set<string> {
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

function stateOf(file: string): string {
  const status = statSync(file, { throwIfNoEntry: false });
  return status ? `${status.mtimeMs} ${status.size} ${status.ino}` : '';
}

function namesIn(folder: string): string {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory() || scriptIdPattern.test(entry.name));
    return names.map(({ name }) => name).join('/');
  } catch {
    // It was removed; its files tell so themselves.
    return '';
  }
}
