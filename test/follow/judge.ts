// In: a small program, run on swan and rewritten for a target. Out: what is wrong with the rewrite, or nothing.
// What the report says decides where the output must run: without swan when it says nothing, where both are when it
// says that swan is still needed; then a file of which it says nothing sees no swan.

import type { Style, TargetName } from '../../src/index.ts';
import { compile, type Source } from './compile.ts';
import { look, move, moveAgain, saysThatSwanIsNeeded, type Looked, type MovedFile } from './move.ts';
import { run, type Compiled, type Run, type World } from './world.ts';

export interface Program {
  /** The first one is the entry. */
  readonly files: readonly Source[];
}

export type FaultKind =
  /** The compiler says itself that it failed. */
  | 'internal-error'
  /** A second run over the output has something to do. */
  | 'second-run'
  /** The output cannot be loaded at all. */
  | 'syntax'
  /** Needs swan, and no word of it. */
  | 'silent'
  /** Does something else where both hosts are, or where the report says nothing and swan is there. */
  | 'trace';

export interface Fault {
  readonly kind: FaultKind;
  readonly target: TargetName;
  readonly style: Style;
  readonly what: string;
  readonly after: readonly Source[];
  readonly before: string;
  readonly trace: string;
}

export interface Verdicts {
  readonly fault?: Fault;
  readonly moved: readonly MovedFile[];
  readonly sites: number;
  readonly kept: number;
}

/** A program, what it does on swan, and what was read of it. */
export interface Case {
  readonly files: readonly Source[];
  readonly before: Run;
  readonly looked: Looked;
}

export interface Way {
  readonly target: TargetName;
  readonly style: Style;
  /** Also rewrite the output. */
  readonly isRunTwice: boolean;
}

/** @throws SyntaxError when the program itself cannot be loaded */
export async function open({ files }: Program): Promise<Case> {
  const before = await run(await compileAll(files, () => 'nothing'), entryOf(files), ['swan']);
  return { files, before, looked: await look(files) };
}

/** @param rewriteFiles another one is given by who tests the judge */
export async function judge(
  { files, before, looked }: Case,
  { target, style, isRunTwice }: Way,
  rewriteFiles: typeof move = move,
): Promise<Verdicts> {
  const moved = rewriteFiles(files, looked, target, style);
  const sites = moved.flatMap((file) => file.sites);
  const counts = { moved, sites: sites.length, kept: sites.filter(({ verdict }) => verdict === 'kept').length };
  const faultOf = (kind: FaultKind, what: string, trace = ''): Verdicts => ({
    ...counts,
    fault: { kind, target, style, what, after: moved, before: before.trace, trace },
  });
  const failed = moved.find(({ failure }) => failure !== undefined);
  if (failed) return faultOf('internal-error', failed.failure ?? '');
  if (isRunTwice && moved.some(({ isEdited }) => isEdited)) {
    const again = await moveAgain(moved, target, style, rewriteFiles);
    const changed = again.find((file) => file.isEdited || file.failure !== undefined);
    if (changed) return faultOf('second-run', changed.failure ?? changed.code);
  }
  const isNeeded = moved.some(saysThatSwanIsNeeded);
  const hasOthers = moved.some(({ others }) => Object.keys(others).length > 0);
  const host: World = target === 'wx' ? 'wx' : 'web';
  const worlds: World[] = isNeeded ? ['swan', host] : hasOthers ? ['rest of swan', host] : [host];
  let after: Run;
  try {
    const modules = await compileAll(moved, (file) => shadowOf(file, isNeeded));
    after = await run(modules, entryOf(files), worlds, target);
  } catch (error) {
    if (error instanceof SyntaxError) return faultOf('syntax', error.message);
    throw error;
  }
  if (after.trace !== before.trace) {
    if (isNeeded) return faultOf('trace', 'differs where swan and the new host are', after.trace);
    // Where it would have been right with swan, the report has left that out.
    const both = await run(await compileAll(moved, () => 'nothing'), entryOf(files), ['swan', host], target);
    const isSilent = both.trace === before.trace;
    const what = isSilent ? 'needs swan, and the report does not say so' : 'differs';
    return faultOf(isSilent ? 'silent' : 'trace', what, after.trace);
  }
  if (counts.kept === 0 && after.hosts.includes('swan')) {
    return faultOf('silent', 'asks swan, and no site is kept', after.trace);
  }
  return counts;
}

/** In a program that needs swan, a file that says nothing of it has none of its own. */
function shadowOf(file: MovedFile | Source, isNeeded: boolean): 'swan' | 'nothing' {
  if (!isNeeded || !('sites' in file)) return 'nothing';
  return saysThatSwanIsNeeded(file) || Object.keys(file.others).length > 0 ? 'nothing' : 'swan';
}

async function compileAll(
  files: readonly (MovedFile | Source)[],
  shadow: (file: MovedFile | Source) => 'swan' | 'nothing',
): Promise<Compiled[]> {
  return Promise.all(
    files.map(async (file) => ({ name: nameOf(file.file), script: await compile(file, shadow(file)) })),
  );
}

function entryOf(files: readonly Source[]): string {
  return nameOf(files[0]?.file ?? '');
}

function nameOf(file: string): string {
  return file.replace(/\.[cm]?[jt]s$/, '');
}
