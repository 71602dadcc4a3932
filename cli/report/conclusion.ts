// In: a run. Out: what may be said of it as a whole: that nothing is left, and of which files that is known; and what was
// not read though it names swan. Every report takes these words from here.
// Knows nothing of formats.

import { type Wording, wordsIn } from '../../src/locale/locale.ts';
import { namesOf } from '../../src/workspace/search/left-out.ts';
import type { UnreadFile } from '../../src/workspace/search/unread.ts';
import type { Run } from '../../src/workspace/report/run.ts';

/** Which calls are meant, where a run is for all APIs. */
type Kind = 'any' | 'swan' | 'new';

/** `No network call is left in the files looked at.` */
export function nothingLeft(run: Run, kind: Kind = 'any'): string {
  const { left, leftInPart } = wordsIn(wording, run.locale);
  return (isKnownInPart(run) ? leftInPart : left)(callsOf(run, kind));
}

/** `No swan network call was found in the files looked at: nothing to do here.` */
export function nothingFound(run: Run): string {
  const { found, foundInPart } = wordsIn(wording, run.locale);
  return (isKnownInPart(run) ? foundInPart : found)(callsOf(run, 'swan'));
}

function callsOf({ only, locale }: Run, kind: Kind): string {
  const { callOf, or, ...kinds } = wordsIn(calls, locale);
  return only ? callOf(only.map((api) => `swan.${api}`).join(or)) : kinds[kind];
}

/** What is known holds of what was read. */
function isKnownInPart({ isPartial, leftOut, unread }: Run): boolean {
  return isPartial || unread.length > 0 || [...leftOut.values()].some((files) => files.length > 0);
}

const calls = {
  any: { en: 'network call', 'zh-CN': '网络调用' },
  swan: { en: 'swan network call', 'zh-CN': ' swan 网络调用' },
  new: { en: 'new swan network call', 'zh-CN': '新的 swan 网络调用' },
  callOf: { en: (apis: string) => `call of ${apis}`, 'zh-CN': (apis: string) => `对 ${apis} 的调用` },
  or: { en: ' or ', 'zh-CN': ' 或 ' },
} satisfies Wording;

const wording = {
  left: { en: (call: string) => `No ${call} is left.`, 'zh-CN': (call: string) => `没有遗留${call}。` },
  leftInPart: {
    en: (call: string) => `No ${call} is left in the files looked at.`,
    'zh-CN': (call: string) => `在查看过的文件中没有遗留${call}。`,
  },
  found: {
    en: (call: string) => `No ${call} was found: nothing to do here.`,
    'zh-CN': (call: string) => `没有找到${call}：这里不需要做什么。`,
  },
  foundInPart: {
    en: (call: string) => `No ${call} was found in the files looked at: nothing to do here.`,
    'zh-CN': (call: string) => `在查看过的文件中没有找到${call}：这里不需要做什么。`,
  },
} satisfies Wording;

/** Those of the program itself: what lies in packages is not its to rewrite. */
export function ownUnread({ unread }: Pick<Run, 'unread'>): UnreadFile[] {
  return unread.filter(({ code }) => code !== 'unread-package');
}

/** What names swan and was not read, a line for each kind: `2 files of kinds that are not read (a.html, b.svelte)`. */
export function unreadLines({ unread, locale }: Run): string[] {
  const { inPackage, ...say } = wordsIn(kinds, locale);
  return (Object.keys(say) as UnreadFile['code'][]).flatMap((code) => {
    const files = unread.filter((file) => file.code === code);
    if (files.length === 0) return [];
    const names = files.map(({ file, count }) => (code === 'unread-package' ? inPackage(file, count) : file));
    return [say[code](files.length, namesOf(names, locale))];
  });
}

const kinds = {
  'unread-file': {
    en: (n: number, names: string) =>
      `${n} ${n === 1 ? 'file of a kind that is not read' : 'files of kinds that are not read'} (${names})`,
    'zh-CN': (n: number, names: string) => `${n} 个类型不受支持的文件（${names}）`,
  },
  'generated-file': {
    en: (n: number, names: string) => `${n} minified or generated ${n === 1 ? 'file' : 'files'} (${names})`,
    'zh-CN': (n: number, names: string) => `${n} 个压缩或生成的文件（${names}）`,
  },
  'unread-package': {
    en: (n: number, names: string) => `${n} installed ${n === 1 ? 'package' : 'packages'} (${names})`,
    'zh-CN': (n: number, names: string) => `${n} 个已安装的包（${names}）`,
  },
  inPackage: {
    en: (name: string, n: number) => `${name}: ${n} ${n === 1 ? 'file' : 'files'}`,
    'zh-CN': (name: string, n: number) => `${name}：${n} 个文件`,
  },
} satisfies Wording;
