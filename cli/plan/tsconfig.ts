// In: a project's root. Out: what its tsconfig says about how modules are imported.
// Knows nothing of the program's files.

import { existsSync } from 'node:fs';
import path from 'node:path';

import { Failure, reasonOf } from '../failure.ts';
import { tsconfigOf } from './project.ts';

export interface TypeScriptFacts {
  /** The compiler also takes JavaScript files. */
  readonly isJavaScriptCompiled: boolean;
  /** Import paths carry the extension of what the compiler writes (`./a.js` for a.ts). */
  readonly needsExtension: boolean;
}

/** Nothing when the root holds no tsconfig and none was named. */
export async function findTypeScriptFacts(root: string, named?: string): Promise<TypeScriptFacts | undefined> {
  const file = named === undefined ? path.join(root, 'tsconfig.json') : tsconfigOf(named);
  if (file === undefined || (named === undefined && !existsSync(file))) return undefined;
  const { parseTsconfig } = await import('get-tsconfig');
  try {
    const { compilerOptions = {} } = parseTsconfig(file);
    const resolution = String(compilerOptions.moduleResolution ?? compilerOptions.module ?? '').toLowerCase();
    return {
      isJavaScriptCompiled: compilerOptions.allowJs === true || compilerOptions.checkJs === true,
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
