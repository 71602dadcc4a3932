// In: the text of a file and its name. Out: a syntax tree over exactly that text, or where and why it does not parse.
// The one door to the parser: its options and plugins are chosen here and nowhere else, and so is what of a file is
// given to it: the script blocks of a component, and one platform's view of a file that parses in no other way.
// Knows nothing of swan but the name of its build.

import { parse as parseText, type ParserOptions, type ParserPlugin } from '@babel/parser';
import type { File, Node, Program } from '@babel/types';
import { hiddenFromSwan } from './platform-branches.ts';
import { codeIn, findScripts, type Scripts } from './scripts.ts';
import { isStackOverflow } from './depth.ts';
import type { Span } from '../text/text.ts';

export interface SourceUnit {
  /** What the parser was given: the file, with all that is not read blanked out, offset for offset. */
  readonly text: string;
  readonly filename: string;
  /** Where the program stands in a file that holds other things as well. */
  readonly regions?: readonly Span[];
  /** The file parses only as one platform sees it: these stretches are for the others. */
  readonly hidden?: readonly Span[];
  readonly ast: File;
  /** Which of the ways to read its language it was read in. */
  readonly dialect: number;
  /** In source order, delimiters included. */
  readonly comments: readonly Span[];
  /** It imports or exports something, or is a module by its extension: to import more makes no other file of it. */
  readonly isModuleAlready: boolean;
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
  /** The parser's own name for what is wrong. */
  readonly fault?: string;
  /** That of its script, which is none that is read. */
  readonly language?: string;
  readonly offset: number;
  /** Nothing is wrong with the file but that its code is nested deeper than the parser can go. */
  readonly isTooDeep?: boolean;
  /** What the file is all the same, where nothing is wrong with it but that a name is declared twice. */
  readonly rest?: SourceUnit;
}

export function isParseFailure(parsed: SourceUnit | ParseFailure): parsed is ParseFailure {
  return !('ast' in parsed);
}

/** Reads a text of which stretches are left out, and takes nothing as well as it can. */
export function parseReduced(text: string, filename: string): SourceUnit | undefined {
  const parsed = parse(text, filename, whole);
  return isParseFailure(parsed) || parsed.hidden ? undefined : parsed;
}

/** Reads the rewritten text of a file: a failure where it would not load where the file loads. */
export function parseOutput(text: string, original: string, filename: string): SourceUnit | ParseFailure {
  const parsed = parse(text, filename, whole);
  if (!isParseFailure(parsed) || !isParseFailure(parse(original, filename, whole))) return parsed;
  return parse(text, filename);
}

/** Reads a file that is a module for what is around it alone, as whoever loads it does. */
export function parseAsModule(text: string, filename: string): SourceUnit | ParseFailure {
  return parse(text, filename, { ...pieces, sourceType: 'module' });
}

const whole: Leniency = { allowReturnOutsideFunction: false, allowNewTargetOutsideFunction: false };

const proposals: ParserPlugin[] = ['explicitResourceManagement', 'decoratorAutoAccessors'];

/** What may stand outside of functions: scripts come in pieces, and CommonJS modules may return. */
export type Leniency = Pick<
  ParserOptions,
  'allowReturnOutsideFunction' | 'allowNewTargetOutsideFunction' | 'sourceType'
>;

const pieces: Leniency = { allowReturnOutsideFunction: true, allowNewTargetOutsideFunction: true };

/** Never throws on any text. */
export function parse(text: string, filename: string, leniency = pieces): SourceUnit | ParseFailure {
  const scripts = findScripts(text, filename);
  if (!('isBundled' in scripts)) {
    const { language, at } = scripts;
    return { ...placeIn(text, at), message: `its script is written in ${language}`, language, offset: at };
  }
  const { regions } = scripts;
  const parsed = parseScripts(regions ? codeIn(text, regions) : text, filename, scripts, leniency);
  if (!isParseFailure(parsed)) return regions ? { ...parsed, regions } : parsed;
  for (const hidden of hiddenFromSwan(text)) {
    const visible = hideIn(text, hidden);
    const seen = findScripts(visible, filename);
    if (!('isBundled' in seen)) continue;
    const view = parseScripts(seen.regions ? codeIn(visible, seen.regions) : visible, filename, seen, leniency);
    if (!isParseFailure(view)) return { ...view, hidden, ...(seen.regions && { regions: seen.regions }) };
  }
  return parsed;
}

/** The tree behind such a fault, if there is no other. */
function recover(text: string, attempt: ParserOptions): File | undefined {
  try {
    const ast = parseText(text, { ...attempt, errorRecovery: true });
    return (ast.errors ?? []).every(isDeclaredTwice) ? ast : undefined;
  } catch {
    return undefined;
  }
}

function hideIn(text: string, hidden: readonly Span[]): string {
  let visible = '';
  let at = 0;
  for (const { start, end } of hidden) {
    visible += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    at = end;
  }
  return visible + text.slice(at);
}

function parseScripts(text: string, filename: string, scripts: Scripts, leniency: Leniency): SourceUnit | ParseFailure {
  const { language } = scripts;
  let failure: ParseFailure | undefined;
  let dialect = 0;
  for (const plugins of pluginSets(language, filename, text)) {
    dialect++;
    const attempt = { ...options, plugins, sourceType: sourceTypeOf(language), ...leniency };
    try {
      return unitOf(text, filename, { ast: parseText(text, attempt), dialect }, scripts);
    } catch (error) {
      const found = failureOf(error);
      if (isStackOverflow(error)) return { ...found, isTooDeep: true };
      // The attempt that got furthest has understood most of the file.
      if (failure && found.offset <= failure.offset) continue;
      const rest = isDeclaredTwice(error) ? recover(text, attempt) : undefined;
      failure = rest ? { ...found, rest: unitOf(text, filename, { ast: rest, dialect }, scripts) } : found;
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

function unitOf(
  text: string,
  filename: string,
  { ast, dialect }: Pick<SourceUnit, 'ast' | 'dialect'>,
  { language, isBundled }: Scripts,
): SourceUnit {
  const { program } = ast;
  const isModuleAlready = language === 'mjs' || language === 'mts' || hasModuleSyntax(program);
  const isModule = isModuleAlready || (isBundled && !exportsAsCommonJs(program));
  return {
    text,
    filename,
    ast,
    dialect,
    comments: (ast.comments ?? []).map(({ start, end }) => ({ start: start ?? 0, end: end ?? 0 })),
    isModuleAlready,
    module: isModule ? 'esm' : 'cjs',
    typescript: language.includes('ts'),
    strict: isModule || program.directives.some((directive) => directive.value.value === 'use strict'),
    hashbangEnd: program.interpreter?.end ?? 0,
    directivesEnd: program.directives.at(-1)?.end ?? 0,
  };
}

function hasModuleSyntax(program: Program): boolean {
  if (program.sourceType === 'module') return true;
  return program.body.some((statement) => /^(?:Import|Export|TSImportEquals|TSExportAssignment)/.test(statement.type));
}

/** `module.exports = …` and the like as a statement of the program. */
function exportsAsCommonJs({ body }: Program): boolean {
  return body.some((statement) => {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') return false;
    let left: Node = statement.expression.left;
    while (left.type === 'MemberExpression') left = left.object;
    return left.type === 'Identifier' && (left.name === 'module' || left.name === 'exports');
  });
}

/** As where branches for several platforms stand in one file. The parser understands what lies behind it. */
function isDeclaredTwice(error: unknown): boolean {
  const reason = (error as { readonly reasonCode?: unknown } | null)?.reasonCode;
  return reason === 'VarRedeclaration' || reason === 'DuplicateExport' || reason === 'DuplicateDefaultExport';
}

function placeIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function failureOf(error: unknown): ParseFailure {
  if (!(error instanceof Error)) return { line: 1, column: 1, message: String(error), offset: 0 };
  const { loc, pos, reasonCode } = error as Error & {
    loc?: { line: number; column: number };
    pos?: number;
    reasonCode?: string;
  };
  return {
    line: loc?.line ?? 1,
    column: (loc?.column ?? 0) + 1,
    message: error.message.replace(/ \(\d+:\d+\)$/, ''),
    offset: pos ?? 0,
    ...(reasonCode !== undefined && { fault: reasonCode }),
  };
}
