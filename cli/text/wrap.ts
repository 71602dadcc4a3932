// In: a text and the columns that there are. Out: its lines, broken where one may break them: at spaces, and in Chinese between
// characters, where no line begins with what closes or ends with what opens. A word that is longer than a line stays whole, so
// that a path or an address can be copied. Colours have no width.
// Knows nothing of terminals.

import stringWidth from 'fast-string-width';

/** @param first how many columns the first line has, when something stands before it */
export function wrap(text: string, columns: number, first = columns): string[] {
  const lines: string[] = [''];
  let room = first;
  for (const { piece, space } of piecesOf(text)) {
    const line = lines.at(-1) ?? '';
    const gap = line === '' ? '' : space;
    if (line !== '' && gap.length + stringWidth(piece) > room) {
      lines[lines.length - 1] = line.trimEnd();
      lines.push(piece);
      room = columns - stringWidth(piece);
    } else {
      lines[lines.length - 1] = line + gap + piece;
      room -= gap.length + stringWidth(piece);
    }
  }
  return lines;
}

interface Piece {
  readonly piece: string;
  /** What stands before it on a line. */
  readonly space: string;
}

/** A number stays with what it counts. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const word of text.split(' ')) {
    const last = pieces.at(-1);
    const isCounted = last !== undefined && /^[（(]?\d+$/.test(last.piece);
    for (const [i, piece] of breakable(word).entries()) {
      if (i === 0 && isCounted) pieces[pieces.length - 1] = { ...last, piece: `${last.piece} ${piece}` };
      else pieces.push({ piece, space: i === 0 ? ' ' : '' });
    }
  }
  return pieces;
}

/** `用fetch。好` → `用`, `fetch。`, `好` */
function breakable(word: string): string[] {
  if (!wide.test(word)) return [word];
  const pieces: string[] = [];
  let before = '';
  for (const unit of word.match(units) ?? []) {
    const isColour = unit.startsWith('\x1b');
    const isGlued = isColour || before === '' || !mayBreak(before, unit);
    if (isGlued) pieces.push((pieces.pop() ?? '') + unit);
    else pieces.push(unit);
    if (!isColour) before = unit;
  }
  return pieces;
}

/** A colour, or a character. */
const units = /\x1b\[[\d;]*m|./gsu;

/** Characters that a line may be broken before and after. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;
const closes = /[\p{Pe}\p{Pf}，。、；：？！,.;:?!%％…—～·"'’”]/u;
const opens = /[\p{Ps}\p{Pi}"'‘“]/u;

function mayBreak(before: string, after: string): boolean {
  return (wide.test(before) || wide.test(after)) && !closes.test(after) && !opens.test(before);
}
