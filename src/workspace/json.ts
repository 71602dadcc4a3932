// In: a value that came from JSON and may be of any shape, or the file that it lies in. Out: the value, or a member of it.
// Knows nothing of what it means.

import { type FileSystem, readSettings } from './files.ts';

/** Nothing where the value is no object. */
export function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** Nothing where there is no such file, and where it is no JSON. */
export function readJson(files: FileSystem, file: string): unknown {
  try {
    return JSON.parse(readSettings(files, file));
  } catch {
    return undefined;
  }
}
