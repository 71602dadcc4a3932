// In: what went wrong, where, why and what to do. Out: an error that a command ends with, and the words for it.
// For wrong use and for what the machine refuses; a fault in one file of many is a diagnostic and not this.
// Knows nothing of streams and exit codes.

import { type InEach, type Locale, inEach } from '../locale/locale.ts';
import { printable } from '../text/printable.ts';

/** Sentences in each language; words that are no sentence of ours are the same in all. */
export interface FailureParts {
  /** What happened, in one line, with the place in it. */
  readonly what: InEach<string>;
  /** The reason, when the first line does not say it. */
  readonly why?: InEach<string>;
  /** What the person can do now. */
  readonly help?: InEach<string>;
}

/** Ends the run with exit code 2 and a message, without a stack trace. */
export class Failure extends Error {
  readonly parts: FailureParts;

  constructor(parts: FailureParts) {
    super(parts.what.en);
    this.name = 'Failure';
    this.parts = parts;
  }
}

export function describeFailure(parts: FailureParts, locale: Locale): string {
  return `${label[locale]}${failureText(parts, locale)}\n`;
}

/** Without the word for it, where it is shown as a failure anyway. */
export function failureText({ what, why, help }: FailureParts, locale: Locale): string {
  const lines = [printable(what[locale])];
  if (why !== undefined) lines.push(indent(why[locale]));
  if (help !== undefined) lines.push(indent(help[locale]));
  return lines.join('\n');
}

const label: InEach<string> = { en: 'error: ', 'zh-CN': '错误：' };

/** An error of ours in words, thrown where the system would throw its own. */
export class Refusal extends Error {
  readonly reason: InEach<string>;
  readonly code: string;

  constructor(code: string, reason: InEach<string>) {
    super(reason.en);
    this.name = 'Refusal';
    this.code = code;
    this.reason = reason;
  }
}

/** The reason of a system error in words, without the call and the path that Node puts around it. */
export function whyOf(error: unknown): InEach<string> {
  if (error instanceof Refusal) return error.reason;
  if (!(error instanceof Error)) return inEach(() => (typeof error === 'string' ? error : inWords(error)));
  // What is wrong with a JSON file, in the words of the engine.
  if (error instanceof SyntaxError) return { en: error.message, 'zh-CN': `有语法错误（${error.message}）` };
  const code = codeOf(error);
  return (code !== undefined && systemReasons[code]) || inEach(() => error.message);
}

/** As a sentence. */
export function sentence(reason: InEach<string>): InEach<string> {
  return { en: `${reason.en}.`, 'zh-CN': `${reason['zh-CN']}。` };
}

/** The same in English. */
export function reasonOf(error: unknown): string {
  return whyOf(error).en;
}

/** `ENOENT` and the like. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const systemReasons: Readonly<Record<string, InEach<string>>> = {
  EACCES: { en: 'permission denied', 'zh-CN': '没有权限' },
  EPERM: { en: 'the system does not permit it', 'zh-CN': '系统不允许' },
  ENOENT: { en: 'it does not exist', 'zh-CN': '它不存在' },
  ENOSPC: { en: 'the disk is full', 'zh-CN': '磁盘已满' },
  EDQUOT: { en: 'the disk quota is used up', 'zh-CN': '磁盘配额已用完' },
  EROFS: { en: 'the file system is read-only', 'zh-CN': '文件系统是只读的' },
  EISDIR: { en: 'it is a folder', 'zh-CN': '它是文件夹' },
  ENOTDIR: { en: 'a part of its path is not a folder', 'zh-CN': '路径中有一部分不是文件夹' },
  EMFILE: { en: 'too many files are open', 'zh-CN': '打开的文件过多' },
  ELOOP: { en: 'its links go round in a circle', 'zh-CN': '它的链接形成循环' },
  EIO: { en: 'the disk reported an error', 'zh-CN': '磁盘报告了错误' },
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
