// In: what a bundler hands to a plugin when a build begins. Out: where the build runs, whether it is watched, how many plugins of
// this package it has, and a way to tell it something that is about no module.
// Knows nothing of what the plugin does.

import path from 'node:path';

import type { Compiler as RspackCompiler } from '@rspack/core';
import type { UnpluginContextMeta } from 'unplugin';
import type { ResolvedConfig } from 'vite';
import type { Compiler as WebpackCompiler } from 'webpack';

import { Failure } from '../../workspace/failure.ts';
import type { BuildPlace } from './open-build.ts';
import { checkVersion } from './versions.ts';

/** The name of every plugin of this package, in all bundlers. */
export const pluginName = 'cygnet';

export const packageFolder = /[\\/]node_modules[\\/]/;

export interface Host {
  readonly place: BuildPlace;
  /** The names of the plugins. */
  readonly plugins: readonly string[];
  readonly warn: (text: string) => void;
}

/** The second one would find nothing left, or something else than a person meant. */
export function alreadyThere(): Failure {
  return new Failure({
    what: {
      en: 'the build has two plugins of cygnet, and a program moves to one target at a time',
      'zh-CN': '构建中有两个 cygnet 插件，而一个程序一次只能迁移到一个目标',
    },
    help: {
      en: 'Leave one of them out, or make a build for each target.',
      'zh-CN': '去掉其中一个，或为每个目标各建一次。',
    },
  });
}

/** @throws Failure when the bundler is older than is supported */
export function hostOf(
  meta: UnpluginContextMeta,
  context: object,
  inputOptions: unknown,
  vite: ResolvedConfig | undefined,
): Host {
  if (meta.framework === 'webpack') return compilerHost(meta.webpack.compiler, context);
  if (meta.framework === 'rspack') return compilerHost(meta.rspack.compiler, context);
  const warn = (text: string): void => (context as RollupContext).warn(text);
  if (vite) {
    // Those came with 6.
    checkVersion('Vite', 'environments' in vite ? '6' : undefined);
    const isWatch = vite.command === 'serve' || Boolean(vite.build.watch);
    const outputs = Object.values(vite.environments).map(({ build }) => path.resolve(vite.root, build.outDir));
    const place = { ...placeAt(vite.root, isWatch), areModules: true, outputs };
    return { place, plugins: vite.plugins.map(({ name }) => name), warn };
  }
  // Before Rolldown 1 there may be none.
  const { rollupVersion, rolldownVersion, watchMode = false } = (context as RollupContext).meta ?? {};
  if (meta.framework === 'rollup') checkVersion('Rollup', rollupVersion);
  else checkVersion('Rolldown', rolldownVersion);
  const { cwd = process.cwd(), plugins = [] } = inputOptions as RollupInput;
  const areModules = meta.framework === 'rollup';
  const place = { ...placeAt(cwd, watchMode), areModules };
  return { place, plugins: plugins.flatMap((plugin) => (plugin ? plugin.name : [])), warn };
}

/** What is used of the context of rollup and rolldown, and of the options that they work with; cwd is rolldown's. */
interface RollupContext {
  readonly meta?: { readonly watchMode: boolean; readonly rollupVersion?: string; readonly rolldownVersion?: string };
  warn(message: string): void;
}

interface RollupInput {
  readonly cwd?: string;
  readonly plugins?: readonly ({ readonly name: string } | null | false | undefined)[];
}

interface NativeContext {
  getNativeBuildContext?(): { readonly compilation?: { readonly warnings: { push(warning: Error): unknown } } };
}

function compilerHost(compiler: WebpackCompiler | RspackCompiler, context: object): Host {
  return {
    place: compilerPlace(compiler),
    plugins: compiler.hooks.make.taps.map(({ name }) => name),
    warn(text) {
      (context as NativeContext).getNativeBuildContext?.().compilation?.warnings.push(new Error(text));
    },
  };
}

export function compilerPlace({ context, watchMode, outputPath }: WebpackCompiler | RspackCompiler): BuildPlace {
  return { ...placeAt(context, watchMode), outputs: [outputPath] };
}

function placeAt(cwd: string, isWatch: boolean): BuildPlace {
  return { cwd, isWatch, isForUse: !isWatch, keepsShim: isWatch };
}
