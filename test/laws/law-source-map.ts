// Law 6: the source map leads every kept piece home, and new text to somewhere in the file.
// Columns are counted as engines count them: a byte order mark is none.

import { TraceMap, decodedMappings, traceSegment } from '@jridgewell/trace-mapping';
import { showPlace, type Law, type Subject, type Violations } from './subject.ts';

export const mapsHome: Law = { name: '6 source map', check };

function check({ program, result, layout }: Subject): Violations {
  const map = result.map();
  const violations: string[] = [];
  if (map.version !== 3) violations.push(`the version is ${map.version}`);
  if (map.sources.length !== 1 || map.sources[0] !== program.filename)
    violations.push(`sources: ${String(map.sources)}`);
  if (map.sourcesContent?.[0] !== program.code) violations.push('the map does not hold the original');
  const trace = new TraceMap({ ...map, sources: [...map.sources], names: [...map.names] });
  const input = placesOf(program.code);
  const output = placesOf(result.code);

  for (const at of kept(layout.fromOf, result.code)) {
    const from = layout.fromOf[at] ?? 0;
    const [line, column] = output(at);
    const segment = traceSegment(trace, line, column);
    if (!segment || segment.length === 1) {
      violations.push(`nothing leads home from ${showPlace(result.code, at)}`);
      continue;
    }
    const [homeLine, homeColumn] = input(from);
    const found = [segment[2], segment[3] + column - segment[0]];
    if (found[0] !== homeLine || found[1] !== homeColumn) {
      const wanted = `${homeLine}:${homeColumn}`;
      violations.push(`leads to ${found.join(':')} instead of ${wanted}, output ${showPlace(result.code, at)}`);
    }
  }

  const lines = program.code.split(/\r\n|[\n\r\u2028\u2029]/);
  for (const [line, segments] of decodedMappings(trace).entries()) {
    for (const segment of segments) {
      const home = segment.length === 1 ? undefined : lines[segment[2]];
      if (segment.length > 1 && (home === undefined || (segment[3] ?? 0) > home.length)) {
        violations.push(`line ${line} leads outside the file: ${segment.join(',')}`);
      }
    }
  }
  return violations;
}

/** The first unit of each kept piece, of each line in it, and of each word: where a debugger would stop. */
function* kept(fromOf: Int32Array, code: string): Iterable<number> {
  for (let at = 0; at < code.length; at++) {
    const from = fromOf[at] ?? -1;
    if (from < 0 || code[at] === '\uFEFF' || code[at] === '\n' || code[at] === '\r') continue;
    const isPieceStart = at === 0 || fromOf[at - 1] !== from - 1;
    const isLineStart = code[at - 1] === '\n';
    const isWordStart = /[\w$'"`({[]/.test(code[at] ?? '') && !/[\w$]/.test(code[at - 1] ?? ' ');
    if (isPieceStart || isLineStart || isWordStart) yield at;
  }
}

/** Line and column of an offset, both from 0. */
function placesOf(code: string): (offset: number) => [number, number] {
  const starts = [code.startsWith('\uFEFF') ? 1 : 0];
  for (const match of code.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return [low, offset - (starts[low] ?? 0)];
  };
}
