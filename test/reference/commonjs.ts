// In: CommonJS modules as texts, by path, and packages by name. Out: the entry has run, as a sloppy script with `require`.
// Knows nothing of worlds.

import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

const requireBuiltin = createRequire(import.meta.url);

/** @throws what the program's top level throws */
export function runCommonJs(
  files: Readonly<Record<string, string>>,
  entry: string,
  packages: Readonly<Record<string, unknown>>,
): void {
  const loaded = new Map<string, { exports: unknown }>();
  load(entry);

  function load(file: string): unknown {
    const known = loaded.get(file);
    if (known) return known.exports;
    const code = files[file];
    if (code === undefined) throw new Error(`Cannot find module '${file}'`);
    const module = { exports: {} as unknown };
    loaded.set(file, module);
    const text = code.replace(/^\ufeff?(#!.*)?/, '');
    const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${text}\n})`, {
      filename: file,
      importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    const wrapper = script.runInThisContext() as (...given: unknown[]) => void;
    const requireFrom = (specifier: string): unknown => resolve(specifier, file);
    wrapper.call(module.exports, module.exports, requireFrom, module, file, path.posix.dirname(file));
    return module.exports;
  }

  function resolve(specifier: string, from: string): unknown {
    if (Object.hasOwn(packages, specifier)) return packages[specifier];
    if (specifier.startsWith('node:')) return requireBuiltin(specifier);
    const base = path.posix.join(path.posix.dirname(from), specifier);
    const found = ['', '.js', '.cjs', '.ts', '/index.js'].map((end) => base + end).find((name) => name in files);
    if (!specifier.startsWith('.') || found === undefined) {
      throw new Error(`Cannot find module '${specifier}' from ${from}`);
    }
    return load(found);
  }
}
