// In: a parsed file and the names that it needs from one module. Out: the edit that imports them, written as the file
// writes its own imports: module kind, quotes, semicolons, line breaks, place.
// Knows nothing of what the names mean.

import { printImport, type ImportedName, type Quote } from './print.ts';
import type { SourceUnit } from './parse.ts';
import type { Edit, Span } from './text.ts';

export interface WantedImport {
  readonly from: string;
  readonly names: readonly ImportedName[];
}

/** How the file is written, as far as new lines have to follow it. */
export interface FileStyle {
  readonly eol: string;
  readonly quote: Quote;
  readonly semicolons: boolean;
  /** One step of indentation. */
  readonly step: string;
  /** `{ a }` rather than `{a}`. */
  readonly spacedBraces: boolean;
}

interface Statement {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

export function readStyle(unit: SourceUnit): FileStyle {
  const { text } = unit;
  const crlf = text.split('\r\n').length - 1;
  const lf = text.split('\n').length - 1 - crlf;
  const single = text.split("'").length;
  const double = text.split('"').length;
  return {
    eol: crlf > lf ? '\r\n' : '\n',
    quote: double > single ? 'double' : 'single',
    semicolons: endsStatements(unit),
    step: readStep(text),
    spacedBraces: (text.match(/\{ \S/g) ?? []).length >= (text.match(/(?<!\$)\{['"\w](?=[^\n}]*\})/g) ?? []).length,
  };
}

/** Most statements that may end with a semicolon do. Where there are none to look at, it is usual. */
function endsStatements({ ast, text }: SourceUnit): boolean {
  let ended = 0;
  let open = 0;
  const visit = (node: object): void => {
    for (const [key, child] of Object.entries(node) as [string, unknown][]) {
      if (key === 'loc') continue;
      for (const one of Array.isArray(child) ? (child as unknown[]) : [child]) {
        if (typeof one !== 'object' || one === null) continue;
        // The head of a loop ends without one.
        if (isSimpleStatement(one) && key !== 'init' && key !== 'left') {
          if (text.charAt(one.end - 1) === ';') ended++;
          else open++;
        }
        visit(one);
      }
    }
  };
  visit(ast.program);
  return ended >= open;
}

const simple =
  /^(?:Expression|Return|Throw|Break|Continue)Statement$|^VariableDeclaration$|^ImportDeclaration$|^ExportDefaultDeclaration$/;

function isSimpleStatement(node: object): node is Statement {
  return 'type' in node && typeof node.type === 'string' && simple.test(node.type);
}

/** The commonest difference between the indentation of a line and that of the line before. */
function readStep(text: string): string {
  const votes = new Map<string, number>();
  let previous = '';
  for (const match of text.matchAll(/^([ \t]*)\S/gm)) {
    const white = match[1] ?? '';
    if (white.length > previous.length && white.startsWith(previous)) {
      const step = white.slice(previous.length);
      votes.set(step, (votes.get(step) ?? 0) + 1);
    }
    previous = white;
  }
  const best = [...votes].sort((a, b) => b[1] - a[1])[0];
  return best?.[0] ?? '  ';
}

/** The edit that brings the names in; it inserts whole lines and touches none that is there. Nothing where none is needed. */
export function importEdit(
  unit: SourceUnit,
  wanted: WantedImport,
  style: FileStyle,
  others: readonly Edit[],
): Edit | undefined {
  const { eol } = style;
  const { module, typescript } = unit;
  const lines = printImport({ ...wanted, module, typescript, quote: style.quote }).map((line) => spell(line, style));
  if (lines.length === 0) return undefined;
  const place = besides(others, findPlace(unit));
  const at: Span = { start: place.offset, end: place.offset };
  const next = unit.text.slice(place.offset).trimStart();
  // Without a semicolon, a line that begins like this would go on with ours.
  const needsStop = !style.semicolons && /^[([`+\-*/,.]/.test(next) && !/^\/[/*]/.test(next);
  const block = lines.join(eol) + (needsStop ? ';' : '');
  // A line of air before the program begins, unless it stands among other imports or there is one already.
  const rest = unit.text.slice(place.offset);
  const air = place.amongImports || (place.after ? /^\r?\n[ \t]*(?:\r?\n|$)|^$/ : /^[ \t]*\r?\n/).test(rest) ? '' : eol;
  // What stands on the same line goes on below.
  const gap = place.after && !/^(?:\r?\n|$)/.test(rest) ? eol : air;
  return { at, text: [place.after ? eol + block + gap : block + eol + air] };
}

/** As the file writes its lines: with or without semicolons, broken where they grow long. */
function spell(line: string, { semicolons, spacedBraces, step, eol }: FileStyle): string {
  const ended = semicolons ? line : line.replace(/;$/, '');
  if (ended.length > 100) {
    return ended.replace(
      /\{ (.*) \}/,
      (_whole, names: string) => `{${eol}${step}${names.replaceAll(', ', `,${eol}${step}`)}${eol}}`,
    );
  }
  return spacedBraces ? ended : ended.replace(/\{ (.*) \}/, '{$1}');
}

interface Place {
  readonly offset: number;
  /** The new lines come behind the line that ends here; otherwise before the line that starts here. */
  readonly after: boolean;
  readonly amongImports: boolean;
}

/** Behind a line that another edit takes away. */
function besides(edits: readonly Edit[], place: Place): Place {
  const around = edits.find(({ at }) => at.start < place.offset && place.offset < at.end);
  return around ? { ...place, offset: around.at.end, after: false } : place;
}

/** Behind the imports that open the file; else before its first statement, under a licence or a directive. */
function findPlace(unit: SourceUnit): Place {
  const { text } = unit;
  const body = unit.ast.program.body as unknown as readonly Statement[];
  const last = lastOpeningImport(unit, body);
  if (last) return { offset: behind(text, last.end), after: true, amongImports: true };
  const headEnd = Math.max(unit.hashbangEnd, unit.directivesEnd);
  if (unit.directivesEnd > 0) return { offset: behind(text, unit.directivesEnd), after: true, amongImports: false };
  const first = body[0]?.start ?? text.length;
  const header = headerEnd(unit, headEnd, first);
  if (header !== undefined) return { offset: behind(text, header), after: true, amongImports: false };
  if (unit.hashbangEnd > 0) return { offset: lineEnd(text, unit.hashbangEnd), after: true, amongImports: false };
  return { offset: text.charCodeAt(0) === 0xfeff ? 1 : 0, after: false, amongImports: false };
}

function lastOpeningImport(unit: SourceUnit, body: readonly Statement[]): Statement | undefined {
  let last: Statement | undefined;
  for (const statement of body) {
    const isImport = unit.module === 'esm' ? statement.type === 'ImportDeclaration' : isRequire(unit, statement);
    if (!isImport) break;
    last = statement;
  }
  return last;
}

/** `const x = require('…')` and the like, as whole statements; anything more may already be the program at work. */
const requireLine =
  /^(?:(?:const|let|var)\s+(?:[\w$]+|\{[\w$\s,:]*\})\s*=\s*)?require\(\s*(['"])[^'"]*\1\s*\)(?:\.[\w$]+)*\s*;?$/;

function isRequire({ text }: SourceUnit, statement: Statement): boolean {
  return requireLine.test(text.slice(statement.start, statement.end));
}

/** The end of the comments at the top that are about the whole file: a licence, a description, a pragma. */
function headerEnd({ comments, text, filename }: SourceUnit, from: number, first: number): number | undefined {
  const top = comments.filter((comment) => comment.start >= from && comment.end <= first);
  let end: number | undefined;
  for (const [index, comment] of top.entries()) {
    const content = text.slice(comment.start, comment.end);
    const next = top[index + 1]?.start ?? first;
    const gap = text.slice(comment.end, next);
    const isAlone = (gap.match(/\n/g) ?? []).length > 1;
    const isAboutFile =
      namesFile(content, filename) ||
      /^\/\*!|@licen[sc]e|@preserve|copyright|\(c\)|@file|@author|@overview|@flow|@ts-|@jsx|eslint|^\/\*\s*globals?\b|jshint|prettier/i.test(
        content,
      );
    // Within a run of line comments the file's header may end in the last of them.
    if (isAboutFile || isAlone) end = comment.end;
  }
  return end;
}

/** `// pages/index/index.js`, as the developer tools put at the top of a new page. */
function namesFile(comment: string, filename: string): boolean {
  const name = filename.split(/[\\/]/).at(-1) ?? filename;
  return (
    comment.startsWith('//') && (comment.trimEnd().endsWith(name) || /^\/\/\s*[\w./-]+\.[cm]?[jt]sx?\s*$/.test(comment))
  );
}

/** The end of the line on which something ends, unless more than a comment follows on it. */
function behind(text: string, end: number): number {
  const line = text.slice(end, lineEnd(text, end));
  return /^[ \t;]*(?:\/\/.*|\/\*(?:(?!\*\/).)*\*\/[ \t]*)?$/.test(line) ? end + line.length : end;
}

function lineEnd(text: string, from: number): number {
  const match = /\r?\n/.exec(text.slice(from));
  return match ? from + match.index : text.length;
}
