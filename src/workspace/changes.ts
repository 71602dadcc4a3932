// In: the path of a file that was made, changed or removed. Out: whether that is about all that a workspace knows of its folder, and
// about what each of its files comes to.
// Knows nothing of what is in the file.

import path from 'node:path';

/** Which files there are, where programs begin, what a tsconfig says: one file decides it for many. */
export function isAboutAll(file: string): boolean {
  const name = path.basename(file);
  return /\.json$/i.test(name) || name === '.gitignore' || name.startsWith('cygnet.config.');
}

/** Whether the files around it are ES modules: each is read by that. */
export function isAboutEach(file: string): boolean {
  return path.basename(file) === 'package.json';
}
