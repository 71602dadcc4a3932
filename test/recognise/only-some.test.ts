// An alias of swan is not moved as a whole where some of its calls are to stay.
// On wx, the one target whose host an alias can stand for.

import { expect, it } from 'vitest';
import { rewrite } from '../../src/index.ts';

const program = `const s = swan;
s.request({ url: 'https://example.com/a' });
s.downloadFile({ url: 'https://example.com/b' });
`;

it('leaves the calls of other APIs on swan', () => {
  const { code } = rewrite(program, { target: 'wx', only: ['request'] });
  expect(code).toBe(program.replace('s.request', 'wx.request'));
});

it('leaves the calls that were declined on swan', () => {
  const { code } = rewrite(program, { target: 'wx', accept: ({ api }) => api === 'request' });
  expect(code).toBe(program.replace('s.request', 'wx.request'));
});

it('moves the alias where all of them go', () => {
  expect(rewrite(program, { target: 'wx' }).code).toBe(program.replace('= swan', '= wx'));
});
