// In: the sites of a file that stay as they are. Out: edits that write a comment above each, for `--mark`.
// A site that has its comment already gets no second one. Knows nothing of why a site was kept but the code.

import type { LoweredSite } from './lower.ts';
import type { SourceUnit } from './parse.ts';
import type { Edit } from './text.ts';

/** `// TODO(cygnet: code)` above the line of each kept site, where a line can be put in between. */
export function markEdits(unit: SourceUnit, sites: readonly LoweredSite[], eol: string): Edit[] {
  const { text } = unit;
  const edits = new Map<number, Edit>();
  for (const { verdict, notes, at } of sites) {
    const code = notes[0]?.code;
    if (verdict !== 'kept' || code === undefined || code === 'declined') continue;
    const start = Math.max(text.lastIndexOf('\n', at.start - 1) + 1, text.charCodeAt(0) === 0xfeff ? 1 : 0);
    const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
    const comment = `// TODO(cygnet: ${code})`;
    const isMarked = text.slice(0, start).trimEnd().endsWith(comment);
    if (isMarked || start < unit.hashbangEnd || isInText(unit.ast.program, start)) continue;
    edits.set(start, { at: { start, end: start }, text: [indent + comment + eol] });
  }
  return [...edits.values()];
}

interface SyntaxNode {
  readonly type: string;
  readonly start?: number | null;
  readonly end?: number | null;
}

const textTypes = new Set(['TemplateElement', 'JSXText', 'StringLiteral', 'DirectiveLiteral']);

/** A line that begins inside a template, a string or JSX text would take the comment for its own. */
function isInText(node: SyntaxNode, offset: number): boolean {
  if ((node.start ?? 0) >= offset || (node.end ?? 0) <= offset) return false;
  if (textTypes.has(node.type)) return true;
  return Object.values(node).some((child: unknown) =>
    (Array.isArray(child) ? child : [child]).some((one) => isSyntax(one) && isInText(one, offset)),
  );
}

function isSyntax(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
