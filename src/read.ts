// The first half of the pipeline, read from top to bottom: text → scan → parse → resolve → lift.
// In: the text of one file. Out: what it has to do with swan's network, and all that the second half needs of it.
// Never throws on a program. Knows no target.

import type { HouseStyle } from './project/house-style.ts';
import { liftFile, type LiftedFile } from './lift/file.ts';
import { readFormatting, type Formatting } from './lift/formatting.ts';
import { lift, type Lifted } from './lift/lift.ts';
import { moduleKindOf } from './lift/module-kind.ts';
import { openUrlsOf, originsByApi, originsOf, unknownOriginsOf } from './lift/origins.ts';
import { findTemplateUses, findTemplateWords } from './lift/template-uses.ts';
import type { NetworkCall, Note } from './ir.ts';
import { diagnosticOf, siteOf, type KnownProgram, type WrapperSite } from './program.ts';
import { countsOf } from './resolve/others.ts';
import { resolve, type Facts, type Resolution } from './resolve/resolve.ts';
import { isCandidate, isGenerated } from './resolve/scan.ts';
import { once } from './once.ts';
import { isStackOverflow } from './syntax/depth.ts';
import { isParseFailure, parse, type ParseFailure, type SourceUnit } from './syntax/parse.ts';
import type { ParsedTexts } from './syntax/parsed-texts.ts';
import { reduce, type Reduced } from './syntax/reduced.ts';
import { indexLines, type Lines } from './text/lines.ts';
import type { Edit } from './text/text.ts';

export interface ReadOptions {
  /** Decides the language, and is what messages and maps call the file. */
  readonly filename?: string;
  /** What other files of the project hand to this one. */
  readonly facts?: Facts;
  /** What the package.json around the file says: in a `module` one a file without import, export and require is a module too. */
  readonly packageType?: 'module' | 'commonjs';
  /** Read generated and minified files as well. */
  readonly include?: boolean;
  /** What the file imports imports it, so that its functions may be called before the last of its imports is there. */
  readonly mayRunEarly?: boolean;
  /** How the project is written, where a file says nothing of it itself. */
  readonly house?: HouseStyle;
  /** Has the tree of the text, if anybody asked for it before. */
  readonly texts?: ParsedTexts;
}

/** One file, as it was read, with what the second half needs of it. */
export interface ReadProgram extends KnownProgram {
  readonly options: ReadOptions;
  readonly lines: Lines;
  /** What there is to rewrite; absent where nothing of the file concerns a rewrite. */
  readonly parts?: ProgramParts;
}

export interface ProgramParts {
  readonly file: LiftedFile;
  readonly resolution: Omit<Resolution, 'tree' | 'names'>;
  readonly lifted: Lifted;
  /** How the file is written: looked at only where something is going to be. */
  readonly formatting: () => Formatting;
  /** The file without what the edits cannot have touched. */
  readonly reduce: (edits: readonly Edit[]) => Reduced | undefined;
}

/** @param parsed the text, where somebody has parsed it already */
export function readProgram(code: string, options: ReadOptions, parsed?: SourceUnit): ReadProgram {
  const { filename = 'program.js', facts, include, texts } = options;
  const base = nothingIn(code, filename, options);
  if (!isCandidate(code) && !facts) return base;
  if (!include && isGenerated(code, filename)) return base;
  try {
    const unit = parsed ?? texts?.of(code, filename, parse) ?? parse(code, filename);
    return isParseFailure(unit) ? unparsed(base, unit) : readUnit(base, unit);
  } catch (error) {
    return failedToRead(base, failureOf(error));
  }
}

/** The thread's stack ends before the code does. */
export const tooDeep: Note = {
  code: 'nested-too-deep',
  at: { start: 0, end: 0 },
  details: {},
};

/** Why a pass came to no end. */
export function failureOf(error: unknown): Note {
  const at = { start: 0, end: 0 };
  if (isStackOverflow(error)) return tooDeep;
  return { code: 'internal-error', at, details: { reason: error instanceof Error ? error.message : String(error) } };
}

/** A file that does not parse concerns nobody where what can be made out of it has nothing to do with swan. */
function unparsed(base: ReadProgram, failure: ParseFailure): ReadProgram {
  const { rest, isTooDeep = false } = failure;
  if (rest && isEmpty(resolve(rest, base.options.facts))) return base;
  return failedToRead(base, isTooDeep ? tooDeep : parseErrorOf(failure));
}

export function parseErrorOf({ message, fault, language, offset }: ParseFailure): Note {
  return {
    code: 'parse-error',
    at: { start: offset, end: offset + 1 },
    details: language === undefined ? { says: message, ...(fault !== undefined && { fault }) } : { language },
  };
}

function failedToRead(base: ReadProgram, note: Note): ReadProgram {
  return { ...base, status: 'failed', diagnostics: [diagnosticOf(note, base.lines)] };
}

function readUnit(base: ReadProgram, parsed: SourceUnit): ReadProgram {
  const { options, code, lines } = base;
  const templateWords = parsed.regions ? findTemplateWords(code) : new Set<string>();
  const whole = resolve(parsed, { modules: new Map(), ...options.facts, templateWords });
  const unit = { ...parsed, module: moduleKindOf(parsed, whole, options.packageType) };
  const templateUses = findTemplateUses(templateWords, whole.aliases);
  const resolution = {
    ...whole,
    aliases: whole.aliases.filter((alias) => !templateUses.some((use) => use.alias === alias)),
  };
  const found: ReadProgram = {
    ...base,
    module: unit.module,
    typescript: unit.typescript,
    others: countsOf(resolution),
    exports: whole.exports.map(({ name, stands, isMixed }) => ({ name, stands, ...(isMixed ? { isMixed } : {}) })),
    assigned: whole.interceptors,
  };
  if (isEmpty(resolution) && templateUses.length === 0) return found;
  const lifted = lift(unit, resolution, templateUses);
  const { calls, sites } = lifted;
  const reasons = sites.flatMap(({ reason }) => (reason ? [reason] : []));
  return {
    ...found,
    hosts: originsByApi(calls),
    origins: originsOf(calls),
    unknownOrigins: unknownOriginsOf(calls),
    openUrls: openUrlsOf(calls),
    wrappers: wrappersOf(calls, lines),
    sites: sites.map((site) => siteOf(site, site.reason ? [site.reason] : [], lines)),
    diagnostics: reasons.map((reason) => diagnosticOf(reason, lines)),
    parts: partsOf(unit, resolution, lifted, { code, house: options.house, templateWords }),
  };
}

interface FileParts {
  readonly code: string;
  readonly house: HouseStyle | undefined;
  readonly templateWords: ReadonlySet<string>;
}

function partsOf(
  unit: SourceUnit,
  resolution: Resolution,
  lifted: Lifted,
  { code, house, templateWords }: FileParts,
): ProgramParts {
  return {
    file: liftFile(unit, resolution, templateWords),
    resolution,
    lifted,
    formatting: once(() => readFormatting(unit, resolution.tree, code, house)),
    reduce: (edits) => reduce(unit, edits),
  };
}

/** A function that wraps several calls is named once for each API. */
function wrappersOf(calls: readonly NetworkCall[], lines: Lines): WrapperSite[] {
  const found = new Map<string, WrapperSite>();
  for (const { api, wrapper } of calls) {
    if (wrapper) found.set(`${wrapper.at} ${api}`, { name: wrapper.name, api, ...lines.place(wrapper.at) });
  }
  return [...found.values()];
}

/** Nothing of the file concerns the rewrite. */
function isEmpty({ calls, values, kept, types, guards, aliases, bare, interceptors }: Resolution): boolean {
  return [calls, values, kept, types, guards, aliases, bare, interceptors].every((list) => list.length === 0);
}

function nothingIn(code: string, filename: string, options: ReadOptions): ReadProgram {
  return {
    filename,
    code,
    options,
    lines: indexLines(code),
    status: 'read',
    sites: [],
    exports: [],
    assigned: [],
    diagnostics: [],
    module: 'cjs',
    typescript: false,
    hosts: originsByApi([]),
    origins: [],
    unknownOrigins: {},
    openUrls: [],
    others: {},
    wrappers: [],
  };
}
