// In: the pieces of a rewritten text and the original. Out: a version 3 source map.
// Every kept line start, word and sign, and every place where kept and new text meet, leads home: of what another program makes of the
// text, a map through this one leads no further than this one does.

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
      if (piece.from !== undefined && at > 0 && beginsAt(piece.text, at)) mark(piece.from + at);
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

/** A word or a sign does; what is no ASCII is taken for a part of a word, so that no pair of code units is parted. */
function beginsAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  // Spaces lead nowhere; a line is marked where it starts.
  if (unit <= 0x20 || unit === 0xfeff) return false;
  return !isWordUnit(unit) || !isWordUnit(text.charCodeAt(at - 1));
}

function isWordUnit(unit: number): boolean {
  const isDigit = unit >= 0x30 && unit <= 0x39;
  const isLetter = (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
  return isDigit || isLetter || unit === 0x24 || unit === 0x5f || unit >= 0x80;
}
