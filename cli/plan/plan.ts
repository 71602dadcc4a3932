// In: the settings of a run. Out: its plan: what every file comes to, and the shims that the files need.
// Files are read one after the other (or by several threads); texts that stay as they are are let go at once.
// Writes nothing.

import path from 'node:path';

import { Failure } from '../../src/workspace/failure.ts';
import { type LeftOut, noteLeftOut } from '../../src/workspace/search/left-out.ts';
import { findRoot, isWithin, shownPath } from '../../src/workspace/paths.ts';
import { type FoundFile, type Search, searchFiles } from '../../src/workspace/search/search.ts';
import { findSearchRoots } from '../../src/workspace/search/search-roots.ts';
import { type UnreadFile, namesNetworkOf, packagesWithNetwork, unreadFile } from '../../src/workspace/search/unread.ts';
import type { MigrateSettings, ReadSettings } from '../settings.ts';
import { type DeepThread, startDeepThread } from './deep-thread.ts';
import type { FileResult } from '../../src/workspace/file-result.ts';
import { type Accept, type FileJob, type FileOutcome, type FileTask, isTooDeep, rewriteFile } from '../../src/workspace/rewrite-file.ts';
import { withOrigins } from '../../src/workspace/programs/origins.ts';
import { type NamedProgram, findPrograms, namedPrograms, programsWithCalls } from '../../src/workspace/programs/programs.ts';
import { findPackedFolders } from '../../src/workspace/programs/packed-folders.ts';
import { findProject, taskOf } from '../../src/workspace/facts.ts';
import { type ShimHome, findShimHomes, settleHomes, specifierAt } from '../../src/workspace/shims/shim-homes.ts';
import { findSocketsToKeep, haveSockets, socketWarnings } from '../../src/workspace/programs/sockets.ts';
import { withPathWarnings } from '../../src/workspace/programs/file-paths.ts';
import { type ShimFile, linkShimFile } from '../../src/workspace/shims/shim-file.ts';
import type { ShimPlace } from '../../src/workspace/shims/shim-place.ts';
import { type ScriptTypesOf, findScriptTypes } from '../../src/workspace/shims/script-types.ts';
import { timeoutsFor } from '../../src/workspace/shims/shim-timeouts.ts';

/** What a command saw: every file that may have to do with swan, and what it passed by. */
export interface Survey {
  readonly root: string;
  /** How many script files there are, whether they have to do with swan or not. */
  readonly looked: number;
  readonly leftOut: LeftOut;
  /** What names network APIs of swan and was not read. */
  readonly unread: readonly UnreadFile[];
  /** The run was for some files of the root only. */
  readonly isPartial: boolean;
  /** The run was for these APIs only. */
  readonly only?: ReadSettings['only'];
  readonly files: readonly FileResult[];
  /** Those that the calls belong to. */
  readonly programs: readonly NamedProgram[];
  /** In words, about the run as a whole. */
  readonly warnings: readonly string[];
}

export interface Plan extends Survey {
  /** One for each program that needs it, in the order of the files. */
  readonly shims: readonly ShimFile[];
  /** The folder of the program that a file belongs to. */
  readonly folderOf: (file: string) => string;
  /** What the TypeScript files that change see. */
  readonly types: ScriptTypesOf;
}

/** What the person at the terminal gets to know while it runs. */
export interface Watcher {
  start(total: number): void;
  step(): void;
  stop(): void;
}

export interface Wanted {
  readonly hasText: boolean;
  readonly hasHunks: boolean;
  readonly hasChanges: boolean;
  /** It is made to be shown, and what it leaves out is not left out for good. */
  readonly isSample?: boolean;
}

/** Asked for every site of a file, in place of taking them all. */
export type AcceptIn = (found: FoundFile) => Accept;

/** Without a target nothing is rewritten. */
const lookJob: FileJob = { style: 'native', sockets: 'one', hasText: false, hasHunks: false, hasChanges: false };

/** Looks without a target, for scan and check. */
export async function survey(settings: ReadSettings, watcher?: Watcher): Promise<Survey> {
  const searched = await search(settings);
  const { root, found } = searched;
  const job: FileJob = { ...lookJob, ...(settings.only && { only: settings.only }) };
  const programOf = findPrograms(root);
  const project = await findProject(root, found, programOf, settings);
  const tasks = found.map((file) => taskOf(file, './swan-net.js', project));
  const { files: looked, generated } = await runFiles(tasks, job, watcher);
  const files = await withOrigins(looked, project);
  const programs = namedPrograms(programsWithCalls(files, programOf), settings.cwd);
  return { ...(await surveyOf(settings, searched, files, generated)), programs, warnings: searched.warnings };
}

/** @throws Failure when a shim cannot go where it should */
export async function makePlan(
  settings: MigrateSettings,
  wanted: Wanted,
  watcher?: Watcher,
  acceptIn?: AcceptIn,
): Promise<Plan> {
  const searched = await search(settings);
  const { root, found } = searched;
  const { target, style, sockets, shim, only, isMarked, isUnwrapped, cwd, project: tsconfig } = settings;
  const wish = { cwd, root, ...(shim !== undefined && { shim }), ...(tsconfig !== undefined && { project: tsconfig }) };
  const { shimWithin } = settings;
  if (shim !== undefined && shimWithin !== undefined && !isWithin(shimWithin, path.resolve(root, shim))) {
    throw leavesFolder(`the shim ${shim}`, shimWithin);
  }
  const programOf = findPrograms(root);
  const packedFolderOf = findPackedFolders(root, programOf);
  const homeOf = await findShimHomes(wish, found, packedFolderOf);
  const rules = { target, style, sockets, mark: isMarked, unwrap: isUnwrapped };
  const job: FileJob = { ...rules, ...wanted, ...(only && { only }) };
  const project = await findProject(root, found, programOf, settings);
  const tasksFor = (some: readonly FoundFile[], placeOf: (home: ShimHome) => ShimPlace) =>
    some.map((file) => {
      const home = homeOf(file.path);
      const task = taskOf(file, specifierAt(file.path, placeOf(home), home), project);
      return { ...task, house: project.styleFor(file.path), mayRunEarly: project.mayRunEarly(file.path) };
    });
  const first = tasksFor(found, (home) => home.guess);
  const { files, generated } = await runFiles(first, job, watcher, acceptIn);
  const folderOf = (file: string): string => programOf(file)?.folder ?? root;
  const stays = await findSocketsToKeep(files, folderOf);
  const rerun = async (tasks: readonly FileTask[]): Promise<void> => {
    const kept = tasks.map((task) => {
      const socketThatStays = stays.get(task.found.path);
      return socketThatStays === undefined ? task : { ...task, socketThatStays };
    });
    const again = await runFiles(kept, job, undefined, acceptIn);
    const byPath = new Map(again.files.map((file) => [file.path, file]));
    for (const [i, file] of files.entries()) files[i] = byPath.get(file.path) ?? file;
  };
  if (stays.size > 0) await rerun(first.filter(({ found: file }) => stays.has(file.path)));
  const homes = await settleHomes(files, homeOf, wish);
  const moved = new Map(
    homes.filter(({ home, place }) => place.path !== home.guess.path).map((one) => [one.home, one]),
  );
  if (moved.size > 0) {
    // The kind of its importers gave a shim another name, so they are told it.
    const again = new Set(files.filter((file) => file.shim.length > 0).map((file) => file.path));
    const importers = found.filter((file) => again.has(file.path) && moved.has(homeOf(file.path)));
    await rerun(tasksFor(importers, (home) => moved.get(home)?.place ?? home.guess));
  }
  const others = searched.isPartial && wanted.isSample !== true ? await otherSockets(settings, searched, files) : [];
  const warnings: string[] = [...searched.warnings, ...(await socketWarnings(files, others, folderOf))];
  const shims: ShimFile[] = [];
  for (const { home, place, existing, title } of homes) {
    const served = files.filter((file) => homeOf(file.path) === home);
    const names = [...new Set(served.flatMap((file) => file.shim))];
    if (names.length === 0) continue;
    const { timeouts, warnings: own } = timeoutsFor({
      shim: place.path,
      files: served,
      all: files,
      programOf,
      packedFolderOf,
      cwd,
    });
    shims.push(await linkShimFile({ place, title, existing, target, sockets, names, timeouts }));
    warnings.push(...own);
  }
  const programs = namedPrograms(programsWithCalls(files, programOf), cwd);
  const told = await withPathWarnings(await withOrigins(files, project), folderOf);
  const surveyed = await surveyOf(settings, searched, told, generated);
  const types = await findScriptTypes(files, project, { root, named: tsconfig });
  return { ...surveyed, programs, warnings, shims, folderOf, types };
}

/** What the files that the run is not for have to do with the sockets of those that it is for. */
async function otherSockets(
  settings: MigrateSettings,
  { root, found }: Searched,
  files: readonly FileResult[],
): Promise<FileResult[]> {
  if (files.length === 0) return [];
  const { socketApis } = await import('../../src/index.ts');
  if (!haveSockets(files, socketApis)) return [];
  const { cwd, include, exclude, gitignore } = settings;
  const own = new Set(found.map((file) => file.path));
  const whole = [{ named: root, path: root, isFolder: true }];
  const all = await searchFiles(whole, { cwd, root, include, exclude, hasGitignore: gitignore });
  const tasks = all.found
    .filter((file) => !own.has(file.path))
    .map((file) => ({ found: { ...file, isIncluded: false }, specifier: './swan-net.js' }));
  return (await runFiles(tasks, { ...lookJob, only: socketApis })).files;
}

interface Searched extends Search {
  readonly root: string;
  readonly unread: readonly UnreadFile[];
  readonly isPartial: boolean;
  readonly warnings: readonly string[];
}

async function search(settings: ReadSettings): Promise<Searched> {
  const { cwd, paths, pathsWithin, include, exclude, gitignore, since } = settings;
  const places = await findSearchRoots(cwd, paths);
  const outside = places.find((place) => pathsWithin !== undefined && !isWithin(pathsWithin, place.path));
  if (outside) throw leavesFolder(`${outside.named} among its paths`, pathsWithin);
  const folders = places.map((place) => (place.isFolder ? place.path : path.dirname(place.path)));
  const root = settings.root ?? findRoot(cwd, folders);
  const rules = { cwd, root, include, exclude, hasGitignore: gitignore, ...(since !== undefined && { since }) };
  const found = await searchFiles(places, rules);
  return {
    ...found,
    root,
    unread: await findUnread(cwd, found),
    isPartial: since !== undefined || !places.some((place) => place.isFolder && isWithin(place.path, root)),
    warnings: found.unused.map((pattern) => `${pattern} means no file here; patterns count from the current folder`),
  };
}

async function findUnread(cwd: string, { otherKinds, leftOut }: Search): Promise<UnreadFile[]> {
  const unread: UnreadFile[] = [];
  for (const file of otherKinds) {
    if (!(await namesNetworkOf(file))) continue;
    unread.push(await unreadFile('unread-file', { file: shownPath(cwd, file), path: file }));
  }
  for (const shown of leftOut.get('dependencies') ?? []) {
    const folder = path.resolve(cwd, shown);
    for (const { name, count } of await packagesWithNetwork(folder)) {
      const place = { file: `${shown}/${name}`, path: path.join(folder, name) };
      unread.push(await unreadFile('unread-package', place, count));
    }
  }
  return unread;
}

async function surveyOf(
  { only }: ReadSettings,
  { root, found, leftOut, unread, isPartial }: Searched,
  files: readonly FileResult[],
  generated: readonly FoundFile[],
): Promise<Omit<Survey, 'programs' | 'warnings'>> {
  const all: LeftOut = new Map([...leftOut].map(([reason, paths]) => [reason, [...paths]]));
  for (const { file } of generated) noteLeftOut(all, 'generated', file);
  const results = new Set(files.map((file) => file.path));
  return {
    root,
    // A folder that cannot be read is no file, and a template counts when it holds a module; every page has one.
    looked: found.filter(
      ({ path: file, fault }) => fault === undefined && (!file.endsWith('.swan') || results.has(file)),
    ).length,
    leftOut: all,
    unread: [...unread, ...(await Promise.all(generated.map((one) => unreadFile('generated-file', one))))],
    isPartial,
    ...(only && { only }),
    files,
  };
}

/** A project says by its config what of it is written, and of nothing else. */
function leavesFolder(what: string, folder = ''): Failure {
  return new Failure({
    what: `the config names ${what}, which lies outside of its folder ${folder}, so nothing was written`,
    help: 'Name it on the command line.',
  });
}

/** Reading waits for the disk, and the order of the results stays that of the files. */
const lanesAtMost = 4;

async function runFiles(
  tasks: readonly FileTask[],
  job: FileJob,
  watcher?: Watcher,
  acceptIn?: AcceptIn,
): Promise<{ files: FileResult[]; generated: FoundFile[] }> {
  const files: FileResult[] = [];
  const generated: FoundFile[] = [];
  watcher?.start(tasks.length);
  let deep: DeepThread | undefined;
  try {
    const run = async (task: FileTask): Promise<FileOutcome> => {
      const outcome = await rewriteFile(task, job, acceptIn?.(task.found));
      // A person's answers cannot go to another thread.
      if (!isTooDeep(outcome) || acceptIn) return outcome;
      deep ??= startDeepThread(job);
      return deep ? deep.run(task) : outcome;
    };
    const outcomes = new Array<FileOutcome>(tasks.length);
    let next = 0;
    const lane = async () => {
      for (let i = next++; i < tasks.length; i = next++) {
        const task = tasks[i];
        if (!task) return;
        outcomes[i] = await run(task);
        watcher?.step();
      }
    };
    await Promise.all(Array.from({ length: Math.min(lanesAtMost, tasks.length) }, lane));
    for (const [i, outcome] of outcomes.entries()) {
      const task = tasks[i];
      if (outcome === 'generated') generated.push(...(task ? [task.found] : []));
      else if (outcome !== 'other') files.push(outcome);
    }
  } finally {
    await deep?.stop();
    watcher?.stop();
  }
  return { files, generated };
}
