// In: a verdict. Out: what it means, in each language, as it stands beside the name of the verdict, which stays English.
// Knows no target but by the name that it is given.

import type { Verdict } from '../../../src/core.ts';
import type { InEach } from '../../../src/locale/locale.ts';

export const verdictMeaning: Readonly<Record<Verdict, InEach<(target: string) => string>>> = {
  renamed: {
    en: (target) => `The same call, on ${target} in place of swan.`,
    'zh-CN': (target) => `同样的调用，只是把 swan 换成 ${target}。`,
  },
  native: {
    en: (target) => `${target}’s own call, inside a small helper that calls back as swan does.`,
    'zh-CN': (target) => `直接使用 ${target} 自己的调用，外面包一层按 swan 方式回调的小函数。`,
  },
  shim: {
    en: () => 'A call of the same shape to the shim, a module that does what swan did.',
    'zh-CN': () => '形式相同的调用，改为调用 shim（行为与 swan 一致的模块）。',
  },
  kept: {
    en: () => 'Left byte for byte as it was, with the reason: this one is for a person.',
    'zh-CN': () => '原样保留，并给出原因：需要人工处理。',
  },
};
