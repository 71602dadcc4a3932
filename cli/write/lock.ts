// In: a root. Out: the right to write there, for one process at a time.
// A lock whose process is gone is taken over; one of another machine is not, as nobody can tell.
// Knows nothing of what is written.

import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';

import { Failure, codeOf, reasonOf } from '../failure.ts';
import { dropEmptyStateFolder, makeStateFolder, stateFolderOf } from './state-folder.ts';

interface Holder {
  readonly pid: number;
  readonly host: string;
}

/**
 * Holds the lock of `root` while `work` runs.
 * @throws Failure when another process holds it, or when the root cannot be written to
 */
export async function withLock<T>(root: string, work: () => Promise<T>): Promise<T> {
  const file = await claimLock(root);
  try {
    return await work();
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
    await dropEmptyStateFolder(root);
  }
}

async function claimLock(root: string): Promise<string> {
  const file = path.join(stateFolderOf(root), 'lock');
  for (let attempt = 0; attempt < 5; attempt++) {
    await makeStateFolder(root).catch((error: unknown) => {
      throw isNotWritable(root, error);
    });
    try {
      await writeFile(file, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: 'wx' });
      return file;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') continue; // the other run took the folder away as it left
      if (codeOf(error) !== 'EEXIST') throw isNotWritable(root, error);
    }
    const held = await readFile(file, 'utf8').catch(() => undefined);
    if (held === undefined) continue;
    const holder = parseHolder(held);
    if (!holder || isAlive(holder)) throw isHeld(root, file, holder);
    await dropStaleLock(file, held);
  }
  throw isHeld(root, file, undefined);
}

/** Takes the file away only if it is still the one that was looked at: another run may have been quicker. */
async function dropStaleLock(file: string, held: string): Promise<void> {
  const aside = `${file}.${process.pid}.stale`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  const taken = await readFile(aside, 'utf8').catch(() => '');
  if (taken === held) await rm(aside, { force: true });
  else await rename(aside, file);
}

function isNotWritable(root: string, error: unknown): Failure {
  return new Failure({
    what: `${root} cannot be written to, so nothing was changed`,
    why: `The journal that makes an undo possible has its place there: ${reasonOf(error)}.`,
  });
}

function isHeld(root: string, file: string, holder: Holder | undefined): Failure {
  return new Failure({
    what: `another cygnet is writing in ${root}${holder ? ` (process ${holder.pid} on ${holder.host})` : ''}`,
    why: 'Two at once would undo each other, so this one changed nothing.',
    help: `Run again when it is done. If no such process runs any more, delete ${file}.`,
  });
}

function parseHolder(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Partial<Holder>;
    return typeof holder.pid === 'number' && typeof holder.host === 'string'
      ? { pid: holder.pid, host: holder.host }
      : undefined;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}
