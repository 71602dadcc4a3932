// In: the files of a project. Out: which of them import given modules, and by which specifiers.
// The one door to ts-morph: it reads the tsconfig, lists a file's specifiers and says where each leads.
// Only files that may name a wanted module are looked at. Knows nothing of swan.

import path from 'node:path';
import { ts } from 'ts-morph';
import { isParseFailure, parse } from '../syntax/parse.ts';
import { programIn } from '../syntax/scripts.ts';
import { readTsconfig } from './tsconfig.ts';

interface ModuleSearch {
  readonly root: string;
  readonly programOf?: (file: string) => string | undefined;
  readonly files: readonly string[];
  readonly tsconfig?: string;
  readonly read: (file: string) => string | undefined;
}

/** By importing file, the specifiers that lead to one of the wanted files. */
export type Importers = Map<string, Map<string, string>>;

export interface Modules {
  /** The files that name one of the wanted ones, and how. */
  importersOf(wanted: readonly string[]): Importers;
  /** Where the specifiers of a file lead; undefined for what is not found. */
  importsOf(file: string): readonly (string | undefined)[];
  /** Where a specifier of a file leads, if anywhere. */
  targetOf(file: string, specifier: string): string | undefined;
}

/** @throws Error when the tsconfig cannot be read. */
export function findModules({ root, programOf, files, tsconfig, read }: ModuleSearch): Modules {
  const options = compilerOptions(tsconfig);
  const cache = ts.createModuleResolutionCache(root, (name) => name, options);
  const host = hostOf(files);
  const specifiers = new Map<string, readonly string[]>();
  // With path mapping a specifier may look like nothing in the file's path.
  const isMapped = options.paths !== undefined || options.baseUrl !== undefined;

  return {
    importersOf,
    importsOf: (file) => specifiersOf(file, read(file) ?? '').map((one) => resolveSpecifier(file, one)),
    targetOf: resolveSpecifier,
  };

  function importersOf(wanted: readonly string[]): Importers {
    const targets = new Set(wanted.map((file) => path.normalize(file)));
    const words = isMapped ? /\b(?:import|export|require)\b/ : wordsOf(wanted);
    const importers: Importers = new Map();
    for (const file of files) {
      const text = read(file);
      if (text === undefined || !words.test(text)) continue;
      for (const specifier of specifiersOf(file, text)) {
        const target = resolveSpecifier(file, specifier);
        if (target === undefined || !targets.has(target)) continue;
        const found = importers.get(path.normalize(file)) ?? new Map<string, string>();
        found.set(specifier, target);
        importers.set(path.normalize(file), found);
      }
    }
    return importers;
  }

  function specifiersOf(file: string, text: string): readonly string[] {
    let list = specifiers.get(file);
    if (!list) {
      const program = programIn(text, file);
      const listed = ts.preProcessFile(program, true, true).importedFiles.map(({ fileName }) => fileName);
      list = [...new Set([...listed, ...namespacesFrom(file, text)])];
      specifiers.set(file, list);
    }
    return list;
  }

  function resolveSpecifier(file: string, specifier: string): string | undefined {
    // Mini-programs count an absolute path from their own root.
    const name = specifier.startsWith('/') ? path.join(programOf?.(file) ?? root, specifier) : specifier;
    const { resolvedModule } = ts.resolveModuleName(name, file, options, host, cache);
    return resolvedModule && path.normalize(resolvedModule.resolvedFileName);
  }
}

/** The files of the project are there, wherever they lie; of the others the system knows, where there is one. */
function hostOf(files: readonly string[]): ts.ModuleResolutionHost {
  const own = new Set(files.map((file) => path.normalize(file)));
  const folders = new Set<string>();
  for (const file of own) {
    for (let at = path.dirname(file); !folders.has(at); at = path.dirname(at)) folders.add(at);
  }
  const system = ts.sys as ts.System | undefined;
  return {
    ...system,
    readFile: (file) => system?.readFile(file),
    fileExists: (file) => own.has(path.normalize(file)) || system?.fileExists(file) === true,
    directoryExists: (folder) => folders.has(path.normalize(folder)) || system?.directoryExists(folder) === true,
  };
}

/** `preProcessFile` passes over `export * as name from`. */
function namespacesFrom(file: string, text: string): string[] {
  if (!/\bexport\b/.test(text) || !/\*\s*as\b/.test(text)) return [];
  const unit = parse(text, file);
  if (isParseFailure(unit)) return [];
  return unit.ast.program.body.flatMap((one) =>
    one.type === 'ExportNamedDeclaration' && one.source ? [one.source.value] : [],
  );
}

function compilerOptions(tsconfig: string | undefined): ts.CompilerOptions {
  const own = tsconfig === undefined ? {} : readTsconfig(tsconfig, { hasFiles: false }).options;
  return {
    ...own,
    module: own.module ?? ts.ModuleKind.ESNext,
    moduleResolution: own.moduleResolution ?? ts.ModuleResolutionKind.Bundler,
    allowJs: true,
    resolveJsonModule: true,
    // Files are known by the paths that they were asked for.
    preserveSymlinks: true,
  };
}

/** The word that a specifier of a file must hold: its name, or its folder's (or nothing but dots) where it is the index. */
function wordsOf(wanted: readonly string[]): RegExp {
  const words = wanted.flatMap((file) => {
    const { name, dir } = path.parse(file);
    return name === 'index' ? [escape(path.basename(dir)), `['"./]\\.['"/]`] : [escape(name)];
  });
  return new RegExp(words.join('|'));
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
