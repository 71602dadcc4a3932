// In: what a person named and how it is to be searched. Out: the root, and every file below the places that may have to do with
// swan, with what was passed by and what names swan's network and is not read.
// Knows nothing of what is in the programs.

import type { InEach } from '../../locale/locale.ts';
import path from 'node:path';

import { Failure } from '../failure.ts';
import type { Machine } from '../machine.ts';
import { isWithin, shownPath } from '../paths.ts';
import { findRoot } from '../root.ts';
import { type Search, searchFiles } from './search.ts';
import { findSearchRoots } from './search-roots.ts';
import { type UnreadFile, namesNetworkOf, packagesWithNetwork, unreadFile } from './unread.ts';

export interface SearchWish {
  /** Absolute, without links: what names, patterns and shown paths count from. */
  readonly cwd: string;
  /** Files, folders and patterns; without any, `cwd`. */
  readonly paths?: readonly string[];
  /** A folder, without links, that nothing of `paths` may lie outside of: a config named them, and the run writes. */
  readonly pathsWithin?: string;
  /** For a run over a part of another one: the root of that one. */
  readonly root?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Default true. */
  readonly gitignore?: boolean;
  readonly since?: string;
}

export interface Searched extends Search {
  readonly root: string;
  readonly unread: readonly UnreadFile[];
  /** It was for some files of the root only. */
  readonly isPartial: boolean;
  readonly warnings: readonly InEach<string>[];
}

/** @throws Failure when a place is not there */
export async function searchPlaces(machine: Machine, wish: SearchWish): Promise<Searched> {
  const { files, changedSince } = machine;
  const { cwd, paths = [], pathsWithin, since } = wish;
  const places = findSearchRoots(files, cwd, paths);
  const outside = places.find((place) => pathsWithin !== undefined && !isWithin(pathsWithin, place.path));
  if (outside)
    throw leavesFolder({ en: `${outside.named} among its paths`, 'zh-CN': `其路径中的 ${outside.named}` }, pathsWithin);
  const folders = places.map((place) => (place.isFolder ? place.path : path.dirname(place.path)));
  const root = wish.root ?? findRoot(files, cwd, folders);
  const changed = since === undefined ? undefined : await changedSince?.(root, since);
  const found = await searchFiles(files, places, {
    ...rulesOf(machine, wish, root),
    ...(changed && { since: changed }),
  });
  return {
    ...found,
    root,
    unread: await findUnread(machine, cwd, found),
    isPartial: since !== undefined || !places.some((place) => place.isFolder && isWithin(place.path, root)),
    warnings: found.unused.map((pattern): InEach<string> => ({
      en: `${pattern} means no file here; patterns count from the current folder`,
      'zh-CN': `${pattern} 在这里没有匹配到文件；模式从当前文件夹算起`,
    })),
  };
}

/** All scripts of the root, whatever the run is for. */
export async function searchRoot(machine: Machine, wish: SearchWish, root: string): Promise<Search> {
  return searchFiles(machine.files, [{ named: root, path: root, isFolder: true }], rulesOf(machine, wish, root));
}

function rulesOf({ rulesAround }: Machine, wish: SearchWish, root: string) {
  const { cwd, include = [], exclude = [], gitignore = true } = wish;
  return { cwd, root, include, exclude, hasGitignore: gitignore, ...(rulesAround && { rulesAround }) };
}

async function findUnread({ files }: Machine, cwd: string, { otherKinds, leftOut }: Search): Promise<UnreadFile[]> {
  const unread: UnreadFile[] = [];
  for (const file of otherKinds) {
    if (!(await namesNetworkOf(files, file))) continue;
    unread.push(unreadFile('unread-file', { file: shownPath(cwd, file), path: file }));
  }
  for (const shown of leftOut.get('dependencies') ?? []) {
    const folder = path.resolve(cwd, shown);
    for (const { name, count } of await packagesWithNetwork(files, folder)) {
      const place = { file: `${shown}/${name}`, path: path.join(folder, name) };
      unread.push(unreadFile('unread-package', place, count));
    }
  }
  return unread;
}

/** A project says by its config what of it is written, and of nothing else. */
export function leavesFolder(what: InEach<string>, folder = ''): Failure {
  return new Failure({
    what: {
      en: `the config names ${what.en}, which lies outside of its folder ${folder}, so nothing was written`,
      'zh-CN': `配置指明的${what['zh-CN']} 位于其文件夹 ${folder} 之外，因此没有写入任何内容`,
    },
    help: { en: 'Name it on the command line.', 'zh-CN': '请在命令行中指明它。' },
  });
}
