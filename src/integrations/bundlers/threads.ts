// In: a build of webpack or Rspack in which thread-loader hands modules to other processes. Out: which of them stay in this one: where
// the others run there is no program to ask, so a module that the plugin has a say in goes without threads, and any other
// without the plugin. In Rspack nothing can be taken from a module, and the build ends with words for a person.
// Knows nothing of what a module says.

import type { Compiler, ResolveData } from 'webpack';

import { Failure } from '../../workspace/failure.ts';
import type { Build } from './build.ts';
import { pluginName } from './hosts.ts';
import { readModuleId } from './module-id.ts';

const threadLoader = /(?:^|[\\/])thread-loader(?:[\\/]|$)/;

type Loaders = NonNullable<ResolveData['createData']['loaders']>;

export function keepFromThreads(build: Build): (compiler: Compiler) => void {
  return (compiler) => {
    compiler.hooks.normalModuleFactory.tap(pluginName, ({ hooks }) => {
      hooks.afterResolve.tapPromise(pluginName, async ({ createData }) => {
        const { loaders = [], resource = '' } = createData;
        if (!loaders.some(isOwn) || !loaders.some(isOfThreads)) return undefined;
        const file = readModuleId(resource)?.path;
        const isOther = file !== undefined && (await build.isOther(file));
        createData.loaders = loaders.filter((one) => !(isOther ? isOwn(one) : isOfThreads(one)));
        return undefined;
      });
    });
  };
}

/** @throws Failure when a rule of Rspack has it */
export function refuseThreads(rules: unknown): void {
  if (!namesThreads(rules)) return;
  throw new Failure({
    what: {
      en: 'thread-loader hands modules of Rspack to processes in which there is no plugin',
      'zh-CN': 'thread-loader 会把 Rspack 的模块交给没有插件的进程',
    },
    help: {
      en: 'Leave thread-loader out. Rspack runs loaders side by side itself: see parallel in the docs of its rules.',
      'zh-CN': '请去掉 thread-loader。Rspack 自己就能并行运行 loader：见其规则文档中的 parallel。',
    },
  });
}

/** In rules, and in those within them. */
function namesThreads(rule: unknown): boolean {
  if (typeof rule === 'string') return threadLoader.test(rule);
  if (Array.isArray(rule)) return rule.some(namesThreads);
  const { loader, use, oneOf, rules } = Object(rule) as Readonly<Record<string, unknown>>;
  return [loader, use, oneOf, rules].some((one) => one !== undefined && namesThreads(one));
}

function isOfThreads({ loader }: Loaders[number]): boolean {
  return threadLoader.test(loader);
}

/** unplugin hands the whole plugin to its loaders. */
function isOwn({ options }: Loaders[number]): boolean {
  const { plugin } = Object(options) as { readonly plugin?: { readonly name?: unknown } };
  return plugin?.name === pluginName;
}
