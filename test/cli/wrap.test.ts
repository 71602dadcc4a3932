// Where lines are broken: at spaces, between Chinese characters by the rules of Chinese, and never within a word.
// Reads no terminal: the width is given.

import { describe, expect, it } from 'vitest';

import { inAscii, isUtf8, paragraph, wrapped } from '../../cli/medium.ts';
import { wrap } from '../../cli/text/wrap.ts';

describe('the lines of a text', () => {
  it.each([
    ['one two three', 8, ['one two', 'three']],
    ['/a/very/long/path.js is whole', 10, ['/a/very/long/path.js', 'is whole']],
    ['网络调用已经改写。', 10, ['网络调用已', '经改写。']],
    ['没有遗留，也没有失败', 8, ['没有遗', '留，也没', '有失败']],
    ['见（说明）', 4, ['见', '（说', '明）']],
    ['用fetch改写', 8, ['用fetch', '改写']],
    ['把 pages/index.js 改写', 12, ['把', 'pages/index.js', '改写']],
    ['a total of 12 files', 12, ['a total of', '12 files']],
    ['共有 12 个文件', 7, ['共有', '12 个文', '件']],
    ['', 10, ['']],
  ])('%j within %d columns', (text, columns, lines) => {
    expect(wrap(text, columns)).toEqual(lines);
  });

  it('do not count colours', () => {
    expect(wrap('\u001b[1mone\u001b[22m two', 7)).toEqual(['\u001b[1mone\u001b[22m two']);
    expect(wrap('\u001b[1m调用\u001b[22m，改写', 6)).toEqual(['\u001b[1m调用\u001b[22m，', '改写']);
  });

  const colours = undefined as never;

  it('stand below the beginning of the first, or near the edge where there is little room', () => {
    const text = 'some words that are too long for one line';
    expect(paragraph({ colours, columns: 44 }, text, '  files  ')).toBe(
      '  files  some words that are too long for\n         one line',
    );
    expect(paragraph({ colours, columns: 20 }, text, '  files  ')).toBe(
      '  files  some words\n  that are too long\n  for one line',
    );
    expect(paragraph({ colours }, text, '  files  ')).toBe(`  files  ${text}`);
    expect(wrapped({ colours, columns: 20 }, 'error: not a file here\n  help is at hand now')).toBe(
      'error: not a file\nhere\n  help is at hand\n  now',
    );
  });

  it('are ASCII where a terminal shows nothing else', () => {
    expect(paragraph({ colours, columns: 80, isAscii: true }, 'swan → fetch … “a”')).toBe('swan -> fetch ... "a"');
    expect(inAscii('页 — é')).toBe('页 - é');
  });
});

describe('the encoding of a terminal', () => {
  it.each([
    [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, false],
    [{ LC_ALL: '', LANG: 'zh_CN.UTF-8' }, true],
    [{ LC_CTYPE: 'en_US.utf8', LANG: 'C' }, true],
    [{ LANG: 'zh_CN.GBK' }, false],
    [{}, false],
  ])('%j', (env, isIt) => {
    expect(isUtf8(env, 'linux')).toBe(isIt);
  });

  it('is UTF-8 on Windows, which does not say so', () => {
    expect(isUtf8({}, 'win32')).toBe(true);
  });
});
