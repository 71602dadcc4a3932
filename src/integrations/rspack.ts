// In: the options of a build. Out: the plugin for rspack, the default export of the package's entry `cygnet/rspack`.
// Knows nothing of what the plugin does.

import { createRspackPlugin } from 'unplugin';

import { bundlerPlugin } from './bundlers/plugin.ts';
import { refuseOld } from './bundlers/versions.ts';

const createPlugin = createRspackPlugin(bundlerPlugin);

const rspackPlugin: typeof createPlugin = (options) => {
  const plugin = createPlugin(options);
  return {
    apply(compiler) {
      // unplugin asks for the version itself, and knows no compiler without.
      refuseOld(
        'Rspack',
        (compiler as { readonly rspack?: { readonly rspackVersion?: string } }).rspack?.rspackVersion,
        options,
      );
      plugin.apply(compiler);
    },
  };
};

export default rspackPlugin;
