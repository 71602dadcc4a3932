// In: how Vite is run. Out: what the plugin adds to its config, so that the modules of workers are moved as well, and the shim is loaded
// by the plugin alone wherever the code is to run.
// Knows nothing of swan.

import { createVitePlugin } from 'unplugin';
import type { ConfigEnv, UserConfig } from 'vite';

import { pluginName } from './hosts.ts';
import type { ModuleHooks } from './module-hooks.ts';

/** Vite bundles workers with plugins of their own; its dev server has one kind. Whoever named the plugin there has it twice, and the second finds nothing left. */
export function workerConfig(modules: ModuleHooks, env: ConfigEnv): UserConfig {
  // Before Vite 5 the plugins were a list; what is too old is told so when it begins.
  if (env.command === 'serve' || !('isPreview' in env)) return {};
  const own = createVitePlugin(() => ({ name: `${pluginName}:worker`, enforce: 'pre', ...modules }));
  return { worker: { plugins: () => [own()] } };
}

/** A server that renders pages would load the shim by itself, and the optimiser before anybody else: without the settings of the program. */
export const shimConfig = {
  resolve: { noExternal: ['cygnet'] },
  optimizeDeps: { exclude: ['cygnet'] },
};
