// In: the name of a program of the system. Out: where it lies. Asked for by its name alone, Windows would look in the current
// folder first, and everybody else in every relative folder of PATH: there a repository may have put one of its own.
// Runs nothing.

import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

/** Absolute; nothing when the machine has no such program. */
export function findSystemProgram(name: string): string | undefined {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, file))
    .find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
