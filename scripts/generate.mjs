// In: the names of parts (none: all of them), and --check. Out: every file that is made from others, made afresh, in the order in
// which one is made from another; with --check nothing is written, and each one that is not current is named.
// Knows nothing of how a part is made.

import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** What each makes stands in the first lines of its script. */
const parts = {
  runtime: 'store-runtime.mjs',
  options: 'options.mjs',
  docs: 'docs.mjs',
  examples: 'examples.mjs',
};

const isCheck = process.argv.includes('--check');
const wanted = process.argv.slice(2).filter((arg) => arg !== '--check');
const unknown = wanted.find((name) => !(name in parts));

if (unknown !== undefined) {
  console.error(`There is no part ${unknown}. The parts are: ${Object.keys(parts).join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const [name, script] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const isFine = run(script);
    if (!isFine) process.exitCode = 1;
    // What comes next is made from this.
    if (!isFine && !isCheck) break;
  }
}

function run(script) {
  const args = [path.join(import.meta.dirname, script), ...(isCheck ? ['--check'] : [])];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
}
