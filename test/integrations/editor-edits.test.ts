// In: fixtures, each in a buffer that has no file. Out: whether the language server makes the edits that the command line makes, site by
// site and all at once. Takes every fourth; with EVERY=1 in the environment, every one. What ESLint makes is asked in eslint.test.ts.

import path from 'node:path';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { expect, it } from 'vitest';
import { targetNames } from '../../src/targets.ts';
import { diskMachine } from '../../src/workspace/disk/disk-machine.ts';
import { openAlone } from '../../src/workspace/open-alone.ts';
import { readCases } from '../laws/cases.ts';
import { able, startClient } from './language-client.ts';
import { projectOf } from './projects.ts';

const specifier = '@/net';
const step = process.env['EVERY'] === undefined ? 4 : 1;
const cases = readCases().filter((_, i) => i % step === 0);
const empty = projectOf({ 'package.json': '{}' });

function edited(document: TextDocument, edit: WorkspaceEdit | undefined): string {
  const changes = edit?.documentChanges ?? [];
  const [change] = changes;
  if (changes.length !== 1 || !change || !('edits' in change)) return `not one change: ${JSON.stringify(edit)}`;
  return TextDocument.applyEdits(document, change.edits as Parameters<typeof TextDocument.applyEdits>[1]);
}

it('are those of the command line', { timeout: 120_000 }, async () => {
  const { connection } = await startClient(able, [empty], { to: 'fetch', specifier });
  const others: string[] = [];
  let asked = 0;
  // Each on one target and in turn: how edits are handed over does not depend on it.
  for (const [i, { name, code, input, sockets }] of cases.entries()) {
    if (sockets === 'many') continue;
    const target = targetNames[i % targetNames.length] ?? 'fetch';
    const file = `${i}-${input}`;
    const opened = await openAlone({ cwd: empty, target, specifier }, diskMachine, path.join(empty, file), code);
    const { rewritten } = opened ?? {};
    const document = TextDocument.create(`untitled:${file}`, 'javascript', 1, code);
    const textDocument = { uri: document.uri, languageId: 'javascript', version: 1, text: code };
    void connection.sendNotification('textDocument/didOpen', { textDocument });
    const moving = (rewritten?.sites ?? []).filter(({ verdict }) => verdict !== 'kept').map(({ id }) => id);
    // Of many alike, the first and the last.
    for (const site of [undefined, ...new Set([moving[0], moving.at(-1)])]) {
      if (site === undefined && moving.length === 0) continue;
      const data = { uri: document.uri, version: 1, target, ...(site !== undefined && { site }) };
      const action: CodeAction = { title: '', data };
      const wanted = rewritten?.apply(site === undefined ? undefined : [site]);
      if (wanted?.status !== 'changed') continue;
      const { edit } = await connection.sendRequest<CodeAction>('codeAction/resolve', action);
      asked += 1;
      const found = edited(document, edit);
      if (found !== wanted.code) others.push(`${name} on ${target}, ${site ?? 'all'}:\n${found}\n--\n${wanted.code}`);
    }
    void connection.sendNotification('textDocument/didClose', { textDocument: { uri: document.uri } });
  }
  expect(others).toEqual([]);
  expect(asked).toBeGreaterThan(600 / step);
});
