// In: nothing. Out: the words of what `--debug` tells, in each language.
// Knows nothing of where they are printed.

import type { TraceStep } from '../../src/core.ts';
import type { InEach } from '../../src/locale/locale.ts';

export const debugWords = {
  /** In front of each line. */
  prefix: { en: 'debug: ', 'zh-CN': '调试：' },
  config: { en: 'config', 'zh-CN': '配置文件' },
  root: { en: 'root', 'zh-CN': '根目录' },
  program: { en: 'program', 'zh-CN': '小程序' },
  tsconfig: { en: 'tsconfig', 'zh-CN': 'tsconfig' },
  shim: { en: 'shim', 'zh-CN': 'shim' },
  read: { en: 'read', 'zh-CN': '已读取' },
  notRead: { en: 'not read', 'zh-CN': '未读取' },
  kept: { en: 'kept', 'zh-CN': '保留' },
  noConfig: { en: 'none was found', 'zh-CN': '没有找到' },
  noTsconfig: {
    en: 'none was named: swan is followed across files without one',
    'zh-CN': '没有指定：不依赖它跨文件追踪 swan',
  },
  noProgram: { en: 'no app.json: the files belong to the root', 'zh-CN': '没有 app.json：文件属于根目录' },
  noShim: { en: 'none is needed', 'zh-CN': '不需要' },
  timeouts: {
    en: (said: string) => `networkTimeout ${said}`,
    'zh-CN': (said: string) => `networkTimeout 为 ${said}`,
  },
  usual: { en: 'no networkTimeout: 60 s each', 'zh-CN': '没有 networkTimeout：均为 60 秒' },
  noSwan: { en: 'nothing of the network of swan in it', 'zh-CN': '没有 swan 的网络 API' },
  sites: {
    en: (count: number, kept: number) =>
      `${count} ${count === 1 ? 'site' : 'sites'}${kept > 0 ? `, ${kept} kept` : ''}`,
    'zh-CN': (count: number, kept: number) => `${count} 处调用${kept > 0 ? `，其中 ${kept} 处保留` : ''}`,
  },
  of: {
    en: (what: string, says: string) => `${what}: ${says}`,
    'zh-CN': (what: string, says: string) => `${what}：${says}`,
  },
  more: {
    en: (count: number) => `… and ${count} more: name paths to see them`,
    'zh-CN': (count: number) => `…… 另有 ${count} 个：指定路径即可查看`,
  },
  noRoad: {
    en: 'swan was not followed to this place',
    'zh-CN': '没有追踪到这里的路径',
  },
  is: {
    en: (place: string, code: string, value: string, what: string) => `${place} ${code} is ${value}, ${what}`,
    'zh-CN': (place: string, code: string, value: string, what: string) => `${place} ${code} 是 ${value}，${what}`,
  },
  doubt: { en: (code: string) => ` (in doubt: ${code})`, 'zh-CN': (code: string) => `（存疑：${code}）` },
};

/** What an expression of the program may stand for. */
export const valueWords: Readonly<Record<TraceStep['is'], InEach<(name: string) => string>>> = {
  swan: { en: () => 'swan', 'zh-CN': () => 'swan' },
  api: { en: (name) => `swan.${name}`, 'zh-CN': (name) => `swan.${name}` },
  global: { en: () => 'the global object', 'zh-CN': () => '全局对象' },
  module: { en: (name) => `the module ${name}`, 'zh-CN': (name) => `模块 ${name}` },
  perhaps: { en: () => 'what swan may be got from', 'zh-CN': () => '可能取得 swan 的值' },
};

/** What surrounds it. */
export const roadPlaceWords: Readonly<Record<TraceStep['place'], InEach<string>>> = {
  callee: { en: 'which is called', 'zh-CN': '被调用' },
  member: { en: 'of which a member is read', 'zh-CN': '读取它的成员' },
  argument: { en: 'which is passed to a function', 'zh-CN': '作为参数传入函数' },
  bound: { en: 'which is given a name', 'zh-CN': '绑定到名称' },
  tested: { en: 'which is tested', 'zh-CN': '被判断' },
  side: { en: 'which is one side of a choice', 'zh-CN': '是选择的一侧' },
  written: { en: 'which is written to', 'zh-CN': '被赋值' },
  exported: { en: 'which is exported', 'zh-CN': '被导出' },
  stored: { en: 'which is stored in an object', 'zh-CN': '存入对象' },
  returned: { en: 'which is returned', 'zh-CN': '被返回' },
  spread: { en: 'which is copied by a spread', 'zh-CN': '被展开复制' },
  walked: { en: 'which is walked through', 'zh-CN': '被遍历' },
  constructed: { en: 'which is called with new', 'zh-CN': '被 new 调用' },
  unused: { en: 'which nobody uses', 'zh-CN': '未被使用' },
  elsewhere: { en: 'which goes where it is not followed', 'zh-CN': '去向无法追踪' },
};

/** Why the search passed a path by. */
export const leftOutWords = {
  ignored: { en: '.gitignore names it', 'zh-CN': '被 .gitignore 忽略' },
  dependencies: { en: 'installed packages', 'zh-CN': '依赖包' },
  builds: { en: 'a build folder', 'zh-CN': '构建产物文件夹' },
  generated: { en: 'minified or generated', 'zh-CN': '压缩或生成的文件' },
  excluded: { en: 'excluded', 'zh-CN': '被排除' },
  linksOut: { en: 'a link that is broken or leads out of the root', 'zh-CN': '失效或指向根目录之外的链接' },
  special: { en: 'a pipe, socket or device', 'zh-CN': '管道、套接字或设备' },
  otherKinds: { en: 'of a kind that is not read', 'zh-CN': '类型不受支持' },
};
