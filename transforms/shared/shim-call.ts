// In: a call or a value. Out: the edits that make it a call of the same shape to a function of the shim.
// Touches the callee only; the arguments stay as they are. Knows nothing of what the function does.

import type { NetworkCall, NetworkValue } from '../../src/ir.ts';
import type { Tools } from '../../src/target.ts';
import type { Edit, Span, Template } from '../../src/text.ts';

/** `swan.request` becomes `request`; a comment inside the callee stays in front of it. */
export function shimCallee(call: NetworkCall, tools: Tools, name: string): Edit {
  return { at: call.callee, text: [...commentsIn(call, call.callee), tools.shim(name)] };
}

/** Adds an argument behind the options. */
export function secondArgument(options: Span, text: string): Edit {
  return { at: { start: options.end, end: options.end }, text: [`, ${text}`] };
}

/** `promisify(swan.request)` becomes `promisify(request)`; a `swan` given as `this` becomes undefined. */
export function shimValue(value: NetworkValue, tools: Tools, name: string): Edit[] {
  const edits: Edit[] = [
    { at: value.at, text: [value.isShorthand ? `${tools.text(value.at)}: ` : '', tools.shim(name)] },
  ];
  if (value.receiver) edits.push({ at: value.receiver, text: ['undefined'] });
  return edits;
}

function commentsIn(call: NetworkCall, span: Span): Template {
  return call.comments
    .filter((comment) => span.start <= comment.start && comment.end <= span.end)
    .flatMap((comment) => [comment, ' ']);
}
