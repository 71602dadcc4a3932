// In: a parsed file. Out: the stretches of its text that must not be re-indented.
// Finds them when it is first asked. Knows nothing of swan.

import type { SourceUnit } from './parse.ts';
import { spanOf } from './positions.ts';
import type { Node, Tree } from './tree.ts';
import { contains, type Span } from '../text/text.ts';

/** The stretches within a span in which a line break is part of a value or of a comment. */
export function verbatimIn({ text, comments }: SourceUnit, tree: Tree): (span: Span) => readonly Span[] {
  let found: readonly Span[] | undefined;
  return (span) => (found ??= findAll()).filter((inner) => contains(span, inner));

  function findAll(): readonly Span[] {
    const spans: Span[] = [...comments];
    tree.walk(tree.program, (node) => {
      if (isValueAsWritten(node)) spans.push(spanOf(node));
    });
    return spans.filter(({ start, end }) => /[\n\u2028\u2029]/.test(text.slice(start, end)));
  }
}

/** Its text is its value, line breaks and all. */
export function isValueAsWritten({ type }: Node): boolean {
  return valuesAsWritten.has(type);
}

const valuesAsWritten = new Set(['TemplateElement', 'StringLiteral', 'DirectiveLiteral', 'JSXText']);
