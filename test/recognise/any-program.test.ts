// Programs that have nothing to do with swan: nothing is found in them, and nothing breaks.
// The scopes found are held against those of an independent implementation.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Node } from '@babel/types';
import type * as traverseModule from '@babel/traverse';
import type { NodePath } from '@babel/traverse';
import { describe, expect, it } from 'vitest';
import { lift } from '../../src/lift/lift.ts';
import { isParseFailure, parse, type SourceUnit } from '../../src/syntax/parse.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { createBindings, type Bindings } from '../../src/syntax/bindings.ts';
import { createTree, startOf } from '../../src/syntax/tree.ts';

// The package is CommonJS: what its types call the default export is a property of it.
type Traverse = (typeof traverseModule)['default']['default'];
// Required, as loaders differ in what they make of the default export of a CommonJS package.
const { default: traverse } = createRequire(import.meta.url)('@babel/traverse') as { default: Traverse };

const modules = path.resolve(import.meta.dirname, '../../node_modules');

function filesBelow(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

const samples = filesBelow(path.join(modules, 'test262-parser-tests'), /\.js$/);
const packages = ['axios', 'commander', 'recast', 'ast-types', 'tar-fs', 'ws'].flatMap((name) =>
  filesBelow(path.join(modules, name), /\.(?:[cm]?js|ts)$/),
);

function* unitsOf(files: readonly string[], change = (text: string): string => text): Generator<SourceUnit> {
  for (const file of files) {
    const text = change(readFileSync(file, 'utf8'));
    const unit = parse(text, /\.module\.js$/.test(file) ? file.replace(/js$/, 'mjs') : file);
    if (!isParseFailure(unit)) yield unit;
  }
}

describe('programs without swan', () => {
  it.each([
    ['the parser tests', samples, 2500],
    ['published packages', packages, 150],
  ])('%s', (_title, files, atLeast) => {
    let count = 0;
    for (const unit of unitsOf(files)) {
      const resolution = resolve(unit);
      const { calls, values } = lift(unit, resolution);
      const { kept, guards, aliases, types } = resolution;
      const found = [calls, values, kept, guards, aliases, types].map(({ length }) => length);
      expect(found, unit.filename).toEqual([0, 0, 0, 0, 0, 0]);
      count++;
    }
    expect(count).toBeGreaterThan(atLeast);
  });
});

describe('swan in any place of a program', () => {
  // The first names of each program become swan and an API, wherever they stand.
  const words =
    /\b(?!await\b|async\b|break|case\b|catch|class|const|continue|debugger|default|delete|do\b|else|enum|eval|arguments|export|extends|false|finally|for\b|function|if\b|import|in\b|instanceof|new\b|null|of\b|return|static|super|switch|this|throw|true|try\b|typeof|var\b|void|while|with\b|yield|let\b|get\b|set\b|use\b|strict|constructor|prototype|target|meta|from|as\b|implements|interface|package|private|protected|public)[a-zA-Z_$][\w$]*\b/;
  const rename = (text: string): string => {
    const first = words.exec(text)?.[0];
    const renamed =
      first === undefined
        ? text
        : text.replaceAll(new RegExp(`(?<![\\w$\\\\])${first.replaceAll('$', '\\$')}(?![\\w$])`, 'g'), 'swan');
    return `${renamed}\n;[swan.request, swan[a], typeof swan, s => swan];`;
  };

  it('is read without a fault', () => {
    let count = 0;
    for (const unit of unitsOf(samples, rename)) {
      const { calls, values } = lift(unit, resolve(unit));
      expect(calls.every(({ at, callee }) => at.start <= callee.start && callee.end <= at.end)).toBe(true);
      expect(values.every(({ at }) => unit.text.slice(at.start, at.end).length > 0)).toBe(true);
      count++;
    }
    expect(count).toBeGreaterThan(2000);
  });
});

describe('scopes', () => {
  it('agree with an independent implementation', () => {
    let count = 0;
    const differences: string[] = [];
    for (const unit of unitsOf([...samples, ...packages.filter((file) => !/\.d\.[cm]?ts$/.test(file))])) {
      const names = namesOf(unit);
      for (const [node, declared] of referencesOf(unit)) {
        if (node.type !== 'Identifier' || node.name === 'arguments') continue;
        const { types, ambient } = names.of(node.name);
        if (types.includes(node) || ambient.includes(node)) continue;
        count++;
        const own = names.bindingOf(node)?.declarations.map(({ id }) => startOf(id)) ?? [];
        const isSame = declared === undefined ? own.length === 0 : own.includes(declared);
        if (!isSame) differences.push(`${path.relative(modules, unit.filename)} ${node.name}`);
      }
    }
    expect(count).toBeGreaterThan(40_000);
    // A variable in a function expression of the same name, where the other implementation answers with the function.
    const explained = /^(?:tar-fs\/index\.js (?:pack|extract)|recast\/lib\/fast-path\.js copy)$/;
    // The parser tests hold sloppy functions in blocks, whose names leave the block (Annex B); the other keeps them in.
    const isSample = /^test262-parser-tests/;
    expect(differences.filter((difference) => !explained.test(difference) && !isSample.test(difference))).toEqual([]);
    expect(differences.filter((difference) => isSample.test(difference)).length).toBeLessThan(10);
  });

  function namesOf(unit: SourceUnit): Bindings {
    const tree = createTree(unit.ast, unit.text);
    tree.walk(tree.program, () => undefined);
    return createBindings(tree, unit.strict, false);
  }

  /** Where the binding of each reference is declared; undefined for free names. */
  function referencesOf(unit: SourceUnit): Map<Node, number | undefined> {
    const references = new Map<Node, number | undefined>();
    const visit = (path: NodePath): void => {
      const { node, scope } = path;
      if (node.type !== 'Identifier') return;
      const binding = scope.getBinding(node.name);
      references.set(node, binding ? startOf(binding.identifier) : undefined);
    };
    try {
      traverse(unit.ast, { ReferencedIdentifier: visit });
    } catch (error) {
      // It refuses what it takes for a second declaration of a name.
      if (!(error instanceof Error) || !/Duplicate declaration|buildError/.test(error.message)) throw error;
      return new Map();
    }
    return references;
  }
});
