// In: what is known of a workspace, and what each file comes to by itself. Out: what the files come to together: the sockets of
// one program stay or move as one, a shim has the name and kind that all of its importers can load, the constants of one
// module show where the calls of another lead, and a file path that one end cannot use is warned about at both.
// Knows nothing of how a file is read.

import type { FileResult } from './file-result.ts';
import type { FileRuns } from './file-runs.ts';
import { taskOf } from './facts.ts';
import type { KnownFolder, WorkspaceOptions } from './known.ts';
import { withPathWarnings } from './programs/file-paths.ts';
import { withOrigins } from './programs/origins.ts';
import { findSocketsToKeep } from './programs/sockets.ts';
import type { FileOutcome, FileTask } from './rewrite-file.ts';
import type { FoundFile } from './search/search.ts';
import { type SettledHome, type ShimHome, settleHomes, specifierAt } from './shims/shim-homes.ts';
import type { ShimPlace } from './shims/shim-place.ts';

export interface Settlement {
  /** Those that have to do with swan, in the order of the search. */
  readonly files: readonly FileResult[];
  /** What each file was told by then, where that is more than what it was told at first. */
  readonly tasks: ReadonlyMap<string, FileTask>;
  /** Left alone, as a machine wrote them. */
  readonly generated: readonly FoundFile[];
  /** How many more name swan and none of its network. */
  readonly uncounted: number;
  /** Where their shims go. */
  readonly homes: readonly SettledHome[];
}

export interface DraftTasks {
  readonly of: (found: FoundFile) => FileTask;
  /** For whoever gives the file another text than the one that was looked at: it may name swan. */
  readonly ofText: (found: FoundFile) => FileTask;
}

/** What is said to a file before the rest of its program was asked; the same for as long as the same is known. */
export function draftTasks(known: KnownFolder, options: WorkspaceOptions): DraftTasks {
  const ofText = remembered((found) => taskWith(found, known, options, (home) => home.guess));
  const ofSilent = remembered((found): FileTask => ({ found, specifier: './swan-net.js', isSilent: true }));
  const isSilent = ({ path }: FoundFile): boolean => known.silent.has(path) && !known.project.importers.has(path);
  return { of: (found) => (isSilent(found) ? ofSilent(found) : ofText(found)), ofText };
}

function remembered(find: (found: FoundFile) => FileTask): (found: FoundFile) => FileTask {
  const tasks = new WeakMap<FoundFile, FileTask>();
  return (found) => {
    const task = tasks.get(found) ?? find(found);
    tasks.set(found, task);
    return task;
  };
}

function taskWith(
  found: FoundFile,
  { project, homeOf }: KnownFolder,
  { target, specifier }: WorkspaceOptions,
  placeOf: (home: ShimHome) => ShimPlace,
): FileTask {
  const { path } = found;
  // Who only looks writes nothing, and asks for no style.
  if (target === undefined) return taskOf(found, './swan-net.js', project);
  const home = homeOf?.(path);
  const name = (home ? specifierAt(path, placeOf(home), home) : specifier) ?? './swan-net.js';
  const task = taskOf(found, name, project);
  return { ...task, house: project.styleFor(path), mayRunEarly: project.mayRunEarly(path) };
}

/** @throws Failure when a shim cannot go where it should */
export async function settle(
  known: KnownFolder,
  options: WorkspaceOptions,
  runs: FileRuns,
  draftTasks: DraftTasks,
  folderOf: (file: string) => string,
): Promise<Settlement> {
  const { searched, homeOf, project } = known;
  const drafts: (readonly [FoundFile, FileOutcome])[] = [];
  for (const found of searched.found) {
    const task = draftTasks.of(found);
    runs.note(task);
    drafts.push([found, await runs.run(task)]);
  }
  const generated = drafts.flatMap(([found, outcome]) => (outcome === 'generated' ? [found] : []));
  const uncounted = drafts.filter(([, outcome]) => outcome === 'uncounted').length;
  const foundAt = new Map(drafts.map(([found]) => [found.path, found]));
  const tasks = new Map<string, FileTask>();
  let files = drafts.flatMap(([, outcome]) => (typeof outcome === 'object' ? [outcome] : []));
  if (options.target === undefined) {
    return { files: await withOrigins(files, project), tasks, generated, uncounted, homes: [] };
  }
  const stays = await findSocketsToKeep(files, folderOf);
  const rerun = async (some: ReadonlySet<string>, placeOf: (home: ShimHome) => ShimPlace): Promise<FileResult[]> => {
    const results: FileResult[] = [];
    for (const file of files) {
      const found = foundAt.get(file.path);
      if (!found || !some.has(file.path)) {
        results.push(file);
        continue;
      }
      const task = told(found, placeOf);
      tasks.set(file.path, task);
      const outcome = await runs.run(task);
      results.push(typeof outcome === 'object' ? outcome : file);
    }
    return results;
  };
  const told = (found: FoundFile, placeOf: (home: ShimHome) => ShimPlace): FileTask => {
    const task = taskWith(found, known, options, placeOf);
    const socketThatStays = stays.get(found.path);
    return socketThatStays === undefined ? task : { ...task, socketThatStays };
  };
  if (stays.size > 0) files = await rerun(new Set(stays.keys()), (home) => home.guess);
  const homes = homeOf ? await settleHomes(files, homeOf, known.homesWish, known.earlierAt) : [];
  // The kind of its importers gave a shim another name, so they are told it.
  const moved = new Map(
    homes.filter(({ home, place }) => place.path !== home.guess.path).map((one) => [one.home, one]),
  );
  if (homeOf && moved.size > 0) {
    const importers = files.filter(({ path, shim }) => shim.length > 0 && moved.has(homeOf(path)));
    files = await rerun(new Set(importers.map(({ path }) => path)), (home) => moved.get(home)?.place ?? home.guess);
  }
  return {
    files: await withPathWarnings(await withOrigins(files, project), folderOf),
    tasks,
    generated,
    uncounted,
    homes,
  };
}

/** Whether others may have a say in what a file comes to, or it in what others do. */
export function isCoupled({
  sites,
  shim,
  openUrls = [],
  unwanted = [],
}: Pick<FileResult, 'shim' | 'openUrls' | 'unwanted'> & {
  readonly sites: readonly Pick<FileResult['sites'][number], 'api' | 'isPathOpen'>[];
}): boolean {
  return shim.length > 0 || openUrls.length > 0 || unwanted.length > 0 || sites.some(isOfOthers);
}

function isOfOthers({ api, isPathOpen }: Pick<FileResult['sites'][number], 'api' | 'isPathOpen'>): boolean {
  return isPathOpen === true || api !== 'request';
}
