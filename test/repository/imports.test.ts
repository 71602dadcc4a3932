// In: every import of every file of code, static and dynamic.
// Out: whether imports run one way and each package comes in through its own door; the rules themselves stand in
// scripts/import-rules.mjs and are tried here on imports that must and must not pass.

import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findImportFault, packageName } from '../../scripts/import-rules.mjs';
import { codeFiles, isThere } from './files.ts';
import { specifiersOf } from './specifiers.ts';

const imports = codeFiles.flatMap((file) => specifiersOf(file).map((specifier) => ({ file, specifier })));

describe('imports', () => {
  it('run one way, each package through its door', () => {
    const faults = imports.map(({ file, specifier }) => ({ file, fault: findImportFault(file, specifier) }));
    expect(faults.filter(({ fault }) => fault !== undefined)).toEqual([]);
  });

  it('of our own files carry their extension and lead somewhere', () => {
    // What stands behind a question mark is for the build.
    const relative = imports.filter(({ specifier }) => specifier.startsWith('.'));
    const own = relative.map(({ file, specifier }) => ({ file, specifier: specifier.replace(/\?bundled$/, '') }));
    expect(own.length).toBeGreaterThan(0);
    const lost = own.filter(({ file, specifier }) => !isThere(path.posix.join(path.posix.dirname(file), specifier)));
    expect(lost).toEqual([]);
  });
});

describe('the rules', () => {
  it.each([
    ['cli/main.ts', '../src/core.ts'],
    ['cli/main.ts', 'node:fs'],
    ['src/workspace/known.ts', 'node:path'],
    ['src/workspace/disk/disk.ts', 'node:fs'],
    ['src/syntax/second-opinion.ts', 'node:module'],
    ['cli/main.ts', './arguments.ts'],
    ['cli/main.ts', 'commander'],
    ['cli/program.ts', '../src/targets.ts'],
    ['src/shim/shim.ts', '../targets.ts'],
    ['src/index.ts', './targets.ts'],
    ['src/targets.ts', '../transforms/fetch.ts'],
    ['src/rewrite.ts', './target.ts'],
    ['src/syntax/parse.ts', '@babel/parser'],
    ['src/syntax/second-opinion.ts', '@babel/traverse'],
    ['src/lift/options.ts', '@babel/types'],
    ['src/lift/lift.ts', '../resolve/resolve.ts'],
    ['src/resolve/resolve.ts', '../ir.ts'],
    ['src/lower/print.ts', 'recast'],
    ['src/project/project.ts', 'ts-morph'],
    ['src/integrations/vite.ts', '../core.ts'],
    ['src/workspace/known.ts', '../core.ts'],
    ['src/index.ts', './core.ts'],
    ['src/runtime/request.ts', './headers.ts'],
    ['transforms/fetch.ts', '../src/target.ts'],
    ['transforms/web/encode.ts', '../../src/text/text.ts'],
    ['test/laws.test.ts', 'recast'],
    ['test/laws.test.ts', '../src/rewrite.ts'],
  ])('let %s import %s', (file, specifier) => expect(findImportFault(file, specifier)).toBeUndefined());

  it.each([
    ['cli/main.ts', '../src/rewrite.ts'],
    ['cli/main.ts', '../transforms/fetch.ts'],
    ['src/rewrite.ts', '../transforms/fetch.ts'],
    ['src/rewrite.ts', './targets.ts'],
    ['src/rewrite.ts', '../cli/main.ts'],
    ['src/rewrite.ts', './index.ts'],
    ['src/rewrite.ts', './core.ts'],
    ['src/core.ts', './project/project.ts'],
    ['src/core.ts', './workspace/define-config.ts'],
    ['src/rewrite.ts', 'node:path'],
    ['src/syntax/second-opinion.ts', 'node:fs'],
    ['transforms/fetch.ts', 'node:fs'],
    ['src/project/project.ts', 'node:fs'],
    ['src/workspace/known.ts', 'node:fs'],
    ['src/shim/shim.ts', '../runtime/request.ts'],
    ['src/text/text.ts', '../syntax/tree.ts'],
    ['src/syntax/tree.ts', '../resolve/sites.ts'],
    ['src/resolve/resolve.ts', '../lift/lift.ts'],
    ['src/lift/lift.ts', '../lower/lower.ts'],
    ['src/lower/imports.ts', '../syntax/tree.ts'],
    ['src/lower/lower.ts', '../syntax/parse.ts'],
    ['src/lift/options.ts', '@babel/traverse'],
    ['src/resolve/resolve.ts', '@babel/parser'],
    ['src/rewrite.ts', '@babel/traverse'],
    ['src/rewrite.ts', 'recast/lib/patcher'],
    ['src/rewrite.ts', 'ts-morph'],
    ['src/rewrite.ts', 'commander'],
    ['src/integrations/vite.ts', '../rewrite.ts'],
    ['src/runtime/request.ts', '../text.ts'],
    ['src/runtime/request.ts', 'node:fs'],
    ['transforms/fetch.ts', '../src/lift/lift.ts'],
    ['transforms/fetch.ts', '@babel/types'],
    ['src/text/text.ts', 'vitest'],
    ['test/laws.test.ts', 'commander'],
  ])('do not let %s import %s', (file, specifier) => expect(findImportFault(file, specifier)).toBeTypeOf('string'));

  it.each([
    ['axios', 'axios'],
    ['recast/lib/patcher', 'recast'],
    ['@babel/parser', '@babel/parser'],
    ['@babel/types/lib/index.js', '@babel/types'],
  ])('take %s for the package %s', (specifier, name) => expect(packageName(specifier)).toBe(name));
});
