// In: a request and the way one target spells its own call. Out: `send(signal => fetch(…), { … })`, or the question that was
// answered with no, when only a call of the same shape is right. Rules: R5 to R11, R17, R19.
// Knows the shim's helpers by name, and nothing of what a target's call looks like.

import type { OptionEntry, Expression, NetworkCall, ObjectLiteral, Settling } from '../../src/ir.ts';
import type { Denial, Lowered, Tools } from '../../src/target.ts';
import { contains, type Span, type Template } from '../../src/text/text.ts';
import { layOutCall, valueOf, withRoom, type Argument, type TargetCall } from '../layout/call-layout.ts';
import { constantForm, constantQuery } from './encode.ts';
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
import { findRequestParts, keepsOrder, type Body, type RequestParts } from './request-parts.ts';
import { firstLineOf, isOneLine, lineBefore, maxLine, widthOf } from '../layout/widths.ts';

/** The target's own call, in pieces that the target puts together. */
export interface NativeCall {
  readonly parts: RequestParts;
  readonly layout: Layout;
  readonly url: Argument;
  /** The items of the options of the target's own call, without the signal. */
  readonly headers?: Item;
  /** The body as an argument, and as the value of an entry. */
  readonly body?: Argument & { readonly value: Template };
  /** `...payload(data, header)` instead of headers and body. */
  readonly payload?: Item;
  readonly signal: string;
}

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
    return layOutCall(spelling.call(readNative(parts, where, signal, spelling, tools), tools), frame, where, tools);
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
    const value: Template = given ? [given.at] : [tools.quote(method, methodEntry?.value.at)];
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
    const native = readNative(parts, layout, signal, spelling, tools);
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
function chained(text: Template, chain: Template, start: number, layout: Layout, tools: Tools): Template {
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

function settlings(success: Settling, fail: Settling, hasParentheses: boolean): Template {
  const onSuccess = success.kind === 'part' ? handlerOf(success, hasParentheses, (value) => value) : undefined;
  const onFail =
    fail.kind === 'part' ? handlerOf(fail, hasParentheses, (value) => ['{ throw ', ...value, '; }']) : undefined;
  if (onSuccess) return ['.then(', ...onSuccess, ...(onFail ? [', ', ...onFail] : []), ')'];
  return onFail ? ['.catch(', ...onFail, ')'] : [];
}

function handlerOf(
  part: Settling & { readonly kind: 'part' },
  hasParentheses: boolean,
  body: (value: Template) => Template,
): Template {
  const param: Template = part.param
    ? part.isPlain && !hasParentheses
      ? [part.param]
      : ['(', part.param, ')']
    : ['()'];
  const value: Template = part.value ? [part.value] : ['undefined'];
  const result = body(value);
  const needsParentheses = part.isObject && result[0] === part.value;
  return [...param, ' => ', ...(needsParentheses ? ['(', ...result, ')'] : result)];
}

function readNative(parts: RequestParts, layout: Layout, signal: string, spelling: Spelling, tools: Tools): NativeCall {
  const { headers, body } = parts;
  const common = { parts, layout, signal, url: readUrl(parts, layout, tools) };
  if (body?.kind === 'payload') {
    const args: Template = [body.entry.value.at, ...(headers ? [', ', headers.entry.value.at] : [])];
    const payload: Item = { text: [`...${tools.shim('payload')}(`, ...args, ')'] };
    return { ...common, payload };
  }
  const headerItem = readHeaders(parts, layout, tools);
  const isNothing = body?.kind === 'form' && !spelling.needsBody && isEmptyObject(body.entry.value, tools);
  return {
    ...common,
    ...(headerItem ? { headers: headerItem } : {}),
    ...(body && !isNothing ? { body: readBody(body, layout, tools) } : {}),
  };
}

function readUrl({ url, query }: RequestParts, layout: Layout, tools: Tools): Argument {
  const { at, constant, type, mayBeEmpty } = url.value;
  if (!query || isEmptyObject(query.value, tools)) {
    const entries = query ? [url, query] : [url];
    const isText = type === 'string' && !mayBeEmpty;
    return {
      entries,
      text(indent) {
        const value = valueOf(url, indent, layout, tools);
        return isText ? value : [`${tools.shim('requireUrl')}(`, ...value, ')'];
      },
    };
  }
  const entries = [url, query];
  const written = isQuoted(tools.text(at)) ? constant?.value : undefined;
  const isBare = !holdsComment(query.value.at, tools);
  const whole =
    typeof written === 'string' && written !== '' && isBare ? constantQuery(written, query.value, tools) : undefined;
  if (whole !== undefined) return { entries, text: () => [tools.quote(whole, at)] };
  return {
    entries,
    text(indent) {
      const callee = `${tools.shim('query')}(`;
      const valueAt = (entry: OptionEntry, lead: string): Template => valueOf(entry, lead, layout, tools);
      const text = [callee, ...valueAt(url, indent), ', ', ...valueAt(query, indent), ')'];
      if (!layout.broken || widthOf(indent + firstLineOf(text, tools), tools) <= maxLine) return text;
      const inner = indent + layout.step;
      const line = tools.eol + inner;
      return [callee, line, ...valueAt(url, inner), ',', line, ...valueAt(query, inner), tools.eol + indent, ')'];
    },
  };
}

function readHeaders(parts: RequestParts, layout: Layout, tools: Tools): Item | undefined {
  const { headers, body } = parts;
  const addsType = body !== undefined && 'addsType' in body && body.addsType;
  const jsonType = `${tools.quote('content-type')}: ${tools.quote('application/json')}`;
  const pad = layout.spaced ? ' ' : '';
  if (!headers) return addsType ? { text: [`headers: {${pad}${jsonType}${pad}}`] } : undefined;
  if (headers.kind === 'opaque') {
    return renameEntry(
      headers.entry,
      'headers',
      [`${tools.shim('headerFields')}(`, headers.entry.value.at, ')'],
      tools,
    );
  }
  const { entry } = headers;
  const fields = addsType ? withFirst(entry, jsonType, layout, tools) : [entry.value.at];
  const value: Template = headers.kind === 'plain' ? fields : [`${tools.shim('headerFields')}(`, ...fields, ')'];
  return renameEntry(entry, 'headers', value, tools);
}

/** The program's object with one entry more, in front. */
function withFirst(entry: OptionEntry, added: string, layout: Layout, tools: Tools): Template {
  const { at } = entry.value;
  const object = entry.value.object?.at ?? at;
  const afterBrace = object.start + 1;
  const lead = /^[ \t]*\r?\n[ \t]*/.exec(tools.text({ start: afterBrace, end: object.end }))?.[0];
  const isEmpty = entry.value.object?.entries.length === 0;
  const before: Template = [{ start: at.start, end: afterBrace }];
  const after: Span = { start: afterBrace, end: at.end };
  const pad = layout.spaced ? ' ' : '';
  if (isEmpty) return [...before, pad + added + pad, { start: object.end - 1, end: at.end }];
  if (lead !== undefined) return [...before, lead, `${added},`, after];
  const own = /^\s/.test(tools.text(after));
  return [...before, `${pad}${added},${own ? '' : ' '}`, after];
}

function readBody(body: Body, layout: Layout, tools: Tools): NonNullable<NativeCall['body']> {
  const { entry } = body;
  const { value } = entry;
  const around = (wrap: (data: Template) => Template): NonNullable<NativeCall['body']> => ({
    entries: [entry],
    value: wrap([value.at]),
    text: (indent) => wrap(valueOf(entry, indent, layout, tools)),
  });
  if (body.kind === 'text') return around((data) => data);
  const whole = constantBody(body, tools);
  if (whole !== undefined) return around(() => [tools.quote(whole)]);
  const encode =
    body.kind === 'form' ? tools.shim('form') : isVisibleJson(value) ? stringify(tools) : tools.shim('json');
  return around((data) => [`${encode}(`, ...data, ')']);
}

/** The text of a body that is known and reads well. */
function constantBody({ kind, entry }: Body, tools: Tools): string | undefined {
  const { value } = entry;
  if (holdsComment(value.at, tools)) return undefined;
  if (kind === 'form') return isEmptyObject(value, tools) ? '' : constantForm(value, tools);
  if (kind !== 'json') return undefined;
  if (value.object?.entries.length === 0) return '{}';
  return value.array?.length === 0 ? '[]' : undefined;
}

function isVisibleJson({ jsonSafe, object, array }: Expression): boolean {
  return jsonSafe && (object ?? array) !== undefined;
}

function stringify(tools: Tools): string {
  return `${tools.global('JSON')}.stringify`;
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

function isEmptyObject({ object }: Expression, tools: Tools): boolean {
  return object?.entries.length === 0 && !holdsComment(object.at, tools);
}

function holdsComment(span: Span, tools: Tools): boolean {
  return /\/[/*]/.test(tools.text(span));
}

function isQuoted(text: string): boolean {
  return text.startsWith("'") || text.startsWith('"');
}
