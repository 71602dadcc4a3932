// In: an editor that opens a file of a kind that cygnet reads. Out: its language server at work, and the commands and the status that
// stand around it.
// Finds and rewrites nothing itself.

import { type ExtensionContext, commands, l10n, window, workspace } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { registerPreviews } from './previews.ts';
import { findServer } from './server-file.ts';
import { showStatus } from './status.ts';

const languages = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'vue'];
const others = '**/*.{vue,nvue,uvue,mpx,san,wpy}';

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const server = findServer(context.extensionPath);
  // Texts that were parsed are garbage at once: half of the room for what is new costs no time, and the server a tenth of its memory less.
  const options = { execArgv: ['--max-semi-space-size=8'] };
  const run = { module: server, args: ['lsp'], transport: TransportKind.stdio, options };
  const own = new LanguageClient(
    'cygnet',
    'cygnet',
    { run, debug: run },
    {
      documentSelector: [
        // A text that has no file yet has calls as well.
        ...languages.flatMap((language) => ['file', 'untitled'].map((scheme) => ({ scheme, language }))),
        { scheme: 'file', pattern: others },
      ],
      synchronize: { configurationSection: 'cygnet' },
    },
  );
  client = own;
  registerPreviews(context, own, server);
  context.subscriptions.push(
    commands.registerCommand('cygnet.restart', () => own.restart()),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('cygnet.server')) {
        void window.showInformationMessage(l10n.t('Reload the window to run the other cygnet.'));
      }
    }),
  );
  await own.start();
  showStatus(context, own);
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
