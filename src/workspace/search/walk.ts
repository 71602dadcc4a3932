// In: a folder or file, and what is known of the search so far. Out: the script files below it, and what was passed by, noted there.
// Links are followed inside the root only; loops end by themselves. Opens no file but .gitignore.

import path from 'node:path';

import { scriptPattern } from '../choices.ts';
import type { InEach } from '../../locale/locale.ts';
import { whyOf } from '../failure.ts';
import { type FileSystem, type FolderEntry, findRealPath } from '../files.ts';
import { type IgnoreRules, enterFolder, isIgnored } from './ignore-rules.ts';
import { type LeftOut, type LeftOutReason, noteLeftOut } from './left-out.ts';
import { isNeverEntered, reasonToPassBy } from './passed-by.ts';
import type { Patterns } from './patterns.ts';
import { isWithin, shownPath } from '../paths.ts';
import type { FoundFile, SearchRules } from './search.ts';
import type { SearchRoot } from './search-roots.ts';
import { otherProgramPattern } from './unread.ts';

/** A search under way. */
export interface Walk {
  readonly files: FileSystem;
  readonly rules: SearchRules;
  readonly include: Patterns;
  readonly exclude: Patterns;
  /** A pattern asks for files of installed packages. */
  readonly isInPackagesWanted: boolean;
  /** By absolute path. */
  readonly found: Map<string, FoundFile>;
  readonly leftOut: LeftOut;
  readonly otherKinds: Set<string>;
  /** The place that is being searched, and the folders that were entered for it. */
  at: SearchRoot | undefined;
  visited: Set<string>;
}

function leaveOut(walk: Walk, reason: LeftOutReason, file: string): void {
  noteLeftOut(walk.leftOut, reason, shownPath(walk.rules.cwd, file));
}

/** @param isPassedBy the folder itself is left out, and only --include takes files from it */
export function enter(walk: Walk, folder: string, outer: IgnoreRules | undefined, isPassedBy: boolean): void {
  if (walk.visited.has(folder)) return;
  walk.visited.add(folder);
  let entries: readonly FolderEntry[];
  try {
    entries = walk.files.list(folder);
  } catch (error) {
    if (!isPassedBy) addFault(walk, folder, whyOf(error));
    return;
  }
  const inner = walk.rules.hasGitignore ? enterFolder(walk.files, folder, outer) : undefined;
  for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (isMisread(walk.files, file)) meetMisread(walk, file, entry, inner, isPassedBy);
    else if (entry.kind === 'link') followLink(walk, file, inner, isPassedBy);
    else if (entry.kind === 'folder') meetFolder(walk, file, inner, isPassedBy);
    else if (!isProgram(entry.name)) continue;
    else if (entry.kind === 'file') meetFile(walk, file, inner, isPassedBy);
    else if (!isPassedBy && scriptPattern.test(entry.name)) leaveOut(walk, 'special', file);
  }
}

function addFault(walk: Walk, file: string, fault: InEach<string>): void {
  walk.found.set(file, { file: shownPath(walk.rules.cwd, file), path: file, isIncluded: false, fault });
}

function meetMisread(
  walk: Walk,
  file: string,
  entry: FolderEntry,
  inner: IgnoreRules | undefined,
  isPassedBy: boolean,
): void {
  const isFolder = entry.kind === 'folder';
  if (isPassedBy || isIgnored(inner, file, isFolder)) return;
  if (matches(walk, walk.exclude, file)) leaveOut(walk, 'excluded', file);
  else if (isFolder || scriptPattern.test(entry.name))
    addFault(walk, file, { en: 'its name is not UTF-8', 'zh-CN': '它的名字不是 UTF-8' });
}

function meetFolder(walk: Walk, folder: string, inner: IgnoreRules | undefined, isPassedBy: boolean): void {
  const name = path.basename(folder);
  if (isNeverEntered(name)) return;
  if (matches(walk, walk.exclude, folder)) {
    leaveOut(walk, 'excluded', folder);
    return;
  }
  const reason = reasonToPassBy(name, () => isIgnored(inner, folder, true));
  if (reason === undefined || isPassedBy) {
    enter(walk, folder, inner, isPassedBy);
    return;
  }
  const isIncluded = matches(walk, walk.include, folder);
  if (!isIncluded) leaveOut(walk, reason, folder);
  const isWanted = walk.rules.include.length > 0 && (reason !== 'dependencies' || walk.isInPackagesWanted);
  if (isIncluded || isWanted) enter(walk, folder, inner, true);
}

function meetFile(walk: Walk, file: string, inner: IgnoreRules | undefined, isPassedBy: boolean): void {
  if (matches(walk, walk.include, file)) meet(walk, file, 'included');
  else if (isPassedBy) return;
  else if (isIgnored(inner, file, false)) leaveOut(walk, 'ignored', file);
  else meet(walk, file, 'found');
}

function followLink(walk: Walk, link: string, inner: IgnoreRules | undefined, isPassedBy: boolean): void {
  const { files, rules } = walk;
  const real = findRealPath(files, link);
  const kind = real === undefined ? undefined : files.kindOf(real);
  if (real === undefined || kind === undefined || !isWithin(rules.root, real)) {
    if (!isPassedBy && (real === undefined || kind === 'folder' || scriptPattern.test(link))) {
      leaveOut(walk, 'linksOut', link);
    }
    return;
  }
  if (kind === 'folder') meetFolder(walk, real, inner, isPassedBy);
  else if (kind === 'file' && isProgram(real)) meetFile(walk, real, inner, isPassedBy);
}

export function meet(walk: Walk, file: string, how: 'named' | 'included' | 'found'): void {
  if (walk.at?.wanted?.matches(shownPath(walk.at.path, file)) === false) return;
  if (matches(walk, walk.exclude, file)) {
    leaveOut(walk, 'excluded', file);
    return;
  }
  if (how === 'named') {
    const real = walk.files.realPath(file);
    if (walk.files.kindOf(real) !== 'file') {
      leaveOut(walk, 'special', file);
      return;
    }
    if (!isWithin(walk.rules.root, real)) {
      leaveOut(walk, 'linksOut', file);
      return;
    }
    if (!scriptPattern.test(file)) leaveOut(walk, 'otherKinds', file);
    file = real;
  }
  if (walk.rules.since?.has(file) === false) return;
  if (!scriptPattern.test(file)) {
    walk.otherKinds.add(file);
    return;
  }
  if (walk.found.has(file)) return;
  walk.found.set(file, { file: shownPath(walk.rules.cwd, file), path: file, isIncluded: how !== 'found' });
}

function matches(walk: Walk, patterns: Patterns, file: string): boolean {
  // Patterns are relative to where the command runs, and for what lies elsewhere to the root.
  const base = isWithin(walk.rules.cwd, file) ? walk.rules.cwd : walk.rules.root;
  const relative = shownPath(base, file);
  return relative !== '.' && !relative.startsWith('../') && patterns.matches(relative);
}

/** A name that is not UTF-8 is read with a replacement in it, and nothing is there under that name. */
function isMisread(files: FileSystem, file: string): boolean {
  return path.basename(file).includes('\ufffd') && files.kindOf(file) === undefined;
}

function isProgram(name: string): boolean {
  return scriptPattern.test(name) || otherProgramPattern.test(name);
}
