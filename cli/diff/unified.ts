// In: paths and hunks. Out: a unified diff as `git apply` and `patch -p1` read it, with colours if wanted.
// The paths are relative to where the command runs, and so is what applies the diff.
// Knows nothing of files.

import type { Colours } from '../streams.ts';
import type { Hunk } from './hunks.ts';

export interface FileDiff {
  /** Relative, with `/`. */
  readonly file: string;
  /** The file is made by the change. */
  readonly isNew: boolean;
  readonly hunks: readonly Hunk[];
}

export function unifiedDiff({ file, isNew, hunks }: FileDiff, colours?: Colours): string {
  const paint = (kind: 'bold' | 'cyan' | 'red' | 'green', text: string) => (colours ? colours[kind](text) : text);
  const lines = [
    paint('bold', `--- ${isNew ? '/dev/null' : diffPath(`a/${file}`)}`),
    paint('bold', `+++ ${diffPath(`b/${file}`)}`),
  ];
  for (const hunk of hunks) {
    const range = `@@ -${rangeOf(hunk.oldStart, hunk.oldLines)} +${rangeOf(hunk.newStart, hunk.newLines)} @@`;
    lines.push(paint('cyan', range));
    for (const line of hunk.lines) {
      if (line.startsWith('-')) lines.push(paint('red', line));
      else if (line.startsWith('+')) lines.push(paint('green', line));
      else lines.push(line);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** A name as git writes it: quoted when it holds quotes or control characters, ended by a tab when it holds a space. */
export function diffPath(name: string): string {
  if (/["\\\x00-\x1f\x7f]/.test(name)) {
    return `"${name.replace(/["\\\x00-\x1f\x7f]/g, quoted)}"`;
  }
  return name.includes(' ') ? `${name}\t` : name;
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
  return named[char] ?? `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`;
}

function rangeOf(start: number, count: number): string {
  return count === 1 ? String(start) : `${start},${count}`;
}
