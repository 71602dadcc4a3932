// In: the files of a run and the wish to look across them. Out: what other modules hand to each file.
// With --project all scripts of the root are looked at, also when the run is for some of them; otherwise those of the run.

import { statSync } from 'node:fs';
import path from 'node:path';

import type { Facts, Project } from '../index.ts';
import { Failure, reasonOf } from './failure.ts';
import { readRegularSync } from './disk/regular-file.ts';
import { type FoundFile, searchFiles } from './search/search.ts';
import { mostBytes, whyTooLong } from './disk/source.ts';
import type { ReadSettings } from '../../cli/settings.ts';
import type { ProgramOf } from './programs/programs.ts';
import type { FileTask } from './rewrite-file.ts';

const nothing: Facts = { modules: new Map() };

/** @throws Failure when the tsconfig cannot be read */
export async function findProject(
  root: string,
  found: readonly FoundFile[],
  programOf: ProgramOf,
  settings: ReadSettings,
): Promise<Project> {
  const { project: named, cwd, include, exclude, gitignore } = settings;
  const rules = { cwd, root, include, exclude, hasGitignore: gitignore };
  const whole = [{ named: root, path: root, isFolder: true }];
  const all = named === undefined ? [] : (await searchFiles(whole, rules)).found;
  const files = [...new Set([...all, ...found].map((file) => file.path))];
  const tsconfig = named === undefined ? undefined : tsconfigOf(named);
  // Nothing can hand swan on where no file names it: then the library is not even loaded.
  if (!files.some((file) => read(file)?.includes('swan'))) {
    const style = { arrowParentheses: false, spacedBraces: true, singleQuotes: true, semicolons: true };
    return {
      styleFor: () => style,
      factsFor: () => nothing,
      importers: new Set(),
      mayRunEarly: () => false,
      seesGlobal: () => Promise.resolve(true),
      originsFor: () => Promise.resolve(new Map()),
    };
  }
  const { loadProject } = await import('../index.ts');
  try {
    const options = { root, programOf: (file: string) => programOf(file)?.folder, files, read };
    return await loadProject({ ...options, ...(tsconfig !== undefined && { tsconfig }) });
  } catch (error) {
    throw new Failure({ what: `the project ${named ?? root} could not be looked at`, why: reasonOf(error) });
  }
}

export function taskOf(found: FoundFile, specifier: string, project: Project): FileTask {
  const facts = project.factsFor(found.path);
  // Facts that say nothing would only have the file parsed for nothing.
  if (facts.modules.size === 0 && !facts.interceptors?.length) return { found, specifier };
  return { found, specifier, facts, isImporter: project.importers.has(found.path) };
}

/** A folder stands for the tsconfig in it, if there is one. */
export function tsconfigOf(named: string): string | undefined {
  if (!statSync(named).isDirectory()) return named;
  const file = path.join(named, 'tsconfig.json');
  return statSync(file, { throwIfNoEntry: false }) ? file : undefined;
}

function read(file: string): string | undefined {
  try {
    const text = readRegularSync(file, { limit: mostBytes }).bytes.toString('utf8');
    return whyTooLong(text) === undefined ? text : undefined;
  } catch {
    return undefined;
  }
}
