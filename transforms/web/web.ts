// In: how a web target spells a request. Out: the whole target: requests in its own spelling where they are provably
// equal, everything else as calls of the same shape to the shim. What fetch and axios share stands here once.

import type { ApiName } from '../../src/apis.ts';
import type { NetworkCall, NetworkValue, ObjectLiteral } from '../../src/ir.ts';
import type { Denial, DraftEdit, Kept, Lowered, NeededPackage, Note, Target, Tools, Traits } from '../../src/target.ts';
import type { Edit } from '../../src/text/text.ts';
import { ignoredEdits, ignoredEntries } from '../shared/ignored-options.ts';
import { isSpaced } from '../layout/object-layout.ts';
import { findNativeRequest, type Spelling } from './native-request.ts';
import { notesOf, valueNotes } from '../notes/notes.ts';
import { secondArgument, shimCallee, shimValue } from '../shared/shim-call.ts';
import { expectsParsed } from '../shared/upload-result.ts';
import { findOptions } from '../shared/visible-options.ts';

interface WebTarget extends Pick<Target, 'name' | 'title' | 'summary' | 'shim' | 'guide' | 'globals'> {
  /** What its shim imports. */
  readonly packages: readonly NeededPackage[];
  readonly spelling: Spelling;
}

/** What browsers allow. Source: the Fetch standard (forbidden methods and header names), the WebSocket standard (close). */
const browserTraits: Omit<Traits, 'packages'> = {
  platform: { kind: 'browser' },
  unsendableMethods: ['TRACE', 'CONNECT'],
  unsettableHeaders: ['cookie'],
  unreadableHeaders: ['set-cookie'],
  // R12
  headerCase: 'any',
  replacesUploadType: true,
  // S6
  closeCodes: [
    [1000, 1000],
    [3000, 4999],
  ],
  // U3, D1
  filePaths: 'own',
  parsesUpload: 'by-argument',
  ownOptions: {},
};

export function webTarget({ packages, spelling, ...words }: WebTarget): Target {
  const traits: Traits = { ...browserTraits, packages };
  const target = { name: words.name, traits };
  const lowerRequest = (call: NetworkCall, tools: Tools): Lowered => {
    const native = tools.style === 'native' ? findNativeRequest(call, tools, spelling) : isOwnCallWanted(call);
    return withNotes('verdict' in native ? native : toShim(call, tools, call.api, native), call, tools);
  };
  const lowerCall = (call: NetworkCall, tools: Tools): Lowered =>
    withNotes(toShim(call, tools, call.api, hasOwnCall(call)), call, tools);
  const lowerUpload = (call: NetworkCall, tools: Tools): Lowered => {
    const shim = toShim(call, tools, hearsProgress(call) ? 'uploadFileWithProgress' : 'uploadFile', hasOwnCall(call));
    return withNotes(shim, call, tools);
  };

  return {
    ...words,
    traits,
    host: { shim: true },
    valueName,
    lower: {
      request: lowerRequest,
      uploadFile: lowerUpload,
      downloadFile: lowerCall,
      connectSocket: lowerCall,
      onSocketOpen: lowerCall,
      onSocketError: lowerCall,
      onSocketMessage: lowerCall,
      onSocketClose: lowerCall,
      sendSocketMessage: lowerCall,
      closeSocket: lowerCall,
    },
    value(value: NetworkValue, tools: Tools): Lowered | Kept {
      const edits = [
        ...shimValue(value, tools, valueName(value.api)),
        ...(value.call ? givenEdits(value.call, tools) : []),
      ];
      const denial = { question: 'is it called where it stands', at: value.at };
      return { verdict: 'shim', edits, notes: valueNotes(value, { target, tools }), denial };
    },
    taskType: (task, shim) => shim(task),
  };

  function withNotes(lowered: Lowered, call: NetworkCall, tools: Tools): Lowered {
    const notes: readonly Note[] = notesOf(call, { target, tools });
    return { ...lowered, notes: [...(lowered.notes ?? []), ...notes] };
  }
}

/** The call as it is, to the shim's function of that name. */
function toShim(call: NetworkCall, tools: Tools, name: string, denial: Denial): Lowered {
  return { verdict: 'shim', edits: [shimCallee(call, tools, name), ...givenEdits(call, tools)], denial };
}

function isOwnCallWanted({ at }: NetworkCall): Denial {
  return { question: 'is the style native, so that calls of the platform are wanted', at };
}

/** The platform has something for files and sockets, but nothing that takes what swan takes. */
function hasOwnCall({ callee }: NetworkCall): Denial {
  return { question: 'has the platform a call of its own for this API', at: callee };
}

/** What changes in the arguments. */
function givenEdits(call: NetworkCall, tools: Tools): DraftEdit[] {
  const options = findOptions(call);
  if (!options) return [];
  return [...ignoredEdits(options, ignoredEntries(call, options, tools), tools), ...parsing(call, options, tools)];
}

/** U2: `uploadFile({ … }, { dataType: 'json' })` */
function parsing(call: NetworkCall, options: ObjectLiteral, tools: Tools): Edit[] {
  if (call.api !== 'uploadFile' || call.options.kind === 'none' || call.extraArguments || !expectsParsed(options)) {
    return [];
  }
  const like = options.entries.find(({ key }) => key === 'dataType')?.value.at;
  const pad = isSpaced(options, tools) ? ' ' : '';
  return [secondArgument(call.options.at, `{${pad}dataType: ${tools.quote('json', like)}${pad}}`)];
}

/** The program listens to upload progress, or may do so where it cannot be seen. */
function hearsProgress({ result }: NetworkCall): boolean {
  if (result.kind === 'task') return result.methods.includes('onProgressUpdate');
  return result.kind === 'escapes' || result.kind === 'awaited';
}

/** What an API that is used as a value is called with cannot be seen, so its function must do everything. */
function valueName(api: ApiName): string {
  return api === 'uploadFile' ? 'uploadFileWithProgress' : api;
}
