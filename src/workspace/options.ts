// In: nothing. Out: the options, one table: what the command line takes, what a config file may hold, and what each is good for.
// Flags, the check of a config file, its type, its JSON schema and its page in the docs are made from here and nowhere else.
// Knows nothing of what an option does, nor of how a flag is parsed.

import type * as v from 'valibot';

import { apiNames } from '../apis.ts';
import { type InEach, inEach } from '../locale/locale.ts';
import { reportFormats } from './choices.ts';
import type { Config } from './config.generated.ts';
import {
  type OptionDefinition,
  type SettingDefinition,
  count,
  fileOrFalse,
  flag,
  listOfSome,
  reports,
  text,
  texts,
} from './option-definition.ts';
import { optionsOfMoves } from './options-of-moves.ts';

const reading = ['migrate', 'scan', 'check'] as const;

/** In the order of the help. */
export const options = {
  ...optionsOfMoves,
  baseline: {
    flag: '--baseline <file>',
    help: {
      en: 'accept the calls that the file lists: only new ones count',
      'zh-CN': '接受文件中列出的调用：只有新增的才计入',
    },
    commands: ['check'],
    value: text,
    setting: {
      en: 'The calls that cygnet check accepts. The file lies in the folder of the config.',
      'zh-CN': 'cygnet check 接受的调用。文件位于配置文件所在的文件夹。',
    },
  },
  updateBaseline: {
    flag: '--update-baseline',
    help: { en: 'write the calls of now to the baseline file', 'zh-CN': '把当前的调用写入基线文件' },
    commands: ['check'],
    value: flag,
  },
  only: {
    flag: '--only <apis>',
    help: {
      en: `these APIs only, with commas: ${apiNames.join(', ')}`,
      'zh-CN': `只处理这些 API，用逗号分隔：${apiNames.join(', ')}`,
    },
    commands: reading,
    value: listOfSome(apiNames),
    setting: { en: 'These APIs only.', 'zh-CN': '只处理这些 API。' },
  },
  include: {
    flag: '--include <glob>',
    help: {
      en: 'also read files that would be left out: ignored, built, generated, installed (repeatable)',
      'zh-CN': '也读取默认跳过的文件：被忽略的、构建产物、生成的、依赖包中的（可重复）',
    },
    commands: reading,
    value: texts,
    setting: {
      en: 'Also read files that would be left out: ignored, built, generated, installed.',
      'zh-CN': '也读取默认跳过的文件：被忽略的、构建产物、生成的、依赖包中的。',
    },
  },
  exclude: {
    flag: '--exclude <glob>',
    help: {
      en: 'leave files or folders out (repeatable); as in paths, * is within a folder, ** through any, {a,b} one of them',
      'zh-CN': '排除文件或文件夹（可重复）；与路径中一样，* 匹配一层，** 匹配任意层，{a,b} 匹配其中之一',
    },
    commands: reading,
    value: texts,
    setting: { en: 'Leave files or folders out.', 'zh-CN': '排除文件或文件夹。' },
  },
  gitignore: {
    flag: '--no-gitignore',
    help: { en: 'read what .gitignore names, too', 'zh-CN': '也读取 .gitignore 中列出的文件' },
    commands: reading,
    value: flag,
    setting: {
      en: 'False reads what .gitignore names, too.',
      'zh-CN': '为 false 时，也读取 .gitignore 中列出的文件。',
    },
    byDefault: inEach(() => 'true'),
  },
  since: {
    flag: '--since <ref>',
    help: {
      en: 'only files that changed since a commit, branch or tag',
      'zh-CN': '只处理自某个提交、分支或标签以来有改动的文件',
    },
    commands: reading,
    value: text,
  },
  project: {
    flag: '--project <tsconfig>',
    help: {
      en: 'follow swan across files: the tsconfig of the program, or its folder',
      'zh-CN': '跨文件追踪 swan：程序的 tsconfig，或它所在的文件夹',
    },
    commands: reading,
    value: text,
    setting: {
      en: 'The tsconfig of the program, or its folder: swan is followed across files.',
      'zh-CN': '程序的 tsconfig，或它所在的文件夹：用于跨文件追踪 swan。',
    },
  },
  jobs: {
    flag: '--jobs <n>',
    help: { en: 'has no effect: threads cost more than they gain', 'zh-CN': '不起作用：多线程得不偿失' },
    isHidden: true,
    commands: reading,
    value: count,
    setting: { en: 'Has no effect: threads cost more than they gain.', 'zh-CN': '不起作用：多线程得不偿失。' },
  },
  report: {
    flag: '--report <format[=file]>',
    help: {
      en: `a report on standard output or in a file (repeatable): ${reportFormats.join(', ')}`,
      'zh-CN': `输出到标准输出或文件的报告（可重复）：${reportFormats.join(', ')}`,
    },
    commands: reading,
    value: reports,
    setting: {
      en: 'Reports: FORMAT or FORMAT=FILE. The file lies in the folder of the config.',
      'zh-CN': '报告：FORMAT 或 FORMAT=FILE。文件位于配置文件所在的文件夹。',
    },
  },
  config: {
    flag: '--config <file>',
    help: {
      en: 'a config file (default: cygnet.config.json, .js or .ts, or the key cygnet of package.json)',
      'zh-CN': '配置文件（默认：cygnet.config.json、.js 或 .ts，或 package.json 中的 cygnet 键）',
    },
    commands: reading,
    value: fileOrFalse,
  },
  noConfig: {
    flag: '--no-config',
    help: {
      en: 'read no config file (one that is code, .js or .ts, is run)',
      'zh-CN': '不读取配置文件（.js 或 .ts 形式的配置是代码，会被执行）',
    },
    commands: reading,
    value: flag,
  },
  force: {
    flag: '--force',
    help: {
      en: 'let reports, patches and baselines overwrite files that are none',
      'zh-CN': '允许报告、补丁和基线覆盖不属于它们的已有文件',
    },
    commands: reading,
    value: flag,
  },
  keepEdited: {
    flag: '--keep-edited',
    help: {
      en: 'leave the files that were edited since as they are, and take all others back',
      'zh-CN': '写入之后又编辑过的文件保持现状，其余全部恢复',
    },
    commands: ['undo'],
    value: flag,
  },
  debug: {
    flag: '--debug',
    help: {
      en: 'say on standard error which files were read and which were not, what was found around them, and how swan came to each call that is kept',
      'zh-CN':
        '在标准错误输出中说明读取了哪些文件、跳过了哪些及原因、依据的配置和小程序，以及 swan 经由什么路径到达每处保留的调用',
    },
    commands: reading,
    value: flag,
  },
  quiet: {
    flag: '--quiet',
    help: { en: 'print no summary', 'zh-CN': '不输出摘要' },
    helpOn: { undo: { en: 'print errors only', 'zh-CN': '只输出错误' } },
    commands: [...reading, 'undo'],
    value: flag,
    setting: { en: 'Print no summary.', 'zh-CN': '不输出摘要。' },
    byDefault: inEach(() => 'false'),
  },
  color: {
    flag: '--no-color',
    help: { en: 'print without colours (as NO_COLOR does)', 'zh-CN': '输出不带颜色（与 NO_COLOR 相同）' },
    commands: [...reading, 'undo', 'explain'],
    value: flag,
  },
  locale: {
    flag: '--locale <locale>',
    help: {
      en: 'the language of what people read: en or zh-CN (default: that of LC_ALL, LC_MESSAGES or LANG)',
      'zh-CN': '界面语言：en 或 zh-CN（默认：由 LC_ALL、LC_MESSAGES 或 LANG 决定）',
    },
    commands: [...reading, 'undo', 'explain', 'lsp', 'any'],
    value: text,
    setting: { en: 'The language of what people read: en or zh-CN.', 'zh-CN': '界面语言：en 或 zh-CN。' },
    byDefault: { en: 'that of the environment', 'zh-CN': '由环境决定' },
  },
} as const satisfies Readonly<Record<string, OptionDefinition>>;

export type OptionName = keyof typeof options;

/** What only a config file can hold: on the command line these are the words without a flag. */
export const settingsWithoutFlag = {
  paths: {
    value: texts,
    setting: {
      en: 'What to read when the command line names nothing; for a --write in the folder of the config.',
      'zh-CN': '命令行没有指明路径时读取的内容；用 --write 写入时须在配置文件所在的文件夹中。',
    },
  },
} as const satisfies Readonly<Record<string, SettingDefinition>>;

type Values<T extends Readonly<Record<string, Pick<OptionDefinition, 'value'>>>> = {
  readonly [K in keyof T]?: v.InferOutput<T[K]['value']>;
};
type Configurable = {
  [
    K in OptionName as (typeof options)[K] extends { readonly setting: InEach<string> } ? K : never
  ]: (typeof options)[K];
};

/** The flags as commander gives them: one that was not given is absent, one with `no-` is true. */
export type Flags = Values<Omit<typeof options, 'noConfig'>>;

/** The interface that is generated from the table, as its readers see it, and the table itself: neither goes its own way. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
export const isConfigOfTable: Same<
  Required<Config>,
  Required<Values<Configurable & typeof settingsWithoutFlag>>
> = true;

/** The keys of a config file, in the order of the table. */
export const settings: Readonly<Record<string, SettingDefinition>> = {
  ...Object.fromEntries(Object.entries(options).filter(([, option]) => 'setting' in option)),
  ...settingsWithoutFlag,
};

/** What an editor or a linter can be told of a folder itself; the rest of the table is about runs of the command line. */
export const editorSettings = [
  'to',
  'style',
  'sockets',
  'unwrap',
  'shim',
  'only',
  'include',
  'exclude',
  'gitignore',
  'project',
] as const satisfies readonly (keyof Configurable)[];

export type EditorSettingName = (typeof editorSettings)[number];
