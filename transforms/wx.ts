// The target wx: the same call on WeChat's host, renamed in place, with help only where the two differ
// (the rule "On wx"). Sees spans and facts only.

import type { ApiName } from '../src/apis.ts';
import type { OptionEntry, NetworkCall, NetworkValue, ObjectLiteral, Result } from '../src/ir.ts';
import type { Kept, Lowered, Note, Sockets, Target, Tools, Traits } from '../src/target.ts';
import type { Edit, Span } from '../src/text/text.ts';
import { addEntry } from './layout/added-entry.ts';
import { ignoredEdits, ignoredEntries } from './shared/ignored-options.ts';
import { notesOf, valueNotes } from './notes/notes.ts';
import { shimCallee, shimValue } from './shared/shim-call.ts';
import { findOptions, resultCallbacks } from './shared/visible-options.ts';
import { ownOptions } from './wx/option-differences.ts';
import { changeOf, type Change } from './wx/option-rules.ts';
import { castListener, looseParam } from './wx/result-types.ts';

function lower(call: NetworkCall, tools: Tools): Lowered | Kept {
  const blocked = findBlocker(call, tools);
  if (blocked) return blocked;
  const options = optionChanges(call, tools);
  const notes = [...notesOf(call, { target: wx, tools }), ...ownNotes(call)].sort((a, b) => a.at.start - b.at.start);
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
    .map((entry) => changeOf(entry, call, tools))
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
  return { edits: [{ at, text: [tools.shim(isOwn(call) ? 'hostOptions' : 'anyOptions'), '(', at, ')'] }] };
}

/** The options inherit nothing and hold nothing that would become live, as can be seen: literals without a spread. */
function isOwn(call: NetworkCall): boolean {
  const isSeen = (entry: OptionEntry) => entry.key !== undefined && entry.key !== '__proto__' && !isLeft(call, entry);
  return findOptions(call)?.entries.every(isSeen) ?? false;
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
  return known.entries.every((entry) => changeOf(entry, call, tools) === undefined);
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
  title: { en: 'WeChat wx', 'zh-CN': '微信 wx' },
  summary: { en: 'WeChat mini-programs: the same calls on wx', 'zh-CN': '微信小程序：wx 上的同名调用' },
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
    const notes = valueNotes(value, { target: wx, tools });
    const changes = value.call?.options.kind === 'literal' ? optionChanges(value.call, tools) : undefined;
    // A member is read where it was put; options that can be seen are put right where they stand.
    const isMember = value.member !== undefined || value.isGivenMember === true;
    const isPlain = isMember || (changes !== undefined && value.api !== 'connectSocket');
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
