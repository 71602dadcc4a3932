// In: how an editor wants to talk. Out: the language server, until the editor ends it.
// Knows nothing of what it says.

import { Failure } from '../../src/workspace/failure.ts';
import { withMachine } from '../plan/machine.ts';

/** @throws Failure when nobody could talk to it */
export async function runLanguageServer(isStdio: boolean): Promise<never> {
  if (!isStdio) {
    throw new Failure({
      what: 'cygnet lsp talks to editors, and over nothing else than standard input and output',
      help: 'An editor starts it with: cygnet lsp --stdio',
    });
  }
  const { serveStdio } = await import('../../src/integrations/lsp/stdio.ts');
  return withMachine(serveStdio);
}
