// In: the files of a small program and a target. Out: the files after the rewrite, and what the report says of them.
// Does what a run over a folder does: what modules hand to each other is known before any of them is rewritten.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  countOthers,
  isCandidate,
  keepsSite,
  loadProject,
  rewrite,
  type Code,
  type Project,
  type Output,
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
  /** What a failed file says of itself. */
  readonly failure?: string;
}

/** The files that a program may have; where a specifier leads is looked up on the disk. */
const folder = mkdtempSync(path.join(tmpdir(), 'follow-'));
const made = new Set<string>();
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** What the modules hand to each other; the same for every target. */
export async function look(files: readonly Source[]): Promise<Project> {
  const texts = new Map(files.map(({ file, code }) => [pathOf(files, file), code]));
  const read = (file: string): string | undefined => texts.get(file);
  return loadProject({ root: path.dirname(pathOf(files, '')), files: [...texts.keys()], read });
}

export function move(files: readonly Source[], project: Project, target: TargetName, style: Style): MovedFile[] {
  return files.map(({ file, code }) => {
    const filename = pathOf(files, file);
    if (!isCandidate(code) && !project.importers.has(filename)) return untouched(file, code);
    const { status, diagnostics, edits, ...result } = rewrite(code, {
      filename,
      target,
      style,
      shim: './swan-net.js',
      include: true,
      facts: project.factsFor(filename),
      mayRunEarly: project.mayRunEarly(filename),
    });
    const isFailed = status === 'failed';
    return {
      file,
      code: result.code,
      sites: result.sites,
      codes: diagnostics.map((diagnostic) => diagnostic.code),
      messages: diagnostics.map((diagnostic) => diagnostic.message),
      others: result.others,
      isEdited: edits.length > 0 || status === 'changed',
      ...(isFailed && { failure: diagnostics[0]?.message ?? 'failed' }),
    };
  });
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
