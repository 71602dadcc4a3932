// In: nothing. Out: the shims for fetch and axios as modules that lie where axios is found from, linked from the sources as they are now.
// Each has the one function that is measured, as a program that makes requests only.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { importSources } from '../../scripts/import-sources.mjs';

const folder = path.resolve(import.meta.dirname, '../../node_modules/.cache/bench-shims');

/** @returns {Promise<{ fetchShim: string, axiosShim: string }>} their files */
export async function writeShims() {
  const { linkShim } = await importSources('bench-shims', `export { linkShim } from './src/shim/shim.ts';`);
  mkdirSync(folder, { recursive: true });
  const write = (target) => {
    const file = path.join(folder, `${target}.mjs`);
    writeFileSync(file, linkShim({ target, names: ['request'], module: 'esm', typescript: false }));
    return file;
  };
  return { fetchShim: write('fetch'), axiosShim: write('axios') };
}
