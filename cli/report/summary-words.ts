// In: nothing. Out: the words of the summary, in each language.
// Knows nothing of runs.

import type { Wording } from '../../src/locale/locale.ts';

export const summaryWords = {
  files: { en: 'files', 'zh-CN': '文件' },
  sites: { en: 'sites', 'zh-CN': '调用' },
  shims: { en: 'shim', 'zh-CN': 'shim' },
  needs: { en: 'needs', 'zh-CN': '需要' },
  others: { en: 'others', 'zh-CN': '其他' },
  unread: { en: 'unread', 'zh-CN': '未读' },
  warning: { en: 'warning ', 'zh-CN': '警告：' },
  comma: { en: ', ', 'zh-CN': '，' },
  calls: { en: 'swan network calls', 'zh-CN': 'swan 网络调用' },
  inputStays: {
    en: (move: string) => `${move}: the input does not change`,
    'zh-CN': (move: string) => `${move}：输入的代码没有变化`,
  },
  inputRewritten: {
    en: (move: string) => `${move}: the input was rewritten`,
    'zh-CN': (move: string) => `${move}：输入的代码已改写`,
  },
  nothingChanges: {
    en: (move: string) => `${move}: no file changes`,
    'zh-CN': (move: string) => `${move}：没有文件需要改动`,
  },
  wrote: {
    en: (move: string, n: number) => `${move}: wrote ${n} ${n === 1 ? 'file' : 'files'}`,
    'zh-CN': (move: string, n: number) => `${move}：已写入 ${n} 个文件`,
  },
  wouldChange: {
    en: (move: string, n: number) => `${move}: would change ${n} ${n === 1 ? 'file' : 'files'}`,
    'zh-CN': (move: string, n: number) => `${move}：将改动 ${n} 个文件`,
  },
  looked: { en: (n: number) => `${n} looked at`, 'zh-CN': (n: number) => `查看了 ${n} 个` },
  withSwan: { en: (n: number) => `${n} with swan in them`, 'zh-CN': (n: number) => `其中 ${n} 个用到 swan` },
  changed: { en: (n: number) => `${n} changed`, 'zh-CN': (n: number) => `${n} 个有改动` },
  failed: { en: (n: number) => `${n} failed`, 'zh-CN': (n: number) => `${n} 个失败` },
  leftOut: { en: (what: string) => `left out: ${what}`, 'zh-CN': (what: string) => `未查看：${what}` },
  sitesLine: {
    en: (n: number, byVerdict: string) => `${n}: ${byVerdict}`,
    'zh-CN': (n: number, byVerdict: string) => `${n} 处：${byVerdict}`,
  },
  counted: {
    en: (n: number, name: string) => `${n} ${name}`,
    'zh-CN': (n: number, name: string) => `${name} ${n} 处`,
  },
  unreadLine: {
    en: (line: string) => `${line}, where swan's network is named`,
    'zh-CN': (line: string) => `${line}，其中提到了 swan 的网络 API`,
  },
  othersUncounted: {
    en: 'the other swan APIs are left alone; cygnet scan lists them',
    'zh-CN': '与网络无关的 swan API 不作改动；cygnet scan 会列出它们',
  },
  othersLine: {
    en: (uses: number, files: number) =>
      `${uses} ${uses === 1 ? 'use' : 'uses'} of other swan APIs in ${files} ${files === 1 ? 'file' : 'files'}, left alone; cygnet scan lists them`,
    'zh-CN': (uses: number, files: number) =>
      `${files} 个文件中有 ${uses} 处用到与网络无关的 swan API，不作改动；cygnet scan 会列出它们`,
  },
  andMore: { en: (n: number) => `… and ${n} more`, 'zh-CN': (n: number) => `…… 另有 ${n} 个` },
  left: { en: (n: number) => `Left for you (${n}):`, 'zh-CN': (n: number) => `需要您处理（${n} 处）：` },
  moreLeft: {
    en: (n: number) => `… and ${n} more: --report json or --report html=FILE lists them all.`,
    'zh-CN': (n: number) => `…… 另有 ${n} 处：--report json 或 --report html=FILE 会全部列出。`,
  },
  asItWas: { en: 'left as it was', 'zh-CN': '保持原样' },
} satisfies Wording;
