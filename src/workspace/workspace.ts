// In: what is wanted of a folder, and the machine that it lies on. Out: what each of its files comes to, one file at a time,
// with what the rest of its program has to say to it, and the shims that they need. What was asked once is kept until
// something that it rests on changes.
// Writes nothing, and knows nothing of who asks.

import { outlineOf } from '../project/outline.ts';
import { isAboutAll } from './changes.ts';
import type { FileResult } from './file-result.ts';
import { createRuns, jobOf } from './file-runs.ts';
import { type FileSystem, mostBytes } from './files.ts';
import { type Known, type WorkspaceOptions, look, projectOf } from './known.ts';
import type { Machine } from './machine.ts';
import type { MiniProgram } from './programs/programs.ts';
import { type FileOutcome, type OpenedFile, openText } from './rewrite-file.ts';
import type { Searched } from './search/places.ts';
import type { FoundFile } from './search/search.ts';
import { type Settlement, draftTask, isCoupled, settle } from './settlement.ts';
import { type LinkedShims, linkShims } from './shims/linked-shims.ts';
import { type ScriptTypesOf, findScriptTypes } from './shims/script-types.ts';

export interface Workspace {
  readonly root: string;
  /** What there is, and what was passed by. */
  readonly searched: Searched;
  /** The mini-program that a file belongs to. */
  readonly programOf: (file: string) => MiniProgram | undefined;
  /** The folder of that program, or the root. */
  readonly folderOf: (file: string) => string;
  /** The file of that path, if it is one of the workspace. */
  readonly find: (path: string) => FoundFile | undefined;
  /** What a file comes to by itself: the rest of its program may have a say in it yet. Never throws. */
  readonly draft: (found: FoundFile) => Promise<FileOutcome>;
  /**
   * What a file comes to.
   * @throws Failure when the shim that it needs cannot go where it should
   */
  readonly rewrite: (found: FoundFile) => Promise<FileOutcome>;
  /** The file and its sites; with `text`, as if that were in it. Nothing where there is no text. */
  readonly open: (found: FoundFile, text?: string) => Promise<OpenedFile | undefined>;
  /** All files together. */
  readonly settle: () => Promise<Settlement>;
  readonly shims: () => Promise<LinkedShims>;
  /** What the TypeScript files that change see. */
  readonly types: () => Promise<ScriptTypesOf>;
  /**
   * Files were made, changed or removed: absolute paths, without links.
   * @returns the paths of the files that may come to something else now
   */
  readonly changed: (paths: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** @throws Failure when a place is not there, the shim cannot go where it should, or a tsconfig cannot be read */
export async function openWorkspace(options: WorkspaceOptions, machine: Machine): Promise<Workspace> {
  const { files } = machine;
  const runs = createRuns(options, machine);
  const outlines = new Map<string, string | undefined>();
  let known = await look(options, machine);
  let found = byPath(known);
  let settled: Promise<Settlement> | undefined;
  const folderOf = (file: string): string => known.programOf(file)?.folder ?? known.searched.root;
  const draft = (file: FoundFile): Promise<FileOutcome> => runs.run(draftTask(file, known, options));
  const settleOnce = (): Promise<Settlement> => (settled ??= settle(known, options, runs, folderOf));

  return {
    get root() {
      return known.searched.root;
    },
    get searched() {
      return known.searched;
    },
    programOf: (file) => known.programOf(file),
    folderOf,
    find: (path) => found.get(path),
    draft,
    async rewrite(file) {
      const own = await draft(file);
      if (typeof own === 'string' || !isCoupled(own)) return own;
      const { files: all } = await settleOnce();
      return all.find(({ path }) => path === file.path) ?? own;
    },
    async open(file, text = textOf(files, file)) {
      if (text === undefined) return undefined;
      const { tasks } = await settleOnce();
      return openText(files, tasks.get(file.path) ?? draftTask(file, known, options), text, jobOf(options));
    },
    settle: settleOnce,
    shims: async () => linkShims(files, known, options, await settleOnce()),
    async types() {
      const { readTsconfig } = machine;
      if (!readTsconfig) return new Map();
      const { files: all } = await settleOnce();
      const wish = { files, read: readTsconfig, root: known.searched.root, named: options.project };
      return findScriptTypes(all, known.project, wish);
    },
    changed,
  };

  async function changed(paths: readonly string[]): Promise<ReadonlySet<string>> {
    const before = (await settled)?.files.filter(isCoupled) ?? [];
    settled = undefined;
    for (const path of paths) runs.forget(path);
    const isNews = paths.map((path) => !isAsSeen(path)).includes(true);
    if (paths.some((path) => isAboutAll(path) || files.exists(path) !== found.has(path))) {
      known = await look(options, machine);
      found = byPath(known);
    } else if (isNews) known = { ...known, project: await projectOf(known, options, machine) };
    const affected = new Set(paths.filter((path) => found.has(path)));
    // What was never asked for is nobody's news.
    for (const [path, file] of found) {
      if (runs.knows(path) && !runs.has(draftTask(file, known, options))) affected.add(path);
    }
    const mayBeHeard = isNews || before.some(({ path }) => affected.has(path)) || (await isAnyCoupled(affected));
    for (const { path } of mayBeHeard ? before : []) if (found.has(path)) affected.add(path);
    return affected;
  }

  async function isAnyCoupled(paths: ReadonlySet<string>): Promise<boolean> {
    for (const path of paths) {
      const file = found.get(path);
      const outcome = file && (await draft(file));
      if (typeof outcome === 'object' && isCoupled(outcome)) return true;
    }
    return false;
  }

  /** Others see the same of it as before, so what is known of them holds. */
  function isAsSeen(path: string): boolean {
    const file = found.get(path);
    const before = outlines.get(path);
    const now = outlineOf(file && textOf(files, file));
    outlines.set(path, now);
    return now !== undefined && now === before && !known.project.importers.has(path);
  }
}

function byPath({ searched }: Known): Map<string, FoundFile> {
  return new Map(searched.found.map((file) => [file.path, file]));
}

function textOf(files: FileSystem, file: FoundFile): string | undefined {
  try {
    return files.readText(file.path, { limit: mostBytes });
  } catch {
    return undefined;
  }
}
