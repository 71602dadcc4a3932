// In: what is about to be written. Out: a journal on disk from which every byte can be brought back, complete before the
// first file changes, and read again later. One folder for each run: journal.json, before/N (the bytes as they were),
// after/N (the bytes to come, until they are moved to their place).
// Knows nothing of how files are replaced.

import { chmod, chown, mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import { Failure, codeOf } from '../failure.ts';
import { reach } from '../checkpoint.ts';
import { runsFolderOf } from './state-folder.ts';

export interface JournalEntry {
  /** Relative to the root, with `/`. */
  readonly file: string;
  /** SHA-256 of the bytes before; absent when the file is new. */
  readonly before?: string;
  /** SHA-256 of the bytes after. */
  readonly after: string;
  readonly mode: number;
  /** Folders that are made for the file, outermost first. */
  readonly folders: readonly string[];
}

export interface Journal {
  readonly version: 1;
  readonly entries: readonly JournalEntry[];
}

export interface JournalRun {
  readonly folder: string;
  readonly journal: Journal;
  /** It came to its end. */
  readonly isDone: boolean;
}

export interface Staged {
  readonly entry: JournalEntry;
  readonly before?: Buffer;
  readonly after: Buffer;
  readonly owner?: { readonly uid: number; readonly gid: number };
}

const doneMark = 'done';
const atOnce = 16;
/** So many writes can be taken back, one after the other. */
const keptRuns = 20;

/** Writes the whole journal aside and lets it appear in one step. */
export async function writeJournal(root: string, staged: readonly Staged[]): Promise<JournalRun> {
  const runs = runsFolderOf(root);
  await mkdir(runs, { recursive: true });
  await dropUnfinished(runs);
  const last = (await runNumbers(runs)).at(-1) ?? 0;
  const folder = folderOf(runs, last + 1);
  const aside = `${folder}.new`;
  const journal: Journal = { version: 1, entries: staged.map(({ entry }) => entry) };
  try {
    await mkdir(path.join(aside, 'before'), { recursive: true });
    await mkdir(path.join(aside, 'after'), { recursive: true });
    await inLanes(staged, async ({ before, after, entry, owner }, i) => {
      await reach(`stage:${i}`);
      if (before) await writeSynced(path.join(aside, 'before', String(i)), before, 0o600);
      const file = path.join(aside, 'after', String(i));
      await writeSynced(file, after, entry.mode);
      // Only root may give files away; everybody else owns them already.
      if (owner && owner.uid !== process.getuid?.()) await chown(file, owner.uid, owner.gid).catch(() => undefined);
      await chmod(file, entry.mode);
    });
    await writeSynced(path.join(aside, 'journal.json'), Buffer.from(JSON.stringify(journal)), 0o600);
    await reach('staged');
    await rename(aside, folder);
    await syncFolder(runs);
  } catch (error) {
    await rm(aside, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
  return { folder, journal, isDone: false };
}

export async function markDone(run: JournalRun): Promise<void> {
  await rm(path.join(run.folder, 'after'), { recursive: true, force: true });
  await writeSynced(path.join(run.folder, doneMark), Buffer.alloc(0), 0o600);
  const runs = path.dirname(run.folder);
  for (const number of (await runNumbers(runs)).slice(0, -keptRuns)) {
    await rm(folderOf(runs, number), { recursive: true, force: true });
  }
}

/** Forgets a run, in one step. */
export async function dropJournal(run: JournalRun): Promise<void> {
  const aside = `${run.folder}.old`;
  await rename(run.folder, aside);
  await rm(aside, { recursive: true, force: true });
}

/** The runs that can be taken back, oldest first. */
export async function findRuns(root: string): Promise<JournalRun[]> {
  const runs = runsFolderOf(root);
  const found: JournalRun[] = [];
  for (const number of await runNumbers(runs)) {
    found.push(await readRun(folderOf(runs, number)));
  }
  return found;
}

/** Folders of runs that never appeared or were about to go. */
export async function dropUnfinished(runs: string): Promise<void> {
  for (const name of await namesIn(runs)) {
    if (/\.(new|old)$/.test(name)) await rm(path.join(runs, name), { recursive: true, force: true });
  }
}

async function readRun(folder: string): Promise<JournalRun> {
  const file = path.join(folder, 'journal.json');
  try {
    const journal = JSON.parse(await readFile(file, 'utf8')) as Journal;
    // The version is a number that a later release may raise.
    if ((journal.version as number) !== 1) throw new Error('it was written by a later version of cygnet');
    return { folder, journal, isDone: (await namesIn(folder)).includes(doneMark) };
  } catch (error) {
    throw new Failure({
      what: `the journal ${file} cannot be read`,
      why: error instanceof Error ? error.message : String(error),
      help: `The files as they were lie beside it in ${path.join(folder, 'before')}.`,
    });
  }
}

function folderOf(runs: string, number: number): string {
  return path.join(runs, String(number).padStart(6, '0'));
}

async function runNumbers(runs: string): Promise<number[]> {
  return (await namesIn(runs))
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
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

export async function writeSynced(file: string, bytes: Uint8Array, mode: number): Promise<void> {
  const handle = await open(file, 'w', mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a rename in the folder last; where the system cannot, it is as good as it gets. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function inLanes<T>(items: readonly T[], work: (item: T, i: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let i = next++; i < items.length; i = next++) {
      const item = items[i];
      if (item !== undefined) await work(item, i);
    }
  };
  // All lanes come to rest before a fault is passed on, so that nobody writes any more while it is cleared away.
  const ends = await Promise.allSettled(Array.from({ length: Math.min(atOnce, items.length) }, lane));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
