// In: the folders that a client has open. Out: which of them a file belongs to; a file outside of all has the program around it.
// Knows nothing of what is in them.

import path from 'node:path';

import type { Machine } from '../../workspace/machine.ts';
import { isWithin } from '../../workspace/paths.ts';
import { findRoot } from '../../workspace/root.ts';
import { type Folder, openFolder } from './folder.ts';
import { pathOf } from './places.ts';

/** Where a document stands, and in what. */
export interface PlaceOfDocument {
  readonly file: string;
  readonly folder: Folder;
}

export interface Folders {
  /** Nothing for what is neither a file nor going to be one: a side of a diff, a cell of a notebook. */
  placeOf(document: { readonly uri: string; readonly languageId?: string }): PlaceOfDocument | undefined;
  folderOf(file: string): Folder;
  all(): readonly Folder[];
  /** Those that the client has open. */
  named(): readonly string[];
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
  const unsaved = new Map<string, Folder>();
  const at = (folder: string, isForOne = false, among = opened): Folder => {
    const known = among.get(folder);
    if (known) return known;
    const one = openFolder({ path: folder, isForOne, machine, locale, settings: () => settingsIn(folder) });
    among.set(folder, one);
    return one;
  };
  const own: Folders = {
    placeOf({ uri, languageId }) {
      const file = pathOf(uri);
      if (file !== undefined) return { file, folder: own.folderOf(file) };
      const name = /^untitled:([^/\\]+)$/.exec(uri)?.[1];
      if (name === undefined) return undefined;
      // It has the settings of the first folder, as if it lay there, and nobody else hears of it.
      const folder = named[0] ?? path.parse(process.cwd()).root;
      const ending = endings.get(languageId ?? '') ?? '';
      return { file: path.join(folder, name + ending), folder: at(folder, true, unsaved) };
    },
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
    all: () => [...opened.values(), ...unsaved.values()],
    named: () => named,
    set(paths) {
      named = paths;
      for (const folder of opened.keys()) if (!paths.includes(folder)) opened.delete(folder);
      unsaved.clear();
    },
    reset() {
      opened.clear();
      unsaved.clear();
    },
  };
  return own;
}

/** Of languages that the name of a text without a file does not tell; scripts are tried as what they could be. */
const endings: ReadonlyMap<string, string> = new Map([
  ['typescript', '.ts'],
  ['typescriptreact', '.tsx'],
  ['vue', '.vue'],
]);
