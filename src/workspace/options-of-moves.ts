// In: nothing. Out: the options of moving: to what, in which style, and what is done with the result.
// Knows nothing of what an option does, nor of how a flag is parsed.

import { inEach } from '../locale/locale.ts';
import { targetNames, targets } from '../targets.ts';
import { sockets, styles } from './choices.ts';
import { type OptionDefinition, flag, oneOf, text } from './option-definition.ts';

/** In the order of the help. */
export const optionsOfMoves = {
  to: {
    flag: '--to <target>',
    help: {
      en: `the target: ${Object.values(targets)
        .map(({ name, summary }) => `${name} (${summary.en})`)
        .join('; ')}`,
      'zh-CN': `目标平台：${Object.values(targets)
        .map(({ name, summary }) => `${name}（${summary['zh-CN']}）`)
        .join('；')}`,
    },
    commands: ['migrate'],
    value: oneOf(targetNames),
    setting: { en: 'The target.', 'zh-CN': '目标平台。' },
  },
  write: {
    flag: '--write',
    help: {
      en: 'apply the plan: the changed files and, where a site needs it, one shim module',
      'zh-CN': '写入改动：改写后的文件，以及需要时的一个 shim 模块',
    },
    commands: ['migrate'],
    value: flag,
  },
  interactive: {
    flag: '--interactive',
    help: {
      en: 'ask for each site, with one key: y, n, a all, f this file, b back, q quit, ? why',
      'zh-CN': '逐处询问，按一个键回答：y 是，n 否，a 全部，f 本文件，b 返回，q 退出，? 为什么',
    },
    commands: ['migrate'],
    value: flag,
  },
  decisions: {
    flag: '--decisions <file>',
    help: {
      en: 'rewrite what the file accepts and nothing else; with --interactive ask for the rest, and keep the answers there',
      'zh-CN': '只改写该文件中接受的调用；与 --interactive 同用时询问其余的，并把回答保存在其中',
    },
    commands: ['migrate'],
    value: text,
  },
  style: {
    flag: '--style <style>',
    help: {
      en: 'native calls of the target, or dropin calls of the same shape (default: native)',
      'zh-CN': 'native 使用目标平台的原生调用，dropin 保持调用形式不变（默认：native）',
    },
    commands: ['migrate'],
    value: oneOf(styles),
    setting: {
      en: 'Native calls of the target, or calls of the same shape.',
      'zh-CN': '使用目标平台的原生调用，或保持调用形式不变。',
    },
    byDefault: inEach(() => 'native'),
  },
  sockets: {
    flag: '--sockets <count>',
    help: {
      en: 'one socket at a time, or many (default: one)',
      'zh-CN': '同一时间只有一个 socket（one），或可有多个（many）（默认：one）',
    },
    commands: ['migrate'],
    value: oneOf(sockets),
    setting: { en: 'One socket at a time, or many.', 'zh-CN': '同一时间只有一个 socket，或可有多个。' },
    byDefault: inEach(() => 'one'),
  },
  mark: {
    flag: '--mark',
    help: {
      en: 'write a TODO(cygnet: code) comment above each site that is kept',
      'zh-CN': '在每处保留的调用上方写一行 TODO(cygnet: code) 注释',
    },
    commands: ['migrate'],
    value: flag,
    setting: { en: 'A comment above each site that is kept.', 'zh-CN': '在每处保留的调用上方写一行注释。' },
    byDefault: inEach(() => 'false'),
  },
  unwrap: {
    flag: '--no-unwrap',
    help: {
      en: 'leave promises as they are that hold nothing but a request',
      'zh-CN': '不展开只包了一个请求的 Promise',
    },
    commands: ['migrate'],
    value: flag,
    setting: { en: 'Take a promise off a request that it only wraps.', 'zh-CN': '展开只包了一个请求的 Promise。' },
    byDefault: inEach(() => 'true'),
  },
  shim: {
    flag: '--shim <path>',
    help: {
      en: 'one shim module for all files, relative to the root (default: swan-net.js, in TypeScript swan-net.ts, in each program)',
      'zh-CN':
        '所有文件共用一个 shim 模块，路径相对于根目录（默认：每个小程序各有一个 swan-net.js，TypeScript 则为 swan-net.ts）',
    },
    commands: ['migrate'],
    value: text,
    setting: {
      en: 'One shim module for all files, relative to the root.',
      'zh-CN': '所有文件共用一个 shim 模块，路径相对于根目录。',
    },
    byDefault: {
      en: 'swan-net.js, in TypeScript swan-net.ts, in the folder of each program (app.json, or what a framework has in its place), else in the root',
      'zh-CN':
        '每个小程序（以 app.json 或框架中与之对应的文件为准）的文件夹中有一个 swan-net.js（TypeScript 则为 swan-net.ts），没有小程序时放在根目录',
    },
  },
  stdin: {
    flag: '--stdin',
    help: {
      en: 'rewrite what comes on standard input, and print it',
      'zh-CN': '改写从标准输入读到的代码，并输出结果',
    },
    commands: ['migrate'],
    value: flag,
  },
  stdinFilename: {
    flag: '--stdin-filename <name>',
    help: { en: 'what to call the standard input', 'zh-CN': '标准输入所对应的文件名' },
    commands: ['migrate'],
    value: text,
  },
  patch: {
    flag: '--patch <file>',
    help: { en: 'write the diff to a file', 'zh-CN': '把 diff 写入文件' },
    commands: ['migrate'],
    value: text,
  },
  watch: {
    flag: '--watch',
    help: { en: 'run again whenever a file changes', 'zh-CN': '文件变化时重新运行' },
    commands: ['migrate'],
    value: flag,
  },
  allowDirty: {
    flag: '--allow-dirty',
    help: {
      en: 'write files that hold uncommitted changes, too',
      'zh-CN': '允许写入有未提交改动的文件',
    },
    commands: ['migrate'],
    value: flag,
    setting: { en: 'Write files that hold uncommitted changes, too.', 'zh-CN': '允许写入有未提交改动的文件。' },
    byDefault: inEach(() => 'false'),
  },
} as const satisfies Readonly<Record<string, OptionDefinition>>;
