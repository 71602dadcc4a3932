// In: settings. Out: the same settings, typed, for `export default defineConfig({ … })` in a config file.
// Checks nothing at run time: that is for whoever reads the file.

import type { Config } from './config.generated.ts';

export type { Config };

export function defineConfig(config: Config): Config {
  return config;
}
