// In: the settings of a run. Out: its plan: what the workspace says of every file, one after the other, and the shims that
// the files need.
// Writes nothing.

import { setImmediate } from 'node:timers/promises';

import type { FileResult } from '../../src/workspace/file-result.ts';
import type { AnswersIn, WorkspaceOptions } from '../../src/workspace/known.ts';
import type { Machine } from '../../src/workspace/machine.ts';
import { haveSockets, socketWarnings } from '../../src/workspace/programs/sockets.ts';
import { type Survey, surveyOf } from '../../src/workspace/report/survey.ts';
import type { Detail } from '../../src/workspace/rewrite-file.ts';
import type { ScriptTypesOf } from '../../src/workspace/shims/script-types.ts';
import type { ShimFile } from '../../src/workspace/shims/shim-file.ts';
import type { Settlement } from '../../src/workspace/settlement.ts';
import { type Workspace, openWorkspace } from '../../src/workspace/workspace.ts';
import type { MigrateSettings, ReadSettings } from '../settings.ts';
import { withMachine } from './machine.ts';

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

/** Looks without a target, for scan and check. */
export function survey(
  settings: ReadSettings,
  detail: Partial<Detail>,
  watcher?: Watcher,
  tell?: (text: string) => void,
): Promise<Survey> {
  return withMachine(async (machine) => {
    const workspace = await openWorkspace(
      { ...readOptions(settings), detail: { hasOthers: true, ...detail } },
      machine,
    );
    await settleAll(workspace, watcher);
    if (settings.isDebug) await debug(workspace, settings, tell);
    return surveyOf(workspace, settings);
  });
}

/** @throws Failure when a shim cannot go where it should */
export function makePlan(
  settings: MigrateSettings,
  detail: Detail,
  watcher?: Watcher,
  answersIn?: AnswersIn,
  tell?: (text: string) => void,
): Promise<Plan> {
  return withMachine(async (machine) => {
    const workspace = await openWorkspace(migrateOptions(settings, detail, answersIn), machine);
    const { files } = await settleAll(workspace, watcher);
    if (settings.isDebug) await debug(workspace, settings, tell);
    const { shims, warnings } = await workspace.shims();
    const { folderOf, searched } = workspace;
    const others = searched.isPartial ? await otherSockets(settings, workspace, files, machine) : [];
    return {
      ...(await surveyOf(workspace, settings)),
      warnings: [...searched.warnings, ...(await socketWarnings(files, others, folderOf)), ...warnings],
      shims,
      folderOf,
      types: await workspace.types(),
    };
  });
}

/** What the run goes by, at length. */
async function debug(workspace: Workspace, settings: ReadSettings, tell?: (text: string) => void): Promise<void> {
  const { debugText } = await import('../debug/debug.ts');
  tell?.(await debugText(workspace, settings));
}

/** How long all else may have to wait for a file, in milliseconds. */
const breathEvery = 40;

/** Each file by itself first, which is nearly all of the work. */
export async function settleAll(workspace: Workspace, watcher: Watcher | undefined): Promise<Settlement> {
  const { found } = workspace.searched;
  watcher?.start(found.length);
  try {
    let last = performance.now();
    for (const file of found) {
      await workspace.draft(file);
      watcher?.step();
      if (performance.now() - last < breathEvery) continue;
      // Files are read without waiting for the disk: a progress bar, a signal or a stop would never have their turn.
      await setImmediate();
      last = performance.now();
    }
  } finally {
    watcher?.stop();
  }
  return workspace.settle();
}

function readOptions(settings: ReadSettings): WorkspaceOptions {
  const { cwd, paths, pathsWithin, root, include, exclude, gitignore, since, only, project } = settings;
  return {
    ...{ cwd, paths, include, exclude, gitignore },
    ...(pathsWithin !== undefined && { pathsWithin }),
    ...(root !== undefined && { root }),
    ...(since !== undefined && { since }),
    ...(only && { only }),
    ...(project !== undefined && { project }),
  };
}

export function migrateOptions(settings: MigrateSettings, detail: Detail, answersIn?: AnswersIn): WorkspaceOptions {
  const { target, style, sockets, isMarked, isUnwrapped, shim, shimWithin } = settings;
  return {
    ...readOptions(settings),
    ...{ target, style, sockets, mark: isMarked, unwrap: isUnwrapped, detail },
    ...(shim !== undefined && { shim }),
    ...(shimWithin !== undefined && { shimWithin }),
    ...(answersIn && { answersIn }),
  };
}

/** What the files that the run is not for have to do with the sockets of those that it is for. */
async function otherSockets(
  settings: MigrateSettings,
  { root, searched }: Workspace,
  files: readonly FileResult[],
  machine: Machine,
): Promise<readonly FileResult[]> {
  if (files.length === 0) return [];
  const { socketApis } = await import('../../src/core.ts');
  if (!haveSockets(files, socketApis)) return [];
  const { cwd, include, exclude, gitignore } = settings;
  const whole = await openWorkspace(
    { cwd, paths: [root], root, include, exclude, gitignore, only: socketApis },
    machine,
  );
  const own = new Set(searched.found.map((file) => file.path));
  return (await whole.settle()).files.filter(({ path }) => !own.has(path));
}
