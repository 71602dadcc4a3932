// In: a tsconfig, a file that it is about, and a name. Out: whether the types that the file sees declare a global of that name.
// The compiler binds the files of the project for it, and checks none of them. Knows nothing of swan.

import { ts } from 'ts-morph';
import { readTsconfig } from './tsconfig.ts';

export interface GlobalQuestion {
  readonly tsconfig: string;
  readonly file: string;
  readonly name: string;
  /** Without a list in the tsconfig all installed types are seen, as before TypeScript 6. */
  readonly seesAllTypes: boolean;
}

/** Also true of a file that the tsconfig is not about, and where it cannot be read: then nobody looks for the name. */
export function seesGlobal({ tsconfig, file, name, seesAllTypes }: GlobalQuestion): boolean {
  const config = readOrNothing(tsconfig);
  if (!config) return true;
  const { options, fileNames } = config;
  const types = options.types ?? (seesAllTypes ? ['*'] : []);
  // The library of the language declares no loader of modules.
  const program = ts.createProgram(fileNames, { ...options, types, noLib: true, noEmit: true });
  const source = program.getSourceFile(file);
  if (!source) return true;
  const symbols = program.getTypeChecker().getSymbolsInScope(source, ts.SymbolFlags.Value);
  return symbols.some((symbol) => symbol.name === name);
}

/** What is wrong with a tsconfig is said by whoever was told to use it. */
function readOrNothing(tsconfig: string): ts.ParsedCommandLine | undefined {
  try {
    return readTsconfig(tsconfig, { hasFiles: true });
  } catch {
    return undefined;
  }
}
