// In: a style sheet, or a module with `?bundled` behind its name, as a source of ours imports them. Out: their texts for a page: the
// sheet made small, the module with all that it imports as one script for browsers.
// Knows nothing of the page.

import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @param {{ transform: Function, build: Function }} bundler esbuild
 * @param {(inputs: string[]) => void} onInputs gets what a script is made from: whoever passes it on passes its licences on
 * @returns {import('esbuild').Plugin}
 */
export function pageTexts(bundler, onInputs) {
  return {
    name: 'page-texts',
    setup(build) {
      build.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
        const { code } = await bundler.transform(readFileSync(file, 'utf8'), { loader: 'css', minify: true });
        return { contents: code.trim(), loader: 'text' };
      });
      build.onResolve({ filter: /\?bundled$/ }, ({ path: name, resolveDir }) => ({
        path: path.join(resolveDir, name.replace(/\?bundled$/, '')),
        namespace: 'bundled',
      }));
      build.onLoad({ filter: /.*/, namespace: 'bundled' }, async ({ path: file }) => {
        const result = await bundler.build({
          entryPoints: [file],
          absWorkingDir: build.initialOptions.absWorkingDir,
          bundle: true,
          minify: true,
          format: 'esm',
          platform: 'browser',
          target: 'es2022',
          charset: 'utf8',
          legalComments: 'none',
          metafile: true,
          write: false,
        });
        onInputs(Object.keys(result.metafile.inputs));
        return { contents: result.outputFiles[0].text.trim(), loader: 'text' };
      });
    },
  };
}
