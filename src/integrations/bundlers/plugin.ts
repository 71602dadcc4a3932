// In: the options of a plugin and the bundler that it was made for. Out: the plugin, as unplugin takes it: hooks that ask the build
// and hand on what it says. What differs from bundler to bundler stands in files beside this one.
// Knows nothing of swan.

import type { UnpluginFactory, UnpluginOptions } from 'unplugin';
import type { ResolvedConfig } from 'vite';
import type { Compiler as WebpackCompiler } from 'webpack';

import type { BuildOptions } from '../../workspace/build-settings.ts';
import { spokenLocale } from '../../workspace/disk/system-locale.ts';
import { type Build, createBuild } from './build.ts';
import { esbuildSetup } from './esbuild-setup.ts';
import { finish, finishCompiler } from './finish.ts';
import { pluginError, withPlace } from './remarks.ts';
import { alreadyThere, hostOf, pluginName } from './hosts.ts';
import { moduleHooks } from './module-hooks.ts';
import { checkBuildOptions } from './open-build.ts';
import { rollupRebuild, rspackRebuild, viteRebuild, webpackRebuild } from './rebuild.ts';
import { shimConfig, workerConfig } from './vite-config.ts';
import { keepFromThreads, refuseThreads } from './threads.ts';
import { refuseOld } from './versions.ts';

export const bundlerPlugin: UnpluginFactory<BuildOptions | undefined, false> = (given = {}, meta) => {
  const options = checked(given);
  // Version 4 has nothing of its own on its compiler.
  if (meta.framework === 'webpack')
    refuseOld('webpack', (meta.webpack.compiler as Partial<WebpackCompiler>).webpack?.version, options);
  const build = createBuild(options);
  // Packages are left out of every search but where somebody asks for them.
  const mayReadPackages = options.include?.some((pattern) => pattern.includes('node_modules')) === true;
  if (meta.framework === 'esbuild') {
    return { name: pluginName, esbuild: { setup: esbuildSetup(build, mayReadPackages) } };
  }
  const modules = moduleHooks(build, meta.framework, mayReadPackages);
  let vite: ResolvedConfig | undefined;
  let affected: ReadonlySet<string> = new Set();
  return {
    name: pluginName,
    enforce: 'pre',
    async buildStart(...args: unknown[]) {
      try {
        if (meta.framework === 'rspack') refuseThreads(meta.rspack.compiler.options.module.rules);
        const host = hostOf(meta, this, args[0], vite);
        if (host.plugins.filter((name) => name === pluginName).length > 1) throw alreadyThere();
        for (const remark of await build.start(host.place)) host.warn(withPlace(remark));
        for (const file of await build.watched()) this.addWatchFile(file);
        if (meta.framework === 'rollup' && host.place.isWatch) affected = await build.affected();
      } catch (error) {
        throw pluginError(error, build.locale());
      }
    },
    ...modules,
    watchChange(file) {
      build.changed([file]);
    },
    rollup: { ...rollupRebuild(build, () => affected), buildEnd: rollupEnd(build) },
    rolldown: { buildEnd: rollupEnd(build) },
    vite: {
      ...viteRebuild(build),
      async buildEnd(error) {
        if (vite?.command === 'build') await finish(build, error === undefined, (text) => vite?.logger.info(text));
      },
      config: (_, env) => workerConfig(modules, env),
      configEnvironment: () => shimConfig,
      configResolved(config) {
        vite = config;
      },
    },
    ...compilerHooks(build),
  };
};

function compilerHooks(build: Build): Pick<UnpluginOptions, 'webpack' | 'rspack'> {
  return {
    webpack(compiler) {
      webpackRebuild(build)(compiler);
      keepFromThreads(build)(compiler);
      finishCompiler(build, compiler);
    },
    rspack(compiler) {
      rspackRebuild(build)(compiler);
      finishCompiler(build, compiler);
    },
  };
}

function rollupEnd(build: Build) {
  return function buildEnd(this: { info(text: string): void }, error?: Error): Promise<void> {
    return finish(build, error === undefined, (text) => this.info(text));
  };
}

function checked(given: unknown): BuildOptions {
  try {
    return checkBuildOptions(given);
  } catch (error) {
    throw pluginError(error, spokenLocale(localeIn(given)));
  }
}

/** What is wrong may be that it is no object. */
function localeIn(given: unknown): string | undefined {
  const { locale } = Object(given) as { readonly locale?: unknown };
  return typeof locale === 'string' ? locale : undefined;
}
