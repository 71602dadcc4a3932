// Patterns of the command line and rules of ignore files, tried without the program: what they mean, rules against git
// itself, and that the worst of them cost no more than their length times that of the path.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { disk } from '../../src/workspace/disk/disk.ts';
import { matchesGlob, parseGlob } from '../../src/workspace/search/glob.ts';
import { enterFolder, isIgnored } from '../../src/workspace/search/ignore-rules.ts';
import { compilePatterns, folderOf } from '../../src/workspace/search/patterns.ts';

const means = (glob: string, file: string): boolean => matchesGlob(parseGlob(glob), file);

describe('globs', () => {
  it.each([
    ['*.js', ['a.js', '.js'], ['a.ts', 'a/b.js', 'a.jsx']],
    ['a/*/c', ['a/b/c'], ['a/c', 'a/b/b/c']],
    ['a/**/c', ['a/c', 'a/b/c', 'a/b/b/c'], ['a/b', 'c', 'b/a/c']],
    ['**/a', ['a', 'x/a', 'x/y/a'], ['x/ab', 'a/x']],
    ['a/**', ['a/b', 'a/b/c', 'a'], ['ab', 'b/a']],
    ['**', ['a', 'a/b'], []],
    ['a**b', ['ab', 'axb'], ['a/b']],
    ['?', ['a', '好', '😀'], ['', 'ab', '/']],
    ['[a-c]x', ['ax', 'cx'], ['dx', '-x']],
    ['[!a-c]x', ['dx', '-x'], ['ax', 'x']],
    ['[]a]', [']', 'a'], ['b']],
    ['[a-]', ['a', '-'], ['b']],
    ['[a', ['[a'], ['a']],
    ['a]', ['a]'], ['a']],
    ['\\*\\?\\[', ['*?['], ['a?[']],
    ['a\\/b', [], ['ab']],
    ['*a*a*b', ['aab', 'xaxaxb', 'aaaab'], ['aa', 'ab', 'aabx']],
    ['**/a/**/a/**', ['a/a', 'x/a/y/a/z', 'a/x/a'], ['a', 'a/b']],
  ] as const)('%s', (glob, these, notThose) => {
    for (const file of these) expect([file, means(glob, file)]).toEqual([file, true]);
    for (const file of notThose) expect([file, means(glob, file)]).toEqual([file, false]);
  });

  it('upper and lower case are the same where they are on the file system', () => {
    const rules = { isCaseFolded: true };
    expect(matchesGlob(parseGlob('[A-C]*.JS', rules), 'bX.js', rules)).toBe(true);
    expect(means('A', 'a')).toBe(false);
  });

  it('agree with a definition that is as plain as it is slow', () => {
    const signs = fc.array(fc.constantFrom('a', 'b', '*', '?', '/', '**', '/**/'), { maxLength: 9 });
    const names = fc.array(fc.constantFrom('a', 'b', '/'), { maxLength: 9 });
    fc.assert(
      fc.property(signs, names, (glob, file) => {
        const parts = glob.join('').split('/');
        fc.pre(!parts.includes('') && !file.join('').split('/').includes(''));
        expect(means(glob.join(''), file.join(''))).toBe(plainly(parts, file.join('').split('/')));
      }),
      { numRuns: 3000 },
    );
  });

  function plainly(parts: readonly string[], names: readonly string[]): boolean {
    const [part, ...others] = parts;
    if (part === undefined) return names.length === 0;
    if (part === '**') return names.some((_, i) => plainly(others, names.slice(i))) || plainly(others, []);
    const [name, ...rest] = names;
    return name !== undefined && inName([...part], [...name]) && plainly(others, rest);
  }

  function inName(signs: readonly string[], characters: readonly string[]): boolean {
    const [sign, ...others] = signs;
    if (sign === undefined) return characters.length === 0;
    if (sign === '*') {
      return inName(others, characters) || (characters.length > 0 && inName(signs, characters.slice(1)));
    }
    const [first, ...rest] = characters;
    return first !== undefined && (sign === '?' || sign === first) && inName(others, rest);
  }
});

describe('the worst of patterns ends soon', () => {
  // With a matcher that tries all ways these would take longer than the universe is old.
  const name = 'a'.repeat(255);
  const deep = Array.from({ length: 2000 }, () => 'a').join('/');
  it.each([
    ['*a'.repeat(120) + '*b', name],
    ['?*'.repeat(120) + 'b', name],
    ['**/a/'.repeat(400) + 'b', deep],
    ['**/*a*/'.repeat(400) + 'b', deep],
    ['[a'.repeat(500_000), name],
    ['['.repeat(500_000) + ']', name],
    ['\\'.repeat(500_000), name],
    ['{'.repeat(500_000), name],
  ])('%#', (glob, file) => {
    expect(means(glob, file)).toBe(false);
    expect(compilePatterns([glob], '--exclude').matches(`${file}/x.js`)).toBe(false);
  });

  it('braces that stand for too many patterns are refused', () => {
    for (const glob of ['{a,b}'.repeat(40), `${'{a,'.repeat(50_000)}${'}'.repeat(50_000)}`]) {
      expect(() => compilePatterns([glob], '--exclude')).toThrow(/stands for too many patterns/);
    }
  });
});

describe('patterns of the command line', () => {
  it.each([
    ['pages', ['pages', 'pages/a.js', 'pages/a/b.js'], ['a/pages', 'pagesx']],
    ['./pages/', ['pages/a.js'], []],
    ['{a,b}/*.{js,ts}', ['a/x.js', 'b/x.ts'], ['c/x.js', 'a/x.css']],
    ['a{,b{1,2}}.js', ['a.js', 'ab1.js', 'ab2.js'], ['ab.js']],
    ['{a}.js', ['{a}.js'], ['a.js']],
    ['\\{a,b\\}.js', ['{a,b}.js'], ['a.js']],
  ] as const)('%s', (glob, these, notThose) => {
    const { matches } = compilePatterns([glob], '--include');
    for (const file of these) expect([file, matches(file)]).toEqual([file, true]);
    for (const file of notThose) expect([file, matches(file)]).toEqual([file, false]);
  });

  it('the folder that a pattern searches', () => {
    expect(['a.js', 'a/b/*.js', '*.js', '/x/*', '/*', 'a/{b,c}/d'].map(folderOf)).toEqual([
      undefined,
      'a/b',
      '.',
      '/x',
      '/',
      'a',
    ]);
  });
});

describe('rules of ignore files', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cygnet-ignore-'));
    spawnSync('git', ['init', '-q', folder]);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const files = [
    'a',
    'b',
    'a.js',
    'A',
    'a/b',
    'b/a',
    'a/b/a',
    'a/a.js',
    'b/a/a.js',
    'a b',
    'b/a /c',
    '#a',
    '!a',
    'a/.b',
    'a\\b',
    '[a]',
  ];

  /** Those of `files` that git ignores, with nothing but the rules at hand. */
  function asGit(text: string): string[] {
    writeFileSync(path.join(folder, '.gitignore'), text);
    const args = ['-c', 'core.ignoreCase=false', 'check-ignore', '--no-index', '-z', '--stdin'];
    const { stdout } = spawnSync('git', args, { cwd: folder, input: files.join('\0'), encoding: 'utf8' });
    return stdout.split('\0').filter((file) => file !== '');
  }

  function asHere(): string[] {
    const rules = enterFolder(disk, folder, undefined);
    return files.filter((file) => isIgnored(rules, path.join(folder, file), false));
  }

  it.skipIf(process.platform !== 'linux')(
    'mean what they mean to git',
    () => {
      const piece = fc.constantFrom(
        'a',
        'b',
        '*',
        '**',
        '/',
        '?',
        '.js',
        '!',
        '\\',
        ' ',
        '#',
        '[ab]',
        '[!a]',
        '[a-',
        'A',
        '\r',
      );
      const line = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
      fc.assert(
        fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
          const text = `${lines.join('\n')}\n`;
          expect([text, asGit(text)]).toEqual([text, asHere()]);
        }),
        { numRuns: 400, seed: 20260101 },
      );
    },
    120_000,
  );
});
