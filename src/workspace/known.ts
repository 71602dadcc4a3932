// In: what a workspace was opened with. Out: what is known before any file is rewritten: which files there are, the programs
// that they belong to, the homes of their shims, and what modules hand to each other.
// Knows nothing of what a file comes to.

import path from 'node:path';

import type { ApiName, Sockets, TargetName } from '../core.ts';
import type { Project } from '../project/project.ts';
import type { ParsedTexts } from '../syntax/parsed-texts.ts';
import { once } from '../once.ts';
import { findProject } from './facts.ts';
import { findText } from './files.ts';
import type { Machine } from './machine.ts';
import { isWithin } from './paths.ts';
import { type PackedFolderOf, findPackedFolders } from './programs/packed-folders.ts';
import { type ProgramOf, findPrograms } from './programs/programs.ts';
import type { Detail, AnswerToSite } from './rewrite-file.ts';
import { type SearchWish, type Searched, leavesFolder, searchPlaces, searchRoot } from './search/places.ts';
import type { FoundFile } from './search/search.ts';
import { type EarlierImporter, findEarlierImporters } from './shims/earlier-importers.ts';
import type { ShimPlace } from './shims/shim-place.ts';
import { type HomeOf, type HomesWish, findShimHomes } from './shims/shim-homes.ts';

export interface WorkspaceOptions extends SearchWish {
  /** Absent: only look. */
  readonly target?: TargetName;
  readonly style?: 'native' | 'dropin';
  readonly sockets?: Sockets;
  /** Kept sites get a comment. */
  readonly mark?: boolean;
  /** A promise that only wraps a call is taken off it. */
  readonly unwrap?: boolean;
  readonly only?: readonly ApiName[];
  /** A tsconfig, or its folder: all scripts of the root are looked at for what they hand on. */
  readonly project?: string;
  /** Where the shim goes: relative to the root, or absolute. */
  readonly shim?: string;
  /** A folder, without links, that the shim must not lie outside of: a config named it. */
  readonly shimWithin?: string;
  /** What every file imports its shim by, where it is not a file of the workspace. */
  readonly specifier?: string;
  /** Who loads the files takes each for an ES module. */
  readonly areModules?: boolean;
  /** The paths are a program of their own: no other file has a say in them. */
  readonly isAlone?: boolean;
  /** What is wanted of a file besides what it comes to. */
  readonly detail?: Partial<Detail>;
  /** What a person said of the sites of a file, in place of taking them all. */
  readonly answersIn?: AnswersIn;
}

export type AnswersIn = (found: FoundFile) => readonly AnswerToSite[];

export interface KnownFolder {
  readonly searched: Searched;
  /** Those that can hand something on. */
  readonly paths: readonly string[];
  /** Those that may import a shim: all of the root, whatever the run is for. */
  readonly scripts: () => Promise<readonly FoundFile[]>;
  readonly programOf: ProgramOf;
  readonly packedFolderOf: PackedFolderOf;
  readonly homesWish: HomesWish;
  /** Absent where no shim goes into the workspace. */
  readonly homeOf: HomeOf | undefined;
  /** The files that import from a place where no shim is. */
  readonly earlierAt: (place: ShimPlace) => Promise<readonly EarlierImporter[]>;
  readonly project: Project;
  /** As `FoundProject` has it. */
  readonly silent: ReadonlySet<string>;
}

/** @throws Failure when a place is not there, the shim cannot go where it should, or a tsconfig cannot be read */
export async function look(options: WorkspaceOptions, machine: Machine, texts: ParsedTexts): Promise<KnownFolder> {
  const { files } = machine;
  const searched = await searchPlaces(machine, options);
  const { root, found } = searched;
  const { shim, shimWithin } = options;
  if (shim !== undefined && shimWithin !== undefined && !isWithin(shimWithin, path.resolve(root, shim))) {
    throw leavesFolder({ en: `the shim ${shim}`, 'zh-CN': ` shim ${shim}` }, shimWithin);
  }
  const programOf = findPrograms(files, root);
  const packedFolderOf = findPackedFolders(files, root, programOf);
  const homesWish = homesWishOf(options, machine, root);
  const needsHomes = options.target !== undefined && options.specifier === undefined;
  const homeOf = needsHomes ? await findShimHomes(homesWish, found, packedFolderOf) : undefined;
  const ofRoot = once(async () => (await searchRoot(machine, options, root)).found);
  const hasOthers = searched.isPartial && options.isAlone !== true;
  const beside =
    options.project !== undefined ? await ofRoot() : hasOthers ? await replacersIn(machine, found, ofRoot) : [];
  const paths = [...new Set([...beside, ...found].map((file) => file.path))];
  const scripts = hasOthers ? ofRoot : () => Promise.resolve(found);
  const known = { searched, paths, scripts, programOf, packedFolderOf, homesWish, homeOf };
  return { ...known, ...(await projectOf(known, options, machine, texts)) };
}

/** Files of the root that may put something else in the place of an API for those that the run is for. */
async function replacersIn(
  { files }: Machine,
  searched: readonly FoundFile[],
  ofRoot: () => Promise<readonly FoundFile[]>,
): Promise<readonly FoundFile[]> {
  const naming = (found: readonly FoundFile[]): FoundFile[] => {
    const silent = files.silentAmong(found.map((file) => file.path));
    return found.filter((file) => !silent.has(file.path));
  };
  // Nothing of theirs can be replaced where none of them names swan.
  const named = naming(searched).length > 0 ? naming(await ofRoot()) : [];
  if (named.length === 0) return [];
  const { mayReplace } = await import('../core.ts');
  return named.filter(({ path: file }) => mayReplace(findText(files, file) ?? ''));
}

type SeenNow = Pick<KnownFolder, 'project' | 'silent' | 'earlierAt'>;

/** What the modules hand to each other now, and what they import from where no shim is. */
export async function projectOf(
  { searched: { root }, paths, scripts, programOf }: Omit<KnownFolder, keyof SeenNow>,
  { project: tsconfig }: WorkspaceOptions,
  { files }: Machine,
  texts: ParsedTexts,
): Promise<SeenNow> {
  const { project, silent } = await findProject({ files, root, paths, programOf, tsconfig, texts });
  const earlier = new Map<string, Promise<readonly EarlierImporter[]>>();
  const findEarlier = async (place: ShimPlace): Promise<readonly EarlierImporter[]> =>
    findEarlierImporters({ files, paths: (await scripts()).map((file) => file.path), silent, texts }, place);
  return {
    project,
    silent,
    earlierAt(place) {
      const known = earlier.get(place.path) ?? findEarlier(place);
      earlier.set(place.path, known);
      return known;
    },
  };
}

function homesWishOf({ cwd, shim, project }: WorkspaceOptions, machine: Machine, root: string): HomesWish {
  const { files, readTsconfig, isClaimed } = machine;
  return {
    files,
    cwd,
    root,
    ...(readTsconfig && { readTsconfig }),
    ...(isClaimed && { isClaimed: (file: string) => isClaimed(root, file) }),
    ...(shim !== undefined && { shim }),
    ...(project !== undefined && { project }),
  };
}
