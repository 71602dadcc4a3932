// In: nothing. Out: the sentences of the page about what the new home needs, in each language.
// Knows nothing of how they are put together.

import type { Wording } from '../../../src/locale/locale.ts';

const s = (count: number): string => (count === 1 ? '' : 's');

export const needsWords = {
  needs: { en: 'Needs', 'zh-CN': '需要' },
  stop: { en: '.', 'zh-CN': '。' },
  crossOrigin: { en: 'Cross-origin requests', 'zh-CN': '跨域请求' },
  noOrigin: {
    en: 'No origin is written in the code: the urls are put together at run time. In a browser their servers must allow your page (CORS).',
    'zh-CN': '代码中没有写明源（origin）：URL 在运行时拼接。在浏览器中，它们的服务器必须允许您的页面访问（CORS）。',
  },
  origin: { en: 'origin', 'zh-CN': '源（origin）' },
  calledWith: { en: 'called with', 'zh-CN': '调用的 API' },
  methods: { en: 'methods', 'zh-CN': '方法' },
  headers: { en: 'header fields', 'zh-CN': '请求头' },
  othersAtRunTime: { en: 'others, known at run time', 'zh-CN': '其他，在运行时才能确定' },
  hosts: { en: 'Hosts', 'zh-CN': '域名' },
  domainLists: {
    en: 'They belong into the domain lists of the mini-program:',
    'zh-CN': '请将它们加入小程序的合法域名列表：',
  },
  timeouts: { en: 'Timeouts', 'zh-CN': '超时时间' },
  program: { en: 'program', 'zh-CN': '小程序' },
  shims: { en: (count: number) => (count === 1 ? 'Shim' : 'Shims'), 'zh-CN': () => 'shim 文件' },
  otherApis: { en: 'Other swan APIs', 'zh-CN': '其他 swan API' },
  remain: {
    en: (uses: number, files: number) =>
      `${uses} use${s(uses)} of other swan APIs remain${uses === 1 ? 's' : ''} in ${files} file${s(files)}.`,
    'zh-CN': (uses: number, files: number) => `还有 ${files} 个文件中的 ${uses} 处使用了其他 swan API。`,
  },
  listed: { en: 'They are listed below.', 'zh-CN': '详见下方列表。' },
  othersThatRemain: { en: 'Other swan APIs that remain', 'zh-CN': '仍在使用的其他 swan API' },
  byApi: { en: (count: number) => `By API (${count})`, 'zh-CN': (count: number) => `按 API（${count}）` },
  byFile: { en: (count: number) => `By file (${count})`, 'zh-CN': (count: number) => `按文件（${count}）` },
  uses: { en: 'uses', 'zh-CN': '次数' },
  files: { en: 'files', 'zh-CN': '文件数' },
  file: { en: 'file', 'zh-CN': '文件' },
} as const satisfies Wording;
