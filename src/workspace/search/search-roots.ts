// In: the paths that a person named. Out: the places to search, each of which exists; a pattern means some of the files of its folder.
// Knows nothing of what is in them.

import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

import { Failure, codeOf, reasonOf } from '../failure.ts';
import { askIfMeant } from '../suggest.ts';
import { type Patterns, compilePatterns, folderOf } from './patterns.ts';
import { shownPath } from '../paths.ts';

/** A path that was named and exists. */
export interface SearchRoot {
  readonly named: string;
  /** Absolute, without links in front of its last part; a folder's path is without any. */
  readonly path: string;
  readonly isFolder: boolean;
  /** Of its files only those that a pattern means, which counts from the place. */
  readonly wanted?: Patterns;
}

/**
 * The places that the arguments name: files, folders, or patterns such as `pages/**`.
 * @throws Failure when one of them names nothing
 */
export async function findSearchRoots(cwd: string, named: readonly string[]): Promise<SearchRoot[]> {
  const places: SearchRoot[] = [];
  for (const name of named.length > 0 ? named : ['.']) {
    const place = await findPlace(cwd, name);
    if (place) places.push(place);
    else places.push(await placeOfPattern(cwd, name));
  }
  return places;
}

async function findPlace(cwd: string, name: string): Promise<SearchRoot | undefined> {
  const absolute = path.resolve(cwd, name);
  try {
    await lstat(absolute);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EINVAL', 'ENAMETOOLONG'].includes(codeOf(error) ?? '')) return undefined;
    throw new Failure({ what: `${name} cannot be reached`, why: reasonOf(error) });
  }
  try {
    const isFolder = (await stat(absolute)).isDirectory();
    const real = isFolder
      ? await realpath(absolute)
      : path.join(await realpath(path.dirname(absolute)), path.basename(absolute));
    return { named: name, path: real, isFolder };
  } catch (error) {
    throw new Failure({ what: `${name} is a link that leads nowhere`, why: reasonOf(error) });
  }
}

/** A pattern chooses among the files that a run over its folder would read. */
async function placeOfPattern(cwd: string, name: string): Promise<SearchRoot> {
  const folder = folderOf(name);
  const place = folder === undefined ? undefined : await findPlace(cwd, folder);
  if (place?.isFolder !== true) throw await nothingThere(cwd, name, folder !== undefined);
  return { ...place, named: name, wanted: compilePatterns([shownPath(place.path, path.resolve(cwd, name))], '') };
}

/** What is said of a path or pattern that means nothing. */
export async function nothingThere(cwd: string, name: string, isPattern: boolean): Promise<Failure> {
  const folder = path.dirname(path.resolve(cwd, name));
  const siblings = await readdir(folder).catch((): string[] => []);
  const meant = askIfMeant(path.basename(name), siblings);
  return new Failure({
    what: isPattern ? `no file matches ${name}` : `there is no file or folder ${name}`,
    why: `Looked in ${folder}.`,
    help: meant ?? 'Give paths that exist; without a path the current folder is taken.',
  });
}
