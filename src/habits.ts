// In: a parsed file. Out: what of its text must not be re-indented, and how its literals end.
// Each is found out when it is first asked for. Knows nothing of swan.

import type { SourceUnit } from './parse.ts';
import { eachChild } from './resolve/children.ts';
import type { Node } from './resolve/tree.ts';
import { contains, type Span } from './text.ts';

export interface Habits {
  /** The stretches within a span in which a line break is part of a value or of a comment. */
  readonly verbatim: (span: Span) => readonly Span[];
  /** Most object and array literals over several lines end with a comma. */
  readonly trailingCommas: () => boolean;
}

interface Found {
  readonly verbatim: readonly Span[];
  readonly trailingCommas: boolean;
}

export function habitsOf(unit: SourceUnit): Habits {
  let found: Found | undefined;
  const read = (): Found => (found ??= look(unit));
  return {
    verbatim: (span) => read().verbatim.filter((inner) => contains(span, inner)),
    trailingCommas: () => read().trailingCommas,
  };
}

function look({ ast, text, comments }: SourceUnit): Found {
  const isOverLines = ({ start, end }: Span): boolean => /[\n\u2028\u2029]/.test(text.slice(start, end));
  const verbatim = comments.filter(isOverLines);
  let ended = 0;
  let open = 0;
  const stack: Node[] = [ast.program];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const span = { start: node.start ?? 0, end: node.end ?? 0 };
    if (valuesAsWritten.has(node.type)) {
      if (isOverLines(span)) verbatim.push(span);
    } else if (node.type === 'ObjectExpression' || node.type === 'ArrayExpression') {
      const last = (node.type === 'ObjectExpression' ? node.properties : node.elements).at(-1);
      const behind = last ? text.slice(last.end ?? span.end, span.end) : '';
      if (/\n\s*[\]}]$/.test(behind)) {
        if (/^\s*,/.test(behind)) ended++;
        else open++;
      }
    }
    eachChild(node, (child) => stack.push(child));
  }
  return { verbatim, trailingCommas: ended > open };
}

/** Their text is their value, line breaks and all. */
const valuesAsWritten = new Set(['TemplateElement', 'StringLiteral', 'DirectiveLiteral', 'JSXText']);
