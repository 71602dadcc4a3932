// In: a text, and the settings of the rule. Out: what ESLint makes of it with the plugin as it is built.
// Holds no expectation.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Linter } from 'eslint';
import { Linter as Linter9 } from 'eslint9';
import type { EslintPlugin } from '../../src/integrations/eslint/plugin.ts';
import { program } from '../cli/command-line.ts';

/** As `import cygnet from 'cygnet/eslint'` gives it. */
export async function builtPlugin(): Promise<EslintPlugin> {
  const file = path.join(path.dirname(program), '../eslint.js');
  return ((await import(/* @vite-ignore */ pathToFileURL(file).href)) as { default: EslintPlugin }).default;
}

/** Reads nothing of the program: the rule needs none of it. */
export const blindParser = {
  parseForESLint: (text: string) => ({
    ast: {
      type: 'Program',
      body: [],
      sourceType: 'module',
      range: [0, text.length],
      loc: { start: { line: 1, column: 0 }, end: { line: text.split(/\r\n|[\r\n\u2028\u2029]/).length, column: 0 } },
      tokens: [],
      comments: [],
    },
    visitorKeys: { Program: [] },
  }),
};

export interface Lint {
  readonly cwd: string;
  readonly settings?: object;
  readonly parser?: object;
  readonly rules?: Linter.RulesRecord;
}

/** The words of one version of ESLint. */
export function linterOf(version: 9 | 10, plugin: EslintPlugin) {
  const open = (cwd: string): Linter => (version === 9 ? new Linter9({ cwd }) : new Linter({ cwd })) as Linter;
  const configOf = ({ settings = {}, parser, rules }: Lint): Linter.Config[] => [
    {
      files: ['**/*.*'],
      plugins: { cygnet: plugin },
      rules: { 'cygnet/no-swan-network': ['error', settings], ...rules },
      ...(parser && { languageOptions: { parser: parser } }),
    },
  ];
  return {
    verify: (text: string, filename: string, lint: Lint) =>
      open(lint.cwd).verify(text, configOf(lint), { filename: path.join(lint.cwd, filename) }),
    fix: (text: string, filename: string, lint: Lint) =>
      open(lint.cwd).verifyAndFix(text, configOf(lint), { filename: path.join(lint.cwd, filename) }),
  };
}
