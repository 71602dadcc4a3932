// In: how many runs. Out: a table: what each stage of the compiler takes of the processor over B and C, and what search and the look across
// files take of a whole run. Each run is a fresh process, which is cold as a run is.

import path from 'node:path';
import { corpusOf } from '../corpora/corpora.mjs';
import { median, ratio, spread } from '../measure/figures.mjs';
import { measureInTurn } from '../measure/in-turn.mjs';
import { cygnet } from '../peers/peers.mjs';
import { markdownTable } from '../report/markdown.mjs';

const program = path.resolve(import.meta.dirname, '../inside/stages.mjs');

/** In their order; `apply` is more than the two behind it. */
const stages = [
  ['read', 'read the file'],
  ['scan', 'scan: does it name the network, did a machine write it'],
  ['parse', 'parse'],
  ['resolve', 'resolve'],
  ['lift', 'lift'],
  ['lower', 'lower, with the style of the file'],
  ['splice', 'splice'],
  ['check', 'check: read of what would be written what the edits can have touched'],
  ['rest', 'imports, marks and the inventory'],
  ['again', 'a second run over it, where its words do not tell that it has nothing to do'],
];

export async function measureStages({ size, runs, only, tell }) {
  const corpora = only.filter((name) => name !== 'A').map((name) => corpusOf(name, size));
  const columns = [];
  for (const corpus of corpora) {
    const child = (how) => ({ file: process.execPath, args: [program, corpus.list, how] });
    const found = await measureInTurn(
      [
        { name: 'stages', command: child('stages'), runs },
        { name: 'whole', command: child('whole'), runs },
        { name: 'migrate', command: cygnet(corpus, 'wx'), runs, mayEndWith: [0, 1] },
      ],
      tell,
    );
    columns.push(columnOf(found));
  }
  const rows = [...stages, ['whole', 'all of them in a row, in a process of their own']].map(([name, title]) => [
    title,
    ...columns.flatMap((column) => [spread(column[name]), ratio(median(column[name]) / median(column.parse))]),
  ]);
  rows.push([
    'the whole command, with start-up, search, the look across files and the diff',
    ...columns.flatMap((column) => [spread(column.migrate), ratio(median(column.migrate) / median(column.parse))]),
  ]);
  return markdownTable(['CPU', ...corpora.flatMap(({ name }) => [`${name}, s:`, `${name}, parse = 1:`])], rows);
}

/** The times of each stage, one for each run. */
function columnOf(found) {
  const runs = found.get('stages').map(({ output }) => JSON.parse(output));
  const column = Object.fromEntries(stages.map(([stage]) => [stage, runs.map((run) => run[stage] ?? 0)]));
  column.rest = runs.map(({ apply = 0, splice = 0, check = 0 }) => Math.max(0, apply - splice - check));
  column.whole = found.get('whole').map(({ output }) => JSON.parse(output).whole);
  column.migrate = found.get('migrate').map(({ cpu }) => cpu);
  return column;
}
