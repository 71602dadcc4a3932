// In: a path. Out: its text, exact to the byte, or why there is none.
// Looks for the word in the bytes before it decodes, so that most files cost a read and no more.
// Knows nothing of JavaScript.

import { getHeapStatistics } from 'node:v8';

import type { InEach } from '../../locale/locale.ts';
import { codeOf, whyOf } from '../failure.ts';
import { type Source, mostBytes } from '../files.ts';
import { readRegularSync } from './regular-file.ts';

const word = Buffer.from('swan');
/** An identifier may be written with escapes: `sw\u0061n`. */
const escapes = [Buffer.from('\\u'), Buffer.from('\\x')];

/** What a syntax tree and all that is known of it take for each word and sign: `;` is the dearest, with some 650 bytes. */
const bytesPerToken = 750;

/** How many words and signs the memory of this thread bears. */
export function tokensAtMost(): number {
  return getHeapStatistics().heap_size_limit / bytesPerToken;
}

/** As `FileSystem.readSource` has it. */
export function readDiskSource(file: string, needsWord: boolean): Source {
  let bytes: Buffer;
  try {
    ({ bytes } = readRegularSync(file, { limit: mostBytes }));
  } catch (error) {
    if (codeOf(error) === 'EFBIG') return { kind: 'failed', code: 'file-too-large', reason: whyOf(error) };
    return { kind: 'failed', code: 'unreadable-file', reason: whyOf(error) };
  }
  const wide = findWideEncoding(bytes);
  if (wide !== undefined) {
    const text = new TextDecoder(wide).decode(bytes);
    if (!text.includes('swan')) return { kind: 'other' };
    return { kind: 'failed', code: 'not-utf8', reason: encodedAs(wide.toUpperCase()) };
  }
  const hasWord = bytes.includes(word);
  if (needsWord && !mayName(bytes)) return { kind: 'other' };
  if (bytes.includes(0)) {
    if (!hasWord) return { kind: 'other' };
    return { kind: 'failed', code: 'not-utf8', reason: holdsNul };
  }
  try {
    // ignoreBOM keeps the byte order mark in the text.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { kind: 'text', text, hash: () => hashOf(bytes) };
  } catch (error) {
    if (error instanceof TypeError) {
      if (!hasWord) return { kind: 'other' };
      return { kind: 'failed', code: 'not-utf8', reason: notValid(findFault(bytes)) };
    }
    return { kind: 'failed', code: 'unreadable-file', reason: whyOf(error) };
  }
}

const holdsNul: InEach<string> = {
  en: 'it holds NUL bytes, as binary files do',
  'zh-CN': '它像二进制文件一样含有 NUL 字节',
};

function encodedAs(encoding: string): InEach<string> {
  return { en: `it is ${encoding}`, 'zh-CN': `它的编码是 ${encoding}` };
}

function notValid(line: number | undefined): InEach<string> {
  return {
    en: `its bytes are not valid UTF-8${line === undefined ? '' : ` (first on line ${line})`}`,
    'zh-CN': `它的字节不是合法的 UTF-8${line === undefined ? '' : `（首次出现在第 ${line} 行）`}`,
  };
}

/** As `FileSystem.silentAmong` has it: the bytes are looked at, one file after the other in the same place, and not decoded. */
export function silentOnDisk(files: readonly string[]): ReadonlySet<string> {
  const silent = new Set<string>();
  let space = Buffer.alloc(0);
  const roomFor = (size: number): Buffer => {
    if (space.length < size) space = Buffer.allocUnsafeSlow(2 * size);
    return space.subarray(0, size);
  };
  for (const file of files) {
    try {
      const { bytes } = readRegularSync(file, { limit: mostBytes, roomFor });
      if (findWideEncoding(bytes) === undefined && !mayName(bytes)) silent.add(file);
    } catch {
      // It may name swan.
    }
  }
  return silent;
}

function mayName(bytes: Buffer): boolean {
  return bytes.includes(word) || escapes.some((escape) => bytes.includes(escape));
}

export function hashOf(bytes: Uint8Array | string): string {
  // Not with the module: what comes on standard input is never hashed, and a run for it starts without.
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(bytes).digest('hex');
}

function findWideEncoding(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 2) return undefined;
  const mark = bytes.readUInt16BE(0);
  if (mark === 0xfffe) return 'utf-16le';
  return mark === 0xfeff ? 'utf-16be' : undefined;
}

/** The line of the first byte that UTF-8 does not allow. */
function findFault(bytes: Buffer): number | undefined {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const next = bytes.indexOf(0x0a, start);
    const end = next < 0 ? bytes.length : next + 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return undefined;
}
