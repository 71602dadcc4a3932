// In: nothing. Out: what the linter checks, besides what the compiler already does.
// Type-aware rules for TypeScript, and for every file which way imports run (scripts/import-rules.mjs).
// Formatting is prettier's alone.

import path from 'node:path';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { findImportFault } from './scripts/import-rules.mjs';

const root = import.meta.dirname;

/** @type {import('eslint').Rule.RuleModule} */
const importRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const importer = path.relative(root, context.filename).split(path.sep).join('/');
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return;
      const message = findImportFault(importer, node.source.value);
      if (message) context.report({ node: node.source, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
    };
  },
};

export default defineConfig(
  {
    ignores: ['dist/', 'coverage/', 'examples/', 'test/fixtures/', 'test/executed/programs/'],
  },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { house: { rules: { imports: importRule } } },
    rules: {
      'house/imports': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-debugger': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'exit', message: 'Only the command line decides how the process ends.' },
      ],
      'no-self-compare': 'error',
      'no-unreachable-loop': 'error',
      'no-var': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parser: tseslint.parser,
      // One program for all files: the compiler itself checks each part under its own settings.
      parserOptions: { project: 'tsconfig.lint.json', tsconfigRootDir: root },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-for-in-array': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/**/*.ts', 'transforms/**/*.ts'],
    ignores: ['src/runtime/**'],
    rules: { 'no-console': 'error' },
  },
  {
    // What is made for each file of a program.
    files: ['src/*.ts', 'src/{text,syntax,resolve,lift,lower}/**/*.ts', 'transforms/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ObjectExpression > Property[kind="get"]',
          message: 'src/once.ts says why not: take `once`, or a class.',
        },
      ],
    },
  },
  {
    files: ['cli/**/*.ts', 'src/{workspace,project,integrations,shim,diagnostics,locale}/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: ':matches(AwaitExpression, ForOfStatement[await=true]):not(:function *)',
          message:
            'Modules lie in parts together: what is loaded later may be in one with this, and would wait for it for ever.',
        },
      ],
    },
  },
  {
    files: ['src/runtime/**/*.ts'],
    rules: {
      // `await null` is how the shim waits for the end of the tick.
      '@typescript-eslint/await-thenable': 'off',
    },
  },
  {
    files: ['cli/**/*.{ts,tsx}', 'scripts/*.mjs'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.tsx'],
    ignores: ['cli/report/html/verbatim.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: '[name.name="dangerouslySetInnerHTML"]', message: 'Text goes into a page as text.' },
        { selector: 'Property[key.name="dangerouslySetInnerHTML"]', message: 'Text goes into a page as text.' },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // Tests say what they expect right behind it, and a wrong guess fails the test.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
