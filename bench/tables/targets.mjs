// In: corpora and how many runs. Out: a table: what the rewrite for each target takes, beside a bare parse of the same files.
// For the targets but wx no other tool does it, so there is nobody to compare with. Names no target.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { corpusOf } from '../corpora/corpora.mjs';
import { median, most, ratio, spread } from '../measure/figures.mjs';
import { measureInTurn } from '../measure/in-turn.mjs';
import { cygnet, peers, sitesOf } from '../peers/peers.mjs';
import { markdownTable } from '../report/markdown.mjs';

const library = path.resolve(import.meta.dirname, '../../dist/index.js');

export async function measureTargets({ size, runs, only, tell }) {
  const { targetNames } = await import(pathToFileURL(library).href);
  const reference = peers.find(({ name }) => name === 'babel');
  const rows = [];
  for (const name of only) {
    const corpus = corpusOf(name, size);
    const found = await measureInTurn(
      [
        ...targetNames.map((target) => ({
          ...{ name: target, command: cygnet(corpus, target), runs, mayEndWith: [0, 1] },
        })),
        { name: 'babel', command: reference.command(corpus), runs },
      ],
      tell,
    );
    const parse = median(found.get('babel').map(({ cpu }) => cpu));
    for (const [target, taken] of found) {
      const cpus = taken.map(({ cpu }) => cpu);
      rows.push([
        ...[name, target === 'babel' ? 'bare Babel parse' : `\`migrate --to ${target}\``, spread(cpus)],
        ...[spread(taken.map(({ wall }) => wall)), most(taken.map(({ peak }) => peak))],
        ...[target === 'babel' ? '' : ratio(median(cpus) / parse), target === 'babel' ? '' : saidOf(taken[0])],
      ]);
    }
  }
  return markdownTable(
    ['corpus', '', 'CPU, s:', 'clock, s:', 'peak, MB:', 'CPU over the parse:', 'what became of the calls'],
    rows,
  );
}

/** The counts of its summary. */
function saidOf({ errors }) {
  return /^ {2}sites {2}\d+: (.*)$/m.exec(errors)?.[1] ?? sitesOf(errors);
}
