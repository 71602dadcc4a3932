// In: a program and a target. Out: its files after the rewrite, with the shim that they ask for beside them.
// Knows nothing of running them.

import path from 'node:path';
import { linkShim, rewrite, shimExports } from '../../src/index.ts';
import type { ProgramFile, TargetName } from './program-file.ts';

export type Style = 'native' | 'dropin';

export interface RewrittenProgram {
  readonly files: Readonly<Record<string, string>>;
  /** The path of the shim, when one is needed. */
  readonly shim?: string;
  /** Sites that were left, and errors: what must not be there. */
  readonly left: readonly string[];
}

export function rewriteProgram(program: ProgramFile, target: TargetName, style: Style): RewrittenProgram {
  const isTyped = program.entry.endsWith('.ts');
  const shim = isTyped ? 'swan-net.ts' : 'swan-net.js';
  const sockets = program.run.sockets ?? 'one';
  const files: Record<string, string> = {};
  const names = new Set<string>();
  const left: string[] = [];
  let module: 'esm' | 'cjs' = 'esm';
  for (const [filename, code] of Object.entries(program.files)) {
    const up = path.posix.relative(path.posix.dirname(filename), shim);
    const from = up.startsWith('.') ? up : `./${up}`;
    const result = rewrite(code, {
      filename,
      target,
      style,
      sockets,
      shim: isTyped ? from.replace(/\.ts$/, '') : from,
    });
    files[filename] = result.code;
    for (const name of result.shim) for (const one of name === '*' ? shimExports(target) : [name]) names.add(one);
    // The shim is written so that all its importers can load it.
    if (result.shim.length > 0 && result.module === 'cjs') module = 'cjs';
    left.push(
      ...result.diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(({ message }) => `${filename}: ${message}`),
      ...result.sites
        .filter(({ verdict }) => verdict === 'kept')
        .map(({ api, codes }) => `${filename}: ${api} kept, ${codes.join()}`),
    );
  }
  if (names.size === 0) return { files, left };
  const timeouts = program.run.networkTimeout;
  files[shim] = linkShim({ target, names, module, typescript: isTyped, timeouts, sockets });
  return { files, shim, left };
}
