// In: what to measure. Out: bench/RESULTS.md, or for a part of it the tables alone, on the standard output.
// `npm run bench -- [--quick] [--tables rewrites,shim] [--only A,B] [--peers ast-grep,babel] [--runs 5] [--out FILE]`; README.md says more.
// Builds dist first and installs the peers when they are wanted. Knows no table by itself.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describeCommit, describeMachine, loadNow, wasBusy } from './report/machine.mjs';
import { writeResults } from './report/results.mjs';
import { tables } from './tables/tables.mjs';

const root = path.dirname(import.meta.dirname);
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    tables: { type: 'string' },
    only: { type: 'string' },
    peers: { type: 'string' },
    runs: { type: 'string' },
    'slow-runs': { type: 'string' },
    size: { type: 'string' },
    out: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
});
const loadAtStart = loadNow();
const fault = faultIn(values);
if (fault === undefined) await run(values);
else stop(fault);

async function run({
  quick,
  only = 'A,B,C',
  peers,
  runs = quick ? '1' : '5',
  size = quick ? '0.1' : '1',
  out,
  ...rest
}) {
  if (!rest['no-build'] && !build()) return stop('There is nothing to measure: the build failed.');
  const wish = {
    ...{ size: Number(size), runs: Number(runs), slowRuns: Number(rest['slow-runs'] ?? runs), only: only.split(',') },
    ...{ peers: peers?.split(','), tell: (text) => console.error(text) },
  };
  const names = rest.tables?.split(',') ?? tables.map(({ name }) => name);
  // What was measured on less than everything does not take the place of the whole.
  const isPart = quick || values.only !== undefined || peers !== undefined || values.size !== undefined;
  const file = out ?? (isPart ? undefined : path.join(import.meta.dirname, 'RESULTS.md'));
  for (const table of tables.filter(({ name }) => names.includes(name))) await measure(table, wish, file);
}

function build() {
  const args = [path.join(root, 'scripts/build.mjs'), '--if-needed'];
  return spawnSync(process.execPath, args, { stdio: ['ignore', 2, 2] }).status === 0;
}

/** One that cannot be made is told of, and the others are made. */
async function measure({ title, make }, wish, file) {
  console.error(`\n${title}`);
  const before = loadNow();
  const titles = tables.map((table) => table.title);
  const textOf = (made) => `${circumstances(wish, before)}\n\n${made}`;
  const save = (made) => {
    if (file !== undefined) writeResults(path.resolve(file), { title, text: textOf(made) }, titles);
  };
  try {
    // What takes an hour is kept as far as it came.
    const made = await make({ ...wish, save });
    save(made);
    console.log(`\n## ${title}\n\n${textOf(made)}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

function circumstances({ size, runs, slowRuns }, before) {
  const after = loadNow();
  const busy = wasBusy(loadAtStart, after) ? ' The machine was not idle.' : '';
  const part = size === 1 ? '' : ` The corpora are ${size} of their size.`;
  const slow = slowRuns === runs ? '' : `, ${slowRuns} of slow peers`;
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, commit ${describeCommit()}, ${describeMachine()}. ${runs === 1 ? '1 run' : `${runs} runs`}${slow}.${part} Load ${before.toFixed(1)} before, ${after.toFixed(1)} after.${busy}`;
}

function faultIn({ only, peers, tables: wanted, runs = '1', size = '1' }) {
  const unknown = wanted?.split(',').find((name) => !tables.some((table) => table.name === name));
  if (unknown !== undefined)
    return `There is no table ${unknown}. The tables are: ${tables.map(({ name }) => name).join(', ')}.`;
  const corpus = only?.split(',').find((name) => !['A', 'B', 'C'].includes(name));
  if (corpus !== undefined) return `There is no corpus ${corpus}. The corpora are A, B and C.`;
  if (peers === '' || !(Number(runs) >= 1) || !(Number(size) > 0))
    return 'Give a number of runs, a size, and names of peers.';
  return undefined;
}

function stop(message) {
  console.error(message);
  process.exitCode = 2;
}
