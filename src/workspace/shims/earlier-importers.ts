// In: the files of a root, and the place where a shim is to be made that is not there. Out: what files that were moved before import
// from that place: a shim that somebody took away is made with it, or those files would break.
// Knows nothing of what is in a shim.

import path from 'node:path';

import { namedModules } from '../../project/circles.ts';
import type { ParsedTexts } from '../../syntax/parsed-texts.ts';
import { type FileSystem, findText } from '../files.ts';
import type { ShimPlace } from './shim-place.ts';

export interface EarlierImporter {
  /** Absolute. */
  readonly path: string;
  /** `*` is all of it. */
  readonly names: readonly string[];
  readonly hasRequire: boolean;
}

export interface EarlierWish {
  readonly files: FileSystem;
  /** All scripts of the root, whatever the run is for; absolute. */
  readonly paths: readonly string[];
  /** Those that do not name swan, as the shim's own name mostly does. */
  readonly silent: ReadonlySet<string>;
  readonly texts: ParsedTexts;
}

export async function findEarlierImporters(
  { files, paths, silent, texts }: EarlierWish,
  place: ShimPlace,
): Promise<EarlierImporter[]> {
  const stem = withoutExtension(place.path);
  const name = path.basename(stem);
  const found: EarlierImporter[] = [];
  for (const file of paths) {
    const cannotName = file === place.path || (name.includes('swan') && silent.has(file));
    const text = cannotName ? undefined : findText(files, file);
    if (text?.includes(name) !== true) continue;
    const isMeant = (specifier: string): boolean => {
      // What a tsconfig maps, or a bundler, counts by its last name.
      if (!specifier.startsWith('.')) return path.basename(withoutExtension(specifier)) === name;
      return withoutExtension(path.resolve(path.dirname(file), specifier)) === stem;
    };
    if (!namedModules(text).some(isMeant)) continue;
    // The parser is loaded by then or for this alone.
    const { programIn } = await import('../../core.ts');
    const { takenNames } = await import('../../project/taken-names.ts');
    const taken = takenNames({ text: programIn(text, file), file, texts, isMeant });
    if (taken.names.length > 0) found.push({ path: file, ...taken });
  }
  return found;
}

function withoutExtension(file: string): string {
  return file.replace(/\.[cm]?[jt]s$/i, '');
}
