// In: a root. Out: the right to write there, for one process at a time.
// A lock whose process is gone is taken over; one of another machine is not, as nobody can tell.
// Knows nothing of what is written.

import { readFileSync } from 'node:fs';
import { link, lstat, readdir, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { Failure, codeOf, sentence, whyOf } from '../../src/workspace/failure.ts';
import { memberOf } from '../../src/workspace/json.ts';
import { readRegular } from '../../src/workspace/disk/regular-file.ts';
import { dropEmptyStateFolder, makeStateFolder, stateFolderOf } from './state-folder.ts';
import { writeNew } from './synced.ts';

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as far as the system tells: numbers of processes come again. */
  readonly start?: string;
}

/** Whoever makes a lock in two steps has done the second by then. */
const claimMs = 1000;
const lockLimit = 4096;

/**
 * Holds the lock of `root` while `work` runs.
 * @throws Failure when another process holds it, or when the root cannot be written to
 */
export async function withLock<T>(root: string, work: () => Promise<T>): Promise<T> {
  const file = await claimLock(root);
  try {
    await dropLeftovers(root);
    return await work();
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
    await dropEmptyStateFolder(root);
  }
}

async function claimLock(root: string): Promise<string> {
  const file = path.join(stateFolderOf(root), 'lock');
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      await makeStateFolder(root);
      await placeLock(file);
      return file;
    } catch (error) {
      if (error instanceof Failure) throw error;
      if (codeOf(error) === 'ENOENT') continue; // the other run took the folder away as it left
      if (codeOf(error) !== 'EEXIST') {
        await dropEmptyStateFolder(root);
        throw isNotWritable(root, error);
      }
    }
    const held = await readHeld(file);
    if (held === undefined) continue;
    if (held !== '') {
      const holder = parseHolder(held);
      if (!holder || isAlive(holder)) throw isHeld(root, file, holder);
    }
    await dropStaleLock(file, held);
  }
  throw isHeld(root, file, undefined);
}

/** With its content at once: a lock that says nothing would keep everybody out. @throws EEXIST when it is held */
async function placeLock(file: string): Promise<void> {
  const start = startOf(process.pid);
  const holder: Holder = { pid: process.pid, host: hostname(), ...(start !== undefined && { start }) };
  const bytes = Buffer.from(JSON.stringify(holder));
  const own = `${file}.${process.pid}`;
  await rm(own, { force: true });
  await writeNew(own, bytes, 0o600);
  try {
    await link(own, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOENT') throw error;
    await writeNew(file, bytes, 0o600); // no hard links here
  } finally {
    await rm(own, { force: true }).catch(() => undefined);
  }
}

/** What the lock says; nothing when it is gone, and an empty text when whoever made it is not there any more. */
async function readHeld(file: string): Promise<string | undefined> {
  for (const wait of [claimMs / 2, claimMs / 2, 0]) {
    try {
      const { bytes } = await readRegular(file, { limit: lockLimit });
      if (bytes.length > 0) return bytes.toString('utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw new Failure({
        what: {
          en: `the lock ${file} cannot be read, so nothing was changed`,
          'zh-CN': `锁文件 ${file} 无法读取，因此没有改动任何文件`,
        },
        why: sentence(whyOf(error)),
        help: {
          en: 'If no cygnet is at work there, delete it.',
          'zh-CN': '如果没有 cygnet 在那里运行，请删除它。',
        },
      });
    }
    if (wait > 0) await delay(wait);
  }
  return '';
}

/** Takes the file away only if it is still the one that was looked at: another run may have been quicker. */
async function dropStaleLock(file: string, held: string): Promise<void> {
  const aside = `${file}.${process.pid}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  const taken = await readRegular(aside, { limit: lockLimit }).then(
    ({ bytes }) => bytes.toString('utf8'),
    () => '',
  );
  if (taken === held) await rm(aside, { force: true });
  else await rename(aside, file);
}

/** What runs left that were killed on their way to the lock. */
async function dropLeftovers(root: string): Promise<void> {
  const folder = stateFolderOf(root);
  for (const name of await readdir(folder)) {
    const pid = /^lock\.(\d+)$/.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const file = path.join(folder, name);
    if ((await lstat(file)).isFile()) await rm(file, { force: true });
  }
}

function isNotWritable(root: string, error: unknown): Failure {
  const why = whyOf(error);
  return new Failure({
    what: {
      en: `${root} cannot be written to, so nothing was changed`,
      'zh-CN': `${root} 不可写入，因此没有改动任何文件`,
    },
    why: {
      en: `The journal that makes an undo possible has its place there: ${why.en}.`,
      'zh-CN': `供撤销用的记录要放在那里：${why['zh-CN']}。`,
    },
    help: { en: 'Make it writable.', 'zh-CN': '请让它可写。' },
  });
}

function isHeld(root: string, file: string, holder: Holder | undefined): Failure {
  return new Failure({
    what: {
      en: `another cygnet is writing in ${root}${holder ? ` (process ${holder.pid} on ${holder.host})` : ''}`,
      'zh-CN': `另一个 cygnet 正在写入 ${root}${holder ? `（${holder.host} 上的进程 ${holder.pid}）` : ''}`,
    },
    why: {
      en: 'Two at once would undo each other, so this one changed nothing.',
      'zh-CN': '两个同时写入会互相覆盖，因此这一个没有改动任何文件。',
    },
    help: {
      en: `Run again when it is done. If no such process runs any more, delete ${file}.`,
      'zh-CN': `请等它完成后重新运行。如果该进程已不存在，请删除 ${file}。`,
    },
  });
}

function parseHolder(text: string): Holder | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  const [pid, host, start] = ['pid', 'host', 'start'].map((key) => memberOf(content, key));
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0 || typeof host !== 'string') return undefined;
  return { pid, host, ...(typeof start === 'string' && { start }) };
}

function isAlive({ pid, host, start }: Holder): boolean {
  if (host !== hostname()) return true;
  if (!isRunning(pid)) return false;
  const now = startOf(pid);
  return start === undefined || now === undefined || now === start;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** Ticks since the machine began; Linux tells it. */
function startOf(pid: number): string | undefined {
  try {
    const words = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // 42 (a name with ) and spaces) S 1 …: the 22nd word of all, the 20th behind the name.
    return words.slice(words.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
