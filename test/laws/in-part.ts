// In: a program that parses, and edits over it, whatever they break. Out: whether what they can have touched loads, and whether
// the whole does; and all the places where an edit can stand.

import { loadsInPart } from '../../src/reread.ts';
import { eachChild } from '../../src/syntax/children.ts';
import { isParseFailure, parse, parseOutput, type SourceUnit } from '../../src/syntax/parse.ts';
import { reduce, type Reduced } from '../../src/syntax/reduced.ts';
import { endOf, startOf, type Node } from '../../src/syntax/tree.ts';
import { splice, type Edit, type Span } from '../../src/text/text.ts';

export interface Loaded {
  readonly inPart: boolean;
  /** Asked only where the part loads: of what does not, the whole decides. */
  readonly whole: boolean;
}

export function parsed(code: string, filename: string): SourceUnit {
  const unit = parse(code, filename);
  if (isParseFailure(unit)) throw new Error(`${filename} does not parse: ${unit.message}`);
  return unit;
}

/** @param isWholeIn what decides that a part is the whole in small; a test plants its fault there */
export function loaded(unit: SourceUnit, edits: readonly Edit[], isWholeIn?: Reduced['isWholeIn']): Loaded {
  const { text: code, filename } = unit;
  const reduced = reduce(unit, edits);
  const looked = reduced && isWholeIn ? { cuts: reduced.cuts, isWholeIn } : reduced;
  const inPart = looked !== undefined && loadsInPart({ code, filename }, looked, edits);
  return { inPart, whole: inPart && !isParseFailure(parseOutput(splice(code, edits).text, code, filename)) };
}

/** Every node, and what lies before and behind it. */
export function placesIn({ ast, text }: SourceUnit): readonly Span[] {
  const found = new Map<string, Span>();
  const note = (start: number, end: number): void => void found.set(`${start} ${end}`, { start, end });
  const waiting: Node[] = [ast.program];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const [start, end] = [startOf(node), endOf(node)];
    note(start, end);
    note(start, start);
    note(end, end);
    if (start < end) note(start, start + 1);
    if (start < end) note(end - 1, end);
    eachChild(node, (child) => void waiting.push(child));
  }
  note(0, 0);
  note(text.length, text.length);
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
