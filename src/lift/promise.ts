// In: a call. Out: the `new Promise(…)` around it, when its executor holds nothing but that call.
// Where anything else could see the difference there is no wrapper. Knows nothing of targets.

import type { PromiseWrapper } from '../ir.ts';
import { doesNothing, settlingOf } from './settling.ts';
import { skipParentheses } from '../syntax/constant.ts';
import { spanOf } from '../syntax/positions.ts';
import type { Node } from '../syntax/tree.ts';
import { within } from '../text/sorted.ts';
import { contains, type Span } from '../text/text.ts';
import { ownWords } from './callback.ts';
import { indentAt, type Context } from './context.ts';

/** `callbacks` are the spans in which the executor's functions may be used; `options` is the literal, if there is one. */
export function findPromise(
  context: Context,
  call: Node,
  callbacks: readonly Span[],
  options: Node | undefined,
): PromiseWrapper | undefined {
  const { tree, names } = context;
  const executor = executorOf(context, call);
  if (!executor) return undefined;
  const link = tree.link(executor);
  const outer = link?.parent;
  if (outer?.type !== 'NewExpression' || link?.key !== 'arguments' || outer.arguments.length !== 1) return undefined;
  const callee = skipParentheses(outer.callee);
  if (callee.type !== 'Identifier' || callee.name !== 'Promise' || !names.isFree(callee)) return undefined;
  const [resolve, reject, third] = executor.params;
  if (resolve?.type !== 'Identifier' || third || (reject && reject.type !== 'Identifier')) return undefined;
  for (const param of executor.params) {
    const binding = names.bindingOf(param);
    if (!binding || binding.writes.length > 0 || binding.declarations.length !== 1) return undefined;
    if (!binding.reads.every((read) => callbacks.some((span) => contains(span, spanOf(read))))) return undefined;
  }
  const at = spanOf(outer);
  const success = settlingOf(context, options, 'success', resolve.name);
  const fail = reject && settlingOf(context, options, 'fail', reject.name);
  return {
    at,
    resolve: resolve.name,
    ...(reject ? { reject: reject.name } : {}),
    indent: indentAt(context, at.start),
    isTyped: (outer.typeParameters ?? outer.typeArguments ?? undefined) !== undefined,
    comments: within(context.comments, at),
    endsInNothing: doesNothing(context, options, 'complete'),
    ...(success ? { success } : {}),
    ...(fail ? { fail } : {}),
  };
}

type Executor = Node & { type: 'ArrowFunctionExpression' | 'FunctionExpression' };

/** The plain function whose whole body is the call. */
function executorOf(context: Context, call: Node): Executor | undefined {
  const { tree } = context;
  let top = call;
  let parent = tree.parent(top);
  while (parent?.type === 'ParenthesizedExpression') {
    top = parent;
    parent = tree.parent(top);
  }
  if (parent?.type === 'ExpressionStatement' || parent?.type === 'ReturnStatement') {
    const block = tree.parent(parent);
    if (block?.type !== 'BlockStatement' || block.body.length !== 1 || block.directives.length > 0) return undefined;
    parent = tree.parent(block);
  } else if (parent?.type !== 'ArrowFunctionExpression') {
    return undefined;
  }
  if (parent?.type !== 'ArrowFunctionExpression' && parent?.type !== 'FunctionExpression') return undefined;
  if (parent.async || parent.generator) return undefined;
  if (parent.type === 'FunctionExpression') {
    // Without the function around them, these would mean something else.
    const own = ownWords(context, parent);
    if (own.usesThis || own.usesArguments || parent.id) return undefined;
  }
  return parent;
}
