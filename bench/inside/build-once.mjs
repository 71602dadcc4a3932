// In: a bundler, a folder with a program, and whether it is built with the plugin. Out: nothing but the time that it took: the program is built
// once, in memory or into the folder. What a program imports and does not have stays an import.
// `node bench/inside/build-once.mjs esbuild FOLDER with|without`

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const load = createRequire(path.join(import.meta.dirname, '../../package.json'));
const [, , bundler = '', folder = '', plugin] = process.argv;
const entry = path.join(folder, 'main.js');
const plugins = plugin === 'with' ? [load(`cygnet/${bundler}`)({ to: 'fetch', failOn: 'never' })] : [];

const isMissing = (specifier, from) => {
  if (!/^\.{0,2}\//.test(specifier)) return !specifier.startsWith('cygnet/');
  const file = path.resolve(from, specifier);
  return !['', '.js', '.ts', '/index.js', '/index.ts'].some((ending) => existsSync(file + ending));
};

const builds = {
  async esbuild() {
    const outside = {
      name: 'outside',
      setup: ({ onResolve }) =>
        onResolve({ filter: /^[./a-z@]/ }, ({ path: specifier, resolveDir, kind }) =>
          kind !== 'entry-point' && isMissing(specifier, resolveDir) ? { path: specifier, external: true } : undefined,
        ),
    };
    await load('esbuild').build({
      ...{ absWorkingDir: folder, entryPoints: [entry], outfile: 'out.js', bundle: true, write: false },
      ...{ format: 'cjs', sourcemap: true, logLevel: 'silent', plugins: [outside, ...plugins] },
    });
  },
  async rolldown() {
    const external = (id, from) => from !== undefined && isMissing(id, path.dirname(from));
    const options = { cwd: folder, input: entry, platform: 'neutral', logLevel: 'silent', external, plugins };
    const built = await load('rolldown').rolldown(options);
    await built.generate({ format: 'cjs', sourcemap: true });
  },
  async webpack() {
    const webpack = load('webpack');
    const externals = ({ request, context, contextInfo }, done) =>
      contextInfo.issuer !== '' && isMissing(request, context) ? done(null, `commonjs ${request}`) : done();
    const compiler = webpack({
      ...{ context: folder, entry, mode: 'development', devtool: 'source-map', externals: [externals], plugins },
      ...{ infrastructureLogging: { level: 'none' }, output: { path: path.join(folder, 'dist'), filename: 'out.js' } },
    });
    await new Promise((resolve, reject) => compiler.run((fault) => (fault ? reject(fault) : resolve())));
  },
};

await builds[bundler]();
