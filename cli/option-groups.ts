// In: the name of an option. Out: the heading of the help that it stands under, and whether the short help shows it.
// What an option is stands in the table of options.

import type { Wording } from '../src/locale/locale.ts';
import type { OptionName } from '../src/workspace/options.ts';

export const groups = {
  change: { en: 'What is done:', 'zh-CN': '做什么：' },
  shape: { en: 'Style of the code:', 'zh-CN': '代码改成什么样：' },
  files: { en: 'Files to read:', 'zh-CN': '读取哪些文件：' },
  output: { en: 'Output and reports:', 'zh-CN': '输出与报告：' },
  setup: { en: 'Settings and safety:', 'zh-CN': '配置与安全：' },
} satisfies Wording;

export type OptionGroup = keyof typeof groups;

export const groupOf: Readonly<Record<OptionName, OptionGroup>> = {
  to: 'change',
  write: 'change',
  interactive: 'change',
  decisions: 'change',
  watch: 'change',
  stdin: 'change',
  stdinFilename: 'change',
  keepEdited: 'change',
  baseline: 'change',
  updateBaseline: 'change',
  style: 'shape',
  sockets: 'shape',
  mark: 'shape',
  unwrap: 'shape',
  shim: 'shape',
  only: 'files',
  include: 'files',
  exclude: 'files',
  gitignore: 'files',
  since: 'files',
  project: 'files',
  report: 'output',
  patch: 'output',
  debug: 'output',
  quiet: 'output',
  color: 'output',
  locale: 'output',
  config: 'setup',
  noConfig: 'setup',
  allowDirty: 'setup',
  force: 'setup',
  jobs: 'setup',
};

/** What `-h` shows. */
export const commonOptions: ReadonlySet<OptionName> = new Set([
  'to',
  'write',
  'interactive',
  'keepEdited',
  'baseline',
  'updateBaseline',
  'only',
  'exclude',
  'report',
  'locale',
]);
