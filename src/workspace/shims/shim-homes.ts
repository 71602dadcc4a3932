// In: the root, the folders in it that are packed alone and what the person wished. Out: for each file the home of the shim
// that it imports: the folder that is packed with it. With --shim one for all: the root.
// Knows nothing of what is in a shim.

import { Failure } from '../failure.ts';
import type { FileSystem } from '../files.ts';
import { shownPath } from '../paths.ts';
import type { FileResult } from '../file-result.ts';
import type { PackedFolderOf } from '../programs/packed-folders.ts';
import type { EarlierImporter } from './earlier-importers.ts';
import { type ExistingShim, type ShimTitle, readExistingShim } from './shim-file.ts';
import { type ImportingFiles, type ShimPlace, type ShimWish, placeShim, specifierFrom } from './shim-place.ts';
import {
  type ReadTsconfig,
  type TypeScriptFacts,
  findTypeScriptFacts,
  nearestTsconfig,
  tsconfigOf,
} from './typescript-facts.ts';

export interface HomesWish {
  readonly files: FileSystem;
  /** Absent: no tsconfig is asked. */
  readonly readTsconfig?: ReadTsconfig;
  /** The file is empty because a run that was stopped had taken the place. */
  readonly isClaimed?: (file: string) => Promise<boolean>;
  /** Where the command runs, for messages. */
  readonly cwd: string;
  readonly root: string;
  /** As given with --shim: relative to the root, or absolute. */
  readonly shim?: string;
  /** As given with --project. */
  readonly project?: string;
}

export interface ShimHome {
  readonly wish: ShimWish;
  /** The tsconfig cannot be read, which matters as soon as a shim is to go here. */
  readonly fault?: Failure;
  /** Where the shim goes as long as nothing is known of its importers. */
  readonly guess: ShimPlace;
}

export type HomeOf = (file: string) => ShimHome;

/** A home whose shim some files import. */
export interface SettledHome {
  readonly home: ShimHome;
  readonly place: ShimPlace;
  readonly existing: ExistingShim | undefined;
  /** Where there is none now: the files that import from it all the same. */
  readonly earlier: readonly EarlierImporter[];
  readonly title: ShimTitle;
}

/** @throws Failure when the wish cannot be met */
export async function findShimHomes(
  wish: HomesWish,
  files: readonly { readonly path: string }[],
  packedFolderOf: PackedFolderOf,
): Promise<HomeOf> {
  const homes = new Map<string, ShimHome>();
  const folderOf = (file: string): string => (wish.shim === undefined ? packedFolderOf(file) : wish.root);
  const folders = new Map<string, string[]>([[wish.root, []]]);
  for (const { path } of files) {
    const folder = folderOf(path);
    const own = folders.get(folder);
    if (own) own.push(path);
    else folders.set(folder, [path]);
  }
  for (const [folder, own] of folders) homes.set(folder, await openHome(folder, own, wish));
  return (file) => {
    const home = homes.get(folderOf(file));
    if (!home) throw new Error(`no home was looked for on behalf of ${file}`);
    return home;
  };
}

async function openHome(folder: string, files: readonly string[], wish: HomesWish): Promise<ShimHome> {
  const found = await readTypeScriptFacts(folder, wish);
  const tsconfig = found instanceof Failure ? undefined : found;
  const own = { root: folder, tsconfig, ...(wish.shim !== undefined && { shim: wish.shim }) };
  return {
    wish: own,
    guess: placeShim(wish.files, own, { ...importersOf([]), hasTypeScript: isMuchTypeScript(files) }),
    ...(found instanceof Failure && { fault: found }),
  };
}

/** A guess that is wrong costs a second look at each importer, so one tool's config in TypeScript is not enough. */
function isMuchTypeScript(files: readonly string[]): boolean {
  return files.filter((file) => /(?<!\.d)\.[cm]?tsx?$/i.test(file)).length > files.length / 20;
}

/** One that was named is asked for; one that only lies there may never be needed. */
async function readTypeScriptFacts(
  folder: string,
  { files, readTsconfig, root, project }: HomesWish,
): Promise<TypeScriptFacts | Failure | undefined> {
  if (!readTsconfig) return undefined;
  const named = project === undefined ? undefined : tsconfigOf(files, project);
  if (named !== undefined) return findTypeScriptFacts(readTsconfig, named, folder);
  const file = project === undefined ? nearestTsconfig(files, folder, root) : undefined;
  if (file === undefined) return undefined;
  return findTypeScriptFacts(readTsconfig, file, folder).catch((error: unknown) => {
    if (error instanceof Failure) return error;
    throw error;
  });
}

/**
 * The homes whose shims the files import, each with the place that all of its own importers can load.
 * @throws Failure when a shim cannot go where it should
 */
export async function settleHomes(
  files: readonly FileResult[],
  homeOf: HomeOf,
  { files: at, cwd, root, isClaimed }: HomesWish,
  findEarlier: (place: ShimPlace) => Promise<readonly EarlierImporter[]>,
): Promise<SettledHome[]> {
  const byHome = new Map<ShimHome, FileResult[]>();
  for (const file of files) {
    if (file.shim.length === 0) continue;
    const home = homeOf(file.path);
    byHome.set(home, [...(byHome.get(home) ?? []), file]);
  }
  const settled: SettledHome[] = [];
  for (const [home, own] of byHome) {
    if (home.fault) throw home.fault;
    const { wish } = home;
    const importers = importersOf(own);
    const first = placeShim(at, wish, importers);
    const alone = wish.root === root ? {} : { program: shownPath(cwd, wish.root) };
    const existing = await readExistingShim({ files: at, root, isClaimed }, first.path, {
      shown: shownPath(cwd, first.path),
      ...alone,
    });
    // Earlier importers count as well: what they load with require stays CommonJS.
    const earlier = existing ? [] : await findEarlier(first);
    const place =
      existing?.module === 'cjs' || earlier.some(({ hasRequire }) => hasRequire)
        ? placeShim(at, wish, { ...importers, hasCommonJs: true, isTypeIgnored: true })
        : first;
    settled.push({ home, place, existing, earlier, title: { shown: shownPath(cwd, place.path), ...alone } });
  }
  return settled;
}

/** How a file imports the shim of its home. */
export function specifierAt(file: string, place: ShimPlace, { wish }: ShimHome): string {
  return specifierFrom(file, place, wish.tsconfig);
}

function importersOf(files: readonly FileResult[]): ImportingFiles {
  const importers = files.filter((file) => file.shim.length > 0);
  return {
    hasTypeScript: importers.some((file) => file.typescript),
    hasCommonJs: importers.some((file) => file.module === 'cjs'),
    hasModuleExtension: importers.some((file) => /\.m[jt]s$/i.test(file.path)),
    isTypeIgnored: !importers.some((file) => /\.c[jt]s$/i.test(file.path)),
  };
}
