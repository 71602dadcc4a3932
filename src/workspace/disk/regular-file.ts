// In: a path and how much of it is borne. Out: the bytes of a regular file and its status, taken from the same opened file.
// Links, pipes, sockets and devices are refused before they are opened: they would hang, or lead elsewhere.
// Knows nothing of what is in a file.

import { type Stats, closeSync, constants, fstatSync, lstatSync, openSync, readSync, statSync } from 'node:fs';
import { lstat, open, stat } from 'node:fs/promises';

import { type InEach, inEach } from '../../locale/locale.ts';
import { Refusal, codeOf } from '../failure.ts';

export interface ReadRules {
  /** In bytes. */
  readonly limit?: number;
  /** A link is taken for the file that it leads to. */
  readonly followsLinks?: boolean;
  /** Where the bytes of a file that says how many it has are put, in place of room of their own. */
  readonly roomFor?: (size: number) => Buffer;
}

export interface RegularFile {
  readonly bytes: Buffer;
  readonly status: Stats;
}

/** The code of the error for what is no regular file. */
export const notRegular = 'ENOTREG';

/** @throws the system's error, or one whose message says what is there instead of a file */
export async function readRegular(file: string, rules: ReadRules = {}): Promise<RegularFile> {
  requireRegular(await (rules.followsLinks ? stat(file) : lstat(file)), rules);
  const handle = await open(file, flagsFor(rules)).catch(toldAsLink);
  try {
    const status = await handle.stat();
    requireRegular(status, rules);
    const read = startReading(status, rules);
    while (!read.isAtEnd()) {
      const room = read.nextRoom();
      read.take(room, (await handle.read(room)).bytesRead);
    }
    return { bytes: read.bytes(), status };
  } finally {
    await handle.close();
  }
}

export function readRegularSync(file: string, rules: ReadRules = {}): RegularFile {
  requireRegular(rules.followsLinks ? statSync(file) : lstatSync(file), rules);
  const handle = openSync(file, flagsFor(rules));
  try {
    const status = fstatSync(handle);
    requireRegular(status, rules);
    const read = startReading(status, rules);
    while (!read.isAtEnd()) {
      const room = read.nextRoom();
      read.take(room, readSync(handle, room));
    }
    return { bytes: read.bytes(), status };
  } finally {
    closeSync(handle);
  }
}

/** Bytes at once, of a file that does not say how many it has. */
const pieceSize = 64 * 1024;

/** Files of the kernel say that they are empty, and some of them never end: what counts is what comes. */
function startReading({ size }: Stats, { limit, roomFor = (bytes) => Buffer.allocUnsafe(bytes) }: ReadRules) {
  const pieces: Buffer[] = [];
  let total = 0;
  let isAtEnd = false;
  return {
    isAtEnd: () => isAtEnd,
    nextRoom: () =>
      total === 0 && size > 0 ? roomFor(size) : Buffer.allocUnsafe(total < size ? size - total : pieceSize),
    take(room: Buffer, count: number): void {
      pieces.push(room.subarray(0, count));
      total += count;
      isAtEnd = count === 0 || total === size;
      if (limit !== undefined && total > limit) throw tooLarge(limit);
    },
    bytes: () => (pieces.length === 1 ? pieces[0] : undefined) ?? Buffer.concat(pieces),
  };
}

/** What stands at a path, for a message: `a link`. */
export function kindOf(status: Stats): InEach<string> {
  if (status.isSymbolicLink()) return { en: 'a link', 'zh-CN': '链接' };
  if (status.isDirectory()) return { en: 'a folder', 'zh-CN': '文件夹' };
  if (status.isFIFO()) return { en: 'a pipe', 'zh-CN': '管道' };
  if (status.isSocket()) return { en: 'a socket', 'zh-CN': '套接字' };
  return status.isFile() ? { en: 'a file', 'zh-CN': '文件' } : { en: 'a device', 'zh-CN': '设备' };
}

/** What was a file a moment ago may be a pipe now: opening must not wait for its other end. */
function flagsFor({ followsLinks }: ReadRules): number {
  // Windows has neither of the two.
  const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;
  return constants.O_RDONLY | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW);
}

/** @throws Refusal when it is no file, or a larger one */
export function requireRegular(status: Stats, { limit }: Pick<ReadRules, 'limit'> = {}): void {
  if (!status.isFile()) throw refusal(kindOf(status));
  if (limit !== undefined && status.size > limit) throw tooLarge(limit);
}

function tooLarge(limit: number): Error {
  const isSmall = limit < 1024 * 1024;
  const most = isSmall ? `${limit / 1024} KB` : `${limit / 1024 / 1024} MB`;
  return new Refusal('EFBIG', { en: `it is larger than ${most}`, 'zh-CN': `它大于 ${most}` });
}

function toldAsLink(error: unknown): never {
  throw codeOf(error) === 'ELOOP' ? refusal({ en: 'a link', 'zh-CN': '链接' }) : error;
}

function refusal(kind: InEach<string>): Error {
  return new Refusal(
    notRegular,
    inEach((locale) => (locale === 'en' ? `it is ${kind.en}` : `它是${kind[locale]}`)),
  );
}
