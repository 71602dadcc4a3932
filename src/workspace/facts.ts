// In: the files of a workspace and the wish to look across them. Out: what other modules hand to each file.
// With a tsconfig all scripts of the root are looked at, also when the run is for some of them; otherwise those of the run.

import type { Facts } from '../core.ts';
import type { Project } from '../project/project.ts';
import type { ParsedTexts } from '../syntax/parsed-texts.ts';
import { Failure, whyOf } from './failure.ts';
import { type FileSystem, findText } from './files.ts';
import type { ProgramOf } from './programs/programs.ts';
import type { FileTask } from './rewrite-file.ts';
import type { FoundFile } from './search/search.ts';
import { tsconfigOf } from './shims/typescript-facts.ts';
import { whyTooLong } from './text-size.ts';

const nothing: Facts = { modules: new Map() };

/** Where no file names swan. */
const emptyProject: Project = {
  styleFor: () => ({ arrowParentheses: false, spacedBraces: true, singleQuotes: true, semicolons: true }),
  factsFor: () => nothing,
  importers: new Set(),
  mayRunEarly: () => false,
  seesGlobal: () => Promise.resolve(true),
  originsFor: () => Promise.resolve(new Map()),
};

export interface ProjectWish {
  readonly files: FileSystem;
  readonly root: string;
  /** Absolute paths. */
  readonly paths: readonly string[];
  readonly programOf: ProgramOf;
  /** A tsconfig, or its folder, that a person named. */
  readonly tsconfig: string | undefined;
  readonly texts: ParsedTexts;
}

/** What the modules of a workspace hand to each other, and those that cannot name swan. */
export interface FoundProject {
  readonly project: Project;
  /** Those that do not name swan, however it may be written. */
  readonly silent: ReadonlySet<string>;
}

/** @throws Failure when the tsconfig cannot be read */
export async function findProject(wish: ProjectWish): Promise<FoundProject> {
  const silent = wish.files.silentAmong(wish.paths);
  // Nothing can hand swan on where no file names it: then the library is not even loaded.
  if (silent.size === wish.paths.length) return { project: emptyProject, silent };
  return { project: await loadFrom(wish, silent), silent };
}

async function loadFrom(wish: ProjectWish, silent: ReadonlySet<string>): Promise<Project> {
  const { files, root, paths, programOf, tsconfig: named, texts } = wish;
  const read = (file: string): string | undefined => readProgramText(files, file);
  const { readShimHeader } = await import('../core.ts');
  // A shim of ours hands nothing on, and what it exports is no other swan.
  const readOwn = (file: string): string | undefined => {
    const text = read(file);
    return text === undefined || readShimHeader(text) ? undefined : text;
  };
  const tsconfig = named === undefined ? undefined : tsconfigOf(files, named);
  const { loadProject } = await import('../project/project.ts');
  try {
    const options = {
      root,
      programOf: (file: string) => programOf(file)?.folder,
      files: paths,
      read: readOwn,
      texts,
      silent,
    };
    return await loadProject({ ...options, ...(tsconfig !== undefined && { tsconfig }) });
  } catch (error) {
    const project = named ?? root;
    throw new Failure({
      what: { en: `the project ${project} could not be looked at`, 'zh-CN': `无法读取项目 ${project}` },
      why: whyOf(error),
    });
  }
}

export function taskOf(found: FoundFile, specifier: string, project: Project): FileTask {
  const facts = project.factsFor(found.path);
  // Facts that say nothing would only have the file parsed for nothing.
  if (facts.modules.size === 0 && !facts.interceptors?.length) return { found, specifier };
  return { found, specifier, facts, isImporter: project.importers.has(found.path) };
}

function readProgramText(files: FileSystem, file: string): string | undefined {
  const text = findText(files, file);
  return text === undefined || whyTooLong(text, files.mostTokens) !== undefined ? undefined : text;
}
