// In: a folder that a client has open, its settings and the machine. Out: what a workspace over it says of a document, and which
// files may come to something else after a change. One thing after the other: a workspace is in one state at a time.
// Knows nothing of the protocol.

import path from 'node:path';

import type { TargetName } from '../../core.ts';
import type { Locale } from '../../locale/locale.ts';
import { findConfig } from '../../workspace/disk/config.ts';
import { checkEditorSettings, editorLocale, editorOptions } from '../../workspace/disk/editor-options.ts';
import { type Freshness, createFreshness } from '../../workspace/disk/freshness.ts';
import { spokenLocale } from '../../workspace/disk/system-locale.ts';
import { Failure } from '../../workspace/failure.ts';
import type { WorkspaceOptions } from '../../workspace/known.ts';
import type { Machine } from '../../workspace/machine.ts';
import { shownPath } from '../../workspace/paths.ts';
import type { OpenedFile } from '../../workspace/rewrite-file.ts';
import type { ShimFile } from '../../workspace/shims/shim-file.ts';
import { openAlone } from '../../workspace/open-alone.ts';
import { type Workspace, openWorkspace } from '../../workspace/workspace.ts';

/** The files that may come to something else. */
export type Affected = ReadonlySet<string> | 'all';

export interface Folder {
  readonly path: string;
  /** The target that is set; nothing where none is. @throws Failure when the settings are wrong */
  target(): Promise<TargetName | undefined>;
  /** The language that is spoken in it. */
  locale(): Promise<Locale>;
  /** @param target another one than that which is set. Nothing for what is left alone. @throws Failure */
  open(file: string, text: string, target?: TargetName): Promise<OpenedFile | undefined>;
  /**
   * The shim that a file imports these names from, with all that the folder needs of it; nothing where it is no file of the folder.
   * @throws Failure where it would not have them
   */
  shimFor(file: string, names: readonly string[], target: TargetName): Promise<ShimFile | undefined>;
  /** All files of the folder that have sites, and how many. @throws Failure */
  counts(): Promise<{ readonly sites: number; readonly kept: number; readonly files: number }>;
  changed(paths: readonly string[]): Promise<Affected>;
  /** For who is told of no change: looks whether there is one. */
  look(): Promise<Affected>;
}

export interface FolderWish {
  readonly path: string;
  /** Each file in it stands for itself. */
  readonly isForOne: boolean;
  readonly machine: Machine;
  /** As the client has them. */
  readonly settings: () => Promise<unknown>;
  /** What the client says of the language, as it names it. */
  readonly locale: () => string | undefined;
}

export function openFolder(wish: FolderWish): Folder {
  const state: State = {
    ...{ wish, options: undefined, locale: undefined },
    ...{ workspaces: new Map(), alone: new Map(), freshness: createFreshness() },
  };
  const { path: cwd, isForOne } = wish;
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = last.then(work, work);
    last = result.catch(() => undefined);
    return result;
  }
  return {
    path: cwd,
    target: () => inTurn(async () => (await optionsOf(state)).target),
    locale: () =>
      inTurn(async () => {
        await optionsOf(state).catch(() => undefined);
        return state.locale ?? spokenLocale(wish.locale());
      }),
    open: (file, text, target) =>
      inTurn(async () => {
        const set = await optionsOf(state);
        if (isForOne) return aloneWith(state, { ...set, ...(target && { target }) }, file, text);
        const workspace = await workspaceFor(state, target);
        const found = workspace.find(file) ?? { file: shownPath(cwd, file), path: file, isIncluded: false };
        return workspace.open(found, text);
      }),
    shimFor: (file, names, target) => inTurn(() => shimFor(state, file, names, target)),
    counts: () =>
      inTurn(async () => {
        const { files } = await (await workspaceFor(state)).settle();
        const sites = files.flatMap((file) => file.sites);
        const kept = sites.filter(({ verdict }) => verdict === 'kept').length;
        return { sites: sites.length, kept, files: files.filter((file) => file.sites.length > 0).length };
      }),
    changed: (paths) => inTurn(() => tell(state, paths)),
    look: () => inTurn(() => look(state)),
  };
}

interface State {
  readonly wish: FolderWish;
  /** Read when they are first asked for. */
  options: Promise<WorkspaceOptions> | undefined;
  /** Known with the settings. */
  locale: Locale | undefined;
  /** By target. */
  readonly workspaces: Map<TargetName | undefined, Promise<Workspace>>;
  readonly freshness: Freshness;
  /** What stands for itself, by file and target, as it was looked at last. */
  readonly alone: Map<string, { readonly text: string; readonly opened: Promise<OpenedFile | undefined> }>;
}

function aloneWith(
  { wish, alone }: State,
  options: WorkspaceOptions,
  file: string,
  text: string,
): Promise<OpenedFile | undefined> {
  const key = `${options.target} ${file}`;
  const known = alone.get(key);
  if (known?.text === text) return known.opened;
  const opened = openAlone(options, wish.machine, file, text);
  alone.set(key, { text, opened });
  opened.catch(() => alone.delete(key));
  return opened;
}

/** @throws Failure when the settings are wrong; they are read again then */
function optionsOf(state: State): Promise<WorkspaceOptions> {
  return (state.options ??= readOptions(state).catch((error: unknown) => {
    state.options = undefined;
    throw error;
  }));
}

async function readOptions(state: State): Promise<WorkspaceOptions> {
  const { path: cwd, settings, locale } = state.wish;
  const own = checkEditorSettings(await settings(), {
    en: 'the settings of the editor',
    'zh-CN': '编辑器的设置',
  });
  const found = await findConfig(cwd, undefined, () => undefined);
  state.locale = editorLocale(found, own, locale());
  return editorOptions(cwd, found, own);
}

async function workspaceFor(state: State, target?: TargetName): Promise<Workspace> {
  const { workspaces, wish } = state;
  const set = await optionsOf(state);
  const wanted = target ?? set.target;
  const known = workspaces.get(wanted);
  if (known) return known;
  if (!wish.machine.files.exists(wish.path)) throw gone(wish.path);
  const opening = openWorkspace({ ...set, ...(wanted && { target: wanted }) }, wish.machine);
  workspaces.set(wanted, opening);
  // What could not be opened is tried again.
  opening.catch(() => workspaces.delete(wanted));
  return opening;
}

async function shimFor(
  state: State,
  file: string,
  names: readonly string[],
  target: TargetName,
): Promise<ShimFile | undefined> {
  const { path: cwd, isForOne } = state.wish;
  if ((await optionsOf(state)).specifier !== undefined) return undefined;
  const shim = isForOne ? undefined : await (await workspaceFor(state, target)).shimFor(file);
  if (shim && names.every((name) => shim.names.includes(name))) return shim;
  throw new Failure({
    what: {
      en: `${shownPath(cwd, file)} is no saved file of a folder that is open, and so nobody would make the shim that it needs`,
      'zh-CN': `${shownPath(cwd, file)} 不是已打开文件夹中已保存的文件，因此没有人为它生成所需的 shim`,
    },
    help: {
      en: 'Save it, open its program as a folder, take it in with the setting include, or name a module that has the shim with the setting specifier.',
      'zh-CN': '请保存它，把它的程序作为文件夹打开，用设置 include 纳入它，或用设置 specifier 指明含有 shim 的模块。',
    },
  });
}

async function tell(state: State, paths: readonly string[]): Promise<Affected> {
  if (paths.some(decidesSettings)) {
    state.options = undefined;
    state.alone.clear();
    state.workspaces.clear();
    return 'all';
  }
  const { path: folder, machine } = state.wish;
  if (state.workspaces.size > 0 && !machine.files.exists(folder)) {
    // Said once; should it come back, it is looked at anew.
    state.workspaces.clear();
    throw gone(folder);
  }
  const affected = new Set<string>();
  for (const workspace of state.workspaces.values()) {
    for (const one of await (await workspace).changed(paths)) affected.add(one);
  }
  return affected;
}

function gone(folder: string): Failure {
  return new Failure({
    what: { en: `the folder ${folder} is not there any more`, 'zh-CN': `文件夹 ${folder} 已不存在` },
    help: {
      en: 'Close it, or bring it back: then it is looked at again.',
      'zh-CN': '请关闭它，或将它恢复：恢复后会重新检查。',
    },
  });
}

async function look(state: State): Promise<Affected> {
  const folders = new Set([state.wish.path]);
  for (const workspace of state.workspaces.values()) {
    for (const file of (await workspace).searched.found) folders.add(path.dirname(file.path));
  }
  const paths = state.freshness.look(folders);
  return paths.length > 0 ? tell(state, paths) : new Set<string>();
}

function decidesSettings(file: string): boolean {
  return /^(?:cygnet\.config\.\w+|package\.json)$/.test(path.basename(file));
}
