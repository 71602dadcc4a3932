// In: the options of a build. Out: the plugin for rolldown, the default export of the package's entry `cygnet/rolldown`.
// Knows nothing of what the plugin does.

import { createRolldownPlugin } from 'unplugin';

import { bundlerPlugin } from './bundlers/plugin.ts';

export default createRolldownPlugin(bundlerPlugin);
