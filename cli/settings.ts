// In: nothing. Out: the types of what a command was asked to do, after command line and config file were put together.
// Knows nothing of where a setting came from.

import type { ApiName, TargetName } from '../src/core.ts';
import type { Locale } from '../src/locale/locale.ts';
import type { ReportFormat } from '../src/workspace/choices.ts';
import type { OutputFile } from '../src/workspace/disk/output.ts';

export interface ReportWish {
  readonly format: ReportFormat;
  /** Absent is standard output. */
  readonly file?: OutputFile;
}

/** What is read, for every command that reads. */
export interface ReadSettings {
  /** The language of whoever runs the command. */
  readonly locale: Locale;
  /** Absolute, without links. */
  readonly cwd: string;
  readonly paths: readonly string[];
  /** A folder, without links, that nothing of `paths` may lie outside of: a config named them, and the run writes. */
  readonly pathsWithin?: string;
  /** For a run over a part of another one: the root of that one. */
  readonly root?: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly gitignore: boolean;
  readonly only?: readonly ApiName[];
  readonly since?: string;
  /** Absolute path of a tsconfig. */
  readonly project?: string;
  readonly reports: readonly ReportWish[];
  readonly isQuiet: boolean;
  /** What was found and followed is told at length. */
  readonly isDebug: boolean;
  /** The config that was read, if any. */
  readonly configFile?: string;
}

export interface MigrateSettings extends ReadSettings {
  readonly target: TargetName;
  readonly style: 'native' | 'dropin';
  readonly sockets: 'one' | 'many';
  /** Kept sites get a comment. */
  readonly isMarked: boolean;
  /** A promise that only wraps a call is taken off it. */
  readonly isUnwrapped: boolean;
  /** As given: relative to the root, or absolute. */
  readonly shim?: string;
  /** A folder, without links, that the shim must not lie outside of: a config named it. */
  readonly shimWithin?: string;
  readonly isWrite: boolean;
  readonly isInteractive: boolean;
  /** Where answers to single calls are kept. */
  readonly decisions?: OutputFile;
  readonly isWatch: boolean;
  readonly isDirtyAllowed: boolean;
  readonly patch?: OutputFile;
}

export interface CheckSettings extends ReadSettings {
  /** The calls that are known and accepted. */
  readonly baseline?: OutputFile;
  readonly isBaselineUpdate: boolean;
}
