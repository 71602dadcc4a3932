// In: the shims and files of a run. Out: the packages that they need and that are not listed: as data, and in words.
// Knows nothing of formats.

import path from 'node:path';

import type { TargetName } from '../../core.ts';
import { type Locale, type Wording, wordsIn } from '../../locale/locale.ts';
import { targets } from '../../targets.ts';
import type { FileResult } from '../file-result.ts';
import type { FileSystem } from '../files.ts';
import { shownPath } from '../paths.ts';
import { type MissingPackage, findMissing, findMissingRequire } from '../shims/packages.ts';
import type { ScriptTypesOf } from '../shims/script-types.ts';
import type { ShimFile } from '../shims/shim-file.ts';
import { codeWord, type CodeWord, listed, phrase, type Phrase } from './phrase.ts';

/** By the package.json that should list it. Paths are relative to where the command ran. */
export interface PackageToInstall {
  readonly name: string;
  readonly shims: readonly string[];
  /** Those that name its types. */
  readonly files?: readonly string[];
  /** Absent: no package.json lies at or above what needs it. */
  readonly packageJson?: string;
  /** The range that it has, of a version that is too old, and the major version that is needed. */
  readonly listed?: string;
  readonly major?: number;
  /** The tsconfig that has to name it among its types. */
  readonly tsconfig?: string;
  /** Of types: what takes their place, in a file of declarations. */
  readonly declaration?: string;
  /** To be run in the folder of the package.json. */
  readonly install: string;
}

export interface WrittenFiles {
  readonly shims: readonly ShimFile[];
  readonly files: readonly FileResult[];
  readonly types: ScriptTypesOf;
  readonly target: TargetName;
}

export function missingPackages(
  disk: FileSystem,
  { shims, files, types, target }: WrittenFiles,
  cwd: string,
): PackageToInstall[] {
  const found = new Map<string, PackageToInstall>();
  const add = (key: 'shims' | 'files', file: string, missing: MissingPackage | undefined): void => {
    if (!missing) return;
    const { name, major, isForTypes, packageJson, listed, tsconfig, declaration } = missing;
    const place = [name, packageJson, tsconfig].join('\n');
    const known: Pick<PackageToInstall, 'shims' | 'files'> = found.get(place) ?? { shims: [] };
    const wanted = listed === undefined ? name : `${name}@${major}`;
    found.set(place, {
      ...known,
      name,
      [key]: [...(known[key] ?? []), shownPath(cwd, file)],
      ...(packageJson !== undefined && { packageJson: shownPath(cwd, packageJson) }),
      ...(listed !== undefined && { listed }),
      ...(listed !== undefined && major !== undefined && { major }),
      ...(tsconfig !== undefined && { tsconfig: shownPath(cwd, tsconfig) }),
      ...(declaration !== undefined && { declaration }),
      install: `npm install ${isForTypes ? '--save-dev ' : ''}${wanted}`,
    });
  };
  for (const { path: file, missing } of shims) for (const one of missing) add('shims', file, one);
  const typings = targets[target].traits.packages.filter(({ isForTypes }) => isForTypes);
  for (const { path: file } of files.filter((one) => one.typescript && one.status === 'changed')) {
    for (const needed of typings) add('files', file, findMissing(disk, file, needed, types.get(file)));
    add('files', file, findMissingRequire(disk, file, types.get(file)));
  }
  return [...found.values()];
}

export function describePackage(missing: PackageToInstall, locale: Locale): Phrase {
  const { name, shims, files = [], packageJson, listed: range, major = 0, install, tsconfig, declaration } = missing;
  const say = wordsIn(wording, locale);
  const all = [...shims, ...files].map(codeWord);
  const first = listed(all.slice(0, 3), say.comma);
  const who = all.length > 3 ? say.andMore(first, all.length - 3) : first;
  const folder = path.posix.dirname(packageJson ?? '');
  const command = folder === '.' ? [codeWord(install)] : say.inFolder(codeWord(install), codeWord(folder));
  const done = tsconfig === undefined ? command : say.andTypes(command, codeWord(typesName(name)), codeWord(tsconfig));
  if (declaration !== undefined) return say.declaration(who, codeWord(declaration), done);
  const needed = codeWord(name);
  if (packageJson === undefined) return say.unlisted(needed, who, done);
  if (range === undefined) return say.notListed(needed, who, codeWord(packageJson), done);
  return say.tooOld(phrase`${needed} ${major}.x`, who, codeWord(packageJson), codeWord(range), command);
}

const wording = {
  comma: { en: ', ', 'zh-CN': '、' },
  andMore: {
    en: (first: Phrase, n: number) => phrase`${first} and ${n} more`,
    'zh-CN': (first: Phrase, n: number) => phrase`${first} 等 ${n + 3} 个文件`,
  },
  inFolder: {
    en: (install: CodeWord, folder: CodeWord) => phrase`${install} in ${folder}`,
    'zh-CN': (install: CodeWord, folder: CodeWord) => phrase`在 ${folder} 中运行 ${install}`,
  },
  andTypes: {
    en: (command: Phrase, types: CodeWord, tsconfig: CodeWord) =>
      phrase`${command} and name ${types} among the types of ${tsconfig}`,
    'zh-CN': (command: Phrase, types: CodeWord, tsconfig: CodeWord) =>
      phrase`${command}，并在 ${tsconfig} 的 types 中加上 ${types}`,
  },
  declaration: {
    en: (who: Phrase, declaration: CodeWord, command: Phrase) =>
      phrase`a type for ${codeWord('require')} (in ${who}), which nothing that is compiled with them declares: declare it in a .d.ts file (${declaration}), or ${command}`,
    'zh-CN': (who: Phrase, declaration: CodeWord, command: Phrase) =>
      phrase`${codeWord('require')} 的类型（${who} 要用），一起编译的文件都没有声明它：在 .d.ts 文件中声明（${declaration}），或者 ${command}`,
  },
  unlisted: {
    en: (name: CodeWord, who: Phrase, command: Phrase) =>
      phrase`${name} (for ${who}), which no package.json lists: ${command}`,
    'zh-CN': (name: CodeWord, who: Phrase, command: Phrase) =>
      phrase`${name}（${who} 要用），没有 package.json 列出它：${command}`,
  },
  notListed: {
    en: (name: CodeWord, who: Phrase, place: CodeWord, command: Phrase) =>
      phrase`${name} (for ${who}), which ${place} does not list: ${command}`,
    'zh-CN': (name: CodeWord, who: Phrase, place: CodeWord, command: Phrase) =>
      phrase`${name}（${who} 要用），${place} 没有列出它：${command}`,
  },
  tooOld: {
    en: (name: Phrase, who: Phrase, place: CodeWord, range: CodeWord, command: Phrase) =>
      phrase`${name} (for ${who}), where ${place} lists ${range}: ${command}`,
    'zh-CN': (name: Phrase, who: Phrase, place: CodeWord, range: CodeWord, command: Phrase) =>
      phrase`${name}（${who} 要用），而 ${place} 列出的是 ${range}：${command}`,
  },
} satisfies Wording;

/** As a tsconfig lists it. */
function typesName(name: string): string {
  return name.replace(/^@types\//, '');
}
