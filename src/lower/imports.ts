// In: a file and the names that it needs from one module. Out: the edits that import them, written as the file
// writes its own imports: module kind, quotes, semicolons, line breaks, place.
// Knows nothing of what the names mean.

import { extendList, mayGrow, openLists, type NamedModule } from './import-lists.ts';
import { printImport, type ImportedName } from './print.ts';
import type { LiftedFile } from '../lift/file.ts';
import { leadingQuote, type Formatting } from '../lift/formatting.ts';
import type { TopStatement } from '../lift/statements.ts';
import { contains, overlaps, type Edit, type Span, splice } from '../text/text.ts';

export interface WantedImport extends NamedModule {
  readonly names: readonly ImportedName[];
}

/** The edits that bring the names in: among those that the file takes from the module already, or on lines of their own. */
export function importEdits(
  unit: LiftedFile,
  wanted: WantedImport,
  fileStyle: Formatting,
  others: readonly Edit[],
): Edit[] {
  let { names } = wanted;
  const lists = openLists(unit, wanted);
  const extended: Edit[] = [];
  for (const isType of [false, true]) {
    const found = lists.find((one) => one.list.isType === isType && mayGrow(unit, one));
    const added = names.filter(({ typeOnly = false }) => typeOnly === isType);
    if (!found || added.length === 0) continue;
    extended.push(...extendList(unit, found, added, fileStyle));
    names = names.filter((name) => !added.includes(name));
  }
  const own = names.length > 0 ? newLines(unit, { ...wanted, names }, fileStyle, others) : undefined;
  return own ? [...extended, own] : extended;
}

/** It inserts whole lines and touches none that is there. Nothing where none is needed. */
function newLines(
  unit: LiftedFile,
  wanted: WantedImport,
  fileStyle: Formatting,
  others: readonly Edit[],
): Edit | undefined {
  const { module, typescript } = unit;
  // To the compiler two scripts are one program, but for those that are modules by name.
  const isShared = typescript && !/\.[cm]ts$/i.test(unit.filename);
  const found = wanted.isFirst ? beforeImports(unit) : findPlace(unit, others);
  const style = besideStyle(fileStyle, found.beside);
  const { eol } = fileStyle;
  const printed = printImport({ ...wanted, module, typescript, isShared, quote: style.quote }).map((line) =>
    spell(line, fileStyle, style.semicolons),
  );
  if (printed.length === 0) return undefined;
  // The script of a component may be indented as a whole.
  const indent = unit.regions ? indentOf(unit, found.beside[0] ?? unit.statements()[0]) : '';
  const lines = printed.map((line) => indent + line.replaceAll(eol, eol + indent));
  const place = outsideBranches(unit, besides(others, found));
  const at: Span = { start: place.offset, end: place.offset };
  // Without a semicolon, a line that begins like this would go on with ours.
  const rest = textBehind(unit.text, place.offset, others);
  const needsStop = !style.semicolons && /^[([`+\-*/,.]/.test(withoutLead(rest));
  const block = lines.join(eol) + (needsStop ? ';' : '');
  // A line of air before the program begins, unless it stands among other imports or there is one already.
  const air = place.amongImports || (place.after ? /^\r?\n[ \t]*(?:\r?\n|$)|^$/ : /^[ \t]*\r?\n/).test(rest) ? '' : eol;
  // What stands on the same line goes on below.
  const gap = place.after && !/^(?:\r?\n|$)/.test(rest) ? eol : air;
  const lead = place.apart ? eol + eol : eol;
  return { at, text: [place.after ? lead + block + gap : block + eol + air] };
}

/** The text from an offset, as it will be. */
function textBehind(text: string, offset: number, edits: readonly Edit[]): string {
  const behind = edits
    .filter(({ at }) => at.start >= offset)
    .map(({ at, text: parts }) => ({ at: shifted(at, offset), text: parts.map((part) => movedPart(part, offset)) }));
  return splice(text.slice(offset), behind).text;
}

/** From the first code on. */
function withoutLead(text: string): string {
  return text.replace(/^(?:\s+|\/\/.*|\/\*[^]*?\*\/)+/, '');
}

function movedPart(part: string | Span, offset: number): string | Span {
  return typeof part === 'string' ? part : shifted(part, offset);
}

function shifted({ start, end }: Span, offset: number): Span {
  return { start: start - offset, end: end - offset };
}

/** What stands beside the new lines says more of how they should look than the rest of the file. */
function besideStyle(style: Formatting, beside: readonly TopStatement[]): Pick<Formatting, 'quote' | 'semicolons'> {
  const ended = beside.filter(({ hasSemicolon }) => hasSemicolon).length;
  const isEven = 2 * ended === beside.length;
  return {
    quote: leadingQuote(beside.map(({ quotes }) => quotes())) ?? style.quote,
    semicolons: isEven ? style.semicolons : 2 * ended > beside.length,
  };
}

/** As the file writes its lines: with or without semicolons, broken where they grow long. */
function spell(line: string, style: Formatting, semicolons: boolean): string {
  const ended = semicolons ? line : line.replace(/;$/, '');
  if (ended.length > 100) {
    const { eol, step } = style;
    return ended.replace(
      /\{ (.*) \}/,
      (_whole, names: string) => `{${eol}${step}${names.replaceAll(', ', `,${eol}${step}`)}${eol}}`,
    );
  }
  return style.spacedImports ? ended : ended.replace(/\{ (.*) \}/, '{$1}');
}

interface Place {
  readonly offset: number;
  /** The new lines come behind the line that ends here; otherwise before the line that starts here. */
  readonly after: boolean;
  readonly amongImports: boolean;
  /** A blank line keeps what stands above from being taken for a comment on the new lines. */
  readonly apart?: boolean;
}

/** Behind a line that another edit takes away. */
function besides(edits: readonly Edit[], place: Place): Place {
  const around = edits.find(({ at }) => at.start < place.offset && place.offset < at.end);
  return around ? { ...place, offset: around.at.end, after: false } : place;
}

/** Before the `#ifdef` that it would stand behind: what all builds need is not for some of them. */
function outsideBranches(unit: LiftedFile, place: Place): Place {
  const { text } = unit;
  const branches = unit.branches();
  let offset = place.offset;
  for (;;) {
    const around = branches.find((at) => at.start <= offset && offset <= at.end);
    if (!around) return offset === place.offset ? place : { offset, after: false, amongImports: false };
    offset = text.lastIndexOf('\n', around.start - 1) + 1;
  }
}

/**
 * Behind the imports that open the file; else before its first statement, under a licence or a directive.
 * `beside`: the imports of the file, or the declaration below.
 */
function findPlace(unit: LiftedFile, edits: readonly Edit[]): Place & { readonly beside: readonly TopStatement[] } {
  const statements = unit.statements();
  const isEdited = (statement: TopStatement): boolean => edits.some(({ at }) => overlaps(at, statement.at));
  const end = statements.findIndex((one) => !one.isImport && (isEdited(one) || !one.isIdle));
  // A branch that some builds leave out is no place for what all of them need.
  const isForAll = ({ at }: TopStatement): boolean => !unit.branches().some((branch) => overlaps(branch, at));
  const opening = (end < 0 ? statements : statements.slice(0, end)).filter((one) => one.isImport && isForAll(one));
  const last = opening.at(-1);
  if (last) {
    return { offset: behindImport(unit.text, last.at.end), after: true, amongImports: true, beside: opening };
  }
  const imports = statements.filter(({ isImport }) => isImport);
  const below = statements.slice(0, 1).filter(({ isVariables }) => isVariables);
  return { ...topOf(unit), beside: imports.length > 0 ? imports : below };
}

function beforeImports(unit: LiftedFile): Place & { readonly beside: readonly TopStatement[] } {
  return { ...topOf(unit), amongImports: true, beside: unit.statements().filter(({ isImport }) => isImport) };
}

function indentOf({ text }: LiftedFile, statement: TopStatement | undefined): string {
  if (!statement) return '';
  return /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(0, statement.at.start))?.[1] ?? '';
}

/** Under what is about the whole file, or in a component about its script. */
function topOf(unit: LiftedFile): Place {
  const { text } = unit;
  const region = regionOf(unit);
  const headEnd = Math.max(unit.hashbangEnd, unit.directivesEnd, region?.start ?? 0);
  if (unit.directivesEnd > 0) return { offset: behind(text, unit.directivesEnd), after: true, amongImports: false };
  const first = unit.statements()[0]?.at.start ?? text.length;
  const header = findHeader(unit, headEnd, first);
  if (header) {
    const apart = text.startsWith('/*', header.start) || /^[ \t]*\r?\n[ \t]*\r?\n/.test(text.slice(header.end));
    return { offset: behind(text, header.end), after: true, amongImports: false, apart };
  }
  if (region) return { offset: region.start, after: true, amongImports: false };
  if (unit.hashbangEnd > 0) return { offset: lineEnd(text, unit.hashbangEnd), after: true, amongImports: false };
  return { offset: text.charCodeAt(0) === 0xfeff ? 1 : 0, after: false, amongImports: false };
}

/** The block that the program begins in. */
function regionOf({ regions, statements }: LiftedFile): Span | undefined {
  const [first] = statements();
  return regions?.find((region) => first && contains(region, first.at)) ?? regions?.[0];
}

/** The last of the comments at the top that are about the whole file: a licence, a description, a pragma. */
function findHeader({ comments, text, filename }: LiftedFile, from: number, first: number): Span | undefined {
  const top = comments.filter((comment) => comment.start >= from && comment.end <= first);
  let last: Span | undefined;
  for (const [index, comment] of top.entries()) {
    const content = text.slice(comment.start, comment.end);
    const next = top[index + 1]?.start ?? first;
    const gap = text.slice(comment.end, next);
    const isAlone = (gap.match(/\n/g) ?? []).length > 1;
    const isAboutFile =
      namesFile(content, filename) ||
      /^\/\*!|@licen[sc]e|@preserve|copyright|\(c\)|@file|@overview|@flow|@ts-|@jsx|eslint|^\/\*\s*globals?\b|jshint|prettier/i.test(
        content,
      ) ||
      (/@author/i.test(content) && !isAboutDeclaration(content));
    // Within a run of line comments the file's header may end in the last of them.
    if ((isAboutFile && !isAboutNextLine(content)) || isAlone) last = comment;
  }
  return last;
}

/** `@class`, `@param`: who signs such a comment signs what stands below it. */
function isAboutDeclaration(comment: string): boolean {
  return /@(?:abstract|class(?:desc)?|const(?:ant)?|construct(?:or|s)|enum|extends|func(?:tion)?|method|param|returns?|type(?:def)?)\b/.test(
    comment,
  );
}

/** What a checker or printer is told of the one line below. */
function isAboutNextLine(comment: string): boolean {
  return /^\/[/*]+\s*(?:eslint-disable-next-line|@ts-(?:ignore|expect-error)|prettier-ignore)\b/.test(comment);
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

/** Behind imports that are commented out as well, when they follow on the next lines. */
function behindImport(text: string, end: number): number {
  let offset = behind(text, end);
  for (;;) {
    const line = /^\r?\n[ \t]*\/\/[^\r\n]*/.exec(text.slice(offset))?.[0];
    if (line === undefined || !holdsImport(line)) return offset;
    offset += line.length;
  }
}

function holdsImport(line: string): boolean {
  const at = line.search(/\bimport\b/);
  return /\brequire[ \t]*\(/.test(line) || (at >= 0 && /['"]/.test(line.slice(at)));
}

function lineEnd(text: string, from: number): number {
  const match = /\r?\n/.exec(text.slice(from));
  return match ? from + match.index : text.length;
}
