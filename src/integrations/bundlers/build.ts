// In: the options of a plugin, then what its bundler tells and asks: that a build begins, which files changed, what becomes of a
// module. Out: the answers. One workspace gives them as long as a watch lasts, with every change taken in before the next answer.
// Knows no bundler.

import path from 'node:path';

import type { InEach, Locale } from '../../locale/locale.ts';
import type { BuildOptions } from '../../workspace/build-settings.ts';
import { diskMachine } from '../../workspace/disk/disk-machine.ts';
import { type Freshness, createFreshness, foldersUpTo } from '../../workspace/disk/freshness.ts';
import { spokenLocale } from '../../workspace/disk/system-locale.ts';
import { findRealPath } from '../../workspace/files.ts';
import { isWithin } from '../../workspace/paths.ts';
import type { FoundFile } from '../../workspace/search/search.ts';
import type { PackageShim } from '../../workspace/shims/package-shim.ts';
import { checkReport, needsIn, writeReport } from './conclusion.ts';
import { type Remark, pluginError, remarkOf } from './remarks.ts';
import { stampOfFile, stampOfProgram, stampOfShim } from './stamps.ts';
import { type ModuleId, readModuleId } from './module-id.ts';
import { type Reason, type Unmoved, toldOfUnmoved } from './left-alone.ts';
import { type MovedModule, moveModule } from './move-module.ts';
import { type BuildPlace, type OpenBuild, openBuild } from './open-build.ts';
import { runtimeFileOf, specifierOf } from './runtime-package.ts';

export interface Build {
  /** Opens the workspace before the bundler begins; what is to be said of it is kept for then. */
  readonly prepare: (place: BuildPlace) => Promise<void>;
  /**
   * Opens the workspace, or takes in what changed since.
   * @returns what is to be said of it as a whole
   * @throws Failure when an option or the config is wrong
   */
  readonly start: (place: BuildPlace) => Promise<readonly Remark[]>;
  /** The files that decide about all modules. */
  readonly watched: () => Promise<readonly string[]>;
  /** Files were made, changed or removed. */
  readonly changed: (paths: readonly string[]) => void;
  /** Looks for changes that nobody tells of. */
  readonly lookAgain: () => Promise<void>;
  /** The files that may come to something else after all that changed since this was asked last. */
  readonly affected: () => Promise<ReadonlySet<string>>;
  /** What is in the file has nothing to do with swan: nobody need read it. */
  readonly isOther: (file: string) => Promise<boolean>;
  /** What becomes of a module with all that is said of it, in short: another one, and what a cache has of the module is stale. */
  readonly stampOf: (id: string) => Promise<string>;
  /** The same for the program: what its files are told, the shim, and the options. */
  readonly programStamp: () => Promise<string>;
  /**
   * Nothing for a module that has nothing to do with swan.
   * @throws Error with words for a person, when the config is wrong by now
   */
  readonly move: (code: string, id: string) => Promise<MovedModule | undefined>;
  /** Nothing but what is to be said of a module that is none for this plugin. */
  readonly leave: (reason: Reason, unmoved: Unmoved) => Promise<MovedModule | undefined>;
  /** The file of the shim, if that is what the specifier means. */
  readonly resolve: (specifier: string) => Promise<string | undefined>;
  /** What to take for the text of that file; nothing for any other. */
  readonly load: (id: string) => Promise<PackageShim | undefined>;
  /** That of the plugin until a config was read. */
  readonly locale: () => Locale;
  /**
   * The build came to its end: the report is written, if one is wished for.
   * @returns what the new home needs, at the first end of a build for use
   * @throws Failure when the report cannot be written
   */
  readonly conclude: (isWhole: boolean) => Promise<string | undefined>;
}

interface State {
  readonly options: BuildOptions;
  opened: Promise<OpenBuild> | undefined;
  /** What changed and was not taken in yet. */
  pending: Set<string>;
  affected: Set<string>;
  /** Files that were found to be none of the workspace. */
  readonly strangers: Set<string>;
  shim: Promise<PackageShim> | undefined;
  readonly freshness: Freshness;
  /** What is wrong with the config since it changed: it may be mended, and until then no module can be moved. */
  fault: unknown;
  /** What nobody was told yet. */
  said: readonly Remark[];
  hasToldNeeds: boolean;
  locale: Locale;
}

export function createBuild(options: BuildOptions): Build {
  const state: State = {
    ...{ options, opened: undefined, shim: undefined },
    ...{ pending: new Set(), affected: new Set(), strangers: new Set(), freshness: createFreshness() },
    ...{ fault: undefined, said: [], hasToldNeeds: false, locale: spokenLocale(options.locale) },
  };
  return {
    async prepare(place) {
      state.said = await start(state, place);
    },
    start: (place) => start(state, place),
    async watched() {
      const { configFile } = await current(state);
      return configFile === undefined ? [] : [configFile];
    },
    changed(paths) {
      for (const file of paths) state.pending.add(path.normalize(file));
    },
    lookAgain: () => lookAgain(state),
    async affected() {
      if (!state.opened) return new Set();
      await current(state);
      const { affected } = state;
      state.affected = new Set();
      return affected;
    },
    async isOther(file) {
      const found = await find(state, file);
      const { workspace } = await current(state);
      return found !== undefined && (await workspace.draft(found)) === 'other';
    },
    stampOf: (id) => stampOf(state, id),
    async programStamp() {
      const build = await current(state);
      return stampOfProgram(build, await shimOf(state, build));
    },
    move: (code, id) => move(state, code, id),
    leave: (reason, unmoved) => leave(state, reason, unmoved),
    async resolve(specifier) {
      const { target } = await current(state);
      return specifier === specifierOf(target) ? runtimeFileOf(target) : undefined;
    },
    async load(id) {
      const build = await current(state);
      return readModuleId(id)?.path === runtimeFileOf(build.target) ? shimOf(state, build) : undefined;
    },
    locale: () => state.locale,
    conclude: (isWhole) => conclude(state, isWhole),
  };
}

async function start(state: State, place: BuildPlace): Promise<readonly Remark[]> {
  if (state.opened) {
    await lookAgain(state);
    await current(state);
    const { said } = state;
    state.said = [];
    return said;
  }
  const told: InEach<string>[] = [];
  const opened = openBuild(state.options, place, (text) => told.push(text));
  // What a bundler asks at the same time waits for it.
  state.opened = opened;
  try {
    const build = await opened;
    state.locale = build.locale;
    await checkReport(build);
  } catch (error) {
    // The next build begins anew.
    state.opened = undefined;
    throw error;
  }
  const { workspace, locale } = await opened;
  await lookAgain(state);
  const { warnings, unread } = workspace.searched;
  return [
    ...[...told, ...warnings].map((text) => ({ text: text[locale] })),
    ...unread.map((one) => remarkOf(one.path, one, locale)),
  ];
}

async function lookAgain(state: State): Promise<void> {
  const build = await state.opened;
  if (!build) return;
  const { workspace, place, configFile = path.join(place.cwd, 'package.json') } = build;
  const { root, found } = workspace.searched;
  const folders = foldersUpTo(
    root,
    found.map((file) => file.path),
  );
  for (const file of state.freshness.look(folders.add(path.dirname(configFile)))) state.pending.add(file);
}

/** The build with all that changed taken in. */
async function current(state: State): Promise<OpenBuild> {
  const { opened, pending } = state;
  if (!opened) throw new Error('cygnet was asked before the build began');
  if (pending.size === 0) return opened;
  state.pending = new Set();
  state.shim = undefined;
  state.strangers.clear();
  state.opened = takeIn(state, opened, [...pending]);
  return state.opened;
}

async function takeIn(state: State, opened: Promise<OpenBuild>, paths: readonly string[]): Promise<OpenBuild> {
  const build = await opened;
  const { workspace, place, configFile } = build;
  if (paths.some((file) => file === configFile || mayBeConfig(file, place.cwd))) {
    for (const file of workspace.searched.found) state.affected.add(file.path);
    const fresh = openBuild(state.options, place, () => undefined);
    state.fault = await fresh.then(nothing, (error: unknown) => error);
    if (state.fault === undefined) return fresh;
  }
  for (const file of await workspace.changed(paths)) state.affected.add(file);
  return build;
}

function nothing(): undefined {}

/** The nearest one decides, and one that is new may be nearer. */
function mayBeConfig(file: string, cwd: string): boolean {
  return /^(?:cygnet\.config\.\w+|package\.json)$/.test(path.basename(file)) && isWithin(path.dirname(file), cwd);
}

async function move(state: State, code: string, id: string): Promise<MovedModule | undefined> {
  const module = readModuleId(id);
  const found = module && (await find(state, module.path));
  const build = await current(state);
  if (state.fault !== undefined) throw pluginError(state.fault, state.locale);
  if (found) return moveModule(build, found, module, code);
  const reason = reasonOf(build, module, id);
  return reason && leave(state, reason, { id: module?.path ?? id, code });
}

/** What a rule leaves out within the root, somebody wanted so. */
function reasonOf({ place, target }: OpenBuild, module: ModuleId | undefined, id: string): Reason | undefined {
  // What bundlers put around a file has its name.
  if (!module) return path.isAbsolute(id.replace(/^\0/, '')) ? undefined : 'virtual';
  if (module.path === runtimeFileOf(target)) return undefined;
  if (!isWithin(place.cwd, module.path)) return 'outside';
  return diskMachine.files.exists(module.path) ? undefined : 'virtual';
}

async function leave(state: State, reason: Reason, unmoved: Unmoved): Promise<MovedModule | undefined> {
  const { place, locale } = await current(state);
  return toldOfUnmoved(reason, unmoved, { cwd: place.cwd, locale });
}

function shimOf(state: State, { workspace, timeouts, place }: OpenBuild): Promise<PackageShim> {
  return (state.shim ??= workspace.packageShim({ timeouts, isWhole: place.keepsShim }));
}

async function stampOf(state: State, id: string): Promise<string> {
  const file = readModuleId(id)?.path;
  if (!state.opened || file === undefined) return '';
  const build = await current(state);
  if (file === runtimeFileOf(build.target)) return stampOfShim(await shimOf(state, build));
  const found = await find(state, file);
  return found ? stampOfFile(build, found) : '';
}

async function conclude(state: State, isWhole: boolean): Promise<string | undefined> {
  // One that did not even begin has said why.
  if (!state.opened) return undefined;
  const build = await current(state);
  if (state.fault !== undefined) return undefined;
  await writeReport(build);
  if (!isWhole || state.hasToldNeeds || !build.place.isForUse) return undefined;
  state.hasToldNeeds = true;
  return needsIn(build);
}

async function find(state: State, file: string): Promise<FoundFile | undefined> {
  const { workspace, place } = await current(state);
  const known = workspace.find(file) ?? workspace.find(findRealPath(diskMachine.files, file) ?? file);
  if (known || !place.isWatch || state.strangers.has(file) || !diskMachine.files.exists(file)) return known;
  // One that was made since the workspace looked is told by nobody until a module imports it.
  state.pending.add(file);
  const fresh = (await current(state)).workspace.find(file);
  if (!fresh) state.strangers.add(file);
  return fresh;
}
