// In: the place for the shim and the names that the files import. Out: the text to write there.
// A shim of ours that is there already is recognised by its header and grows; any other file there is never touched.
// Writes nothing.

import type { Sockets, TargetName } from '../../core.ts';
import { targets } from '../../targets.ts';
import { Failure, reasonOf } from '../failure.ts';
import type { FileSystem, Source } from '../files.ts';
import { isWithin } from '../paths.ts';
import type { NetworkTimeouts } from '../programs/app-config.ts';
import { type MissingPackage, findMissing } from './packages.ts';
import type { ShimPlace } from './shim-place.ts';

export interface ExistingShim {
  readonly text: string;
  readonly hash: string;
  readonly target: string;
  readonly names: readonly string[];
  readonly module: 'esm' | 'cjs';
}

export interface ShimFile {
  /** Absolute. */
  readonly path: string;
  /** The text that is there now. */
  readonly before?: string;
  readonly beforeHash?: string;
  readonly after: string;
  readonly names: readonly string[];
  /** What it imports and no package.json lists. */
  readonly missing: readonly MissingPackage[];
}

/** How messages call a shim. */
export interface ShimTitle {
  /** Relative to where the command runs. */
  readonly shown: string;
  /** The folder of its program, where that is not the root. */
  readonly program?: string;
}

interface Around {
  readonly files: FileSystem;
  readonly root: string;
  readonly isClaimed: ((file: string) => Promise<boolean>) | undefined;
}

/**
 * The shim that is at `file` already.
 * @throws Failure when something else is there
 */
export async function readExistingShim(
  { files, root, isClaimed }: Around,
  file: string,
  title: ShimTitle,
): Promise<ExistingShim | undefined> {
  const source = readAt(files, root, file, title);
  if (source === undefined) return undefined;
  if (source.kind === 'text' && source.text === '' && (await isClaimed?.(file)) === true) return undefined;
  const { readShimHeader } = await import('../../core.ts');
  const header = source.kind === 'text' ? readShimHeader(source.text) : undefined;
  if (source.kind !== 'text' || !header) {
    throw foreign(title, 'It is a file of the program, and not a shim that cygnet wrote.');
  }
  const { text, hash } = source;
  return { text, hash, target: header.target, names: header.names, module: header.module };
}

/** Nothing where nothing is. */
function readAt(files: FileSystem, root: string, file: string, title: ShimTitle): Source | undefined {
  try {
    const kind = files.kindOf(file);
    if (kind === undefined) return undefined;
    const real = kind === 'link' ? files.realPath(file) : file;
    if (!isWithin(root, real)) throw foreign(title, 'It is a link that leads out of the root.');
    if (kind !== 'file' && kind !== 'link') throw foreign(title, 'It is not a file.');
    const source = files.readSource(real, false);
    if (source.kind !== 'failed') return source;
    throw unreadable(title, source.reason.en);
  } catch (error) {
    throw error instanceof Failure ? error : unreadable(title, reasonOf(error));
  }
}

function unreadable({ shown }: ShimTitle, why: string): Failure {
  return new Failure({ what: `${shown}, where the shim should go, cannot be read`, why });
}

function foreign({ shown, program }: ShimTitle, why: string): Failure {
  const name = '--shim utils/swan-shim.js';
  return new Failure({
    what: `${shown} is where the shim should go, and something else is there`,
    why: `${why} It was not touched, and nothing was written.`,
    help: `Choose another name for the shim, ${program === undefined ? `e.g. ${name}` : aloneWith(program, name)}.`,
  });
}

/** A name that is given to a run over several programs is the name of one file for all of them. */
function aloneWith(program: string, option: string): string {
  return `in a run over its program alone: cygnet migrate ${program} ${option}`;
}

export interface LinkWish {
  readonly files: FileSystem;
  readonly place: ShimPlace;
  readonly title: ShimTitle;
  readonly existing: ExistingShim | undefined;
  readonly target: TargetName;
  readonly sockets: Sockets;
  readonly names: readonly string[];
  readonly timeouts: NetworkTimeouts;
}

/** @throws Failure when the shim that is there was made for another target */
export async function linkShimFile(wish: LinkWish): Promise<ShimFile> {
  const { files, place, existing, target, sockets, timeouts, title } = wish;
  if (existing && existing.target !== target) {
    const { shown, program } = title;
    const name = `--shim swan-net-${target}.js`;
    throw new Failure({
      what: `${shown} is the shim for ${existing.target}, and this run is for ${target}`,
      why: 'The files that import it would break.',
      help: `Give this run a shim of its own, ${program === undefined ? `e.g. ${name}` : aloneWith(program, name)}, or take the earlier run back with cygnet undo.`,
    });
  }
  const { linkShim, shimExports, shimHooks, shimPackages } = await import('../../core.ts');
  // A file that takes the shim as a whole may use all of it. What other files import from it stays.
  const asked = wish.names.flatMap((name) => (name === '*' ? shimExports(target) : [name]));
  const used = [...(existing?.names ?? []), ...asked];
  const names = [...new Set([...used, ...shimHooks(target, used)])].sort();
  const request = { target, sockets, names, module: place.module, typescript: place.isTypeScript, timeouts };
  const after = linkShim(request);
  const imported = shimPackages(request);
  const missing = targets[target].traits.packages
    .filter(({ name }) => imported.includes(name))
    .flatMap((needed) => findMissing(files, place.path, needed) ?? []);
  return {
    path: place.path,
    after,
    names,
    missing,
    ...(existing && { before: existing.text, beforeHash: existing.hash }),
  };
}
