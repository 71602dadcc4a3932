// In: what the files of a workspace came to together. Out: their shim as one module that all of them import by the name of a
// package: whole, for a bundler to leave out of it what nobody uses, or as far as it is used where a bundler could not.
// Knows nothing of bundlers, and writes nothing.

import type { InEach } from '../../locale/locale.ts';
import type { FileResult } from '../file-result.ts';
import type { KnownFolder, WorkspaceOptions } from '../known.ts';
import { shownPath } from '../paths.ts';
import { type NetworkTimeouts, sharedTimeouts } from '../programs/app-config.ts';
import { appPath, programsWithCalls } from '../programs/programs.ts';

export interface PackageShimWish {
  /** Milliseconds by API, in place of those of the programs. */
  readonly timeouts?: NetworkTimeouts | undefined;
  /** All of it, whatever is used now: what is used may change while it is there. */
  readonly isWhole: boolean;
}

export interface PackageShim {
  readonly text: string;
  readonly names: readonly string[];
  /** The files that say what its timeouts are; absolute. */
  readonly sources: readonly string[];
  readonly warnings: readonly InEach<string>[];
}

export async function linkPackageShim(
  { programOf }: KnownFolder,
  { target, sockets, cwd }: WorkspaceOptions,
  files: readonly FileResult[],
  { timeouts: given, isWhole }: PackageShimWish,
): Promise<PackageShim> {
  if (target === undefined) throw new Error('who only looks has no shim');
  const { linkShim, shimExports } = await import('../../core.ts');
  const programs = programsWithCalls(files, programOf);
  const shared = sharedTimeouts(programs.map((program) => program.timeouts));
  const importers = files.filter(({ shim }) => shim.length > 0);
  // Of what is loaded with require no bundler leaves anything out.
  const isCut = !isWhole && importers.some(({ module }) => module === 'cjs');
  const names = isCut ? [...new Set(importers.flatMap(({ shim }) => shim))].sort() : shimExports(target);
  const warnings = programs.flatMap(({ faults }) =>
    faults
      .filter(({ lost }) => lost === 'timeouts')
      .map(({ file, reason }): InEach<string> => ({
        en: `${shownPath(cwd, file)} was not understood (${reason.en}): its timeouts are 60 s`,
        'zh-CN': `无法理解 ${shownPath(cwd, file)}（${reason['zh-CN']}）：它的超时为 60 秒`,
      })),
  );
  if (!shared.isAgreed) {
    const apps = programs.map((program) => appPath(program, cwd)).join(', ');
    warnings.push({
      en: `the programs ${apps} differ in networkTimeout: calls through the shim have the longest of each API`,
      'zh-CN': `小程序 ${apps} 的 networkTimeout 不同：经 shim 的调用对每个 API 取其中最长的`,
    });
  }
  const timeouts = given ?? shared.timeouts;
  return {
    text: linkShim({ target, names, module: 'esm', typescript: false, sockets, timeouts }),
    names,
    sources: programs.map(({ file }) => file),
    warnings: given ? [] : warnings,
  };
}
