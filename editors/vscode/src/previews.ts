// In: the file or folder at hand. Out: what its migration would come to: of a file as a diff, of a folder as the report that the command
// line makes. Nothing is written.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type ExtensionContext,
  ProgressLocation,
  Uri,
  ViewColumn,
  commands,
  env,
  l10n,
  window,
  workspace,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

const scheme = 'cygnet-preview';

export function registerPreviews(context: ExtensionContext, client: LanguageClient, server: string): void {
  const texts = new Map<string, string>();
  context.subscriptions.push(
    workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
    }),
    commands.registerCommand('cygnet.previewFile', async () => {
      const document = window.activeTextEditor?.document;
      if (!document) return;
      const wish = { uri: client.code2ProtocolConverter.asUri(document.uri) };
      const { text } = await client.sendRequest<{ readonly text?: string }>('cygnet/preview', wish);
      if (text === undefined || text === document.getText()) {
        void window.showInformationMessage(l10n.t('cygnet would change nothing in this file.'));
        return;
      }
      // Another version has another address: what is shown of one is not kept for the next.
      const after = document.uri.with({ scheme, query: String(document.version) });
      texts.set(after.toString(), text);
      const title = l10n.t('{0} after cygnet', path.basename(document.uri.path));
      await commands.executeCommand('vscode.diff', document.uri, after, title);
    }),
    commands.registerCommand('cygnet.previewWorkspace', async () => {
      const folder = folderAtHand();
      if (folder === undefined) {
        void window.showInformationMessage(l10n.t('Open a folder first: the preview is of all that is in it.'));
        return;
      }
      const target = await targetOf(folder);
      if (target === undefined) return;
      const location = ProgressLocation.Notification;
      const page = await window.withProgress({ location, title: l10n.t('cygnet looks at the workspace') }, () =>
        reportOf(server, folder, target),
      );
      // The page says itself which script runs in it: its own, which filters and keeps marks, and no other.
      const wish = { enableScripts: true, localResourceRoots: [] };
      window.createWebviewPanel('cygnet.report', `cygnet: ${target}`, ViewColumn.Active, wish).webview.html = page;
    }),
  );
}

function folderAtHand(): string | undefined {
  const uri = window.activeTextEditor?.document.uri;
  const folder = (uri && workspace.getWorkspaceFolder(uri)) ?? workspace.workspaceFolders?.[0];
  return folder?.uri.fsPath;
}

/** That of the settings, else the one that somebody chooses. */
async function targetOf(folder: string): Promise<string | undefined> {
  const set = workspace.getConfiguration('cygnet', Uri.file(folder)).get<string>('to');
  if (set !== undefined && set !== '') return set;
  return window.showQuickPick(['fetch', 'axios', 'wx'], { title: l10n.t('The target of the migration') });
}

/** @throws Error with what the command line says */
async function reportOf(server: string, cwd: string, target: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cygnet-'));
  const file = path.join(folder, 'report.html');
  try {
    const said = await runCygnet([server, 'migrate', '--to', target, '--quiet', '--report', `html=${file}`], cwd);
    if (!existsSync(file)) throw new Error(said);
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runCygnet(args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const isChinese = env.language.toLowerCase().startsWith('zh');
    const own = {
      ...process.env,
      // The editor's own program is a Node, when it is told to be.
      ELECTRON_RUN_AS_NODE: '1',
      NO_COLOR: '1',
      LC_ALL: isChinese ? 'zh_CN.UTF-8' : 'en_US.UTF-8',
    };
    const child = spawn(process.execPath, args, { cwd, env: own, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', () => resolve(said));
  });
}
