// In: the language server. Out: how many calls of the folder at hand are left, in the status bar.
// Asks when a file was opened or saved: the answer is about all files of the folder. Where no file is at hand, such as in a diff or before a
// report, the folder of the last one is meant.

import { type ExtensionContext, StatusBarAlignment, type WorkspaceFolder, l10n, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

interface Counts {
  readonly sites: number;
  readonly kept: number;
  readonly files: number;
  readonly target?: string;
}

export function showStatus(context: ExtensionContext, client: LanguageClient): void {
  const item = window.createStatusBarItem('cygnet.status', StatusBarAlignment.Right);
  item.name = 'cygnet';
  item.command = 'cygnet.previewWorkspace';
  let last: WorkspaceFolder | undefined;
  const look = async (): Promise<void> => {
    const uri = window.activeTextEditor?.document.uri;
    const folder = (uri && workspace.getWorkspaceFolder(uri)) ?? last ?? workspace.workspaceFolders?.[0];
    last = folder;
    if (!folder) {
      item.hide();
      return;
    }
    try {
      const wish = { uri: client.code2ProtocolConverter.asUri(folder.uri) };
      const { sites, kept, files, target } = await client.sendRequest<Counts>('cygnet/status', wish);
      item.text = sites === 0 ? '$(check) cygnet' : `$(arrow-swap) cygnet ${l10n.t('{0} left', sites)}`;
      const goes =
        target === undefined
          ? l10n.t('No target is set.')
          : l10n.t('{0} can move to {1}, {2} stay.', sites - kept, target, kept);
      item.tooltip =
        sites === 0
          ? l10n.t('No network call of swan is left.')
          : l10n.t('{0} network calls of swan in {1} files. {2}', sites, files, goes);
    } catch (error) {
      item.text = '$(warning) cygnet';
      item.tooltip = error instanceof Error ? error.message : String(error);
    }
    item.show();
  };
  context.subscriptions.push(
    item,
    window.onDidChangeActiveTextEditor(() => void look()),
    workspace.onDidSaveTextDocument(() => void look()),
  );
  void look();
}
