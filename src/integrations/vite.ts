// In: the options of a build. Out: the plugin for vite, the default export of the package's entry `cygnet/vite`.
// Knows nothing of what the plugin does.

import { createVitePlugin } from 'unplugin';

import { bundlerPlugin } from './bundlers/plugin.ts';

export default createVitePlugin(bundlerPlugin);
