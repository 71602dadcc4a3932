// The end of the pipeline: edits → imports and marks → splice → the text, which is read once more.
// In: a program and what its sites came to. Out: the new text, where its pieces came from, and what is said of it.
// Never hands out a text that would not load where the program does. Knows no target.

import type { FoundSite, Note } from './ir.ts';
import { importEdits } from './lower/imports.ts';
import { markEdits } from './lower/marks.ts';
import { unindent, type Verbatim } from './lower/unindent.ts';
import {
  diagnosticOf,
  inventoryOf,
  siteOf,
  type Diagnostic,
  type Inventory,
  type ProgramSite,
  type Site,
} from './program.ts';
import type { Acceptance, LoweredFile, LoweredSite } from './lower/lower.ts';
import { once } from './once.ts';
import { failureOf, parseErrorOf, readProgram, tooDeep, type ProgramParts, type ReadProgram } from './read.ts';
import { reread, type Reread } from './reread.ts';
import { countsOf } from './resolve/others.ts';
import { isParseFailure, parse, parseAsModule } from './syntax/parse.ts';
import { createTree } from './syntax/tree.ts';
import { verbatimIn } from './syntax/verbatim.ts';
import type { Lines } from './text/lines.ts';
import { movedTo } from './text/moved.ts';
import { makeMap, type SourceMap } from './text/source-map.ts';
import { contains, splice, type Edit, type Spliced } from './text/text.ts';

/** What lowering came to: for all of a program, or for the sites that were chosen of it. */
export interface LoweredProgram extends LoweredFile {
  /** What to import the shim by. */
  readonly shim: () => string;
  /** It is to be there before the file's own imports are. */
  readonly isFirst: boolean;
  /** A site that stays gets a comment. */
  readonly isMarked: boolean;
  /** Sites of APIs that were not asked for. */
  readonly unwanted: readonly FoundSite[];
  /** Why it came to no end. */
  readonly failure?: Note;
}

/** The sites to rewrite, themselves or by their numbers, or asked for each that could be. */
export type Chosen = readonly (number | Pick<Site, 'id'>)[] | ((site: Site) => Acceptance);

/** The program after the rewrite of all sites, or of those that were chosen. */
export interface Output extends Inventory {
  readonly status: 'changed' | 'unchanged' | 'failed';
  readonly code: string;
  readonly edits: readonly Edit[];
  readonly map: () => SourceMap;
  readonly sites: readonly Site[];
  readonly diagnostics: readonly Diagnostic[];
  /** The names that the file imports from the shim. */
  readonly shim: readonly string[];
  /** Network calls of other APIs than those that were asked for. */
  readonly unwanted: readonly Pick<ProgramSite, 'api' | 'line' | 'column'>[];
  /** Where the start or the end of a stretch of the original lies now, with what was written into it. */
  readonly offsetOf: (offset: number, side: 'start' | 'end') => number;
  /** What a second run makes of it, with the same wishes. */
  readonly again: () => Output;
  /** A second run makes no edits. Known from the words of the text, where these tell. */
  readonly isSettled: () => boolean;
}

/** @param rerun what becomes of the output as a program of its own */
export function apply(program: ReadProgram, lowered: LoweredProgram, rerun: (output: ReadProgram) => Output): Output {
  const base = beforeWriting(program, lowered);
  const { parts } = program;
  if (base.status === 'failed' || !parts) return base;
  try {
    const edits = editsOf(parts, lowered);
    // Not over what the parser was given: of a component that is the script alone.
    const spliced = splice(program.code, edits);
    if (spliced.text === program.code) return base;
    const read = reread(program, parts, { edits, text: spliced.text, shim: lowered.shim });
    if (!('message' in read)) return changed({ program, lowered, base, rerun }, edits, spliced, read);
    const { isTooDeep = false, message } = read;
    if (isTooDeep) return failed(program, base, tooDeep);
    // `<script>x = 010</script>`: a component's script is a module, where that is no number.
    const own = parts.file.module === 'esm' ? parseAsModule(program.code, program.filename) : undefined;
    if (own && isParseFailure(own)) return failed(program, base, parseErrorOf(own));
    return failed(program, base, failureOf(new Error(`the rewritten file would not parse: ${message}`)));
  } catch (error) {
    return failed(program, base, failureOf(error));
  }
}

/** As far as it is known before the new text is written and read once more. */
export type Prospect = Pick<Output, 'status' | 'sites' | 'diagnostics' | 'shim' | 'unwanted' | keyof Inventory>;

export function prospectOf(program: ReadProgram, lowered: LoweredProgram): Prospect {
  return { ...beforeWriting(program, lowered), shim: namesOf(lowered) };
}

/**
 * The edits of one site with the import that they need, where neither another site nor a name or test around it has a part in
 * them: what choosing it alone comes to, without another look at the text. Nothing where that is not known from here.
 */
export function editsAlone(program: ReadProgram, lowered: LoweredProgram, id: number): readonly Edit[] | undefined {
  const { parts } = program;
  const { edits, unwrapped, isMarked } = lowered;
  const site = lowered.sites.find(({ found }) => found.id === id);
  if (!parts || !site || site.verdict === 'kept' || edits.length > 0 || unwrapped.length > 0 || isMarked)
    return undefined;
  // A socket is one with others, and a file path comes from somewhere.
  if (site.api !== 'request') return undefined;
  // `<script>x = 010</script>`: with an import it does not load.
  const { module, isModuleAlready } = parts.file;
  if (site.names.length > 0 && module === 'esm' && !isModuleAlready) return undefined;
  // Another site may be why a name has another one here.
  if (site.names.some(({ name, local }) => name !== local)) return undefined;
  return [...site.edits, ...importsFor(parts, lowered, site.names, site.edits)];
}

function editsOf(parts: ProgramParts, lowered: LoweredProgram): Edit[] {
  const unit = parts.file;
  const { sites, unwrapped, names } = lowered;
  const planned = [...sites.flatMap((site) => site.edits), ...lowered.edits];
  const { edits: moved, removed } = unindent(unit.text, verbatimOf(unit.filename), planned, unwrapped);
  const edits = [...moved, ...removed];
  edits.push(...importsFor(parts, lowered, names, edits));
  if (lowered.isMarked) edits.push(...markEdits(unit, sites, parts.formatting().eol));
  const { regions } = unit;
  if (regions && !edits.every(({ at }) => regions.some((region) => contains(region, at)))) {
    throw new Error('an edit would leave the script of the component');
  }
  return edits;
}

/** How the file is written is looked at only where it is to import something. */
function importsFor(
  { file, formatting }: ProgramParts,
  { shim, isFirst }: LoweredProgram,
  names: LoweredProgram['names'],
  others: readonly Edit[],
): Edit[] {
  return names.length === 0 ? [] : importEdits(file, { from: shim(), names, isFirst }, formatting(), others);
}

/** Where a line of a text that is about to be written must stay as it is. */
function verbatimOf(filename: string): Verbatim {
  return (text) => {
    const unit = parse(text, filename);
    if (isParseFailure(unit)) return undefined;
    return verbatimIn(unit, createTree(unit.ast, unit.text))({ start: 0, end: text.length });
  };
}

interface Applied {
  readonly program: ReadProgram;
  readonly lowered: LoweredProgram;
  readonly base: Output;
  readonly rerun: (output: ReadProgram) => Output;
}

function changed(
  { program, lowered, base, rerun }: Applied,
  edits: readonly Edit[],
  spliced: Spliced,
  { unit, isDone }: Reread,
): Output {
  const { code, filename } = program;
  const again = (): Output => rerun(readProgram(spliced.text, program.options, unit));
  return {
    ...base,
    status: 'changed',
    code: spliced.text,
    edits,
    map: () => makeMap(spliced.pieces, code, filename),
    shim: namesOf(lowered),
    offsetOf: (offset, side) => movedTo({ edits, pieces: spliced.pieces }, offset, side),
    again,
    isSettled: once(() => isDone || again().edits.length === 0),
  };
}

function namesOf({ used }: LoweredProgram): string[] {
  return [...new Set(used)].sort();
}

function beforeWriting(program: ReadProgram, lowered: LoweredProgram): Output {
  const base = unchanged(program, lowered);
  if (program.status === 'failed') return { ...base, status: 'failed', diagnostics: program.diagnostics };
  return lowered.failure ? failed(program, base, lowered.failure) : base;
}

/** Nothing is written, and everything is said. */
function unchanged(program: ReadProgram, { sites, notes, unwanted, dropped }: LoweredProgram): Output {
  const { filename, code, lines, parts } = program;
  const output: Output = {
    ...inventoryOf(program),
    ...(parts ? { others: countsOf(parts.resolution, dropped) } : {}),
    status: 'unchanged',
    code,
    edits: [],
    map: () => makeMap([{ text: code, from: 0 }], code, filename),
    sites: sites.map((site) => decidedSite(site, lines)),
    diagnostics: [...sites.flatMap((site) => site.notes), ...notes]
      .map((note) => diagnosticOf(note, lines))
      .sort((a, b) => a.start - b.start || (a.code < b.code ? -1 : 1)),
    shim: [],
    unwanted: unwanted.map(({ api, at }) => ({ api, ...lines.place(at.start) })),
    offsetOf: (offset) => offset,
    again: () => output,
    isSettled: () => true,
  };
  return output;
}

/** A site with what became of it. */
export function decidedSite({ found, notes, verdict, denial }: LoweredSite, lines: Lines): Site {
  return { ...siteOf(found, notes, lines), verdict, ...(denial ? { denial } : {}) };
}

/** The file stays as it was; its sites are reported as kept. */
function failed({ lines, sites }: ReadProgram, base: Output, failure: Note): Output {
  const { code } = failure;
  return {
    ...base,
    status: 'failed',
    sites: sites.map((site) => ({ ...site, verdict: 'kept', codes: [code] })),
    diagnostics: [diagnosticOf(failure, lines)],
  };
}
