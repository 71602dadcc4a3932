// The diff of a file: its names and its hunks, with the edits known and without them, and that git and patch make the new
// text of it.

import { spawnSync } from 'node:child_process';

import { describe, expect, it } from 'vitest';

import { hunksOf } from '../../src/workspace/hunks.ts';
import { diffPath, unifiedDiff } from '../../cli/diff/unified.ts';
import { makeProject, read } from './command-line.ts';

describe('the names in a diff', () => {
  it.each([
    ['a/b.js', 'a/b.js'],
    ['a/中文 页.js', 'a/中文 页.js\t'],
    ['a/"b".js', '"a/\\"b\\".js"'],
    ['a\nb\tc\\d\u0001', '"a\\nb\\tc\\\\d\\001"'],
  ])('%j', (name, written) => {
    expect(diffPath(name)).toBe(written);
  });
});

describe('the hunks of a diff', () => {
  const at = (start: number, end: number, text: string) => ({ at: { start, end }, text: [text] });

  it('are the same with the edits as without them', () => {
    const lines = Array.from({ length: 60 }, (_, i) => `line ${i}\r\n`);
    const before = lines.join('');
    const edits = [
      at(0, 0, 'first\r\n'),
      at(before.indexOf('line 20'), before.indexOf('line 20') + 4, 'LINE'),
      at(before.indexOf('line 24'), before.indexOf('line 25'), ''),
      at(before.length, before.length, 'last'),
    ];
    let after = before;
    for (const { at: span, text } of [...edits].reverse()) {
      after = after.slice(0, span.start) + text.join('') + after.slice(span.end);
    }
    expect(hunksOf(before, after, edits)).toEqual(hunksOf(before, after));
    expect(hunksOf(before, after, edits)).toHaveLength(3);
    expect(hunksOf(before, before, [])).toEqual([]);
  });

  it('do not trust edits that do not explain the new text', () => {
    expect(hunksOf('a\nb\nc\n', 'a\nX\nc\n', [at(0, 1, 'q')])).toEqual(hunksOf('a\nb\nc\n', 'a\nX\nc\n'));
  });

  it('mark a missing final newline', () => {
    const diff = unifiedDiff({ file: 'x', isNew: false, hunks: hunksOf('a\nb', 'a\nc\n') });
    expect(diff).toBe(
      'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n',
    );
  });

  it('of many equal calls take no longer than the file is long', () => {
    const before = 'swan.request({});\n'.repeat(100_000);
    const edits: ReturnType<typeof at>[] = [];
    for (let start = 0; start < before.length; start += 18) edits.push(at(start, start + 4, 'wx'));
    const after = before.replaceAll('swan', 'wx');
    const [hunk, ...others] = hunksOf(before, after, edits);
    expect(others).toEqual([]);
    expect(hunk).toMatchObject({ oldStart: 1, oldLines: 100_000, newStart: 1, newLines: 100_000 });
  });
});

describe('git and patch apply', () => {
  it.each([
    ['line ends of both kinds', 'a\r\nb\nc\r\n', 'a\r\nX\r\nc\r\n'],
    ['no line feed at the end', 'a\nb\nc\nd', 'a\nX\nc\nd'],
    ['a line feed that is new at the end', 'a\nb', 'a\nb\n'],
    ['a line feed that is gone at the end', 'a\nb\n', 'a\nc'],
    ['lines that are added above equal ones', 'x\n}\n}\n}\n}\n}\ny\n', 'x\n}\n}\n}\n}\n}\n}\n}\ny\n'],
    ['a line within a line', 'a\rb\nc\n', 'a\rB\nc\n'],
    ['an empty file that gets text', '', 'a\nb'],
    ['a file that loses all its text', 'a\nb\n', ''],
    ['a new file', undefined, 'a\n'],
  ])('%s', (_what, before, after) => {
    const file = '页 面/请求 "一".js';
    const patch = unifiedDiff({ file, isNew: before === undefined, hunks: hunksOf(before ?? '', after) });
    for (const program of [
      ['git', 'apply', '--whitespace=nowarn'],
      ['patch', '-p1', '--binary', '--silent'],
    ] as const) {
      const cwd = makeProject({ 'other.js': '', ...(before !== undefined && { [file]: before }) });
      const [name, ...options] = program;
      const { status, stderr, error } = spawnSync(name, options, { cwd, input: patch, encoding: 'utf8' });
      if (error) continue; // not on this machine
      expect([name, status, stderr]).toEqual([name, 0, '']);
      // GNU patch takes an emptied file away.
      if (name === 'git' || after !== '') expect(read(cwd, file)).toBe(after);
    }
  });
});
