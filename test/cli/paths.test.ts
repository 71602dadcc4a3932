// Windows paths and drive letters, where the code that handles them runs on every system.
// Pure functions: no file is touched.

import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { hunksOf } from '../../cli/diff/hunks.ts';
import { diffPath, unifiedDiff } from '../../cli/diff/unified.ts';
import { findRoot, isWithin, shownPath } from '../../cli/files/root.ts';
import { specifierFrom } from '../../cli/plan/shim-place.ts';
import { findNearest } from '../../cli/suggest.ts';
import { makeProject } from './command-line.ts';

describe('paths of Windows', () => {
  const { win32 } = path;

  it('are shown with slashes, and those on another drive whole', () => {
    expect(shownPath('C:\\work', 'C:\\work\\页 面\\a.js', win32)).toBe('页 面/a.js');
    expect(shownPath('C:\\work\\sub', 'C:\\work\\a.js', win32)).toBe('../a.js');
    expect(shownPath('C:\\work', 'c:\\work\\a.js', win32)).toBe('a.js');
    expect(shownPath('C:\\work', 'D:\\x\\a.js', win32)).toBe('D:/x/a.js');
    expect(shownPath('\\\\server\\share', '\\\\server\\share\\a\\b.js', win32)).toBe('a/b.js');
  });

  it('lie within a folder or not', () => {
    expect(isWithin('C:\\work', 'C:\\work\\a\\b.js', win32)).toBe(true);
    expect(isWithin('C:\\work', 'C:\\work', win32)).toBe(true);
    expect(isWithin('C:\\work', 'C:\\worker\\a.js', win32)).toBe(false);
    expect(isWithin('C:\\work', 'D:\\work\\a.js', win32)).toBe(false);
    expect(isWithin('C:\\work', 'C:\\work\\..a\\b.js', win32)).toBe(true);
  });

  it('import the shim with slashes', () => {
    const place = { path: 'C:\\work\\swan-net.js', module: 'cjs', isTypeScript: false } as const;
    expect(specifierFrom('C:\\work\\pages\\list\\a.js', place, undefined, win32)).toBe('../../swan-net.js');
    expect(specifierFrom('C:\\work\\a.js', place, undefined, win32)).toBe('./swan-net.js');
  });
});

describe('the root', () => {
  it('goes by app.json before package.json, and by what all places share', () => {
    const top = makeProject({
      'package.json': '{}',
      'mini/app.json': '{}',
      'mini/sub/package.json': '{}',
      'mini/sub/x/a.js': '',
    });
    expect(findRoot(top, [path.join(top, 'mini/sub/x')])).toBe(path.join(top, 'mini'));
    expect(findRoot(top, [path.join(top, 'mini/sub'), path.join(top, 'other')])).toBe(top);
  });

  it('without either is the current folder, or the place itself when that lies elsewhere', () => {
    const top = makeProject({ 'here/a.js': '', 'there/b.js': '' });
    expect(findRoot(top, [path.join(top, 'here')])).toBe(top);
    expect(findRoot(path.join(top, 'here'), [path.join(top, 'there')])).toBe(path.join(top, 'there'));
  });
});

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
    expect(diff).toBe('--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n');
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

describe('a suggestion', () => {
  it('is made for slips, and for nothing else', () => {
    const known = ['fetch', 'axios', 'wx'];
    expect(['fecth', 'Fetch', 'axois', 'wxx', 'vx'].map((word) => findNearest(word, known))).toEqual([
      'fetch',
      'fetch',
      'axios',
      'wx',
      'wx',
    ]);
    expect(findNearest('completely', known)).toBeUndefined();
  });
});
