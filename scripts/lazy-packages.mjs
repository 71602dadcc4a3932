// In: a source of ours that loads a package with require once it is needed. Out: the same for a bundler, which takes the
// package in and runs it no earlier: then nothing of Node is needed for it.
// Knows nothing of which packages these are.

import { readFileSync } from 'node:fs';

const importOfRequire = /^import \{ createRequire \} from 'node:module';\n/m;

/** @returns {import('esbuild').Plugin} */
export function lazyPackages() {
  return {
    name: 'lazy-packages',
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path: file }) => {
        // before: createRequire(import.meta.url)('@babel/traverse')
        // after:  require('@babel/traverse')
        const contents = readFileSync(file, 'utf8')
          .replaceAll('createRequire(import.meta.url)(', 'require(')
          .replace(importOfRequire, '');
        return { contents, loader: 'ts' };
      });
    },
  };
}
