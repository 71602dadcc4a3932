// In: what an editor can do, and the folders that it has open. Out: a client of the language server, over standard input and output, as
// an editor would be one; and what it heard.
// Holds no expectation.

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type WorkspaceEdit,
  createProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { afterAll } from 'vitest';
import { program } from '../cli/command-line.ts';

const children: ChildProcess[] = [];

afterAll(() => {
  for (const child of children) child.kill();
});

/** VS Code, as far as it matters here. */
export const able: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
  textDocument: { codeAction: { resolveSupport: { properties: ['edit'] }, dataSupport: true } },
};

/** Emacs's eglot has none of that. */
export const plain: ClientCapabilities = {};

export interface LanguageClient {
  readonly connection: ProtocolConnection;
  readonly messages: string[];
  /** By folder. */
  readonly settings: Map<string, object>;
  open(file: string, text?: string): void;
  change(file: string, changes: TextDocumentContentChangeEvent[]): void;
  close(file: string): void;
  text(file: string): string;
  /** The diagnostics of a file once they are as wanted. */
  diagnostics(file: string, isWanted?: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
  actions(file: string, line: number, character: number, only?: string[]): Promise<CodeAction[]>;
  resolve(action: CodeAction): Promise<CodeAction>;
  /** The texts after an edit, by path; of files that it makes as well. */
  applied(edit: WorkspaceEdit | undefined): Record<string, string>;
}

/** The server, to which nobody has said anything yet. */
export function startServer(): ProtocolConnection {
  // As VS Code does.
  const args = [program, 'lsp', '--stdio', `--clientProcessId=${process.pid}`];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  return createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
}

export async function startClient(
  capabilities: ClientCapabilities,
  folders: readonly string[],
  initial: object = {},
  locale?: string,
  { answersNothing = false } = {},
): Promise<LanguageClient> {
  const connection = startServer();
  const published = new Map<string, readonly Diagnostic[]>();
  const listeners = new Set<() => void>();
  const documents = new Map<string, TextDocument>();
  const messages: string[] = [];
  const settings = new Map<string, object>();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
      published.set(uri, diagnostics);
      for (const listener of listeners) listener();
    },
  );
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => void messages.push(message));
  if (!answersNothing) {
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri: string }[] }) =>
      items.map(({ scopeUri }) => settings.get(scopeUri) ?? initial),
    );
    connection.onRequest('client/registerCapability', () => null);
  }
  connection.listen();
  const uriOf = (file: string): string => pathToFileURL(file).href;
  const workspaceFolders = folders.map((folder) => ({ uri: uriOf(folder), name: path.basename(folder) }));
  const params = {
    processId: process.pid,
    rootUri: null,
    capabilities,
    workspaceFolders,
    initializationOptions: initial,
    ...(locale !== undefined && { locale }),
  };
  await connection.sendRequest('initialize', params);
  await connection.sendNotification('initialized', {});
  const documentAt = (uri: string): TextDocument =>
    documents.get(uri) ?? TextDocument.create(uri, 'javascript', 0, readOrNothing(uri));
  return {
    connection,
    messages,
    settings,
    open(file, text = readFileSync(file, 'utf8')) {
      const document = TextDocument.create(uriOf(file), 'javascript', 1, text);
      documents.set(document.uri, document);
      const textDocument = { uri: document.uri, languageId: 'javascript', version: 1, text };
      void connection.sendNotification('textDocument/didOpen', { textDocument });
    },
    change(file, contentChanges) {
      const uri = uriOf(file);
      const before = documentAt(uri);
      const document = TextDocument.update(before, contentChanges, before.version + 1);
      documents.set(uri, document);
      const textDocument = { uri, version: document.version };
      void connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
    },
    close(file) {
      void connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(file) } });
    },
    text: (file) => documentAt(uriOf(file)).getText(),
    diagnostics(file, isWanted = () => true) {
      return new Promise((resolve) => {
        const look = (): void => {
          const found = published.get(uriOf(file));
          if (!found || !isWanted(found)) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
      });
    },
    async actions(file, line, character, only) {
      const at = { line, character };
      return (
        (await connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
          textDocument: { uri: uriOf(file) },
          range: { start: at, end: at },
          context: { diagnostics: published.get(uriOf(file)) ?? [], ...(only && { only }) },
        })) ?? []
      );
    },
    resolve: (action) => connection.sendRequest('codeAction/resolve', action),
    applied(edit) {
      const texts: Record<string, string> = {};
      const changes =
        edit?.documentChanges ??
        Object.entries(edit?.changes ?? {}).map(([uri, edits]) => ({ textDocument: { uri }, edits }));
      for (const change of changes) {
        if (!('edits' in change)) continue;
        const document = documentAt(change.textDocument.uri);
        texts[path.basename(document.uri)] = TextDocument.applyEdits(
          document,
          change.edits as { range: Diagnostic['range']; newText: string }[],
        );
      }
      return texts;
    },
  };
}

function readOrNothing(uri: string): string {
  try {
    return readFileSync(new URL(uri), 'utf8');
  } catch {
    return '';
  }
}
