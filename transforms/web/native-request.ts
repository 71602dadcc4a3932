// In: a request and the way one target spells its own call. Out: `send(signal => fetch(…), { … })`, or the question that was
// answered with no, when only a call of the same shape is right. Rules: R5 to R11, R17, R19.
// Knows the shim's helpers by name, and nothing of what a target's call looks like.

import type { OptionEntry, Expression, NetworkCall, ObjectLiteral, Settling } from '../../src/ir.ts';
import type { Denial, Draft, Lowered, Tools } from '../../src/target.ts';
import { contains, type Span } from '../../src/text/text.ts';
import { layOutCall, withRoom, type TargetCall } from '../layout/call-layout.ts';
import { handlersOf } from './handlers.ts';
import { ignoredEntries, runningEdits } from '../shared/ignored-options.ts';
import { leadAt } from '../layout/indentation.ts';
import {
  belongsTo,
  commentItems,
  homeless,
  moveLayout,
  readLayout,
  renameEntry,
  type Item,
  type Layout,
} from '../layout/object-layout.ts';
import { readNative, type NativeCall } from './native-parts.ts';
import { findRequestParts, keepsOrder, type RequestParts } from './request-parts.ts';
import { firstLineOf, isOneLine, lineBefore, maxLine, widthOf } from '../layout/widths.ts';

/** How one target spells a request. */
export interface Spelling {
  /** What it calls by its global name. */
  readonly globals: readonly string[];
  readonly call: (native: NativeCall, tools: Tools) => TargetCall;
  /** The expressions of the call in the order in which they run. */
  readonly order: (parts: RequestParts) => readonly Expression[];
  /** Without a body, even an empty one, the content type of the program would not be sent. */
  readonly needsBody: boolean;
}

export function findNativeRequest(call: NetworkCall, tools: Tools, spelling: Spelling): Lowered | Denial {
  const parts = findRequestParts(call);
  if ('question' in parts) return parts;
  const hidden = spelling.globals.find((name) => tools.hides(name));
  if (hidden !== undefined) return { question: `can ${hidden} be reached where the call stands`, at: call.at };
  const own = spelling.order(parts);
  const isHeld = call.result.kind !== 'unused';
  // The task's own call starts a tick later, so what it reads must still be there (R19).
  const changing = isHeld ? own.find((value) => !value.stable) : undefined;
  if (changing)
    return { question: 'will it be the same when the call starts, a tick later, as the task is held', at: changing.at };
  const ignored = ignoredEntries(call, parts.object, tools);
  const staying = parts.rest.filter((entry) => !ignored.some((one) => one.entry === entry && one.fate === 'gone'));
  if (!keepsOrder([...staying.map((entry) => entry.value), ...own]))
    return { question: 'can the options be evaluated in the order of the own call', at: parts.object.at };
  const early = own.find((value, i) => isEncoded(value, parts) && own.slice(i + 1).some(hasEffects));
  if (early) return { question: 'is it the same once the options behind it have run', at: early.at };

  const { object } = parts;
  const layout = readLayout(call, object, tools);
  const signal = tools.free('signal');
  const promise = tools.unwrap ? findUnwrapped(call, { ...parts, rest: staying }, layout, spelling, tools) : undefined;
  if (promise) return promise;
  const rest = staying.filter((entry) => !isDefault(entry, call));
  const gone = ignored.filter(({ fate }) => fate === 'gone').map(({ entry }) => entry);
  const lost = call.comments.filter(
    (comment) => isDangling(comment, parts) || gone.some((entry) => belongsTo(comment, entry)),
  );
  const head = [
    tools.shim(isHeld ? 'requestTask' : 'send'),
    ...(call.typeArguments ? [call.typeArguments] : []),
    `(${arrowOf(signal, writesParentheses(object, tools))}`,
  ];
  const text = withRoom(layout, call.at.start, tools, (where) => {
    // Without callbacks there is no object for them to end; they find a place with the other comments.
    const handlers = rest.length > 0 ? [', ', ...handlersOf(object, rest, lost, where, tools)] : [];
    const isStatement = call.statement && leadAt(call.at.start, tools) !== undefined;
    const edit = { start: call.at.start, head, tail: [...handlers, ')'] };
    const frame = { call, object, ...edit, comments: call.comments, isStatement };
    return layOutCall(
      spelling.call(readNative(parts, where, signal, spelling.needsBody, tools), tools),
      frame,
      where,
      tools,
    );
  });
  return { verdict: 'native', edits: [{ at: call.at, text }, ...runningEdits(ignored, tools)] };
}

/** Swan makes text of it when all options are there; ours does as soon as it is read, when what it holds may yet change. */
function isEncoded(value: Expression, { query, body, headers }: RequestParts): boolean {
  const isOpaque = headers?.kind === 'opaque' && value === headers.entry.value && !value.object;
  if (value !== query?.value && value !== body?.entry.value && !isOpaque) return false;
  return !value.constant && !value.jsonSafe && value.type !== 'string';
}

function hasEffects({ effect }: Expression): boolean {
  return effect === 'effects';
}

/** The entries of the target's own options object, in source order, without the signal. */
export function optionItems(
  native: NativeCall,
  tools: Tools,
  wanted: { method: boolean; body?: 'body' | 'data' },
): Item[] {
  const { parts, headers, body, payload } = native;
  const { method, methodEntry, chosenMethod } = parts;
  const bodyEntry = parts.body?.entry;
  const items: Item[] = [];
  if (wanted.method) {
    const isSame = methodEntry?.value.constant?.value === method && methodEntry.form === 'value';
    const given = chosenMethod ?? (isSame ? methodEntry.value : undefined);
    const value: Draft = given ? [given.at] : [tools.quote(method, methodEntry?.value.at)];
    // A constant can go first wherever it stood.
    items.push(methodEntry ? renameEntry(methodEntry, 'method', value, tools) : { text: ['method: ', ...value] });
  }
  // What is said of header and data is said of what becomes of both.
  if (payload) items.push(...commentItems(commentsOf(parts, tools)), payload);
  const bodyItem =
    wanted.body && body && bodyEntry ? renameEntry(bodyEntry, wanted.body, body.value, tools) : undefined;
  // Before the headers, where evaluating them first would be seen.
  const isBodyFirst =
    parts.headers !== undefined &&
    optionOrder(parts).find((value) => value !== parts.chosenMethod) === bodyEntry?.value;
  const both = isBodyFirst ? [bodyItem, headers] : [headers, bodyItem];
  return [...items, ...both.filter((item) => item !== undefined)];
}

/** The comments that stand by header and data, in the order of the text. */
function commentsOf({ object, headers, body }: RequestParts, tools: Tools): Span[] {
  const entries = [headers?.entry, body?.entry].filter((entry) => entry !== undefined);
  return tools
    .comments(object.at)
    .filter((comment) => entries.some((entry) => belongsTo(comment, entry) && !contains(entry.value.at, comment)));
}

/** What a comment says of the method would be about nothing where the method is not written. */
export function hasMethodComment({ parts: { object, methodEntry } }: NativeCall, tools: Tools): boolean {
  return methodEntry !== undefined && tools.comments(object.at).some((comment) => belongsTo(comment, methodEntry));
}

export function signalItem({ signal }: NativeCall): Item {
  return { text: [signal === 'signal' ? signal : `signal: ${signal}`] };
}

/**
 * The expressions of method, header and data in the order in which `optionItems` lets them run: header first, unless the
 * other order can be told apart and is the program's.
 */
export function optionOrder({ chosenMethod, headers, body }: RequestParts): Expression[] {
  const values = [headers?.entry.value, body?.entry.value].filter((value) => value !== undefined);
  const both = body?.kind === 'payload' || !keepsOrder(values) ? values.reverse() : values;
  return chosenMethod ? [chosenMethod, ...both] : both;
}

/** `new Promise((resolve, reject) => …)` around nothing but the call: the exchange is a promise already. */
function findUnwrapped(
  call: NetworkCall,
  parts: RequestParts,
  written: Layout,
  spelling: Spelling,
  tools: Tools,
): Lowered | undefined {
  const { promise } = call;
  if (!promise?.success || !promise.fail || promise.isTyped || call.typeArguments) return undefined;
  const settles = promise.endsInNothing ? ['success', 'fail', 'complete'] : ['success', 'fail'];
  const how = parts.rest.filter(({ key }) => key === undefined || !settles.includes(key));
  if (how.some(({ key }) => key !== 'dataType' && key !== 'responseType')) return undefined;
  // They stand outside of the promise, which would not hear of what they throw.
  if (how.some(({ value }) => value.mayThrow)) return undefined;
  const signal = tools.free('signal');
  const told = how.filter((entry) => !isDefault(entry, call));
  const hasParentheses = writesParentheses(parts.object, tools);
  const chain = settlings(promise.success, promise.fail, hasParentheses);
  const text = withRoom(moveLayout(written, promise.indent), promise.at.start, tools, (layout) => {
    const native = readNative(parts, layout, signal, spelling.needsBody, tools);
    const frame = {
      call,
      object: parts.object,
      start: promise.at.start,
      head: [tools.shim('exchange'), `(${arrowOf(signal, hasParentheses)}`],
      tail: [...(told.length > 0 ? [', ', ...handlersOf(parts.object, told, [], layout, tools)] : []), ')'],
      // One about a callback has no place left where it would be about the same.
      comments: call.comments.filter((comment) => isAboutRequest(comment, parts)),
      isStatement: false,
    };
    const exchange = layOutCall(spelling.call(native, tools), frame, layout, tools);
    return chained(exchange, chain, promise.at.start, layout, tools);
  });
  return homeless(promise.comments, text).length === 0
    ? { verdict: 'native', edits: [{ at: promise.at, text }] }
    : undefined;
}

/** `text` and what is chained to it, on a line of its own where one line has no room for both. */
function chained(text: Draft, chain: Draft, start: number, layout: Layout, tools: Tools): Draft {
  const both = [...text, ...chain];
  const isLong = widthOf(lineBefore(start, tools) + firstLineOf(both, tools), tools) > maxLine;
  const isBroken = chain.length > 0 && isLong && isOneLine(text, tools);
  return isBroken ? [...text, tools.eol + layout.inner, ...chain] : both;
}

function arrowOf(param: string, hasParentheses: boolean): string {
  return hasParentheses ? `(${param}) => ` : `${param} => `;
}

/** As the callbacks of the call have it, or else the file. */
function writesParentheses({ entries }: ObjectLiteral, tools: Tools): boolean {
  const plain = entries
    .filter(({ value }) => value.callback?.form === 'arrow')
    .map(({ value }) => /^(?:async\b)?\s*(?:(\()\s*)?[\w$]+\s*(?:\)\s*)?=>/.exec(tools.text(value.at)))
    .find((head) => head !== null);
  return plain ? plain[1] === '(' : tools.arrowParentheses;
}

function settlings(success: Settling, fail: Settling, hasParentheses: boolean): Draft {
  const onSuccess = success.kind === 'part' ? handlerOf(success, hasParentheses, (value) => value) : undefined;
  const onFail =
    fail.kind === 'part' ? handlerOf(fail, hasParentheses, (value) => ['{ throw ', ...value, '; }']) : undefined;
  if (onSuccess) return ['.then(', ...onSuccess, ...(onFail ? [', ', ...onFail] : []), ')'];
  return onFail ? ['.catch(', ...onFail, ')'] : [];
}

function handlerOf(
  part: Settling & { readonly kind: 'part' },
  hasParentheses: boolean,
  body: (value: Draft) => Draft,
): Draft {
  const param: Draft = part.param ? (part.isPlain && !hasParentheses ? [part.param] : ['(', part.param, ')']) : ['()'];
  const value: Draft = part.value ? [part.value] : ['undefined'];
  const result = body(value);
  const needsParentheses = part.isObject && result[0] === part.value;
  return [...param, ' => ', ...(needsParentheses ? ['(', ...result, ')'] : result)];
}

/** An option that says what would be so without it. */
function isDefault({ key, value, block, trailing }: OptionEntry, { comments }: NetworkCall): boolean {
  const told = value.constant?.value;
  const isSame =
    typeof told === 'string' &&
    ((key === 'dataType' && /^json$/i.test(told)) || (key === 'responseType' && !/^arraybuffer$/i.test(told)));
  return isSame && !comments.some((comment) => contains(block, comment) || contains(trailing, comment));
}

/** It stands by what the request is made of. */
function isAboutRequest(comment: Span, { object, rest }: RequestParts): boolean {
  return object.entries.some((entry) => !rest.includes(entry) && belongsTo(comment, entry));
}

/** A comment behind the last entry, before the closing brace. */
function isDangling(comment: Span, { object }: RequestParts): boolean {
  const last = object.entries.at(-1);
  return last !== undefined && comment.start >= Math.max(last.at.end, last.trailing.end) && comment.end < object.at.end;
}
