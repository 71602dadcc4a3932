// In: a connection to an editor, and the machine. Out: a language server: diagnostics as somebody types, the rewrites as actions, what
// is known of a call on hover. Every request has an answer or a clear error, and none ends the server.
// Finds nothing itself: what it says is what the workspace says.

import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceEdit,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

import description from '../../../package.json' with { type: 'json' };
import type { Locale, Wording } from '../../locale/locale.ts';
import { findPage } from '../../workspace/disk/pages.ts';
import { spokenLocale } from '../../workspace/disk/system-locale.ts';
import type { Machine } from '../../workspace/machine.ts';
import { memoryFiles } from '../../workspace/memory.ts';
import { textEditsOf } from '../../workspace/text-edits.ts';
import { type ActionData, actionsAt, whyCommand } from './actions.ts';
import { type Client, clientOf } from './client.ts';
import type { Reader } from './diagnostics.ts';
import type { Folder } from './folder.ts';
import { type Folders, createFolders } from './folders.ts';
import { answersWith } from './guard.ts';
import { hoverAt } from './hover.ts';
import { type Live, createLive, mostText } from './live.ts';
import { offsetIn, pathOf, protocolEdits, uriOf } from './places.ts';
import { workspaceEdit } from './shim-edits.ts';

/** What the server knows between two requests. */
interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly folders: Folders;
  readonly live: Live;
  /** The language of what is said of no folder. */
  readonly locale: () => Locale;
  /** Absent until the client has said who it is. */
  client: Client | undefined;
  /** The settings of a client that cannot be asked for them. */
  settings: unknown;
  /** The client has said that it wants nothing more. */
  isOver: boolean;
}

/** @param locale goes before what the client says */
export function serve(connection: Connection, machine: Machine, locale?: Locale): void {
  const named = (): string | undefined => locale ?? session.client?.locale;
  const buffers = new Map<string, string>();
  const documents = new TextDocuments(TextDocument);
  const folders = createFolders(
    { ...machine, files: memoryFiles(buffers, machine.files) },
    async (folder) => {
      if (!session.client?.hasConfiguration) return session.settings;
      const wish = { scopeUri: uriOf(folder), section: 'cygnet' };
      // A client that does not answer after all has said what it wants at its start.
      const asked: unknown = await connection.workspace.getConfiguration(wish).catch(() => undefined);
      return asked ?? session.settings;
    },
    named,
  );
  const live = createLive({
    folders,
    documents: { get: (uri) => documents.get(uri), all: () => documents.all() },
    buffers,
    disk: machine.files,
    isToldOfFiles: () => session.client?.watchesFiles === true,
    publish: ({ uri, version }, diagnostics) => void connection.sendDiagnostics({ uri, version, diagnostics }),
    say: (message) =>
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }),
    locale: () => spokenLocale(named()),
  });
  const session: Session = {
    ...{ connection, documents, folders, live, client: undefined, settings: undefined, isOver: false },
    locale: () => spokenLocale(named()),
  };
  begin(session);
  listen(session);
  answer(session);
  answerExtension(session);
  documents.listen(connection);
  connection.listen();
}

function begin(session: Session): void {
  const { connection, folders, live } = session;
  connection.onInitialize((params) => {
    if (session.client) throw new ResponseError(ErrorCodes.InvalidRequest, 'initialize was requested before');
    session.client = clientOf(params);
    session.settings = ownSettings(params.initializationOptions);
    folders.set(foldersIn(params));
    return capabilitiesFor(session.client);
  });
  connection.onShutdown(() => {
    session.isOver = true;
  });
  connection.onInitialized(() => {
    if (session.client?.hasFolders) {
      connection.workspace.onDidChangeWorkspaceFolders((event: Partial<WorkspaceFoldersChangeEvent> | undefined) => {
        const gone = pathsOf(event?.removed);
        folders.set([...folders.named().filter((one) => !gone.includes(one)), ...pathsOf(event?.added)]);
        live.refresh();
      });
    }
    if (!session.client?.watchesFiles) return;
    const kinds = 'js,cjs,mjs,jsx,ts,cts,mts,tsx,vue,nvue,uvue,mpx,san,wpy,swan,sjs,json';
    const watchers = [{ globPattern: `**/*.{${kinds}}` }, { globPattern: '**/.gitignore' }];
    // A client that will not after all is one that tells of no file.
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {
      if (session.client) session.client = { ...session.client, watchesFiles: false };
    });
  });
}

/** Some clients send their settings for all servers, some those of this one. */
function ownSettings(settings: unknown): unknown {
  return (Object(settings) as { readonly cygnet?: unknown }).cygnet ?? settings;
}

/** Of what a client lists, as far as it lists anything. */
function pathsOf(listed: readonly ({ readonly uri: string } | null)[] | null | undefined): string[] {
  return listOf(listed).flatMap((one) => pathOf(one?.uri) ?? []);
}

function foldersIn({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return pathsOf(workspaceFolders ?? (rootUri === null ? [] : [{ uri: rootUri }]));
}

function capabilitiesFor({ resolvesActions }: Client): InitializeResult {
  const { QuickFix, SourceFixAll } = CodeActionKind;
  return {
    serverInfo: { name: description.name, version: description.version },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      codeActionProvider: {
        codeActionKinds: [QuickFix, SourceFixAll, `${SourceFixAll}.cygnet`],
        resolveProvider: resolvesActions,
      },
      hoverProvider: true,
      executeCommandProvider: { commands: [whyCommand] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}

function listen(session: Session): void {
  const { connection, documents, folders, live } = session;
  documents.onDidChangeContent(({ document }) => live.changed(document));
  documents.onDidClose(({ document }) => live.closed(document));
  documents.onDidSave(({ document }) => {
    const file = pathOf(document.uri);
    // Whoever tells of changed files tells of this one as well.
    if (file !== undefined && !session.client?.watchesFiles) live.told([file]);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => live.told(pathsOf(changes)));
  connection.onDidChangeConfiguration(({ settings }: { readonly settings: unknown }) => {
    session.settings = ownSettings(settings) ?? session.settings;
    folders.reset();
    live.refresh();
  });
}

function answer(session: Session): void {
  const { connection } = session;
  const { guarded } = answersWith(session);
  connection.onHover(
    guarded(async ({ textDocument, position }) => {
      const at = await openedAt(session, textDocument);
      return at && hoverAt(at.document, at.opened, at.wish, offsetIn(at.document, position));
    }),
  );
  connection.onCodeAction(
    guarded(async ({ textDocument, range, context }) => {
      const { client } = session;
      const at = await openedAt(session, textDocument);
      if (!at || !client) return undefined;
      const { document, opened, wish } = at;
      const asked = range as typeof range | undefined;
      // Some have it from where a selection began to where the cursor is.
      const [start = 0, end = 0] = [asked?.start, asked?.end].map((at) => offsetIn(document, at)).sort((a, b) => a - b);
      const { only, diagnostics } = contextOf(context);
      const actions = actionsAt(opened, {
        ...{ uri: document.uri, version: document.version, start, end, diagnostics },
        ...(only && { only }),
        ...wish,
        isForAllTargets: client.resolvesActions,
      });
      if (client.resolvesActions) return actions;
      const edited = await Promise.allSettled(actions.map((action) => withEdit(session, action)));
      // What cannot be done is not offered.
      return edited.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    }),
  );
  connection.onCodeActionResolve(guarded((action) => withEdit(session, action)));
  connection.onExecuteCommand(
    guarded(async ({ command, arguments: said = [] }) => {
      const [code, message] = said as readonly unknown[];
      if (command !== whyCommand || typeof message !== 'string') {
        throw new ResponseError(ErrorCodes.InvalidParams, `there is no command ${command} with these arguments`);
      }
      const page = findPage('diagnostics.md', String(code), session.locale());
      if (page !== undefined && session.client?.showsDocuments) {
        await connection.window.showDocument({ uri: page, takeFocus: true });
      } else
        await connection.sendNotification(ShowMessageNotification.type, {
          type: MessageType.Info,
          message,
        });
    }),
  );
}

/** With what a client has to send and may not. */
function contextOf(context: CodeActionContext | undefined): CodeActionContext {
  const { only, diagnostics } = context ?? {};
  return { diagnostics: listOf(diagnostics), ...(Array.isArray(only) && { only }) };
}

function listOf<Item>(items: readonly Item[] | null | undefined): Item[] {
  return Array.isArray(items) ? [...(items as readonly Item[])] : [];
}

/** What our own extensions ask for besides. */
function answerExtension(session: Session): void {
  const { connection, live } = session;
  const { guarded } = answersWith(session);
  connection.onRequest(
    'cygnet/preview',
    guarded(async ({ uri }: { readonly uri: string }) => {
      await live.settle();
      const at = await openedAt(session, { uri });
      return { text: at?.opened.rewritten?.apply().code ?? at?.document.getText() };
    }),
  );
  connection.onRequest(
    'cygnet/status',
    guarded(async ({ uri }: { readonly uri: string }) => {
      const file = pathOf(uri);
      if (file === undefined) return undefined;
      const folder = session.folders.folderOf(file);
      return { ...(await folder.counts()), target: await folder.target() };
    }),
  );
}

const words = {
  changed: { en: 'the document was changed meanwhile', 'zh-CN': '文档在此期间有改动' },
  nothing: {
    en: (target: string) => `nothing here can be rewritten for ${target}`,
    'zh-CN': (target: string) => `这里没有可以改写为 ${target} 的内容`,
  },
} as const satisfies Wording;

async function wishOf(folder: Folder): Promise<Reader> {
  return { target: await folder.target(), locale: await folder.locale() };
}

/** The file behind a document; nothing for what is left alone. @throws ResponseError when it is not open, or is another meanwhile */
async function openedAt({ documents, folders, locale }: Session, asked: { readonly uri: string } | undefined) {
  const document = documents.get(asked?.uri ?? '');
  if (!document) throw new ResponseError(ErrorCodes.InvalidParams, `${asked?.uri ?? 'no document'} is not open`);
  const place = folders.placeOf(document);
  if (!place || document.getText().length > mostText) return undefined;
  const { file, folder } = place;
  const { version } = document;
  const opened = await folder.open(file, document.getText());
  const wish = await wishOf(folder);
  if (!isStill(documents, document, version)) throw changedMeanwhile(locale());
  return opened && opened.program.status !== 'failed' ? { document, opened, wish } : undefined;
}

/** Documents change in place, and what is known of a text holds for no other. */
function isStill(documents: Session['documents'], { uri, version }: TextDocument, known: number): boolean {
  return version === known && documents.get(uri)?.version === known;
}

function changedMeanwhile(locale: Locale): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, words.changed[locale]);
}

async function withEdit(session: Session, action: CodeAction): Promise<CodeAction> {
  const data = action.data as ActionData | undefined;
  return data === undefined || action.edit ? action : { ...action, edit: await editFor(session, data) };
}

/** @throws ResponseError, Failure */
async function editFor(session: Session, { uri, version, target, site }: ActionData): Promise<WorkspaceEdit> {
  const { client, documents, folders, live } = session;
  const locale = session.locale();
  const document = documents.get(uri);
  const place = document && folders.placeOf(document);
  if (!client || !place || document.version !== version) throw changedMeanwhile(locale);
  // The shim has what all files need, and so all of them have to be known as they are.
  await live.settle();
  const { file, folder } = place;
  const text = document.getText();
  const opened = await folder.open(file, text, target);
  const output = opened?.rewritten?.apply(site === undefined ? undefined : [site]);
  if (output?.status !== 'changed') {
    throw new ResponseError(LSPErrorCodes.RequestFailed, words.nothing[locale](target));
  }
  const shim = output.shim.length > 0 ? await folder.shimFor(file, output.shim, target) : undefined;
  if (!isStill(documents, document, version)) throw changedMeanwhile(locale);
  const documentAt = (at: string): TextDocument | undefined => documents.all().find((one) => pathOf(one.uri) === at);
  const edits = protocolEdits(document, textEditsOf(text, output.edits));
  return workspaceEdit(client, { document, edits, shim, documentAt });
}
