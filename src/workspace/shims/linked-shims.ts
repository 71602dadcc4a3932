// In: what the files of a workspace came to together. Out: the shims that they import, and what a person should know of them.
// Writes nothing.

import type { InEach } from '../../locale/locale.ts';
import type { FileResult } from '../file-result.ts';
import type { FileSystem } from '../files.ts';
import type { KnownFolder, WorkspaceOptions } from '../known.ts';
import type { Settlement } from '../settlement.ts';
import { type ShimFile, linkShimFile } from './shim-file.ts';
import { timeoutsFor } from './shim-timeouts.ts';

export interface LinkedShims {
  /** One for each program that needs it, in the order of the files. */
  readonly shims: readonly ShimFile[];
  /** In words. */
  readonly warnings: readonly InEach<string>[];
}

/** @throws Failure when the shim that is there was made for another target */
export async function linkShims(
  files: FileSystem,
  { homeOf, programOf, packedFolderOf }: KnownFolder,
  { target, sockets = 'one', cwd }: WorkspaceOptions,
  settled: Settlement,
): Promise<LinkedShims> {
  const shims: ShimFile[] = [];
  const warnings: InEach<string>[] = [];
  if (target === undefined || !homeOf) return { shims, warnings };
  for (const { home, place, existing, title } of settled.homes) {
    const served: FileResult[] = settled.files.filter((file) => homeOf(file.path) === home);
    const names = [...new Set(served.flatMap((file) => file.shim))];
    if (names.length === 0) continue;
    const shim = place.path;
    const own = timeoutsFor({ shim, files: served, all: settled.files, programOf, packedFolderOf, cwd });
    const { timeouts } = own;
    shims.push(await linkShimFile({ files, place, title, existing, target, sockets, names, timeouts }));
    warnings.push(...own.warnings);
  }
  return { shims, warnings };
}
