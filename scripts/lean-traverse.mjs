// In: @babel/traverse and @babel/types, as a bundler reads them. Out: the same without what is for who makes and changes trees: the printer,
// the parser of templates, and the functions that build a node or insist on its type. Scopes are all that is asked of them here.
// Knows nothing of who asks.

import path from 'node:path';

/** @returns {import('esbuild').Plugin} */
export function leanTraverse() {
  const namespace = 'lean-traverse';
  return {
    name: namespace,
    setup(build) {
      build.onResolve({ filter: /^@babel\/(?:generator|parser)$/ }, ({ path: name }) => ({ path: name, namespace }));
      build.onLoad({ filter: /generator$/, namespace }, () => ({
        contents: "exports.default = () => { throw new Error('no tree is printed here'); };",
      }));
      build.onLoad({ filter: /parser$/, namespace }, () => ({
        contents: "exports.parse = () => { throw new Error('no text is read here'); };",
      }));
      // Each is taken out of its module by name and called by who changes a tree: what is not there is not missed.
      build.onResolve({ filter: /generated\/index\.js$/ }, ({ path: name, resolveDir }) => {
        const file = path.join(resolveDir, name);
        return /[\\/]@babel[\\/]types[\\/]lib[\\/](?:builders|asserts)[\\/]generated[\\/]/.test(file)
          ? { path: 'functions', namespace }
          : undefined;
      });
      build.onLoad({ filter: /^functions$/, namespace }, () => ({ contents: "'use strict';" }));
    },
  };
}
