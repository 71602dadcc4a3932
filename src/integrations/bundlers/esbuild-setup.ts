// In: a build. Out: what esbuild does with it. esbuild asks one plugin for a module and no other after it, so a module that has nothing
// to do with swan is left to the next one unread; and it tells no plugin which files changed.
// Knows nothing of swan.

import { readFile } from 'node:fs/promises';
import { realpathSync } from 'node:fs';
import path from 'node:path';

import type { OnLoadArgs, OnLoadResult, OnStartResult, PartialMessage, PluginBuild } from 'esbuild';

import { shownPath } from '../../workspace/paths.ts';
import type { Build } from './build.ts';
import { finishEsbuild } from './finish.ts';
import { type Remark, pluginError } from './remarks.ts';
import { alreadyThere, packageFolder, pluginName } from './hosts.ts';
import type { ModuleMap } from './move-module.ts';
import { runtimeFilePattern, runtimeSpecifier } from './runtime-package.ts';

const scriptFile = /\.[cm]?[jt]sx?$/;

export function esbuildSetup(build: Build, mayReadPackages: boolean): (host: PluginBuild) => void {
  return (host) => {
    const { absWorkingDir = process.cwd(), plugins = [], outdir, outfile } = host.initialOptions;
    const cwd = realpathSync(absWorkingDir);
    const outputs = [outdir, outfile].flatMap((one) => (one === undefined ? [] : [path.resolve(cwd, one)]));
    let isStarted = false;

    host.onStart(async (): Promise<OnStartResult> => {
      try {
        if (plugins.filter(({ name }) => name === pluginName).length > 1) throw alreadyThere();
        // Whether there will be another build nobody can tell. What one loads is loaded again in the next, the shim as well.
        const said = build.start({ cwd, isWatch: true, isForUse: true, keepsShim: false, outputs });
        isStarted = true;
        return { warnings: (await said).map((one) => messageOf(one, cwd)) };
      } catch (error) {
        isStarted = false;
        return { errors: [{ text: pluginError(error, build.locale()).message }] };
      }
    });

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

    host.onLoad({ filter: scriptFile, namespace: 'file' }, (args) => loadModule(args));

    async function loadModule(args: OnLoadArgs): Promise<OnLoadResult | undefined> {
      if (!isStarted || (packageFolder.test(args.path) && !mayReadPackages)) return undefined;
      const watchFiles = [...(await build.watched())];
      try {
        const loaded = await moveModuleAt(args);
        return loaded && { ...loaded, watchFiles };
      } catch (error) {
        return { errors: [{ text: pluginError(error, build.locale()).message }], watchFiles };
      }
    }

    async function moveModuleAt({ path: file, suffix }: OnLoadArgs): Promise<OnLoadResult | undefined> {
      if (await build.isOther(file)) return undefined;
      const text = await readFile(file, 'utf8');
      const moved = await build.move(text, file + suffix);
      if (!moved) return undefined;
      const { code, map, warnings, errors } = moved;
      const lines = text.split('\n');
      const told = (all: readonly Remark[]): PartialMessage[] => all.map((one) => messageOf(one, cwd, lines));
      return {
        contents: code === undefined || !map ? text : withMap(code, map),
        loader: loaderOf(file),
        resolveDir: path.dirname(file),
        warnings: told(warnings),
        errors: told(errors),
      };
    }
  };
}

function messageOf({ text, at }: Remark, cwd: string, lines: readonly string[] = []): PartialMessage {
  if (!at) return { text };
  const { file, line, column } = at;
  return { text, location: { file: shownPath(cwd, file), line, column, lineText: lines[line - 1] ?? '' } };
}

function withMap(code: string, map: ModuleMap): string {
  const encoded = Buffer.from(JSON.stringify(map)).toString('base64');
  return `${code}\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,${encoded}`;
}

/** As esbuild itself goes by the name. */
function loaderOf(file: string): 'js' | 'jsx' | 'ts' | 'tsx' {
  const extension = path.extname(file);
  if (extension.endsWith('x')) return extension === '.tsx' ? 'tsx' : 'jsx';
  return extension.includes('t') ? 'ts' : 'js';
}
