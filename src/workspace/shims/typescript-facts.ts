// In: a tsconfig and the folder where a shim may go. Out: what it says about how modules are imported there.
// Knows nothing of the program's files, nor of how a tsconfig and those that it extends are read.

import path from 'node:path';

import { Failure, whyOf } from '../failure.ts';
import type { FileSystem } from '../files.ts';
import { isWithin } from '../paths.ts';
import { nearestFile } from '../root.ts';

/** What is asked of a tsconfig, those that it extends included. */
export interface TsconfigFacts {
  readonly types?: readonly string[];
  readonly moduleResolution?: string;
  readonly module?: string;
  readonly takesJavaScript: boolean;
  /** Whether a file would be among its files. */
  readonly covers: (file: string) => boolean;
}

/** @throws when the file cannot be read as a tsconfig */
export type ReadTsconfig = (file: string) => Promise<TsconfigFacts>;

export interface TypeScriptFacts {
  /** The compiler also takes JavaScript files, and those of the folder are among its files. */
  readonly isJavaScriptCompiled: boolean;
  /** Import paths carry the extension of what the compiler writes (`./a.js` for a.ts). */
  readonly needsExtension: boolean;
}

/** A folder stands for the tsconfig in it, if there is one. */
export function tsconfigOf(files: FileSystem, named: string): string | undefined {
  if (files.kindOf(files.realPath(named)) !== 'folder') return named;
  const file = path.join(named, 'tsconfig.json');
  return files.exists(file) ? file : undefined;
}

/** The tsconfig at or above the folder; nothing when there is none within the root. */
export function nearestTsconfig(files: FileSystem, folder: string, root: string): string | undefined {
  const file = nearestFile(files, 'tsconfig.json', folder);
  return file !== undefined && isWithin(root, file) ? file : undefined;
}

/** The types that a tsconfig lists; nothing when it has no list, or cannot be read. */
export function findTypeList(read: ReadTsconfig, file: string): Promise<readonly string[] | undefined> {
  return read(file).then(
    ({ types }) => types,
    () => undefined,
  );
}

/** @throws Failure when it cannot be read */
export async function findTypeScriptFacts(read: ReadTsconfig, file: string, folder: string): Promise<TypeScriptFacts> {
  try {
    const { module, moduleResolution, takesJavaScript, covers } = await read(file);
    const resolution = (moduleResolution ?? module ?? '').toLowerCase();
    return {
      // A tsconfig higher up need not be about this folder: a shim in TypeScript would then be compiled by nobody.
      isJavaScriptCompiled: takesJavaScript && covers(path.join(folder, 'swan-net.ts')),
      needsExtension: ['node16', 'node18', 'node20', 'nodenext'].some((one) => resolution.startsWith(one)),
    };
  } catch (error) {
    throw new Failure({
      what: { en: `${file} cannot be read as a tsconfig`, 'zh-CN': `${file} 无法作为 tsconfig 读取` },
      why: whyOf(error),
      help: {
        en: 'It decides how the shim is imported. Mend it, or name another one with --project.',
        'zh-CN': '它决定 shim 的导入方式。请修复它，或用 --project 另行指定。',
      },
    });
  }
}
