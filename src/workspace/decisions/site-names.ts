// In: the text of a file and its sites. Out: a name for each that goes with the call and not with its place: what is edited
// elsewhere in the file leaves it alone, what is edited in the call makes it another one.
// Knows nothing of answers.

import type { Span } from '../../core.ts';

/** What tells a site from all others of its file and API. */
export interface SiteName {
  /** How the call begins, in one line. */
  readonly call: string;
  /** Of its text. */
  readonly hash: string;
  /** Of the lines around it. */
  readonly around: string;
  /** Only where several calls read the same: which it is of those that have the lines around them in common as well. */
  readonly nth?: number;
  readonly of?: number;
}

interface ApiSite extends Span {
  readonly api: string;
}

/** Characters of a call that people get to see. */
const shownAtMost = 80;

/** @returns a name for each, in the order of the sites */
export function nameSites(text: string, sites: readonly ApiSite[]): SiteName[] {
  const known = sites.map(({ api, start, end }) => {
    const code = text.slice(start, end);
    const name = { call: beginningOf(code), hash: hashOfText(code), around: hashOfText(linesAround(text, start, end)) };
    const read = `${api} ${name.hash}`;
    return { name, read, place: `${read} ${name.around}` };
  });
  const reading = tallyOf(known.map(({ read }) => read));
  const standing = tallyOf(known.map(({ place }) => place));
  const seen = new Map<string, number>();
  return known.map(({ name, read, place }) => {
    if (reading.get(read) === 1) return name;
    const nth = (seen.get(place) ?? 0) + 1;
    seen.set(place, nth);
    return { ...name, nth, of: standing.get(place) ?? 1 };
  });
}

function tallyOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function beginningOf(code: string): string {
  const line = code.slice(0, 4 * shownAtMost).replace(/\s+/g, ' ');
  const shown = [...line].slice(0, shownAtMost).join('');
  return shown.length < line.length || code.length > 4 * shownAtMost ? `${shown} …` : line;
}

/** Characters on each side that are looked at for a line. */
const nearby = 400;

/** On each side the nearest line with a word in it, or what stands there on its own line. */
function linesAround(text: string, start: number, end: number): string {
  const before = linesIn(text.slice(Math.max(0, start - nearby), start)).at(-1) ?? '';
  const after = linesIn(text.slice(end, end + nearby))[0] ?? '';
  return `${before}\n${after}`;
}

function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
}

/**
 * 16 hexadecimal digits: FNV-1a forwards, and backwards. Made for telling the calls of one file apart, where nobody has
 * an interest in two that look the same. Line ends do not count: git may give each of two people others.
 */
function hashOfText(code: string): string {
  const text = code.replaceAll('\r\n', '\n');
  let [forwards, backwards] = [0x811c9dc5, 0x811c9dc5];
  for (let i = 0; i < text.length; i++) {
    forwards = Math.imul(forwards ^ text.charCodeAt(i), 0x01000193);
    backwards = Math.imul(backwards ^ text.charCodeAt(text.length - 1 - i), 0x01000193);
  }
  return [forwards, backwards].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
