// In: how many runs. Out: a table: what cygnet takes for A once, four times and sixteen times, and for C once and four times, by file or by
// megabyte: what stays the same there grows no faster than the program.

import { corpusOf } from '../corpora/corpora.mjs';
import { median, most, ratio, spread } from '../measure/figures.mjs';
import { measureInTurn } from '../measure/in-turn.mjs';
import { cygnet } from '../peers/peers.mjs';
import { markdownTable } from '../report/markdown.mjs';

const series = [
  { names: ['A', 'A4', 'A16'], unit: '1,000 files', unitsOf: ({ files }) => files / 1000 },
  { names: ['C', 'C4'], unit: 'MB', unitsOf: ({ bytes }) => bytes / 1e6 },
];

export async function measureGrowth({ size, runs, only, tell }) {
  const rows = [];
  for (const { names, unit, unitsOf } of series) {
    const corpora = names.filter((name) => only.includes(name[0])).map((name) => corpusOf(name, size));
    if (corpora.length === 0) continue;
    const entries = corpora.map((corpus) => ({
      ...{ name: corpus.name, command: cygnet(corpus, 'wx'), runs, mayEndWith: [0, 1] },
    }));
    const found = await measureInTurn(entries, tell);
    const costOf = (corpus) => median(found.get(corpus.name).map(({ cpu }) => cpu)) / unitsOf(corpus);
    for (const corpus of corpora) {
      const taken = found.get(corpus.name);
      rows.push([
        ...[
          `${corpus.name}: ${corpus.says}`,
          spread(taken.map(({ cpu }) => cpu)),
          spread(taken.map(({ wall }) => wall)),
        ],
        ...[most(taken.map(({ peak }) => peak)), `${ratio(costOf(corpus))} a ${unit}`],
        ratio(costOf(corpus) / costOf(corpora[0])),
      ]);
    }
  }
  return markdownTable(['', 'CPU, s:', 'clock, s:', 'peak, MB:', 'CPU by size, s:', 'of that of 1 ×:'], rows);
}
