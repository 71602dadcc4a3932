// In: a folder. Out: the rules of .gitignore that hold in it before its own are read, as git would find them.
// Knows nothing of what lies in the folder.

import { findLocalExcludes, findWorkTree } from './git.ts';
import { type IgnoreRules, enterFolder, readRules } from './ignore-rules.ts';
import { isWithin, upwards } from './root.ts';

/** The rules that the folders around `folder` set, as far as git looks: up to the top of the work tree. */
export async function rulesAround(folder: string): Promise<IgnoreRules | undefined> {
  const top = await findWorkTree(folder).catch(() => undefined);
  if (top === undefined || !isWithin(top, folder)) return undefined;
  const excludes = await findLocalExcludes(folder);
  let rules = excludes === undefined ? undefined : readRules(top, excludes, undefined);
  const around = upwards(folder).filter((at) => at !== folder && isWithin(top, at));
  for (const at of around.reverse()) rules = enterFolder(at, rules);
  return rules;
}
