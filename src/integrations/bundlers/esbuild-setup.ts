// In: a build. Out: the hooks of esbuild that ask it. esbuild asks one plugin for a module and no other after it, so a module that has
// nothing to do with swan is left to the next one unread; and it tells no plugin which files changed.
// Knows nothing of swan.

import { realpathSync } from 'node:fs';
import path from 'node:path';

import type { OnLoadResult, OnStartResult, PluginBuild, StdinOptions } from 'esbuild';

import { scriptPattern } from '../../workspace/choices.ts';
import type { Build } from './build.ts';
import { esbuildModules, messageOf } from './esbuild-modules.ts';
import { finishEsbuild } from './finish.ts';
import { pluginError } from './remarks.ts';
import { alreadyThere, pluginName } from './hosts.ts';
import type { Unmoved } from './left-alone.ts';
import { checkVersion } from './versions.ts';
import { runtimeFilePattern, runtimeSpecifier } from './runtime-package.ts';

export function esbuildSetup(build: Build, mayReadPackages: boolean): (host: PluginBuild) => void {
  return (host) => {
    const { absWorkingDir = process.cwd(), plugins = [], outdir, outfile, loader = {}, stdin } = host.initialOptions;
    const cwd = realpathSync(absWorkingDir);
    const outputs = [outdir, outfile].flatMap((one) => (one === undefined ? [] : [path.resolve(cwd, one)]));
    let isStarted = false;

    host.onStart(async (): Promise<OnStartResult> => {
      try {
        checkVersion('esbuild', (host as Partial<PluginBuild>).esbuild?.version);
        if (plugins.filter(({ name }) => name === pluginName).length > 1) throw alreadyThere();
        // Whether there will be another build nobody can tell. What one loads is loaded again in the next, the shim as well.
        const said = build.start({ cwd, isWatch: true, isForUse: true, keepsShim: false, outputs });
        isStarted = true;
        const entry = stdin && (await build.leave('virtual', entryOf(stdin)));
        return { warnings: [...(await said), ...(entry?.warnings ?? [])].map((one) => messageOf(one, cwd)) };
      } catch (error) {
        isStarted = false;
        return { errors: [{ text: pluginError(error, build.locale()).message }] };
      }
    });

    const modules = esbuildModules(build, { cwd, loaders: loader, mayReadPackages });
    host.onEnd(() => ({ warnings: modules.left() }));
    host.onEnd(finishEsbuild(build, host.initialOptions.logLevel));

    host.onResolve({ filter: runtimeSpecifier }, async ({ path: specifier }) => {
      const file = isStarted ? await build.resolve(specifier) : undefined;
      return file === undefined ? undefined : { path: file, sideEffects: false };
    });

    host.onLoad({ filter: runtimeFilePattern }, async ({ path: id }): Promise<OnLoadResult | undefined> => {
      const shim = isStarted ? await build.load(id) : undefined;
      if (!shim) return undefined;
      const warnings = shim.warnings.map((text) => ({ text: text[build.locale()] }));
      return {
        contents: shim.text,
        loader: 'js',
        resolveDir: path.dirname(id),
        warnings,
        watchFiles: [...shim.sources],
      };
    });

    host.onLoad({ filter: scriptPattern, namespace: 'file' }, async (args) =>
      isStarted ? modules.load(args) : undefined,
    );
  };
}

/** No plugin is asked for what stands on the standard input. */
function entryOf({ contents, sourcefile = '<stdin>' }: StdinOptions): Unmoved {
  return { id: sourcefile, code: typeof contents === 'string' ? contents : Buffer.from(contents).toString() };
}
