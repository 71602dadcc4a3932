// In: files that hold programs and are not read: of other kinds, generated ones, and the packages of the program.
// Out: those that name network APIs of swan, so that no run passes over them in silence.
// Looks at words only: what the calls are is for a person to see.

import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';

import { scriptPattern } from '../choices.ts';
import { memberOf } from '../json.ts';
import { readRegular, settingsLimit } from '../disk/regular-file.ts';
import { isWithin } from '../paths.ts';

export interface UnreadFile {
  /** Relative to where the command ran; of a package its folder. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  readonly code: 'unread-file' | 'generated-file' | 'unread-package';
  readonly message: string;
  /** How many files of a package name swan's network. */
  readonly count: number;
}

export async function unreadFile(
  code: UnreadFile['code'],
  place: { readonly file: string; readonly path: string },
  count = 1,
): Promise<UnreadFile> {
  const { catalogue } = await import('../../index.ts');
  return { file: place.file, path: place.path, code, message: catalogue[code].message({ count }), count };
}

/** Programs, or what holds some, that no parser here knows. */
export const otherProgramPattern = /\.(?:x?html?|svelte|astro|ux|coffee|litcoffee|ls|es6?|jsm|mdx|ejs|wxs)$/i;

/** So many files of one package are looked at: enough for every library that a mini-program can hold. */
const filesAtMost = 2000;

/** In bytes: larger than any program. */
const sizeLimit = 64 * 1024 * 1024;

export async function namesNetworkOf(file: string): Promise<boolean> {
  const bytes = (await readRegular(file, { limit: sizeLimit }).catch(() => undefined))?.bytes;
  if (!bytes?.includes('swan')) return false;
  const { namesNetwork } = await import('../../index.ts');
  return namesNetwork(bytes.toString('utf8'));
}

/**
 * The packages in a folder of installed ones that the program beside it is packed with, each with the number of its
 * files that name swan's network. What only its tools need is not asked for.
 */
export async function packagesWithNetwork(
  folder: string,
): Promise<{ readonly name: string; readonly count: number }[]> {
  const found: { name: string; count: number }[] = [];
  for (const name of await packagesIn(folder)) {
    let count = 0;
    const real = await realpath(path.join(folder, name)).catch(() => undefined);
    // Some installers lay packages beside each other and link to them; a link that leads away is no installed package.
    if (real === undefined || !isWithin(path.dirname(folder), real)) continue;
    for (const file of await scriptsBelow(real)) if (await namesNetworkOf(file)) count++;
    if (count > 0) found.push({ name, count });
  }
  return found;
}

async function packagesIn(folder: string): Promise<string[]> {
  if (path.basename(folder) !== 'node_modules') {
    // Such a folder was made for the program, package by package.
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  }
  try {
    const { bytes } = await readRegular(path.join(folder, '../package.json'), { limit: settingsLimit });
    const listed = memberOf(JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, '')), 'dependencies');
    const names = typeof listed === 'object' && listed !== null ? Object.keys(listed) : [];
    return names.filter((name) => packageName.test(name)).sort();
  } catch {
    return []; // no list, so nothing that the program asks for by name
  }
}

const packageName = /^(?:@[\w~-][\w.~-]*\/)?[\w~-][\w.~-]*$/;

async function scriptsBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  const folders = [folder];
  for (let at = folders.pop(); at !== undefined && found.length < filesAtMost; at = folders.pop()) {
    for (const entry of await readdir(at, { withFileTypes: true }).catch(() => [])) {
      const file = path.join(at, entry.name);
      if (entry.isDirectory() && entry.name !== 'node_modules') folders.push(file);
      else if (entry.isFile() && scriptPattern.test(entry.name) && !/\.d\.[cm]?ts$/i.test(entry.name)) found.push(file);
    }
  }
  return found.slice(0, filesAtMost);
}
