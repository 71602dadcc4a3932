// In: a module that the plugin does not move, though it names network APIs of swan. Out: what is said of it, so that nobody takes it
// for moved: a build finds modules where the command line looks for no program.
// Finds no call itself, and knows no bundler.

import { namesNetwork } from '../../core.ts';
import type { InEach, Locale } from '../../locale/locale.ts';
import { shownPath } from '../../workspace/paths.ts';
import type { Remark, Remarks } from './remarks.ts';

/** `outside` of the root, made up by another plugin, `copied` as it is, or `taken` by another plugin. */
export type Reason = 'outside' | 'virtual' | 'copied' | 'taken';

export interface Unmoved {
  /** A file, or what a bundler calls a module that lies in none. */
  readonly id: string;
  readonly code: string;
}

export function toldOfUnmoved(
  reason: Reason,
  { id, code }: Unmoved,
  { cwd, locale }: { readonly cwd: string; readonly locale: Locale },
): Remarks | undefined {
  if (!code.includes('swan') || !namesNetwork(code)) return undefined;
  const file = id.replace(/^\0/, '');
  const shown = reason === 'virtual' ? file : shownPath(cwd, file);
  const warning: Remark = { text: why[reason][locale](shown, cwd), at: { file, line: 1, column: 0 } };
  return { warnings: [warning], errors: [] };
}

const why: Readonly<Record<Reason, InEach<(file: string, root: string) => string>>> = {
  outside: {
    en: (file, root) =>
      `${file} names network APIs of swan and was not moved: it lies outside of ${root}. Name its folder among the paths of the plugin.`,
    'zh-CN': (file, root) =>
      `${file} 用到 swan 的网络 API 但没有迁移：它在 ${root} 之外。请把它所在的目录写进插件的 paths。`,
  },
  virtual: {
    en: (file) =>
      `${file} names network APIs of swan and was not moved: it lies in no file. Put the calls into a file, or move them by hand.`,
    'zh-CN': (file) => `${file} 用到 swan 的网络 API 但没有迁移：它不在任何文件中。请把调用放进文件，或手动迁移。`,
  },
  copied: {
    en: (file) =>
      `${file} names network APIs of swan and was not moved: the build copies it as it is. Import it as a module or a worker, or move it with cygnet migrate.`,
    'zh-CN': (file) =>
      `${file} 用到 swan 的网络 API 但没有迁移：构建原样复制了它。请把它作为模块或 worker 引入，或用 cygnet migrate 迁移它。`,
  },
  taken: {
    en: (file) =>
      `${file} names network APIs of swan and was not moved: esbuild has one plugin load a file, and a component is for the one that takes it apart. Move it with cygnet migrate, or put the calls into a script of their own.`,
    'zh-CN': (file) =>
      `${file} 用到 swan 的网络 API 但没有迁移：esbuild 只让一个插件加载文件，而组件由拆分它的插件加载。请用 cygnet migrate 迁移它，或把调用放进单独的脚本。`,
  },
};
