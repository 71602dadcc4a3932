// In: programs of a few lines. Out: whether what a file holds is read without a target, and what becomes of it chosen site by site.
// What the rewrite of a site looks like is tested elsewhere.

import { describe, expect, it } from 'vitest';
import { read, rewrite } from '../../src/index.ts';

const guarded = `if (typeof swan !== 'undefined' && swan.request) {
    swan.request({ url: 'https://example.com/list' });
    swan.login();
}
`;

describe('read', () => {
  it('says what a file holds, and nothing of a move', () => {
    const program = read(guarded);
    expect(program.sites).toMatchObject([
      { id: 0, api: 'request', line: 2, codes: [], form: { through: 'global', options: 'literal' } },
    ]);
    expect(program.hosts.request).toEqual(['https://example.com']);
    expect(program.others).toEqual({ login: 1 });
    expect(program.diagnostics).toEqual([]);
    // On a target the same test is worth a warning.
    expect(rewrite(guarded, { target: 'fetch' }).diagnostics.map(({ code }) => code)).toContain('swan-guard');
  });

  it('gives the reason of a site that stays on every target', () => {
    const program = read(`swan[name]({});\n// cygnet-ignore-next-line: not yet\nswan.request({ url });\n`);
    expect(program.sites.map(({ api, codes }) => [api, ...codes])).toEqual([
      ['*', 'dynamic-name'],
      ['request', 'kept-on-request'],
    ]);
    expect(program.diagnostics.map(({ code, line }) => [code, line])).toEqual([
      ['dynamic-name', 1],
      ['kept-on-request', 3],
    ]);
  });

  it('says what the file hands on, and what it puts in the place of an API', () => {
    const program = read('export const { request } = swan;\nswan.uploadFile = mock;\n');
    expect(program.exports).toEqual([{ name: 'request', stands: 'request' }]);
    expect(program.assigned).toMatchObject([{ code: 'api-assigned', api: 'uploadFile' }]);
  });

  it('never throws on a program', () => {
    const program = read('swan.request({ url: ;');
    expect(program).toMatchObject({ status: 'failed', sites: [] });
    expect(program.diagnostics.map(({ code }) => code)).toEqual(['parse-error']);
    expect(program.rewrite({ target: 'fetch' }).apply()).toMatchObject({
      status: 'failed',
      code: program.code,
      diagnostics: [{ code: 'parse-error' }],
    });
    expect(read('nothing of it').rewrite({ target: 'fetch' }).apply()).toMatchObject({
      status: 'unchanged',
      sites: [],
    });
  });
});

const three = `const a = swan.request({ url: '/a' });
swan.request({
    url: '/b',
    success: () => {
        swan.request({ url: '/c' });
    },
});
`;

describe('rewritten', () => {
  const rewritten = read(three).rewrite({ target: 'wx' });

  it('knows each site with its verdict and its own edits', () => {
    expect(rewritten.sites.map(({ id, verdict }) => [id, verdict])).toEqual([
      [0, 'renamed'],
      [1, 'renamed'],
      [2, 'renamed'],
    ]);
    expect(rewritten.sites.map(({ edits }) => edits.map(({ text }) => text))).toEqual([[['wx']], [['wx']], [['wx']]]);
  });

  it('is applied as a whole, by number, or as asked', () => {
    expect(rewritten.apply().code).toBe(three.replaceAll('swan.', 'wx.'));
    expect(rewritten.apply([0, 1, 2]).code).toBe(rewritten.apply().code);
    expect(rewritten.apply([2]).code).toBe(three.replace("swan.request({ url: '/c'", "wx.request({ url: '/c'"));
    expect(rewritten.apply(({ line }) => line === 1).code).toBe(three.replace('swan.', 'wx.'));
    expect(rewritten.apply(rewritten.sites.slice(2)).code).toBe(rewritten.apply([2]).code);
    expect(rewritten.apply([]).status).toBe('unchanged');
  });

  it('says of a site that was not chosen that it was declined', () => {
    expect(rewritten.apply([1]).sites.map(({ id, verdict, codes }) => [id, verdict, ...codes])).toEqual([
      [0, 'kept', 'declined'],
      [1, 'renamed', 'relative-url'],
      [2, 'kept', 'declined'],
    ]);
  });

  it('knows where what stood at an offset went', () => {
    const output = read(three).rewrite({ target: 'fetch' }).apply();
    const { code, offsetOf } = output;
    for (const site of output.sites) {
      const after = code.slice(offsetOf(site.start, 'start'), offsetOf(site.end, 'end'));
      expect(after).toContain(`'${'/abc'.slice(0, 1)}${'abc'.charAt(site.id)}'`);
      expect(after).not.toContain('swan');
    }
  });

  it('makes nothing more of what it made', () => {
    for (const chosen of [undefined, [0], [1, 2]]) {
      expect(read(three).rewrite({ target: 'fetch' }).apply(chosen).again().edits).toEqual([]);
    }
  });
});
