// In: one program before and after. Out: whether a place lies in code that an answered test never comes to: a branch that is
// gone as a whole while the other one is left, or what stood behind a branch that leaves.
// Goes by the tree and the edits; what a test answers is not known to the laws, the executed programs hold it.

import { contains, overlaps, type Edit, type Span } from '../../src/text/text.ts';
import type { Subject } from './subject.ts';
import { isNode, type SyntaxNode } from './syntax.ts';

export function droppedIn({ before, result }: Subject): (place: Span) => boolean {
  const decided =
    before?.nodes.map(({ node }) => node).filter(({ type }) => /^(?:If|Conditional|Logical)/.test(type)) ?? [];
  const gone = result.edits.flatMap((edit) => decided.flatMap((node) => droppedBy(edit, node)));
  return (place) => gone.some((span) => contains(span, place));
}

function droppedBy({ at, text }: Edit, node: SyntaxNode): Span[] {
  const { test, consequent, alternate } = node;
  const isBehind = text.length === 0 && at.start === node.end;
  if (isBehind || (text.length === 0 && contains(at, node))) return [at];
  if (at.start > node.start || at.end !== node.end || !isNode(test) || !isNode(consequent)) return [];
  const isKept = (span: Span): boolean => text.some((part) => typeof part !== 'string' && overlaps(span, part));
  const first: Span = { start: test.end, end: consequent.end };
  const second: Span = { start: consequent.end, end: node.end };
  if (!isNode(alternate)) return [];
  if (isKept(first) && !isKept(second)) return [second];
  return isKept(second) && !isKept(first) ? [first] : [];
}
