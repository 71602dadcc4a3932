// In: the path of a tsconfig on the disk. Out: what it says, with those that it extends.
// The one door to get-tsconfig, which is loaded when a tsconfig is asked for.

import path from 'node:path';

import { readSettings } from '../files.ts';
import type { TsconfigFacts } from '../shims/typescript-facts.ts';
import { disk } from './disk.ts';

/** @throws when it cannot be read as one */
export async function readTsconfigFile(file: string): Promise<TsconfigFacts> {
  const { createFilesMatcher, parseTsconfig } = await import('get-tsconfig');
  // The parser would wait for the other end of a pipe.
  readSettings(disk, file);
  const config = parseTsconfig(file);
  const { types, module, moduleResolution, allowJs, checkJs } = config.compilerOptions ?? {};
  return {
    ...(types && { types }),
    ...(module !== undefined && { module }),
    ...(moduleResolution !== undefined && { moduleResolution }),
    takesJavaScript: allowJs === true || checkJs === true,
    covers: (one) => createFilesMatcher({ path: path.resolve(file), config })(one) !== undefined,
  };
}
