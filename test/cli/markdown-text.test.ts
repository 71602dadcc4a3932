// In: hostile texts. Out: whether Markdown that is made of them shows exactly these, in a line, as code and in a table, as read by
// the rules of CommonMark and GitHub's tables.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code, fenced, inMarkdown, joined, gfm, row, inLines, type Markdown } from '../../cli/report/markdown-text.ts';
import { codeWord, phrase, plain } from '../../src/workspace/report/phrase.ts';

const hostile = fc.string({
  unit: fc.constantFrom(...'|`*_[]<>(){}#~&$!\\-+=1.) :@ab\n\r\u2028', '中', '😀', '&lt;', '**'),
  maxLength: 14,
});

const flat = (text: string): string => text.replace(/[\r\n\u2028\u2029]+/g, ' ');

describe('a text in Markdown', () => {
  it.each([
    ['a|b', 'a\\|b'],
    ['`swan.request` *now* _then_', '\\`swan.request\\` \\*now\\* \\_then\\_'],
    ['[a](b) <script> &lt;', '\\[a\\](b) \\<script\\> \\&lt;'],
    ['two\nlines', 'two lines'],
    ['# title', '\\# title'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['请求没有移走', '请求没有移走'],
  ])('%j', (text, wanted) => {
    expect(gfm`${text}`.text).toBe(wanted);
  });

  it('is shown as it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(shownIn(gfm`: ${text}`.text.slice(2))).toBe(flat(text));
      }),
    );
  });

  it('stays what it is when it is Markdown', () => {
    const inner = gfm`**${'a*b'}**`;
    expect(gfm`${inner} and ${2}`.text).toBe('**a\\*b** and 2');
    expect(inMarkdown(phrase`${codeWord('a`b')} of ${'c_d'}`).text).toBe('``a`b`` of c\\_d');
    expect(plain(phrase`${codeWord('a`b')} of ${'c_d'}`)).toBe('a`b of c_d');
  });
});

describe('code in Markdown', () => {
  it('is shown as it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(spanIn(code(text).text)).toBe(flat(text));
      }),
    );
  });

  it('stands between fences that nothing in it closes', () => {
    const lines = ['a', '```', '````', '# b'];
    const [first, ...rest] = inLines(fenced('text', lines)).split('\n');
    expect(first).toBe('`````text');
    expect(rest).toEqual([...lines, '`````']);
  });
});

describe('a row of a table', () => {
  const cell = fc.oneof(
    hostile.map((text): [string, Markdown] => [flat(text), gfm`${text}`]),
    hostile.map((text): [string, Markdown] => [flat(text), code(text)]),
  );

  it('has a cell for each, and shows it as it is', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (cells) => {
        const { text } = joined([row(cells.map(([, markdown]) => markdown))], '');
        expect(text).not.toContain('\n');
        expect(cellsOf(text).map(shownInCell)).toEqual(cells.map(([shown]) => shown.trim()));
      }),
    );
  });
});

/** By GitHub's tables: a pipe behind a backslash parts no cells, also within code. */
function cellsOf(line: string): string[] {
  const cells = line.split(/(?<!(?<!\\)(?:\\\\)*\\)\|/);
  expect([cells[0], cells.at(-1)]).toEqual(['', '']);
  return cells.slice(1, -1).map((one) => one.slice(1, -1));
}

function shownInCell(cell: string): string {
  const html = /^<code>(.*)<\/code>$/.exec(cell)?.[1];
  const numbered = html?.replace(/&#(\d+);/g, (_, number: string) => String.fromCharCode(Number(number)));
  return (numbered ?? (/^`/.test(cell) ? spanIn(cell) : shownIn(cell))).trim();
}

/** What a line shows that holds no Markdown: anything that could begin some has a backslash before it. */
function shownIn(text: string): string {
  const bare = text.replace(/\\[!-/:-@[-`{-~]/g, '');
  expect(bare).not.toMatch(/[\\`*_{}[\]<>#|~&$!\r\n]/);
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** What a code span shows: up to the next run of as many backticks, without one space at both ends. */
function spanIn(text: string): string {
  if (text === '') return '';
  const fence = /^`+/.exec(text)?.[0] ?? '';
  const inner = text.slice(fence.length, -fence.length);
  expect(text.endsWith(fence)).toBe(true);
  expect([...inner.matchAll(/`+/g)].map(([run]) => run)).not.toContain(fence);
  expect(inner).not.toMatch(/^`|`$/);
  return /^ .*\S.* $/s.test(inner) ? inner.slice(1, -1) : inner;
}
