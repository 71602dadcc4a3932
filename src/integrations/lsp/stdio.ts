// In: the machine. Out: the server on standard input and output, until the client says exit or goes away.
// The only file of the server that knows how it is reached.

import { createConnection } from 'vscode-languageserver/node';

import type { Locale } from '../../locale/locale.ts';
import type { Machine } from '../../workspace/machine.ts';
import { serve } from './server.ts';

/** Never ends by itself: with the client the process ends. */
export function serveStdio(machine: Machine, locale?: Locale): Promise<never> {
  serve(createConnection(process.stdin, process.stdout), machine, locale);
  return new Promise(() => undefined);
}
