// The target wx: the same call on WeChat's host, renamed in place, with help only where the two differ
// (the rule "On wx"). Sees spans and facts only.

import type { ApiName } from '../src/apis.ts';
import type { OptionEntry, NetworkCall, NetworkValue, ObjectLiteral, Result } from '../src/ir.ts';
import type { Kept, Lowered, Note, Sockets, Target, Tools, Traits } from '../src/target.ts';
import type { Edit, Span, Template } from '../src/text/text.ts';
import { addEntry } from './layout/added-entry.ts';
import { ignoredEdits, ignoredEntries } from './shared/ignored-options.ts';
import { notesOf, valueNotes } from './notes/notes.ts';
import { shimCallee, shimValue } from './shared/shim-call.ts';
import { expectsParsed } from './shared/upload-result.ts';
import { findOptions, resultCallbacks } from './shared/visible-options.ts';
import { ownOptions } from './wx/option-differences.ts';
import { castListener, looseParam } from './wx/result-types.ts';

/** What is changed in the options of one call. */
interface Change {
  readonly edits: readonly Edit[];
}

type OptionRule = (entry: OptionEntry, call: NetworkCall, tools: Tools) => Change | undefined;

function lower(call: NetworkCall, tools: Tools): Lowered | Kept {
  const blocked = findBlocker(call, tools);
  if (blocked) return blocked;
  const options = optionChanges(call, tools);
  const notes = [...notesOf(call, { ...tools, target: wx }), ...ownNotes(call)].sort((a, b) => a.at.start - b.at.start);
  const name = shimName(call, tools);
  if (name !== undefined) {
    const denial = { question: 'has wx the same sockets as swan (S1, S6)', at: call.callee };
    return { verdict: 'shim', edits: [shimCallee(call, tools, name), ...options.edits], notes, denial };
  }
  return { verdict: 'renamed', edits: [...renameCallee(call, tools), ...options.edits], notes };
}

/** S1, S6: only where one socket replaces another, or its task has something to say, does a call need more than its new name. */
function shimName({ api, result }: NetworkCall, { sockets }: Tools): string | undefined {
  if (api === 'connectSocket' && sockets === 'many') return speaks(result) ? api : undefined;
  return sockets === 'one' && (api === 'connectSocket' || api === 'onSocketClose') ? api : undefined;
}

/** The program may send and close through the task, whose options differ as those of the global functions do. */
function speaks(result: Result): boolean {
  if (result.kind !== 'task') return result.kind !== 'unused';
  return result.methods.some((method) => method === 'send' || method === 'close');
}

function renameCallee(call: NetworkCall, tools: Tools): Edit[] {
  if (tools.isRehosted(call.callee)) return [];
  return [call.object ? { at: call.object, text: ['wx'] } : { at: call.callee, text: [`wx.${call.api}`] }];
}

/** WeChat has no second way to reach `wx`, so a program that binds the name keeps its call. */
function findBlocker(call: NetworkCall, tools: Tools): Kept | undefined {
  if (shimName(call, tools) !== undefined || tools.isRehosted(call.callee) || tools.global('wx') === 'wx')
    return undefined;
  return { verdict: 'kept', note: { code: 'name-taken', at: call.callee, details: { name: 'wx' } } };
}

function optionChanges(call: NetworkCall, tools: Tools): Change {
  const { options } = call;
  if (options.kind === 'none') return { edits: withoutOptions(call) };
  if (options.kind === 'callback') {
    const { callback } = options.value;
    if (!tools.typescript || call.api !== 'onSocketMessage' || !callback) return { edits: [] };
    return { edits: [...looseParam(call.api, callback), ...castListener(options.value)] };
  }
  if (options.kind === 'opaque') return opaqueOptions(call, options.at, tools);
  const { object } = options;
  const ignored = ignoredEntries(call, object, tools);
  if (!object.plain) {
    const { edits } = opaqueOptions(call, object.at, tools);
    return { edits: [...edits, ...ignoredEdits(object, ignored, tools)] };
  }
  const changes = options.object.entries
    .map((entry) => rules.map((rule) => rule(entry, call, tools)).find((change) => change !== undefined))
    .filter((change) => change !== undefined);
  const isGoing = ignored.some(({ fate }) => fate === 'gone');
  // Where an option goes its place is free.
  const failing = isGoing && needsFail(call, object) ? 'fail() {}' : undefined;
  return {
    edits: [
      ...changes.flatMap((change) => change.edits),
      ...ignoredEdits(object, ignored, tools, failing),
      ...(failing === undefined ? withFail(call, object, tools) : []),
    ],
  };
}

/** What could surprise on this host alone. */
function ownNotes(call: NetworkCall): Note[] {
  const { api, at, options } = call;
  const isSilenced =
    options.kind === 'none'
      ? lacksOptions(call)
      : options.kind === 'literal' && options.object.plain && needsFail(call, options.object);
  const path = api === 'downloadFile' ? findOptions(call)?.entries.find(({ key }) => key === 'filePath') : undefined;
  const isSet = path !== undefined && path.value.constant?.value !== undefined;
  return [
    ...(isSilenced ? [{ code: 'empty-fail-added' as const, at, details: { api } }] : []),
    ...(path && (isSet || !path.value.constant) && expectsTempPath(call)
      ? [{ code: 'download-has-path' as const, at: path.at, details: {} }]
      : []),
  ];
}

/** A callback reads `tempFilePath`, or hands the result on. */
function expectsTempPath(call: NetworkCall): boolean {
  const object = findOptions(call);
  const isHidden =
    object?.entries.some(({ key, value }) => key === 'success' && !value.callback && !value.constant) ?? true;
  const callbacks = object ? resultCallbacks(object) : [];
  return (
    isHidden ||
    callbacks.some(
      ({ result }) =>
        (result.escapes && !result.loggedOnly) ||
        result.reads.some(({ path: [member] }) => member === 'tempFilePath' || member === '*'),
    )
  );
}

/** `closeSocket()` and `sendSocketMessage()` without callbacks return a promise on wx, which may end as an unhandled rejection. */
const promising = new Set(['closeSocket', 'sendSocketMessage']);

function lacksOptions(call: NetworkCall): boolean {
  return promising.has(call.api) && !call.extraArguments;
}

function withoutOptions(call: NetworkCall): Edit[] {
  if (!lacksOptions(call)) return [];
  return [{ at: { start: call.at.end - 1, end: call.at.end - 1 }, text: ['{ fail() {} }'] }];
}

function needsFail({ api }: NetworkCall, { entries }: ObjectLiteral): boolean {
  const isCallback = ({ key }: OptionEntry): boolean => key === 'success' || key === 'fail' || key === 'complete';
  return promising.has(api) && !entries.some(isCallback);
}

function withFail(call: NetworkCall, object: ObjectLiteral, tools: Tools): Edit[] {
  return needsFail(call, object) ? addEntry(object, 'fail() {}', tools) : [];
}

/** Options that cannot be seen are made fit at run time. */
function opaqueOptions(call: NetworkCall, at: Span, tools: Tools): Change {
  const isSpread = call.options.kind === 'opaque' && call.options.why === 'spread';
  if (isSpread || !(call.api in adapted) || isFit(call, tools)) return { edits: [] };
  return { edits: [{ at, text: [`${tools.shim(isOwn(call) ? 'hostOptions' : 'anyOptions')}(`, at, ')'] }] };
}

/** The options inherit nothing and hold nothing that would become live, as can be seen: most literals. */
function isOwn(call: NetworkCall): boolean {
  return findOptions(call)?.entries.every((entry) => entry.key !== '__proto__' && !isLeft(call, entry)) ?? false;
}

/** `hostOptions` takes nothing out but a timeout. */
function isLeft(call: NetworkCall, entry: OptionEntry): boolean {
  return entry.key !== 'timeout' && isLive(call, entry);
}

/** An option that wx would obey and swan ignores (R11). */
function isLive({ api }: NetworkCall, { key }: OptionEntry): boolean {
  return ownOptions[api]?.includes(key ?? '') ?? false;
}

/** The literal behind the variable is one that wx takes as it is; its inferred type might not be. */
function isFit(call: NetworkCall, tools: Tools): boolean {
  const known = findOptions(call);
  if (!known?.plain || tools.typescript || withFail(call, known, tools).length > 0) return false;
  if (known.entries.some((entry) => isLive(call, entry))) return false;
  return known.entries.every((entry) => rules.every((rule) => rule(entry, call, tools) === undefined));
}

/** The APIs whose options differ: their failures carry errCode, or a key has another name or another meaning. */
const adapted: Readonly<Record<string, true>> = {
  request: true,
  uploadFile: true,
  downloadFile: true,
  connectSocket: true,
  sendSocketMessage: true,
  closeSocket: true,
};

/** The first rule that has something to change wins: no entry needs two. */
const rules: readonly OptionRule[] = [
  // Letter case, where it is a literal.
  (entry, call, tools) => {
    if (call.api !== 'request' || typeof entry.value.constant?.value !== 'string') return undefined;
    const { value } = entry.value.constant;
    if (entry.key === 'method') return respell(entry, value, value.toUpperCase(), tools);
    if (entry.key === 'dataType' && /^json$/i.test(value)) return respell(entry, value, 'json', tools);
    if (entry.key === 'responseType' && /^arraybuffer$/i.test(value))
      return respell(entry, value, 'arraybuffer', tools);
    return undefined;
  },
  // WeChat's types know only the words themselves, not a string that holds one.
  (entry, call, tools) => {
    const isWord = entry.key === 'method' || entry.key === 'responseType';
    const { at } = entry.value;
    const isWritten = /^['"`]/.test(tools.text(at));
    if (!tools.typescript || call.api !== 'request' || !isWord || isWritten) return undefined;
    const value: Template = /^[\w$.]+$/.test(tools.text(at)) ? [at] : ['(', at, ')'];
    const type = ` as WechatMiniprogram.RequestOption[${tools.quote(entry.key)}]`;
    return { edits: [{ at: entry.at, text: renamedKey(entry, entry.key, [...value, type], tools) }] };
  },
  // S7
  (entry, call, tools) => {
    if (call.api !== 'connectSocket' || entry.key !== 'protocolsArray') return undefined;
    return { edits: [{ at: entry.at, text: renamedKey(entry, 'protocols', [entry.value.at], tools) }] };
  },
  // S6
  (entry, call, tools) => {
    if (call.api !== 'closeSocket' || entry.key !== 'code' || entry.value.type === 'number') return undefined;
    const constant = entry.value.constant?.value;
    if (typeof constant === 'string' && !Number.isNaN(Number(constant)))
      return { edits: [{ at: entry.value.at, text: [String(Number(constant))] }] };
    if (entry.value.constant) return undefined;
    const number = tools.hides('Number') ? '+' : tools.global('Number');
    return { edits: [{ at: entry.at, text: renamedKey(entry, 'code', [`${number}(`, entry.value.at, ')'], tools) }] };
  },
  // U2
  (entry, call, tools) => {
    if (call.api !== 'uploadFile' || entry.key !== 'success' || call.options.kind !== 'literal') return undefined;
    return expectsParsed(call.options.object) ? { edits: [wrapCallback(entry, 'withParsedData', tools)] } : undefined;
  },
  // What WeChat's types do not give.
  (entry, call, tools) => {
    const { callback } = entry.value;
    if (!tools.typescript || entry.key !== 'success' || !callback) return undefined;
    const edits = looseParam(call.api, callback);
    return edits.length > 0 ? { edits } : undefined;
  },
  // errCode is filled from errno.
  (entry, _call, tools) => {
    if (entry.key !== 'fail' && entry.key !== 'complete') return undefined;
    return wantsErrCode(entry) || (tools.typescript && readsMore(entry))
      ? { edits: [wrapCallback(entry, 'withErrCode', tools)] }
      : undefined;
  },
];

/** The callback reads errCode, or hands the error to code that may. */
function wantsErrCode(entry: OptionEntry): boolean {
  const callback = entry.value.callback;
  const { constant, type } = entry.value;
  if (!callback) return constant === undefined && (type === 'unknown' || type === 'function');
  const { reads, escapes, loggedOnly } = callback.result;
  const isRead = reads.some((read) => read.path[0] === 'errCode' || read.path[0] === '*');
  return isRead || callback.usesArguments || (escapes && !loggedOnly);
}

/** WeChat's types let `complete` read nothing but errMsg; the wrapper's let it read what is there. */
function readsMore(entry: OptionEntry): boolean {
  const reads = entry.value.callback?.result.reads ?? [];
  return entry.key === 'complete' && reads.some((read) => read.path[0] !== 'errMsg');
}

function respell(entry: OptionEntry, written: string, wanted: string, tools: Tools): Change | undefined {
  if (written === wanted) return undefined;
  return {
    edits: [{ at: entry.at, text: renamedKey(entry, entry.key ?? '', [tools.quote(wanted, entry.value.at)], tools) }],
  };
}

/** An entry with a key and a value of its own; what stood between them stays. */
function renamedKey(entry: OptionEntry, key: string, value: Template, tools: Tools): Template {
  if (entry.form !== 'value') return [`${key}: `, ...value];
  const isSameKey = entry.key === key;
  return [isSameKey ? tools.text(entry.keyAt) : key, { start: entry.keyAt.end, end: entry.value.at.start }, ...value];
}

/** `fail: err => …` becomes `fail: withErrCode(err => …)`. */
function wrapCallback(entry: OptionEntry, name: string, tools: Tools): Edit {
  const shim = tools.shim(name);
  const key = tools.text(entry.keyAt);
  if (entry.form !== 'method') {
    return { at: entry.at, text: renamedKey(entry, entry.key ?? key, [`${shim}(`, entry.value.at, ')'], tools) };
  }
  const { async: isAsync, generator: isGenerator, usesSuper } = entry.value.callback ?? {};
  // Only a method has a super: `fail: withErrCode({ fail() { super… } }.fail)`.
  if (usesSuper) {
    const member = key.startsWith('[') ? key : /^['"\d]/.test(key) ? `[${key}]` : `.${key}`;
    return { at: entry.at, text: [`${key}: ${shim}({ `, entry.at, ` }${member})`] };
  }
  // A method's text without its key is a function's, but for the word; `async` and `*` stand before the key.
  const head = `${isAsync ? 'async ' : ''}function${isGenerator ? '*' : ''} `;
  return { at: entry.at, text: [`${key}: ${shim}(${head}`, { start: entry.keyAt.end, end: entry.at.end }, ')'] };
}

const values: { readonly [A in ApiName]?: string } = {
  request: 'request',
  uploadFile: 'uploadFile',
  downloadFile: 'downloadFile',
  connectSocket: 'connectAnySocket',
  sendSocketMessage: 'sendSocketMessage',
  closeSocket: 'closeSocket',
};

/** What a value is called with cannot be seen: where the options of swan and wx differ, the shim has a function for it. */
function valueName(api: ApiName, sockets: Sockets): string | undefined {
  return api === 'onSocketClose' && sockets === 'one' ? api : values[api];
}

const traits: Traits = {
  platform: {
    kind: 'mini-program',
    name: 'WeChat',
    domainFields: [
      { api: 'request', label: 'request 合法域名' },
      { api: 'connectSocket', label: 'socket 合法域名' },
      { api: 'uploadFile', label: 'uploadFile 合法域名' },
      { api: 'downloadFile', label: 'downloadFile 合法域名' },
    ],
  },
  unsendableMethods: [],
  unsettableHeaders: [],
  unreadableHeaders: [],
  headerCase: 'as-sent',
  replacesUploadType: false,
  closeCodes: 'any',
  filePaths: 'host',
  parsesUpload: 'by-callback',
  ownOptions,
  packages: [{ name: 'miniprogram-api-typings', alternatives: ['@types/wechat-miniprogram'], isForTypes: true }],
};

export const wx: Target = {
  name: 'wx',
  title: 'WeChat wx',
  summary: 'WeChat mini-programs: the same calls on wx',
  traits,
  shim: 'wx',
  globals: ['wx'],
  host: { global: 'wx' },
  lower: {
    request: lower,
    uploadFile: lower,
    downloadFile: lower,
    connectSocket: lower,
    onSocketOpen: lower,
    onSocketError: lower,
    onSocketMessage: lower,
    onSocketClose: lower,
    sendSocketMessage: lower,
    closeSocket: lower,
  },
  valueName,
  value(value: NetworkValue, tools: Tools): Lowered | Kept {
    const notes = valueNotes(value, { ...tools, target: wx });
    const changes = value.call?.options.kind === 'literal' ? optionChanges(value.call, tools) : undefined;
    // Of a member nothing is asked but whether it is there; options that can be seen are put right where they stand.
    const isPlain = value.member !== undefined || (changes !== undefined && value.api !== 'connectSocket');
    const name = isPlain && value.api !== 'onSocketClose' ? undefined : valueName(value.api, tools.sockets);
    const edits = changes?.edits ?? [];
    if (name !== undefined) {
      const denial = { question: 'does wx take what this is called with as swan takes it', at: value.at };
      return { verdict: 'shim', edits: [...shimValue(value, tools, name), ...edits], notes, denial };
    }
    if (tools.isRehosted(value.at)) return { verdict: 'renamed', edits, notes };
    if (tools.global('wx') !== 'wx') {
      return { verdict: 'kept', note: { code: 'name-taken', at: value.at, details: { name: 'wx' } } };
    }
    const key = value.isShorthand ? `${tools.text(value.at)}: ` : '';
    const receiver: Edit[] = value.receiver ? [{ at: value.receiver, text: ['wx'] }] : [];
    const own: Edit = { at: value.at, text: [`${key}wx.${value.api}`] };
    return { verdict: 'renamed', edits: [own, ...receiver, ...edits], notes };
  },
  // The task of a socket has the shapes of swan in the shim: close() without an argument, for one.
  taskType: (task, shim) => (task === 'SocketTask' ? shim(task) : `WechatMiniprogram.${task}`),
};
