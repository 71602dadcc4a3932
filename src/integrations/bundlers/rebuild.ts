// In: a build whose files change while it is watched. Out: the hooks of each bundler that make new what rests on a file that changed:
// a module that another one hands something else to has the text that it had, and its bundler would take it from its cache.
// Knows nothing of what modules hand to each other.

import path from 'node:path';

import type { Compiler as RspackCompiler } from '@rspack/core';
import type { Plugin as RollupPlugin } from 'rollup';
import type { EnvironmentModuleNode, HotUpdateOptions, Plugin as VitePlugin } from 'vite';
import type { Compiler as WebpackCompiler, Module } from 'webpack';

import type { Build } from './build.ts';
import { pluginName } from './hosts.ts';
import { readModuleId } from './module-id.ts';

type Affected = Promise<ReadonlySet<string>>;

export function rollupRebuild(affected: () => ReadonlySet<string>): Partial<RollupPlugin> {
  return { shouldTransformCachedModule: ({ id }) => isAffected(affected(), id) };
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
        return isAffected(await affected, resourceOf(module));
      });
    });
  };
}

/** It builds again what it is told to have changed. */
export function rspackRebuild(build: Build): (compiler: RspackCompiler) => void {
  return (compiler) => {
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
