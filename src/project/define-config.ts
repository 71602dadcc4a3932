// In: settings. Out: the same settings, typed, for `export default defineConfig({ … })` in a config file.
// Checks nothing at run time: that is for whoever reads the file.

import type { ApiName } from '../apis.ts';
import type { TargetName } from '../targets.ts';

export type ReportFormat = 'pretty' | 'json' | 'sarif' | 'html' | 'markdown' | 'github';

/** The settings that a config file may hold; what the command line says goes first. */
export interface Config {
  /** The target. */
  readonly to?: TargetName;
  readonly style?: 'native' | 'dropin';
  readonly sockets?: 'one' | 'many';
  /** A comment above each site that is kept. */
  readonly mark?: boolean;
  /** False leaves promises as they are that hold nothing but a request. */
  readonly unwrap?: boolean;
  /** One shim for all files, relative to the root. Without it each program has its own. */
  readonly shim?: string;
  /** What to read when the command line names nothing; relative to the config file, as all paths here. */
  readonly paths?: readonly string[];
  readonly only?: readonly ApiName[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** False reads what .gitignore names as well. */
  readonly gitignore?: boolean;
  /** A tsconfig. */
  readonly project?: string;
  readonly jobs?: number;
  readonly report?: readonly (ReportFormat | `${ReportFormat}=${string}`)[];
  /** The calls that `cygnet check` accepts. */
  readonly baseline?: string;
  readonly allowDirty?: boolean;
  readonly quiet?: boolean;
}

export function defineConfig(config: Config): Config {
  return config;
}
