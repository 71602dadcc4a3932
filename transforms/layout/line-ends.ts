// In: a template and a comment. Out: the template with the comment at the end of one of its lines, where it can stand
// without a change of anything else; or nothing. Knows nothing of what the text means.

import { isLineComment, needsOwnLine } from '../../src/text/comments.ts';
import type { Draft, Tools } from '../../src/target.ts';
import { contains, isSpan, type Span } from '../../src/text/text.ts';

/** A place in a template: in the part that shows the unit before `offset`, or else at the part `index`. */
export interface Anchor {
  readonly index: number;
  readonly offset: number;
}

/** The end of the line that `from` lies on. Nothing where that line has a line comment or is the last. */
export function insertAtLineEnd(template: Draft, comment: Span, from: Anchor, tools: Tools): Draft | undefined {
  if (needsOwnLine(tools.source, comment)) return undefined;
  const unit = { start: from.offset - 1, end: from.offset };
  const shown = template.findIndex(
    (part, index) => index >= from.index && isSpan(part) && from.offset > 0 && contains(part, unit),
  );
  for (let index = Math.max(from.index, shown); index < template.length; index++) {
    const part = template[index];
    if (part === undefined) break;
    if (typeof part === 'string') {
      const at = /\r?\n/.exec(part)?.index;
      if (at === undefined) continue;
      const before = at === 0 ? template[index - 1] : undefined;
      if (before !== undefined && isSpan(before) && endsInLineComment(before, tools)) return undefined;
      return [
        ...template.slice(0, index),
        part.slice(0, at),
        ' ',
        comment,
        part.slice(at),
        ...template.slice(index + 1),
      ];
    }
    if (!isSpan(part)) continue;
    const start = index === shown ? from.offset : part.start;
    const at = /\r?\n/.exec(tools.text({ start, end: part.end }))?.index;
    if (at === undefined) continue;
    const head = { start: part.start, end: start + at };
    const isFixed = tools.verbatim(part).some((fixed) => fixed.start < head.end + 1 && head.end < fixed.end);
    if (isFixed || tools.holdsSite(part) || endsInLineComment(head, tools)) return undefined;
    const rest = { start: head.end, end: part.end };
    return [...template.slice(0, index), head, ' ', comment, rest, ...template.slice(index + 1)];
  }
  return undefined;
}

function endsInLineComment(span: Span, tools: Tools): boolean {
  const last = tools.comments(span).at(-1);
  return last !== undefined && last.end === span.end && isLineComment(tools.source, last);
}
