// In: the paths that a person named, and the rules for what to leave out. Out: the script files, in a fixed order,
// each once, and what was passed by. Links are followed inside the root only; loops end by themselves.
// Opens no file but .gitignore: what is in the scripts is for others to read.

import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

import { scriptPattern } from '../../src/workspace/choices.ts';
import { Failure, codeOf, reasonOf } from '../failure.ts';
import { askIfMeant } from '../suggest.ts';
import { changedSince, findLocalExcludes, findWorkTree } from './git.ts';
import { type IgnoreRules, enterFolder, isIgnored, readRules } from './ignore-rules.ts';
import { type LeftOut, noteLeftOut } from './left-out.ts';
import { isNeverEntered } from './passed-by.ts';
import { type Patterns, compilePatterns, folderOf } from './patterns.ts';
import { isWithin, shownPath, upwards } from './root.ts';
import { otherProgramPattern } from './unread.ts';

export interface FoundFile {
  /** Relative to where the command runs, with `/`. */
  readonly file: string;
  /** Absolute, without links: what is read and written. */
  readonly path: string;
  /** Named by a person, on the command line or with --include: taken even when it looks generated. */
  readonly isIncluded: boolean;
  /** Why it cannot be read, as far as the search knows: a folder may stand here, too. */
  readonly fault?: string;
}

/** A path that was named and exists. */
export interface Start {
  readonly named: string;
  /** Absolute, without links in front of its last part; a folder's path is without any. */
  readonly path: string;
  readonly isFolder: boolean;
  /** Of its files only those that a pattern means, which counts from the place. */
  readonly wanted?: Patterns;
}

export interface Search {
  readonly found: readonly FoundFile[];
  readonly leftOut: LeftOut;
  /** Files that may hold programs of kinds that are not read; absolute, without links. */
  readonly otherKinds: readonly string[];
  /** The patterns that meant no path, with their flags. */
  readonly unused: readonly string[];
}

export interface SearchRules {
  readonly cwd: string;
  readonly root: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly hasGitignore: boolean;
  readonly since?: string;
}

const dependencies = new Set(['node_modules', 'bower_components', 'jspm_packages', 'miniprogram_npm']);
const builds = new Set(['dist', 'build', 'output', 'unpackage', 'coverage', '.cache', '.next', '.nuxt', '.output']);

/** Why a folder of this name is left out, unless somebody asks for what is in it. */
export function reasonToPassBy(
  name: string,
  isFolderIgnored: () => boolean,
): 'dependencies' | 'builds' | 'ignored' | undefined {
  if (dependencies.has(name)) return 'dependencies';
  if (builds.has(name)) return 'builds';
  return isFolderIgnored() ? 'ignored' : undefined;
}

/**
 * The places that the arguments name: files, folders, or patterns such as `pages/**`.
 * @throws Failure when one of them names nothing
 */
export async function findSearchRoots(cwd: string, named: readonly string[]): Promise<Start[]> {
  const places: Start[] = [];
  for (const name of named.length > 0 ? named : ['.']) {
    const place = await findPlace(cwd, name);
    if (place) places.push(place);
    else places.push(await placeOfPattern(cwd, name));
  }
  return places;
}

async function findPlace(cwd: string, name: string): Promise<Start | undefined> {
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
async function placeOfPattern(cwd: string, name: string): Promise<Start> {
  const folder = folderOf(name);
  const place = folder === undefined ? undefined : await findPlace(cwd, folder);
  if (place?.isFolder !== true) throw await nothingThere(cwd, name, folder !== undefined);
  return { ...place, named: name, wanted: compilePatterns([shownPath(place.path, path.resolve(cwd, name))], '') };
}

async function nothingThere(cwd: string, name: string, isPattern: boolean): Promise<Failure> {
  const folder = path.dirname(path.resolve(cwd, name));
  const siblings = await readdir(folder).catch((): string[] => []);
  const meant = askIfMeant(path.basename(name), siblings);
  return new Failure({
    what: isPattern ? `no file matches ${name}` : `there is no file or folder ${name}`,
    why: `Looked in ${folder}.`,
    help: meant ?? 'Give paths that exist; without a path the current folder is taken.',
  });
}

/** All script files in the places. */
export async function searchFiles(places: readonly Start[], rules: SearchRules): Promise<Search> {
  const since = rules.since === undefined ? undefined : await changedSince(rules.root, rules.since);
  const include = compilePatterns(rules.include, '--include');
  const exclude = compilePatterns(rules.exclude, '--exclude');
  const leftOut: LeftOut = new Map();
  const otherKinds = new Set<string>();
  const isInPackagesWanted = rules.include.some((glob) => glob.includes('node_modules'));
  const found = new Map<string, FoundFile>();
  let visited = new Set<string>();
  /** The place that is being searched. */
  let at: Start | undefined;
  for (const place of places) {
    at = place;
    if (!place.isFolder) {
      await meet(place.path, 'named');
      continue;
    }
    visited = new Set();
    const outer = rules.hasGitignore ? await rulesAround(place.path) : undefined;
    await enter(place.path, outer, false);
    if (place.wanted && place.wanted.unused().length > 0) throw await nothingThere(rules.cwd, place.named, true);
  }
  // What was taken in after all is not left out.
  const taken = new Set([...found.values()].flatMap(({ file, isIncluded }) => (isIncluded ? around(file) : [])));
  for (const [reason, paths] of leftOut)
    leftOut.set(
      reason,
      paths.filter((one) => !taken.has(one)),
    );
  return {
    found: [...found.values()].sort((a, b) => (a.file < b.file ? -1 : 1)),
    leftOut,
    otherKinds: [...otherKinds].sort(),
    unused: [
      ...include.unused().map((glob) => `--include ${glob}`),
      ...exclude.unused().map((glob) => `--exclude ${glob}`),
    ],
  };

  function leaveOut(reason: Parameters<typeof noteLeftOut>[1], file: string): void {
    noteLeftOut(leftOut, reason, shownPath(rules.cwd, file));
  }

  /** @param isPassedBy the folder itself is left out, and only --include takes files from it */
  async function enter(folder: string, outer: IgnoreRules | undefined, isPassedBy: boolean): Promise<void> {
    if (visited.has(folder)) return;
    visited.add(folder);
    let entries: Dirent[];
    try {
      entries = await readdir(folder, { withFileTypes: true });
    } catch (error) {
      if (!isPassedBy) addFault(folder, reasonOf(error));
      return;
    }
    const inner = rules.hasGitignore ? enterFolder(folder, outer) : undefined;
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = path.join(folder, entry.name);
      if (await isMisread(file)) meetMisread(file, entry, inner, isPassedBy);
      else if (entry.isSymbolicLink()) await followLink(file, inner, isPassedBy);
      else if (entry.isDirectory()) await meetFolder(file, inner, isPassedBy);
      else if (!isProgram(entry.name)) continue;
      else if (entry.isFile()) await meetFile(file, inner, isPassedBy);
      else if (!isPassedBy && scriptPattern.test(entry.name)) leaveOut('special', file);
    }
  }

  function addFault(file: string, fault: string): void {
    found.set(file, { file: shownPath(rules.cwd, file), path: file, isIncluded: false, fault });
  }

  function meetMisread(file: string, entry: Dirent, inner: IgnoreRules | undefined, isPassedBy: boolean): void {
    const isFolder = entry.isDirectory();
    if (isPassedBy || isIgnored(inner, file, isFolder)) return;
    if (matches(exclude, file)) leaveOut('excluded', file);
    else if (isFolder || scriptPattern.test(entry.name)) addFault(file, 'its name is not UTF-8');
  }

  async function meetFolder(folder: string, inner: IgnoreRules | undefined, isPassedBy: boolean): Promise<void> {
    const name = path.basename(folder);
    if (isNeverEntered(name)) return;
    if (matches(exclude, folder)) {
      leaveOut('excluded', folder);
      return;
    }
    const reason = reasonToPassBy(name, () => isIgnored(inner, folder, true));
    if (reason === undefined || isPassedBy) {
      await enter(folder, inner, isPassedBy);
      return;
    }
    const isIncluded = matches(include, folder);
    if (!isIncluded) leaveOut(reason, folder);
    const isWanted = rules.include.length > 0 && (reason !== 'dependencies' || isInPackagesWanted);
    if (isIncluded || isWanted) await enter(folder, inner, true);
  }

  async function meetFile(file: string, inner: IgnoreRules | undefined, isPassedBy: boolean): Promise<void> {
    if (matches(include, file)) await meet(file, 'included');
    else if (isPassedBy) return;
    else if (isIgnored(inner, file, false)) leaveOut('ignored', file);
    else await meet(file, 'found');
  }

  async function followLink(link: string, inner: IgnoreRules | undefined, isPassedBy: boolean): Promise<void> {
    const real = await realpath(link).catch(() => undefined);
    const status = real === undefined ? undefined : await stat(real).catch(() => undefined);
    if (real === undefined || !status || !isWithin(rules.root, real)) {
      if (!isPassedBy && (real === undefined || status?.isDirectory() === true || scriptPattern.test(link))) {
        leaveOut('linksOut', link);
      }
      return;
    }
    if (status.isDirectory()) await meetFolder(real, inner, isPassedBy);
    else if (status.isFile() && isProgram(real)) await meetFile(real, inner, isPassedBy);
  }

  async function meet(file: string, how: 'named' | 'included' | 'found'): Promise<void> {
    if (at?.wanted?.matches(shownPath(at.path, file)) === false) return;
    if (matches(exclude, file)) {
      leaveOut('excluded', file);
      return;
    }
    if (how === 'named') {
      const real = await realpath(file);
      const status = await stat(real);
      if (!status.isFile()) {
        leaveOut('special', file);
        return;
      }
      if (!isWithin(rules.root, real)) {
        leaveOut('linksOut', file);
        return;
      }
      if (!scriptPattern.test(file)) leaveOut('otherKinds', file);
      file = real;
    }
    if (since && !since.has(file)) return;
    if (!scriptPattern.test(file)) {
      otherKinds.add(file);
      return;
    }
    if (found.has(file)) return;
    found.set(file, { file: shownPath(rules.cwd, file), path: file, isIncluded: how !== 'found' });
  }

  function matches(patterns: Patterns, file: string): boolean {
    // Patterns are relative to where the command runs, and for what lies elsewhere to the root.
    const base = isWithin(rules.cwd, file) ? rules.cwd : rules.root;
    const relative = shownPath(base, file);
    return relative !== '.' && !relative.startsWith('../') && patterns.matches(relative);
  }
}

/** A name that is not UTF-8 is read with a replacement in it, and nothing is there under that name. */
async function isMisread(file: string): Promise<boolean> {
  if (!path.basename(file).includes('\ufffd')) return false;
  return lstat(file).then(
    () => false,
    () => true,
  );
}

function isProgram(name: string): boolean {
  return scriptPattern.test(name) || otherProgramPattern.test(name);
}

/** The path itself and the folders around it, as paths with `/`. */
function around(file: string): string[] {
  const parts = file.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

/** The rules that the folders around `folder` set, as far as git looks: up to the top of the work tree. */
export async function rulesAround(folder: string): Promise<IgnoreRules | undefined> {
  const top = await findWorkTree(folder).catch(() => undefined);
  if (top === undefined || !isWithin(top, folder)) return undefined;
  const excludes = await findLocalExcludes(folder);
  let rules = excludes === undefined ? undefined : readRules(top, excludes, undefined);
  const around = upwards(folder).filter((at) => at !== folder && isWithin(top, at));
  for (const at of around.reverse()) rules = enterFolder(at, rules);
  return rules;
}
