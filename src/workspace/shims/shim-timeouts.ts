// In: a shim's place, the files that it serves and the programs that these belong to. Out: the timeouts that go into it,
// and in words what a person should know of it: R16 wants those of the program, and a shared shim may serve several.
// Knows nothing of what else is in a shim.

import { isWithin, shownPath } from '../paths.ts';
import { type NetworkTimeouts, sharedTimeouts, timeoutKeys } from '../programs/app-config.ts';
import type { FileResult } from '../file-result.ts';
import type { PackedFolderOf } from '../programs/packed-folders.ts';
import { type ProgramOf, appPath, programsWithCalls } from '../programs/programs.ts';

export interface Served {
  /** Absolute: where the shim goes. */
  readonly shim: string;
  /** The files whose shim it is. */
  readonly files: readonly FileResult[];
  /** All files of the run. */
  readonly all: readonly FileResult[];
  readonly programOf: ProgramOf;
  readonly packedFolderOf: PackedFolderOf;
  /** Where the command runs, for messages. */
  readonly cwd: string;
}

export function timeoutsFor({ shim, files, all, programOf, packedFolderOf, cwd }: Served): {
  readonly timeouts: NetworkTimeouts;
  readonly warnings: readonly string[];
} {
  // A file outside of the programs works for one of them, or for all: nobody can tell which.
  const own = programsWithCalls(files, programOf);
  const heard = own.length > 0 ? own : programsWithCalls(all, programOf);
  const { timeouts, isAgreed } = sharedTimeouts(heard.map((program) => program.timeouts));
  const shown = shownPath(cwd, shim);
  const warnings = heard.flatMap(({ faults }) =>
    faults.map(({ file, reason, lost }) => {
      const name = shownPath(cwd, file);
      return lost === 'timeouts'
        ? `${name} was not understood (${reason}): for it ${shown} has the default timeouts of 60 s`
        : `${name} was not understood (${reason}): a subpackage that is independent by it has no shim of its own`;
    }),
  );
  if (!isAgreed) {
    const limits = timeoutKeys.flatMap((key) => (timeouts[key] === undefined ? [] : [`${key} ${timeouts[key]} ms`]));
    const apps = heard.map((program) => appPath(program, cwd)).join(', ');
    warnings.push(
      `${shown} serves programs whose networkTimeout differs (${apps}): it has the longest of each API, ${limits.join(', ')}`,
    );
  }
  const importers = files.filter((file) => file.shim.length > 0);
  const left = [...new Set(importers.map((file) => packedFolderOf(file.path)))].filter((one) => !isWithin(one, shim));
  if (left.length > 0) {
    const folders = left.map((folder) => shownPath(cwd, folder)).join(', ');
    warnings.push(`${shown} lies outside of ${folders}, packed alone without it; without --shim each gets its own`);
  }
  return { timeouts, warnings };
}
