// In: the pieces of a rewritten text and the original. Out: a version 3 source map.
// Every kept line start, and every place where kept and new text meet, leads home.

import { GenMapping, addMapping, setSourceContent, toEncodedMap } from '@jridgewell/gen-mapping';
import { indexLines } from './lines.ts';
import type { Piece } from './text.ts';

export interface SourceMap {
  readonly version: 3;
  readonly file?: string | null;
  readonly sources: readonly (string | null)[];
  readonly sourcesContent?: readonly (string | null)[];
  readonly names: readonly string[];
  readonly mappings: string;
}

export function makeMap(pieces: readonly Piece[], original: string, filename: string): SourceMap {
  const map = new GenMapping({ file: filename });
  setSourceContent(map, filename, original);
  const home = indexLines(original);
  let line = 1;
  let column = 0;
  let lastKept = 0;
  for (const piece of pieces) {
    // New text leads to the kept text that it follows, so that a stack trace lands on the site.
    mark(piece.from ?? lastKept);
    for (let at = 0; at < piece.text.length; at++) {
      // A byte order mark is no column, here or there.
      if (piece.text.charCodeAt(at) !== 0xfeff) column++;
      if (piece.text[at] === '\n') {
        line++;
        column = 0;
        if (at + 1 < piece.text.length) mark(piece.from === undefined ? lastKept : piece.from + at + 1);
      }
    }
    if (piece.from !== undefined) lastKept = piece.from + piece.text.length;
  }
  const { version, file, sources, sourcesContent, names, mappings } = toEncodedMap(map);
  return {
    version,
    file: file ?? filename,
    sources,
    ...(sourcesContent ? { sourcesContent } : {}),
    names,
    mappings,
  };

  function mark(offset: number): void {
    const place = home.place(offset);
    addMapping(map, {
      generated: { line, column },
      source: filename,
      original: { line: place.line, column: place.column - 1 },
    });
  }
}
