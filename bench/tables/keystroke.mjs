// In: how many runs. Out: a table: what one keystroke costs in a workspace in which all 1,000 files change:
// to the result of its own file, and to those of all others that it may concern.

import path from 'node:path';
import { corpusOf } from '../corpora/corpora.mjs';
import { quantile } from '../measure/figures.mjs';
import { measureInTurn } from '../measure/in-turn.mjs';
import { markdownTable } from '../report/markdown.mjs';

const program = path.resolve(import.meta.dirname, '../inside/keystroke.mjs');
const keystrokes = 40;

export async function measureKeystroke({ size, runs, tell }) {
  const corpus = corpusOf('B', size);
  const command = { file: process.execPath, args: [program, corpus.folder, String(keystrokes)] };
  const found = await measureInTurn([{ name: 'keystroke', command, runs }], tell);
  const taken = found.get('keystroke').map(({ output }) => JSON.parse(output));
  const keys = taken.flatMap((run) => run.keys);
  const affected = quantile(
    keys.map((key) => key.affected),
    0.5,
  );
  const rows = [
    ['open the workspace and settle all files', ...timesOf(taken.map(({ opening }) => opening))],
    ['`changed` and the new result of the file', ...timesOf(keys.map(({ own }) => own))],
    [`the results of all ${affected} files that it names, after that`, ...timesOf(keys.map(({ others }) => others))],
  ];
  const about = `${taken[0].files} files, all of them changed; ${keys.length} keystrokes, each in another file, after a first look at all.`;
  return `${about}\n\n${markdownTable(['', 'CPU, ms:', 'slowest of twenty:', 'clock, ms:', 'slowest of twenty:'], rows)}`;
}

function timesOf(times) {
  return ['cpu', 'wall'].flatMap((kind) => {
    const all = times.map((one) => one[kind]);
    return [0.5, 0.95].map((share) => quantile(all, share).toFixed(1));
  });
}
