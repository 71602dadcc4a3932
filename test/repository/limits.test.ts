// In: the code of the compiler, of the command line and of the scripts. Out: whether each file and each function is short enough
// to be read at once. What is generated is not read, and modules of the shim are far shorter (`src/runtime`).

import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { codeFiles, read } from './files.ts';

const ours = codeFiles.filter(
  (file) => /^(?:src|transforms|cli|scripts|editors|bench)\//.test(file) && !file.includes('.generated.'),
);

const limits = [
  { name: 'our code', files: ours, least: 1000, longestFile: 350, longestFunction: 80 },
  {
    name: 'what follows swan',
    files: ours.filter((file) => file.startsWith('src/resolve/')),
    least: 200,
    longestFile: 300,
    longestFunction: 60,
  },
];

describe.each(limits)('$name', ({ files, least, longestFile, longestFunction }) => {
  it(`has no file of more than ${longestFile} lines`, () => {
    const lengths = files.map((file) => ({ file, lines: read(file).split('\n').length - 1 }));
    expect(lengths.filter(({ lines }) => lines > longestFile)).toEqual([]);
  });

  it(`has no function of more than ${longestFunction} lines`, () => {
    const found = files.flatMap((file) => functionsIn(file, read(file)).map((one) => ({ file, ...one })));
    expect(found.length).toBeGreaterThan(least);
    expect(found.filter(({ lines }) => lines > longestFunction)).toEqual([]);
  });
});

describe('the length of a function', () => {
  it.each([
    ['function a() {\n  go();\n}\n', [['a', 3]]],
    ['/** Says it. */\nconst a = () =>\n  go();\n', [['a', 2]]],
    [
      'const a = { b() {}, c: () => 1 };',
      [
        ['b', 1],
        ['c', 1],
      ],
    ],
    [
      'function a() {\n  return () => {\n  };\n}\n',
      [
        ['a', 4],
        ['a function', 2],
      ],
    ],
    ['declare function a(): void;', []],
  ])('in %j', (text, wanted) => {
    expect(functionsIn('src/x.ts', text).map(({ name, lines }) => [name, lines])).toEqual(wanted);
  });
});

function functionsIn(file: string, text: string): { readonly name: string; readonly lines: number }[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: { name: string; lines: number }[] = [];
  const lineOf = (offset: number): number => source.getLineAndCharacterOfPosition(offset).line;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const named = node.name ?? (isNaming(node.parent) ? node.parent.name : undefined);
      const lines = lineOf(node.end) - lineOf(node.getStart(source)) + 1;
      found.push({ name: named?.getText(source) ?? 'a function', lines });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isNaming(node: ts.Node): node is ts.VariableDeclaration | ts.PropertyAssignment {
  return ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node);
}
