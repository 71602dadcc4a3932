// In: how an editor wants to talk. Out: the language server, until the editor ends it.
// Knows nothing of what it says.

import { Failure } from '../../src/workspace/failure.ts';
import type { Speech } from '../speech.ts';
import { withMachine } from '../plan/machine.ts';

/** @throws Failure when nobody could talk to it */
export async function runLanguageServer(isStdio: boolean, { named }: Speech): Promise<never> {
  if (!isStdio) {
    throw new Failure({
      what: {
        en: 'cygnet lsp talks to editors, and over nothing else than standard input and output',
        'zh-CN': 'cygnet lsp 只与编辑器对话，并且只通过标准输入和标准输出',
      },
      help: {
        en: 'An editor starts it with: cygnet lsp --stdio',
        'zh-CN': '编辑器这样启动它：cygnet lsp --stdio',
      },
    });
  }
  const { serveStdio } = await import('../../src/integrations/lsp/stdio.ts');
  return withMachine((machine) => serveStdio(machine, named));
}
