// In: a folder with a program. Out: each of the six bundlers as it watches that folder with the plugin: what a module comes to now,
// or the error that it ended with. The builds are as many as the bundler sees fit; who asks waits for the one that is meant.
// Holds no expectation.

import { utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

import type * as Rspack from '@rspack/core';
import type * as Esbuild from 'esbuild';
import type * as Rolldown from 'rolldown';
import type * as Rollup from 'rollup';
import type * as Vite from 'vite';
import type Webpack from 'webpack';
import { type BundlerName, memory, pluginOf } from './bundlers.ts';

const load = createRequire(import.meta.url);

/** The code that a build came to, or what it failed with. */
export type Built =
  { readonly code: string; readonly error?: never } | { readonly code?: never; readonly error: string };

export interface Watch {
  /** Waits for a build that is so. */
  readonly until: (isMeant: (built: Built) => boolean) => Promise<Built>;
  readonly close: () => Promise<unknown>;
}

type Tell = (built: Built) => void;

/** Begins a watch that tells of each build; what comes back ends it. */
type Begin = (folder: string, tell: Tell) => Promise<() => Promise<unknown>>;

export async function watch(name: BundlerName, folder: string): Promise<Watch> {
  let last: Built | undefined;
  const waiting = new Set<Tell>();
  const close = await beginnings[name](folder, (built) => {
    last = built;
    for (const told of waiting) told(built);
  });
  const until = (isMeant: (built: Built) => boolean): Promise<Built> =>
    new Promise((resolve, reject) => {
      const timer = globalThis.setTimeout(() => {
        reject(new Error(`no such build; the last one was ${last?.error ?? last?.code ?? 'none'}`));
      }, 60_000);
      const told: Tell = (built) => {
        if (!isMeant(built)) return;
        waiting.delete(told);
        clearTimeout(timer);
        resolve(built);
      };
      waiting.add(told);
      if (last) told(last);
    });
  return { until, close };
}

const plugin = (name: BundlerName): never => pluginOf(name)({ to: 'fetch' });

const faultOf = (error: unknown): Built => ({ error: error instanceof Error ? error.message : String(error) });

const beginnings: Readonly<Record<BundlerName, Begin>> = {
  async vite(folder, tell) {
    const { createServer } = load('vite') as typeof Vite;
    const server = await createServer({
      ...{ root: folder, configFile: false, logLevel: 'silent', appType: 'custom', plugins: [plugin('vite')] },
      optimizeDeps: { noDiscovery: true },
      server: { middlewareMode: true, ws: false },
    });
    // As a page that asks for its entry again and again.
    const ask = async (): Promise<void> => {
      const asked = server.transformRequest('/main.js');
      tell(await asked.then((found): Built => ({ code: found?.code ?? '' }), faultOf));
    };
    await ask();
    const timer = setInterval(() => void ask(), 50);
    return () => {
      clearInterval(timer);
      return server.close();
    };
  },
  async rollup(folder, tell) {
    const { watch: begin } = load('rollup') as typeof Rollup;
    const before = process.cwd();
    process.chdir(folder);
    const watcher = begin({
      ...{ input: 'main.js', plugins: [plugin('rollup')], onwarn: () => undefined },
      ...{ output: { format: 'cjs' }, watch: { skipWrite: true, buildDelay: 10 } },
    });
    let starts = 0;
    watcher.on('event', async (event) => {
      if (event.code === 'BUNDLE_START') starts += 1;
      if (event.code === 'ERROR') tell(faultOf(event.error));
      if (event.code !== 'BUNDLE_END') return;
      tell({ code: (await event.result.generate({ format: 'cjs' })).output[0].code });
      await event.result.close();
    });
    // It sees changes from some time after its first build on.
    while (starts < 2) {
      await setTimeout(20);
      if (starts > 0) utimesSync(path.join(folder, 'main.js'), new Date(), new Date());
    }
    return () => {
      process.chdir(before);
      return watcher.close();
    };
  },
  async rolldown(folder, tell) {
    const { watch: begin } = load('rolldown') as typeof Rolldown;
    const see = {
      name: 'see',
      generateBundle(_: unknown, output: Rolldown.OutputBundle) {
        const [chunk] = Object.values(output);
        if (chunk?.type === 'chunk') tell({ code: chunk.code });
      },
    };
    const watcher = begin({
      ...{ cwd: folder, input: 'main.js', platform: 'neutral', logLevel: 'silent', plugins: [plugin('rolldown'), see] },
      output: { format: 'cjs', dir: path.join(folder, 'out') },
    });
    watcher.on('event', async (event) => {
      if (event.code === 'ERROR') tell(faultOf(event.error));
      if (event.code === 'BUNDLE_END' || event.code === 'ERROR') await event.result.close();
    });
    return () => watcher.close();
  },
  webpack: (folder, tell) => compile(load('webpack') as typeof Webpack, 'webpack', folder, tell),
  rspack(folder, tell) {
    const { rspack } = load('@rspack/core') as typeof Rspack;
    return compile(rspack as unknown as typeof Webpack, 'rspack', folder, tell);
  },
  async esbuild(folder, tell) {
    const { context } = load('esbuild') as typeof Esbuild;
    const see: Esbuild.Plugin = {
      name: 'see',
      setup({ onEnd }) {
        onEnd(({ errors: [first], outputFiles }) => {
          tell(first ? { error: first.text } : { code: outputFiles?.[0]?.text ?? '' });
        });
      },
    };
    const made = await context({
      ...{ absWorkingDir: folder, entryPoints: ['main.js'], outfile: 'out.js', bundle: true, write: false },
      ...{ format: 'cjs', logLevel: 'silent', plugins: [plugin('esbuild'), see] },
    });
    await made.watch();
    return () => made.dispose();
  },
};

async function compile(webpack: typeof Webpack, name: 'webpack' | 'rspack', folder: string, tell: Tell) {
  const output = new Map<string, string>();
  const compiler = webpack({
    ...{ context: folder, entry: './main.js', mode: 'development', devtool: false, target: ['web', 'es2022'] },
    output: { path: path.join(folder, 'out'), filename: 'out.js', library: { type: 'commonjs2' } },
    plugins: [plugin(name)],
  });
  if (!compiler) throw new Error('there is no compiler');
  compiler.outputFileSystem = memory(output);
  compiler.watch({ aggregateTimeout: 10 }, (fault, stats) => {
    const [first] = stats?.toJson({ all: false, errors: true }).errors ?? [];
    if (fault || first) tell(faultOf(fault ?? first?.message));
    else tell({ code: output.get('out.js') ?? '' });
  });
  return () => new Promise((resolve) => void compiler.close(resolve));
}
