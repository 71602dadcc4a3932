// In: a build and its bundler. Out: the hooks of that bundler that tell the build of its end, with or without errors, and print
// what it has to say then where that bundler prints what is no warning.
// Knows nothing of what is said.

import type { BuildResult } from 'esbuild';

import type { Build } from './build.ts';
import { pluginName } from './hosts.ts';
import { pluginError } from './remarks.ts';

export type Print = (text: string) => void;

export async function finish(build: Build, isWhole: boolean, print: Print): Promise<void> {
  try {
    const text = await build.conclude(isWhole);
    if (text !== undefined) print(text);
  } catch (error) {
    throw pluginError(error, build.locale());
  }
}

/** What is asked of the compilers of webpack and Rspack, which have the same in types of their own. */
interface Compiler {
  readonly hooks: {
    readonly done: { tapPromise(name: string, hear: (stats: { hasErrors(): boolean }) => Promise<void>): void };
  };
  getInfrastructureLogger(name: string): { info(text: string): void };
}

/** `done` is heard of a compilation with errors as well. */
export function finishCompiler(build: Build, compiler: Compiler): void {
  const print: Print = (text) => {
    compiler.getInfrastructureLogger(pluginName).info(text);
  };
  compiler.hooks.done.tapPromise(pluginName, (stats) => finish(build, !stats.hasErrors(), print));
}

/** It has levels for warnings and errors only; who wants to hear of neither wants to hear of nothing. */
export function finishEsbuild(build: Build, logLevel: string | undefined): (result: BuildResult) => Promise<void> {
  const isQuiet = logLevel === 'silent' || logLevel === 'error' || logLevel === 'warning';
  const print: Print = (text) => {
    if (!isQuiet) process.stderr.write(`${text}\n`);
  };
  return ({ errors }) => finish(build, errors.length === 0, print);
}
