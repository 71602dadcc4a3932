// Windows paths and drive letters, where the code that handles them runs on every system.
// Pure functions: no file is touched.

import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { disk } from '../../src/workspace/disk/disk.ts';
import { isWithin, shownPath } from '../../src/workspace/paths.ts';
import { findRoot } from '../../src/workspace/root.ts';
import { specifierFrom } from '../../src/workspace/shims/shim-place.ts';
import { findNearest } from '../../src/workspace/suggest.ts';
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
    expect(findRoot(disk, top, [path.join(top, 'mini/sub/x')])).toBe(path.join(top, 'mini'));
    expect(findRoot(disk, top, [path.join(top, 'mini/sub'), path.join(top, 'other')])).toBe(top);
  });

  it('without either is the current folder, or the place itself when that lies elsewhere', () => {
    const top = makeProject({ 'here/a.js': '', 'there/b.js': '' });
    expect(findRoot(disk, top, [path.join(top, 'here')])).toBe(top);
    expect(findRoot(disk, path.join(top, 'here'), [path.join(top, 'there')])).toBe(path.join(top, 'there'));
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
    expect(findNearest('xw', known)).toBe('wx');
    expect(findNearest('flie', ['file', 'fill'])).toBe('file');
    expect(findNearest('ab', ['cd', ''])).toBeUndefined();
  });
});
