// In: the places of a run and its rules for what to leave out. Out: whether a path in them is left alone, as the search would
// leave it: a watch over the packages of a program costs more than all else.
// Where the search may take files back (--include), more is watched than is read.

import type { Stats } from 'node:fs';
import path from 'node:path';

import { scriptPattern } from '../../src/workspace/choices.ts';
import { type IgnoreRules, enterFolder, isIgnored } from '../../src/workspace/search/ignore-rules.ts';
import { isNeverEntered, reasonToPassBy } from '../../src/workspace/search/passed-by.ts';
import { isWithin } from '../../src/workspace/paths.ts';
import { disk } from '../../src/workspace/disk/disk.ts';
import { rulesAround } from '../../src/workspace/disk/rules-around.ts';
import { isSettingsFile } from './settings-files.ts';
import type { SearchRoot } from '../../src/workspace/search/search-roots.ts';

interface UnwatchedRules {
  readonly include: readonly string[];
  readonly gitignore: boolean;
}

export async function findUnwatched(
  places: readonly SearchRoot[],
  { include, gitignore }: UnwatchedRules,
): Promise<(file: string, status?: Stats) => boolean> {
  const folders = places.filter((place) => place.isFolder).map((place) => place.path);
  const known = new Map<string, IgnoreRules | undefined>();
  if (gitignore) for (const folder of folders) known.set(folder, enterFolder(disk, folder, await rulesAround(folder)));
  const isPackageWanted = include.some((glob) => glob.includes('node_modules'));
  return (file, status) => {
    if (!status || !folders.some((folder) => isWithin(folder, file) && folder !== file)) return false;
    if (!status.isDirectory()) {
      if (isSettingsFile(file)) return false;
      return !scriptPattern.test(file) || (include.length === 0 && isOut(file, false));
    }
    const name = path.basename(file);
    if (isNeverEntered(name)) return true;
    const reason = reasonToPassBy(name, () => isOut(file, true));
    return reason !== undefined && (include.length === 0 || (reason === 'dependencies' && !isPackageWanted));
  };

  function isOut(file: string, isFolder: boolean): boolean {
    return gitignore && isIgnored(rulesIn(path.dirname(file)), file, isFolder);
  }

  function rulesIn(folder: string): IgnoreRules | undefined {
    if (!known.has(folder)) known.set(folder, enterFolder(disk, folder, rulesIn(path.dirname(folder))));
    return known.get(folder);
  }
}
