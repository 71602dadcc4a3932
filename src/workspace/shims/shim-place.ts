// In: the root, the wish of the person and what kinds of files will import the shim. Out: where the shim goes, as which
// kind of module, and how a file imports it. Knows nothing of what is in the shim.

import path from 'node:path';

import { Failure } from '../failure.ts';
import type { FileSystem } from '../files.ts';
import { memberOf, readJson } from '../json.ts';
import { isWithin, shownPath, upwards } from '../paths.ts';
import { nearestFile } from '../root.ts';
import type { TypeScriptFacts } from './typescript-facts.ts';

/** What is known of the files that import the shim. */
export interface ImportingFiles {
  readonly hasTypeScript: boolean;
  readonly hasCommonJs: boolean;
  /** A file that Node takes for a module by its name (.mjs). */
  readonly hasModuleExtension: boolean;
  /** None is CommonJS by its name: where one uses `require` all the same, what loads it reads no `type` of a package.json. */
  readonly isTypeIgnored: boolean;
}

export interface ShimPlace {
  /** Absolute. */
  readonly path: string;
  readonly module: 'esm' | 'cjs';
  readonly isTypeScript: boolean;
}

export interface ShimWish {
  /** What the shim's name is relative to: the folder of the program, or the root. */
  readonly root: string;
  /** As given with --shim: relative, or absolute. */
  readonly shim?: string;
  readonly tsconfig: TypeScriptFacts | undefined;
}

/** @throws Failure when the wish cannot be met */
export function placeShim(files: FileSystem, { root, shim, tsconfig }: ShimWish, importers: ImportingFiles): ShimPlace {
  const isTypeScript =
    shim === undefined
      ? importers.hasTypeScript || tsconfig?.isJavaScriptCompiled === true || isThereInTypeScript(files, root)
      : /\.[cm]?ts$/i.test(shim);
  const wanted = withoutLinks(files, path.resolve(root, shim ?? `swan-net.${isTypeScript ? 'ts' : 'js'}`));
  if (!isWithin(root, wanted)) {
    throw new Failure({
      what: {
        en: `--shim ${shim ?? ''} lies outside of the root ${root}`,
        'zh-CN': `--shim ${shim ?? ''} 位于根目录 ${root} 之外`,
      },
      help: {
        en: 'Name a file inside it, e.g. --shim utils/swan-net.js.',
        'zh-CN': '请指明根目录中的文件，例如 --shim utils/swan-net.js。',
      },
    });
  }
  const extension = /\.([cm]?)[jt]s$/i.exec(wanted);
  if (!extension) {
    throw new Failure({
      what: {
        en: `--shim ${shim ?? ''} is not the name of a JavaScript or TypeScript file`,
        'zh-CN': `--shim ${shim ?? ''} 不是 JavaScript 或 TypeScript 文件的名字`,
      },
      help: {
        en: 'Let it end in .js, .mjs, .cjs, .ts, .mts or .cts.',
        'zh-CN': '请以 .js、.mjs、.cjs、.ts、.mts 或 .cts 结尾。',
      },
    });
  }
  const kind = (extension[1] ?? '').toLowerCase();
  const packageType = kind === 'm' ? 'module' : kind === 'c' ? 'commonjs' : packageTypeOf(files, path.dirname(wanted));
  if (importers.hasCommonJs) {
    const isLoaded = packageType !== 'module' || (importers.isTypeIgnored && kind !== 'm');
    if (isLoaded) return { path: wanted, module: 'cjs', isTypeScript };
    if (shim !== undefined) {
      const asCommonJs = shim.replace(/\.m?([jt]s)$/i, '.c$1');
      throw new Failure({
        what: {
          en: `--shim ${shim} would be an ES module, and files that use require() have to load it`,
          'zh-CN': `--shim ${shim} 会成为 ES 模块，而用 require() 的文件需要加载它`,
        },
        why:
          kind === 'm'
            ? { en: 'Its name ends in .mjs or .mts.', 'zh-CN': '它的名字以 .mjs 或 .mts 结尾。' }
            : {
                en: 'The package.json around it says "type": "module".',
                'zh-CN': '它所在的 package.json 写有 "type": "module"。',
              },
        help: { en: `Name it ${asCommonJs}, or leave --shim out.`, 'zh-CN': `请改名为 ${asCommonJs}，或去掉 --shim。` },
      });
    }
    return { path: wanted.replace(/\.([jt]s)$/i, '.c$1'), module: 'cjs', isTypeScript };
  }
  // Node reads a .js file of such a package as CommonJS, whoever imports it.
  const isReadAsCommonJs = kind === 'c' || (packageType !== 'module' && importers.hasModuleExtension);
  return { path: wanted, module: isReadAsCommonJs ? 'cjs' : 'esm', isTypeScript };
}

/** A file is written to the folder that a link leads to. What stands at the place itself is for others to look at. */
function withoutLinks(files: FileSystem, file: string): string {
  const folder = upwards(path.dirname(file)).find((at) => files.exists(at));
  return folder === undefined ? file : path.join(files.realPath(folder), path.relative(folder, file));
}

/** An earlier run wrote it so, and its importers are still there. */
function isThereInTypeScript(files: FileSystem, root: string): boolean {
  return files.exists(path.join(root, 'swan-net.ts')) && !files.exists(path.join(root, 'swan-net.js'));
}

/** How `importer` names the shim: relative, with `/`. */
export function specifierFrom(
  importer: string,
  place: ShimPlace,
  tsconfig: TypeScriptFacts | undefined,
  system: path.PlatformPath = path,
): string {
  const relative = shownPath(system.dirname(importer), place.path, system);
  const dotted = relative.startsWith('../') ? relative : `./${relative}`;
  if (!place.isTypeScript) return dotted;
  // The compiler finds x.ts behind x.js under every resolution, bundlers find it behind the bare name;
  // .mts and .cts are found behind .mjs and .cjs only.
  if (tsconfig?.needsExtension === true || /\.[cm]ts$/i.test(dotted)) return dotted.replace(/ts$/i, 'js');
  return dotted.replace(/\.ts$/i, '');
}

/** Whether what loads the importer finds `./a.js` behind `./a`: for a module Node does not, and TypeScript has rules of its own. */
export function isExtensionOptional(files: FileSystem, importer: string): boolean {
  // Components are for bundlers only.
  if (!/\.(?:[cm]?[jt]sx?)$/i.test(importer)) return true;
  return /\.(?:c?js|jsx)$/i.test(importer) && packageTypeOf(files, path.dirname(importer)) !== 'module';
}

/** As the nearest package.json says; nothing when there is none. */
export function packageTypeOf(files: FileSystem, folder: string): 'module' | 'commonjs' | undefined {
  const file = nearestFile(files, 'package.json', folder);
  if (file === undefined) return undefined;
  return memberOf(readJson(files, file), 'type') === 'module' ? 'module' : 'commonjs';
}
