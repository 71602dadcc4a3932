// In: a parsed file and edits over it. Out: the file without what the edits cannot have touched, and the question whether it is
// the whole in small: whether, once the edits are made, everything that was left out would be parsed where it was before.
// Knows nothing of swan.

import type { Edit, Span } from '../text/text.ts';
import { EditPlaces, Shifts } from './edit-places.ts';
import { findFrame, standsIn, type FrameNode } from './frame.ts';
import { Hollows } from './hollows.ts';
import type { SourceUnit } from './parse.ts';

export class Reduced {
  /** What leaves out all that can be left out; to be made with the edits. */
  readonly cuts: readonly Edit[];
  /** How much of the file is left out, from 0 to 1. */
  readonly share: number;
  readonly #unit: SourceUnit;
  readonly #frame: FrameNode;

  constructor(unit: SourceUnit, frame: FrameNode, hollows: readonly Span[]) {
    this.#unit = unit;
    this.#frame = frame;
    // `{ old(); }` → `{}`
    this.cuts = hollows.map((at) => ({ at, text: ['{}'] }));
    this.share = hollows.reduce((sum, { start, end }) => sum + end - start, 0) / unit.text.length;
  }

  /**
   * True where the whole loads as well, once its edits are made.
   * @param parsed the text with edits and cuts made
   * @param placed where it has them
   */
  isWholeIn(parsed: SourceUnit, placed: ReadonlyMap<Edit, Span>): boolean {
    const { ast, dialect } = this.#unit;
    const isAlike = parsed.dialect === dialect && parsed.ast.program.sourceType === ast.program.sourceType;
    return isAlike && !hasHtmlComment(parsed.text) && standsIn(parsed.ast.program, this.#frame, new Shifts(placed));
  }
}

/** Nothing where the file has to be read whole. */
export function reduce(unit: SourceUnit, edits: readonly Edit[]): Reduced | undefined {
  const { ast, text } = unit;
  if (unit.regions || unit.hidden || hasHtmlComment(text)) return undefined;
  const hollows = new Hollows(text);
  const frame = findFrame(ast.program, new EditPlaces(edits), hollows);
  return frame && new Reduced(unit, frame, hollows.found);
}

/** A script may have comments that are none in a module, and what is left out may decide which of them the file is. */
function hasHtmlComment(text: string): boolean {
  return text.includes('<!--') || text.includes('-->');
}
