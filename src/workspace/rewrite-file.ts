// In: one file's text and the rules of the run. Out: its result, checked: what would be written parses, and a second
// run over it would do nothing. A fault of ours becomes a diagnostic of this file; the others go on.
// Knows nothing of other files, and writes nothing.

import path from 'node:path';

import type {
  Acceptance,
  ApiName,
  LinePlace,
  Program,
  ProgramOptions,
  RewriteOptions,
  Rewritten,
  Site,
  TargetName,
} from '../core.ts';
import { ParsedTexts } from '../syntax/parsed-texts.ts';
import type { FileSystem, Source } from './files.ts';
import type { Machine } from './machine.ts';
import { withOwnOrigins } from './programs/origins.ts';
import type { FoundFile } from './search/search.ts';
import type { FileResult } from './file-result.ts';
import {
  diagnosticAtStart,
  emptyResult,
  failedResult,
  internalFault,
  lookedAt,
  writtenResult,
} from './plain-results.ts';
import { isExtensionOptional, packageTypeOf } from './shims/shim-place.ts';
import { whyTooLong } from './text-size.ts';

/** What other files of the project hand to a file. */
export type FileFacts = NonNullable<RewriteOptions['facts']>;

/** What is the same for every file of a run, and plain, so that it can go to another thread. */
export interface FileJob extends Detail {
  /** Absent: only look (scan, check). */
  readonly target?: TargetName;
  readonly style: 'native' | 'dropin';
  readonly sockets: 'one' | 'many';
  readonly mark?: boolean;
  readonly unwrap?: boolean;
  /** As in the options of a workspace. */
  readonly areModules?: boolean;
  readonly only?: readonly ApiName[];
}

/** What is wanted of a file besides what it comes to. */
export interface Detail {
  /** The new text: it will be written. */
  readonly hasText: boolean;
  readonly hasHunks: boolean;
  /** The lines of each site and of what changed, before and after. */
  readonly hasExcerpts?: boolean;
  /** What each site is known by in a decisions file. */
  readonly hasNames?: boolean;
  /** Of a file without network calls, the other APIs of swan that it uses: it is parsed for them alone. */
  readonly hasOthers?: boolean;
  /** A source map of the new text. */
  readonly hasMap?: boolean;
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
  readonly socketThatStays?: LinePlace;
  /** Another module hands swan to it: it need not hold the word. */
  readonly isImporter?: boolean;
  /** It names swan in no way, and nobody hands it on to it. */
  readonly isSilent?: boolean;
  /** What a person said of its sites: of what is not there, nothing yet. Absent: all are taken. */
  readonly answers?: readonly AnswerToSite[];
  /** The text, where it does not lie in a file. */
  readonly text?: string;
  /** What says in which language the text is, where it is a part of the file. */
  readonly name?: string;
}

/** A file has no two sites with the same start, end and API. */
export interface AnswerToSite extends Pick<Site, 'start' | 'end' | 'api'> {
  readonly isAccepted: boolean;
}

/** A file, and its sites, each of which can be applied alone. */
export interface OpenedFile {
  readonly text: string;
  readonly program: Program;
  /** Absent without a target. */
  readonly rewritten?: Rewritten;
}

/**
 * `generated`: counted and left alone. `uncounted`: names swan and none of its network, and nobody asked for what it uses.
 * `other`: has nothing to do with swan.
 */
export type FileOutcome = FileResult | 'generated' | 'uncounted' | 'other';

/** What is at hand already. */
export interface AtHand {
  readonly texts?: ParsedTexts;
  /** The program that a text was read as, with the same said to it. */
  readonly findOpened?: (text: string) => Promise<OpenedFile> | undefined;
}

/** Never throws. */
export async function rewriteFile(
  machine: Machine,
  task: FileTask,
  job: FileJob,
  atHand: AtHand = {},
): Promise<FileOutcome> {
  const { files } = machine;
  const { found, isImporter = false } = task;
  if (task.isSilent) return 'other';
  if (task.text !== undefined) return rewriteText(machine, task, task.text, job, atHand);
  const source: Source =
    found.fault === undefined
      ? files.readSource(found.path, !isImporter)
      : { kind: 'failed', code: 'unreadable-file', reason: found.fault };
  if (source.kind === 'other') return 'other';
  const { countOthers, isCandidate, isGenerated, namesSwan, programIn, readShimHeader } = await import('../core.ts');
  if (source.kind === 'failed') {
    const { code, reason } = source;
    return failedResult(found, [diagnosticAtStart({ code, details: { reason } })]);
  }
  const { text, hash } = source;
  const mayHaveSites = isImporter || isCandidate(programIn(text, found.path));
  if (readShimHeader(text)) return 'other';
  if (!found.isIncluded && isGenerated(text, found.path)) return mayHaveSites ? 'generated' : 'other';
  if (!mayHaveSites) {
    if (whyTooLong(text, files.mostTokens) !== undefined) return 'other';
    if (job.hasOthers !== true) return namesSwan(text) ? 'uncounted' : 'other';
    const others = countOthers(text, found.path);
    return Object.keys(others).length === 0 ? 'other' : { ...emptyResult(found), status: 'unchanged', others };
  }
  return { ...(await rewriteText(machine, task, text, job, atHand)), before: hash() };
}

/** As `rewriteFile`, for a text that is at hand. */
export async function rewriteText(
  { files, onRewrite }: Machine,
  task: FileTask,
  text: string,
  job: FileJob,
  { texts = new ParsedTexts(), findOpened }: AtHand = {},
): Promise<FileResult> {
  const { found } = task;
  const tooLong = whyTooLong(text, files.mostTokens);
  if (tooLong !== undefined) {
    return failedResult(found, [diagnosticAtStart({ code: 'file-too-large', details: { reason: tooLong } })]);
  }
  try {
    await onRewrite?.(found.file);
    const { program, rewritten } = await (findOpened?.(text) ?? openText(files, task, text, job, texts));
    const withOwn = (file: FileResult) => withOwnOrigins(file, nameOf(task), text, texts);
    if (!rewritten) return await withOwn(lookedAt(found, text, program, job));
    const output = rewritten.apply(task.answers && acceptedBy(task.answers));
    if (!output.isSettled()) {
      throw new Error('a second run over what it would have written changes it again');
    }
    return await withOwn(writtenResult(found, text, output, job));
  } catch (error) {
    return failedResult(found, [internalFault(error)]);
  } finally {
    texts.letGo(nameOf(task));
  }
}

function acceptedBy(answers: readonly AnswerToSite[]): (site: Site) => Acceptance {
  const given = new Map(answers.map((answer) => [keyOf(answer), answer.isAccepted]));
  return (site) => given.get(keyOf(site)) ?? 'undecided';
}

function keyOf({ start, end, api }: Pick<Site, 'start' | 'end' | 'api'>): string {
  return `${start} ${end} ${api}`;
}

/** Nobody wrote it by hand: it is a shim, or it was built and nobody asked for it. */
export async function isMachineMade({ path: place, isIncluded }: FoundFile, text: string): Promise<boolean> {
  const { isGenerated, readShimHeader } = await import('../core.ts');
  return readShimHeader(text) !== undefined || (!isIncluded && isGenerated(text, place));
}

export async function openText(
  files: FileSystem,
  task: FileTask,
  text: string,
  job: FileJob,
  texts: ParsedTexts,
): Promise<OpenedFile> {
  const { target, areModules = false } = job;
  const program = await readProgram(files, task, text, areModules, texts);
  return { text, program, ...(target && { rewritten: program.rewrite(wishesOf(files, task, job, target)) }) };
}

async function readProgram(
  files: FileSystem,
  task: FileTask,
  text: string,
  areModules: boolean,
  texts: ParsedTexts,
): Promise<Program> {
  const { found, facts, house, mayRunEarly, name } = task;
  const { read } = await import('../core.ts');
  // A block of a component is a module also where it imports nothing.
  const isOfModules = areModules || name !== undefined || packageTypeOf(files, path.dirname(found.path)) === 'module';
  return read(text, {
    filename: nameOf(task),
    texts,
    ...(isOfModules && { packageType: 'module' }),
    include: true,
    ...(facts && { facts }),
    ...(house && { house }),
    ...(mayRunEarly && { mayRunEarly }),
  });
}

function nameOf({ found, name }: FileTask): string {
  return name ?? found.path;
}

function wishesOf(
  files: FileSystem,
  { found, specifier, socketThatStays }: FileTask,
  job: FileJob,
  target: TargetName,
): ProgramOptions {
  const { style, sockets, mark, unwrap, only } = job;
  return {
    target,
    style,
    sockets,
    ...(mark !== undefined && { mark }),
    ...(unwrap !== undefined && { unwrap }),
    shim: specifier,
    isExtensionOptional: isExtensionOptional(files, found.path),
    ...(only && { only }),
    ...(socketThatStays !== undefined && { socketThatStays }),
  };
}
