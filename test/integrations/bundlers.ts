// In: a folder with a program, and the options of the plugin. Out: what each of the six bundlers makes of it with the built package:
// the code and its map, what was warned about and what went wrong. The bundlers and the plugins are loaded as Node loads them.
// Holds no expectation.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';

import type * as Rspack from '@rspack/core';
import type * as Esbuild from 'esbuild';
import type * as Rolldown from 'rolldown';
import type * as Rollup from 'rollup';
import type * as Vite from 'vite';
import type Webpack from 'webpack';
import { afterAll, vi } from 'vitest';
// Builds the package when it is older than its sources.
import '../cli/command-line.ts';

export const root = path.resolve(import.meta.dirname, '../..');

const load = createRequire(import.meta.url);

export const bundlerNames = ['vite', 'rollup', 'rolldown', 'webpack', 'rspack', 'esbuild'] as const;
export type BundlerName = (typeof bundlerNames)[number];

export interface Bundled {
  /** A CommonJS module. */
  readonly code: string;
  readonly map: string;
  readonly warnings: readonly string[];
  /** What was printed besides. */
  readonly told: string;
  /** The texts of what was made besides: of workers and of what was copied. */
  readonly others: readonly string[];
}

type Plugin = (options?: object) => never;

/** The plugin as a config file gets it that is CommonJS; `import` gives the same. */
export function pluginOf(name: BundlerName): Plugin {
  return load(`cygnet/${name}`) as Plugin;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files, in which the package is installed. */
export function projectOf(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'cygnet-bundled-')));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  mkdirSync(path.join(folder, 'node_modules'), { recursive: true });
  symlinkSync(root, path.join(folder, 'node_modules/cygnet'), 'junction');
  symlinkSync(path.join(root, 'node_modules/axios'), path.join(folder, 'node_modules/axios'), 'junction');
  return folder;
}

export interface BundleWish {
  readonly entry?: string;
  readonly options?: object;
  /** What is not used is left out of the code itself, and not only of its exports. */
  readonly isSmall?: boolean;
  /** esbuild prints what it would. */
  readonly isLoud?: boolean;
  /** In place of the plugin with those options. */
  readonly plugins?: readonly never[];
}

/** @throws what the bundler throws, or says of errors */
export async function bundle(name: BundlerName, folder: string, wish: BundleWish = {}): Promise<Bundled> {
  const { entry = 'main.js', isSmall = false, isLoud = false, options = { to: 'fetch' } } = wish;
  return bundlers[name]({ folder, entry, isSmall, isLoud, plugins: wish.plugins ?? [pluginOf(name)(options)] });
}

interface Job {
  readonly folder: string;
  readonly entry: string;
  readonly isSmall: boolean;
  readonly isLoud: boolean;
  readonly plugins: readonly never[];
}

const bundlers: Readonly<Record<BundlerName, (job: Job) => Promise<Bundled>>> = {
  async vite({ folder, entry, plugins }) {
    const { build, createLogger } = load('vite') as typeof Vite;
    const warnings: string[] = [];
    const logger = createLogger('silent');
    const told: string[] = [];
    logger.warn = (text) => void warnings.push(text);
    logger.info = (text) => void told.push(text);
    const built = await build({
      ...{ root: folder, configFile: false, logLevel: 'silent', customLogger: logger, plugins: [...plugins] },
      build: { write: false, minify: false, sourcemap: true, lib: { entry, formats: ['cjs'], fileName: 'out' } },
    });
    return { ...chunkOf(Array.isArray(built) ? built[0] : built), warnings, told: told.join('\n') };
  },
  async rollup({ folder, entry, plugins }) {
    const { rollup } = load('rollup') as typeof Rollup;
    const requires = commonjs();
    const logs: Logs = { warn: [], info: [], debug: [] };
    const built = await within(folder, () =>
      rollup({
        ...{ input: entry, plugins: [...plugins, requires] },
        onLog: (level, log) => void logs[level].push(placed(log)),
      }),
    );
    return { ...chunkOf(await built.generate({ format: 'cjs', sourcemap: true })), ...saidIn(logs) };
  },
  async rolldown({ folder, entry, plugins }) {
    const { rolldown } = load('rolldown') as typeof Rolldown;
    const logs: Logs = { warn: [], info: [], debug: [] };
    const built = await rolldown({
      ...{ cwd: folder, input: entry, plugins: [...plugins], platform: 'neutral' },
      onLog: (level, log) => void logs[level].push(placed(log)),
    });
    return { ...chunkOf(await built.generate({ format: 'cjs', sourcemap: true })), ...saidIn(logs) };
  },
  async webpack(job) {
    return compiled(load('webpack') as typeof Webpack, job);
  },
  async rspack(job) {
    return compiled((load('@rspack/core') as typeof Rspack).rspack as unknown as typeof Webpack, job);
  },
  async esbuild({ folder, entry, isLoud, plugins }) {
    const { build } = load('esbuild') as typeof Esbuild;
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { outputFiles, warnings } = await build({
      ...{ absWorkingDir: folder, entryPoints: [entry], outfile: 'out.js', bundle: true, write: false },
      ...{ format: 'cjs', sourcemap: 'external', plugins: [...plugins], ...(!isLoud && { logLevel: 'silent' }) },
    });
    const told = stderr.mock.calls.join('\n');
    stderr.mockRestore();
    const texts = new Map(outputFiles.map(({ path: file, text }) => [path.basename(file), text]));
    return {
      ...{ ...outputsIn(texts), told },
      warnings: warnings.map(({ text, location: at }) => `${at?.file}:${at?.line}:${at?.column} ${text}`),
    };
  },
};

interface Log {
  readonly message: string;
  readonly loc?: { readonly file?: string | undefined; readonly line: number; readonly column: number } | undefined;
}

type Logs = Readonly<Record<'warn' | 'info' | 'debug', string[]>>;

function saidIn({ warn, info }: Logs): Pick<Bundled, 'warnings' | 'told'> {
  return { warnings: warn, told: info.join('\n') };
}

function placed({ message, loc }: Log): string {
  return loc ? `${loc.file}:${loc.line}:${loc.column} ${message}` : message;
}

interface Chunk {
  readonly type?: string;
  readonly code?: string;
  readonly source?: string | Uint8Array;
  readonly map?: { toString(): string } | null;
}

function chunkOf(built: unknown): Pick<Bundled, 'code' | 'map' | 'others'> {
  const [first, ...others] = (built as { readonly output: readonly Chunk[] }).output;
  const texts = others.map(({ code, source = '' }) => code ?? Buffer.from(source).toString());
  return { code: first?.code ?? '', map: first?.map?.toString() ?? '', others: texts };
}

/** Without it Rollup knows no `require`. */
export function commonjs(): Rollup.Plugin {
  return (load('@rollup/plugin-commonjs') as { default: () => Rollup.Plugin }).default();
}

/** Rollup takes the folder of its process for the root. */
export async function within<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await work();
  } finally {
    process.chdir(before);
  }
}

function compiled(webpack: typeof Webpack, { folder, entry, isSmall, plugins }: Job): Promise<Bundled> {
  const output = new Map<string, string>();
  const printed = new PassThrough();
  const compiler = webpack({
    ...{ context: folder, entry: { out: `./${entry}` }, mode: 'production', devtool: 'source-map' },
    target: ['web', 'es2022'],
    infrastructureLogging: { stream: printed, appendOnly: true, colors: false },
    optimization: { minimize: isSmall },
    output: { path: path.join(folder, 'out'), filename: '[name].js', library: { type: 'commonjs2' } },
    plugins: [...plugins],
  });
  if (!compiler) throw new Error('there is no compiler');
  compiler.outputFileSystem = memory(output);
  return new Promise((resolve, reject) => {
    compiler.run((fault, stats) => {
      const { errors = [], warnings = [] } = stats?.toJson({ all: false, errors: true, warnings: true }) ?? {};
      const told = (all: typeof errors): string[] => all.map(({ message, moduleName }) => `${moduleName}: ${message}`);
      compiler.close(() => {
        if (fault || errors.length > 0) reject(fault ?? new Error(told(errors).join('\n')));
        else {
          resolve({ ...outputsIn(output), warnings: told(warnings), told: String(printed.read() ?? '') });
        }
      });
    });
  });
}

function outputsIn(files: ReadonlyMap<string, string>): Pick<Bundled, 'code' | 'map' | 'others'> {
  const { 'out.js': code = '', 'out.js.map': map = '', ...others } = Object.fromEntries(files);
  return { code, map, others: Object.values(others) };
}

type OutputFiles = NonNullable<Webpack.Compiler['outputFileSystem']>;

/** What a compiler writes into, as far as it asks. */
export function memory(output: Map<string, string>): OutputFiles {
  const missing = Object.assign(new Error('nothing is there'), { code: 'ENOENT' });
  const files = {
    mkdir: (_: string, ...rest: unknown[]) => (rest.at(-1) as (fault: null) => void)(null),
    writeFile(file: string, text: string | Buffer, ...rest: unknown[]) {
      output.set(path.basename(file), text.toString());
      (rest.at(-1) as (fault: null) => void)(null);
    },
    stat: (_: string, ...rest: unknown[]) => (rest.at(-1) as (fault: Error) => void)(missing),
    readFile: (_: string, ...rest: unknown[]) => (rest.at(-1) as (fault: Error) => void)(missing),
  };
  return files as unknown as OutputFiles;
}
