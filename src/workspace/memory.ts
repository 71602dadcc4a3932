// In: texts by path, and the files behind them, if there are any. Out: files as a workspace asks for them: of a test or of a
// browser, or the unsaved buffers of an editor, which hide what the disk has under their names.
// Knows nothing of what the files are for.

import path from 'node:path';

import { whyOf } from './failure.ts';
import type { FileSystem, FolderEntry, PathKind, Source } from './files.ts';
import { upwards } from './paths.ts';

/** @param texts by absolute path without links; what is in it later counts as well */
export function memoryFiles(texts: ReadonlyMap<string, string>, behind: FileSystem = nothing): FileSystem {
  return {
    ...behind,
    exists: (at) => kindIn(at) !== undefined || behind.exists(at),
    kindOf: (at) => kindIn(at) ?? behind.kindOf(at),
    list(folder) {
      const own = entriesIn(folder);
      if (own.size === 0) return behind.list(folder);
      const others = behind.exists(folder) ? behind.list(folder) : [];
      return [...own.values(), ...others.filter(({ name }) => !own.has(name))];
    },
    realPath: (at) => (kindIn(at) === undefined || behind.exists(at) ? behind.realPath(at) : at),
    readText: (file, limits) => texts.get(file) ?? behind.readText(file, limits),
    readSource(file, needsWord) {
      const text = texts.get(file);
      return text === undefined ? behind.readSource(file, needsWord) : sourceOf(text, needsWord);
    },
    silentAmong(files) {
      const own = files.filter((file) => texts.has(file));
      const others = files.filter((file) => !texts.has(file));
      const isSilent = (file: string): boolean => !mayName.test(texts.get(file) ?? '');
      return new Set([...own.filter(isSilent), ...behind.silentAmong(others)]);
    },
  };

  function kindIn(at: string): PathKind | undefined {
    if (texts.has(at)) return 'file';
    return entriesIn(at).size > 0 ? 'folder' : undefined;
  }

  function entriesIn(folder: string): Map<string, FolderEntry> {
    const found = new Map<string, FolderEntry>();
    for (const file of texts.keys()) {
      const inside = [file, ...upwards(path.dirname(file))].find(
        (one) => path.dirname(one) === folder && one !== folder,
      );
      if (inside === undefined) continue;
      const name = path.basename(inside);
      found.set(name, { name, kind: inside === file ? 'file' : 'folder' });
    }
    return found;
  }
}

/** The word may be written with escapes. */
const mayName = /swan|\\[ux]/;

function sourceOf(text: string, needsWord: boolean): Source {
  if (needsWord && !mayName.test(text)) return { kind: 'other' };
  return { kind: 'text', text, hash: () => text };
}

const nothing: FileSystem = {
  exists: () => false,
  kindOf: () => undefined,
  list: (folder) => {
    throw missing(folder);
  },
  realPath: (at) => at,
  readText: (file) => {
    throw missing(file);
  },
  readSource: (file) => ({ kind: 'failed', code: 'unreadable-file', reason: whyOf(missing(file)) }),
  silentAmong: () => new Set(),
};

function missing(at: string): Error {
  return Object.assign(new Error(`there is no ${at}`), { code: 'ENOENT' });
}
