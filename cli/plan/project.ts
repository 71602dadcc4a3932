// In: the files of a run and the wish to look across them. Out: what other modules hand to each file.
// Only with --project: then all scripts of the root are looked at, also when the run is for some of them.

import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import type { Project } from '../../src/index.ts';
import { Failure, reasonOf } from '../failure.ts';
import { type FoundFile, searchFiles } from '../files/search.ts';
import type { ReadSettings } from '../settings.ts';
import type { FileTask } from './rewrite-file.ts';

/** Nothing when no project was asked for. @throws Failure when its tsconfig cannot be read */
export async function findProject(
  root: string,
  found: readonly FoundFile[],
  settings: ReadSettings,
): Promise<Project | undefined> {
  const { project: named, cwd, include, exclude, gitignore } = settings;
  if (named === undefined) return undefined;
  const rules = { cwd, root, include, exclude, hasGitignore: gitignore };
  const all = await searchFiles([{ named: root, path: root, isFolder: true }], rules, new Map());
  const files = [...new Set([...all, ...found].map((file) => file.path))];
  const tsconfig = tsconfigOf(named);
  const { loadProject } = await import('../../src/index.ts');
  try {
    return await loadProject({ root, files, read, ...(tsconfig !== undefined && { tsconfig }) });
  } catch (error) {
    throw new Failure({ what: `the project ${named} could not be looked at`, why: reasonOf(error) });
  }
}

export function taskOf(found: FoundFile, specifier: string, project: Project | undefined): FileTask {
  if (!project) return { found, specifier };
  const facts = project.factsFor(found.path);
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
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
