// In: what a client said of itself. Out: what of that decides how it is answered.
// Knows no client by name.

import type { InitializeParams } from 'vscode-languageserver/node';

export interface Client {
  /** Edits can say which version of a document they are for. */
  readonly takesVersions: boolean;
  readonly createsFiles: boolean;
  /** The edits of an action can be asked for when it is chosen. */
  readonly resolvesActions: boolean;
  readonly hasConfiguration: boolean;
  readonly hasFolders: boolean;
  /** It can be asked to tell of files that change. */
  readonly watchesFiles: boolean;
  readonly showsDocuments: boolean;
  /** The language that it shows itself in, as it names it. */
  readonly locale?: string;
}

export function clientOf({ capabilities, locale }: InitializeParams): Client {
  const { workspace, textDocument, window } = capabilities;
  const edit = workspace?.workspaceEdit;
  return {
    takesVersions: edit?.documentChanges === true,
    createsFiles: edit?.documentChanges === true && edit.resourceOperations?.includes('create') === true,
    resolvesActions: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    hasConfiguration: workspace?.configuration === true,
    hasFolders: workspace?.workspaceFolders === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    showsDocuments: window?.showDocument?.support === true,
    ...(locale !== undefined && { locale }),
  };
}
