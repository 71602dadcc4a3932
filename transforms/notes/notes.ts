// In: a call. Out: the notes that go with it: what could surprise whoever reads the diff.
// Notes change nothing. Knows a target by its traits only.

import { otherApi, requireApi } from '../../src/apis.ts';
import type { OptionEntry, Expression, MemberRead, NetworkCall, NetworkValue, ObjectLiteral } from '../../src/ir.ts';
import type { Note, Target, Tools, Traits } from '../../src/target.ts';
import { ignoredEntries } from '../shared/ignored-options.ts';
import { expectsParsed, findOnlyJson, hidesUse } from '../shared/upload-result.ts';
import { findOptions, resultCallbacks } from '../shared/visible-options.ts';

interface Context {
  readonly target: Pick<Target, 'name' | 'traits'>;
  readonly tools: Tools;
}

/** All notes on a call, in the order of the text. */
export function notesOf(call: NetworkCall, context: Context): Note[] {
  const notes: Note[] = [];
  const { options } = call;
  if (requireApi(call.api).task) notes.push(...promiseNotes(call));
  if (call.api === 'connectSocket' && context.tools.sockets === 'one') notes.push(...socketNotes(call, context.tools));
  if (options.kind === 'opaque' && !options.known) {
    notes.push({ code: 'options-not-visible', at: options.at, details: { why: options.why } });
  }
  const object = findOptions(call);
  if (object) notes.push(...optionNotes(call, object, context));
  if (call.api === 'uploadFile') notes.push(...uploadNotes(call, object, context));
  return notes.sort((a, b) => a.at.start - b.at.start);
}

/** The notes on an API that is used as a value: how it will be called cannot be seen (U2), unless it is called at once. */
export function valueNotes({ api, at, member, call }: NetworkValue, context: Context): Note[] {
  if (call && call.options.kind !== 'none') return notesOf(call, context);
  if (member !== undefined) return [{ code: 'api-member', at, details: { api, member } }];
  return api === 'uploadFile' ? [{ code: 'upload-result-hidden', at, details: {} }] : [];
}

function promiseNotes({ api, at, result }: NetworkCall): Note[] {
  if (result.kind === 'awaited') return [{ code: 'awaited-task', at, details: { api } }];
  if (result.kind !== 'task') return [];
  const method = result.methods.find((name) => name === 'then' || name === 'catch' || name === 'finally');
  return method === undefined ? [] : [{ code: 'awaited-task', at, details: { api, method } }];
}

function optionNotes(call: NetworkCall, object: ObjectLiteral, context: Context): Note[] {
  const find = (key: string): OptionEntry | undefined => object.entries.find((entry) => entry.key === key);
  return [
    ...ignoredOptions(call, object, context),
    ...missingOptions(call, object),
    ...urlNotes(find('url')),
    ...headerNotes(call, find('header'), find('method'), context),
    ...methodNotes(call, find('method'), context),
    ...dataTypeNotes(call, find('dataType')),
    ...failureNotes(find('fail'), context),
    ...successNotes(find('success'), context),
    ...fieldNotes(call, find('success'), context),
    ...closeNotes(call, find('code'), context),
    ...(context.target.traits.filePaths === 'own' ? pathNotes(call, object) : []),
  ];
}

/** R11. A key that differs from an option by its letters' case or by a common slip names what was meant. */
const slips: Readonly<Record<string, string>> = {
  headers: 'header',
  error: 'fail',
  err: 'fail',
  failed: 'fail',
  type: 'method',
  methods: 'method',
  params: 'data',
  body: 'data',
  datatype: 'dataType',
  done: 'success',
  succ: 'success',
  webscoketurl: 'url',
  websocketurl: 'url',
  uri: 'url',
  file: 'filePath',
  formdata: 'formData',
  protocol: 'protocols',
};

function ignoredOptions(call: NetworkCall, object: ObjectLiteral, context: Context): Note[] {
  const { api } = call;
  const live = context.target.traits.ownOptions[api] ?? [];
  const known = requireApi(api).options;
  return ignoredEntries(call, object, context.tools).map(({ entry, fate }): Note => {
    const key = entry.key ?? '';
    const at = entry.keyAt;
    const { name, isOnlyRead } = entry.value;
    const unread = fate === 'gone' && isOnlyRead && name !== undefined ? { unread: name } : {};
    if (known.includes(key)) return { code: 'header-not-object', at, details: { api } };
    if (live.includes(key) && fate !== 'left') {
      return { code: 'host-option', at, details: { key, api, fate, target: context.target.name, ...unread } };
    }
    const lower = key.toLowerCase();
    const meant = known.find((option) => option.toLowerCase() === lower) ?? slips[lower] ?? '';
    const details = { key, api, meant: known.includes(meant) ? meant : '', fate, ...unread };
    return { code: 'ignored-option', at, details };
  });
}

function missingOptions({ api }: NetworkCall, object: ObjectLiteral): Note[] {
  if (!object.plain) return [];
  return requireApi(api)
    .required.filter((key) => !object.entries.some((entry) => entry.key === key))
    .map((key) => ({ code: 'missing-option', at: object.at, details: { api, key } }));
}

/** R18 */
function urlNotes(entry: OptionEntry | undefined): Note[] {
  const value = entry?.value;
  const text = value && startOf(value);
  if (value === undefined || text === undefined || text === '') return [];
  const shown = value.constant ? text : `${text}…`;
  if (/^[/.?#]/.test(text) || (value.constant && !/^[a-z][a-z\d+.-]*:/i.test(text))) {
    return [{ code: 'relative-url', at: value.at, details: { url: shown } }];
  }
  if (/^[a-z][a-z\d+.-]*:\/\/[^/?#]*:\d+(?=[/?#]|$)/i.test(text)) {
    return [{ code: 'port-in-url', at: value.at, details: { url: shown } }];
  }
  return [];
}

function headerNotes(
  call: NetworkCall,
  entry: OptionEntry | undefined,
  method: OptionEntry | undefined,
  { target: { traits } }: Context,
): Note[] {
  const fields = entry?.value.object?.entries ?? [];
  return fields.flatMap((field): Note[] => {
    const name = field.key?.toLowerCase();
    const at = field.at;
    if (name === 'referer') return [{ code: 'referer-header', at, details: {} }];
    if (name === 'cookie' && traits.unsettableHeaders.includes(name))
      return [{ code: 'cookie-header', at, details: {} }];
    if (name === 'content-type') return contentTypeNotes(call, field, fields, method, traits);
    return [];
  });
}

function contentTypeNotes(
  call: NetworkCall,
  field: OptionEntry,
  fields: readonly OptionEntry[],
  method: OptionEntry | undefined,
  traits: Traits,
): Note[] {
  const value = field.value.constant?.value;
  const at = field.at;
  if (call.api === 'uploadFile') {
    if (!traits.replacesUploadType) return [];
    return [{ code: 'upload-content-type', at, details: { value: typeof value === 'string' ? value : '…' } }];
  }
  if (call.api !== 'request' || typeof value !== 'string') return [];
  if (/^\s*multipart\/form-data/i.test(value)) return [{ code: 'hand-made-multipart', at, details: {} }];
  const verb = method === undefined ? 'GET' : method.value.constant?.value;
  const isPlain = /^\s*(application\/x-www-form-urlencoded|text\/plain)\s*(;|$)/i.test(value);
  const isGet = typeof verb === 'string' && /^(get|head)$/i.test(verb);
  const isCause = isGet && !isPlain && traits.platform.kind === 'browser' && !fields.some(forcesPreflight);
  if (isCause) return [{ code: 'preflight', at, details: { value } }];
  // Of a query it says nothing.
  return !isGet && !value.includes('/') ? [{ code: 'odd-content-type', at, details: { value } }] : [];
}

/** Browsers send these without asking, or not at all. Source: the Fetch standard, safelisted and forbidden names. */
const unasked =
  /^(?:accept|accept-(?:charset|encoding|language)|access-control-.*|connection|content-(?:language|length|type)|cookie2?|date|dnt|expect|host|keep-alive|origin|proxy-.*|range|referer|sec-.*|set-cookie|te|trailer|transfer-encoding|upgrade|user-agent|via)$/i;

/** The header makes a browser ask first, whatever the content type is. */
function forcesPreflight({ key, value }: OptionEntry): boolean {
  const isGone = value.constant !== undefined && value.constant.value == null;
  return key !== undefined && !isGone && !unasked.test(key);
}

function methodNotes(call: NetworkCall, entry: OptionEntry | undefined, { target }: Context): Note[] {
  const value = entry?.value.constant?.value;
  if (call.api !== 'request' || entry === undefined || typeof value !== 'string') return [];
  const method = value.toUpperCase();
  const isRefused = target.traits.unsendableMethods.includes(method);
  return isRefused ? [{ code: 'unsendable-method', at: entry.value.at, details: { method, target: target.name } }] : [];
}

function dataTypeNotes(call: NetworkCall, entry: OptionEntry | undefined): Note[] {
  const isText = call.api === 'request' && entry?.value.constant?.value === 'text';
  return isText ? [{ code: 'datatype-text', at: entry.value.at, details: {} }] : [];
}

function failureNotes(entry: OptionEntry | undefined, { target }: Context): Note[] {
  const reads = entry?.value.callback?.result.reads ?? [];
  return reads.flatMap((read): Note[] => {
    if (isPath(read, 'statusCode') || isPath(read, 'status'))
      return [{ code: 'status-in-fail', at: read.at, details: {} }];
    if (isPath(read, 'errCode') && read.use === 'compared') {
      return [{ code: 'err-code-compared', at: read.at, details: { target: target.name } }];
    }
    return [];
  });
}

function successNotes(entry: OptionEntry | undefined, { target, tools }: Context): Note[] {
  const { headerCase, unreadableHeaders } = target.traits;
  const reads = entry?.value.callback?.result.reads ?? [];
  const nameOf = ({ path }: MemberRead): string | undefined =>
    path[0] === 'header' && path[1] !== '*' ? path[1] : undefined;
  /** `res.header['set-cookie'] || res.header['Set-Cookie']` */
  const isAlternative = (one: MemberRead | undefined, other: MemberRead | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    nameOf(one)?.toLowerCase() === nameOf(other)?.toLowerCase() &&
    one.at.end < other.at.start &&
    /^[\s)]*(?:\|\||\?\?)\s*$/.test(tools.text({ start: one.at.end, end: other.at.start }));
  return reads.flatMap((read, index): Note[] => {
    const name = nameOf(read);
    if (name === undefined || isAlternative(reads[index - 1], read)) return [];
    if (headerCase === 'as-sent') {
      const isTried = isAlternative(read, reads[index + 1]);
      return isTried ? [] : [{ code: 'header-case', at: read.at, details: { name } }];
    }
    const isHidden = name.toLowerCase() === 'set-cookie' && unreadableHeaders.includes('set-cookie');
    return isHidden ? [{ code: 'set-cookie-read', at: read.at, details: {} }] : [];
  });
}

/** Members that the document does not give are undefined, or the host's own. */
function fieldNotes({ api }: NetworkCall, entry: OptionEntry | undefined, { target }: Context): Note[] {
  const fields = requireApi(api).result;
  const reads = entry?.value.callback?.result.reads ?? [];
  return reads.flatMap(({ path: [field], at, use }): Note[] => {
    const isGiven = field === undefined || field === '*' || use === 'written' || !fields || fields.includes(field);
    return isGiven ? [] : [{ code: 'result-field', at, details: { api, field, target: target.name } }];
  });
}

/** U2 */
function uploadNotes(call: NetworkCall, object: ObjectLiteral | undefined, { target }: Context): Note[] {
  const { options } = call;
  if (options.kind === 'none') return [];
  if (object && getsParsed(call, object, target)) {
    const json = findOnlyJson(object);
    return json ? [{ code: 'upload-result-made-json', at: json.at, details: {} }] : [];
  }
  if (object && !expectsParsed(object) && !hidesUse(object)) return [];
  const success = object?.entries.findLast((entry) => entry.key === 'success');
  const at = success?.keyAt ?? (options.kind === 'opaque' ? options.at : call.callee);
  const { wrapper } = call;
  // Of a callback that stands at the call it is not for others to say.
  const isHandedIn = !success?.value.callback;
  return [{ code: 'upload-result-hidden', at, details: wrapper && isHandedIn ? { wrapper: wrapper.name } : {} }];
}

/** The callback is given the parsed object: what is written at the call can say so. */
function getsParsed(
  { options, extraArguments }: NetworkCall,
  object: ObjectLiteral,
  { traits }: Context['target'],
): boolean {
  const isSayable =
    traits.parsesUpload === 'by-callback' ? options.kind === 'literal' && object.plain : !extraArguments;
  return isSayable && expectsParsed(object);
}

/** U3, D1: swan's own paths mean nothing to the shim, and the shim's nothing to swan. */
function pathNotes({ api, giver }: NetworkCall, options: ObjectLiteral): Note[] {
  if (api === 'uploadFile') {
    const path = options.entries.find((entry) => entry.key === 'filePath')?.value;
    // A download that moves along gives paths of the target's own.
    if (giver === undefined || giver.api === 'downloadFile' || path === undefined || path.constant) return [];
    return [{ code: 'file-path-from-swan', at: path.at, details: giver }];
  }
  if (api !== 'downloadFile') return [];
  return resultCallbacks(options)
    .flatMap(({ result }) => result.reads)
    .flatMap(({ path: [member], taker, at }): Note[] =>
      (member === 'tempFilePath' || member === 'filePath') && taker !== undefined && otherApi(taker).readsFiles
        ? [{ code: 'file-path-to-swan', at, details: { api: taker, member } }]
        : [],
    );
}

/** S6 */
function closeNotes(call: NetworkCall, entry: OptionEntry | undefined, { target }: Context): Note[] {
  const value = entry?.value.constant?.value;
  const { closeCodes } = target.traits;
  if (call.api !== 'closeSocket' || entry === undefined || closeCodes === 'any') return [];
  const code = Number(value);
  if (value === undefined || value === null || Number.isNaN(code)) return [];
  const isSendable = closeCodes.some(([from, to]) => code >= from && code <= to);
  return isSendable ? [] : [{ code: 'close-code', at: entry.value.at, details: { code } }];
}

/** S1: a second connection in the same file, or one made in a loop, is what the note is for. */
function socketNotes(call: NetworkCall, { calls }: Tools): Note[] {
  const first = calls.find((other) => other.api === 'connectSocket');
  return first && first.at.start < call.at.start ? [{ code: 'socket-replaced', at: call.callee, details: {} }] : [];
}

function isPath(read: MemberRead, name: string): boolean {
  return read.path.length === 1 && read.path[0] === name;
}

function startOf(value: Expression): string | undefined {
  const constant = value.constant?.value;
  return typeof constant === 'string' ? constant : value.prefix;
}
