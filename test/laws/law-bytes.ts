// Law 2: bytes outside the edits are equal, no edit is lost, and no byte of the program is shown twice.
// Every edit belongs to something that was planned: a site, an import of whole lines, or another name of swan.

import { isNode, type Placed, type SyntaxNode } from './syntax.ts';
import { shimImportsOf } from './shim-imports.ts';
import { showPlace, type Law, type Subject, type Violations } from './subject.ts';

export const sameBytes: Law = { name: '2 same bytes', check };

function check({ program, result, layout, options, before }: Subject): Violations {
  const violations = [...layout.faults];
  if (layout.output !== result.code) {
    const at = firstDifference(layout.output, result.code);
    violations.push(`the output is not what the edits ask for, output ${showPlace(result.code, at)}`);
  }
  const isChanged = result.code !== program.code;
  if (isChanged !== (result.status === 'changed')) violations.push(`the status is ${result.status}`);
  if (isChanged !== result.edits.length > 0) violations.push(`there are ${result.edits.length} edits`);
  const rewritten = result.sites.filter((site) => site.verdict !== 'kept');
  const handled = [...rewritten, ...invocationsOf(rewritten, before?.nodes ?? [])];
  const lists = shimImportsOf(before?.nodes ?? [], options.shim ?? './swan-net.js');
  for (const { at, text } of result.edits) {
    const isAtSite = handled.some((site) => site.start <= at.start && at.end <= site.end);
    const isInsertion =
      at.start === at.end && text.every((part) => typeof part === 'string' && /^(?:\s*\n|.*\n$)/s.test(part));
    const isName = /\bswan\b|\b(?:on|send|close|connect)Socket|\b(?:request|uploadFile|downloadFile)\b/;
    const isNaming = isName.test(program.code.slice(at.start, at.end)) || isAlias(program.code.slice(at.start, at.end));
    // `, send` among the names that the file takes from the shim already.
    const isListing =
      /^[\s,]*$/.test(program.code.slice(at.start, at.end)) &&
      lists.some(({ start, end }) => start < at.start && at.end < end);
    if (!isAtSite && !isInsertion && !isNaming && !isListing && options.mark !== true) {
      violations.push(`an edit that belongs to nothing, ${showPlace(program.code, at.start, at.end)}`);
    }
  }
  return violations;
}

/** The source of an alias of an alias: a mere name. */
function isAlias(text: string): boolean {
  return /^(?:const|let|var)?[\s\w$={},.?;]*$/.test(text);
}

type Place = Pick<SyntaxNode, 'start' | 'end'>;

/** `swan.request.call(swan, options)`: what the API is given belongs to its site. */
function invocationsOf(sites: readonly Place[], nodes: readonly Placed[]): Place[] {
  return nodes
    .map(({ node }) => node)
    .filter(({ callee }) => {
      if (!isNode(callee) || !isNode(callee['object']) || !isNode(callee['property'])) return false;
      const { object, property } = callee as SyntaxNode & { object: SyntaxNode; property: SyntaxNode };
      const isMethod = /^(?:call|apply|bind)$/.test(String(property['name'] ?? property['value']));
      return isMethod && sites.some(({ start, end }) => object.start <= start && end <= object.end);
    });
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
