// In: the settings of a run. Out: its plan: what every file comes to, and the shim that the files need.
// Files are read one after the other (or by several threads); texts that stay as they are are let go at once.
// Writes nothing.

import path from 'node:path';

import { type LeftOut, countLeftOut } from '../files/left-out.ts';
import { findRoot, shownPath } from '../files/root.ts';
import { type FoundFile, findPlaces, searchFiles } from '../files/search.ts';
import type { MigrateSettings, ReadSettings } from '../settings.ts';
import { readAppConfig, type Timeouts } from './app-config.ts';
import type { FileResult } from './file-result.ts';
import { type Accept, type FileJob, type FileOutcome, type FileTask, rewriteFile } from './rewrite-file.ts';
import { findProject, taskOf } from './project.ts';
import { type ShimFile, linkShimFile, readExistingShim } from './shim-file.ts';
import { type Importers, type ShimPlace, placeShim, specifierFrom } from './shim-place.ts';
import { findTypeScriptFacts } from './tsconfig.ts';
import { startWorkers } from './workers.ts';

/** What a command saw: every file that may have to do with swan, and what it passed by. */
export interface Survey {
  readonly root: string;
  /** How many script files there are, whether they have to do with swan or not. */
  readonly looked: number;
  readonly leftOut: LeftOut;
  readonly files: readonly FileResult[];
  /** The network timeouts of the program's app.json. */
  readonly timeouts: Timeouts;
  /** In words, about the run as a whole. */
  readonly warnings: readonly string[];
}

export interface Plan extends Survey {
  readonly shim?: ShimFile;
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
}

/** Asked for every site of a file, in place of taking them all. */
export type AcceptIn = (found: FoundFile) => Accept;

/** Looks without a target, for scan and check. */
export async function survey(settings: ReadSettings, watcher?: Watcher): Promise<Survey> {
  const { root, found, leftOut } = await search(settings);
  const job: FileJob = {
    style: 'native',
    sockets: 'one',
    hasText: false,
    hasHunks: false,
    hasChanges: false,
    ...(settings.only && { only: settings.only }),
  };
  const project = await findProject(root, found, settings);
  const tasks = found.map((file) => taskOf(file, './swan-net.js', project));
  const files = await runFiles(tasks, job, settings.jobs, leftOut, watcher);
  const { timeouts } = readAppConfig(root);
  return { root, looked: found.length, leftOut, files, timeouts, warnings: [] };
}

/** @throws Failure when the shim cannot go where it should */
export async function makePlan(
  settings: MigrateSettings,
  wanted: Wanted,
  watcher?: Watcher,
  acceptIn?: AcceptIn,
): Promise<Plan> {
  const { root, found, leftOut } = await search(settings);
  const { target, style, sockets, shim, only, isMarked, isUnwrapped } = settings;
  const tsconfig = await findTypeScriptFacts(root, settings.project);
  const wish = { root, tsconfig, ...(shim !== undefined && { shim }) };
  const guess = placeShim(wish, importersOf([]));
  const rules = { target, style, sockets, mark: isMarked, unwrap: isUnwrapped };
  const job: FileJob = { ...rules, ...wanted, ...(only && { only }) };
  const project = await findProject(root, found, settings);
  const tasksFor = (place: ShimPlace, some: readonly FoundFile[]) =>
    some.map((file) => taskOf(file, specifierFrom(file.path, place, tsconfig), project));
  const files = await runFiles(tasksFor(guess, found), job, settings.jobs, leftOut, watcher, acceptIn);
  const { app, existing, place } = await settlePlace(files);
  if (place.path !== guess.path) {
    // The kind of its importers gave the shim another name, so they are told it.
    const again = new Set(files.filter((file) => file.shim.length > 0).map((file) => file.path));
    const importers = found.filter((file) => again.has(file.path));
    const renamed = await runFiles(tasksFor(place, importers), job, settings.jobs, new Map(), undefined, acceptIn);
    const byPath = new Map(renamed.map((file) => [file.path, file]));
    for (const [i, file] of files.entries()) files[i] = byPath.get(file.path) ?? file;
  }
  const names = [...new Set(files.flatMap((file) => file.shim))];
  const { timeouts } = app;
  const plan = { root, looked: found.length, leftOut, files, timeouts };
  if (names.length === 0) return { ...plan, warnings: [] };
  const shown = shownPath(settings.cwd, place.path);
  const shimFile = await linkShimFile({ place, shown, existing, target, sockets, names, timeouts });
  const warnings =
    app.fault === undefined
      ? []
      : [`app.json was not understood (${app.fault}), so the shim has the default timeouts of 60 s`];
  return { ...plan, warnings, shim: shimFile };

  async function settlePlace(results: readonly FileResult[]) {
    const wishes = importersOf(results);
    const first = placeShim(wish, wishes);
    const hasNames = results.some((file) => file.shim.length > 0);
    if (!hasNames) return { app: readAppConfig(root), existing: undefined, place: guess };
    const there = await readExistingShim(root, first.path, shownPath(settings.cwd, first.path));
    // Earlier importers count as well: what they load with require stays CommonJS.
    const settled = there?.module === 'cjs' ? placeShim(wish, { ...wishes, hasCommonJs: true }) : first;
    return { app: readAppConfig(root), existing: there, place: settled };
  }
}

function importersOf(files: readonly FileResult[]): Importers {
  const importers = files.filter((file) => file.shim.length > 0);
  return {
    hasTypeScript: importers.some((file) => file.typescript),
    hasCommonJs: importers.some((file) => file.module === 'cjs'),
    hasModuleExtension: importers.some((file) => /\.m[jt]s$/i.test(file.path)),
  };
}

async function search(settings: ReadSettings): Promise<{ root: string; found: FoundFile[]; leftOut: LeftOut }> {
  const { cwd, paths, include, exclude, gitignore, since } = settings;
  const places = await findPlaces(cwd, paths);
  const root = findRoot(
    cwd,
    places.map((place) => (place.isFolder ? place.path : path.dirname(place.path))),
  );
  const leftOut: LeftOut = new Map();
  const rules = { cwd, root, include, exclude, hasGitignore: gitignore, ...(since !== undefined && { since }) };
  const found = await searchFiles(places, rules, leftOut);
  return { root, found, leftOut };
}

async function runFiles(
  tasks: readonly FileTask[],
  job: FileJob,
  jobs: number | undefined,
  leftOut: LeftOut,
  watcher?: Watcher,
  acceptIn?: AcceptIn,
): Promise<FileResult[]> {
  const results: FileResult[] = [];
  watcher?.start(tasks.length);
  const workers = acceptIn ? undefined : startWorkers(jobs, tasks.length, job);
  try {
    const run = (task: FileTask): Promise<FileOutcome> =>
      workers ? workers.run(task) : rewriteFile(task, job, acceptIn?.(task.found));
    // A few at a time: reading waits for the disk, and the order of the results stays that of the files.
    const lanes = workers ? workers.count * 2 : 4;
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
    await Promise.all(Array.from({ length: Math.min(lanes, tasks.length) }, lane));
    for (const outcome of outcomes) {
      if (outcome === 'generated') countLeftOut(leftOut, 'generated');
      else if (outcome !== 'other') results.push(outcome);
    }
  } finally {
    await workers?.stop();
    watcher?.stop();
  }
  return results;
}
