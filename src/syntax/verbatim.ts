// In: a parsed file. Out: the stretches of its text that must not be re-indented.
// Goes down only to where it is asked. Knows nothing of swan.

import type { SourceUnit } from './parse.ts';
import { endOf, reachOf, type Node, type Tree } from './tree.ts';
import { within } from '../text/sorted.ts';
import { contains, overlaps, type Span } from '../text/text.ts';

/** The stretches within a span in which a line break is part of a value or of a comment. */
export function verbatimIn({ text, comments }: SourceUnit, tree: Tree): (span: Span) => readonly Span[] {
  const isBroken = ({ start, end }: Span): boolean => /[\n\u2028\u2029]/.test(text.slice(start, end));
  return (span) => {
    // Most values stand on one line.
    if (!isBroken(span)) return [];
    const found = within(comments, span);
    tree.walk(tree.program, (node) => {
      const own = { start: reachOf(node), end: endOf(node) };
      if (!overlaps(own, span)) return false;
      if (isValueAsWritten(node) && contains(span, own)) found.push(own);
      return true;
    });
    return found.filter(isBroken);
  };
}

/** Its text is its value, line breaks and all. */
export function isValueAsWritten({ type }: Node): boolean {
  return valuesAsWritten.has(type);
}

const valuesAsWritten = new Set(['TemplateElement', 'StringLiteral', 'DirectiveLiteral', 'JSXText']);
