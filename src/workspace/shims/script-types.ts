// In: what the files of a run come to. Out: of each TypeScript file that changes, the tsconfig whose types it sees, and
// what that tsconfig lacks for the new text. Knows nothing of how it is reported.

import path from 'node:path';

import type { Project } from '../../project/project.ts';
import type { FileSystem } from '../files.ts';
import { memberOf, readJson } from '../json.ts';
import { upwards } from '../paths.ts';
import type { FileResult } from '../file-result.ts';
import { type ReadTsconfig, findTypeList, nearestTsconfig, tsconfigOf } from './typescript-facts.ts';

export interface ScriptTypes {
  /** Absolute. */
  readonly tsconfig: string;
  /** A package of types is not seen by being installed: the tsconfig has to name it. */
  readonly needsName: boolean;
  /** The file loads the shim with `require`, and nothing that it sees says what that is. */
  readonly lacksRequire: boolean;
}

/** By the absolute path of the file. */
export type ScriptTypesOf = ReadonlyMap<string, ScriptTypes>;

interface TypesWish {
  readonly files: FileSystem;
  readonly read: ReadTsconfig;
  readonly root: string;
  /** A tsconfig, or its folder, that a person named. */
  readonly named: string | undefined;
}

export async function findScriptTypes(
  results: readonly FileResult[],
  project: Pick<Project, 'seesGlobal'>,
  { files, root, named, read }: TypesWish,
): Promise<ScriptTypesOf> {
  const found = new Map<string, ScriptTypes>();
  for (const file of results) {
    if (!file.typescript || file.status !== 'changed') continue;
    const folder = path.dirname(file.path);
    const tsconfig = named === undefined ? nearestTsconfig(files, folder, root) : tsconfigOf(files, named);
    if (tsconfig === undefined) continue;
    const list = await findTypeList(read, tsconfig);
    const seesAllTypes = majorOf(files, folder) < 6;
    const question = { tsconfig, file: file.path, name: 'require', seesAllTypes };
    const isRequired = file.module === 'cjs' && file.shim.length > 0;
    const lacksRequire = isRequired && !(await project.seesGlobal(question));
    const needsName = list === undefined ? !seesAllTypes : !list.includes('*');
    found.set(file.path, { tsconfig, needsName, lacksRequire });
  }
  return found;
}

/** The TypeScript that is installed for a folder; 0 when there is none. */
function majorOf(files: FileSystem, folder: string): number {
  const manifests = upwards(folder).map((at) => path.join(at, 'node_modules/typescript/package.json'));
  const installed = manifests.find((file) => files.exists(file));
  if (installed === undefined) return 0;
  const major = Number.parseInt(String(memberOf(readJson(files, installed), 'version')), 10);
  return Number.isNaN(major) ? 0 : major;
}
