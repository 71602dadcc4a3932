// In: a file, the options of the run and a site. Out: the way a target looks at the text around that site and asks for names.
// Knows nothing of what a target does with it.

import type { AliasDeclaration } from '../resolve/resolve.ts';
import { findOptionQuote, quoteAt } from '../lift/formatting.ts';
import type { Tools } from '../target.ts';
import { contains, type Span } from '../text/text.ts';
import type { LowerInput, LowerOptions } from './lower.ts';
import { printConstant } from './print.ts';

export function makeTools(
  { unit, style, names, resolution, lifted }: LowerInput,
  options: LowerOptions,
  verbatim: Tools['verbatim'],
  own: Span,
  moving: ReadonlySet<AliasDeclaration>,
): Tools {
  const written = lifted.calls.find((call) => call.at === own)?.options;
  const quote = (written?.kind === 'literal' && findOptionQuote(written.object, unit.text)) || style.quote;
  return {
    style: options.style,
    sockets: options.sockets,
    unwrap: options.unwrap,
    source: unit.text,
    text: (span) => unit.text.slice(span.start, span.end),
    eol: style.eol,
    step: style.step,
    spacedBraces: style.spacedBraces,
    trailingCommas: style.trailingCommas,
    arrowParentheses: style.arrowParentheses,
    quote: (value, like) => printConstant(value, (like && quoteAt(unit.text, like.start)) ?? quote),
    shim: (name, key) => ({ shim: name, ...(key !== undefined && { key }) }),
    global: (name) => (names.isBoundAt(name, own) ? `globalThis.${name}` : name),
    hides: (name) => names.isBoundAt(name, own) && names.isBoundAt('globalThis', own),
    free: (wanted) => names.find(wanted, own),
    comments: (span) => unit.comments.filter((comment) => contains(span, comment)),
    verbatim,
    holdsSite: (span) =>
      lifted.calls.some((call) => call.at !== own && contains(span, call.at)) ||
      [...lifted.values, ...resolution.kept, ...resolution.guards, ...resolution.types].some(({ at }) =>
        contains(span, at),
      ) ||
      resolution.aliases.some(({ declaration }) => contains(span, declaration)),
    calls: lifted.calls,
    isRehosted: (at) => [...moving].some(({ references }) => references.some((one) => contains(at, one.at))),
    typescript: unit.typescript,
  };
}
