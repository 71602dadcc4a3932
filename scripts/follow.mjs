// In: `--runs`, `--seed`, `--show`, `--jobs`. Out: what random programs that reach swan by other names show: how many were
// judged, how many faults of which kind, and a small program for each kind as soon as it is found. The exit code is 1 when
// there is any.
// The search itself is test/follow/search.ts; this puts it together and shares it among processes.

import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = path.dirname(import.meta.dirname);
const folder = path.join(root, 'test/follow');
const outfile = path.join(root, 'node_modules/.cache/follow/search.mjs');

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e5)) },
    show: { type: 'string', default: '20' },
    jobs: { type: 'string', default: '2' },
  },
});
const [runs, seed, most, jobs] = [values.runs, values.seed, values.show, values.jobs].map(Number);

mkdirSync(path.dirname(outfile), { recursive: true });
await build({
  entryPoints: [path.join(folder, 'search.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
  define: { 'import.meta.dirname': JSON.stringify(folder) },
});

const startedAt = Date.now();
const size = 2_000;
const shares = Array.from({ length: Math.ceil(runs / size) }, (_, i) => ({
  runs: Math.min(size, runs - i * size),
  // No two seeds have a share in common.
  seed: seed * 1_000 + i,
}));
const sum = { programs: 0, sites: 0, kept: 0, faults: 0 };
const counts = new Map();
const shown = new Map();
let told = 0;
await Promise.all(Array.from({ length: jobs }, work));

const seconds = (Date.now() - startedAt) / 1000;
console.log(
  `\nseed ${seed}: ${sum.programs} programs in ${seconds.toFixed(1)} s, ${sum.sites} sites, ${sum.kept} kept`,
);
for (const [key, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`${count} ${key}`);
console.log(`${sum.faults} programs with a fault`);
process.exitCode = sum.faults > 0 ? 1 : 0;

async function work() {
  for (let share = shares.shift(); share; share = shares.shift()) {
    await run({ ...share, most: Math.max(0, most - shown.size) }, add);
  }
}

function add(part) {
  for (const key of Object.keys(sum)) sum[key] += part[key];
  for (const [key, count] of Object.entries(part.counts)) counts.set(key, (counts.get(key) ?? 0) + count);
  for (const { key, text } of part.shown) {
    const times = (shown.get(key) ?? 0) + 1;
    shown.set(key, times);
    if (times === 1) console.log(`\n==== fault ${shown.size}\n${text}`);
  }
  if (sum.programs - told < 1_000) return;
  told = sum.programs;
  console.log(`${sum.programs} programs, ${sum.faults} with a fault`);
}

/** A process of its own for each share: what a program leaves behind ends with it. */
function run(share, tell) {
  return new Promise((resolve, reject) => {
    const child = fork(outfile);
    child.on('message', ({ part, isOver, error }) => {
      if (part) tell(part);
      else if (isOver) resolve();
      else reject(new Error(error));
    });
    child.once('exit', (code) => reject(new Error(`the search ended with ${code}`)));
    child.send(share);
  });
}
