// In: the names of all files and the first lines of those that are code.
// Out: whether folders, names and opening comments are as the house has them. Reads no further into the code.

import { statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeFiles, files, isThere, read, root } from './files.ts';

const folders = [
  '.ci',
  '.github',
  'bench',
  'cli',
  'docs',
  'editors',
  'examples',
  'scripts',
  'src',
  'test',
  'transforms',
];

describe('layout', () => {
  it('has the given folders at the top and no others', () => {
    const top = new Set(files.filter((file) => file.includes('/')).map((file) => file.slice(0, file.indexOf('/'))));
    expect([...top].filter((folder) => !folders.includes(folder))).toEqual([]);
    for (const folder of ['cli', 'src', 'transforms', 'test']) expect(top).toContain(folder);
  });

  it.each(['LICENSE', 'package.json', 'package-lock.json', 'tsconfig.json', '.editorconfig', '.ci/run'])(
    'has %s',
    (file) => expect(isThere(file)).toBe(true),
  );

  it('has a check that can be started', () => {
    if (process.platform !== 'win32') expect(statSync(path.join(root, '.ci/run')).mode & 0o111).toBe(0o111);
    const commands = read('.ci/run').match(/^npm .*$/gm);
    expect(commands?.map((command) => command.replace(/ --.*/, ''))).toEqual(['npm ci', 'npm test']);
  });

  it('names files by what they do', () => {
    const drawer = /(^|\/)(utils?|helpers?|common|misc)(\.|\/)/;
    expect(codeFiles.filter((file) => drawer.test(file))).toEqual([]);
  });

  it('names files in kebab-case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d|generated))?\.(tsx?|mjs|js)$/;
    expect(codeFiles.filter((file) => !kebab.test(file.slice(file.lastIndexOf('/') + 1)))).toEqual([]);
  });

  it('opens every file with two to six lines of comment', () => {
    const odd = codeFiles.map((file) => ({ file, lines: openingLines(read(file)) }));
    expect(odd.filter(({ lines }) => lines < 2 || lines > 6)).toEqual([]);
  });
});

describe('the count of opening lines', () => {
  it.each([
    ['// one\n// two\n\ncode', 2],
    ['#!/usr/bin/env node\n// one\n// two\ncode', 2],
    ['/**\n * one\n * two\n */\ncode', 2],
    ['/* one */\ncode', 1],
    ['code\n// one\n// two', 0],
    ['', 0],
  ])('of %j is %i', (text, lines) => expect(openingLines(text)).toBe(lines));
});

/** Lines that say something, in the comment that a file starts with. */
function openingLines(text: string): number {
  const start = text.replace(/^#!.*\n/, '').trimStart();
  const block = /^\/\*([\s\S]*?)\*\//.exec(start)?.[1];
  if (block !== undefined) return block.split('\n').filter((line) => /[^\s*]/.test(line)).length;
  const lines = start.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  return end === -1 ? lines.length : end;
}
