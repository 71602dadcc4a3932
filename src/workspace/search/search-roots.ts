// In: the paths that a person named. Out: the places to search, each of which exists; a pattern means some of the files of its folder.
// Knows nothing of what is in them.

import path from 'node:path';

import { Failure, whyOf } from '../failure.ts';
import { askIfMeant } from '../suggest.ts';
import type { FileSystem } from '../files.ts';
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
export function findSearchRoots(files: FileSystem, cwd: string, named: readonly string[]): SearchRoot[] {
  const places: SearchRoot[] = [];
  for (const name of named.length > 0 ? named : ['.']) {
    places.push(findPlace(files, cwd, name) ?? placeOfPattern(files, cwd, name));
  }
  return places;
}

function findPlace(files: FileSystem, cwd: string, name: string): SearchRoot | undefined {
  const absolute = path.resolve(cwd, name);
  try {
    if (files.kindOf(absolute) === undefined) return undefined;
  } catch (error) {
    throw new Failure({ what: { en: `${name} cannot be reached`, 'zh-CN': `无法到达 ${name}` }, why: whyOf(error) });
  }
  try {
    const target = files.realPath(absolute);
    const isFolder = files.kindOf(target) === 'folder';
    const real = isFolder ? target : path.join(files.realPath(path.dirname(absolute)), path.basename(absolute));
    return { named: name, path: real, isFolder };
  } catch (error) {
    throw new Failure({
      what: { en: `${name} is a link that leads nowhere`, 'zh-CN': `${name} 是失效的链接` },
      why: whyOf(error),
    });
  }
}

/** A pattern chooses among the files that a run over its folder would read. */
function placeOfPattern(files: FileSystem, cwd: string, name: string): SearchRoot {
  const folder = folderOf(name);
  const place = folder === undefined ? undefined : findPlace(files, cwd, folder);
  if (place?.isFolder !== true) throw nothingThere(files, cwd, name, folder !== undefined);
  return { ...place, named: name, wanted: compilePatterns([shownPath(place.path, path.resolve(cwd, name))], '') };
}

/** What is said of a path or pattern that means nothing. */
export function nothingThere(files: FileSystem, cwd: string, name: string, isPattern: boolean): Failure {
  const folder = path.dirname(path.resolve(cwd, name));
  const meant = askIfMeant(path.basename(name), namesIn(files, folder));
  return new Failure({
    what: isPattern
      ? { en: `no file matches ${name}`, 'zh-CN': `没有文件与 ${name} 匹配` }
      : { en: `there is no file or folder ${name}`, 'zh-CN': `没有文件或文件夹 ${name}` },
    why: { en: `Looked in ${folder}.`, 'zh-CN': `查找的位置：${folder}` },
    help: meant ?? {
      en: 'Give paths that exist; without a path the current folder is taken.',
      'zh-CN': '请给出存在的路径；不给路径时使用当前文件夹。',
    },
  });
}

function namesIn(files: FileSystem, folder: string): string[] {
  try {
    return files.list(folder).map(({ name }) => name);
  } catch {
    return [];
  }
}
