// In: nothing. Out: the text of a target for a host with an API like swan's, whose every trait is its own: one file, as a stranger
// would begin it. It renames calls and values and knows no difference between the hosts.
// It is planted in a copy of the project, and not a target of this one.

export const hostTarget = `// The target my: the same call on Alipay's host, renamed in place. Sees spans and facts only.

import type { NetworkCall } from '../src/ir.ts';
import type { Kept, Lowered, Target, Tools } from '../src/target.ts';
import type { Edit } from '../src/text/text.ts';
import { notesOf, valueNotes } from './notes/notes.ts';
import { ignoredEdits, ignoredEntries } from './shared/ignored-options.ts';
import { findOptions } from './shared/visible-options.ts';

function lower(call: NetworkCall, tools: Tools): Lowered | Kept {
  const { callee, object, api } = call;
  const isRehosted = tools.isRehosted(callee);
  if (!isRehosted && tools.global('my') !== 'my') {
    return { verdict: 'kept', note: { code: 'name-taken', at: callee, details: { name: 'my' } } };
  }
  const renamed: Edit = object ? { at: object, text: ['my'] } : { at: callee, text: ['my.' + api] };
  const options = findOptions(call);
  const ignored = options ? ignoredEdits(options, ignoredEntries(call, options, tools), tools) : [];
  return {
    verdict: 'renamed',
    edits: [...(isRehosted ? [] : [renamed]), ...ignored],
    notes: notesOf(call, { target: my, tools }),
  };
}

export const my: Target = {
  name: 'my',
  title: { en: 'Alipay my', 'zh-CN': '支付宝 my' },
  summary: { en: 'Alipay mini-programs: the same calls on my', 'zh-CN': '支付宝小程序：my 上的同名调用' },
  traits: {
    platform: { kind: 'mini-program', name: 'Alipay', domainFields: [{ api: 'request', label: 'httpRequest 域名' }] },
    unsendableMethods: ['TRACE'],
    unsettableHeaders: [],
    unreadableHeaders: [],
    headerCase: 'as-sent',
    replacesUploadType: false,
    closeCodes: 'any',
    filePaths: 'host',
    parsesUpload: 'by-callback',
    ownOptions: { request: ['timeout'] },
    packages: [{ name: '@mini-types/alipay', isForTypes: true }],
  },
  shim: 'wx',
  globals: ['my'],
  host: { global: 'my' },
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
  valueName: () => undefined,
  value(value, tools) {
    const notes = valueNotes(value, { target: my, tools });
    if (tools.isRehosted(value.at)) return { verdict: 'renamed', edits: [], notes };
    if (tools.global('my') !== 'my') {
      return { verdict: 'kept', note: { code: 'name-taken', at: value.at, details: { name: 'my' } } };
    }
    const key = value.isShorthand ? tools.text(value.at) + ': ' : '';
    const receiver: Edit[] = value.receiver ? [{ at: value.receiver, text: ['my'] }] : [];
    return { verdict: 'renamed', edits: [{ at: value.at, text: [key + 'my.' + value.api] }, ...receiver], notes };
  },
  taskType: (task) => 'my.' + task,
};
`;
