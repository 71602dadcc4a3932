// No regular expression of ours takes more than linear time: each is given a quarter of a megabyte of every sign and of every word that
// it is made of, with an end that fits nothing. One that is put together at run time is in the table below.

import { createContext, Script } from 'node:vm';

import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { codeFiles, read } from './files.ts';

interface Found {
  readonly file: string;
  readonly text: string;
}

/** `new RegExp(…)`, by file: what it is put together from. */
const built: Readonly<Record<string, string>> = {
  'src/project/modules.ts': 'names, as alternatives',
  'src/resolve/scan.ts': 'names, as alternatives',
  'src/syntax/blocks.ts': 'the name of an element, literal signs and a lookahead of one',
  'src/workspace/option-definition.ts': 'the formats of reports, as alternatives',
};

function findIn(file: string, text: string): { literals: Found[]; isBuilding: boolean } {
  const literals: Found[] = [];
  let isBuilding = false;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) literals.push({ file, text: node.text });
    const called = ts.isNewExpression(node) || ts.isCallExpression(node) ? node.expression : undefined;
    if (called && ts.isIdentifier(called) && called.text === 'RegExp') isBuilding = true;
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return { literals, isBuilding };
}

function compiled(literal: string): RegExp {
  const end = literal.lastIndexOf('/');
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}

const length = 250_000;

const signs = [...' \n\t/*(,;="`{[.<#-!a'];

/** The end fits nothing, on the same line or on the next one, so all ways are tried. */
function withEnds(runs: readonly string[]): string[] {
  return runs.flatMap((run) => [`${run}\0`, `${run}\n\0`]);
}

function runOf(pump: string): string {
  return pump.repeat(length / pump.length);
}

/** Long runs of each sign, the same for all expressions. */
const general = withEnds([
  ...[...signs, '\r\n', '\u2028', 'a ', 'a(', '/*', '//', '\n//'].map(runOf),
  ...signs.map((sign) => `a${sign.repeat(length)}`),
]);

/** And of each word that the expression holds, alone and one behind the other. */
function worstFor(literal: string): string[] {
  const words = [...new Set(literal.replace(/\\[a-z]/g, ' ').match(/[a-z]{2,}/gi) ?? [])].slice(0, 4);
  const own = words.flatMap((word) => [
    ...[`${word} `, `* ${word} `].map(runOf),
    ...[`${word}${' '.repeat(length)}`, `// ${word}${' '.repeat(length)}`],
  ]);
  return [...general, ...withEnds(own)];
}

const trial: { expression?: RegExp; given?: string } = createContext({});
const attempt = new Script('expression.lastIndex = 0; expression.test(given)');

/** What is linear takes a millisecond; what is not takes half a minute and more, and is cut off. */
function endsSoon(expression: RegExp, given: string, timeout = 10_000): boolean {
  Object.assign(trial, { expression, given });
  try {
    attempt.runInContext(trial, { timeout });
    return true;
  } catch {
    return false;
  }
}

const files = codeFiles.filter(
  (file) => /^(?:src|transforms|cli)\/.*\.ts$/.test(file) && file !== 'src/shim/store.generated.ts',
);
const found = files.map((file) => ({ file, ...findIn(file, read(file)) }));
const literals = found.flatMap((one) => one.literals);

describe('regular expressions', () => {
  it('are found', () => {
    expect(literals.length).toBeGreaterThan(150);
    expect(findIn('a.ts', 'const a = /x+$/, b = RegExp("y");')).toMatchObject({
      literals: [{ text: '/x+$/' }],
      isBuilding: true,
    });
  });

  it('that are put together are in the table', () => {
    expect(found.filter(({ isBuilding }) => isBuilding).map(({ file }) => file)).toEqual(Object.keys(built));
  });

  it('end soon on a long run of their worst', () => {
    const unended = literals
      .filter(({ text }) => /[*+]|,\}/.test(text))
      .flatMap(({ file, text }) => {
        const expression = compiled(text);
        const worst = worstFor(text).find((given) => !endsSoon(expression, given));
        return worst === undefined ? [] : [`${file}: ${text} on ${JSON.stringify(worst.slice(0, 20))}…`];
      });
    expect(unended).toEqual([]);
  }, 600_000);

  it.each([/\s+$/, /^\s*x?\s*$/, /^(?:a+)+$/, /\n\s*[\]}]$/, /import.*from.*;/, /.*$/])(
    'of which this would be none: %s',
    (dear) => {
      expect(worstFor(String(dear)).some((given) => !endsSoon(dear, given, 500))).toBe(true);
    },
    600_000,
  );
});
