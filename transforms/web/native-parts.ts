// In: the parts of a request. Out: the pieces of a target's own call that are made of them: url, headers and body, each with what
// the shim does to it where its value is not known. Rules: R5 to R10. Knows nothing of how a target puts them together.

import type { Expression, OptionEntry } from '../../src/ir.ts';
import type { Draft, Tools } from '../../src/target.ts';
import type { Span } from '../../src/text/text.ts';
import { valueOf, type Argument } from '../layout/call-layout.ts';
import { renameEntry, type Item, type Layout } from '../layout/object-layout.ts';
import { firstLineOf, maxLine, widthOf } from '../layout/widths.ts';
import { constantForm, constantQuery } from './encode.ts';
import type { Body, RequestParts } from './request-parts.ts';

/** The target's own call, in pieces that the target puts together. */
export interface NativeCall {
  readonly parts: RequestParts;
  readonly layout: Layout;
  readonly url: Argument;
  /** The items of the options of the target's own call, without the signal. */
  readonly headers?: Item;
  /** The body as an argument, and as the value of an entry. */
  readonly body?: Argument & { readonly value: Draft };
  /** `...payload(data, header)` instead of headers and body. */
  readonly payload?: Item;
  readonly signal: string;
}

export function readNative(
  parts: RequestParts,
  layout: Layout,
  signal: string,
  needsBody: boolean,
  tools: Tools,
): NativeCall {
  const { headers, body } = parts;
  const common = { parts, layout, signal, url: readUrl(parts, layout, tools) };
  if (body?.kind === 'payload') {
    const args: Draft = [body.entry.value.at, ...(headers ? [', ', headers.entry.value.at] : [])];
    const payload: Item = { text: ['...', tools.shim('payload'), '(', ...args, ')'] };
    return { ...common, payload };
  }
  const headerItem = readHeaders(parts, layout, tools);
  const isNothing = body?.kind === 'form' && !needsBody && isEmptyObject(body.entry.value, tools);
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
        return isText ? value : [tools.shim('requireUrl'), '(', ...value, ')'];
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
      const callee: Draft = [tools.shim('query'), '('];
      const valueAt = (entry: OptionEntry, lead: string): Draft => valueOf(entry, lead, layout, tools);
      const text = [...callee, ...valueAt(url, indent), ', ', ...valueAt(query, indent), ')'];
      if (!layout.broken || widthOf(indent + firstLineOf(text, tools), tools) <= maxLine) return text;
      const inner = indent + layout.step;
      const line = tools.eol + inner;
      return [...callee, line, ...valueAt(url, inner), ',', line, ...valueAt(query, inner), tools.eol + indent, ')'];
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
    const value: Draft = [tools.shim('headerFields'), '(', headers.entry.value.at, ')'];
    return renameEntry(headers.entry, 'headers', value, tools);
  }
  const { entry } = headers;
  const fields = addsType ? withFirst(entry, jsonType, layout, tools) : [entry.value.at];
  const value: Draft = headers.kind === 'plain' ? fields : [tools.shim('headerFields'), '(', ...fields, ')'];
  return renameEntry(entry, 'headers', value, tools);
}

/** The program's object with one entry more, in front. */
function withFirst(entry: OptionEntry, added: string, layout: Layout, tools: Tools): Draft {
  const { at } = entry.value;
  const object = entry.value.object?.at ?? at;
  const afterBrace = object.start + 1;
  const lead = /^[ \t]*\r?\n[ \t]*/.exec(tools.text({ start: afterBrace, end: object.end }))?.[0];
  const isEmpty = entry.value.object?.entries.length === 0;
  const before: Draft = [{ start: at.start, end: afterBrace }];
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
  const around = (wrap: (data: Draft) => Draft): NonNullable<NativeCall['body']> => ({
    entries: [entry],
    value: wrap([value.at]),
    text: (indent) => wrap(valueOf(entry, indent, layout, tools)),
  });
  if (body.kind === 'text') return around((data) => data);
  const whole = constantBody(body, tools);
  if (whole !== undefined) return around(() => [tools.quote(whole)]);
  const encode =
    body.kind === 'form' ? tools.shim('form') : isVisibleJson(value) ? stringify(tools) : tools.shim('json');
  return around((data) => [encode, '(', ...data, ')']);
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

function isEmptyObject({ object }: Expression, tools: Tools): boolean {
  return object?.entries.length === 0 && !holdsComment(object.at, tools);
}

function holdsComment(span: Span, tools: Tools): boolean {
  return /\/[/*]/.test(tools.text(span));
}

function isQuoted(text: string): boolean {
  return text.startsWith("'") || text.startsWith('"');
}
