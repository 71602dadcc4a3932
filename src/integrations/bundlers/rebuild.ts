// In: a build whose files change while it is watched. Out: the hooks of each bundler that make new what rests on a file that changed:
// a module that another one hands something else to has the text that it had, and its bundler would take it from its cache.
// Knows nothing of what modules hand to each other.

import path from 'node:path';

import type { Compiler as RspackCompiler } from '@rspack/core';
import type { Plugin as RollupPlugin } from 'rollup';
import type { EnvironmentModuleNode, HotUpdateOptions, Plugin as VitePlugin } from 'vite';
import type { Compiler as WebpackCompiler, Module } from 'webpack';

import type { Build } from './build.ts';
import { compilerPlace, pluginName } from './hosts.ts';
import { readModuleId } from './module-id.ts';
import { pluginError } from './remarks.ts';

/** Where the caches of bundlers keep a module with what was found out about it. */
export const stampKey = 'cygnet';

type Affected = Promise<ReadonlySet<string>>;

/** A cache may come from another process, which knew of other files. */
export function rollupRebuild(build: Build, affected: () => ReadonlySet<string>): Partial<RollupPlugin> {
  return {
    async shouldTransformCachedModule({ id, meta }) {
      return isAffected(affected(), id) || (await build.stampOf(id)) !== (meta[stampKey] ?? '');
    },
  };
}

/** Each environment of a dev server is told of the same change. */
export function viteRebuild(build: Build): Partial<VitePlugin> {
  let last: { readonly timestamp: number; readonly affected: Affected } | undefined;
  return {
    async hotUpdate({ timestamp, modules }: HotUpdateOptions) {
      if (last?.timestamp !== timestamp) last = { timestamp, affected: build.affected() };
      const { moduleGraph } = this.environment;
      const more = new Set<EnvironmentModuleNode>(modules);
      for (const file of await last.affected) {
        for (const module of moduleGraph.getModulesByFile(file.split(path.sep).join('/')) ?? []) more.add(module);
      }
      return more.size === modules.length ? undefined : [...more];
    },
  };
}

export function webpackRebuild(build: Build): (compiler: WebpackCompiler) => void {
  return (compiler) => {
    compiler.hooks.thisCompilation.tap(pluginName, (compilation) => {
      let affected: Affected | undefined;
      const { needBuild } = compiler.webpack.NormalModule.getCompilationHooks(compilation);
      // The first that answers decides: who asks for more than this one is to be heard before.
      needBuild.tapPromise({ name: pluginName, stage: 1000 }, async (module) => {
        affected ??= compiler.watchMode ? build.affected() : Promise.resolve(new Set<string>());
        const id = resourceOf(module);
        if (isAffected(await affected, id)) return true;
        // It may come from the cache of another process, which knew of other files.
        const stamp: unknown = module.buildInfo?.[stampKey];
        return (await build.stampOf(id)) !== (stamp ?? '');
      });
    });
  };
}

/** To be called while webpack builds the module. */
export async function stampModule(build: Build, id: string, context: object): Promise<void> {
  const native = (context as NativeContext).getNativeBuildContext?.();
  const info = native?.framework === 'webpack' ? native.loaderContext?._module?.buildInfo : undefined;
  if (!info) return;
  const stamp = await build.stampOf(id);
  if (stamp !== '') info[stampKey] = stamp;
}

interface NativeContext {
  getNativeBuildContext?(): {
    readonly framework: string;
    readonly loaderContext?: { readonly _module?: { readonly buildInfo?: Record<string, unknown> } };
  };
}

/** It builds again what it is told to have changed; what it keeps from one process to the next it keeps as a whole. */
export function rspackRebuild(build: Build): (compiler: RspackCompiler) => void {
  return (compiler) => {
    const { cache } = compiler.options;
    if (typeof cache === 'object' && cache.type !== 'memory') {
      const own = cache.version ?? '';
      const mark = async (): Promise<void> => {
        try {
          await build.prepare(compilerPlace(compiler));
          cache.version = `${own} ${pluginName} ${await build.programStamp()}`;
        } catch (error) {
          throw pluginError(error, build.locale());
        }
      };
      compiler.hooks.beforeRun.tapPromise(pluginName, mark);
      compiler.hooks.watchRun.tapPromise(pluginName, async ({ modifiedFiles }) => {
        if (!modifiedFiles) await mark();
      });
    }
    compiler.hooks.watchRun.tapPromise(pluginName, async ({ modifiedFiles, removedFiles }) => {
      if (!modifiedFiles) return;
      build.changed([...modifiedFiles, ...(removedFiles ?? [])]);
      await build.lookAgain();
      compiler.modifiedFiles = new Set([...modifiedFiles, ...(await build.affected())]);
    });
  };
}

function isAffected(affected: ReadonlySet<string>, id: string): boolean {
  const file = readModuleId(id)?.path;
  return file !== undefined && affected.has(file);
}

function resourceOf(module: Module): string {
  return 'resource' in module && typeof module.resource === 'string' ? module.resource : '';
}
