// In: nothing. Out: the type of what a workspace runs on: its files, and what only some machines have besides.
// Knows nothing of any of them.

import type { FileSystem } from './files.ts';
import type { FileJob, FileOutcome, FileTask } from './rewrite-file.ts';
import type { IgnoreRules } from './search/ignore-rules.ts';
import type { ReadTsconfig } from './shims/typescript-facts.ts';

export interface Machine {
  readonly files: FileSystem;
  /** The ignore rules that hold in a folder before its own: what git keeps elsewhere, and what lies around the folder. */
  readonly rulesAround?: (folder: string) => Promise<IgnoreRules | undefined>;
  /** Absolute paths of the files in a folder that changed since a commit, a branch or a tag. */
  readonly changedSince?: (folder: string, ref: string) => Promise<ReadonlySet<string>>;
  /** Without it no tsconfig is asked. */
  readonly readTsconfig?: ReadTsconfig;
  /** The file is empty because a run that was stopped had taken the place. */
  readonly isClaimed?: (root: string, file: string) => Promise<boolean>;
  /** Reads a file that is nested too deep for the stack at hand; nothing when there is no larger one. */
  readonly rewriteDeep?: (task: FileTask, job: FileJob) => Promise<FileOutcome | undefined>;
  /** Told of each file before it is read as a program; what it throws counts as a fault of ours in that file. */
  readonly onRewrite?: (file: string) => Promise<void>;
}
