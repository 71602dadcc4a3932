// In: the options of a build. Out: the plugin for webpack, the default export of the package's entry `cygnet/webpack`.
// Knows nothing of what the plugin does.

import { createWebpackPlugin } from 'unplugin';

import { bundlerPlugin } from './bundlers/plugin.ts';

export default createWebpackPlugin(bundlerPlugin);
