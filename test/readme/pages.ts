// In: the pages that people read: both READMEs and docs/. Out: what stands in them: headings, fenced blocks, commands.
// Knows nothing of what they say.

import { files, read } from '../repository/files.ts';

/** English pages and their Chinese twins have one name. */
export interface Twins {
  readonly en: string;
  readonly zh: string;
}

export const readmes: Twins = { en: 'README.md', zh: 'README.zh-CN.md' };

/** Pages with a twin in docs/zh-CN. */
export const twins: readonly Twins[] = files
  .filter((file) => /^docs\/zh-CN\/[^/]+\.md$/.test(file))
  .map((zh) => ({ en: zh.replace('/zh-CN', ''), zh }));

/** Pages that are made from tables have no hand-written links. */
export function isGenerated(page: string): boolean {
  return /<!-- Generated from/.test(read(page));
}

export interface Block {
  readonly page: string;
  readonly language: string;
  /** What stands behind `//` in its first line; empty without such a line. */
  readonly title: string;
  /** The block without that line. */
  readonly code: string;
  readonly whole: string;
}

export function blocksOf(page: string): Block[] {
  return [...read(page).matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, language = '', whole = '']) => {
    const [, title = '', code = whole] = /^\/\/ (.*)\n([^]*)$/.exec(whole) ?? [];
    return { page, language, title, code, whole };
  });
}

/** `#` and `##` and so on, in their order. */
export function levelsOf(page: string): string[] {
  return [...prose(page).matchAll(/^(#+) /gm)].map(([, level = '']) => level);
}

/** What is to be typed, wherever it stands: in the text or in a block for a shell. */
export function commandsOf(page: string): string[] {
  const spans = [...prose(page).matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
  return spans.filter((span) => /^(npx |npm |git |cygnet( |$)|--)/.test(span)).sort();
}

/** Lines of the blocks for a shell, without comments and other programs behind a pipe. */
export function shellLinesOf(page: string): string[] {
  return blocksOf(page)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ whole }) => whole.split('\n'))
    .map((line) => line.replace(/ (?:# |\| ).*$/, '').trim())
    .filter((line) => line !== '');
}

function prose(page: string): string {
  return read(page).replace(/^(`{3,}).*\n[^]*?^\1$/gm, '');
}
