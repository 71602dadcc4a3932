// In: nothing. Out: the tables that there are, in the order of RESULTS.md, each with what makes it. A table is loaded when it is wanted.
// Those of builds and editors are programs of their own, which print Markdown.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '..');

/**
 * @typedef {object} Wish
 * @property {number} size of the corpora, 1 for the whole
 * @property {number} runs
 * @property {number} slowRuns of a peer that takes a minute
 * @property {readonly string[]} only corpora
 * @property {readonly string[]} [peers]
 * @property {(text: string) => void} tell of what goes on
 * @property {(made: string) => void} save what is made so far
 */

/** @type {readonly { name: string, title: string, make: (wish: Wish) => string | Promise<string> }[]} */
export const tables = [
  {
    name: 'rewrites',
    title: 'The rewrite for wx, beside others',
    make: async (wish) => (await import('./rewrites.mjs')).measureRewrites(wish),
  },
  {
    name: 'targets',
    title: 'fetch and axios',
    make: async (wish) => (await import('./targets.mjs')).measureTargets(wish),
  },
  {
    name: 'stages',
    title: 'The stages of one run',
    make: async (wish) => (await import('./stages.mjs')).measureStages(wish),
  },
  {
    name: 'growth',
    title: 'Growth',
    make: async (wish) => (await import('./growth.mjs')).measureGrowth(wish),
  },
  {
    name: 'keystroke',
    title: 'One keystroke',
    make: async (wish) => (await import('./keystroke.mjs')).measureKeystroke(wish),
  },
  {
    name: 'start-up',
    title: 'Start-up',
    make: async (wish) => (await import('./start-up.mjs')).measureStartUp(wish),
  },
  {
    name: 'shim',
    title: 'The shim, request by request',
    make: async (wish) => (await import('./shim.mjs')).measureShim(wish),
  },
  ...programs(
    ['builds.mjs', 'Builds with the plugin', ({ runs, size }) => ['--runs', String(runs), '--size', String(size)]],
    ['editor.mjs', 'Editors', () => []],
  ),
];

function programs(...wanted) {
  return wanted
    .filter(([program]) => existsSync(path.join(folder, program)))
    .map(([program, title, argumentsFor]) => {
      const make = (wish) => printedBy(program, argumentsFor(wish));
      return { name: path.basename(program, '.mjs'), title, make };
    });
}

/** @throws Error when the program fails */
function printedBy(program, args) {
  const { status, stdout } = spawnSync(process.execPath, [path.join(folder, program), ...args], {
    encoding: 'utf8',
    maxBuffer: Infinity,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}`);
  return stdout.trim();
}
