// In: the files that changed, and what a run made of them. Out: the one line that a person reads of that round.
// Knows nothing of watching.

import { describe } from '../../src/diagnostics/diagnostics.ts';
import { type Locale, wordsIn } from '../../src/locale/locale.ts';
import { printable } from '../../src/text/printable.ts';
import { scriptPattern } from '../../src/workspace/choices.ts';
import type { FileResult } from '../../src/workspace/file-result.ts';
import { shownPath } from '../../src/workspace/paths.ts';

export interface Round {
  readonly cwd: string;
  /** Absolute: what was made, changed or removed. */
  readonly changed: readonly string[];
  readonly files: readonly FileResult[];
  readonly isWritten: boolean;
}

/** So many are named. */
const namedAtMost = 3;

const roundWords = {
  changed: {
    en: (names: string, more: number) => `${names}${more > 0 ? ` and ${more} more` : ''} changed`,
    'zh-CN': (names: string, more: number) => `${names}${more > 0 ? `等 ${more + namedAtMost} 个文件` : ''} 已改动`,
  },
  sites: {
    en: (count: number) => (count === 1 ? '1 site' : `${count} sites`),
    'zh-CN': (count: number) => `${count} 处调用`,
  },
  left: {
    en: (count: number) => `${count} left for you`,
    'zh-CN': (count: number) => `${count} 处需要您处理`,
  },
  wrote: {
    en: (count: number) => (count === 1 ? '1 file written' : `${count} files written`),
    'zh-CN': (count: number) => `已写入 ${count} 个文件`,
  },
  would: {
    en: (count: number) => (count === 1 ? '1 file would change' : `${count} files would change`),
    'zh-CN': (count: number) => `将改动 ${count} 个文件`,
  },
};

/** `pages/a.js changed: 2 sites; 1 file would change` */
export function roundLine({ cwd, changed, files, isWritten }: Round, locale: Locale): string {
  const say = wordsIn(roundWords, locale);
  // What is no script may concern all of them.
  const isAboutAll = changed.some((file) => !scriptPattern.test(file));
  const own = isAboutAll ? files : files.filter(({ path }) => changed.includes(path));
  const names = changed.slice(0, namedAtMost).map((file) => shownPath(cwd, file));
  const sites = own.flatMap((file) => file.sites);
  const left = sites.filter(({ verdict }) => verdict === 'kept').length;
  const rewritten = files.filter(({ status }) => status === 'changed').length;
  const [fault] = own.flatMap(({ file, diagnostics }) =>
    diagnostics.filter(({ severity }) => severity === 'error').map((one) => ({ ...one, file })),
  );
  const parts = [
    say.sites(sites.length),
    ...(left > 0 ? [say.left(left)] : []),
    ...(rewritten > 0 ? [isWritten ? say.wrote(rewritten) : say.would(rewritten)] : []),
    ...(fault ? [`${fault.file}:${fault.line}:${fault.column} ${describe(fault, locale)}`] : []),
  ];
  const [colon, comma, semicolon] = locale === 'en' ? [': ', ', ', '; '] : ['：', '、', '；'];
  const head = say.changed(names.join(comma), changed.length - names.length);
  return printable(`${head}${colon}${parts.join(semicolon)}`);
}
