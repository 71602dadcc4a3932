// In: the text of every file that git would take. Out: whether it holds what belongs to one machine only,
// whether it is text at all, and whether the README still tells how to begin. Fixtures are looked at too.

import { describe, expect, it } from 'vitest';
import { codeFiles, files, isThere, read } from './files.ts';

const machinePath = /(?<![\w.:/@*-])\/(?:(?:work|root|tmp|var\/folders)\/|(?:home|Users)\/[\w.-]+\/)|\b[A-Z]:\\Users\\/;
const registryHost = /\bregistry\.(npmjs|yarnpkg|npmmirror)\b|\bnpm\.pkg\.github\.com|_auth(?=Token)/;

describe('text', () => {
  it('names no path of a machine', () => {
    expect(linesThatMatch(machinePath)).toEqual([]);
  });

  it('names no registry', () => {
    expect(linesThatMatch(registryHost)).toEqual([]);
  });

  it('has line feeds and a final newline in all code', () => {
    expect(codeFiles.filter((file) => read(file).includes('\r') || !read(file).endsWith('\n'))).toEqual([]);
  });

  it.each([
    ['see /' + 'work/main/src', machinePath],
    ["'/" + "home/me/project'", machinePath],
    ['C:' + '\\Users\\me', machinePath],
    ['https://registry.' + 'npmjs.org/axios', registryHost],
  ])('would notice %s', (line, pattern) => expect(line).toMatch(pattern));

  it.each(['https://example.com/home/list', './tmp/file', 'bdfile://tmp/a.png', 'src/work/x'])(
    'has nothing against %s',
    (line) => expect(line).not.toMatch(machinePath),
  );
});

describe.runIf(isThere('README.md'))('README', () => {
  it('tells how to see it work and how to check it', () => {
    expect(read('README.md')).toContain('npm ci && npm start');
    expect(read('README.md')).toContain('npm ci && npm test');
  });

  it('links to files that exist', () => {
    const links = [...read('README.md').matchAll(/\]\((?!https?:|#|mailto:)([\w./-]+)\)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(links.filter((link) => !isThere(link))).toEqual([]);
  });
});

function linesThatMatch(pattern: RegExp): string[] {
  return files.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
}
