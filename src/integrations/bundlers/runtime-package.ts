// In: a target. Out: what the files of a build import its shim by, and the file of this package that stands for it. Every bundler
// takes a file that is there; what it is given in place of its text is the shim with the settings of the program.
// Knows nothing of what is in it.

import { realpathSync } from 'node:fs';
import { createRequire as requireFrom } from 'node:module';
import path from 'node:path';

import type { TargetName } from '../../core.ts';

export const runtimeSpecifier = /^cygnet\/runtime\/[\w-]+$/;

/** Of the files with such names, one is meant. */
export const runtimeFilePattern = /[\\/]dist[\\/]runtime[\\/][\w-]+\.js(?:\?|$)/;

export function specifierOf(target: TargetName): string {
  return `cygnet/runtime/${target}`;
}

/** The package finds itself by its name, wherever it was installed and into whichever part of it this was bundled. */
export function runtimeFileOf(target: TargetName): string {
  const manifest = requireFrom(import.meta.url).resolve('cygnet/package.json');
  return path.join(path.dirname(realpathSync(manifest)), 'dist/runtime', `${target}.js`);
}
