// In: the options of a build. Out: the plugin for esbuild, the default export of the package's entry `cygnet/esbuild`.
// Knows nothing of what the plugin does.

import { createEsbuildPlugin } from 'unplugin';

import { bundlerPlugin } from './bundlers/plugin.ts';

export default createEsbuildPlugin(bundlerPlugin);
