// In: a tsconfig and the folder where a shim may go. Out: what it says about how modules are imported there.
// Knows nothing of the program's files.

import path from 'node:path';

import { Failure, reasonOf } from '../failure.ts';
import { readSettings } from '../disk/regular-file.ts';
import { isWithin, nearestFile } from '../paths.ts';
import { tsconfigOf } from '../facts.ts';

export interface TypeScriptFacts {
  /** The compiler also takes JavaScript files, and those of the folder are among its files. */
  readonly isJavaScriptCompiled: boolean;
  /** Import paths carry the extension of what the compiler writes (`./a.js` for a.ts). */
  readonly needsExtension: boolean;
}

/** The tsconfig at or above the folder; nothing when there is none within the root. */
export function nearestTsconfig(folder: string, root: string): string | undefined {
  const file = nearestFile('tsconfig.json', folder);
  return file !== undefined && isWithin(root, file) ? file : undefined;
}

/** The types that a tsconfig lists; nothing when it has no list, or cannot be read. */
export async function findTypeList(file: string): Promise<readonly string[] | undefined> {
  const { parseTsconfig } = await import('get-tsconfig');
  try {
    return parseTsconfig(file).compilerOptions?.types;
  } catch {
    return undefined;
  }
}

/**
 * Nothing when a folder was named that holds no tsconfig.
 * @throws Failure when it cannot be read
 */
export async function findTypeScriptFacts(named: string, folder: string): Promise<TypeScriptFacts | undefined> {
  const file = tsconfigOf(named);
  if (file === undefined) return undefined;
  const { createFilesMatcher, parseTsconfig } = await import('get-tsconfig');
  try {
    // The parser would wait for the other end of a pipe.
    readSettings(file);
    const config = parseTsconfig(file);
    const { compilerOptions = {} } = config;
    const resolution = String(compilerOptions.moduleResolution ?? compilerOptions.module ?? '').toLowerCase();
    const takesJavaScript = compilerOptions.allowJs === true || compilerOptions.checkJs === true;
    // A tsconfig higher up need not be about this folder: a shim in TypeScript would then be compiled by nobody.
    const isCovered = () =>
      createFilesMatcher({ path: path.resolve(file), config })(path.join(folder, 'swan-net.ts')) !== undefined;
    return {
      isJavaScriptCompiled: takesJavaScript && isCovered(),
      needsExtension:
        resolution.startsWith('node16') ||
        resolution.startsWith('node18') ||
        resolution.startsWith('node20') ||
        resolution === 'nodenext',
    };
  } catch (error) {
    throw new Failure({
      what: `${file} cannot be read as a tsconfig`,
      why: reasonOf(error),
      help: 'It decides how the shim is imported. Mend it, or name another one with --project.',
    });
  }
}
