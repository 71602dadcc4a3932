// In: the registry of targets and the code of the project. Out: whether what a target is stands on the target alone: nobody
// else compares its name, and each package that its shim takes is one that it names. That its shim has each function that it asks
// for is a law of the fixtures (`test/laws/law-linked-shim.ts`).

import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { runtimePackages } from '../../scripts/import-rules.mjs';
import { linkShim, shimExports, shimPackages, shimTypes } from '../../src/shim/shim.ts';
import { storedEntries } from '../../src/shim/store.generated.ts';
import { targetNames, targets } from '../../src/targets.ts';
import { codeFiles, read } from './files.ts';

describe('the name of a target', () => {
  const own = new Map<string, string>(targetNames.map((name) => [name, `transforms/${name}.ts`]));
  const asking = codeFiles.filter(
    (file) => /^(src\/(?!runtime\/)|transforms\/|cli\/|scripts\/)/.test(file) && !file.includes('.generated.'),
  );
  /** The package of that name. */
  const others = ["scripts/import-rules.mjs: 'axios'"];

  it.each(targetNames)('%s is what its file is called', (name) => {
    expect(targets[name].name).toBe(name);
    expect(codeFiles).toContain(own.get(name));
  });

  it('stands in no other file', () => {
    const found = asking.flatMap((file) =>
      namesIn(file, read(file))
        .filter((name) => own.get(name) !== file)
        .map((name) => `${file}: '${name}'`),
    );
    expect(found.filter((one) => !others.includes(one))).toEqual([]);
  });

  it.each([
    ["if (target === 'wx') go();", true],
    ["switch (target) { case 'wx': }", true],
    ["type T = 'fetch' | 'wx';", true],
    ["const all = ['fetch'];", true],
    ['const says = { wx: 1 };', true],
    ["const says = { 'wx': 1 };", true],
    ["takes('wx');", true],
    ['const t = `wx`;', true],
    ["await open(file, 'wx');", false],
    ["node(root, 'migrate', '--to', 'fetch');", false],
    ["webTarget({ shim: 'fetch' });", false],
    ["import axios from 'axios';", false],
    ["type A = import('axios').AxiosInstance;", false],
    ['const title = `swan → wx`;', false],
  ])('is found in %j: %j', (text, isFound) => expect(namesIn('src/x.ts', text).length > 0).toBe(isFound));
});

/** Where a target is named: as a text of its own, or as a key. The registry's short `{ fetch }` is the target itself. */
function namesIn(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  visit(source);
  return found;

  function visit(node: ts.Node): void {
    const isKey = ts.isIdentifier(node) && ts.isPropertyAssignment(node.parent) && node.parent.name === node;
    const isName = (ts.isStringLiteralLike(node) || isKey) && targetNames.some((name) => name === node.text);
    if (isName && !isSpecifier(node) && !isFileMode(node) && !isExample(node) && !isShimEntry(node)) {
      found.push(node.text);
    }
    ts.forEachChild(node, visit);
  }
}

function isSpecifier({ parent }: ts.Node): boolean {
  return ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isImportTypeNode(parent.parent);
}

/** `open(file, 'wx')`: write, and fail where it exists. */
function isFileMode({ parent }: ts.Node): boolean {
  return ts.isCallExpression(parent) && ts.isIdentifier(parent.expression) && parent.expression.text === 'open';
}

/** `shim: 'fetch'` names an entry of src/runtime, which more than one target may have. */
function isShimEntry({ parent }: ts.Node): boolean {
  return ts.isPropertyAssignment(parent) && ts.isIdentifier(parent.name) && parent.name.text === 'shim';
}

/** `['migrate', '--to', 'fetch']` is a command line to show. */
function isExample({ parent }: ts.Node): boolean {
  return ts.isCallExpression(parent) && parent.arguments.some((one) => ts.isStringLiteral(one) && one.text === '--to');
}

describe.each(targetNames)('the shim for %s', (target) => {
  it('is linked from an entry of src/runtime', () => {
    expect(Object.keys(storedEntries)).toContain(targets[target].shim);
  });

  it('takes the packages that the target names', () => {
    const names = [...shimExports(target), ...shimTypes(target)];
    const needed = targets[target].traits.packages.filter(({ isForTypes }) => !isForTypes).map(({ name }) => name);
    for (const sockets of ['one', 'many'] as const) {
      const request = { target, names, sockets, module: 'esm', typescript: true } as const;
      expect(shimPackages(request)).toEqual(needed);
      for (const name of needed) expect(linkShim(request)).toContain(`from '${name}'`);
    }
  });
});

describe('the packages that the shim may take', () => {
  it('are those that targets name', () => {
    const named = targetNames.flatMap((name) => targets[name].traits.packages);
    expect([...runtimePackages].sort()).toEqual(
      named
        .filter(({ isForTypes }) => !isForTypes)
        .map(({ name }) => name)
        .sort(),
    );
  });
});
