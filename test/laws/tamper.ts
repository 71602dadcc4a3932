// In: a rewrite. Out: the same rewrite with one fault planted in its result.
// The result stays consistent with its edits where the fault is in the edits, as a real one would be.

import { makeMap } from '../../src/text/source-map.ts';
import { splice, type Edit, type Span, type Template } from '../../src/text/text.ts';
import { rewrite as ownRewrite } from '../../src/index.ts';
import type { Rewrite, Output } from './subject.ts';

/** Other edits, and the text and the map that follow from them. */
export function withEdits(change: (edits: readonly Edit[], code: string) => readonly Edit[]): Rewrite {
  return (code, options) => {
    const result = ownRewrite(code, options);
    if (result.status !== 'changed') return result;
    const edits = change(result.edits, code);
    const spliced = splice(code, edits);
    const isChanged = spliced.text !== code;
    return {
      ...result,
      status: isChanged ? 'changed' : 'unchanged',
      edits,
      code: spliced.text,
      map: () => makeMap(spliced.pieces, code, options.filename ?? 'program.js'),
    };
  };
}

export function withResult(change: (result: Output, code: string) => Partial<Output>): Rewrite {
  return (code, options) => {
    const result = ownRewrite(code, options);
    return { ...result, ...change(result, code) };
  };
}

/** The same fault in the spans or the new text of every template. */
export function inTemplates(
  change: (part: string | Span, code: string) => Template,
): (edits: readonly Edit[], code: string) => Edit[] {
  return (edits, code) => edits.map((edit) => ({ at: edit.at, text: edit.text.flatMap((part) => change(part, code)) }));
}

export function isWithin(edit: Edit, edits: readonly Edit[]): boolean {
  return edits.some((other) => other !== edit && other.at.start <= edit.at.start && edit.at.end <= other.at.end);
}
