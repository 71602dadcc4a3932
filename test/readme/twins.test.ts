// In: the pages in both languages. Out: whether each says as much as its twin: the same headings, blocks and commands, and leads to it.
// Which pages are English alone is listed here.

import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { files, read } from '../repository/files.ts';
import { type Block, blocksOf, commandsOf, isGenerated, levelsOf, readmes, twins } from './pages.ts';

/** For those who change cygnet, or who cite a rule in code. */
const englishAlone = ['docs/architecture.md', 'docs/rules.md'];
/** Their twin is a summary. */
const shortened = new Set(['docs/correctness.md']);

/** Comments for a shell are in the language of the page. */
const bare = ({ language, whole }: Block): string => (language === 'sh' ? whole.replace(/\s*# .*$/gm, '') : whole);

describe('a page in two languages', () => {
  it('is there in both', () => {
    const pages = files.filter((file) => /^docs\/[^/]+\.md$/.test(file));
    const twinned = new Set(twins.map(({ en }) => en));
    expect(pages.filter((page) => !twinned.has(page))).toEqual(englishAlone);
    expect([...twinned].filter((page) => !pages.includes(page))).toEqual([]);
  });

  it.each([readmes, ...twins])('$en says as much in Chinese', ({ en, zh }) => {
    if (!isGenerated(en)) {
      expect(read(en)).toContain(`](${path.posix.relative(path.posix.dirname(en), zh)})`);
      expect(read(zh)).toContain(`](${path.posix.relative(path.posix.dirname(zh), en)})`);
    }
    if (shortened.has(en)) return;
    expect(levelsOf(zh)).toEqual(levelsOf(en));
    expect(blocksOf(zh).map(bare)).toEqual(blocksOf(en).map(bare));
    if (!isGenerated(en)) expect(commandsOf(zh)).toEqual(commandsOf(en));
  });

  it.each([readmes, ...twins])('$zh is set as Chinese is', ({ zh }) => {
    const text = read(zh)
      .replace(/^(`{3,}).*\n[^]*?^\1$/gm, '')
      .replace(/`[^`\n]*`/g, 'code')
      .replace(/\]\([^)]*\)/g, ']');
    // Half-width marks behind a Chinese character, and Latin words that touch one.
    const faults = text
      .split('\n')
      .filter((line) => /[\p{Script=Han}][,;:!?]|[\p{Script=Han}][A-Za-z0-9]|[A-Za-z0-9][\p{Script=Han}]/u.test(line));
    expect(faults).toEqual([]);
  });
});
