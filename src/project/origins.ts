// In: the calls of a project whose origin their own file does not show. Out: the origins that constants of the project
// show, by file. Modules are looked for only where a url needs one. Knows nothing of syntax.

import path from 'node:path';
import { findOrigin, type OpenUrl } from '../lift/origins.ts';
import { createConstants, type Constants } from './constants.ts';
import type { Modules } from './modules.ts';

export interface FileWithOpenUrls {
  readonly path: string;
  readonly openUrls: readonly OpenUrl[];
}

export interface FoundOrigin extends OpenUrl {
  /** Absent where the url is known, and names none. */
  readonly origin?: string;
}

interface Files {
  readonly files: readonly string[];
  readonly read: (file: string) => string | undefined;
}

export async function findOrigins(
  open: readonly FileWithOpenUrls[],
  files: Files,
  loadModules: () => Promise<Modules>,
): Promise<ReadonlyMap<string, readonly FoundOrigin[]>> {
  const alone = createConstants(files);
  const found = originsBy(alone, open);
  return alone.lacksModules ? originsBy(createConstants(files, await loadModules()), open) : found;
}

function originsBy(constants: Constants, open: readonly FileWithOpenUrls[]): Map<string, readonly FoundOrigin[]> {
  const found = new Map<string, readonly FoundOrigin[]>();
  for (const { path: file, openUrls } of open) {
    const origins = openUrls.flatMap((one): FoundOrigin[] => {
      const start = constants.startOf(path.normalize(file), one.url);
      const origin = start && findOrigin(start.text, start.isWhole);
      if (origin !== undefined) return [{ ...one, origin }];
      return start?.isWhole ? [one] : [];
    });
    if (origins.length > 0) found.set(file, origins);
  }
  return found;
}
