// Law 5: what is done to all of a file's white space may be done before the rewrite or after it, with the same result:
// CRLF for LF, a byte order mark, tabs for the spaces that indent, a final line break.
// The verdicts and notes do not depend on it either.

import type { Law, Output, Subject, Violations } from './subject.ts';

export interface Variant {
  readonly name: string;
  readonly change: (code: string) => string;
  readonly isFor: (code: string) => boolean;
}

export const variants: readonly Variant[] = [
  {
    name: 'CRLF',
    change: (code) => code.replaceAll('\n', '\r\n'),
    isFor: (code) => code.includes('\n') && !code.includes('\r'),
  },
  {
    name: 'BOM',
    change: (code) => `\uFEFF${code}`,
    // Behind a mark, `#!` is no hashbang.
    isFor: (code) => !code.startsWith('\uFEFF') && !code.startsWith('#!'),
  },
  {
    // One for one, so that what is indented alike stays alike.
    name: 'tabs',
    change: (code) => code.replace(/^ +/gm, (white) => '\t'.repeat(white.length)),
    isFor: (code) => /^ +\S/m.test(code) && !/^\t/m.test(code),
  },
  {
    name: 'final line break',
    change: (code) => (code.endsWith('\n') ? code.replace(/\r?\n$/, '') : `${code}\n`),
    // Where the end of the file is the end of what is kept or replaced.
    isFor: (code) => /\n[^\n]*\n./.test(code) && !/\n\s*\n$/.test(code) && !code.includes('\r'),
  },
];

export const sameVariants: Law = { name: '5 variants', check: (subject) => checkVariants(subject, variants) };

export function checkVariants({ program, result, rewrite, options }: Subject, wanted: readonly Variant[]): Violations {
  if (result.status === 'failed') return [];
  return wanted.flatMap(({ name, change, isFor }) => {
    if (!isFor(program.code)) return [];
    const other = rewrite(change(program.code), options);
    const violations: string[] = [];
    const expected = change(result.code);
    if (other.code !== expected) violations.push(`${name}: ${showDifference(expected, other.code)}`);
    if (verdicts(other) !== verdicts(result)) {
      violations.push(`${name}: the sites differ: ${verdicts(result)} and ${verdicts(other)}`);
    }
    return violations;
  });
}

function verdicts({ sites, diagnostics }: Output): string {
  const shown = sites.map(({ line, api, verdict, codes }) => `${line} ${api} ${verdict} ${codes.join(' ')}`);
  return JSON.stringify([...shown, ...diagnostics.map(({ code, line }) => `${line} ${code}`)]);
}

function showDifference(expected: string, found: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === found[at]) at++;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 20), at + 40));
  return `changed before: ${around(found)}, changed after: ${around(expected)}`;
}
