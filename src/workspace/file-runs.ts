// In: what is wanted of files, and the machine. Out: what each of them comes to with all that others say to it, each
// combination worked out once. A file that the stack at hand is too small for is given to a larger one.
// Knows nothing of what others have to say.

import type { WorkspaceOptions } from './known.ts';
import type { ParsedTexts } from '../syntax/parsed-texts.ts';
import type { Machine } from './machine.ts';
import { isTooDeep } from './plain-results.ts';
import {
  type AtHand,
  type FileJob,
  type FileOutcome,
  type FileTask,
  type OpenedFile,
  type AnswerToSite,
  openText,
  rewriteFile,
} from './rewrite-file.ts';

export interface FileRuns {
  run(task: FileTask): Promise<FileOutcome>;
  /** The file with this text and its sites. Of a few files the last text is kept: whoever looks at one does so again. */
  open(task: FileTask, text: string): Promise<OpenedFile>;
  /** What it comes to when these answers are given, with the lines that change. */
  preview(task: FileTask, answers: readonly AnswerToSite[]): Promise<FileOutcome>;
  /** Somebody goes by what the file comes to with this said to it. */
  note(task: FileTask): void;
  /** Whether somebody goes by what it comes to with something else said to it. */
  isNews(task: FileTask): boolean;
  forget(path: string): void;
  /** What every file is read by is another: what any of them comes to is news. */
  forgetAll(): void;
}

/** A text, and what it comes to by what was said to it. */
interface OpenedText {
  readonly text: string;
  /** Empty where others were opened since. */
  readonly files: Map<string, Promise<OpenedFile>>;
}

/** Of so many texts the syntax tree is kept. */
const mostOpened = 8;

export function createRuns(options: WorkspaceOptions, machine: Machine, texts: ParsedTexts): FileRuns {
  const job = jobOf(options);
  const known = new Map<string, Map<string, Promise<FileOutcome>>>();
  const opened = new Map<string, OpenedText>();
  const noted = new Map<string, string>();
  const keys = new WeakMap<FileTask, string>();
  const keyOf = (task: FileTask): string => {
    const key = keys.get(task) ?? keyFor(task);
    keys.set(task, key);
    return key;
  };
  return {
    run(task) {
      const { path } = task.found;
      const own = known.get(path) ?? new Map<string, Promise<FileOutcome>>();
      known.set(path, own);
      const key = keyOf(task);
      const outcome = own.get(key) ?? workOut(task);
      own.set(key, outcome);
      return outcome;
    },
    open,
    preview: (task, answers) => rewrite({ ...task, answers }, { ...job, hasHunks: true }, (text) => open(task, text)),
    note: (task) => void noted.set(task.found.path, keyOf(task)),
    isNews: (task) => noted.has(task.found.path) && noted.get(task.found.path) !== keyOf(task),
    forget: (path) => known.delete(path),
    forgetAll() {
      known.clear();
      opened.clear();
      for (const path of noted.keys()) noted.set(path, '');
    },
  };

  function open(task: FileTask, text: string): Promise<OpenedFile> {
    const { path } = task.found;
    const before = opened.get(path);
    const own = before?.text === text ? before : { text, files: new Map<string, Promise<OpenedFile>>() };
    // The one that was looked at last stands at the end.
    opened.delete(path);
    opened.set(path, own);
    [...opened.values()].at(-1 - mostOpened)?.files.clear();
    const key = keyOf(task);
    const file = own.files.get(key) ?? openText(machine.files, task, text, job, texts);
    own.files.set(key, file);
    return file;
  }

  async function workOut(task: FileTask): Promise<FileOutcome> {
    const findOpened = (text: string): Promise<OpenedFile> | undefined => {
      const own = opened.get(task.found.path);
      return own?.text === text ? own.files.get(keyOf(task)) : undefined;
    };
    const answers = options.answersIn?.(task.found);
    return rewrite({ ...task, ...(answers && { answers }) }, job, findOpened);
  }

  async function rewrite(task: FileTask, wanted: FileJob, findOpened?: AtHand['findOpened']): Promise<FileOutcome> {
    const outcome = await rewriteFile(machine, task, wanted, { texts, ...(findOpened && { findOpened }) });
    if (!isTooDeep(outcome)) return outcome;
    return (await machine.rewriteDeep?.(task, wanted)) ?? outcome;
  }
}

export function jobOf({
  target,
  style = 'native',
  sockets = 'one',
  mark,
  unwrap,
  areModules,
  only,
  detail,
}: WorkspaceOptions): FileJob {
  return {
    ...(target !== undefined && { target }),
    style,
    sockets,
    ...(mark !== undefined && { mark }),
    ...(unwrap !== undefined && { unwrap }),
    ...(areModules !== undefined && { areModules }),
    ...(only && { only }),
    ...{ hasText: false, hasHunks: false },
    ...(detail ?? { hasOthers: true }),
  };
}

/** Everything that is said to a file, as one text; but for how the project is written, which would be read for it. */
export function keyFor({ found, house: _, ...said }: FileTask): string {
  const asPlain = (_: string, value: unknown): unknown =>
    value instanceof Map ? [...(value as Map<unknown, unknown>)] : value;
  return JSON.stringify([found.fault, said], asPlain);
}
