// In: a small program. Out: what is recognised in it, in words that a table of cases can hold.
// Every case is read twice: as it stands, and behind a prelude that shifts all offsets and forces the whole-file index.

import { expect } from 'vitest';
import { lift, type Lifted } from '../../src/lift/lift.ts';
import { isParseFailure, parse, type SourceUnit } from '../../src/syntax/parse.ts';
import { resolve, type Facts, type Resolution } from '../../src/resolve/resolve.ts';
import type { Span } from '../../src/text/text.ts';

export interface Found {
  readonly unit: SourceUnit;
  readonly resolution: Resolution;
  readonly lifted: Lifted;
  text(span: Span): string;
}

export function find(code: string, filename = 'a.js', facts?: Facts): Found {
  const unit = parse(code, filename);
  if (isParseFailure(unit)) throw new Error(`${unit.line}:${unit.column} ${unit.message} in ${code}`);
  const resolution = resolve(unit, facts);
  const lifted = lift(unit, resolution);
  return { unit, resolution, lifted, text: (span) => code.slice(span.start, span.end) };
}

/** One line for each place: `request global`, `value uploadFile destructured`, `kept request mixed-host`. */
export function sitesIn(code: string, filename?: string, facts?: Facts): string[] {
  const plain = listOf(find(code, filename, facts));
  // An escape in the text makes words invisible to a search, so every word is looked up in the index.
  const indexed = listOf(find(`${code}\n;'\\u0041';`, filename, facts));
  expect(indexed).toEqual(plain);
  return plain;
}

function listOf({ resolution, lifted }: Found): string[] {
  const lines: [number, string][] = [
    ...lifted.calls.map(({ at, api, through }): [number, string] => [at.start, `${api} ${through}`]),
    ...lifted.values.map(({ at, api, through }): [number, string] => [at.start, `value ${api} ${through}`]),
    ...resolution.kept.map(({ at, api, code }): [number, string] => [at.start, `kept ${api} ${code}`]),
  ];
  return lines.sort((a, b) => a[0] - b[0]).map(([, line]) => line);
}
