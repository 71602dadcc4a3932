// In: programs in memory, in which calls stand in each other, or which somebody has a say in. Out: what is left in them, each place
// with the reasons of its own. How it is printed is for other tests.

import { expect, it } from 'vitest';

import { isByChoice, leftOf } from '../../cli/report/left.ts';
import { memoryFiles } from '../../src/workspace/memory.ts';
import { openWorkspace } from '../../src/workspace/workspace.ts';

async function left(text: string) {
  const files = memoryFiles(new Map([['/app/a.js', text]]));
  const workspace = await openWorkspace({ cwd: '/app', target: 'fetch' }, { files });
  return leftOf((await workspace.settle()).files);
}

it('each call that is kept has its own reason, also where it stands in another one', async () => {
  const items = await left(`swan.request({
  url: 'https://example.com/',
  success() {
    swan.request({ url: 'https://example.com/in', success() { swan.request(o); } });
  },
});
monitor(swan);
`);
  const said = items.map(({ line, column, diagnostics }) => [`${line}:${column}`, diagnostics.map(({ code }) => code)]);
  expect(said).toEqual([
    ['1:1', ['swan-handed']],
    ['4:5', ['swan-handed']],
    ['4:63', ['swan-handed']],
    ['7:9', ['swan-escapes']],
  ]);
});

it('what somebody chose is told from what is to be mended', async () => {
  const items = await left(`// cygnet-ignore-next-line later
swan.request({ url: 'https://example.com/' });
swan[name]({});
`);
  expect(items.map((item) => [item.diagnostics[0]?.code, isByChoice(item)])).toEqual([
    ['kept-on-request', true],
    ['dynamic-name', false],
  ]);
});
