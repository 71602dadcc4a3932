// In: a folder. Out: the ignore rules that hold in it before its own: those of the person, of the clone, and of the folders
// around it, in the order in which git has them. Without git the folder that looks like a repository is taken for one.
// Knows nothing of what lies in the folder.

import { disk } from './disk.ts';
import { findLocalExcludes, findPersonalExcludes, findWorkTree, repositoryAround } from './git.ts';
import { type IgnoreRules, enterFolder, readRules } from '../search/ignore-rules.ts';
import { isWithin, upwards } from '../paths.ts';
import { findSystemProgram } from './system-program.ts';

/** The rules that the folders around `folder` set, as far as git looks: up to the top of the work tree. */
export async function rulesAround(folder: string): Promise<IgnoreRules | undefined> {
  const isGitThere = findSystemProgram('git') !== undefined;
  const top = isGitThere ? await findWorkTree(folder).catch(() => undefined) : repositoryAround(folder);
  if (top === undefined || !isWithin(top, folder)) return undefined;
  let rules: IgnoreRules | undefined;
  for (const excludes of [await findPersonalExcludes(top), await findLocalExcludes(folder)]) {
    if (excludes !== undefined) rules = readRules(disk, top, excludes, rules);
  }
  const around = upwards(folder).filter((at) => at !== folder && isWithin(top, at));
  for (const at of around.reverse()) rules = enterFolder(disk, at, rules);
  return rules;
}
