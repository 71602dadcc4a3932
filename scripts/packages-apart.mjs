// In: a source of ours that loads a package with require once it is needed. Out: the same with a part of its own in the place of the
// package, and that part: who does not need it does not read it either.
// Knows nothing of which packages these are.

import { readFileSync } from 'node:fs';

const requireOfPackage = /\bcreateRequire\(import\.meta\.url\)\('([^']+)'\)/g;

/**
 * @param {string} file a source
 * @param {(name: string) => string} codeFor what is to stand in the place of such a require
 */
export function withPackages(file, codeFor) {
  return readFileSync(file, 'utf8').replaceAll(requireOfPackage, (_, name) => codeFor(name));
}

/**
 * @param {typeof import('esbuild')} bundler
 * @param {string} folder that of all parts
 * @param {import('esbuild').Plugin[]} plugins that these packages are read with
 * @returns {import('esbuild').Plugin}
 */
export function packagesApart(bundler, folder, plugins) {
  return {
    name: 'packages-apart',
    setup(build) {
      const names = new Set();
      build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path: file }) => {
        // before: createRequire(import.meta.url)('@babel/traverse')
        // after:  createRequire(import.meta.url)('./babel-traverse.cjs')
        const contents = withPackages(file, (name) => {
          names.add(name);
          return `createRequire(import.meta.url)('./${nameOfPart(name)}.cjs')`;
        });
        return { contents, loader: 'ts' };
      });
      build.onEnd(async ({ outputFiles = [], metafile }) => {
        if (names.size === 0 || !metafile) return;
        const { absWorkingDir, external, platform, target } = build.initialOptions;
        const parts = await bundler.build({
          ...{ absWorkingDir, external, platform, target, plugins },
          entryPoints: [...names].map((name) => ({ in: name, out: nameOfPart(name) })),
          outdir: folder,
          outExtension: { '.js': '.cjs' },
          ...{ bundle: true, format: 'cjs', minify: true, charset: 'utf8', legalComments: 'none' },
          ...{ metafile: true, write: false },
        });
        outputFiles.push(...parts.outputFiles);
        Object.assign(metafile.inputs, parts.metafile.inputs);
        Object.assign(metafile.outputs, parts.metafile.outputs);
      });
    },
  };
}

function nameOfPart(name) {
  return name.replace('@', '').replaceAll('/', '-');
}
