// In: paths and hunks. Out: a unified diff, in colours for a person, or exact for `git apply` and `patch -p1`.
// Knows nothing of files and of what the paths are relative to.

import { printable } from '../../src/text/printable.ts';
import type { Colours } from '../streams.ts';
import type { Hunk } from '../../src/workspace/hunks.ts';

export interface FileDiff {
  /** Relative, with `/`. */
  readonly file: string;
  /** The file is made by the change. */
  readonly isNew: boolean;
  readonly hunks: readonly Hunk[];
}

/**
 * @param colours for people, who get to see what is not printable; without them the diff is exact, and begins as git's own
 * do: those git takes in every folder of the work tree
 */
export function unifiedDiff({ file, isNew, hunks }: FileDiff, colours?: Colours): string {
  const shown = (line: string) => (colours ? printable(line.replace(/\r$/, '')) : line);
  const paint = (kind: 'bold' | 'cyan' | 'red' | 'green', text: string) => (colours ? colours[kind](text) : text);
  const lines = [
    ...(colours ? [] : gitHeader(file, isNew)),
    paint('bold', `--- ${isNew ? '/dev/null' : diffPath(`a/${file}`)}`),
    paint('bold', `+++ ${diffPath(`b/${file}`)}`),
  ];
  for (const hunk of hunks) {
    const range = `@@ -${rangeOf(hunk.oldStart, hunk.oldLines)} +${rangeOf(hunk.newStart, hunk.newLines)} @@`;
    lines.push(paint('cyan', range));
    for (const line of hunk.lines.map(shown)) {
      if (line.startsWith('-')) lines.push(paint('red', line));
      else if (line.startsWith('+')) lines.push(paint('green', line));
      else lines.push(line);
    }
  }
  return `${lines.join('\n')}\n`;
}

function gitHeader(file: string, isNew: boolean): string[] {
  return [`diff --git ${gitPath(`a/${file}`)} ${gitPath(`b/${file}`)}`, ...(isNew ? ['new file mode 100644'] : [])];
}

/** A name as git writes it behind `---` and `+++`: ended by a tab when it holds a space. */
export function diffPath(name: string): string {
  const path = gitPath(name);
  return path === name && name.includes(' ') ? `${name}\t` : path;
}

/** Quoted when it holds quotes or what is not printable. */
function gitPath(name: string): string {
  if (!/["\\\t]/.test(name) && printable(name) === name) return name;
  const shown = [...name].map((char) => (/["\\\t]/.test(char) || printable(char) !== char ? quoted(char) : char));
  return `"${shown.join('')}"`;
}

const named: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
};

function quoted(char: string): string {
  const octal = (byte: number) => `\\${byte.toString(8).padStart(3, '0')}`;
  return named[char] ?? Array.from(Buffer.from(char), octal).join('');
}

/** An empty range counts the line before it. */
function rangeOf(start: number, count: number): string {
  if (count === 0) return `${start - 1},0`;
  return count === 1 ? String(start) : `${start},${count}`;
}
