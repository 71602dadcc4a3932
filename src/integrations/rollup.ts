// In: the options of a build. Out: the plugin for rollup, the default export of the package's entry `cygnet/rollup`.
// Knows nothing of what the plugin does.

import { createRollupPlugin } from 'unplugin';

import { bundlerPlugin } from './bundlers/plugin.ts';

export default createRollupPlugin(bundlerPlugin);
