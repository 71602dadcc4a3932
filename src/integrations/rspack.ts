// In: the options of a build. Out: the plugin for rspack, the default export of the package's entry `cygnet/rspack`.
// Knows nothing of what the plugin does.

import { createRspackPlugin } from 'unplugin';

import { bundlerPlugin } from './bundlers/plugin.ts';

export default createRspackPlugin(bundlerPlugin);
