// In: the options of a plugin and the bundler that it was made for. Out: the plugin, as unplugin takes it: hooks that ask the build
// and hand on what it says. What differs from bundler to bundler stands in files beside this one.
// Knows nothing of swan.

import type { UnpluginContext, UnpluginContextMeta, UnpluginFactory, UnpluginMessage, UnpluginOptions } from 'unplugin';
import type { ResolvedConfig } from 'vite';

import type { BuildOptions } from '../../workspace/build-settings.ts';
import { scriptIdPattern } from '../../workspace/choices.ts';
import { spokenLocale } from '../../workspace/disk/system-locale.ts';
import { type Build, createBuild } from './build.ts';
import { esbuildSetup } from './esbuild-setup.ts';
import { finish, finishCompiler } from './finish.ts';
import { type Remark, type Remarks, pluginError, withPlace } from './remarks.ts';
import { alreadyThere, hostOf, tooOld, packageFolder, pluginName } from './hosts.ts';
import { checkBuildOptions } from './open-build.ts';
import { rollupRebuild, rspackRebuild, stampKey, stampModule, viteRebuild, webpackRebuild } from './rebuild.ts';
import { runtimeFilePattern, runtimeSpecifier } from './runtime-package.ts';

export const bundlerPlugin: UnpluginFactory<BuildOptions | undefined, false> = (given = {}, meta) => {
  const options = checked(given);
  refuseOldWebpack(meta, options);
  const build = createBuild(options);
  // Packages are left out of every search but where somebody asks for them.
  const mayReadPackages = options.include?.some((pattern) => pattern.includes('node_modules')) === true;
  if (meta.framework === 'esbuild') {
    return { name: pluginName, esbuild: { setup: esbuildSetup(build, mayReadPackages) } };
  }
  // Vite passes on where something is and prints it of an error only; webpack has no place to put it.
  const showsPlaces = meta.framework === 'rollup' || meta.framework === 'rolldown';
  let vite: ResolvedConfig | undefined;
  let affected: ReadonlySet<string> = new Set();
  const transform = {
    // Before anything takes types or components apart.
    order: 'pre' as const,
    filter: { id: { include: scriptIdPattern, ...(!mayReadPackages && { exclude: packageFolder }) } },
    async handler(this: UnpluginContext, code: string, id: string) {
      const moved = await build.move(code, id);
      await stampModule(build, id, this);
      if (!moved) return undefined;
      tell(this, id, moved, showsPlaces);
      if (moved.code === undefined) return undefined;
      const own = meta.framework === 'rollup' && { meta: { [stampKey]: await build.stampOf(id) } };
      return { code: moved.code, map: moved.map, ...own };
    },
  };
  return {
    name: pluginName,
    enforce: 'pre',
    async buildStart(...args: unknown[]) {
      try {
        const host = hostOf(meta, this, args[0], vite);
        if (host.plugins.filter((name) => name === pluginName).length > 1) throw alreadyThere();
        for (const remark of await build.start(host.place)) host.warn(withPlace(remark));
        for (const file of await build.watched()) this.addWatchFile(file);
        if (meta.framework === 'rollup' && host.place.isWatch) affected = await build.affected();
      } catch (error) {
        throw pluginError(error, build.locale());
      }
    },
    resolveId: {
      filter: { id: runtimeSpecifier },
      handler: (specifier) => build.resolve(specifier),
    },
    load: {
      filter: { id: runtimeFilePattern },
      async handler(id) {
        const shim = await build.load(id);
        if (!shim) return undefined;
        await stampModule(build, id, this);
        for (const file of shim.sources) this.addWatchFile(file);
        for (const text of shim.warnings) this.warn(text[build.locale()]);
        return { code: shim.text, map: null };
      },
    },
    transform,
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
      // A server that renders pages would load the shim by itself, without the settings of the program.
      config: () => ({ ssr: { noExternal: ['cygnet'] }, optimizeDeps: { exclude: ['cygnet'] } }),
      configResolved(config) {
        vite = config;
      },
    },
    ...compilerHooks(build),
  };
};

/** Version 4 has nothing of its own on its compiler. */
function refuseOldWebpack(meta: UnpluginContextMeta, { locale }: BuildOptions): void {
  if (meta.framework === 'webpack' && !('webpack' in meta.webpack.compiler)) {
    throw pluginError(tooOld('webpack', 5), spokenLocale(locale));
  }
}

function compilerHooks(build: Build): Pick<UnpluginOptions, 'webpack' | 'rspack'> {
  return {
    webpack(compiler) {
      webpackRebuild(build)(compiler);
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

/** An error may end whatever handles the module, so it is told last, and several are told as one. */
function tell(context: UnpluginContext, id: string, { warnings, errors }: Remarks, showsPlaces: boolean): void {
  for (const warning of warnings) context.warn(messageOf(warning, id, showsPlaces));
  const [first, ...others] = errors;
  if (!first) return;
  const message = messageOf(first, id, showsPlaces);
  const more = others.map((one) => `\n${withPlace(one)}`).join('');
  // Vite throws what it gets, and what it shows in a page is an error.
  context.error(asError({ ...message, message: `${message.message}${more}` }));
}

function asError(message: UnpluginMessage): UnpluginMessage {
  // Where in the plugin it was noticed says nothing.
  return Object.assign(new Error(message.message), { ...message, stack: message.message });
}

function messageOf(remark: Remark, id: string, showsPlaces: boolean): UnpluginMessage {
  const { text, code, at } = remark;
  const message = showsPlaces ? text : withPlace(remark);
  return { message, id, ...(code !== undefined && { pluginCode: code }), ...(at && { loc: { ...at } }) };
}
