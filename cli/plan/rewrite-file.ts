// In: one file's text and the rules of the run. Out: its result, checked: what would be written parses, and a second
// run over it would do nothing. A fault of ours becomes a diagnostic of this file; the others go on.
// Knows nothing of other files, and writes nothing.

import path from 'node:path';

import type { ApiName, Diagnostic, RewriteOptions, Rewritten, Site, TargetName } from '../../src/index.ts';
import { injectFault } from '../fault-injection.ts';
import { growthOf, hunksOf } from '../diff/hunks.ts';
import type { FoundFile } from '../files/search.ts';
import { type Source, hashOf, readSource, whyTooLong } from '../files/source.ts';
import { type FileDiagnostic, type FileResult, type FileSite, noHosts } from './file-result.ts';
import { isExtensionOptional, packageTypeOf } from './shim-place.ts';

/** What other files of the project hand to a file. */
export type FileFacts = NonNullable<RewriteOptions['facts']>;

/** What is the same for every file of a run, and plain, so that it can go to another thread. */
export interface FileJob {
  /** Absent: only look (scan, check). */
  readonly target?: TargetName;
  readonly style: 'native' | 'dropin';
  readonly sockets: 'one' | 'many';
  readonly mark?: boolean;
  readonly unwrap?: boolean;
  readonly only?: readonly ApiName[];
  /** The new text is needed: it will be written. */
  readonly hasText: boolean;
  readonly hasHunks: boolean;
  /** Each site's lines before and after are needed. */
  readonly hasChanges: boolean;
}

/** One file to rewrite, plain as well. */
export interface FileTask {
  readonly found: FoundFile;
  /** What to import the shim by. */
  readonly specifier: string;
  readonly facts?: FileFacts;
  /** How the project is written, where the file says nothing of it itself. */
  readonly house?: NonNullable<RewriteOptions['house']>;
  /** What it imports imports it. */
  readonly mayRunEarly?: boolean;
  /** Where a socket of its program stays on swan: then its own stay as well. */
  readonly socketThatStays?: string;
  /** Another module hands swan to it: it need not hold the word. */
  readonly isImporter?: boolean;
  /** The text, where it does not lie in a file. */
  readonly text?: string;
}

/** `generated`: counted and left alone. `other`: has nothing to do with swan. */
export type FileOutcome = FileResult | 'generated' | 'other';

export type Accept = (site: Site) => boolean;

/** Never throws. */
export async function rewriteFile(task: FileTask, job: FileJob, accept?: Accept): Promise<FileOutcome> {
  const { found, isImporter = false } = task;
  if (task.text !== undefined) return rewriteText(task, task.text, job, accept);
  const source: Source =
    found.fault === undefined
      ? await readSource(found.path, !isImporter)
      : { kind: 'failed', code: 'unreadable-file', reason: found.fault };
  if (source.kind === 'other') return 'other';
  const { catalogue, countOthers, isCandidate, isGenerated, programIn, readShimHeader } =
    await import('../../src/index.ts');
  if (source.kind === 'failed') {
    const { code, reason } = source;
    const title = catalogue[code].message({ reason });
    return failedResult(found, [diagnosticAtStart(code, title)]);
  }
  const { text, hash } = source;
  const mayHaveSites = isImporter || isCandidate(programIn(text, found.path));
  if (readShimHeader(text)) return 'other';
  if (!found.isIncluded && isGenerated(text, found.path)) return mayHaveSites ? 'generated' : 'other';
  if (!mayHaveSites) {
    if (whyTooLong(text) !== undefined) return 'other';
    const others = countOthers(text, found.path);
    return Object.keys(others).length === 0 ? 'other' : { ...emptyResult(found), status: 'unchanged', others };
  }
  return { ...(await rewriteText(task, text, job, accept)), before: hash };
}

/** As `rewriteFile`, for a text that is at hand. */
export async function rewriteText(task: FileTask, text: string, job: FileJob, accept?: Accept): Promise<FileResult> {
  const { found } = task;
  const tooLong = whyTooLong(text);
  if (tooLong !== undefined) {
    const { catalogue } = await import('../../src/index.ts');
    const title = catalogue['file-too-large'].message({ reason: tooLong });
    return failedResult(found, [diagnosticAtStart('file-too-large', title)]);
  }
  try {
    await injectFault(`rewrite:${found.file}`);
    const isOptional = isExtensionOptional(found.path);
    const run = (code: string, choose: Accept | undefined) => runLibrary(task, code, isOptional, job, choose);
    const rewritten = await run(text, accept);
    const fault =
      rewritten.status === 'changed' ? await findFault(rewritten, (code) => run(code, accept && refuse)) : undefined;
    if (fault !== undefined) throw new Error(fault);
    return await resultOf(found, text, rewritten, job, run);
  } catch (error) {
    return failedResult(found, [await internalFault(error)]);
  }
}

async function runLibrary(
  { found, specifier, facts, house, mayRunEarly, socketThatStays }: FileTask,
  code: string,
  isOptional: boolean,
  job: FileJob,
  accept: Accept | undefined,
): Promise<Rewritten> {
  const { rewrite } = await import('../../src/index.ts');
  return rewrite(code, {
    filename: found.path,
    target: job.target ?? 'wx',
    style: job.style,
    sockets: job.sockets,
    ...(job.mark !== undefined && { mark: job.mark }),
    ...(job.unwrap !== undefined && { unwrap: job.unwrap }),
    shim: specifier,
    isExtensionOptional: isOptional,
    ...(packageTypeOf(path.dirname(found.path)) === 'module' && { packageType: 'module' }),
    include: true,
    ...(job.only && { only: [...job.only] }),
    ...(facts && { facts }),
    ...(house && { house }),
    ...(mayRunEarly && { mayRunEarly }),
    ...(socketThatStays !== undefined && { socketThatStays }),
    ...(job.target === undefined ? { accept: refuse } : accept && { accept }),
  });
}

/** What is wrong with the output, if anything. */
async function findFault(
  rewritten: Rewritten,
  again: (code: string) => Promise<Rewritten>,
): Promise<string | undefined> {
  const second = await again(rewritten.code);
  if (second.status === 'failed') {
    const why = second.diagnostics[0]?.message ?? 'no reason given';
    return `what it would have written does not parse (${why})`;
  }
  return second.edits.length > 0 ? 'a second run over what it would have written changes it again' : undefined;
}

const refuse: Accept = () => false;

async function resultOf(
  found: FoundFile,
  text: string,
  rewritten: Rewritten,
  job: FileJob,
  run: (code: string, accept: Accept) => Promise<Rewritten>,
): Promise<FileResult> {
  const isChanged = rewritten.status === 'changed';
  const sites: FileSite[] = [];
  for (const site of rewritten.sites) {
    const plain = siteOf(site, job);
    sites.push(job.hasChanges ? { ...plain, change: await changeOf(text, rewritten, site, run) } : plain);
  }
  return {
    file: found.file,
    path: found.path,
    status: rewritten.status,
    sites,
    diagnostics: rewritten.diagnostics.filter(({ code }) => isTold(code, job)).map(diagnosticOf),
    hosts: rewritten.hosts,
    others: rewritten.others,
    origins: rewritten.origins,
    unknownOrigins: rewritten.unknownOrigins,
    ...(rewritten.openUrls.length > 0 && { openUrls: rewritten.openUrls }),
    wrappers: rewritten.wrappers,
    ...(rewritten.unwanted.length > 0 && { unwanted: rewritten.unwanted }),
    shim: isChanged ? rewritten.shim : [],
    module: rewritten.module,
    typescript: rewritten.typescript,
    ...(isChanged && job.hasText && { after: rewritten.code }),
    ...(isChanged && job.hasHunks && { hunks: hunksOf(text, rewritten.code, rewritten.edits) }),
  };
}

/** Who only looks declines every site, and that is not worth a word. */
function isTold(code: string, job: FileJob): boolean {
  return job.target !== undefined || code !== 'declined';
}

function siteOf(site: Site, job: FileJob): FileSite {
  const { line, column, endLine, endColumn, api, verdict, codes, form, isPathOpen, start, end } = site;
  const plain = {
    line,
    column,
    endLine,
    endColumn,
    api,
    verdict,
    codes: codes.filter((code) => isTold(code, job)),
    start,
    end,
  };
  return { ...plain, ...(form && { form }), ...(isPathOpen && { isPathOpen }) };
}

function diagnosticOf(diagnostic: Diagnostic): FileDiagnostic {
  const { code, severity, line, column, endLine, endColumn, message } = diagnostic;
  const plain = { code, severity, line, column, endLine, endColumn, message };
  const frame = severity === 'error' ? diagnostic.frame?.() : undefined;
  return frame === undefined ? plain : { ...plain, frame };
}

/** The whole lines that a site stands on, before and after. */
async function changeOf(
  text: string,
  whole: Rewritten,
  site: Site,
  run: (code: string, accept: Accept) => Promise<Rewritten>,
): Promise<{ before: string; after: string }> {
  const before = linesAround(text, site.start, site.end);
  if (site.verdict === 'kept') return { before, after: before };
  // Inside another site's edit the place in the new text is not known; alone it is.
  const isNested = whole.edits.some((edit) => edit.at.start <= site.start && site.end < edit.at.end);
  const alone = isNested ? await run(text, (other) => other.start === site.start && other.end === site.end) : whole;
  const start = movedTo(site.start, alone, true);
  const end = movedTo(site.end, alone, false);
  return { before, after: linesAround(alone.code, start, end) };
}

/** Where an offset of the original that no edit spans lies in the new text. */
function movedTo(offset: number, { edits }: Rewritten, isStart: boolean): number {
  let moved = offset;
  for (const edit of edits) {
    const { start, end } = edit.at;
    const isBefore = isStart
      ? end <= offset && (start < offset || start === 0) && !(start === offset && end > start)
      : start < offset || end <= offset;
    if (isBefore) moved += growthOf(edit);
  }
  return moved;
}

function linesAround(text: string, start: number, end: number): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  return text.slice(from, to < 0 ? text.length : to).replace(/\r$/, '');
}

/** A thread with a larger stack may get to the end of it. */
export function isTooDeep(outcome: FileOutcome): boolean {
  return typeof outcome === 'object' && outcome.diagnostics.some(({ code }) => code === 'nested-too-deep');
}

export function failedResult(found: FoundFile, diagnostics: readonly FileDiagnostic[]): FileResult {
  return { ...emptyResult(found), status: 'failed', diagnostics };
}

function emptyResult(found: FoundFile): Omit<FileResult, 'status'> {
  return {
    file: found.file,
    path: found.path,
    sites: [],
    diagnostics: [],
    hosts: noHosts,
    others: {},
    origins: [],
    wrappers: [],
    shim: [],
    module: 'cjs',
    typescript: false,
  };
}

export function diagnosticAtStart(code: string, message: string): FileDiagnostic {
  return { code, severity: 'error', line: 1, column: 1, endLine: 1, endColumn: 1, message };
}

async function internalFault(error: unknown): Promise<FileDiagnostic> {
  const { catalogue } = await import('../../src/index.ts');
  const reason = error instanceof Error ? error.message : String(error);
  return diagnosticAtStart('internal-error', catalogue['internal-error'].message({ reason }));
}

/** The hash of a text as it will lie on disk. */
export function hashOfText(text: string): string {
  return hashOf(Buffer.from(text));
}
