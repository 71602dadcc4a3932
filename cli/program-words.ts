// In: nothing. Out: what the help says of the program and its commands, in each language.
// What it says of their options stands in the table of options.

import { type Wording, behindChinese, inEach, wordsIn } from '../src/locale/locale.ts';
import { targets } from '../src/targets.ts';

/** `fetch, axios or WeChat wx` */
const titles = inEach((locale) => {
  const all = Object.values(targets).map(({ title }) => title[locale]);
  const { comma, or } = wordsIn(
    {
      comma: { en: ', ', 'zh-CN': '、' },
      or: { en: (name: string) => ` or ${name}`, 'zh-CN': (name: string) => ` 或${behindChinese(name)}` },
    },
    locale,
  );
  const [last = ''] = all.slice(-1);
  return all.slice(0, -1).join(comma) + or(last);
});

export const programWords = {
  program: {
    en: `Moves Baidu Smart Program (swan) network calls to ${titles.en}: right or refused, never guessed.`,
    'zh-CN': `把百度智能小程序（swan）的网络调用迁移到 ${titles['zh-CN']}：要么正确，要么拒绝，绝不猜测。`,
  },
  version: { en: 'print the version', 'zh-CN': '显示版本' },
  helpCommand: { en: 'print the help of a command', 'zh-CN': '显示某个命令的帮助' },
  moving: { en: 'Move:', 'zh-CN': '迁移：' },
  looking: { en: 'Look:', 'zh-CN': '查看：' },
  others: { en: 'Others:', 'zh-CN': '其他：' },
  paths: {
    en: 'files, folders or patterns (default: the current folder)',
    'zh-CN': '文件、文件夹或通配模式（默认：当前文件夹）',
  },
  toFetch: {
    en: 'show what would change, as a diff',
    'zh-CN': '以 diff 显示将有的改动，不写入',
  },
  toAxios: { en: 'change the files below pages', 'zh-CN': '改动 pages 下的文件' },
  toUndo: { en: 'take that back', 'zh-CN': '撤销上述改动' },
  toScan: { en: 'list all network calls and hosts', 'zh-CN': '列出全部网络调用和域名' },
  toExplain: { en: 'say what a code means', 'zh-CN': '说明某个代码的含义' },
  exitCodes: {
    en: 'Exit codes: 0 everything done, nothing left; 1 something is left for a person; 2 wrong use, or a fault of cygnet.',
    'zh-CN': '退出码：0 全部完成，没有遗留；1 有内容需要人工处理；2 用法错误，或 cygnet 自身出错。',
  },
  migrate: {
    en: 'rewrite swan network calls for a target (a preview, unless --write)',
    'zh-CN': '把 swan 网络调用改写到目标平台（不加 --write 时只预览）',
  },
  migrateAbout: {
    en: 'Plans the rewrite of every swan network call below the paths and prints it as a unified diff that git apply accepts, then a summary on standard error. Changes nothing without --write.',
    'zh-CN':
      '为指定路径下的每处 swan 网络调用制定改写方案，以 git apply 可用的 diff 格式输出，并在标准错误输出中给出摘要。不加 --write 就不改动任何文件。',
  },
  root: {
    en: 'The root is the nearest folder upwards with an app.json, else a package.json, else a pages.json, else the current one.',
    'zh-CN':
      '根目录是向上最近的含有 app.json 的文件夹；没有时依次查找 package.json、pages.json，都没有则为当前文件夹。',
  },
  programs: {
    en: 'A program below it (a folder with an app.json, or what uni-app, Taro, mpx or wepy have in its place) gets a shim of its own, with its own networkTimeout; all other files use that of the root.',
    'zh-CN':
      '根目录之下的小程序（含有 app.json 的文件夹，或 uni-app、Taro、mpx、wepy 中与之相当的文件）各有自己的 shim 和自己的 networkTimeout；其余文件使用根目录的 shim。',
  },
  scan: { en: 'list every swan network call', 'zh-CN': '列出全部 swan 网络调用' },
  scanAbout: {
    en: 'The inventory: every network call with its form, the hosts it talks to, wrapper functions, and a count of the other swan APIs, which cygnet leaves alone.',
    'zh-CN': '清单：每处网络调用及其写法、访问的域名、封装函数，以及 cygnet 不作改动的其他 swan API 的数量。',
  },
  check: { en: 'for CI: say where swan network calls are left', 'zh-CN': '用于 CI：指出哪里还有 swan 网络调用' },
  checkAbout: {
    en: 'Says where swan network calls are left. The exit code is 1 when there are any.',
    'zh-CN': '指出哪里还有 swan 网络调用。只要还有，退出码就是 1。',
  },
  undo: { en: 'take the last --write back, byte for byte', 'zh-CN': '逐字节撤销上一次 --write 的改动' },
  undoAbout: {
    en: 'Takes the last --write back, byte for byte. Refuses when a file was edited since, and then touches none. The originals stay in .cygnet in the root until every file is as it was.',
    'zh-CN':
      '逐字节撤销上一次 --write 的改动。如果有文件在此之后又被编辑过，则拒绝撤销，不动任何文件。在每个文件都恢复原样之前，原文件保存在根目录的 .cygnet 中。',
  },
  folder: {
    en: 'the project: its root, or a folder in it (default: the current folder)',
    'zh-CN': '项目：根目录或其中的文件夹（默认：当前文件夹）',
  },
  explain: { en: 'say what a diagnostic means', 'zh-CN': '说明某条诊断的含义' },
  explainAbout: {
    en: 'What a diagnostic means, with an example and what to do. Without a code: all codes.',
    'zh-CN': '说明某条诊断的含义，给出示例和处理办法。不带代码时列出全部代码。',
  },
  code: { en: 'the code, as it stands behind a message', 'zh-CN': '诊断代码，即消息末尾的那个词' },
  lsp: { en: 'the language server, for editors', 'zh-CN': '供编辑器使用的语言服务器' },
  lspAbout: {
    en: 'The language server: editors start it, and show its diagnostics, fixes and hovers. docs/editors.md says how. Takes its settings from the editor (section cygnet) and from the config file.',
    'zh-CN':
      '语言服务器：由编辑器启动，在编辑器中显示诊断、修复和悬停提示，做法见 docs/editors.md。设置来自编辑器（cygnet 一节）和配置文件。',
  },
  stdio: { en: 'talk over standard input and output', 'zh-CN': '通过标准输入和标准输出通信' },
} satisfies Wording;
