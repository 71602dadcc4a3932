// Random programs are run with a swan that writes down who calls it, and are then only read.
// What is recognised must be exactly what reached swan; what is kept may have reached it.

import vm from 'node:vm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lift } from '../../src/lift/lift.ts';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';
import { resolve } from '../../src/resolve/resolve.ts';

type Statement =
  | { readonly kind: 'call'; readonly callee: string }
  | {
      readonly kind: 'declare';
      readonly word: 'var' | 'let' | 'const';
      readonly target: string;
      readonly value: string;
    }
  | { readonly kind: 'assign'; readonly target: string; readonly value: string }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'class'; readonly name: string }
  | { readonly kind: 'block'; readonly body: readonly Statement[] }
  | { readonly kind: 'catch'; readonly param: string; readonly body: readonly Statement[] }
  | {
      readonly kind: 'loop';
      readonly word: 'var' | 'let' | 'const';
      readonly name: string;
      readonly body: readonly Statement[];
    }
  | { readonly kind: 'switch'; readonly body: readonly Statement[] }
  | {
      readonly kind: 'invoke';
      readonly form: 'function' | 'arrow' | 'named' | 'call';
      readonly param: string;
      readonly value: string;
      readonly isStrict: boolean;
      readonly body: readonly Statement[];
    };

const name = fc.constantFrom('swan', 's', 'request', 'window');
const word = fc.constantFrom('var' as const, 'let' as const, 'const' as const);
const value = fc.constantFrom(
  'swan',
  's',
  'fake',
  'window.swan',
  'globalThis.swan',
  'swan || fake',
  'swan || {}',
  'cond ? swan : fake',
  '(0, swan)',
  'swan.request',
  'request',
);
const target = fc.constantFrom(
  'swan',
  's',
  's',
  'request',
  '{ request }',
  '{ request: s }',
  '{ request = noop }',
  '{ swan }',
  '{ swan: s }',
  '{ swan: { request } }',
);
const callee = fc.constantFrom(
  'swan.request',
  'swan.request',
  "swan['request']",
  'swan?.request',
  's.request',
  's?.request?.',
  'request',
  'window.swan.request',
  'globalThis.swan.request',
  '(0, swan.request)',
  '(swan).request',
  's',
  '(swan || fake).request',
);

const { statement } = fc.letrec<{ statement: Statement; body: Statement[] }>((tie) => ({
  body: fc.array(tie('statement'), { minLength: 1, maxLength: 4 }),
  statement: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('call' as const), callee }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('declare' as const), word, target, value }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('assign' as const), target: name, value }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('function' as const), name }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('class' as const), name }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('block' as const), body: tie('body') }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('catch' as const), param: name, body: tie('body') }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('loop' as const), word, name, body: tie('body') }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('switch' as const), body: tie('body') }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('invoke' as const),
        form: fc.constantFrom('function' as const, 'arrow' as const, 'named' as const, 'call' as const),
        param: fc.constantFrom('swan', 's', 'request', 'other', '{ request }', 's = fake', 'request = swan'),
        value: fc.oneof(value, fc.constant('')),
        isStrict: fc.boolean(),
        body: tie('body'),
      }),
    },
  ),
}));

const program = fc.record({ isStrict: fc.boolean(), body: fc.array(statement, { minLength: 2, maxLength: 7 }) });

/** Every call has a number of its own, and runs when all the program has run, so that each name has its last value. */
function print(body: readonly Statement[], isStrict: boolean): string {
  let calls = 0;
  const lines = (list: readonly Statement[], indent: string): string => list.map((one) => line(one, indent)).join('');
  const line = (one: Statement, indent: string): string => {
    const inner = (list: readonly Statement[]): string => lines(list, `${indent}  `);
    switch (one.kind) {
      case 'call':
        return `${indent}later(() => ${one.callee}(${calls++}));\n`;
      case 'declare':
        return `${indent}${one.word} ${one.target} = ${one.value};\n`;
      case 'assign':
        return `${indent}${one.target} = ${one.value};\n`;
      case 'function':
        return `${indent}function ${one.name}() {}\n`;
      case 'class':
        return `${indent}class ${one.name} {}\n`;
      case 'block':
        return `${indent}{\n${inner(one.body)}${indent}}\n`;
      case 'catch':
        return `${indent}try {\n${indent}  throw fake;\n${indent}} catch (${one.param}) {\n${inner(one.body)}${indent}}\n`;
      case 'loop':
        return `${indent}for (${one.word} ${one.name} of [fake]) {\n${inner(one.body)}${indent}}\n`;
      case 'switch':
        return `${indent}switch (1) {\n${indent}  case 1:\n${inner(one.body)}${indent}}\n`;
      case 'invoke': {
        const strict = one.isStrict && /^\w+$/.test(one.param) ? `${indent}  'use strict';\n` : '';
        const block = `{\n${strict}${inner(one.body)}${indent}}`;
        if (one.form === 'arrow') return `${indent};((${one.param}) => ${block})(${one.value});\n`;
        if (one.form === 'call') return `${indent};(function (${one.param}) ${block}).call(null, ${one.value});\n`;
        return `${indent};(function ${one.form === 'named' ? 'swan' : ''}(${one.param}) ${block})(${one.value});\n`;
      }
    }
  };
  return `${isStrict ? "'use strict';\n" : ''}${lines(body, '')}`;
}

const sandbox: Record<string, unknown> = {};
for (const host of ['window', 'globalThis']) Object.defineProperty(sandbox, host, { value: sandbox });
vm.createContext(sandbox);

/** The numbers of the calls that reached swan; undefined when the program does not run to its end. */
function run(code: string): Set<number> | undefined {
  const reached = new Set<number>();
  const deferred: (() => unknown)[] = [];
  const noop = (): undefined => undefined;
  for (const left of Object.keys(sandbox)) delete sandbox[left];
  Object.assign(sandbox, {
    swan: Object.freeze({ request: (id: number) => void reached.add(id) }),
    fake: Object.freeze({ request: noop }),
    noop,
    cond: true,
    later: (call: () => unknown) => void deferred.push(call),
  });
  try {
    vm.runInContext(`(function () {${code}\n})`, sandbox)();
  } catch {
    return undefined;
  }
  // A program that assigned to the global has another swan from then on.
  for (const call of [...deferred]) {
    try {
      call();
    } catch {
      // What stands there is nothing that can be called.
    }
  }
  return reached;
}

interface Read {
  readonly found: Set<number>;
  readonly kept: Set<number>;
  /** swan went where it cannot be followed, so calls may reach it unseen. */
  readonly isLost: boolean;
}

function read(code: string): Read | undefined {
  const unit = parse(code, 'program.js');
  if (isParseFailure(unit)) return undefined;
  const resolution = resolve(unit);
  const { calls, values } = lift(unit, resolution);
  const numberAt = (end: number): number => Number(/\((\d+)\)$/.exec(code.slice(0, end))?.[1] ?? NaN);
  const { kept } = resolution;
  return {
    found: new Set(calls.map(({ at }) => numberAt(at.end))),
    kept: new Set(kept.map(({ at }) => numberAt(at.end))),
    // An API that is kept where it is no call, as in `const r = request`, goes on unseen as well.
    isLost: kept.some(({ api, at }) => api === '*' || Number.isNaN(numberAt(at.end))) || values.length > 0,
  };
}

it('finds exactly what reaches swan', () => {
  const seen = { programs: 0, reached: 0, found: 0, kept: 0, silent: 0 };
  fc.assert(
    fc.property(program, ({ isStrict, body }) => {
      const code = print(body, isStrict);
      const result = read(code);
      const reached = result && run(code);
      fc.pre(result !== undefined && reached !== undefined);
      seen.programs++;
      for (const id of result.found) {
        seen.found++;
        expect(reached.has(id), `call ${id} is no call of swan in\n${code}`).toBe(true);
      }
      for (const id of reached) {
        seen.reached++;
        if (result.kept.has(id)) seen.kept++;
        else if (!result.found.has(id)) {
          seen.silent++;
          expect(result.isLost, `call ${id} of swan is not seen in\n${code}`).toBe(true);
        }
      }
    }),
    { numRuns: 600, seed: 20_181_107, maxSkipsPerRun: 500 },
  );
  expect(seen.found).toBeGreaterThan(600);
  // Most of what reaches swan is found, not merely kept or lost.
  expect(seen.found / seen.reached).toBeGreaterThan(0.5);
}, 300_000);
