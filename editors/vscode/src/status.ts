// In: the language server. Out: how many calls of the folder at hand are left, in the status bar.
// Asks when a file was opened or saved: the answer is about all files of the folder.

import { type ExtensionContext, StatusBarAlignment, window, workspace } from 'vscode';
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
  const look = async (): Promise<void> => {
    const uri = window.activeTextEditor?.document.uri;
    const folder = uri && workspace.getWorkspaceFolder(uri);
    if (!folder) {
      item.hide();
      return;
    }
    try {
      const wish = { uri: client.code2ProtocolConverter.asUri(folder.uri) };
      const { sites, kept, files, target } = await client.sendRequest<Counts>('cygnet/status', wish);
      item.text = sites === 0 ? '$(check) cygnet' : `$(arrow-swap) cygnet ${sites} left`;
      const goes = target === undefined ? 'No target is set.' : `${sites - kept} can move to ${target}, ${kept} stay.`;
      item.tooltip =
        sites === 0 ? 'No network call of swan is left.' : `${sites} network calls of swan in ${files} files. ${goes}`;
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
