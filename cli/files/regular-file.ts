// In: a path and how much of it is borne. Out: the bytes of a regular file and its status, taken from the same opened file.
// Links, pipes, sockets and devices are refused before they are opened: they would hang, or lead elsewhere.
// Knows nothing of what is in a file.

import { type Stats, closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { lstat, open, stat } from 'node:fs/promises';

import { codeOf } from '../failure.ts';

export interface ReadRules {
  /** In bytes. */
  readonly limit?: number;
  /** A link is taken for the file that it leads to. */
  readonly followsLinks?: boolean;
}

export interface RegularFile {
  readonly bytes: Buffer;
  readonly status: Stats;
}

/** For what is read before the program's code: configs, ignore files, app.json and package.json. */
export const settingsLimit = 1024 * 1024;

/** The code of the error for what is no regular file. */
export const notRegular = 'ENOTREG';

/** @throws the system's error, or one whose message says what is there instead of a file */
export async function readRegular(file: string, rules: ReadRules = {}): Promise<RegularFile> {
  requireRegular(await (rules.followsLinks ? stat(file) : lstat(file)), rules);
  const handle = await open(file, flagsFor(rules)).catch(toldAsLink);
  try {
    const status = await handle.stat();
    requireRegular(status, rules);
    return { bytes: await handle.readFile(), status };
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
    return { bytes: readFileSync(handle), status };
  } finally {
    closeSync(handle);
  }
}

/** The text of a config and the like. A link may lead to it. */
export function readSettings(file: string): string {
  return readRegularSync(file, { limit: settingsLimit, followsLinks: true }).bytes.toString('utf8');
}

/** What stands at a path, for a message: `a link`. */
export function kindOf(status: Stats): string {
  if (status.isSymbolicLink()) return 'a link';
  if (status.isDirectory()) return 'a folder';
  if (status.isFIFO()) return 'a pipe';
  if (status.isSocket()) return 'a socket';
  return status.isFile() ? 'a file' : 'a device';
}

/** What was a file a moment ago may be a pipe now: opening must not wait for its other end. */
function flagsFor({ followsLinks }: ReadRules): number {
  // Windows has neither of the two.
  const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;
  return constants.O_RDONLY | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW);
}

function requireRegular(status: Stats, { limit }: ReadRules): void {
  if (!status.isFile()) throw refusal(`it is ${kindOf(status)}`);
  if (limit !== undefined && status.size > limit) {
    throw Object.assign(new Error(`it is larger than ${limit / 1024 / 1024} MB`), { code: 'EFBIG' });
  }
}

function toldAsLink(error: unknown): never {
  throw codeOf(error) === 'ELOOP' ? refusal('it is a link') : error;
}

function refusal(why: string): Error {
  return Object.assign(new Error(why), { code: notRegular });
}
