// In: an option of a call that can be seen. Out: what is changed in it, because WeChat takes it otherwise than swan or gives
// its callback something else (the rule "On wx"). Knows nothing of options that cannot be seen.

import type { NetworkCall, OptionEntry } from '../../src/ir.ts';
import type { Draft, DraftEdit, Tools } from '../../src/target.ts';
import { expectsParsed } from '../shared/upload-result.ts';
import { findOptions } from '../shared/visible-options.ts';
import { looseParam, promisesMore } from './result-types.ts';

/** What is changed in the options of one call. */
export interface Change {
  readonly edits: readonly DraftEdit[];
}

type OptionRule = (entry: OptionEntry, call: NetworkCall, tools: Tools) => Change | undefined;

export function changeOf(entry: OptionEntry, call: NetworkCall, tools: Tools): Change | undefined {
  // A method where swan reads no callback: wx makes as little of it.
  if (entry.form === 'method' && !/^(?:success|fail|complete)$/.test(entry.key ?? '')) return undefined;
  for (const rule of rules) {
    const change = rule(entry, call, tools);
    if (change) return change;
  }
  return undefined;
}

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
    const value: Draft = /^[\w$.]+$/.test(tools.text(at)) ? [at] : ['(', at, ')'];
    const type = ` as WechatMiniprogram.RequestOption[${tools.quote(entry.key)}]`;
    return { edits: [{ at: entry.at, text: renamedKey(entry, entry.key, [...value, type], tools) }] };
  },
  // S7: of two the shim says which one counts.
  (entry, call, tools) => {
    if (call.api !== 'connectSocket' || entry.key !== 'protocolsArray') return undefined;
    if (findOptions(call)?.entries.some(({ key }) => key === 'protocols')) return undefined;
    return { edits: [{ at: entry.at, text: renamedKey(entry, 'protocols', [entry.value.at], tools) }] };
  },
  // S6
  (entry, call, tools) => {
    if (call.api !== 'closeSocket' || entry.key !== 'code' || entry.value.type === 'number') return undefined;
    const constant = entry.value.constant?.value;
    if (typeof constant === 'string' && !Number.isNaN(Number(constant)))
      return { edits: [{ at: entry.value.at, text: [String(Number(constant))] }] };
    if (constant === null) return { edits: [{ at: entry.value.at, text: ['1000'] }] };
    if (entry.value.constant) return undefined;
    const number = tools.hides('Number') ? '+' : tools.global('Number');
    const { at, type } = entry.value;
    const given: Draft = /^[\w$.]+$/.test(tools.text(at)) ? [at] : ['(', at, ')'];
    // Without one it is 1000, on wx as well; but one that is undefined would become NaN.
    const text = type === 'string' ? [`${number}(`, at, ')'] : [`${number}(`, ...given, ' ?? 1000)'];
    return { edits: [{ at: entry.at, text: renamedKey(entry, 'code', text, tools) }] };
  },
  // U2
  (entry, call, tools) => {
    if (call.api !== 'uploadFile' || entry.key !== 'success' || call.options.kind !== 'literal') return undefined;
    return expectsParsed(call.options.object) ? { edits: [wrapCallback(entry, 'withParsedData', tools)] } : undefined;
  },
  // What WeChat's types do not give.
  (entry, call, tools) => {
    const { callback } = entry.value;
    if (!tools.typescript || entry.key !== 'success') return undefined;
    if (promisesMore(call.api, entry)) return { edits: [castCallback(entry, '(result: any) => void', tools)] };
    if (!callback) return undefined;
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
function renamedKey(entry: OptionEntry, key: string, value: Draft, tools: Tools): Draft {
  if (entry.form !== 'value') return [`${key}: `, ...value];
  const isSameKey = entry.key === key;
  return [isSameKey ? tools.text(entry.keyAt) : key, { start: entry.keyAt.end, end: entry.value.at.start }, ...value];
}

/** `fail: err => …` becomes `fail: withErrCode(err => …)`. */
function wrapCallback(entry: OptionEntry, name: string, tools: Tools): DraftEdit {
  return surround(entry, { before: [tools.shim(name), '('], after: ')' }, tools);
}

/** `success: resolve` becomes `success: resolve as (result: any) => void`. */
function castCallback(entry: OptionEntry, type: string, tools: Tools): DraftEdit {
  const isName = entry.value.name !== undefined;
  return surround(entry, { before: isName ? [] : ['('], after: `${isName ? '' : ')'} as ${type}` }, tools);
}

interface Around {
  readonly before: Draft;
  readonly after: string;
}

function surround(entry: OptionEntry, { before, after }: Around, tools: Tools): DraftEdit {
  const key = tools.text(entry.keyAt);
  if (entry.form !== 'method') {
    return { at: entry.at, text: renamedKey(entry, entry.key ?? key, [...before, entry.value.at, after], tools) };
  }
  const { async: isAsync, generator: isGenerator, usesSuper } = entry.value.callback ?? {};
  // Only a method has a super: `fail: withErrCode({ fail() { super… } }.fail)`.
  if (usesSuper) {
    const member = key.startsWith('[') ? key : /^['"\d]/.test(key) ? `[${key}]` : `.${key}`;
    return { at: entry.at, text: [`${key}: `, ...before, '{ ', entry.at, ` }${member}${after}`] };
  }
  // A method's text without its key is a function's, but for the word; `async` and `*` stand before the key.
  const head = `${isAsync ? 'async ' : ''}function${isGenerator ? '*' : ''} `;
  return { at: entry.at, text: [`${key}: `, ...before, head, { start: entry.keyAt.end, end: entry.at.end }, after] };
}
