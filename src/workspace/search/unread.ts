// In: files that hold programs and are not read: of other kinds, generated ones, and the packages of the program.
// Out: those that name network APIs of swan, so that no run passes over them in silence.
// Looks at words only: what the calls are is for a person to see.

import path from 'node:path';

import { type Details, describe } from '../../diagnostics/diagnostics.ts';
import { scriptPattern } from '../choices.ts';
import { memberOf, readJson } from '../json.ts';
import { type FileSystem, type FolderEntry, findRealPath, findText } from '../files.ts';
import { isWithin } from '../paths.ts';

export interface UnreadFile {
  /** Relative to where the command ran; of a package its folder. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  readonly code: 'unread-file' | 'generated-file' | 'unread-package';
  readonly details: Details[UnreadFile['code']];
  /** In English, for programs. */
  readonly message: string;
  /** How many files of a package name swan's network. */
  readonly count: number;
}

export function unreadFile(
  code: UnreadFile['code'],
  place: { readonly file: string; readonly path: string },
  count = 1,
): UnreadFile {
  const details = { count };
  return { file: place.file, path: place.path, code, details, message: describe({ code, details }, 'en'), count };
}

/** Programs, or what holds some, that no parser here knows. */
export const otherProgramPattern = /\.(?:x?html?|svelte|astro|ux|coffee|litcoffee|ls|es6?|jsm|mdx|ejs|wxs)$/i;

/** So many files of one package are looked at: enough for every library that a mini-program can hold. */
const filesAtMost = 2000;

export async function namesNetworkOf(files: FileSystem, file: string): Promise<boolean> {
  const text = findText(files, file);
  if (text?.includes('swan') !== true) return false;
  const { namesNetwork } = await import('../../core.ts');
  return namesNetwork(text);
}

/**
 * The packages in a folder of installed ones that the program beside it is packed with, each with the number of its
 * files that name swan's network. What only its tools need is not asked for.
 */
export async function packagesWithNetwork(
  files: FileSystem,
  folder: string,
): Promise<{ readonly name: string; readonly count: number }[]> {
  const found: { name: string; count: number }[] = [];
  for (const name of packagesIn(files, folder)) {
    let count = 0;
    const real = findRealPath(files, path.join(folder, name));
    // Some installers lay packages beside each other and link to them; a link that leads away is no installed package.
    if (real === undefined || !isWithin(path.dirname(folder), real)) continue;
    for (const file of scriptsBelow(files, real)) if (await namesNetworkOf(files, file)) count++;
    if (count > 0) found.push({ name, count });
  }
  return found;
}

function packagesIn(files: FileSystem, folder: string): string[] {
  if (path.basename(folder) !== 'node_modules') {
    // Such a folder was made for the program, package by package.
    return entriesOf(files, folder)
      .filter(({ kind }) => kind === 'folder')
      .map(({ name }) => name)
      .sort();
  }
  // Without a list there is nothing that the program asks for by name.
  const listed = memberOf(readJson(files, path.join(folder, '../package.json')), 'dependencies');
  const names = typeof listed === 'object' && listed !== null ? Object.keys(listed) : [];
  return names.filter((name) => packageName.test(name) && name !== ownName).sort();
}

function entriesOf(files: FileSystem, folder: string): readonly FolderEntry[] {
  try {
    return files.list(folder);
  } catch {
    return [];
  }
}

/** It names what it moves, and is no part of the program. */
const ownName = 'cygnet';

const packageName = /^(?:@[\w~-][\w.~-]*\/)?[\w~-][\w.~-]*$/;

function scriptsBelow(files: FileSystem, folder: string): string[] {
  const found: string[] = [];
  const folders = [folder];
  for (let at = folders.pop(); at !== undefined && found.length < filesAtMost; at = folders.pop()) {
    for (const { name, kind } of entriesOf(files, at)) {
      const file = path.join(at, name);
      if (kind === 'folder' && name !== 'node_modules') folders.push(file);
      else if (kind === 'file' && scriptPattern.test(name) && !/\.d\.[cm]?ts$/i.test(name)) found.push(file);
    }
  }
  return found.slice(0, filesAtMost);
}
