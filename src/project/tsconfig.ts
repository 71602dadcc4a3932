// In: the path of a tsconfig. Out: what it says, with those that it extends, as the compiler reads it.
// Knows nothing of what is asked of it.

import path from 'node:path';
import { ts } from 'ts-morph';

/** @throws Error when it cannot be read */
export function readTsconfig(tsconfig: string, { hasFiles }: { readonly hasFiles: boolean }): ts.ParsedCommandLine {
  const { config, error } = ts.readConfigFile(tsconfig, (file) => ts.sys.readFile(file));
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  // To look for the files takes a while.
  const host = hasFiles ? ts.sys : { ...ts.sys, readDirectory: () => [] };
  return ts.parseJsonConfigFileContent(config, host, path.dirname(tsconfig), undefined, tsconfig);
}
