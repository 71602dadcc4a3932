// In: the calls of a project whose origin their own file does not show. Out: the origins that constants of the project
// show, by file. Modules are looked for only where a url needs one. Knows nothing of syntax.

import path from 'node:path';
import { findOrigin, type OpenUrl } from '../lift/origins.ts';
import type { ParsedTexts } from '../syntax/parsed-texts.ts';
import { createConstants, type Constants, type ReadableFiles } from './constants.ts';
import type { Modules } from './modules.ts';

export interface FileWithOpenUrls {
  readonly path: string;
  readonly openUrls: readonly OpenUrl[];
}

export interface FoundOrigin extends OpenUrl {
  /** Absent where the url is known, and names none. */
  readonly origin?: string;
}

export async function findOrigins(
  open: readonly FileWithOpenUrls[],
  files: ReadableFiles,
  loadModules: () => Promise<Modules>,
): Promise<ReadonlyMap<string, readonly FoundOrigin[]>> {
  const found = new Map<string, readonly FoundOrigin[]>();
  let constants: Constants | undefined;
  for (const one of open) {
    const own = originsBy(createConstants(files), one);
    const origins = own ?? originsBy((constants ??= createConstants(files, await loadModules())), one);
    if (origins && origins.length > 0) found.set(one.path, origins);
  }
  return found;
}

/** What a file shows by itself; nothing where another module has to be asked. */
export function findOwnOrigins(
  one: FileWithOpenUrls,
  text: string,
  texts: ParsedTexts,
): readonly FoundOrigin[] | undefined {
  return originsBy(createConstants({ files: [path.normalize(one.path)], read: () => text, texts }), one);
}

/** Nothing where there was no way to find another module. */
function originsBy(constants: Constants, { path: file, openUrls }: FileWithOpenUrls): FoundOrigin[] | undefined {
  const origins = openUrls.flatMap((one): FoundOrigin[] => {
    const start = constants.startOf(path.normalize(file), one.url);
    const origin = start && findOrigin(start.text, start.isWhole);
    if (origin !== undefined) return [{ ...one, origin }];
    return start?.isWhole ? [one] : [];
  });
  return constants.lacksModules ? undefined : origins;
}
