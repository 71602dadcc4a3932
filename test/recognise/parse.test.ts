// Every language that programs come in is read, and what is no program is refused with its place.
// Also holds the list of child fields against the one of the parser's own package.

import { describe, expect, it } from 'vitest';
import { isParseFailure, parse, parseOutput, type SourceUnit } from '../../src/syntax/parse.ts';
import { listedChildren } from '../../src/syntax/children.ts';
import { VISITOR_KEYS } from '@babel/types';

/** What speaks against a text that was made of another one. */
function faultOf(text: string, original: string): string | undefined {
  const parsed = parseOutput(text, original, 'a.js');
  return isParseFailure(parsed) ? parsed.message : undefined;
}

function unitOf(text: string, filename: string): SourceUnit {
  const parsed = parse(text, filename);
  if (isParseFailure(parsed)) throw new Error(`${filename}:${parsed.line}:${parsed.column} ${parsed.message}`);
  return parsed;
}

describe('languages', () => {
  it.each([
    ['a.js', 'const a = 1;'],
    ['a.js', '#!/usr/bin/env node\nmain();'],
    ['a.js', 'return 1;'],
    ['a.js', 'with (a) { b; }'],
    ['a.js', 'var let_ = 010; delete x; arguments = 1;'],
    ['a.js', '<!-- an old comment\nf();'],
    ['a.js', 'await = 1;'],
    ['a.js', 'export const a = await f();'],
    ['a.js', 'await import("x");'],
    ['a.js', 'const a = <A b={c}>d</A>;'],
    ['a.js', '// @flow\ntype A = {| a: ?number |}; function f<T>(a: T): T { return (a: any); }'],
    ['a.js', 'function f(a: number): string { return ""; }'],
    ['a.js', 'import type { A } from "a"; import typeof B from "b";'],
    ['a.js', '@dec class A { @dec m() {} @dec a = 1; }'],
    ['a.js', '@dec export default class A {}'],
    ['a.js', 'export @dec class A {}'],
    ['a.js', 'export v from "a";'],
    ['a.js', 'class A { accessor a = 1; static { f(); } #p; has(o) { return #p in o; } }'],
    ['a.js', 'using a = f();'],
    ['a.js', 'import a from "a" with { type: "json" };'],
    ['a.js', 'a ??= b?.[c]?.(d) ?? 1_000n; /(?<n>a)/dv;'],
    ['a.js', ''],
    ['a.mjs', 'export default 1; await f();'],
    ['a.mjs', 'await f();'],
    ['a.cjs', 'module.exports = 1; return;'],
    ['a.jsx', 'const a = <><A.B {...c} /></>;'],
    ['a.ts', 'const a = <any>b; let c = d as const; e satisfies F; g!.h;'],
    ['a.ts', 'class A { constructor(@Inject() private readonly b: B) {} }'],
    ['a.ts', 'enum A { b } namespace C { export const d = 1; } declare global { var e: 1 } export {};'],
    ['a.ts', 'import a = require("a"); export = a;'],
    ['a.ts', 'abstract class A<in out T> extends B { declare b: string; abstract c(): void; override d() {} }'],
    ['a.ts', 'function f(this: A, ...b: string[]): asserts b is C {}'],
    ['a.cts', 'import a = require("a");'],
    ['a.mts', 'export const a: number = await f();'],
    ['a.tsx', 'const a = <T,>(b: T) => <A<T> c={b} />;'],
    ['a.d.ts', 'declare const a: 1; export default a; declare module "b" { const c: 1; }'],
  ])('%s: %s', (filename, text) => {
    expect(unitOf(text, filename).text).toBe(text);
  });

  it.each([
    ['a.js', 'import "a";', 'esm', true],
    ['a.js', 'export {};', 'esm', true],
    ['a.js', 'f();', 'cjs', false],
    ['a.js', '"use strict"; f();', 'cjs', true],
    ['a.js', 'const a = require("a"); module.exports = a; import("b");', 'cjs', false],
    ['a.mjs', 'f();', 'esm', true],
    ['a.cjs', 'f();', 'cjs', false],
    ['a.mts', 'f();', 'esm', true],
    ['a.ts', 'import type { A } from "a";', 'esm', true],
    ['a.ts', 'import a = require("a");', 'esm', true],
    ['a.ts', 'f();', 'cjs', false],
  ])('%s with %s is %s, strict %s', (filename, text, module, strict) => {
    const unit = unitOf(text, filename);
    expect([unit.module, unit.strict, unit.typescript]).toEqual([module, strict, /ts$/.test(filename)]);
  });
});

describe('what stands around the code', () => {
  it('comments, in order, with their delimiters', () => {
    const text = '/* a */ f(); // b\n/** c */';
    const shown = unitOf(text, 'a.js').comments.map(({ start, end }) => text.slice(start, end));
    expect(shown).toEqual(['/* a */', '// b', '/** c */']);
  });

  it('the hashbang and the directives', () => {
    const text = "#!/usr/bin/env node\r\n'use strict';\r\n'use client'\r\nf();";
    const unit = unitOf(text, 'a.js');
    expect(text.slice(0, unit.hashbangEnd)).toBe('#!/usr/bin/env node');
    expect(text.slice(0, unit.directivesEnd).endsWith("'use client'")).toBe(true);
    expect(unitOf('f();', 'a.js')).toMatchObject({ hashbangEnd: 0, directivesEnd: 0 });
  });

  it('a BOM shifts nothing', () => {
    const unit = unitOf('\uFEFFf(/* a */);', 'a.js');
    expect(unit.ast.program.body[0]?.start).toBe(1);
    expect(unit.comments).toEqual([{ start: 3, end: 10 }]);
  });
});

describe('what does not parse', () => {
  it.each([
    ['a.js', 'f();\n  }', 2, 3, 7],
    ['a.js', 'const ok;', 1, 9, 8],
    ['a.ts', 'let a: = 1;', 1, 8, 7],
    ['a.mjs', 'with (a) {}', 1, 1, 0],
    ['a.js', '\uFEFF\n\n@', 3, 2, 4],
  ])('%s: %s', (filename, text, line, column, offset) => {
    expect(parse(text, filename)).toMatchObject({ line, column, offset });
  });

  it('the message leaves the place to whoever shows it', () => {
    const failure = parse('f(', 'a.js');
    expect(isParseFailure(failure) && failure.message).not.toMatch(/\d+:\d+/);
  });
});

describe('what no engine runs', () => {
  it.each(['super.f();', 'const a = function () { super.f(); };', 'f({ a: function () { return super.b; } });'])(
    '%s does not parse',
    (text) => {
      expect(isParseFailure(parse(text, 'a.js'))).toBe(true);
    },
  );

  it.each(['f();', 'export default f();'])(
    '%s: what is written returns outside of functions only where it did',
    (text) => {
      expect(faultOf(`${text}\nreturn;`, text)).toContain('return');
      expect(faultOf(`${text}\nnew.target;`, text)).toContain('new.target');
      expect(faultOf(text, text)).toBeUndefined();
    },
  );

  it('a module of CommonJS may return, and so may what becomes of it', () => {
    const text = 'if (!f) return;\nf();';
    expect(faultOf(`g();\n${text}`, text)).toBeUndefined();
    expect(faultOf(`g(;\n${text}`, text)).toBeDefined();
  });
});

describe('the fields listed for each type', () => {
  it.each([...listedChildren])('%s', (type, keys) => {
    const known = VISITOR_KEYS[type] ?? [];
    expect(keys).toEqual(known);
  });
});
