// In: commander, as a bundler reads it. Out: the same without what starts programs: no command here is a program of its own, and
// child processes take longer to load than commander does.
// Knows nothing of the commands.

/** @returns {import('esbuild').Plugin} */
export function leanCommander() {
  const namespace = 'lean-commander';
  return {
    name: namespace,
    setup(build) {
      build.onResolve({ filter: /^node:child_process$/ }, ({ path: name, importer }) =>
        /[\\/]node_modules[\\/]commander[\\/]/.test(importer) ? { path: name, namespace } : undefined,
      );
      build.onLoad({ filter: /./, namespace }, () => ({
        contents: "exports.spawn = () => { throw new Error('no command is a program of its own here'); };",
      }));
    },
  };
}
