// In: nothing. Out: the port through which a workspace sees files: a disk, the unsaved buffers of an editor before a disk, or
// a map of texts. Paths are absolute, as `node:path` has them.
// Knows nothing of what the files are for.

import type { InEach } from '../locale/locale.ts';

/** What a path is; a link is one, wherever it leads. */
export type PathKind = 'file' | 'folder' | 'link' | 'special';

export interface FolderEntry {
  readonly name: string;
  readonly kind: PathKind;
}

/** The text of a program, exact to the byte, or why there is none. */
export type Source =
  | { readonly kind: 'text'; readonly text: string; readonly hash: () => string }
  /** The word is not in it. */
  | { readonly kind: 'other' }
  | {
      readonly kind: 'failed';
      readonly code: 'unreadable-file' | 'file-too-large' | 'not-utf8';
      readonly reason: InEach<string>;
    };

export interface ReadLimits {
  /** In bytes. */
  readonly limit: number;
  /** A link is taken for the file that it leads to. */
  readonly followsLinks?: boolean;
}

/** What cannot be done throws; the error has the system's `code`, such as `ENOENT`. */
export interface FileSystem {
  /** How many words and signs of one text this machine has the memory for; absent, any number. */
  readonly mostTokens?: number;
  /** Upper and lower case are the same. */
  readonly isCaseFolded?: boolean;
  /** Whether anything is there, where links lead. */
  exists(path: string): boolean;
  /** Nothing where nothing is. */
  kindOf(path: string): PathKind | undefined;
  list(folder: string): readonly FolderEntry[];
  /** The path without links. */
  realPath(path: string): string;
  /** The text of a regular file; bytes that are not UTF-8 are replaced. */
  readText(file: string, limits: ReadLimits): string;
  /** @param needsWord false takes every file: a name may come from another module */
  readSource(file: string, needsWord: boolean): Source;
  /** Those of the files that the word swan is not in, however it may be written; none that cannot be read. */
  silentAmong(files: readonly string[]): ReadonlySet<string>;
  /** Who owns the file is neither the one who runs this, nor the owner of the folder, nor the system. */
  isForeign?(file: string, folder: string): boolean;
}

/** In bytes: for what is read before the program's code, configs, ignore files, app.json and package.json. */
export const settingsLimit = 1024 * 1024;

/** In bytes: beyond it a file is not even looked at. */
export const mostBytes = 64 * 1024 * 1024;

/** The text of a config and the like, without a byte order mark. A link may lead to it. */
export function readSettings(files: FileSystem, file: string): string {
  return files.readText(file, { limit: settingsLimit, followsLinks: true }).replace(/^\ufeff/, '');
}

/** Nothing for a link that leads nowhere. */
export function findRealPath(files: FileSystem, path: string): string | undefined {
  try {
    return files.realPath(path);
  } catch {
    return undefined;
  }
}

/** Nothing for what is no file that can be read. */
export function findText(files: FileSystem, file: string): string | undefined {
  try {
    return files.readText(file, { limit: mostBytes });
  } catch {
    return undefined;
  }
}
