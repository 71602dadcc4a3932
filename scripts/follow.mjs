// In: `--runs`, `--seed`, `--show`, `--jobs`. Out: what random programs that reach swan by other names show: how many were
// judged, how many faults of which kind, and a small program for each kind. The exit code is 1 when there is any.
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
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
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
  seed: seed + i,
}));
const sum = { programs: 0, sites: 0, kept: 0, faults: 0 };
const counts = new Map();
const shown = new Map();
await Promise.all(Array.from({ length: jobs }, work));

const seconds = (Date.now() - startedAt) / 1000;
for (const [key, { text, count }] of [...shown].sort((a, b) => b[1].count - a[1].count)) {
  console.log(`\n==== ${count} times like this\n${text}`);
  shown.delete(key);
}
console.log(
  `\nseed ${seed}: ${sum.programs} programs in ${seconds.toFixed(1)} s, ${sum.sites} sites, ${sum.kept} kept`,
);
for (const [key, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`${count} ${key}`);
console.log(`${sum.faults} programs with a fault`);
process.exitCode = sum.faults > 0 ? 1 : 0;

async function work() {
  for (let share = shares.shift(); share; share = shares.shift()) {
    const result = await run({ ...share, most: Math.max(0, most - shown.size) });
    for (const key of Object.keys(sum)) sum[key] += result[key];
    for (const [key, count] of Object.entries(result.counts)) counts.set(key, (counts.get(key) ?? 0) + count);
    for (const { key, text } of result.shown) {
      shown.set(key, { text, count: (shown.get(key)?.count ?? 0) + 1 });
    }
  }
}

/** A process of its own for each share: what a program leaves behind ends with it. */
function run(share) {
  return new Promise((resolve, reject) => {
    const child = fork(outfile);
    child.once('message', ({ result, error }) => (error ? reject(new Error(error)) : resolve(result)));
    child.once('exit', (code) => reject(new Error(`the search ended with ${code}`)));
    child.send(share);
  });
}
