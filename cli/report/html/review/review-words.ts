// In: nothing. Out: the sentences of the part of the page that its script draws, in each language.
// Knows nothing of what is drawn.

import { severityNames } from '../../../../src/diagnostics/severity-names.ts';
import type { Wording } from '../../../../src/locale/locale.ts';

const s = (count: number): string => (count === 1 ? '' : 's');

export const reviewWords = {
  filter: { en: 'Filter', 'zh-CN': '筛选' },
  verdict: { en: 'Verdict', 'zh-CN': '结果' },
  api: { en: 'API', 'zh-CN': 'API' },
  code: { en: 'Code', 'zh-CN': '代码' },
  marks: { en: 'Marks', 'zh-CN': '标记' },
  all: { en: 'all', 'zh-CN': '全部' },
  open: { en: 'not reviewed yet', 'zh-CN': '未查看' },
  reviewed: { en: 'reviewed', 'zh-CN': '已查看' },
  accepted: { en: 'accepted', 'zh-CN': '已接受' },
  rejected: { en: 'rejected', 'zh-CN': '已拒绝' },
  search: { en: 'Search names and code', 'zh-CN': '搜索文件名与代码' },
  showAll: { en: 'Show all', 'zh-CN': '显示全部' },
  shown: {
    en: (shown: number, all: number) => (shown === all ? `${all} call${s(all)}` : `${shown} of ${all} calls`),
    'zh-CN': (shown: number, all: number) => (shown === all ? `${all} 处调用` : `${all} 处调用中的 ${shown} 处`),
  },
  nothingShown: { en: 'No call fits the filter.', 'zh-CN': '没有符合筛选条件的调用。' },
  files: { en: 'Files', 'zh-CN': '文件' },
  wholeProgram: { en: 'All folders', 'zh-CN': '所有文件夹' },
  inFolder: { en: (folder: string) => `only ${folder}`, 'zh-CN': (folder: string) => `仅 ${folder}` },
  showOnly: {
    en: (folder: string) => `Show only ${folder}`.trim(),
    'zh-CN': (folder: string) => `仅显示 ${folder}`.trim(),
  },
  counts: {
    en: (sites: number, needs: number) =>
      needs > 0 ? `${sites} call${s(sites)}, ${needs} for you` : `${sites} call${s(sites)}`,
    'zh-CN': (sites: number, needs: number) =>
      needs > 0 ? `${sites} 处调用，${needs} 处需要人工处理` : `${sites} 处调用`,
  },
  accept: { en: 'Accept', 'zh-CN': '接受' },
  reject: { en: 'Reject', 'zh-CN': '拒绝' },
  review: { en: 'Reviewed', 'zh-CN': '已查看' },
  previous: { en: 'Previous call', 'zh-CN': '上一处调用' },
  next: { en: 'Next call', 'zh-CN': '下一处调用' },
  exported: { en: 'Save the decisions', 'zh-CN': '导出决定' },
  decided: {
    en: (answers: number, reviewed: number) => `${answers} decided, ${reviewed} reviewed`,
    'zh-CN': (answers: number, reviewed: number) => `已决定 ${answers} 处，已查看 ${reviewed} 处`,
  },
  useWith: {
    en: (command: string) => `Use the file with: ${command}`,
    'zh-CN': (command: string) => `用法：${command}`,
  },
  notKept: {
    en: 'This browser keeps nothing for pages of this kind: save the decisions before you close the page.',
    'zh-CN': '此浏览器不为这类页面保存数据：关闭页面前请先导出决定。',
  },
  clear: { en: 'Forget all marks', 'zh-CN': '清除所有标记' },
  keys: { en: 'Keys', 'zh-CN': '快捷键' },
  keysOn: { en: 'Use these keys', 'zh-CN': '启用快捷键' },
  keyNext: { en: 'next and previous call', 'zh-CN': '下一处、上一处调用' },
  keyMark: {
    en: 'accept, reject, reviewed: the call that has the focus',
    'zh-CN': '接受、拒绝、已查看：对当前焦点所在的调用',
  },
  keySearch: { en: 'search', 'zh-CN': '搜索' },
  unchanged: { en: (n: number) => `${n} unchanged line${s(n)}`, 'zh-CN': (n: number) => `${n} 行未改动` },
  notShown: { en: (n: number) => `${n} line${s(n)} not shown`, 'zh-CN': (n: number) => `省略 ${n} 行` },
  before: { en: 'before', 'zh-CN': '改动前' },
  after: { en: 'after', 'zh-CN': '改动后' },
  lines: { en: 'code', 'zh-CN': '代码' },
  line: { en: 'line', 'zh-CN': '行' },
  removed: { en: 'removed', 'zh-CN': '删除' },
  added: { en: 'added', 'zh-CN': '新增' },
  help: { en: 'What it means and what to do', 'zh-CN': '含义与处理办法' },
  severity: severityNames,
  link: { en: 'Link to this call', 'zh-CN': '此调用的链接' },
} as const satisfies Wording;
