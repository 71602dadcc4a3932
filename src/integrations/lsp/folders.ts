// In: the folders that a client has open. Out: which of them a file belongs to; a file outside of all has the program around it.
// Knows nothing of what is in them.

import path from 'node:path';

import type { Machine } from '../../workspace/machine.ts';
import { isWithin } from '../../workspace/paths.ts';
import { findRoot } from '../../workspace/root.ts';
import { type Folder, openFolder } from './folder.ts';

export interface Folders {
  folderOf(file: string): Folder;
  all(): readonly Folder[];
  /** Those that the client has open now. */
  set(paths: readonly string[]): void;
  /** Other settings may hold: everything is read again when it is asked for. */
  reset(): void;
}

export function createFolders(
  machine: Machine,
  settingsIn: (folder: string) => Promise<unknown>,
  locale: () => string | undefined,
): Folders {
  let named: readonly string[] = [];
  const opened = new Map<string, Folder>();
  const at = (folder: string, isForOne = false): Folder => {
    const known = opened.get(folder);
    if (known) return known;
    const one = openFolder({ path: folder, isForOne, machine, locale, settings: () => settingsIn(folder) });
    opened.set(folder, one);
    return one;
  };
  return {
    folderOf(file) {
      const around = named.filter((folder) => isWithin(folder, file)).sort((a, b) => b.length - a.length);
      if (around[0] !== undefined) return at(around[0]);
      const folder = path.dirname(file);
      const root = findRoot(machine.files, folder, [folder]);
      // Where nothing says that a program begins, what lies around the file is not for us to read.
      return ['app.json', 'package.json', 'pages.json'].some((name) => machine.files.exists(path.join(root, name)))
        ? at(root)
        : at(folder, true);
    },
    all: () => [...opened.values()],
    set(paths) {
      named = paths;
      for (const folder of opened.keys()) if (!paths.includes(folder)) opened.delete(folder);
    },
    reset: () => opened.clear(),
  };
}
