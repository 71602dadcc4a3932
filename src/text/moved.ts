// In: edits over a text, and what came out of them. Out: where an offset of the text lies in the new one.
// Knows nothing of what the edits are for.

import type { Edit, Piece } from './text.ts';

export interface Moved {
  readonly edits: readonly Edit[];
  readonly pieces: readonly Piece[];
}

/**
 * @param side what is inserted at the very place of a start stands behind it, and of an end before it: so the new place
 * of a stretch holds what was written into it
 */
export function movedTo({ edits, pieces }: Moved, offset: number, side: 'start' | 'end'): number {
  if (edits.some(({ at }) => at.start < offset && offset < at.end)) return withinEdit(pieces, offset);
  let moved = offset;
  for (const edit of edits) {
    const { start, end } = edit.at;
    const isBefore =
      side === 'start'
        ? end <= offset && (start < offset || start === 0) && !(start === offset && end > start)
        : start < offset || end <= offset;
    if (isBefore) moved += growthOf(edit);
  }
  return moved;
}

/** Where the text at the offset was kept, it is there; otherwise behind the last text before it that was. */
function withinEdit(pieces: readonly Piece[], offset: number): number {
  let out = 0;
  let best = { from: -1, at: 0 };
  for (const { text, from } of pieces) {
    if (from !== undefined && from <= offset && best.from < from) {
      best = { from, at: out + Math.min(text.length, offset - from) };
    }
    out += text.length;
  }
  return best.at;
}

/** By how much the text grows; of what is kept, other edits have their own say. */
export function growthOf({ at, text }: Edit): number {
  const length = text.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : part.end - part.start), 0);
  return length - (at.end - at.start);
}
