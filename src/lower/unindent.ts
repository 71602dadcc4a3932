// In: a text, edits over it, and the blocks that lose the `if` around them. Out: the same edits, in which the lines of each
// such block stand one step further to the left: those kept and those that are new.
// Lines within a text or a comment keep their place. Knows nothing of what the edits are for.

import { isParseFailure, parse } from '../syntax/parse.ts';
import { createTree } from '../syntax/tree.ts';
import { contains, splice, type Edit, type Piece, type Span } from '../text/text.ts';
import { verbatimIn } from '../syntax/verbatim.ts';

/** A statement that is left with what stood in its block. */
export interface Unwrapped {
  readonly at: Span;
  readonly inner: Span;
}

/** @param filename decides the language */
export function unindent(text: string, filename: string, edits: readonly Edit[], blocks: readonly Unwrapped[]): Edit[] {
  let all = [...edits];
  // A block within another one is moved first, and then moves along.
  for (const block of [...blocks].sort((a, b) => a.at.end - a.at.start - (b.at.end - b.at.start))) {
    const inside = all.filter(({ at }) => contains(block.at, at));
    const moved = moveBlock(text, filename, inside, block);
    if (moved) all = [...all.filter((edit) => !inside.includes(edit)), moved];
  }
  return all;
}

/** One edit in place of all those inside of the block. */
function moveBlock(
  text: string,
  filename: string,
  inside: readonly Edit[],
  { at, inner }: Unwrapped,
): Edit | undefined {
  const outer = indentAt(text, at.start);
  const own = indentAt(text, inner.start);
  if (own === outer || !own.startsWith(outer)) return undefined;
  const { pieces, text: output } = splice(text, inside);
  const end = output.length - (text.length - at.end);
  const verbatim = verbatimOf(output, filename);
  if (!verbatim) return undefined;
  const parts: (string | Span)[] = [];
  let offset = 0;
  let isLineStart = false;
  let left = 0;
  for (const piece of pieces) {
    let start = 0;
    for (let i = 0; i < piece.text.length; i++, offset++) {
      if (offset < at.start || offset >= end) {
        start = i + 1;
        continue;
      }
      const char = piece.text.charAt(i);
      if (isLineStart)
        left = verbatim.some((span) => span.start < offset && offset <= span.end) ? 0 : own.length - outer.length;
      isLineStart = char === '\n';
      const isSpace = char === ' ' || char === '\t';
      if (left > 0 && isSpace && isBehindOuter(output, offset, outer)) {
        push(parts, piece, start, i);
        start = i + 1;
        left--;
      } else if (!isSpace) left = 0;
    }
    push(parts, piece, start, Math.min(piece.text.length, piece.text.length - Math.max(0, offset - end)));
  }
  return { at, text: parts };
}

/** The part of the line's indentation that the block itself has stays. */
function isBehindOuter(output: string, offset: number, outer: string): boolean {
  return offset - (output.lastIndexOf('\n', offset - 1) + 1) >= outer.length;
}

function push(parts: (string | Span)[], { text, from }: Piece, start: number, end: number): void {
  if (start >= end) return;
  parts.push(from === undefined ? text.slice(start, end) : { start: from + start, end: from + end });
}

function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

function verbatimOf(output: string, filename: string): readonly Span[] | undefined {
  const unit = parse(output, filename);
  if (isParseFailure(unit)) return undefined;
  return verbatimIn(unit, createTree(unit.ast, unit.text))({ start: 0, end: output.length });
}
