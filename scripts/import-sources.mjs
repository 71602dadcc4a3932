// In: what to import of the sources, as a module of its own, and a name for it. Out: the module, put together from the sources as
// they are now: nothing has to be built first. Knows nothing of who asks.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(import.meta.dirname);

/** @param contents imports and exports, relative to the repository's root */
export async function importSources(name, contents) {
  const outfile = path.join(root, `node_modules/.cache/${name}.mjs`);
  await build({
    stdin: { contents, resolveDir: root },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}
