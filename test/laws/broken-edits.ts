// In: nothing. Out: programs that have something to lose in what no edit reaches, and texts that break a program where they
// stand in the place of a part of it, or change what is around it.

/** Each keeps, in what may be left out, something that loads only in its own surroundings. */
export const delicate: readonly { readonly filename: string; readonly code: string }[] = [
  {
    filename: 'script.js',
    code: `function first(a, b) {
  let item = a + first(b) + 'some more text to be long';
  outer: for (const one of a) {
    use(one);
    if (one.isLast(a, b, 'and so on')) { break outer; }
    touch(one)
    ;[one].forEach((two) => { return two + one + 'again and again'; })
  }
  return item + 'and some text to be long enough';
}
var legacy = 1;
with (legacy) { first(010, 'an octal number in a sloppy file'); }
use(first)
;(function () { delete legacy; return this.first('sloppy again, and long'); })()
`,
  },
  {
    filename: 'sloppy.js',
    code: `first(1);
first(2);
function loose(a, b) { with (a) { delete b; } return 010 + 'sloppy, and only in here'; }
first(3);
function outer(a) {
  use(1);
  use(2);
  use(3);
  if (a) { for (var item = 1; item < a; item++) use(item, 'a var of the function around'); }
  use(4);
  use(5);
  if (b) function message() { return 'a function of the function around'; }
}
`,
  },
  {
    filename: 'strict.js',
    code: `'use strict';
const a = load('a');
first(a);
function run(b) {
  'use strict';
  let c = use(b, function (d) { return d + 'a function that is left out'; });
  yielding(function* () { yield c; yield 'a generator that is left out'; });
  return c;
}
run(async () => { await first('an async function that is left out'); });
if (a) { first(b); return1('a block that is left out as a whole, and long'); }
`,
  },
  {
    filename: 'module.mjs',
    code: `import { a } from './a.js';
export class Base extends a.Base {
  #own = a(1);
  static #count() { return 'a private method that is long enough'; }
  constructor() { super(); this.#own = Base.#count() + new.target.name; }
  *[a.key]() { yield super.toString() + 'yielded from a method'; }
  get value() { return this.#own + super.value + 'a getter to be left out'; }
}
await a('at the top of a module, and long enough');
export default function () { return import.meta.url + 'a default export'; }
export const made = { async run() { await a(this); return super.run('long enough'); } };
`,
  },
  {
    filename: 'meta.js',
    code: `const b = load(1);
use(import.meta.url, 'says that it is a module, and is left out');
function f() { let b = 1; { function g() { return 'nested and long enough'; } } return b; }
const g = (x = f()) => { const y = x; return y + 'an arrow function to leave out'; };
`,
  },
  {
    filename: 'switch.js',
    code: `Page({
  onLoad() {
    switch (this.kind) {
      case 1: first(this); break;
      case 2: { let a = 1; use(a, 'a case with a block to be left out'); break; }
      default: last('something else, and rather long'); return;
    }
    do { again('in a loop that is long enough'); continue; } while (this.more)
    try { use(1) } catch ({ code }) { let message = code; report(message, 'long enough'); }
  },
  onShow: async function () { for await (const x of this.all) { use(x, 'in an async function'); } },
  onHide: function* (a, a2) { const b = yield a; return b + a2 + 'from a generator'; }
});
`,
  },
  {
    filename: 'types.ts',
    code: `import type { A } from './a';
declare function load(a: A): void
use(1, 'behind a declaration without a semicolon');
use(2);
declare module 'x'
use(3, 'behind a module without a body, and long enough');
use(4);
abstract class B<T> { constructor(private a: T) { use(this.a, 'a parameter property'); } abstract go(): void }
namespace N { export const a = 1; use(a, 'in a namespace, to be left out'); }
function over(a: string): void
function over(a: any) { use<A>(a, 'an implementation to be left out'); }
enum E { a = 1 }
export = use
`,
  },
];

/** What may come to stand in the place of anything. */
export const broken: readonly string[] = [
  '',
  'x',
  'x;',
  ';',
  '(',
  ')',
  '{',
  '}',
  '} {',
  '} async function z() {',
  '} async () => {',
  ') => { (',
  '}) => ({',
  '/*',
  '*/',
  '//',
  '/* */ }',
  '`',
  '`${',
  "'",
  '/',
  'let item, a, b, c, y, g, legacy, message',
  'var item, a, b, c, y, g, legacy, message',
  'const [item, a] = [], { b, c, y, code } = {};',
  'function first() {} function run() {} class B {}',
  'class a {}',
  'item, b2, y',
  'y, code = 1, message',
  '{ var a, b, c, y }',
  'await x',
  'await (x)',
  'yield x',
  'return',
  'return x;',
  'break',
  'break outer;',
  'continue outer',
  'outer: for (;;) {',
  'outer:',
  'super()',
  'super.x',
  '() => super.x',
  'new.target',
  'delete x',
  '010',
  'with (x) y',
  "'use strict'",
  "'use strict';",
  "'other'",
  'import x from "x"',
  'import { a } from "x";',
  'import.meta',
  'export { a }',
  'export default 1',
  'export const made = 1',
  '#own',
  '#own = 1',
  'this.#own',
  'static {',
  'async',
  'async ',
  '*',
  'if (x)',
  'if (x) y; else',
  'do',
  'while (',
  'for (',
  'case 3:',
  'default:',
  'x =>',
  'x.',
  '.x',
  '++',
  'x\n(',
  '<!-- x',
  '@x',
  'interface a {}',
  'declare module "y"',
  'enum E {}',
  'abstract',
  'eval',
  'arguments',
];
