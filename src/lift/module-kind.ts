// In: a parsed file, what its names mean, and the kind of package that it lies in. Out: whether what the file needs can be
// imported, or is to be required, so that it loads where the file loads.
// Knows nothing of how either is written.

import type { SourceUnit } from '../syntax/parse.ts';
import type { Resolution } from '../resolve/resolve.ts';

/** A file without import and export that uses `require` in a package of modules is for a loader that reads no package.json. */
export function moduleKindOf(
  { module, filename }: SourceUnit,
  { names }: Resolution,
  packageType: 'module' | 'commonjs' = 'commonjs',
): 'esm' | 'cjs' {
  if (module === 'esm' || /\.c[jt]s$/i.test(filename)) return module;
  const isCommonJs = ['require', 'module', 'exports'].some((name) => {
    const { free, freeWrites } = names.of(name);
    return free.length > 0 || freeWrites.length > 0;
  });
  return packageType === 'module' && !isCommonJs ? 'esm' : 'cjs';
}
