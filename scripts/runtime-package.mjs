// In: the linker of the library that was built. Out: what `cygnet/runtime/fetch` and its like lead to: for each target its whole
// shim as an ES module, which a bundler takes apart, the same for require, and declarations for both.
// Knows nothing of what is in a shim.

import path from 'node:path';
import ts from 'typescript';

/**
 * What runs. Whoever requires it gets the module that others import: the socket of a program is one, and so are its files.
 * @returns {Record<string, string>} by name in the folder
 */
export function runtimeModules({ linkShim, shimExports, targetNames }) {
  return Object.fromEntries(
    targetNames.flatMap((target) => [
      [`${target}.js`, linkShim({ target, names: shimExports(target), module: 'esm', typescript: false })],
      [`${target}.cjs`, `'use strict';\n\nmodule.exports = require('./${target}.js');\n`],
    ]),
  );
}

/**
 * @param {string} folder of the repository: the packages that a shim imports are found from there
 * @returns {Record<string, string>} by name in the folder
 * @throws Error when a shim does not compile
 */
export function runtimeTypes({ linkShim, shimExports, shimTypes, targetNames }, folder) {
  const texts = new Map(
    targetNames.map((target) => [
      path.join(folder, `${target}.ts`),
      linkShim({ target, names: [...shimExports(target), ...shimTypes(target)], module: 'esm', typescript: true }),
    ]),
  );
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: ['miniprogram-api-typings'],
    strict: true,
    skipLibCheck: true,
    declaration: true,
    emitDeclarationOnly: true,
    removeComments: true,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.getCurrentDirectory = () => folder;
  host.fileExists = (file) => texts.has(path.normalize(file)) || fileExists(file);
  host.readFile = (file) => texts.get(path.normalize(file)) ?? readFile(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = texts.get(path.normalize(file));
    return text === undefined ? getSourceFile(file, version, ...rest) : ts.createSourceFile(file, text, version);
  };
  const written = {};
  host.writeFile = (file, text) => {
    const name = path.basename(file, '.d.ts');
    for (const ending of ['d.ts', 'd.cts']) written[`${name}.${ending}`] = text;
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  const faults = [...program.getSyntacticDiagnostics(), ...program.emit().diagnostics];
  if (faults.length > 0) throw new Error(ts.formatDiagnostics(faults, host));
  return written;
}
