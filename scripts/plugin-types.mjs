// In: the declaration of the options of a build. Out: the declarations of the entry for each bundler, for import and for require. The
// types of a plugin are those of the bundler that a program has installed: nothing else could be right for its version.
// Knows nothing of what a plugin does.

const plugins = {
  vite: "import('vite').Plugin",
  rollup: "import('rollup').Plugin",
  rolldown: "import('rolldown').Plugin",
  webpack: "import('webpack').WebpackPluginInstance",
  rspack: "import('@rspack/core').RspackPluginInstance",
  esbuild: "import('esbuild').Plugin",
};

/** The names of the entries. */
export const bundlers = Object.keys(plugins);

/** @returns {Record<string, string>} by name in dist */
export function pluginTypes(options) {
  const texts = { 'build-options.d.ts': options, 'build-options.d.cts': options };
  for (const [name, type] of Object.entries(plugins)) {
    const declared = `/** The plugin of cygnet for ${name}. */\ndeclare function cygnet(options?: BuildOptions): ${type};\n`;
    texts[`${name}.d.ts`] =
      `import type { BuildOptions } from './build-options.js';\n${declared}export default cygnet;\nexport type { BuildOptions };\n`;
    texts[`${name}.d.cts`] =
      `import type { BuildOptions as Options } from './build-options.cjs';\n${declared.replace('?: BuildOptions', '?: Options')}` +
      'declare namespace cygnet {\n  export type BuildOptions = Options;\n}\nexport = cygnet;\n';
  }
  return texts;
}
