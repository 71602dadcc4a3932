// In: a page of the documentation and a heading on it. Out: where it lies: the pages come with the package.
// Knows nothing of what they say.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import type { Locale } from '../../locale/locale.ts';
import { upwards } from '../paths.ts';

/** @returns its address; nothing where the pages are not there */
export function findPage(page: 'diagnostics.md' | 'editors.md', heading: string, locale: Locale): string | undefined {
  const folders = upwards(path.dirname(fileURLToPath(import.meta.url)));
  // What is not there in a language is there in English.
  const names = [...(locale === 'en' ? [] : [path.join(locale, page)]), page];
  const files = names.flatMap((name) => folders.map((folder) => path.join(folder, 'docs', name)));
  const file = files.find((one) => existsSync(one));
  return file === undefined ? undefined : `${pathToFileURL(file).href}#${heading}`;
}
