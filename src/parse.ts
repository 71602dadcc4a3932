// In: the text of a file and its name. Out: a syntax tree over exactly that text, or where and why it does not parse.
// The one door to the parser: its options and plugins are chosen here and nowhere else.
// Knows nothing of swan.

import { parse as parseText, type ParserOptions, type ParserPlugin } from '@babel/parser';
import type { File, Program } from '@babel/types';
import type { Span } from './text.ts';

export interface SourceUnit {
  readonly text: string;
  readonly filename: string;
  readonly ast: File;
  /** In source order, delimiters included. */
  readonly comments: readonly Span[];
  /** `esm` when the file is a module by its syntax or by its extension. */
  readonly module: 'esm' | 'cjs';
  readonly typescript: boolean;
  /** Strict from the first line: a module, or a script that says 'use strict'. */
  readonly strict: boolean;
  /** Where the `#!` line ends, its line break left out; 0 when there is none. A BOM lies before offset 1. */
  readonly hashbangEnd: number;
  /** Where the last directive of the file ends; 0 when there is none. */
  readonly directivesEnd: number;
}

export interface ParseFailure {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly message: string;
  readonly offset: number;
}

export function isParseFailure(parsed: SourceUnit | ParseFailure): parsed is ParseFailure {
  return !('ast' in parsed);
}

/** Why the rewritten text of a file would not load where the file loads. */
export function findFault(text: string, { text: original, filename }: SourceUnit): ParseFailure | undefined {
  const parsed = parse(text, filename, whole);
  if (!isParseFailure(parsed)) return undefined;
  if (!isParseFailure(parse(original, filename, whole))) return parsed;
  const again = parse(text, filename);
  return isParseFailure(again) ? again : undefined;
}

const whole: Leniency = { allowReturnOutsideFunction: false, allowNewTargetOutsideFunction: false };

const proposals: ParserPlugin[] = ['explicitResourceManagement', 'decoratorAutoAccessors'];

/** What may stand outside of functions: scripts come in pieces, and CommonJS modules may return. */
export type Leniency = Pick<ParserOptions, 'allowReturnOutsideFunction' | 'allowNewTargetOutsideFunction'>;

const pieces: Leniency = { allowReturnOutsideFunction: true, allowNewTargetOutsideFunction: true };

/** Never throws on any text. */
export function parse(text: string, filename: string, leniency = pieces): SourceUnit | ParseFailure {
  const extension = /\.([cm]?[jt]sx?)$/i.exec(filename)?.[1]?.toLowerCase() ?? 'js';
  const typescript = extension.includes('ts');
  let failure: ParseFailure | undefined;
  for (const plugins of pluginSets(extension, filename, text)) {
    try {
      const ast = parseText(text, { ...options, ...leniency, plugins, sourceType: sourceTypeOf(extension) });
      return unitOf(text, filename, ast, typescript, extension);
    } catch (error) {
      const found = failureOf(error);
      // The attempt that got furthest has understood most of the file.
      if (!failure || found.offset > failure.offset) failure = found;
    }
  }
  return failure ?? { line: 1, column: 1, message: 'The file cannot be parsed', offset: 0 };
}

const options: ParserOptions = {
  allowUndeclaredExports: true,
  attachComment: false,
  createParenthesizedExpressions: true,
  errorRecovery: false,
  ranges: false,
  tokens: false,
};

/** What to try, the likeliest first. Nearly every file needs the first only. */
function* pluginSets(extension: string, filename: string, text: string): Iterable<ParserPlugin[]> {
  if (extension.includes('ts')) {
    const types: ParserPlugin[] = [['typescript', { dts: /\.d\.[cm]?ts$/i.test(filename) }], ...proposals];
    if (extension === 'tsx') types.push('jsx');
    // Only the legacy form knows decorators on parameters, only the new one those behind `export`.
    yield [...types, 'decorators-legacy'];
    yield [...types, 'decorators'];
    return;
  }
  const flow: ParserPlugin[] = [['flow', { all: true }], 'jsx', 'decorators-legacy', 'exportDefaultFrom', ...proposals];
  if (/@flow\b/.test(text.slice(0, 2000))) yield flow;
  yield ['jsx', 'decorators-legacy', ...proposals];
  yield ['jsx', 'decorators', 'exportDefaultFrom', 'doExpressions', 'functionBind', 'throwExpressions', ...proposals];
  yield flow;
}

function sourceTypeOf(extension: string): 'module' | 'script' | 'unambiguous' {
  if (extension === 'mjs' || extension === 'mts') return 'module';
  if (extension === 'cjs') return 'script';
  return 'unambiguous';
}

function unitOf(text: string, filename: string, ast: File, typescript: boolean, extension: string): SourceUnit {
  const { program } = ast;
  const isModule = extension === 'mjs' || extension === 'mts' || hasModuleSyntax(program);
  return {
    text,
    filename,
    ast,
    comments: (ast.comments ?? []).map(({ start, end }) => ({ start: start ?? 0, end: end ?? 0 })),
    module: isModule ? 'esm' : 'cjs',
    typescript,
    strict: isModule || program.directives.some((directive) => directive.value.value === 'use strict'),
    hashbangEnd: program.interpreter?.end ?? 0,
    directivesEnd: program.directives.at(-1)?.end ?? 0,
  };
}

function hasModuleSyntax(program: Program): boolean {
  if (program.sourceType === 'module') return true;
  return program.body.some((statement) => /^(?:Import|Export|TSImportEquals|TSExportAssignment)/.test(statement.type));
}

function failureOf(error: unknown): ParseFailure {
  if (!(error instanceof Error)) return { line: 1, column: 1, message: String(error), offset: 0 };
  const { loc, pos } = error as Error & { loc?: { line: number; column: number }; pos?: number };
  return {
    line: loc?.line ?? 1,
    column: (loc?.column ?? 0) + 1,
    message: error.message.replace(/\s*\(\d+:\d+\)$/, ''),
    offset: pos ?? 0,
  };
}
