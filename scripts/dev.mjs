// In: the folders that the program is made from. Out: dist, made again after each change, until Ctrl-C; what is wrong is printed,
// and the next change is waited for. Of the library's declarations nothing is made: `npm run types` checks types.
// Knows nothing of how dist is made.

import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
/** Milliseconds: an editor writes several files at once, and some of them twice. */
const calm = 100;

let timer;
let isRunning = false;
let isStale = false;
let hasRuntimeChanged = true;

for (const folder of ['src', 'cli', 'transforms']) {
  watch(path.join(root, folder), { recursive: true }, (_event, file) => {
    if (file === null || file.endsWith('.generated.ts')) return;
    if (folder === 'src' && file.startsWith('runtime')) hasRuntimeChanged = true;
    clearTimeout(timer);
    timer = setTimeout(build, calm);
  });
}
await build();

async function build() {
  isStale = isRunning;
  if (isRunning) return;
  isRunning = true;
  const startedAt = Date.now();
  // The text of the shim is part of what is bundled.
  const isStored = !hasRuntimeChanged || (await run('store-runtime.mjs'));
  hasRuntimeChanged &&= !isStored;
  const isBuilt = isStored && (await run('build.mjs', '--no-types'));
  console.log(`${isBuilt ? 'built' : 'not built'} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  isRunning = false;
  if (isStale) await build();
}

function run(script, ...args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, script), ...args], { stdio: 'inherit' });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}
