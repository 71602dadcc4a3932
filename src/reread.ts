// In: a program, and the text that was written of it. Out: whether that text loads where the program does, and whether anything
// is left in it for a second run.
// Parses what the edits can have touched, and the whole where that does not tell. Knows no target.

import type { ProgramParts, ReadProgram } from './read.ts';
import { mayBeRewritten } from './resolve/scan.ts';
import { isParseFailure, parseOutput, parseReduced, type ParseFailure, type SourceUnit } from './syntax/parse.ts';
import type { Reduced } from './syntax/reduced.ts';
import { splice, type Edit } from './text/text.ts';

export interface Reread {
  /** The text as a whole, where it was parsed. */
  readonly unit?: SourceUnit;
  /** Its words alone tell that a second run has nothing to do. */
  readonly isDone: boolean;
}

/** Of a short file, and of one that the edits reach nearly everywhere, the whole costs no more. */
const [shortest, leastLeftOut] = [2000, 0.25];

export function reread(
  program: ReadProgram,
  parts: ProgramParts,
  { edits, text, shim }: { readonly edits: readonly Edit[]; readonly text: string; readonly shim: () => string },
): Reread | ParseFailure {
  const { code, filename, options } = program;
  const isDone = (options.facts?.modules.size ?? 0) === 0 && !mayBeRewritten(text, shim);
  // Where there is a second run it reads the whole.
  const reduced = isDone && code.length >= shortest ? parts.reduce(edits) : undefined;
  if (reduced && reduced.share >= leastLeftOut && loadsInPart(program, reduced, edits)) return { isDone };
  const unit = parseOutput(text, code, filename);
  return isParseFailure(unit) ? unit : { unit, isDone };
}

/** True where what the edits can have touched loads, and is the whole in small. */
export function loadsInPart(
  { code, filename }: Pick<ReadProgram, 'code' | 'filename'>,
  reduced: Pick<Reduced, 'cuts' | 'isWholeIn'>,
  edits: readonly Edit[],
): boolean {
  const { text, placed } = splice(code, [...edits, ...reduced.cuts]);
  const unit = parseReduced(text, filename);
  return unit !== undefined && reduced.isWholeIn(unit, placed);
}
