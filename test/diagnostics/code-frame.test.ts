// The lines that are shown around a place: the mark stands under what it is about, as wide as a terminal shows it.
// The columns of a terminal are written by hand here: two for a Chinese character, a full-width sign or an emoji.

import { describe, expect, it } from 'vitest';

import { indexLines } from '../../src/text/lines.ts';

/** The two rows of the frame that matter, without what stands in front of them. */
function rowsFor(text: string, marked: string): string[] {
  const start = text.indexOf(marked);
  const rows = indexLines(text)
    .frame({ start, end: start + marked.length })
    .split('\n');
  const at = rows.findIndex((row) => row.startsWith('>'));
  return rows.slice(at, at + 2).map((row) => row.slice(row.indexOf('|') + 2));
}

describe('the mark of a code frame', () => {
  it.each([
    ['nothing wide', 'const a = swan.request;', 'swan.request', ' '.repeat(10), 12],
    ['Chinese before it', "call('列表', swan.request);", 'swan.request', ' '.repeat(13), 12],
    ['Chinese in it', "f(swan['请求']);", "swan['请求']", ' '.repeat(2), 12],
    ['full-width signs', "call('ＡＢ：', swan);", 'swan', ' '.repeat(15), 4],
    ['an emoji of several characters', "f('👨‍👩‍👧', swan);", 'swan', ' '.repeat(8), 4],
    ['a letter with a mark of its own', "f('e\u0301', swan);", 'swan', ' '.repeat(7), 4],
    ['half-width katakana', "f('ｱｲ', swan);", 'swan', ' '.repeat(8), 4],
    ['tabs, which stay', "\t\tf('列',\tswan);", 'swan', `\t\t${' '.repeat(7)}\t`, 4],
    ['what is shown as an escape', "f('\u0007列', swan);", 'swan', ' '.repeat(12), 4],
  ])('%s', (_what, line, marked, lead, length) => {
    expect(rowsFor(`// 上面\n${line}\n`, marked)[1]).toBe(lead + '^'.repeat(length));
  });

  it('is one sign long for what goes on in the next line, and has an end', () => {
    expect(rowsFor('列表(\n)', '(\n)')).toEqual(['列表(', '    ^']);
    expect(rowsFor(`f('${'长'.repeat(200)}')`, `'${'长'.repeat(200)}'`)[1]).toBe(`  ${'^'.repeat(80)}`);
  });
});
