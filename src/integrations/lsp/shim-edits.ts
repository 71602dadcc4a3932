// In: edits of a document, and the shims that its program needs. Out: one change of the workspace with both, as the client takes it.
// Writes no file itself.

import {
  type CreateFile,
  type TextDocumentEdit,
  type TextEdit as ProtocolEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';

import type { ShimFile } from '../../workspace/shims/shim-file.ts';
import type { Client } from './client.ts';
import { rangeIn, uriOf } from './places.ts';

export interface Changed {
  readonly document: TextDocument;
  readonly edits: ProtocolEdit[];
  /** What the new text imports from. */
  readonly shim: ShimFile | undefined;
  /** What the client has open, by path. */
  readonly documentAt: (path: string) => TextDocument | undefined;
}

export function workspaceEdit({ takesVersions, createsFiles }: Client, changed: Changed): WorkspaceEdit {
  const { document, edits, shim, documentAt } = changed;
  const files = shim && shim.before !== shim.after ? [shim] : [];
  if (!takesVersions) {
    const own = Object.fromEntries(files.map((file) => [uriAt(documentAt, file), [wholeShim(documentAt, file)]]));
    return { changes: { [document.uri]: edits, ...own } };
  }
  const documentChanges: (TextDocumentEdit | CreateFile)[] = [
    { textDocument: { uri: document.uri, version: document.version }, edits },
  ];
  for (const file of files) {
    const uri = uriAt(documentAt, file);
    if (file.before === undefined && createsFiles) documentChanges.push({ kind: 'create', uri });
    const version = documentAt(file.path)?.version ?? null;
    documentChanges.push({ textDocument: { uri, version }, edits: [wholeShim(documentAt, file)] });
  }
  return { documentChanges };
}

function uriAt(documentAt: Changed['documentAt'], { path }: ShimFile): string {
  return documentAt(path)?.uri ?? uriOf(path);
}

/** The shim is one text that is written anew. */
function wholeShim(documentAt: Changed['documentAt'], { path, before = '', after }: ShimFile): ProtocolEdit {
  const open = documentAt(path);
  if (open) return { range: rangeIn(open, 0, open.getText().length), newText: after };
  // Vi-like editors end every line of a new file: one that is replaced as a whole gets no line more.
  if (before === '')
    return { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, newText: after };
  const lines = before.split(/\r\n|[\r\n]/);
  const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return { range: { start: { line: 0, character: 0 }, end }, newText: after };
}
