// In: the files of a small program and a target. Out: the files after the rewrite, and what the report says of them.
// Does what a run over a folder does: what modules hand to each other is known before any of them is rewritten. A file is
// parsed and read once, for all targets and styles.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  countOthers,
  isCandidate,
  keepsSite,
  loadProject,
  ParsedTexts,
  read,
  type Code,
  type Output,
  type Program,
  type Style,
  type TargetName,
} from '../../src/index.ts';
import type { Source } from './compile.ts';

export interface MovedFile extends Source {
  readonly sites: Output['sites'];
  readonly codes: readonly Code[];
  readonly messages: readonly string[];
  readonly others: Output['others'];
  readonly isEdited: boolean;
  /** A second run over this file by itself, where there was a first one. */
  readonly again?: Output['again'];
  /** What a failed file says of itself. */
  readonly failure?: string;
}

/** The files that a program may have; where a specifier leads is looked up on the disk. */
const folder = mkdtempSync(path.join(tmpdir(), 'follow-'));
const made = new Set<string>();
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A program as it is before anybody asks for a target: by file, what there is to rewrite. */
export type Looked = ReadonlyMap<string, Program>;

export async function look(files: readonly Source[]): Promise<Looked> {
  const texts = new ParsedTexts();
  const codes = new Map(files.map(({ file, code }) => [pathOf(files, file), code]));
  const root = path.dirname(pathOf(files, ''));
  const project = await loadProject({ root, files: [...codes.keys()], read: (file) => codes.get(file), texts });
  const looked = new Map<string, Program>();
  for (const { file, code } of files) {
    const filename = pathOf(files, file);
    if (!isCandidate(code) && !project.importers.has(filename)) continue;
    const options = { filename, include: true, facts: project.factsFor(filename), texts };
    looked.set(file, read(code, { ...options, mayRunEarly: project.mayRunEarly(filename) }));
  }
  return looked;
}

export function move(files: readonly Source[], looked: Looked, target: TargetName, style: Style): MovedFile[] {
  return files.map(({ file, code }) => {
    const program = looked.get(file);
    return program
      ? movedFrom(file, program.rewrite({ target, style, shim: './swan-net.js' }).apply())
      : untouched(file, code);
  });
}

/** A second run: nobody else has a say in the only file of a program, and its text was parsed when it was checked. */
export async function moveAgain(
  moved: readonly MovedFile[],
  target: TargetName,
  style: Style,
  rewriteFiles: typeof move,
): Promise<MovedFile[]> {
  const [only, ...others] = moved;
  if (only?.again && others.length === 0) return [movedFrom(only.file, only.again())];
  return rewriteFiles(moved, await look(moved), target, style);
}

function movedFrom(file: string, output: Output): MovedFile {
  const { status, code, diagnostics, edits, sites, others, again } = output;
  return {
    file,
    code,
    sites,
    codes: diagnostics.map((diagnostic) => diagnostic.code),
    messages: diagnostics.map((diagnostic) => diagnostic.message),
    others,
    isEdited: edits.length > 0 || status === 'changed',
    again,
    ...(status === 'failed' && { failure: diagnostics[0]?.message ?? 'failed' }),
  };
}

/** That the file still needs swan, by what is said of it: a site that stays, a test, or another name for swan. */
export function saysThatSwanIsNeeded({ sites, codes }: Pick<MovedFile, 'sites' | 'codes'>): boolean {
  return sites.some(({ verdict }) => verdict === 'kept') || codes.some((code) => keepsSite(code) || needing.has(code));
}

const needing: ReadonlySet<string> = new Set(['swan-guard', 'swan-alias-left', 'swan-named', 'swan-stubbed']);

function untouched(file: string, code: string): MovedFile {
  return { file, code, sites: [], codes: [], messages: [], others: countOthers(code, file), isEdited: false };
}

/** Programs of the same files share a folder, in which they lie as empty files. */
function pathOf(files: readonly Source[], file: string): string {
  const names = files.map((one) => one.file).sort();
  const own = path.join(folder, names.join('+'));
  if (!made.has(own)) {
    mkdirSync(own, { recursive: true });
    for (const name of names) writeFileSync(path.join(own, name), '');
    made.add(own);
  }
  return path.join(own, file);
}
