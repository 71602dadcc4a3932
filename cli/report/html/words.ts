// In: nothing. Out: the sentences of the page that the reader can do something with, in each language: headings, filters, marks.
// Both halves of the page take them from here, the one that is written and the one that its script draws.

import type { Wording } from '../../../src/locale/locale.ts';

const s = (count: number): string => (count === 1 ? '' : 's');

export const pageWords = {
  titleOfLook: { en: 'swan network calls', 'zh-CN': 'swan 网络调用' },
  skip: { en: 'Skip to the calls', 'zh-CN': '跳到调用列表' },
  needsYou: {
    en: (n: number) => `${n} ${n === 1 ? 'place needs' : 'places need'} you`,
    'zh-CN': (n: number) => `${n} 处需要人工处理`,
  },
  nothingNeedsYou: { en: 'Nothing here needs a person.', 'zh-CN': '没有需要人工处理的地方。' },
  needsIntro: {
    en: 'These calls stay on swan, or these files could not be read. Each stands here under its reason, with what to do.',
    'zh-CN': '这些调用仍保留在 swan 上，或文件无法读取。下面按原因分组列出，并说明如何处理。',
  },
  whatToDo: { en: 'What it means and what to do', 'zh-CN': '含义与处理办法' },
  moreBelow: {
    en: (n: number) => `and ${n} more, in the list of files below`,
    'zh-CN': (n: number) => `另有 ${n} 处，见下方文件列表`,
  },
  looked: {
    en: (looked: number, files: number) => `${looked} file${s(looked)} looked at, ${files} with swan in them`,
    'zh-CN': (looked: number, files: number) => `查看了 ${looked} 个文件，其中 ${files} 个用到 swan`,
  },
  toChange: { en: (n: number) => `${n} to change`, 'zh-CN': (n: number) => `${n} 个将改动` },
  changed: { en: (n: number) => `${n} changed`, 'zh-CN': (n: number) => `${n} 个已改动` },
  failed: { en: (n: number) => `${n} failed`, 'zh-CN': (n: number) => `${n} 个失败` },
  leftOut: { en: (what: string) => `Left out: ${what}.`, 'zh-CN': (what: string) => `未查看：${what}。` },
  notRead: { en: 'not read', 'zh-CN': '未读取' },
  ran: { en: 'Run', 'zh-CN': '命令' },
  when: { en: 'When', 'zh-CN': '时间' },
  commit: { en: 'Commit', 'zh-CN': '提交' },
  noCommit: { en: 'not in git', 'zh-CN': '不在 git 中' },
  verdicts: { en: 'What became of the calls', 'zh-CN': '各调用的结果' },
  byApi: { en: 'Calls by API', 'zh-CN': '按 API 统计的调用' },
  api: { en: 'API', 'zh-CN': 'API' },
  remains: { en: 'Where swan remains', 'zh-CN': '仍保留 swan 的位置' },
  remainsIntro: {
    en: 'By folder: network calls that are kept, and uses of other swan APIs, which are left alone.',
    'zh-CN': '按文件夹统计：保留的网络调用，以及不作改动的其他 swan API。',
  },
  remainsOfLook: {
    en: 'By folder: network calls, and uses of other swan APIs.',
    'zh-CN': '按文件夹统计：网络调用，以及其他 swan API 的使用。',
  },
  networkCalls: { en: 'network calls', 'zh-CN': '网络调用' },
  folder: { en: 'folder', 'zh-CN': '文件夹' },
  keptCalls: { en: 'kept calls', 'zh-CN': '保留的调用' },
  otherUses: { en: 'other APIs', 'zh-CN': '其他 API' },
  moreFolders: { en: (n: number) => `and ${n} more folder${s(n)}`, 'zh-CN': (n: number) => `另有 ${n} 个文件夹` },
  review: { en: 'The calls, file by file', 'zh-CN': '逐个文件查看调用' },
  noScript: {
    en: 'The changes themselves are drawn by a script, which is off here. What needs a person stands above in full.',
    'zh-CN': '具体改动由脚本绘制，而此处脚本已禁用。需要人工处理的内容已在上方完整列出。',
  },
  tooOld: {
    en: 'This browser cannot unpack the changes (DecompressionStream is missing). What needs a person stands above in full.',
    'zh-CN': '此浏览器无法解压改动内容（缺少 DecompressionStream）。需要人工处理的内容已在上方完整列出。',
  },
  nothingFound: {
    en: 'No swan network call was found in the files looked at.',
    'zh-CN': '在查看的文件中没有找到 swan 网络调用。',
  },
} as const satisfies Wording;
