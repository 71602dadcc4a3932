// In: rewrites with one fault each. Out: whether the law that is for it sees the fault, and whether it is silent without.
// The faults are those that rewriters are known to make; a law that cannot fail would pass all else.

import { describe, expect, it } from 'vitest';
import { rewrite as ownRewrite } from '../../src/index.ts';
import { faultsBySite } from './faults-by-site.ts';
import { lawsBySite } from './laws-by-site.ts';
import { laws } from './laws.ts';
import { makeSubject, type Choice, type Rewrite, type Violations } from './subject.ts';
import { inTemplates, isWithin, withEdits, withResult } from './tamper.ts';

interface Fault {
  readonly name: string;
  readonly law: string;
  readonly code: string;
  readonly choice?: Choice;
  readonly rewrite: Rewrite;
}

const fetchNative: Choice = { target: 'fetch', style: 'native' };

const plain = `swan.request({
    url: 'https://example.com/list', // where
    data: { page: 1 },
    success: function (res) {
        /* seen */
        console.log(res.data);
    }
});
`;

const nested = `swan.request({
    url: 'https://example.com/a',
    success: function () {
        swan.request({ url: 'https://example.com/b' });
    }
});
`;

const faults: readonly Fault[] = [
  ...faultsBySite,
  {
    name: 'parentheses dropped around a sequence',
    law: '1 same tree',
    code: `swan.request({ url: (a, b), success: done });\n`,
    rewrite: withEdits(
      inTemplates((part, code) => {
        if (typeof part === 'string' || code[part.start] !== '(' || code[part.end - 1] !== ')') return [part];
        return [{ start: part.start + 1, end: part.end - 1 }];
      }),
    ),
  },
  {
    name: 'parentheses dropped around an arrow function in a condition',
    law: '1 same tree',
    code: `const task = ready ? swan.request({ url: 'https://example.com' }) : (x => x, y);\n`,
    rewrite: withResult(({ code, edits }, input) => {
      const end = input.lastIndexOf(')');
      const gone: readonly (readonly [number, number])[] = [
        [input.lastIndexOf('('), input.lastIndexOf('(') + 1],
        [end, end + 1],
      ];
      const more = gone.map(([start, stop]) => ({ at: { start, end: stop }, text: [] }));
      return { edits: [...edits, ...more], code: code.replace('(x => x, y)', 'x => x, y') };
    }),
  },
  {
    name: 'an operator that binds to the neighbour',
    law: '1 same tree',
    code: `swan.request({ url: 'https://example.com', data: a || b });\n`,
    choice: { target: 'fetch', style: 'native' },
    rewrite: withEdits(
      inTemplates((part, code) =>
        typeof part !== 'string' && code.slice(part.start, part.end) === 'a || b' ? ['c && ', part] : [part],
      ),
    ),
  },
  {
    name: 'an import without a semicolon in front of a parenthesis',
    law: '1 same tree',
    code: `(function () {\n    swan.request({ url: 'https://example.com' })\n})()\n`,
    rewrite: withEdits((edits) =>
      edits.map((edit) =>
        edit.at.start === edit.at.end
          ? { at: edit.at, text: edit.text.map((part) => (typeof part === 'string' ? part.replace(';', '') : part)) }
          : edit,
      ),
    ),
  },
  {
    name: 'an import in front of a directive',
    law: '1 same tree',
    code: `'use strict';\nswan.request({ url: 'https://example.com' });\n`,
    rewrite: withEdits((edits) =>
      edits.map((edit) =>
        edit.at.start === edit.at.end
          ? { at: { start: 0, end: 0 }, text: [`const { send } = require('./swan-net.js');\n`] }
          : edit,
      ),
    ),
  },
  {
    name: 'a parameter that hides a name of the program',
    law: '1 same bindings',
    code: `function load(signal) {\n    swan.request({ url: 'https://example.com/' + signal });\n}\n`,
    rewrite: withEdits(
      inTemplates((part) => [
        typeof part === 'string' ? part.replace(/\bsignal2\b(?! )|\bsignal2(?= =>)/g, 'signal') : part,
      ]),
    ),
  },
  {
    name: 'a name of the shim without its import',
    law: '1 same bindings',
    code: plain,
    rewrite: withEdits((edits) => edits.filter((edit) => edit.at.start < edit.at.end)),
  },
  {
    name: 'a global that the program hides',
    law: '1 same bindings',
    code: `function load(fetch) {\n    swan.request({ url: 'https://example.com/' });\n}\n`,
    rewrite: withEdits(
      inTemplates((part) => [typeof part === 'string' ? part.replace('globalThis.fetch', 'fetch') : part]),
    ),
  },
  {
    name: 'a callback that becomes a function of another kind',
    law: '1 same bindings',
    code: `class Page {\n    load() {\n        swan.request({ url: 'https://example.com', success: () => this.show() });\n    }\n}\n`,
    rewrite: withEdits(
      inTemplates((part, code) =>
        typeof part !== 'string' && code.slice(part.start, part.end).startsWith('success')
          ? ['success: function () { return ', { start: code.indexOf('this'), end: code.indexOf('show()') + 6 }, '; }']
          : [part],
      ),
    ),
  },
  {
    name: 'a byte outside the edits',
    law: '2 same bytes',
    code: `const a = "x";\n${plain}`,
    rewrite: withResult(({ code }) => ({ code: code.replace('"x"', "'x'") })),
  },
  {
    name: 'an edit that is lost on the way',
    law: '2 same bytes',
    code: nested,
    rewrite: (code, options) => {
      const result = ownRewrite(code, options);
      const faulty = withEdits((edits) =>
        edits.filter((edit) => edit.at.start === edit.at.end || !isWithin(edit, edits)),
      );
      return { ...faulty(code, options), edits: result.edits };
    },
  },
  {
    name: 'a callback that is shown twice',
    law: '2 same bytes',
    code: plain,
    rewrite: withEdits(
      inTemplates((part, code) =>
        typeof part !== 'string' && code.slice(part.start, part.end).startsWith('success')
          ? [part, ',\n', part]
          : [part],
      ),
    ),
  },
  {
    name: 'an edit to code that is nobody’s',
    law: '2 same bytes',
    code: `const a = b(1 + 2);\n${plain}`,
    rewrite: withEdits((edits) => [...edits, { at: { start: 12, end: 17 }, text: ['2 + 1'] }]),
  },
  {
    name: 'an expression that is left out',
    law: '2 nothing lost',
    code: `swan.request({ url: 'https://example.com', dataType: type, success: done, responseType: of('text') });\n`,
    rewrite: withEdits(
      inTemplates((part, code) =>
        typeof part !== 'string' && /^(?:dataType|responseType)/.test(code.slice(part.start, part.end))
          ? ['unused: 0']
          : [part],
      ),
    ),
  },
  {
    name: 'an ignored option that goes with its effect',
    law: '2 nothing lost',
    code: `swan.uploadFile({ url, filePath, name: 'file', timeout: next() });\n`,
    rewrite: withEdits((edits) =>
      edits.map((edit) =>
        edit.text.some((part) => typeof part === 'string' && part.startsWith('...')) ? { ...edit, text: [] } : edit,
      ),
    ),
  },
  {
    name: 'a comment that is swallowed',
    law: '3 same comments',
    code: plain,
    rewrite: withEdits(
      inTemplates((part, code) =>
        typeof part !== 'string' && code.slice(part.start, part.end) === '// where' ? [''] : [part],
      ),
    ),
  },
  {
    name: 'a comment that turns into text',
    law: '3 same comments',
    code: `swan.request({ url: 'https://example.com', /* all */ success: done });\n`,
    rewrite: withEdits(
      inTemplates((part, code) =>
        typeof part !== 'string' && code.startsWith('/*', part.start) ? ['text: `', part, '`'] : [part],
      ),
    ),
  },
  {
    name: 'a nested edit that is never made',
    law: '4 second run',
    code: nested,
    rewrite: withEdits((edits) => edits.filter((edit) => edit.at.start === edit.at.end || !isWithin(edit, edits))),
  },
  {
    name: 'an import that is added again each time',
    law: '4 second run',
    code: plain,
    rewrite: (code, options) => {
      const result = ownRewrite(code, options);
      if (result.status === 'changed') return result;
      const line = `const { send } = require('./swan-net.js');\n`;
      return { ...result, status: 'changed', code: line + code, edits: [{ at: { start: 0, end: 0 }, text: [line] }] };
    },
  },
  {
    name: 'CRLF that becomes LF',
    law: '5 variants',
    code: plain,
    rewrite: withResult(({ code }) => ({ code: code.replaceAll('\r\n', '\n') })),
  },
  {
    name: 'a byte order mark that is lost',
    law: '5 variants',
    code: plain,
    rewrite: withResult(({ code }) => ({ code: code.replace('\uFEFF', '') })),
  },
  {
    name: 'tabs that become spaces',
    law: '5 variants',
    code: plain,
    rewrite: withResult(({ code }) => ({ code: code.replaceAll('\t', '    ') })),
  },
  {
    name: 'a map that is one column off',
    law: '6 source map',
    code: plain,
    rewrite: withResult(({ map }) => ({
      map: () => {
        const made = map();
        return { ...made, mappings: made.mappings.replace('AAAA', 'AAAC') };
      },
    })),
  },
  {
    name: 'a map that is one line off',
    law: '6 source map',
    code: plain,
    rewrite: withResult(({ map }) => ({
      map: () => {
        const made = map();
        return { ...made, mappings: `;${made.mappings}` };
      },
    })),
  },
  {
    name: 'a kept site that is half rewritten',
    law: '7 whole sites',
    code: `swan[name]({ url: 'https://example.com' });\n${plain}`,
    rewrite: withEdits((edits) => [...edits, { at: { start: 0, end: 4 }, text: ['wx'] }]),
  },
  {
    name: 'a site that is reported in the wrong line',
    law: '7 whole sites',
    code: plain,
    rewrite: withResult(({ sites }) => ({ sites: sites.map((site) => ({ ...site, line: site.line + 1 })) })),
  },
  {
    name: 'a shim that lacks what the file imports',
    law: '7 whole sites',
    code: plain,
    rewrite: withResult(({ shim }) => ({ shim: shim.slice(1) })),
  },
  {
    name: 'a site that is kept without a word',
    law: '7 whole sites',
    code: `swan[name]({ url: 'https://example.com' });\n`,
    rewrite: withResult(({ sites }) => ({ sites: sites.map((site) => ({ ...site, codes: [] })) })),
  },
  {
    name: 'a name that the shim does not have',
    law: '12 linked shim',
    code: plain,
    rewrite: withResult(({ shim }) => ({ shim: [...shim, 'requestAll'] })),
  },
  {
    name: 'a reason that is English prose in both languages',
    law: '13 languages',
    code: `swan.request({ url: 'https://example.com', headers: {} });\n`,
    rewrite: withResult(({ diagnostics }) => ({
      diagnostics: diagnostics.map((one) => ({ ...one, details: {}, message: one.message })),
    })),
  },
];

const all = [...laws, ...lawsBySite];

describe('a planted fault', () => {
  it.each(faults)('is seen by its law: $name ($law)', ({ law, code, choice = fetchNative, rewrite }) => {
    expect(breaks(law, code, choice, ownRewrite)).toEqual([]);
    expect(breaks(law, code, choice, rewrite)).not.toEqual([]);
  });

  it('is there for every law', () => {
    expect([...new Set(faults.map((fault) => fault.law))].sort()).toEqual(all.map((law) => law.name).sort());
  });
});

function breaks(name: string, code: string, choice: Choice, rewrite: Rewrite): Violations {
  const law = all.find((one) => one.name === name);
  if (!law) throw new Error(`there is no law ${name}`);
  return law.check(makeSubject({ name: 'planted', filename: 'planted.js', code }, choice, rewrite));
}
