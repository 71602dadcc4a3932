// In: a call or a value. Out: the edits that make it a call of the same shape to a function of the shim.
// Touches the callee only; the arguments stay as they are. Knows nothing of what the function does.

import { commentBehind } from '../../src/text/comments.ts';
import type { NetworkCall, NetworkValue } from '../../src/ir.ts';
import type { DraftEdit, Tools } from '../../src/target.ts';
import { contains, type Edit, type Span, type Template } from '../../src/text/text.ts';

/** `swan.request` becomes `request`; a comment inside the callee comes behind it, where a line break breaks nothing. */
export function shimCallee(call: NetworkCall, tools: Tools, name: string): DraftEdit {
  return { at: call.callee, text: [tools.shim(name), ...commentsIn(call, tools)] };
}

/** Adds an argument behind the options. */
export function secondArgument(options: Span, text: string): Edit {
  return { at: { start: options.end, end: options.end }, text: [`, ${text}`] };
}

/** `promisify(swan.request)` becomes `promisify(request)`; a `swan` given as `this` becomes undefined. */
export function shimValue(value: NetworkValue, tools: Tools, name: string): DraftEdit[] {
  const key = value.isShorthand ? tools.text(value.at) : undefined;
  const edits: DraftEdit[] = [{ at: value.at, text: [tools.shim(name, key)] }];
  if (value.receiver) edits.push({ at: value.receiver, text: ['undefined'] });
  return edits;
}

function commentsIn({ callee, comments }: NetworkCall, tools: Tools): Template {
  return comments
    .filter((comment) => contains(callee, comment))
    .flatMap((comment) => commentBehind(tools.source, comment, tools.eol));
}
