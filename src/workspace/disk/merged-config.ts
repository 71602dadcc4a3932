// In: what is asked for at hand, on a command line or in a build, and the config file that was found. Out: what is to be
// searched: what is at hand goes first, and paths of the config are relative to it.
// Knows nothing of what is done with the files.

import { existsSync } from 'node:fs';
import path from 'node:path';

import type { ApiName } from '../../core.ts';
import type { Config } from '../define-config.ts';
import { Failure } from '../failure.ts';
import { shownPath } from '../paths.ts';
import type { FoundConfig } from './config.ts';

export type SearchConfig = Pick<Config, 'paths' | 'include' | 'exclude' | 'gitignore' | 'only' | 'project'>;

export interface SearchSettings {
  /** Absolute, without links. */
  readonly cwd: string;
  readonly paths: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly gitignore: boolean;
  readonly only?: readonly ApiName[];
  /** Absolute path of a tsconfig. */
  readonly project?: string;
}

/** @throws Failure when the tsconfig is not there */
export function mergeSearch(cwd: string, given: SearchConfig, found: FoundConfig | undefined): SearchSettings {
  const config: Config = found?.config ?? {};
  const only = given.only ?? config.only;
  const project = given.project !== undefined ? path.resolve(cwd, given.project) : fromConfig(found, config.project);
  if (project !== undefined && !existsSync(project)) {
    const name = given.project ?? project;
    throw new Failure({
      what: { en: `there is no tsconfig ${name}`, 'zh-CN': `没有 tsconfig ${name}` },
      why: { en: `Looked for ${project}.`, 'zh-CN': `查找的位置：${project}` },
    });
  }
  const configured = (config.paths ?? []).map((name) => shownPath(cwd, fromConfig(found, name) ?? name));
  return {
    cwd,
    paths: given.paths && given.paths.length > 0 ? given.paths : configured,
    include: [...(config.include ?? []), ...(given.include ?? [])],
    exclude: [...(config.exclude ?? []), ...(given.exclude ?? [])],
    gitignore: given.gitignore ?? config.gitignore ?? true,
    ...(only && { only }),
    ...(project !== undefined && { project }),
  };
}

function fromConfig(found: FoundConfig | undefined, file: string | undefined): string | undefined {
  return found && file !== undefined ? path.resolve(path.dirname(found.file), file) : undefined;
}
