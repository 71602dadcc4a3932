// In: what is about to be written. Out: a run on disk from which every byte can be brought back, complete before the first
// file changes, and read again later. One folder for each run: journal.json, before/N (the bytes as they were), after/N
// (the files to come, until they are moved to their place), claim/N (a name that is held with an empty file).
// Knows nothing of how files are replaced.

import { type FileHandle, lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import { injectFault } from '../fault-injection.ts';
import { Failure, codeOf, sentence, whyOf } from '../../src/workspace/failure.ts';
import { inLanes } from '../files/lanes.ts';
import { readRegular } from '../../src/workspace/disk/regular-file.ts';
import { shownPath } from '../../src/workspace/paths.ts';
import { fill, makeLike } from './attributes.ts';
import { type Journal, type JournalEntry, bornOf, parseJournal } from './journal.ts';
import { checkStateFolder, isOwnFolder, runsFolderOf } from './state-folder.ts';
import { syncFolder, writeNew } from './synced.ts';

export interface JournalRun {
  readonly folder: string;
  readonly journal: Journal;
  /** It came to its end. */
  readonly isDone: boolean;
}

export interface Staged {
  readonly entry: JournalEntry;
  readonly after: string;
  readonly owner?: { readonly uid: number; readonly gid: number };
  /** Reads the bytes as they are, and is sure that they are those of the entry. */
  readonly readBefore?: () => Promise<Buffer>;
}

export interface WrittenRun extends JournalRun {
  /** The files that could not be given their owner and group. */
  readonly ownerless: readonly string[];
}

const doneMark = 'done';
/** Of six digits, so that all names are of one length. */
const highestNumber = 999_999;
/** Of a journal of some hundred thousand files. */
const journalLimit = 64 * 1024 * 1024;

export function copyOf(run: JournalRun, i: number): string {
  return path.join(run.folder, 'before', String(i));
}

export function readyOf(run: JournalRun, i: number): string {
  return path.join(run.folder, 'after', String(i));
}

export function claimOf(run: JournalRun, i: number): string {
  return path.join(run.folder, 'claim', String(i));
}

/** The name that a file has for a moment beside its place, when it comes from another device. */
export function nearOf(run: JournalRun, i: number, name: string): string {
  return `.${name.slice(0, 60)}.${path.basename(run.folder)}-${i}.cygnet`;
}

/** Writes the whole journal aside and lets it appear in one step. */
export async function writeRun(root: string, staged: readonly Staged[]): Promise<WrittenRun> {
  const runs = runsFolderOf(root);
  await mkdir(runs, { mode: 0o700 }).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
  await dropUnfinished(root);
  const last = (await runNumbers(runs)).at(-1) ?? 0;
  if (last >= highestNumber) {
    throw new Failure({
      what: {
        en: `nothing was changed: ${shownPath(root, folderOf(runs, last))} leaves no number for another write`,
        'zh-CN': `没有改动任何文件：${shownPath(root, folderOf(runs, last))} 已用尽写入的编号`,
      },
      why: {
        en: 'Nobody writes so often: it is none of cygnet, or came with the folder.',
        'zh-CN': '没有人会写入这么多次：它不是 cygnet 创建的，或是随文件夹一起带来的。',
      },
      help: { en: 'Look at it, and move it out of the way.', 'zh-CN': '请查看它，并把它移走。' },
    });
  }
  const folder = folderOf(runs, last + 1);
  const aside = `${folder}.new`;
  const entries = staged.map(({ entry }) => entry);
  const ownerless: string[] = [];
  try {
    for (const part of ['', 'before', 'after', 'claim']) await mkdir(path.join(aside, part), { mode: 0o700 });
    const replaced = staged.flatMap(({ entry }, i) =>
      entry.before === undefined ? [] : [{ file: entry.file, ready: path.join(aside, 'after', String(i)) }],
    );
    await makeLike(root, replaced, path.join(aside, 'like'));
    await inLanes(staged, async ({ after, entry, owner, readBefore }, i) => {
      await injectFault(`stage:${i}`);
      if (readBefore) await writeNew(path.join(aside, 'before', String(i)), await readBefore(), 0o600);
      const hasOwner = await fill(path.join(aside, 'after', String(i)), Buffer.from(after), entry.mode, owner);
      if (!hasOwner) ownerless.push(entry.file);
    });
    const journal = await writeJournal(path.join(aside, 'journal.json'), entries);
    await injectFault('staged');
    await rename(aside, folder);
    await syncFolder(runs);
    return { folder, journal, isDone: false, ownerless };
  } catch (error) {
    await rm(aside, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}

async function writeJournal(file: string, entries: readonly JournalEntry[]): Promise<Journal> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'wx', 0o600);
    const journal: Journal = { version: 2, born: bornOf(await handle.stat()), entries };
    await handle.writeFile(JSON.stringify(journal));
    await handle.sync();
    return journal;
  } finally {
    await handle?.close();
  }
}

export async function markDone(run: JournalRun): Promise<void> {
  for (const part of ['claim', 'after']) await rm(path.join(run.folder, part), { recursive: true, force: true });
  await writeNew(path.join(run.folder, doneMark), Buffer.alloc(0), 0o600);
}

/** Forgets a run, in one step. */
export async function dropRun(run: JournalRun): Promise<void> {
  const aside = `${run.folder}.old`;
  await rename(run.folder, aside);
  await rm(aside, { recursive: true, force: true });
}

/**
 * The runs that can be taken back, the last one first; each is read when it is asked for.
 * @throws Failure when a part of the state folder is not what cygnet makes, or a journal is not to be trusted
 */
export async function* findRuns(root: string): AsyncGenerator<JournalRun> {
  if (!(await checkStateFolder(root))) return;
  const runs = runsFolderOf(root);
  for (const number of (await runNumbers(runs)).reverse()) yield await readRun(root, folderOf(runs, number));
}

/** Folders of runs that never appeared or were about to go. */
export async function dropUnfinished(root: string): Promise<void> {
  const runs = runsFolderOf(root);
  for (const name of await namesIn(runs)) {
    if (/^\d+\.(new|old)$/.test(name)) await rm(path.join(runs, name), { recursive: true, force: true });
  }
}

async function readRun(root: string, folder: string): Promise<JournalRun> {
  const file = path.join(folder, 'journal.json');
  for (const part of ['', 'before', 'after', 'claim', 'restore']) await isOwnFolder(root, path.join(folder, part));
  try {
    const { bytes, status } = await readRegular(file, { limit: journalLimit });
    const journal = parseJournal(bytes, status);
    return { folder, journal, isDone: await isThere(path.join(folder, doneMark)) };
  } catch (error) {
    throw new Failure({
      what: {
        en: `the journal ${shownPath(root, file)} cannot be used, so nothing was changed`,
        'zh-CN': `撤销记录 ${shownPath(root, file)} 无法使用，因此没有改动任何文件`,
      },
      why: sentence(whyOf(error)),
      help: {
        en: `If cygnet wrote files here, they lie as they were in ${path.join(folder, 'before')}. If not, delete ${folder}.`,
        'zh-CN': `如果 cygnet 在这里写过文件，原文件保存在 ${path.join(folder, 'before')}。如果没有，请删除 ${folder}。`,
      },
    });
  }
}

function folderOf(runs: string, number: number): string {
  return path.join(runs, String(number).padStart(6, '0'));
}

/** Whatever else lies there is none of ours. */
async function runNumbers(runs: string): Promise<number[]> {
  return (await namesIn(runs))
    .filter((name) => /^\d{6}$/.test(name))
    .map(Number)
    .filter((number) => number > 0)
    .sort((a, b) => a - b);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

export async function isThere(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

/** Whether an empty file is one with which a run that was killed held the name. */
export async function isClaimed(root: string, file: string): Promise<boolean> {
  try {
    const last = await findRuns(root).next();
    if (last.done === true || last.value.isDone) return false;
    const at = last.value.journal.entries.findIndex((entry) => path.join(root, entry.file) === file);
    return at >= 0 && (await isThere(claimOf(last.value, at)));
  } catch {
    return false; // what is wrong with the journal is told where it is used
  }
}
