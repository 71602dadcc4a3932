// In: a number. Out: a small program, of one file or of several, in which swan is reached by other names.
// Knows nothing of what the compiler should make of it: that is for the run to show.

import type { Tape } from '../../laws/random/tape.ts';
import type { Program } from '../judge.ts';
import { modules } from './modules.ts';
import { tapeFrom } from './numbers.ts';
import { scenes } from './statements.ts';
import { joined, outermost, type Writer } from './writer.ts';

function createWriter(tape: Tape, typed: boolean): Writer {
  let names = 0;
  let urls = 0;
  return {
    tape,
    typed,
    bareness: tape.of([1, 4, 12]),
    fresh: (stem) => `${stem}${++names}`,
    url: () => `https://a.b/${++urls}`,
  };
}

export function writeFile(number: number): Program {
  const tape = tapeFrom(number);
  const extension = tape.of(['js', 'js', 'ts', 'mjs', 'js']);
  const writer = createWriter(tape, extension === 'ts');
  const body = scenes(writer, outermost(), 2 + tape.pick(3));
  const strict = extension === 'js' && tape.isRare(6) ? [`'use strict'`] : [];
  return { files: [{ file: `main.${extension}`, code: `${joined(writer, [...strict, ...body])}\n` }] };
}

export function writeModules(number: number): Program {
  const tape = tapeFrom(number);
  const extension = tape.of(['js', 'js', 'js', 'ts']);
  const writer = createWriter(tape, extension === 'ts');
  return { files: modules(writer).map(({ name, code }) => ({ file: `${name}.${extension}`, code: `${code}\n` })) };
}
