// In: lists of numbers, one for the look of the file and one for each statement at its top. Out: a program and what the
// compiler has to say about it.
// Knows nothing of laws.

import type { Program } from '../subject.ts';
import { statement } from './statements.ts';
import { tapeOf, type Tape } from './tape.ts';
import { takeMarks, type Expected, type Look, type Place, type Writer } from './writer.ts';

export interface RandomProgram extends Program {
  readonly sites: readonly (Expected & { readonly start: number })[];
  /** The program has a `wx` of its own, so that WeChat's cannot be reached. */
  readonly bindsWx: boolean;
}

const kinds = [
  { extension: 'js', typed: false, jsx: false, module: false },
  { extension: 'js', typed: false, jsx: false, module: true },
  { extension: 'ts', typed: true, jsx: false, module: true },
  { extension: 'mjs', typed: false, jsx: false, module: true },
  { extension: 'cjs', typed: false, jsx: false, module: false },
  { extension: 'jsx', typed: false, jsx: true, module: true },
  { extension: 'tsx', typed: true, jsx: true, module: true },
  { extension: 'ts', typed: true, jsx: false, module: false },
] as const;

/** Names that new code would like to have. */
const wanted = [
  'send',
  'fetch',
  'signal',
  'http',
  'json',
  'form',
  'query',
  'payload',
  'requestTask',
  'headerFields',
  'requireUrl',
  'swanSend',
  'signal2',
  'uploadFile',
  'hostOptions',
  'withErrCode',
];

export function writeProgram(head: readonly number[], statements: readonly (readonly number[])[]): RandomProgram {
  const tape = tapeOf(head);
  const kind = kinds[tape.pick(kinds.length)] ?? kinds[0];
  const look: Look = {
    typed: kind.typed,
    jsx: kind.jsx,
    module: kind.module,
    semicolons: !tape.isRare(3),
    quote: tape.of(["'", '"']),
    step: tape.of(['    ', '  ', '\t']),
  };
  const eol = tape.of(['\n', '\n', '\n', '\r\n']);
  const bom = tape.isRare(12) ? '\uFEFF' : '';
  const clashes = wanted.filter(() => tape.isRare(5));
  const bindsWx = tape.isRare(16);
  const expected: Expected[] = [];
  let count = 0;
  const place: Place = {
    depth: 0,
    level: 0,
    isSwanFree: true,
    aliases: [],
    async: kind.module,
    generator: false,
    hasArguments: false,
    inFunction: false,
    indent: '',
  };
  const lines = headOf(tape, look, clashes, bindsWx, bom !== '');
  for (const numbers of statements) {
    const writer: Writer = {
      tape: tapeOf(numbers),
      look,
      clashes,
      expected,
      budget: 10,
      fresh: (stem) => `${stem}${++count}`,
    };
    lines.push(statement(writer, place));
  }
  const text = `${bom}${lines.join('\n')}${tape.isRare(3) ? '' : '\n'}`.replaceAll('\n', eol);
  return { name: 'random program', filename: `program.${kind.extension}`, bindsWx, ...takeMarks(text, expected) };
}

/** What stands above the first statement. */
function headOf(tape: Tape, look: Look, clashes: readonly string[], bindsWx: boolean, hasMark: boolean): string[] {
  const stop = look.semicolons ? ';' : '';
  const q = look.quote;
  const lines: string[] = [];
  if (!hasMark && !look.typed && tape.isRare(12)) lines.push('#!/usr/bin/env node');
  if (tape.isRare(5)) lines.push('/*!', ' * Licence: swan.request()', ' */', '');
  if (tape.isRare(8)) lines.push('// first line');
  if (!look.module && tape.isRare(4)) lines.push(`${q}use strict${q}${stop}`);
  if (look.module && tape.isRare(2)) lines.push(`import thing from ${q}./thing.js${q}${stop}`);
  if (!look.module && tape.isRare(4)) lines.push(`var thing = require(${q}./thing${q})${stop}`);
  if (look.module) lines.push(`export const version = 1${stop}`);
  // Some of the names are bound here; the others are used all the same, as globals.
  for (const name of clashes) if (tape.isRare(2)) lines.push(`let ${name} = version${name.length}${stop}`);
  if (bindsWx) lines.push(`const wx = {}${stop}`);
  return lines;
}
