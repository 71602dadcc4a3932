// In: what the files of a run come to. Out: of each TypeScript file that changes, the tsconfig whose types it sees, and
// what that tsconfig lacks for the new text. Knows nothing of how it is reported.

import { existsSync } from 'node:fs';
import path from 'node:path';

import type { Project } from '../../index.ts';
import { memberOf } from '../json.ts';
import { readSettings } from '../disk/regular-file.ts';
import { upwards } from '../paths.ts';
import type { FileResult } from '../file-result.ts';
import { tsconfigOf } from '../facts.ts';
import { findTypeList, nearestTsconfig } from './typescript-facts.ts';

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

export async function findScriptTypes(
  files: readonly FileResult[],
  project: Pick<Project, 'seesGlobal'>,
  { root, named }: { readonly root: string; readonly named: string | undefined },
): Promise<ScriptTypesOf> {
  const found = new Map<string, ScriptTypes>();
  for (const file of files) {
    if (!file.typescript || file.status !== 'changed') continue;
    const folder = path.dirname(file.path);
    const tsconfig = named === undefined ? nearestTsconfig(folder, root) : tsconfigOf(named);
    if (tsconfig === undefined) continue;
    const list = await findTypeList(tsconfig);
    const seesAllTypes = majorOf(folder) < 6;
    const question = { tsconfig, file: file.path, name: 'require', seesAllTypes };
    const isRequired = file.module === 'cjs' && file.shim.length > 0;
    const lacksRequire = isRequired && !(await project.seesGlobal(question));
    const needsName = list === undefined ? !seesAllTypes : !list.includes('*');
    found.set(file.path, { tsconfig, needsName, lacksRequire });
  }
  return found;
}

/** The TypeScript that is installed for a folder; 0 when there is none. */
function majorOf(folder: string): number {
  const manifests = upwards(folder).map((at) => path.join(at, 'node_modules/typescript/package.json'));
  const installed = manifests.find((file) => existsSync(file));
  if (installed === undefined) return 0;
  try {
    return Number.parseInt(String(memberOf(JSON.parse(readSettings(installed)), 'version')), 10);
  } catch {
    return 0;
  }
}
