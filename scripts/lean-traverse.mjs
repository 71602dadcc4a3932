// In: @babel/traverse, as a bundler reads it. Out: the same without the package that prints a tree, which it asks for to show one to a
// person: scopes are all that is asked of it here.
// Knows nothing of who asks.

/** @returns {import('esbuild').Plugin} */
export function leanTraverse() {
  return {
    name: 'lean-traverse',
    setup(build) {
      build.onResolve({ filter: /^@babel\/generator$/ }, () => ({ path: 'generator', namespace: 'lean-traverse' }));
      build.onLoad({ filter: /^generator$/, namespace: 'lean-traverse' }, () => ({
        contents: "exports.default = () => { throw new Error('no tree is printed here'); };",
      }));
    },
  };
}
