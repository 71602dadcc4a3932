// In: nothing. Out: the details of diagnostics that are no plain names or numbers, and the words for them in each language.
// They are data: they survive a thread, a cache and a report. Knows no single diagnostic.

import type { InEach } from '../locale/locale.ts';

/** There is nothing more to say. */
export type None = Record<never, never>;

/** A line of the file that is spoken of, or of another one. */
export interface LinePlace {
  readonly line: number;
  readonly file?: string;
}

export const placeWords: InEach<(place: LinePlace) => string> = {
  en: ({ file, line }) => (file === undefined ? `line ${line}` : `${file}:${line}`),
  'zh-CN': ({ file, line }) => (file === undefined ? `第 ${line} 行` : `${file}:${line}`),
};

/** How swan gets to where nobody sees it. */
export type Exit =
  | { readonly by: 'passed'; readonly to: string }
  /** Without a name: in a list. */
  | { readonly by: 'stored'; readonly name?: string }
  | { readonly by: 'global'; readonly name: string }
  | { readonly by: PlainExit };

type PlainExit = keyof typeof plainExits;

const plainExits = {
  property: { en: 'stored in a property', 'zh-CN': '被存入属性' },
  copy: { en: 'copied', 'zh-CN': '被复制' },
  rest: { en: 'copied with a rest pattern', 'zh-CN': '被剩余参数模式复制' },
  walk: { en: 'walked through, property by property,', 'zh-CN': '被逐个属性遍历' },
  return: { en: 'returned', 'zh-CN': '被返回' },
  export: { en: 'exported', 'zh-CN': '被导出' },
  pattern: { en: 'taken apart', 'zh-CN': '被解构' },
  new: { en: 'called with new', 'zh-CN': '被 new 调用' },
  code: { en: 'named in a text that is run as code', 'zh-CN': '在当作代码运行的文本中被提到' },
  elsewhere: { en: 'passed on', 'zh-CN': '被传到别处' },
} as const satisfies Readonly<Record<string, InEach<string>>>;

/** Goes on after `swan is`. */
export const exitWords: InEach<(exit: Exit) => string> = {
  en(exit) {
    if (exit.by === 'passed') return `passed to '${exit.to}'`;
    if (exit.by === 'stored') return exit.name === undefined ? 'stored in a list' : `stored in '${exit.name}'`;
    return exit.by === 'global' ? `stored in the global '${exit.name}'` : plainExits[exit.by].en;
  },
  'zh-CN'(exit) {
    if (exit.by === 'passed') return `被传给“${exit.to}”`;
    if (exit.by === 'stored') return exit.name === undefined ? '被存入列表' : `被存入“${exit.name}”`;
    return exit.by === 'global' ? `被存入全局变量“${exit.name}”` : plainExits[exit.by]['zh-CN'];
  },
};

/**
 * What becomes of an option that has no effect. `gone`: it is left out. `run`: only its expression stays. `left`: as it is, as the
 * literal stands somewhere else.
 */
export type Fate = 'gone' | 'run' | 'left';

export const fateWords: InEach<(fate: Fate) => string> = {
  en(fate) {
    if (fate === 'gone') return 'is left out';
    return fate === 'run' ? 'keeps nothing but its expression' : 'keeps having none';
  },
  'zh-CN'(fate) {
    if (fate === 'gone') return '已去掉';
    return fate === 'run' ? '只保留它的表达式' : '原样留在原处，仍不起作用';
  },
};

/** The name whose value went, where it was read nowhere else. */
export const unreadWords: InEach<(name: string | undefined) => string> = {
  en: (name) => (name === undefined ? '' : `, and nothing else in this script reads '${name}'`),
  'zh-CN': (name) => (name === undefined ? '' : `，并且这段脚本中再没有别处读取“${name}”`),
};

/** What the options of a call are, where they cannot be seen. */
export type OptionsSource = keyof (typeof sourceWords)['en'];

export const sourceWords = {
  en: {
    spread: 'spread',
    parameter: 'parameter',
    variable: 'variable',
    member: 'member',
    call: 'call',
    expression: 'expression',
  },
  'zh-CN': {
    spread: '展开语法',
    parameter: '函数的参数',
    variable: '变量',
    member: '对象的成员',
    call: '函数调用的结果',
    expression: '表达式',
  },
} as const satisfies InEach<object>;

/** What the parser says, in its own words and under its own name, or a language that it does not know. */
export type Unparsed = { readonly says: string; readonly fault?: string } | { readonly language: string };

/** What is wrong most often, by the parser's name for it. Its own words go with it: they say what it expected. */
const chineseFaults: Readonly<Record<string, string>> = {
  UnexpectedToken: '意外的符号',
  InvalidOrUnexpectedToken: '意外的字符',
  UnexpectedKeyword: '意外的关键字',
  UnexpectedReservedWord: '意外的保留字',
  MissingSemicolon: '缺少分号',
  UnterminatedString: '字符串没有结束',
  UnterminatedTemplate: '模板字符串没有结束',
  UnterminatedComment: '注释没有结束',
  UnterminatedRegExp: '正则表达式没有结束',
  UnterminatedJsxContent: 'JSX 内容没有结束',
  MissingClosingTagElement: '缺少 JSX 结束标签',
  VarRedeclaration: '名字重复声明',
  DuplicateExport: '重复导出',
  DuplicateDefaultExport: '重复的默认导出',
  DeclarationMissingInitializer: '声明缺少初始值',
  InvalidLhs: '赋值号左边不能被赋值',
  InvalidEscapeSequence: '转义序列不合法',
  AwaitNotInAsyncContext: 'await 不在 async 函数中',
  IllegalBreakContinue: 'break 或 continue 的位置不合法',
};

export const whyUnparsed: InEach<(details: Unparsed) => string> = {
  en: (details) => ('says' in details ? details.says : `its script is written in ${details.language}`),
  'zh-CN'(details) {
    if (!('says' in details)) return `其中的脚本用 ${details.language} 写成`;
    const known = chineseFaults[details.fault ?? ''];
    return known === undefined ? `解析器报告：${details.says}` : `${known}（${details.says.replace(/\.$/, '')}）`;
  },
};
