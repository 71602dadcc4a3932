// In: a program and a target. Out: its files after the rewrite, with the shim that they ask for beside them.
// What its modules hand to each other is known before any of them is rewritten. Knows nothing of running them.

import path from 'node:path';
import { keepsSite, linkShim, loadProject, rewrite, shimExports } from '../../src/index.ts';
import { programsFolder, type ProgramFile, type TargetName } from './program-file.ts';

export type Style = 'native' | 'dropin';

export interface RewrittenProgram {
  readonly files: Readonly<Record<string, string>>;
  /** The path of the shim, when one is needed. */
  readonly shim?: string;
  /** The reasons of the sites that were left, each once. */
  readonly kept: readonly string[];
  /** The sites that were left though the program does not say so, and errors: what must not be there. */
  readonly left: readonly string[];
}

export async function rewriteProgram(
  program: ProgramFile,
  target: TargetName,
  style: Style,
): Promise<RewrittenProgram> {
  const isTyped = program.entry.endsWith('.ts');
  const shim = isTyped ? 'swan-net.ts' : 'swan-net.js';
  const sockets = program.run.sockets ?? 'one';
  const files: Record<string, string> = {};
  const names = new Set<string>();
  const left: string[] = [];
  const kept = new Set<string>();
  const project = await loadProgram(program);
  let module: 'esm' | 'cjs' = 'esm';
  for (const [filename, code] of Object.entries(program.files)) {
    const up = path.posix.relative(path.posix.dirname(filename), shim);
    const from = up.startsWith('.') ? up : `./${up}`;
    const result = rewrite(code, {
      filename,
      target,
      style,
      sockets,
      facts: project.factsFor(placeOf(program, filename)),
      mayRunEarly: project.mayRunEarly(placeOf(program, filename)),
      shim: isTyped ? from.replace(/\.ts$/, '') : from,
    });
    files[filename] = result.code;
    for (const name of result.shim) for (const one of name === '*' ? shimExports(target) : [name]) names.add(one);
    // The shim is written so that all its importers can load it.
    if (result.shim.length > 0 && result.module === 'cjs') module = 'cjs';
    const stays = result.sites.filter(({ verdict }) => verdict === 'kept');
    for (const { codes } of stays) for (const code of codes) if (keepsSite(code)) kept.add(code);
    left.push(
      ...result.diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(({ message }) => `${filename}: ${message}`),
      ...stays
        .filter(({ codes }) => !codes.some((code) => program.kept.includes(code)))
        .map(({ api, codes }) => `${filename}: ${api} kept, ${codes.join()}`),
    );
  }
  const found = { files, left, kept: [...kept].sort() };
  if (names.size === 0) return found;
  const timeouts = program.run.networkTimeout;
  files[shim] = linkShim({ target, names, module, typescript: isTyped, timeouts, sockets });
  return { ...found, shim };
}

const projects = new Map<string, ReturnType<typeof loadProject>>();

/** Once for all targets. */
function loadProgram(program: ProgramFile): ReturnType<typeof loadProject> {
  const known = projects.get(program.name);
  if (known) return known;
  const texts = new Map(Object.entries(program.files).map(([name, code]) => [placeOf(program, name), code]));
  const root = path.dirname(placeOf(program, program.entry));
  const made = loadProject({ root, files: [...texts.keys()], read: (file) => texts.get(file) });
  projects.set(program.name, made);
  return made;
}

/** Where a specifier leads is looked up on the disk. */
function placeOf({ name, entry }: ProgramFile, file: string): string {
  return name === entry ? path.join(programsFolder, file) : path.join(programsFolder, name, file);
}
