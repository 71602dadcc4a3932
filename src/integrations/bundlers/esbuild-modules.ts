// In: a build and the files that esbuild asks for. Out: what it is given for each: the moved text with its map and what is said of it, or
// nothing, so that another plugin is asked. Who says anything of a file when it is loaded has loaded it: of one that was left something
// is said at the end.
// Knows nothing of swan.

import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { BuildOptions, OnLoadArgs, OnLoadResult, PartialMessage } from 'esbuild';

import { shownPath } from '../../workspace/paths.ts';
import type { Build } from './build.ts';
import { packageFolder } from './hosts.ts';
import { scriptFile } from './module-id.ts';
import type { ModuleMap } from './move-module.ts';
import { loaderOf, useOfLoader } from './module-use.ts';
import { type Remark, pluginError } from './remarks.ts';

export interface EsbuildModules {
  readonly load: (args: OnLoadArgs) => Promise<OnLoadResult | undefined>;
  /** What is to be said of files that were left since it was asked last. */
  readonly left: () => PartialMessage[];
}

interface Wish {
  /** The root of the build. */
  readonly cwd: string;
  readonly loaders: NonNullable<BuildOptions['loader']>;
  readonly mayReadPackages: boolean;
}

export function esbuildModules(build: Build, { cwd, loaders, mayReadPackages }: Wish): EsbuildModules {
  const left: Remark[] = [];
  return {
    async load(args) {
      if (packageFolder.test(args.path) && !mayReadPackages) return undefined;
      const watchFiles = [...(await build.watched())];
      try {
        const loaded = await moveFile(args);
        return loaded && { ...loaded, watchFiles };
      } catch (error) {
        return { errors: [{ text: pluginError(error, build.locale()).message }], watchFiles };
      }
    },
    left: () => left.splice(0).map((one) => messageOf(one, cwd)),
  };

  /** Before 0.19 there are no attributes. */
  async function moveFile({
    path: file,
    suffix,
    with: attributes = {},
  }: OnLoadArgs): Promise<OnLoadResult | undefined> {
    const loader = loaderOf(file, loaders);
    const use = useOfLoader(attributes['type'] ?? loader);
    if (use === 'text' || (await build.isOther(file))) return undefined;
    const text = await readFile(file, 'utf8');
    const reason = use === 'copy' ? 'copied' : scriptFile.test(file) ? undefined : 'taken';
    if (reason === undefined) return loadedAs(loader, text, file, await build.move(text, file + suffix));
    left.push(...((await build.leave(reason, { id: file, code: text }))?.warnings ?? []));
    return undefined;
  }

  function loadedAs(
    loader: NonNullable<OnLoadResult['loader']>,
    text: string,
    file: string,
    moved: Awaited<ReturnType<Build['move']>>,
  ): OnLoadResult | undefined {
    if (!moved) return undefined;
    const { code, map, warnings, errors } = moved;
    const lines = text.split('\n');
    const told = (all: readonly Remark[]): PartialMessage[] => all.map((one) => messageOf(one, cwd, lines));
    return {
      contents: code === undefined || !map ? text : withMap(code, map),
      loader,
      resolveDir: path.dirname(file),
      warnings: told(warnings),
      errors: told(errors),
    };
  }
}

export function messageOf({ text, at }: Remark, cwd: string, lines: readonly string[] = []): PartialMessage {
  if (!at) return { text };
  const { file, line, column } = at;
  return { text, location: { file: shownPath(cwd, file), line, column, lineText: lines[line - 1] ?? '' } };
}

function withMap(code: string, map: ModuleMap): string {
  const encoded = Buffer.from(JSON.stringify(map)).toString('base64');
  return `${code}\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,${encoded}`;
}
