// In: what a run came to. Out: its exit code, as the interface promises.
// It goes by the sites and files, not by what is said of them: notes do not change it.

import type { FileResult } from '../src/workspace/file-result.ts';

export type ExitCode = 0 | 1 | 2;

/** 2: a fault of ours. 1: a site was kept, or a file failed. 0: everything done, nothing left. */
export function exitCodeOf(files: readonly FileResult[]): ExitCode {
  const isOwnFault = (file: FileResult) => file.diagnostics.some((diagnostic) => diagnostic.code === 'internal-error');
  if (files.some(isOwnFault)) return 2;
  const isLeft = (file: FileResult) => file.status === 'failed' || file.sites.some((site) => site.verdict === 'kept');
  return files.some(isLeft) ? 1 : 0;
}
