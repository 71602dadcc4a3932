// Every shim that can be linked: each target, language, kind of module, number of sockets, with and without timeouts, for
// each set of names that a fixture uses. The typed ones compile strictly, the others load and export what was asked for.
// What the functions in them do is tested elsewhere.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { rewrite, type TargetName } from '../../src/index.ts';
import { linkShim, shimExports, shimTypes, type ShimRequest } from '../../src/shim/shim.ts';
import { readCases } from '../laws/cases.ts';
import { loadShim, requireShim } from './linked-shim.ts';
import { sharingTypes } from './shared-types.ts';

const root = path.join(import.meta.dirname, '../..');
const cases = readCases();

const settings = (['one', 'many'] as const).flatMap((sockets) => [
  { sockets },
  { sockets, timeouts: { request: 1500, uploadFile: 2500, downloadFile: 123456789, connectSocket: 123456789 } },
]);

const known = new Map<TargetName, string[][]>();

/** Each set once, as the files of a program import it. Every test asks, and the fixtures are rewritten for the first. */
function namesInFixtures(target: TargetName): string[][] {
  const names = known.get(target) ?? findNames(target);
  known.set(target, names);
  return names;
}

function findNames(target: TargetName): string[][] {
  const sets = cases.flatMap(({ code, input, sockets }) =>
    (['native', 'dropin'] as const).map((style) => rewrite(code, { filename: input, target, style, sockets }).shim),
  );
  const all = [...shimExports(target), ...shimTypes(target)];
  const byText = new Map([...sets, all].map((names) => [[...names].sort().join(' '), [...names]]));
  byText.delete('');
  return [...byText.values()];
}

/** Texts that differ in more than their first lines, each with what it was linked for. */
function linked(target: TargetName, form: Pick<ShimRequest, 'module' | 'typescript'>): Map<string, ShimRequest> {
  const byBody = new Map<string, { text: string; request: ShimRequest }>();
  for (const all of namesInFixtures(target)) {
    const names = form.typescript ? all : all.filter((name) => shimExports(target).includes(name));
    if (names.length === 0) continue;
    for (const setting of settings) {
      const request = { target, names, ...form, ...setting };
      const text = linkShim(request);
      byBody.set(text.replace(/^\/\/ @cygnet-shim .*$/m, ''), { text, request });
    }
  }
  return new Map([...byBody.values()].map(({ text, request }) => [text, request]));
}

describe.each(['fetch', 'axios', 'wx'] as const)('%s', (target) => {
  it('fixtures use many sets of names', () => {
    expect(namesInFixtures(target).length).toBeGreaterThan(5);
  });

  it('loads as an ES module', async () => {
    for (const [text, { names }] of linked(target, { module: 'esm', typescript: false })) {
      expect(Object.keys(await loadShim<object>(text)).sort()).toEqual([...names].sort());
    }
  });

  it('loads with require', () => {
    for (const [text, { names }] of linked(target, { module: 'cjs', typescript: false })) {
      expect(Object.keys(requireShim<object>(text)).sort()).toEqual([...names].sort());
    }
  });

  it('compiles strictly', () => {
    const options = { module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true };
    expect(compile(target, [...linked(target, { module: 'esm', typescript: true }).keys()], options)).toEqual([]);
  }, 120_000);

  // The text is the same, whatever it is compiled to.
  it('compiles strictly to CommonJS', () => {
    const names = [...shimExports(target), ...shimTypes(target)];
    const text = linkShim({ target, names, module: 'cjs', typescript: true });
    const options = { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 };
    expect(linkShim({ target, names, module: 'esm', typescript: true }).replace('"esm"', '"cjs"')).toBe(text);
    expect(compile(target, [text], options)).toEqual([]);
  }, 120_000);
});

/** What the compiler says of modules that each hold one of the texts. */
function compile(target: TargetName, texts: readonly string[], options: ts.CompilerOptions): string[] {
  const cache = path.join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'every-shim-'));
  try {
    writeFileSync(path.join(folder, 'package.json'), '{}');
    const files = texts.map((text, i) => {
      const file = path.join(folder, `shim-${i}.ts`);
      writeFileSync(file, text);
      return file;
    });
    const all: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2020,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2020.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: target === 'wx' ? ['miniprogram-api-typings'] : [],
      typeRoots: [path.join(root, 'node_modules/@types'), path.join(root, 'node_modules')],
      skipLibCheck: true,
      isolatedModules: true,
      noUncheckedIndexedAccess: true,
      noPropertyAccessFromIndexSignature: true,
      noImplicitReturns: true,
      noImplicitOverride: true,
      exactOptionalPropertyTypes: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      ...options,
    };
    const program = ts.createProgram(files, all, sharingTypes(all));
    return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
      const header = file?.text.split('\n').find((line) => line.startsWith('// @cygnet-shim '));
      return `${ts.flattenDiagnosticMessageText(messageText, ' ')} ${header ?? ''}`;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
