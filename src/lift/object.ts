// In: an object literal. Out: its entries in source order, each with the comments that belong to it.
// Commas are found in the text, as the tree has none. Knows nothing of swan.

import type { ObjectExpression } from '@babel/types';
import { isLineComment } from '../text/comments.ts';
import type { Callback, OptionEntry, Expression, ObjectLiteral } from '../ir.ts';
import { once } from '../once.ts';
import { findKey, skipParentheses } from '../syntax/constant.ts';
import { spanOf } from '../syntax/positions.ts';
import { endOf, startOf, type Node } from '../syntax/tree.ts';
import type { Span } from '../text/text.ts';
import { callbackOf } from './callback.ts';
import { skipGap, type Context } from './context.ts';
import { expressionOf } from './expression.ts';
import { promisedTo } from './promised.ts';

export function objectOf(context: Context, node: ObjectExpression): ObjectLiteral {
  const entries: OptionEntry[] = [];
  const close = endOf(node) - 1;
  let from = startOf(node) + 1;
  for (const property of node.properties) {
    const lead = skipGap(context, from, startOf(property));
    const behind = behindEntry(context, endOf(property), close);
    entries.push({
      ...partsOf(context, property),
      at: spanOf(property),
      block: { start: lead.comments[0]?.start ?? startOf(property), end: endOf(property) },
      trailing: behind.trailing,
      comma: behind.comma,
    });
    from = behind.next;
  }
  return { at: spanOf(node), entries, plain: isPlain(entries) };
}

function isPlain(entries: readonly OptionEntry[]): boolean {
  const keys = new Set<string>();
  for (const { form, key } of entries) {
    if (form !== 'value' && form !== 'shorthand' && form !== 'method') return false;
    if (key === undefined || key === '__proto__' || keys.has(key)) return false;
    keys.add(key);
  }
  return true;
}

interface Behind {
  readonly trailing: Span;
  readonly comma: boolean;
  /** Where what belongs to the next entry begins. */
  readonly next: number;
}

/** What stands behind an entry: comments, its comma, and the comments at the end of that line. */
function behindEntry(context: Context, end: number, close: number): Behind {
  const { text } = context;
  const before = skipGap(context, end, close);
  const comma = text.charAt(before.end) === ',' && before.end < close;
  if (!comma) {
    // Of the comments in front of the closing brace, those that begin on the entry's own line are its own.
    const own = onSameLine(context, before.comments, end);
    return { trailing: own ?? { start: end, end }, comma, next: before.end };
  }
  const first = before.comments[0];
  const last = before.comments.at(-1);
  const afterComma = before.end + 1;
  if (first && last) return { trailing: { start: first.start, end: last.end }, comma, next: afterComma };
  const after = skipGap(context, afterComma, close);
  const own = onSameLine(context, after.comments, afterComma);
  const isLineEnd =
    own !== undefined &&
    (after.end === close || /[\r\n]/.test(text.slice(own.end, after.end)) || isLineComment(text, own));
  if (!isLineEnd) return { trailing: { start: end, end }, comma, next: afterComma };
  return { trailing: own, comma, next: own.end };
}

/** The run of comments that begins on the line of `from`. */
function onSameLine({ text }: Context, comments: readonly Span[], from: number): Span | undefined {
  let run: Span | undefined;
  let at = from;
  for (const comment of comments) {
    if (/[\r\n\u2028\u2029]/.test(text.slice(at, comment.start))) break;
    run = { start: run?.start ?? comment.start, end: comment.end };
    at = comment.end;
  }
  return run;
}

function partsOf(
  context: Context,
  property: ObjectExpression['properties'][number],
): Pick<OptionEntry, 'form' | 'key' | 'keyAt' | 'value' | 'promised'> {
  if (property.type === 'SpreadElement') {
    const start = startOf(property);
    return { form: 'spread', keyAt: { start, end: start + 3 }, value: expressionOf(context, property.argument) };
  }
  const key = findKey(property, context.names);
  const named = key === undefined ? {} : { key };
  const keyAt = keySpan(context, property);
  const given = key === 'success' ? (property.type === 'ObjectMethod' ? property : property.value) : undefined;
  const promised = given && promisedTo(context, given);
  const told = { ...named, ...(promised ? { promised } : {}) };
  if (property.type === 'ObjectMethod') {
    const form = property.kind === 'get' ? 'getter' : property.kind === 'set' ? 'setter' : 'method';
    return { form: key === undefined ? 'computed' : form, ...told, keyAt, value: new MethodValue(context, property) };
  }
  const form = key === undefined ? 'computed' : property.shorthand ? 'shorthand' : 'value';
  return { form, ...told, keyAt, value: expressionOf(context, property.value) };
}

/** The key as written, from `[` to `]` when it is computed. */
function keySpan(context: Context, property: Node & { readonly key: Node; readonly computed?: boolean }): Span {
  const at = spanOf(property.key);
  if (!property.computed) return at;
  // In front of the bracket stand nothing but words such as `async` and `get`, a star, and comments.
  let start = startOf(property);
  while (context.text.charAt(start) !== '[' && start < at.start) {
    start = Math.max(start + 1, skipGap(context, start, at.start).end);
  }
  return { start, end: skipGap(context, at.end, endOf(property)).end + 1 };
}

/** A method has no value that could be cut out, and nothing to be evaluated. */
class MethodValue implements Expression {
  readonly at: Span;
  readonly effect: Expression['effect'];
  readonly stable: boolean;
  readonly type: Expression['type'];
  readonly constant = undefined;
  readonly choices = undefined;
  readonly prefix = undefined;
  readonly name = undefined;
  readonly isOnlyRead = false;
  readonly mayThrow = false;
  readonly suspends = false;
  readonly mayBeEmpty = false;
  readonly jsonSafe = false;
  readonly object = undefined;
  readonly array = undefined;
  readonly #callback: () => Callback | undefined;

  constructor(context: Context, method: Node & { type: 'ObjectMethod' }) {
    const isMethod = method.kind === 'method';
    this.at = spanOf(method);
    this.effect = isMethod ? 'none' : 'effects';
    this.stable = isMethod;
    this.type = isMethod ? 'function' : 'unknown';
    this.#callback = once(() => (isMethod ? callbackOf(context, method) : undefined));
  }

  get callback(): Callback | undefined {
    return this.#callback();
  }
}

/** The object literal that an expression is, through parentheses and casts. */
export function findObject(context: Context, node: Node): ObjectLiteral | undefined {
  const inner = skipParentheses(node);
  return inner.type === 'ObjectExpression' ? objectOf(context, inner) : undefined;
}
