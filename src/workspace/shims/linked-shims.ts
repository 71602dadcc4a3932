// In: what the files of a workspace came to together. Out: the shims that they import, and what a person should know of them.
// Writes nothing.

import type { InEach } from '../../locale/locale.ts';
import type { FileSystem } from '../files.ts';
import type { KnownFolder, WorkspaceOptions } from '../known.ts';
import type { Settlement } from '../settlement.ts';
import type { SettledHome } from './shim-homes.ts';
import { type ShimFile, linkShimFile } from './shim-file.ts';
import { timeoutsFor } from './shim-timeouts.ts';

export interface LinkedShims {
  /** One for each program that needs it, in the order of the files. */
  readonly shims: readonly ShimFile[];
  /** In words. */
  readonly warnings: readonly InEach<string>[];
}

type LinkedShim = Pick<LinkedShims, 'warnings'> & { readonly shim: ShimFile };

/** @throws Failure when the shim that is there was made for another target */
export async function linkShims(
  files: FileSystem,
  known: KnownFolder,
  options: WorkspaceOptions,
  settled: Settlement,
): Promise<LinkedShims> {
  const linked: LinkedShim[] = [];
  for (const one of settled.homes) {
    const own = await linkShimOf(one, files, known, options, settled);
    if (own) linked.push(own);
  }
  return { shims: linked.map(({ shim }) => shim), warnings: linked.flatMap(({ warnings }) => warnings) };
}

/**
 * The shim of one home, where any file needs it.
 * @throws Failure when the one that is there was made for another target
 */
export async function linkShimOf(
  { home, place, existing, title }: SettledHome,
  files: FileSystem,
  { homeOf, programOf, packedFolderOf }: KnownFolder,
  { target, sockets = 'one', cwd }: WorkspaceOptions,
  settled: Settlement,
): Promise<LinkedShim | undefined> {
  if (target === undefined || !homeOf) return undefined;
  const served = settled.files.filter((file) => homeOf(file.path) === home);
  const names = [...new Set(served.flatMap((file) => file.shim))];
  if (names.length === 0) return undefined;
  const { timeouts, warnings } = timeoutsFor({
    ...{ shim: place.path, files: served, all: settled.files },
    ...{ programOf, packedFolderOf, cwd },
  });
  const shim = await linkShimFile({ files, place, title, existing, target, sockets, names, timeouts });
  return { shim, warnings };
}
