// In: the root. Out: for each file below it, the mini-program that it belongs to: the nearest app.json at or above it, or
// what a uni-app project has in its place. One root may hold several programs, side by side or below it.
// Knows nothing of shims.

import path from 'node:path';

import type { FileSystem } from '../files.ts';
import { shownPath } from '../paths.ts';
import { type AppConfig, type NetworkTimeouts, readAppConfig } from './app-config.ts';
import type { FileResult } from '../file-result.ts';

export interface MiniProgram extends AppConfig {
  /** Absolute: what its package holds. */
  readonly folder: string;
}

/** Nothing for a file that has no program between itself and the root. */
export type ProgramOf = (file: string) => MiniProgram | undefined;

/** @param root absolute; what lies above it is not looked at */
export function findPrograms(files: FileSystem, root: string): ProgramOf {
  const known = new Map<string, MiniProgram | undefined>();
  return (file) => programAt(path.dirname(file));

  function programAt(folder: string): MiniProgram | undefined {
    if (known.has(folder)) return known.get(folder);
    const found = lookAt(folder);
    known.set(folder, found);
    return found;
  }

  function lookAt(folder: string): MiniProgram | undefined {
    const config = readAppConfig(files, folder);
    if (config) return { folder, ...config };
    const above = path.dirname(folder);
    return folder === root || above === folder ? undefined : programAt(above);
  }
}

/** A program as reports name it. */
export interface NamedProgram {
  /** Its app.json, or manifest.json, relative to where the command runs, with `/`. */
  readonly app: string;
  /** Milliseconds by API, as that file has them; absent keys are 60 s. */
  readonly networkTimeout: NetworkTimeouts;
}

export function appPath({ file }: MiniProgram, cwd: string): string {
  return shownPath(cwd, file);
}

export function namedPrograms(programs: readonly MiniProgram[], cwd: string): NamedProgram[] {
  return programs.map((program) => ({ app: appPath(program, cwd), networkTimeout: program.timeouts }));
}

/** The programs of the files, each once. */
export function programsOf(files: readonly { readonly path: string }[], programOf: ProgramOf): MiniProgram[] {
  return [...new Set(files.flatMap((file) => programOf(file.path) ?? []))];
}

/** Those that hold network calls; where there is no call at all, all of them. */
export function programsWithCalls(files: readonly FileResult[], programOf: ProgramOf): MiniProgram[] {
  const withCalls = files.filter((file) => file.sites.length > 0);
  return programsOf(withCalls.length > 0 ? withCalls : files, programOf);
}
