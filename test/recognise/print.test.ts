// In: constants and imports. Out: whether JavaScript reads out of the printed text what it was printed from.
// Knows nothing of where it is written.

import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printConstant, printImport } from '../../src/lower/print.ts';

const quotes = ['single', 'double'] as const;

describe('a printed constant', () => {
  it.each(quotes)('means itself, whatever it holds, in %s quotes', (quote) => {
    const marks = fc.constantFrom('"', "'", '\\', '\n', '\r', '\u2028', '\u2029', '\ud800', '中', '`', '${', '\0', 'a');
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        const printed = printConstant(text, quote);
        expect(runInNewContext(printed)).toBe(text);
        expect(printed).not.toMatch(/[\n\r\u2028\u2029]/);
      }),
    );
    for (const value of [undefined, null, true, false, 0, 1.5, -1]) {
      expect(runInNewContext(printConstant(value, quote))).toBe(value);
    }
  });

  it('escapes only the quotes that it stands in', () => {
    expect(printConstant(`it's "so"`, 'single')).toBe(`'it\\'s "so"'`);
    expect(printConstant(`it's "so"`, 'double')).toBe(`"it's \\"so\\""`);
  });
});

describe('a printed import', () => {
  const wanted = {
    from: "./it's",
    names: [
      { name: 'request', local: 'request' },
      { name: 'upload', local: 'send' },
      { name: 'Task', local: 'Task', typeOnly: true },
    ],
    isShared: false,
    typescript: false,
    quote: 'single' as const,
  };

  it('is one statement for values and one for types', () => {
    expect(printImport({ ...wanted, module: 'esm' })).toEqual([
      "import { request, upload as send } from './it\\'s';",
      "import type { Task } from './it\\'s';",
    ]);
  });

  it('requires values in a script, which are told their types in TypeScript', () => {
    expect(printImport({ ...wanted, module: 'cjs' })).toEqual([
      "const { request, upload: send } = require('./it\\'s');",
    ]);
    expect(printImport({ ...wanted, module: 'cjs', typescript: true, isShared: true })).toEqual([
      "var { request, upload: send } = require('./it\\'s') as typeof import('./it\\'s');",
    ]);
    expect(printImport({ ...wanted, names: wanted.names.slice(2), module: 'cjs' })).toEqual([]);
  });
});
