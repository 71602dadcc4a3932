// In: what the files of a workspace came to together. Out: the shims that they import, and what a person should know of them.
// Writes nothing.

import type { TargetName } from '../../core.ts';
import type { InEach } from '../../locale/locale.ts';
import { printable } from '../../text/printable.ts';
import type { FileSystem } from '../files.ts';
import type { KnownFolder, WorkspaceOptions } from '../known.ts';
import { shownPath } from '../paths.ts';
import type { Settlement } from '../settlement.ts';
import type { SettledHome } from './shim-homes.ts';
import type { EarlierImporter } from './earlier-importers.ts';
import { type ShimFile, type ShimTitle, linkShimFile } from './shim-file.ts';
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
  { home, place, existing, earlier, title }: SettledHome,
  files: FileSystem,
  { homeOf, programOf, packedFolderOf }: KnownFolder,
  { target, sockets = 'one', cwd }: WorkspaceOptions,
  settled: Settlement,
): Promise<LinkedShim | undefined> {
  if (target === undefined || !homeOf) return undefined;
  const served = settled.files.filter((file) => homeOf(file.path) === home);
  const own = served.flatMap((file) => file.shim);
  if (own.length === 0) return undefined;
  const { shimExports } = await import('../../core.ts');
  const exported = shimExports(target);
  const had = earlier.flatMap((file) => file.names.filter((name) => name === '*' || exported.includes(name)));
  const names = [...new Set([...own, ...had])];
  const { timeouts, warnings } = timeoutsFor({
    ...{ shim: place.path, files: served, all: settled.files },
    ...{ programOf, packedFolderOf, cwd },
  });
  const shim = await linkShimFile({ files, place, title, existing, target, sockets, names, timeouts });
  const missing = earlier.flatMap((file) => missingNames(file, exported, title, { cwd, target }));
  return { shim, warnings: [...warnings, ...missing] };
}

/** A file that was moved for another target takes what this one has not. */
function missingNames(
  { path, names }: EarlierImporter,
  exported: readonly string[],
  { shown }: ShimTitle,
  { cwd, target }: { readonly cwd: string; readonly target: TargetName },
): InEach<string>[] {
  const missing = names.filter((name) => name !== '*' && !exported.includes(name));
  if (missing.length === 0) return [];
  const file = printable(shownPath(cwd, path));
  return [
    {
      en: `${file} imports ${missing.join(', ')} from ${shown}, which the shim for ${target} does not have`,
      'zh-CN': `${file} 从 ${shown} 导入 ${missing.join('、')}，而 ${target} 的 shim 中没有`,
    },
  ];
}
