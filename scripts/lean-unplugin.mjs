// In: unplugin, as a bundler reads it. Out: the same without what this package has no use for: modules that are in no file, and
// filters that are globs. The shim is a file that is there, and every filter is a regular expression.
// Knows nothing of what the plugins do.

import { readFileSync } from 'node:fs';

const virtualModules = '__require("webpack-virtual-modules")';

/** @returns {import('esbuild').Plugin} */
export function leanUnplugin() {
  return {
    name: 'lean-unplugin',
    setup(build) {
      build.onLoad({ filter: /[\\/]unplugin[\\/]dist[\\/]index\.mjs$/ }, ({ path: file }) => {
        const text = readFileSync(file, 'utf8');
        if (!text.includes(virtualModules)) throw new Error(`unplugin no longer asks for ${virtualModules}`);
        // before: const VirtualModulesPlugin = __require("webpack-virtual-modules");
        // after:  const VirtualModulesPlugin = class { apply() {} };
        return { contents: text.replaceAll(virtualModules, 'class { apply() {} }'), loader: 'js' };
      });
      build.onResolve({ filter: /^picomatch$/ }, () => ({ path: 'picomatch', namespace: 'lean-unplugin' }));
      build.onLoad({ filter: /^picomatch$/, namespace: 'lean-unplugin' }, () => ({
        contents: "export default () => { throw new Error('a filter is a regular expression here'); };",
      }));
    },
  };
}
