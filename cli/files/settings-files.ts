// In: the path of a file. Out: whether it is one that says how the scripts around it are read or rewritten.
// Knows nothing of what is in it.

import path from 'node:path';

/** What makes a folder a program, or the root of one, and what of it is read. */
export const settingsNames = [
  'app.json',
  'manifest.json',
  'pages.json',
  'package.json',
  'tsconfig.json',
  'jsconfig.json',
  '.gitignore',
  'cygnet.config.json',
] as const;

export function isSettingsFile(file: string): boolean {
  const name = path.basename(file);
  return settingsNames.some((known) => known === name);
}
