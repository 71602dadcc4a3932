// In: the bytes of a journal. Out: its entries, each of them checked: a repository may bring a journal along, and what stands
// in it is not believed. Knows nothing of folders and of how files are replaced.

import type { Stats } from 'node:fs';

import { scriptPattern } from '../../src/workspace/choices.ts';
import type { InEach } from '../../src/locale/locale.ts';
import { Refusal } from '../../src/workspace/failure.ts';
import { memberOf } from '../../src/workspace/json.ts';
import { isNeverEntered } from '../../src/workspace/search/passed-by.ts';
import { modeBits } from './attributes.ts';

export interface JournalEntry {
  /** Relative to the root, with `/`. */
  readonly file: string;
  /** Other files of the run import a shim. */
  readonly isShim: boolean;
  /** SHA-256 of the bytes before; absent when the file is new. */
  readonly before?: string;
  /** SHA-256 of the bytes after. */
  readonly after: string;
  readonly mode: number;
  /** Folders that are made for the file, outermost first. */
  readonly folders: readonly string[];
}

export interface Journal {
  readonly version: 2;
  /** When its file was made, as the file system says, in milliseconds: a copy of it is another file. */
  readonly born: number;
  readonly entries: readonly JournalEntry[];
}

/** So much do the clocks of file systems round. */
const roundingMs = 10_000;

/** What a file system says of when a file was made. */
export function bornOf(status: Stats): number {
  return status.birthtimeMs > 0 ? status.birthtimeMs : status.ctimeMs;
}

/**
 * @param status of the file that the bytes are from
 * @throws Refusal that says what is wrong with it
 */
export function parseJournal(bytes: Buffer, status: Stats): Journal {
  const content: unknown = JSON.parse(bytes.toString('utf8'));
  const [version, born, entries] = ['version', 'born', 'entries'].map((key) => memberOf(content, key));
  if (typeof version !== 'number') throw refused(noJournal);
  if (version !== 2) throw refused(otherVersion);
  if (typeof born !== 'number' || !Array.isArray(entries)) throw refused(noJournal);
  // Where the file system does not say when a file was made, it says 1970, and so can a journal.
  const isSame = [bornOf(status), status.ctimeMs].some((time) => Math.abs(time - born) <= roundingMs);
  if (!isSame) throw refused(cameAlong);
  const known = new Set<string>();
  const checked = entries.map((entry) => checkEntry(entry, known));
  return { version, born, entries: checked };
}

function refused(reason: InEach<string>): Refusal {
  return new Refusal('JOURNAL', reason);
}

const noJournal: InEach<string> = { en: 'it is no journal of cygnet', 'zh-CN': '它不是 cygnet 的撤销记录' };
const otherVersion: InEach<string> = {
  en: 'it was written by another version of cygnet',
  'zh-CN': '它是由另一个版本的 cygnet 写入的',
};
const cameAlong: InEach<string> = {
  en: 'it was not made here: it came with the folder, from a repository or as a copy',
  'zh-CN': '它不是在这里生成的，而是随文件夹从仓库或副本带来的',
};

function namesOther(file: string): InEach<string> {
  return {
    en: `it names what no write could have changed: ${file}`,
    'zh-CN': `它列出了任何写入都不可能改动的文件：${file}`,
  };
}

function isNotWhole(file: string): InEach<string> {
  return { en: `what it says of ${file} is not complete`, 'zh-CN': `它关于 ${file} 的内容不完整` };
}

function checkEntry(entry: unknown, known: Set<string>): JournalEntry {
  const [file, isShim, before, after, mode, folders] = ['file', 'isShim', 'before', 'after', 'mode', 'folders'].map(
    (key) => memberOf(entry, key),
  );
  if (typeof file !== 'string' || !isPlainPath(file) || !scriptPattern.test(file) || known.has(file)) {
    throw refused(namesOther(shown(file)));
  }
  known.add(file);
  const isWhole =
    typeof isShim === 'boolean' &&
    (before === undefined || isHash(before)) &&
    isHash(after) &&
    typeof mode === 'number' &&
    Number.isInteger(mode) &&
    Array.isArray(folders) &&
    folders.every((folder) => typeof folder === 'string' && isPlainPath(folder) && file.startsWith(`${folder}/`));
  if (!isWhole) throw refused(isNotWhole(shown(file)));
  const made = folders as string[];
  return { file, isShim, ...(before !== undefined && { before }), after, mode: mode & modeBits, folders: made };
}

/** Relative, without detours, and not in a folder that no run ever enters. */
function isPlainPath(file: string): boolean {
  const parts = file.split('/');
  return (
    !/[\0]/.test(file) &&
    !(process.platform === 'win32' && /[\\:]/.test(file)) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..' && !isNeverEntered(part))
  );
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

function shown(value: unknown): string {
  return (JSON.stringify(value) as string | undefined)?.slice(0, 200) ?? 'nothing';
}
