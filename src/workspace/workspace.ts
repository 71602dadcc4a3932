// In: what is wanted of a folder, and the machine that it lies on. Out: what each of its files comes to, one file at a time,
// with what the rest of its program has to say to it, and the shims that they need. What was asked once is kept until
// something that it rests on changes.
// Writes nothing, and knows nothing of who asks.

import { isAbsolute } from 'node:path';

import type { Span, TraceStep } from '../core.ts';
import { outlineOf } from '../project/outline.ts';
import { ParsedTexts } from '../syntax/parsed-texts.ts';
import { isAboutAll, isAboutEach } from './changes.ts';
import { Failure } from './failure.ts';
import { type FileRuns, createRuns, keyFor } from './file-runs.ts';
import { findText } from './files.ts';
import { type KnownFolder, type WorkspaceOptions, look, projectOf } from './known.ts';
import type { Machine } from './machine.ts';
import type { MiniProgram } from './programs/programs.ts';
import { type FileOutcome, type OpenedFile, type AnswerToSite, isMachineMade } from './rewrite-file.ts';
import type { Searched } from './search/places.ts';
import type { FoundFile } from './search/search.ts';
import { type DraftTasks, type Settlement, draftTasks, isCoupled, settle } from './settlement.ts';
import { type LinkedShims, linkShimOf, linkShims } from './shims/linked-shims.ts';
import type { ShimFile } from './shims/shim-file.ts';
import { type PackageShim, type PackageShimWish, linkPackageShim } from './shims/package-shim.ts';
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
  /**
   * The file and its sites; with `text`, as if that were in it. Nothing where there is no text, or a machine wrote it.
   * @param name what the text would be called by itself, where it is a part of the file: a block of a component
   */
  readonly open: (found: FoundFile, text?: string, name?: string) => Promise<OpenedFile | undefined>;
  /** What a file comes to when these answers are given, with the lines that change: also where it is too deep to be opened here. */
  readonly preview: (found: FoundFile, answers: readonly AnswerToSite[]) => Promise<FileOutcome>;
  /** Another module hands swan to the file: it need not hold the word. Who asks goes by the answer, so a change of it is told. */
  readonly isImporter: (found: FoundFile) => boolean;
  /** Everything that is said to the files that have to do with swan, as one text: another one, and some may come to something else. */
  readonly said: () => Promise<string>;
  /** How swan came to these places of a file, step by step. */
  readonly trace: (found: FoundFile, places: readonly Span[]) => Promise<readonly (readonly TraceStep[])[]>;
  /** All files together. */
  readonly settle: () => Promise<Settlement>;
  readonly shims: () => Promise<LinkedShims>;
  /** The one that a file imports from, if any is needed there. */
  readonly shimFor: (file: string) => Promise<ShimFile | undefined>;
  /** The shim as one module, which all files import as `specifier` says. */
  readonly packageShim: (wish: PackageShimWish) => Promise<PackageShim>;
  /** What the TypeScript files that change see. */
  readonly types: () => Promise<ScriptTypesOf>;
  /**
   * Files were made, changed or removed: absolute paths, without links.
   * @returns the paths of the files that may come to something else now
   */
  readonly changed: (paths: readonly string[]) => Promise<ReadonlySet<string>>;
}

/**
 * @throws Failure when there is no such target, a place is not there, the shim cannot go where it should, or a tsconfig cannot
 * be read
 */
export async function openWorkspace(options: WorkspaceOptions, machine: Machine): Promise<Workspace> {
  const { files, readTsconfig } = machine;
  await checkOptions(options);
  const texts = new ParsedTexts();
  const known = await look(options, machine, texts);
  const runs = createRuns(options, machine, texts);
  const state: State = { options, machine, texts, runs, outlines: new Map(), ...seen(known, options) };
  const isAlone = (own: FileOutcome): boolean => typeof own === 'string' || !isCoupled(own);
  return {
    get root() {
      return state.known.searched.root;
    },
    get searched() {
      return state.known.searched;
    },
    programOf: (file) => state.known.programOf(file),
    folderOf: (file) => folderOf(state, file),
    find: (path) => state.found.get(path),
    draft: (file) => draftOf(state, file),
    async rewrite(file) {
      const own = await draftOf(state, file);
      if (isAlone(own)) return own;
      return (await settled(state)).files.find(({ path }) => path === file.path) ?? own;
    },
    async open(file, text, name) {
      const now = text ?? findText(files, file.path);
      if (now === undefined || (await isMachineMade(file, now))) return undefined;
      const task = state.draftTasks.ofText(file);
      state.runs.note(task);
      const called = name !== undefined && { name };
      const draft = await state.runs.open({ ...task, ...called }, now);
      if (!draft.rewritten || !isCoupled(draft.rewritten.prospect)) return draft;
      const told = (await settled(state)).tasks.get(file.path);
      return told ? state.runs.open({ ...told, ...called }, now) : draft;
    },
    async preview(file, answers) {
      const told = (await settled(state)).tasks.get(file.path);
      return runs.preview(told ?? state.draftTasks.of(file), answers);
    },
    isImporter(file) {
      state.runs.note(state.draftTasks.of(file));
      return state.known.project.importers.has(file.path);
    },
    async said() {
      const { files: results, tasks } = await settled(state);
      const told = results.flatMap(({ path }) => {
        const file = state.found.get(path);
        return file ? [[file.file, keyFor(tasks.get(path) ?? state.draftTasks.of(file))]] : [];
      });
      return JSON.stringify(told);
    },
    trace: (file, places) => trace(state, file, places),
    settle: () => settled(state),
    shims: () => shimsOf(state),
    async shimFor(file) {
      const together = await settled(state);
      const home = state.known.homeOf?.(file);
      const own = together.homes.find((one) => one.home === home);
      return own && (await linkShimOf(own, files, state.known, options, together))?.shim;
    },
    packageShim: async (wish) => linkPackageShim(state.known, options, (await settled(state)).files, wish),
    async types() {
      if (!readTsconfig) return new Map();
      const wish = { files, read: readTsconfig, root: state.known.searched.root, named: options.project };
      return findScriptTypes((await settled(state)).files, state.known.project, wish);
    },
    changed: (paths) => forget(state, paths),
  };
}

/** Whoever has no types may hand over anything. */
async function checkOptions({ cwd, target }: WorkspaceOptions): Promise<void> {
  if (typeof cwd !== 'string' || !isAbsolute(cwd)) {
    throw new Failure({
      what: { en: `the folder ${String(cwd)} is no absolute path`, 'zh-CN': `文件夹 ${String(cwd)} 不是绝对路径` },
      help: { en: 'Name the whole path.', 'zh-CN': '请写完整路径。' },
    });
  }
  if (target === undefined) return;
  // Not wanted by who only looks.
  const { isTargetName, targetNames } = await import('../targets.ts');
  if (isTargetName(target)) return;
  throw new Failure({
    what: { en: `there is no target ${String(target)}`, 'zh-CN': `没有名为 ${String(target)} 的目标` },
    help: {
      en: `Choose one of ${targetNames.join(', ')}.`,
      'zh-CN': `请从 ${targetNames.join('、')} 中选一个。`,
    },
  });
}

/** What a workspace knows, until something changes. */
interface State {
  readonly options: WorkspaceOptions;
  readonly machine: Machine;
  /** What the look across files parsed, for those who read one after the other. */
  readonly texts: ParsedTexts;
  readonly runs: FileRuns;
  /** What others could see of a file when it was last told to have changed. */
  readonly outlines: Map<string, string | undefined>;
  known: KnownFolder;
  draftTasks: DraftTasks;
  found: ReadonlyMap<string, FoundFile>;
  together: Promise<Settlement> | undefined;
}

function seen(
  known: KnownFolder,
  options: WorkspaceOptions,
): Pick<State, 'known' | 'draftTasks' | 'found' | 'together'> {
  const found = new Map(known.searched.found.map((file) => [file.path, file]));
  return { known, draftTasks: draftTasks(known, options), found, together: undefined };
}

function folderOf({ known }: State, file: string): string {
  return known.programOf(file)?.folder ?? known.searched.root;
}

function draftOf({ runs, draftTasks }: State, file: FoundFile): Promise<FileOutcome> {
  const task = draftTasks.of(file);
  runs.note(task);
  return runs.run(task);
}

function settled(state: State): Promise<Settlement> {
  const { known, options, runs, texts, draftTasks } = state;
  const folderAt = (file: string): string => folderOf(state, file);
  state.together ??= settle(known, options, runs, draftTasks, folderAt).finally(() => texts.letAllGo());
  return state.together;
}

async function trace(state: State, file: FoundFile, places: readonly Span[]) {
  const text = findText(state.machine.files, file.path);
  if (text === undefined) return places.map(() => []);
  const { traceSites } = await import('../core.ts');
  const { facts } = state.draftTasks.of(file);
  return traceSites(text, { filename: file.path, ...(facts && { facts }) }, places);
}

async function shimsOf(state: State): Promise<LinkedShims> {
  const { machine, known, options } = state;
  return linkShims(machine.files, known, options, await settled(state));
}

async function forget(state: State, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const { options, machine, runs, texts, known } = state;
  const before = (await state.together)?.files.filter(isCoupled) ?? [];
  state.together = undefined;
  for (const path of paths) runs.forget(path);
  if (paths.some(isAboutEach)) runs.forgetAll();
  const heard = paths.filter((path) => isHeard(state, path));
  const isNews = paths.map((path) => !isAsSeen(state, path)).includes(true) || heard.length > 0;
  // Files beside those of the run have a say once one of these names swan.
  const hasMore = heard.length > 0 && known.searched.isPartial;
  if (hasMore || paths.some((path) => isAboutAll(path) || machine.files.exists(path) !== state.found.has(path))) {
    Object.assign(state, seen(await look(options, machine, texts), options));
  } else if (isNews) {
    const found = await projectOf(state.known, options, machine, texts);
    Object.assign(state, seen({ ...state.known, ...found }, options));
  }
  const affected = new Set(paths.filter((path) => state.found.has(path)));
  // What was never asked for is nobody's news, and where nothing else is known than before, nothing else is said.
  for (const [path, file] of state.known === known ? [] : state.found) {
    if (runs.isNews(state.draftTasks.of(file))) affected.add(path);
  }
  const mayBeHeard = isNews || before.some(({ path }) => affected.has(path)) || (await isAnyCoupled(state, affected));
  for (const { path } of mayBeHeard ? before : []) if (state.found.has(path)) affected.add(path);
  return affected;
}

async function isAnyCoupled(state: State, paths: ReadonlySet<string>): Promise<boolean> {
  for (const path of paths) {
    const file = state.found.get(path);
    const outcome = file && (await draftOf(state, file));
    if (typeof outcome === 'object' && isCoupled(outcome)) return true;
  }
  return false;
}

/** It did not name swan, and does now. */
function isHeard({ machine, known }: State, path: string): boolean {
  return known.silent.has(path) && !machine.files.silentAmong([path]).has(path);
}

/** Others see the same of it as before, so what is known of them holds. */
function isAsSeen({ machine, outlines, found, known }: State, path: string): boolean {
  const file = found.get(path);
  const before = outlines.get(path);
  const now = outlineOf(file && findText(machine.files, path));
  outlines.set(path, now);
  return now !== undefined && now === before && !known.project.importers.has(path);
}
