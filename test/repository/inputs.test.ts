// In: the samples of the network document and the example mini-program.
// Out: whether they are the inputs that the other tests take them for. What the compiler does with them is tested there.

import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { files, isThere, read } from './files.ts';

const apis = [
  'request',
  'uploadFile',
  'downloadFile',
  'connectSocket',
  'onSocketOpen',
  'onSocketError',
  'onSocketMessage',
  'onSocketClose',
  'sendSocketMessage',
  'closeSocket',
];

const samples = files.filter((file) => file.startsWith('test/fixtures/samples/'));
const program = 'examples/mini-program';
const scripts = files.filter((file) => file.startsWith(`${program}/`) && file.endsWith('.js'));

describe('the samples of the document', () => {
  it('are twelve, in the order of the document', () => {
    const names = samples.map((file) => path.posix.basename(file, '.js'));
    expect(names).toHaveLength(12);
    expect([...names].sort().map((name) => name.slice(0, 4))).toEqual(
      Array.from({ length: 12 }, (_, index) => `s${String(index + 1).padStart(2, '0')}-`),
    );
  });

  it('show every API, each in the file of its name', () => {
    for (const file of samples) expect(read(file)).toContain(`swan.${path.posix.basename(file, '.js').slice(4)}(`);
    expect(apis.filter((api) => !samples.some((file) => file.endsWith(`-${api}.js`)))).toEqual([]);
  });

  it('hold the one that does not parse, as the document has it', () => {
    expect(samples.filter((file) => !isParsed(file))).toEqual(['test/fixtures/samples/s07-onSocketOpen.js']);
  });

  it('keep their tab', () => {
    expect(read('test/fixtures/samples/s06-connectSocket.js')).toContain("\n\turl: 'wss://example.baidu.com'\n");
  });
});

describe('the example mini-program', () => {
  const pages = (JSON.parse(read(`${program}/app.json`)) as { pages: string[] }).pages;

  it.each(pages)('has all parts of %s', (page) => {
    for (const part of ['js', 'swan', 'css']) expect(isThere(`${program}/${page}.${part}`), part).toBe(true);
  });

  it('calls every API', () => {
    const text = scripts.map(read).join('\n');
    expect(apis.filter((api) => !text.includes(`swan.${api}(`))).toEqual([]);
  });

  it('parses, has no carriage returns, and ends without a newline somewhere', () => {
    expect(scripts.filter((file) => !isParsed(file))).toEqual([]);
    expect(scripts.filter((file) => read(file).includes('\r'))).toEqual([]);
    expect(scripts.filter((file) => !read(file).endsWith('\n'))).not.toEqual([]);
  });

  it('has a module among scripts', () => {
    const modules = scripts.filter((file) => /^import /m.test(read(file)));
    expect(modules).toEqual([`${program}/pages/upload/upload.js`]);
    expect(scripts.filter((file) => read(file).includes('require('))).not.toEqual([]);
  });
});

function isParsed(file: string): boolean {
  const { diagnostics } = ts.transpileModule(read(file), {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: { allowJs: true, target: ts.ScriptTarget.ESNext },
  });
  return diagnostics?.length === 0;
}
