// In: a shim's place, the files that it serves and the programs that these belong to. Out: the timeouts that go into it,
// and in words what a person should know of it: R16 wants those of the program, and a shared shim may serve several.
// Knows nothing of what else is in a shim.

import type { InEach } from '../../locale/locale.ts';
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
  readonly warnings: readonly InEach<string>[];
} {
  // A file outside of the programs works for one of them, or for all: nobody can tell which.
  const own = programsWithCalls(files, programOf);
  const heard = own.length > 0 ? own : programsWithCalls(all, programOf);
  const { timeouts, isAgreed } = sharedTimeouts(heard.map((program) => program.timeouts));
  const shown = shownPath(cwd, shim);
  const warnings = heard.flatMap(({ faults }) =>
    faults.map(({ file, reason, lost }): InEach<string> => {
      const name = shownPath(cwd, file);
      return lost === 'timeouts'
        ? {
            en: `${name} was not understood (${reason.en}): for it ${shown} has the default timeouts of 60 s`,
            'zh-CN': `无法理解 ${name}（${reason['zh-CN']}）：${shown} 对它使用默认的 60 秒超时`,
          }
        : {
            en: `${name} was not understood (${reason.en}): a subpackage that is independent by it has no shim of its own`,
            'zh-CN': `无法理解 ${name}（${reason['zh-CN']}）：由它声明的独立分包没有自己的 shim`,
          };
    }),
  );
  if (!isAgreed) {
    const limits = timeoutKeys.flatMap((key) => (timeouts[key] === undefined ? [] : [`${key} ${timeouts[key]} ms`]));
    const apps = heard.map((program) => appPath(program, cwd)).join(', ');
    warnings.push({
      en: `${shown} serves programs whose networkTimeout differs (${apps}): it has the longest of each API, ${limits.join(', ')}`,
      'zh-CN': `使用 ${shown} 的各个小程序 networkTimeout 不同（${apps}）：每个 API 取其中最长的，${limits.join('、')}`,
    });
  }
  const importers = files.filter((file) => file.shim.length > 0);
  const left = [...new Set(importers.map((file) => packedFolderOf(file.path)))].filter((one) => !isWithin(one, shim));
  if (left.length > 0) {
    const folders = left.map((folder) => shownPath(cwd, folder)).join(', ');
    warnings.push({
      en: `${shown} lies outside of ${folders}, packed alone without it; without --shim each gets its own`,
      'zh-CN': `${shown} 位于 ${folders} 之外，后者单独打包时不含它；去掉 --shim 则各有自己的 shim`,
    });
  }
  return { timeouts, warnings };
}
