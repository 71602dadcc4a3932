// In: a folder with a program. Out: what webpack and Rspack make of its main.js with the plugin and a cache on the disk, which the next
// process takes up: by name, as JSON where this is run by itself.
// Holds no expectation.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const load = createRequire(import.meta.url);

const compilers = {
  webpack: (folder) => [load('webpack'), { type: 'filesystem', cacheDirectory: path.join(folder, '.cache/webpack') }],
  rspack: (folder) => [
    load('@rspack/core').rspack,
    { type: 'persistent', storage: { type: 'filesystem', directory: path.join(folder, '.cache/rspack') } },
  ],
};

/** @param {string} folder */
export async function cachedBuilds(folder) {
  const built = {};
  for (const [name, of] of Object.entries(compilers)) {
    const [compile, cache] = of(folder);
    const out = path.join(folder, 'dist', name);
    let count = 0;
    const compiler = compile({
      ...{ context: folder, entry: './main.js', mode: 'development', devtool: false, cache },
      output: { path: out, filename: 'out.js' },
      infrastructureLogging: { level: 'none' },
      plugins: [load(`cygnet/${name}`)({ to: 'fetch' })],
    });
    compiler.hooks.compilation.tap('count', ({ hooks }) => hooks.buildModule.tap('count', () => void (count += 1)));
    await new Promise((resolve, reject) => {
      compiler.run((fault) => compiler.close(() => (fault ? reject(fault) : resolve())));
    });
    built[name] = { code: readFileSync(path.join(out, 'out.js'), 'utf8'), count };
  }
  return built;
}

const [, main, folder] = process.argv;
if (main === import.meta.filename) process.stdout.write(JSON.stringify(await cachedBuilds(folder)));
