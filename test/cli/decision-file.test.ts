// In: a file of decisions that two runs have open. Out: what is in it when both have kept answers there, and after each edit by hand.
// Asks nobody.

import path from 'node:path';

import { expect, it } from 'vitest';

import { namedDecisions, ownDecisions } from '../../cli/asking/decision-file.ts';
import type { Decision } from '../../src/workspace/decisions/format.ts';
import { addFiles, makeProject, read } from './command-line.ts';

const decision = (file: string, answer: Decision['answer'], line = 1): Decision => ({
  ...{ file, line, column: 1, api: 'request', call: 'swan.request({})', verdict: 'renamed' },
  ...{ hash: '0123456789abcdef', around: '0123456789abcdef', answer },
});
const withSites = (...sites: Decision[]) => ({ version: 1, target: 'wx', sites }) as const;
const kept = (text: string): string[] =>
  (JSON.parse(text) as { sites: Decision[] }).sites.map(({ file, answer = 'none' }) => `${file} ${answer}`);

it.each(['named', 'own'] as const)(
  'two people who are asked at once keep the answers of both: a %s file',
  async (kind) => {
    const cwd = makeProject({ 'package.json': '{}' });
    const open = () =>
      kind === 'own' ? ownDecisions(cwd, cwd, 'wx') : namedDecisions({ path: path.join(cwd, 'd.json') }, cwd, 'wx');
    const [one, other] = [open(), open()];
    expect([await one.read(), await other.read()]).toEqual([undefined, undefined]);
    await one.save(withSites(decision('a.js', 'accept')));
    await other.save(withSites(decision('b.js', 'reject')));
    await one.save(withSites(decision('a.js', 'reject'), decision('c.js', 'accept')));
    const file = kind === 'own' ? '.cygnet/decisions-wx.json' : 'd.json';
    expect(kept(read(cwd, file))).toEqual(['a.js reject', 'b.js reject', 'c.js accept']);
  },
);

it('what was in it before and is about another line now does not come back', async () => {
  const cwd = makeProject({ 'package.json': '{}' });
  addFiles(cwd, { 'd.json': JSON.stringify(withSites(decision('a.js', 'accept', 9))) });
  const file = namedDecisions({ path: path.join(cwd, 'd.json') }, cwd, 'wx');
  await file.read();
  await file.save(withSites(decision('a.js', 'accept', 10)));
  expect(kept(read(cwd, 'd.json'))).toEqual(['a.js accept']);
});
