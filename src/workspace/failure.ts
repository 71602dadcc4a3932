// In: what went wrong, where, why and what to do. Out: an error that a command ends with, and the words for it.
// For wrong use and for what the machine refuses; a fault in one file of many is a diagnostic and not this.
// Knows nothing of streams and exit codes.

import { printable } from '../text/printable.ts';

export interface FailureParts {
  /** What happened, in one line, with the place in it. */
  readonly what: string;
  /** The reason, when the first line does not say it. */
  readonly why?: string;
  /** What the person can do now. */
  readonly help?: string;
}

/** Ends the run with exit code 2 and a message, without a stack trace. */
export class Failure extends Error {
  readonly parts: FailureParts;

  constructor(parts: FailureParts) {
    super(parts.what);
    this.name = 'Failure';
    this.parts = parts;
  }
}

export function describeFailure({ what, why, help }: FailureParts): string {
  const lines = [`error: ${printable(what)}`];
  if (why !== undefined) lines.push(indent(why));
  if (help !== undefined) lines.push(indent(help));
  return `${lines.join('\n')}\n`;
}

/** The reason of a system error in words, without the call and the path that Node puts around it. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : inWords(error);
  const code = codeOf(error);
  return (code !== undefined && systemReasons[code]) || error.message;
}

/** `ENOENT` and the like. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const systemReasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'the system does not permit it',
  ENOENT: 'it does not exist',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  EMFILE: 'too many files are open',
  ELOOP: 'its links go round in a circle',
  EIO: 'the disk reported an error',
};

/** What code threw that is no error. */
function inWords(thrown: unknown): string {
  try {
    return JSON.stringify(thrown) ?? String(thrown);
  } catch {
    return Object.prototype.toString.call(thrown);
  }
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
