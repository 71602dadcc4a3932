// In: a page of the documentation and a heading on it. Out: where it lies: the pages come with the package.
// Knows nothing of what they say.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { upwards } from '../paths.ts';

/** @returns its address; nothing where the pages are not there */
export function findPage(page: 'diagnostics.md' | 'editors.md', heading: string): string | undefined {
  const folders = upwards(path.dirname(fileURLToPath(import.meta.url)));
  const file = folders.map((folder) => path.join(folder, 'docs', page)).find((one) => existsSync(one));
  return file === undefined ? undefined : `${pathToFileURL(file).href}#${heading}`;
}
