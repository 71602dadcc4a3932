// In: the folders that are open, and where the extension lies. Out: the cygnet to run: the one that is named, else the one that the
// program has installed, so that the editor says what its command line says, else the extension's own.

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { workspace } from 'vscode';

const main = 'dist/cli/main.js';

export function findServer(extension: string): string {
  const named = workspace.getConfiguration('cygnet').get<string>('server');
  if (named !== undefined && named !== '') return named;
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const installed = installedIn(uri.fsPath);
    if (installed !== undefined) return installed;
  }
  return path.join(extension, 'server', main);
}

function installedIn(folder: string): string | undefined {
  try {
    const manifest = createRequire(path.join(folder, 'package.json')).resolve('cygnet/package.json');
    const file = path.join(path.dirname(manifest), main);
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}
