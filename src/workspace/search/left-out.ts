// In: what the search passed by. Out: which paths that were, by reason, counted and named in words.
// Knows nothing of why a rule exists.

import { type Locale, type Wording, wordsIn } from '../../locale/locale.ts';

export type LeftOutReason = keyof typeof words;

const words = {
  ignored: {
    en: (n: number) => `${n} ${n === 1 ? 'path' : 'paths'} that .gitignore names`,
    'zh-CN': (n: number) => `${n} 个被 .gitignore 忽略的路径`,
  },
  dependencies: {
    en: (n: number) => `${n} ${n === 1 ? 'folder' : 'folders'} of installed packages`,
    'zh-CN': (n: number) => `${n} 个存放依赖包的文件夹`,
  },
  builds: {
    en: (n: number) => `${n} build ${n === 1 ? 'folder' : 'folders'}`,
    'zh-CN': (n: number) => `${n} 个构建产物文件夹`,
  },
  generated: {
    en: (n: number) => `${n} minified or generated ${n === 1 ? 'file' : 'files'}`,
    'zh-CN': (n: number) => `${n} 个压缩或生成的文件`,
  },
  excluded: {
    en: (n: number) => `${n} excluded ${n === 1 ? 'path' : 'paths'}`,
    'zh-CN': (n: number) => `${n} 个被排除的路径`,
  },
  linksOut: {
    en: (n: number) =>
      n === 1 ? '1 link that is broken or leads out of the root' : `${n} links that are broken or lead out of the root`,
    'zh-CN': (n: number) => `${n} 个失效或指向根目录之外的链接`,
  },
  special: {
    en: (n: number) => (n === 1 ? '1 pipe, socket or device' : `${n} pipes, sockets or devices`),
    'zh-CN': (n: number) => `${n} 个管道、套接字或设备`,
  },
  otherKinds: {
    en: (n: number) =>
      n === 1 ? '1 named file of a kind that is not read' : `${n} named files of kinds that are not read`,
    'zh-CN': (n: number) => `${n} 个已指定但类型不受支持的文件`,
  },
} satisfies Wording;

const lists = {
  comma: { en: ', ', 'zh-CN': '、' },
  named: { en: (names: string) => ` (${names})`, 'zh-CN': (names: string) => `（${names}）` },
  more: { en: (n: number) => `, ${n} more`, 'zh-CN': (n: number) => `，另有 ${n} 个` },
} satisfies Wording;

/** Relative to where the command runs, with `/`, by reason. */
export type LeftOut = Map<LeftOutReason, string[]>;

/** So many are named in words. */
const namedAtMost = 3;

export function noteLeftOut(leftOut: LeftOut, reason: LeftOutReason, file: string): void {
  const known = leftOut.get(reason);
  if (known) known.push(file);
  else leftOut.set(reason, [file]);
}

/** `2 build folders (dist, build), 1 minified or generated file (lib.min.js)`; empty when nothing was left out. */
export function describeLeftOut(leftOut: LeftOut, locale: Locale): string {
  const say = wordsIn(words, locale);
  const { comma, named } = wordsIn(lists, locale);
  return (Object.keys(words) as LeftOutReason[])
    .map((reason) => ({ reason, files: leftOut.get(reason) ?? [] }))
    .filter(({ files }) => files.length > 0)
    .map(({ reason, files }) => say[reason](files.length) + named(namesOf(files, locale)))
    .join(comma);
}

/** The first few, and how many more there are. */
export function namesOf(files: readonly string[], locale: Locale): string {
  const { comma, more } = wordsIn(lists, locale);
  const rest = files.length - namedAtMost;
  return files.slice(0, namedAtMost).join(comma) + (rest > 0 ? more(rest) : '');
}
