// In: a request and the way one target spells its own call. Out: `send(signal => fetch(…), { … })`, or nothing when only
// a call of the same shape is right. Rules: R5 to R11, R17, R19.
// Knows the shim's helpers by name, and nothing of what a target's call looks like.

import type { Entry, Expression, NetworkCall, Settling } from '../../src/ir.ts';
import type { Lowered, Tools } from '../../src/target.ts';
import { contains, type Span, type Template } from '../../src/text.ts';
import {
  commentItems,
  homeless,
  keepEntry,
  objectOf,
  hug,
  moveLayout,
  readLayout,
  renameEntry,
  type Item,
  type Layout,
} from './layout.ts';
import { findRequestParts, keepsOrder, type Body, type RequestParts } from './request-parts.ts';
import { constantQuery, constantForm } from './encode.ts';

/** The target's own call, in pieces that the target puts together. */
export interface NativeCall {
  readonly parts: RequestParts;
  readonly layout: Layout;
  readonly url: Template;
  /** The items of the options of the target's own call, without the signal. */
  readonly headers?: Item;
  /** The value of the body; `hugged` when it stands as an argument, a level further out than an entry. */
  readonly body?: (hugged: boolean) => Template;
  /** `...payload(data, header)` instead of headers and body. */
  readonly payload?: Item;
  readonly signal: string;
}

/** How one target spells a request. */
export interface Spelling {
  /** The whole call; `comments` are items that must find a place in it. */
  readonly call: (native: NativeCall, comments: readonly Item[], tools: Tools) => Template;
  /** The expressions of the call in the order in which they run. */
  readonly order: (parts: RequestParts) => readonly Expression[];
}

export function findNativeRequest(call: NetworkCall, tools: Tools, spelling: Spelling): Lowered | undefined {
  const parts = findRequestParts(call);
  if (!parts) return undefined;
  const own = spelling.order(parts);
  const isHeld = call.result.kind !== 'unused';
  // The task's own call starts a tick later, so what it reads must still be there (R19).
  if (isHeld && own.some((value) => !value.stable)) return undefined;
  if (!keepsOrder([...parts.rest.map((entry) => entry.value), ...own])) return undefined;

  const written = readLayout(call, parts.object, tools);
  // A brace on a line of its own comes up to the call.
  const isApart = tools.text({ start: call.callee.end, end: parts.object.at.start }).includes('\n');
  const layout = isApart ? moveLayout(written, call.indent, tools) : written;
  const signal = tools.free('signal');
  const native = readNative(parts, layout, signal, tools);
  const promise = tools.unwrap ? findUnwrapped(call, parts, layout, spelling, tools) : undefined;
  if (promise) return promise;
  const rest = parts.rest.filter((entry) => !isDefault(entry, call)).map((entry) => keepEntry(entry, tools));
  const dangling = call.comments.filter((comment) => isDangling(comment, parts));
  // Without callbacks there is no object for them to end; they find a place with the other comments.
  const callbacks = rest.length > 0 ? [...rest, ...commentItems(dangling)] : [];
  const build = (lost: readonly Span[]): Template => [
    tools.shim(isHeld ? 'requestTask' : 'send'),
    ...(call.typeArguments ? [call.typeArguments] : []),
    `(${signal} => `,
    ...spelling.call(native, commentItems(lost, parts.url), tools),
    ...(callbacks.length > 0 ? [', ', ...objectOf(callbacks, layout, tools)] : []),
    ')',
  ];
  const text = build(homeless(call, build([])));
  return { verdict: 'native', edits: [{ at: call.at, text }] };
}

/** The entries of the target's own options object, in source order, without the signal. */
export function optionItems(
  native: NativeCall,
  tools: Tools,
  wanted: { method: boolean; body?: 'body' | 'data' },
): Item[] {
  const { parts, headers, body, payload } = native;
  const { method, methodEntry } = parts;
  const bodyEntry = parts.body?.entry;
  const placed: { readonly at: number; readonly item: Item }[] = [];
  if (wanted.method) {
    const isSame = methodEntry?.value.constant?.value === method && methodEntry.form === 'value';
    const value: Template = isSame ? [methodEntry.value.at] : [tools.quote(method)];
    const item = methodEntry ? renameEntry(methodEntry, 'method', value, tools) : { text: ['method: ', ...value] };
    // A constant can go first wherever it stood.
    placed.push({ at: -1, item });
  }
  if (payload) placed.push({ at: bodyEntry?.at.start ?? 0, item: payload });
  if (headers) placed.push({ at: parts.headers?.entry.at.start ?? (bodyEntry?.at.start ?? 0) - 0.5, item: headers });
  if (wanted.body && body && bodyEntry) {
    placed.push({ at: bodyEntry.at.start, item: renameEntry(bodyEntry, wanted.body, body(false), tools) });
  }
  return placed.sort((a, b) => a.at - b.at).map(({ item }) => item);
}

export function signalItem({ signal }: NativeCall): Item {
  return { text: [signal === 'signal' ? signal : `signal: ${signal}`] };
}

/** The expressions of header and data in the order in which `optionItems` lets them run. */
export function optionOrder({ headers, body }: RequestParts): Expression[] {
  const values = [headers?.entry.value, body?.entry.value].filter((value) => value !== undefined);
  if (body?.kind === 'payload') return values.reverse();
  return values.sort((a, b) => a.at.start - b.at.start);
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
  const how = parts.rest.filter(({ key }) => key !== 'success' && key !== 'fail');
  if (how.some(({ key }) => key !== 'dataType' && key !== 'responseType')) return undefined;
  const layout = moveLayout(written, promise.indent, tools);
  const signal = tools.free('signal');
  const native = readNative(parts, layout, signal, tools);
  const told = how.filter((entry) => !isDefault(entry, call)).map((entry) => keepEntry(entry, tools));
  const text: Template = [
    tools.shim('exchange'),
    `(${signal} => `,
    ...spelling.call(native, [], tools),
    ...(told.length > 0 ? [', ', ...objectOf(told, layout, tools)] : []),
    ')',
    ...settlings(promise.success, promise.fail),
  ];
  const isShown = (comment: Span): boolean => text.some((part) => typeof part !== 'string' && contains(part, comment));
  return promise.comments.every(isShown) ? { verdict: 'native', edits: [{ at: promise.at, text }] } : undefined;
}

function settlings(success: Settling, fail: Settling): Template {
  const onSuccess = success.kind === 'part' ? handlerOf(success, (value) => value) : undefined;
  const onFail = fail.kind === 'part' ? handlerOf(fail, (value) => ['{ throw ', ...value, '; }']) : undefined;
  if (onSuccess) return ['.then(', ...onSuccess, ...(onFail ? [', ', ...onFail] : []), ')'];
  return onFail ? ['.catch(', ...onFail, ')'] : [];
}

function handlerOf(part: Settling & { readonly kind: 'part' }, body: (value: Template) => Template): Template {
  const param: Template = part.param ? (part.isPlain ? [part.param] : ['(', part.param, ')']) : ['()'];
  const value: Template = part.value ? [part.value] : ['undefined'];
  const result = body(value);
  const needsParentheses = part.isObject && result[0] === part.value;
  return [...param, ' => ', ...(needsParentheses ? ['(', ...result, ')'] : result)];
}

function readNative(parts: RequestParts, layout: Layout, signal: string, tools: Tools): NativeCall {
  const { headers, body } = parts;
  const common = { parts, layout, signal, url: readUrl(parts, layout, tools) };
  if (body?.kind === 'payload') {
    const args: Template = [body.entry.value.at, ...(headers ? [', ', headers.entry.value.at] : [])];
    const payload: Item = { text: [`...${tools.shim('payload')}(`, ...args, ')'] };
    return { ...common, payload };
  }
  const bodyText = body ? (hugged: boolean) => readBody(body, hugged, layout, tools) : undefined;
  const headerItem = readHeaders(parts, layout, tools);
  return { ...common, ...(headerItem ? { headers: headerItem } : {}), ...(bodyText ? { body: bodyText } : {}) };
}

function readUrl({ url, query }: RequestParts, layout: Layout, tools: Tools): Template {
  const at = url.value.at;
  if (query && !isEmptyObject(query.value, tools)) {
    const written = isQuoted(tools.text(at)) ? url.value.constant?.value : undefined;
    const isBare = !holdsComment(query.value.at, tools);
    const whole =
      typeof written === 'string' && written !== '' && isBare ? constantQuery(written, query.value, tools) : undefined;
    if (whole !== undefined) return [tools.quote(whole)];
    return [`${tools.shim('query')}(`, at, ', ', ...hug(query.value.at, layout, tools), ')'];
  }
  const isText = url.value.type === 'string' && url.value.constant?.value !== '';
  return isText ? [at] : [`${tools.shim('requireUrl')}(`, at, ')'];
}

function readHeaders({ headers, body }: RequestParts, layout: Layout, tools: Tools): Item | undefined {
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
  const value: Template = addsType ? withFirst(headers.entry, jsonType, layout, tools) : [headers.entry.value.at];
  return renameEntry(
    headers.entry,
    'headers',
    headers.kind === 'plain' ? value : [`${tools.shim('headerFields')}(`, ...value, ')'],
    tools,
  );
}

/** The program's object with one entry more, in front. */
function withFirst(entry: Entry, added: string, layout: Layout, tools: Tools): Template {
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

function readBody(body: Body, hugged: boolean, layout: Layout, tools: Tools): Template {
  const { value } = body.entry;
  const data = hugged ? hug(value.at, layout, tools) : [value.at];
  switch (body.kind) {
    case 'text':
      return data;
    case 'form': {
      if (isEmptyObject(value, tools)) return [tools.quote('')];
      const whole = holdsComment(value.at, tools) ? undefined : constantForm(value, tools);
      return whole !== undefined ? [tools.quote(whole)] : [`${tools.shim('form')}(`, ...data, ')'];
    }
    case 'json':
    case 'payload': {
      const encode =
        value.jsonSafe && (value.object ?? value.array) ? `${tools.global('JSON')}.stringify` : tools.shim('json');
      return [`${encode}(`, ...data, ')'];
    }
  }
}

/** An option that says what would be so without it. */
function isDefault({ key, value, block, trailing }: Entry, { comments }: NetworkCall): boolean {
  const isJson = typeof value.constant?.value === 'string' && /^json$/i.test(value.constant.value);
  return (
    key === 'dataType' && isJson && !comments.some((comment) => contains(block, comment) || contains(trailing, comment))
  );
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
